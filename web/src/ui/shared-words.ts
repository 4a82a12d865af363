import type { Language } from "@podium/protocol";
import en from "./words.en.json" with { type: "json" };
import ko from "./words.ko.json" with { type: "json" };
import zh from "./words.zh.json" with { type: "json" };
import { type TranslationParams, findSentence, type Translate, translator } from "./words.ts";

const catalogues = { en, ko, zh };

export type SharedKey = keyof typeof en;

/** The words that every screen shares: rounds, states, medals, the frame around the pages. */
export const shared: (language: Language) => Translate<SharedKey> = translator(catalogues);

/** What a refusal says to people: the catalogue's sentence for its code, else the sentence it came with. */
export function refusalSentence(
  refusal: { readonly code: string; readonly message: string; readonly detail?: TranslationParams },
  language: Language,
): string {
  return findSentence(catalogues, language)(`refusal.${refusal.code}`, refusal.detail ?? {}) ?? refusal.message;
}

/** What was just done; null for a code that nobody has words for. */
export function noticeSentence(
  notice: { readonly code: string; readonly params: TranslationParams },
  language: Language,
): string | null {
  return findSentence(catalogues, language)(`notice.${notice.code}`, notice.params);
}
