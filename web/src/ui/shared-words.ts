import type { Language } from "@podium/protocol";
import { findersOf, translationsOf } from "../languages/catalogues.ts";
import type { TranslationParams } from "../languages/translation.ts";

/** The words that every screen shares: rounds, states, medals, the frame around the pages. */
export const shared = translationsOf("ui");

const find = findersOf("ui");

/** What a refusal says to people: the catalogue's sentence for its code, else the sentence it came with. */
export function refusalSentence(
  refusal: { readonly code: string; readonly message: string; readonly detail?: TranslationParams },
  language: Language,
): string {
  return find(language)(`refusal.${refusal.code}`, refusal.detail ?? {}) ?? refusal.message;
}

/** What was just done; null for a code that nobody has words for. */
export function noticeSentence(
  notice: { readonly code: string; readonly params: TranslationParams },
  language: Language,
): string | null {
  return find(language)(`notice.${notice.code}`, notice.params);
}
