import type { Why } from "@podium/engine";
import type { Language } from "@podium/protocol";
import { findersOf, translationsOf } from "../languages/catalogues.ts";
import { refusalSentence } from "../ui/shared-words.ts";

/** The words of moderators. */
export const moderation = translationsOf("moderation");

/** The words of conversations that are imported. */
export const importing = translationsOf("importing");

/** The words of what members are told. */
export const notifications = translationsOf("notifications");

const find = findersOf("moderation");

/** Why a text is held, in a sentence. */
export function whyInWords(why: Why, language: Language): string {
  const t = moderation(language);
  if (why.rule === "words") return t("moderation.why.words", { word: why.word });
  if (why.rule === "repeat") return t("moderation.why.repeat", { count: why.accounts });
  if (why.rule === "links") return t("moderation.why.links", { count: why.links });
  return find(language)(`moderation.why.${why.rule}`) ?? why.rule;
}

/** Why a change was not made, in the reader's language where it is known. */
export function whyNotChanged(
  refusal: { readonly code: string; readonly message: string },
  language: Language,
): string {
  return find(language)(`moderation.refusal.${refusal.code}`) ?? refusalSentence(refusal, language);
}
