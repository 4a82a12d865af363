import type { Language } from "@podium/protocol";
import { findersOf, type KeyOf, translationsOf } from "../languages/catalogues.ts";
import { refusalSentence } from "../ui/shared-words.ts";
import type { Translate } from "../languages/translation.ts";

export type TranslateConversation = Translate<KeyOf<"conversation">>;

/** The words of the conversation. */
export const conversation = translationsOf("conversation");

const find = findersOf("conversation");

/** Why something was not done, in the reader's language where it is known. */
export function whyNot(refusal: { readonly code: string; readonly message: string }, language: Language): string {
  return find(language)(`conversation.refusal.${refusal.code}`) ?? refusalSentence(refusal, language);
}
