import type { Language } from "@podium/protocol";
import { findersOf, type KeyOf, translationsOf } from "../languages/catalogues.ts";
import type { Translate } from "../languages/translation.ts";

/** The translations of the pages that prepare a competition, in one language. */
export type TranslateSetup = Translate<KeyOf<"setup">>;
export const setupWords = translationsOf("setup");

const find = findersOf("setup");

/** The name of a sport; its code where nobody has named it in this language. */
export function sportInWords(sport: string, language: Language): string {
  return find(language)(`setup.sport.${sport}`) ?? sport;
}
