import type { ConversationLink, Language } from "@podium/protocol";
import { shared } from "./shared-words.ts";

interface ConversationLineProps {
  readonly conversation: ConversationLink;
  readonly language: Language;
}

/** One line that leads to the conversation about a page, or to where somebody begins it. */
export function ConversationLine({ conversation, language }: ConversationLineProps) {
  const { about, thread, comments } = conversation;
  const t = shared(language);
  const address = thread === null ? `/threads?${new URLSearchParams({ about })}` : `/threads/${thread}`;
  return (
    <p class="moment-line">
      <a href={address}>{t("ui.conversation")}</a>{" "}
      <span class="quiet">{comments === 0 ? t("ui.conversation-begin") : t("ui.comments", { count: comments })}</span>
    </p>
  );
}
