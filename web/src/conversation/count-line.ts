import type { CountView } from "@podium/protocol";
import type { TranslateConversation } from "./conversation-words.ts";

/** How many comments there are, and what is not shown and why: "30 comments: 27 shown, 1 removed by moderators, ...". */
export function countLine(count: CountView, t: TranslateConversation): string {
  const all = t("conversation.count", { count: count.posted });
  if (count.shown === count.posted) return all;
  const parts = (["shown", "removed", "deleted", "held"] as const)
    .filter((state) => state === "shown" || count[state] > 0)
    .map((state) => t(`conversation.count-${state}`, { count: count[state] }));
  return t("conversation.count-line", { all, parts: parts.join(t("conversation.comma")) });
}
