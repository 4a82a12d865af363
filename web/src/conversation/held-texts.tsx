import type { Frame, HeldView } from "@podium/protocol";
import { commentAddress } from "./comment-html.ts";
import { conversation } from "./conversation-words.ts";

/** What the reader wrote and a moderator has not seen yet: for their own eyes, with why it waits. */
export function HeldTexts({
  held,
  thread,
  frame,
}: {
  readonly held: readonly HeldView[];
  readonly thread: string;
  readonly frame: Frame;
}) {
  if (held.length === 0) return null;
  const t = conversation(frame.language);
  return (
    <section class="held" id="held" aria-labelledby="held-title">
      <h3 id="held-title">{t("conversation.held-title")}</h3>
      <p class="quiet">{t("conversation.held-says")}</p>
      <ul>
        {held.map((each) => (
          <HeldText key={each.id} held={each} thread={thread} frame={frame} />
        ))}
      </ul>
    </section>
  );
}

function HeldText({
  held,
  thread,
  frame,
}: {
  readonly held: HeldView;
  readonly thread: string;
  readonly frame: Frame;
}) {
  const t = conversation(frame.language);
  return (
    <li>
      {held.comment === null ? null : (
        <p class="quiet">
          <a href={commentAddress(thread, held.comment)}>{t("conversation.held-edit")}</a>
        </p>
      )}
      <blockquote dir="auto" lang={held.language ?? undefined}>
        {held.body}
      </blockquote>
      <p class="quiet">{held.why.map((rule) => t(`conversation.why.${rule}`)).join(" ")}</p>
      <form method="post" action={`/held/${held.id}/withdrawal`}>
        <button class="quiet">{t("conversation.withdraw")}</button>
      </form>
    </li>
  );
}
