import type { Claim } from "@podium/engine";
import { escapeHtml, type CheckPage } from "@podium/protocol";
import type { TranslateConversation } from "./conversation-words.ts";

/** What the record says of a comment, by the address of its page; null where that is not to be had. */
export async function checkedComment(address: string): Promise<CheckPage | null> {
  try {
    const answer = await fetch(`${address}.json`, { headers: { accept: "application/json" } });
    return answer.ok ? ((await answer.json()) as CheckPage) : null;
  } catch {
    return null;
  }
}

/** The claims of a comment with their verdicts, to stand under its words. */
export function recordHtml({ asked, claims }: CheckPage, t: TranslateConversation): string {
  const lines = (claims ?? []).map((claim) => lineHtml(claim, asked, t));
  const words =
    lines.length === 0 ? `<p>${escapeHtml(t("conversation.record.nothing"))}</p>` : `<ul>${lines.join("")}</ul>`;
  return `<div class="comment-record" role="status">${words}</div>`;
}

const VERDICTS = { supported: "supported", contradicted: "contradicted", "not in the record": "unknown" } as const;

function lineHtml({ words, verdict, truth }: Claim, asked: CheckPage["asked"], t: TranslateConversation): string {
  const quoted = `<q lang="${escapeHtml(asked.language)}" dir="auto">${escapeHtml(asked.text.slice(words.start, words.end))}</q>`;
  const kind = VERDICTS[verdict];
  const truthful = truth === undefined || truth === "" || kind !== "contradicted" ? "" : `: ${truth}`;
  return `<li class="${kind}">${quoted} <strong>${escapeHtml(t(`conversation.record.${kind}`) + truthful)}</strong></li>`;
}
