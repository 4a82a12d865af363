import type { Language } from "@podium/protocol";
import { refusalSentence } from "../ui/shared-words.ts";
import { findSentence, type Translate, translator } from "../ui/words.ts";
import en from "./words.en.json" with { type: "json" };
import ko from "./words.ko.json" with { type: "json" };
import zh from "./words.zh.json" with { type: "json" };

const catalogues = { en, ko, zh };

/** The words of accounts. */
export const people: (language: Language) => Translate<keyof typeof en> = translator(catalogues);

/** Why somebody is not let in, in the reader's language where it is known. */
export function whyNotIn(refusal: { readonly code: string; readonly message: string }, language: Language): string {
  return findSentence(catalogues, language)(`people.refusal.${refusal.code}`) ?? refusalSentence(refusal, language);
}
