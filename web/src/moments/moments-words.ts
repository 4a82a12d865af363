import type { Language } from "@podium/protocol";
import { type TranslationParams, findSentence, type Translate, translator } from "../ui/words.ts";
import en from "./words.en.json" with { type: "json" };
import ko from "./words.ko.json" with { type: "json" };
import zh from "./words.zh.json" with { type: "json" };

const catalogues = { en, ko, zh };

/** The words of the moment page. */
export const momentWords: (language: Language) => Translate<keyof typeof en> = translator(catalogues);

/** The sentence of a storyline or of a piece of evidence; null when the catalogue does not know its code. */
export function storylineSentence(key: string, params: TranslationParams, language: Language): string | null {
  return findSentence(catalogues, language)(`storyline.${key}`, params);
}
