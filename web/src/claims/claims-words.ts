import { findersOf, translationsOf } from "../languages/catalogues.ts";

/** The words of the page on which a text is held against the record. */
export const claimsWords = translationsOf("claims");

const find = findersOf("claims");

/** What a type of claim is called; the code itself where the catalogue does not know it. */
export function typeInWords(type: string, language: Parameters<typeof find>[0]): string {
  return find(language)(`check.type.${type}`) ?? type;
}
