import type { Language } from "@podium/protocol";
import { type Facts, findSentence, type Say, speaker } from "../ui/words.ts";
import en from "./words.en.json" with { type: "json" };
import ko from "./words.ko.json" with { type: "json" };
import zh from "./words.zh.json" with { type: "json" };

const catalogues = { en, ko, zh };

/** The words of the moment page. */
export const say: (language: Language) => Say<keyof typeof en> = speaker(catalogues);

/** The sentence of a storyline or of a piece of evidence; null when the catalogue does not know its code. */
export function storylineSentence(key: string, facts: Facts, language: Language): string | null {
  return findSentence(catalogues, language)(`storyline.${key}`, facts);
}
