import type { Language } from "@podium/protocol";
import { type Translate, translator } from "../ui/words.ts";
import en from "./words.en.json" with { type: "json" };
import ko from "./words.ko.json" with { type: "json" };
import zh from "./words.zh.json" with { type: "json" };

const catalogues = { en, ko, zh };

/** The words of the public pages. */
export const liveWords: (language: Language) => Translate<keyof typeof en> = translator(catalogues);

/** A sentence with its gaps, for a script that fills them later. */
export function wordsOf(key: keyof typeof en, language: Language): string {
  return catalogues[language][key];
}
