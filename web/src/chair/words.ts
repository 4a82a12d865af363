import type { Refusal } from "@podium/engine";
import type { Language } from "@podium/protocol";
import { findSentence, type Say, speaker } from "../ui/words.ts";
import en from "./words.en.json" with { type: "json" };
import ko from "./words.ko.json" with { type: "json" };
import zh from "./words.zh.json" with { type: "json" };

const catalogues = { en, ko, zh };

/** The chair's voice in one language. */
export type SayChair = Say<keyof typeof en>;
export const chairWords: (language: Language) => SayChair = speaker(catalogues);

/** What the laws answer, in the chair's language where it has the sentence. */
export function refusalWords(refusal: Refusal, language: Language): string {
  return findSentence(catalogues, language)(`chair.refusal.${refusal.code}`, refusal.detail) ?? refusal.message;
}
