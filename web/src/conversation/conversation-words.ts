import type { Language } from "@podium/protocol";
import { refusalSentence } from "../ui/shared-words.ts";
import { findSentence, type Translate, translator } from "../ui/words.ts";
import en from "./words.en.json" with { type: "json" };
import ko from "./words.ko.json" with { type: "json" };
import zh from "./words.zh.json" with { type: "json" };

const catalogues = { en, ko, zh };

export type ConversationKey = keyof typeof en;
export type TranslateConversation = Translate<ConversationKey>;

/** The words of the conversation. */
export const conversation: (language: Language) => TranslateConversation = translator(catalogues);

/** All of them in one language, for the script of the page. */
export function conversationCatalogue(language: Language): Readonly<Record<ConversationKey, string>> {
  return catalogues[language];
}

/** Why something was not done, in the reader's language where it is known. */
export function whyNot(refusal: { readonly code: string; readonly message: string }, language: Language): string {
  return (
    findSentence(catalogues, language)(`conversation.refusal.${refusal.code}`) ?? refusalSentence(refusal, language)
  );
}
