import type { Language } from "@podium/protocol";
import type { ChairWords } from "./translation.ts";
import en from "./words.en.json" with { type: "json" };
import ko from "./words.ko.json" with { type: "json" };
import zh from "./words.zh.json" with { type: "json" };

const catalogues = { en, ko, zh };

/** Everything the chair says in one language: chosen on the server, so that a phone loads no other. */
export function chairWords(language: Language): ChairWords {
  return { language, words: catalogues[language] };
}
