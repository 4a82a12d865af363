import { inLanguage, type Language } from "@podium/protocol";
import type { ConversationPage } from "./conversation-pages.ts";
import type { Head } from "./document.tsx";
import { shared } from "./shared-words.ts";

/** Title and scripts of the pages of the conversation. */
export function conversationHead(page: ConversationPage, language: Language): Head {
  const t = shared(language);
  switch (page.page) {
    case "first-comment":
      return { title: inLanguage(page.data.subject.title, language), hidden: true };
    case "thread":
      return { title: inLanguage(page.data.thread.title, language), scripts: ["entry-conversation.ts"] };
    case "moderation":
    case "moderation-rules":
      return { title: t("ui.moderation"), hidden: true, scripts: ["entry-conversation.ts"] };
    case "embedding":
      return { title: t("ui.embedding"), hidden: true };
    case "member":
      return { title: page.data.member.name, hidden: true };
    case "moderation-log":
      return { title: t("ui.moderation-log") };
    case "comment-search":
      return { title: t("ui.comment-search"), hidden: true };
    case "profile":
      return { title: page.data.name, hidden: true };
    case "comment-versions":
      return { title: t("ui.comment-versions"), hidden: true };
    case "thread-import":
      return { title: t("ui.thread-import"), hidden: true };
    case "translations":
      return { title: t("ui.translations"), hidden: true };
    case "notes":
      return { title: t("ui.notes"), hidden: true };
    case "notifications":
      return { title: t("ui.notifications"), hidden: true };
    case "following":
      return { title: t("ui.following"), hidden: true };
  }
}
