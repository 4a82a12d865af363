import { type Language, nameOfLanguage, languageWithTag } from "@podium/protocol";
import { findersOf, type KeyOf, translationsOf } from "../languages/catalogues.ts";
import type { Translate } from "../languages/translation.ts";

/** The words of the newsroom, in one language. */
export type TranslateNewsroom = Translate<KeyOf<"newsroom">>;
export const newsroomWords = translationsOf("newsroom");

const find = findersOf("newsroom");

/** What was done with a report; the name of the step itself where nobody has words for it. */
export function stepInWords(step: string, language: Language): string {
  return find(language)(`newsroom.step.${step}`) ?? step;
}

/** The name of a language for itself; its tag where it is none of the interface. */
export function languageInWords(tag: string): string {
  const known = languageWithTag(tag);
  return known === undefined ? tag : nameOfLanguage(known);
}
