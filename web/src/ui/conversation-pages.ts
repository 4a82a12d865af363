import type { Page } from "@podium/protocol";

const CONVERSATION = [
  "first-comment",
  "thread",
  "moderation",
  "moderation-rules",
  "embedding",
  "member",
  "moderation-log",
  "comment-search",
  "profile",
  "comment-versions",
  "notes",
  "translations",
  "thread-import",
  "notifications",
  "following",
] as const;

/** The pages of the conversation and of those who look after it. */
export type ConversationPage = Extract<Page, { readonly page: (typeof CONVERSATION)[number] }>;

export function isConversationPage(page: Page): page is ConversationPage {
  return CONVERSATION.some((name) => name === page.page);
}
