import type { Language } from "@podium/protocol";
import { findersOf, translationsOf } from "../languages/catalogues.ts";
import { refusalSentence } from "../ui/shared-words.ts";

/** The words of accounts. */
export const people = translationsOf("people");

const find = findersOf("people");

/** Why somebody is not let in, in the reader's language where it is known. */
export function whyNotIn(refusal: { readonly code: string; readonly message: string }, language: Language): string {
  return find(language)(`people.refusal.${refusal.code}`) ?? refusalSentence(refusal, language);
}
