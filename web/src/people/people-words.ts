import type { Refusal } from "@podium/engine";
import type { Language } from "@podium/protocol";
import { findersOf, translationsOf } from "../languages/catalogues.ts";
import { refusalSentence } from "../ui/shared-words.ts";

/** The words of accounts. */
export const people = translationsOf("people");

const find = findersOf("people");

/** Why a role was not given or taken back; of what was typed, the sentence of its field. */
export function whyNoRole(refusal: Refusal, language: Language): string {
  const key =
    refusal.code === "form-invalid"
      ? `people.staff.wrong.${refusal.detail["field"]}`
      : `people.refusal.${refusal.code}`;
  return find(language)(key) ?? refusalSentence(refusal, language);
}

/** Why somebody is not let in, in the reader's language where it is known. */
export function whyNotIn(refusal: { readonly code: string; readonly message: string }, language: Language): string {
  return find(language)(`people.refusal.${refusal.code}`) ?? refusalSentence(refusal, language);
}
