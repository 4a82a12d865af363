import type { Language } from "@podium/protocol";
import { catalogueOf, type KeyOf, translationsOf } from "../languages/catalogues.ts";
import type { SentenceKey } from "../languages/translation.ts";

/** The words of the public pages. */
export const liveWords = translationsOf("live");

/** The forms of a counted sentence by their plural category, with their gaps, for a script that fills them later. */
export function formsOf(key: SentenceKey<KeyOf<"live">>, language: Language): Readonly<Record<string, string>> {
  const counted = Object.entries(catalogueOf("live", language)).filter(([name]) => name.startsWith(`${key}_`));
  return Object.fromEntries(counted.map(([name, sentence]) => [name.slice(key.length + 1), sentence]));
}
