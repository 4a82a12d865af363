import type { Refusal } from "@podium/engine";
import type { Language } from "@podium/protocol";
import type { Rejection } from "../client/outbox.ts";
import type { KeyOf } from "../languages/catalogues.ts";
import { type Catalogue, finder, type Translate, translator } from "../languages/translation.ts";

type Key = KeyOf<"chair">;

/** What the chair says, in the one language that its page carries to the phone. */
export interface ChairWords {
  readonly language: Language;
  readonly words: Catalogue<Key>;
}

export type TranslateChair = Translate<Key>;

/** The translations of a chair. */
export function translateChair({ words, language }: ChairWords): TranslateChair {
  return translator(words, language);
}

/** What the laws or the server answer, in the chair's language where it has the sentence. */
export function refusalWords(
  { code, message, detail = {} }: Rejection & Partial<Pick<Refusal, "detail">>,
  { words, language }: ChairWords,
): string {
  return finder(words, language)(`chair.refusal.${code}`, detail) ?? message;
}
