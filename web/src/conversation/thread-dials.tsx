import type { Frame, ThreadView } from "@podium/protocol";
import { commentOptions } from "./comment-options.ts";
import { conversation } from "./conversation-words.ts";

/** Seconds between two comments of one person that a moderator may choose. */
const PAUSES = [0, 30, 60, 300, 900, 3600] as const;

interface DialsProps {
  readonly thread: ThreadView;
  readonly frame: Frame;
}

/** What holds the conversation back, for everybody; and for moderators, how it is turned. */
export function Dials({ thread, frame }: DialsProps) {
  const t = conversation(frame.language);
  const held = [
    thread.slowSeconds > 0 ? t("conversation.is-slow", { seconds: thread.slowSeconds }) : "",
    thread.membersOnly ? t("conversation.is-members-only") : "",
  ].filter((sentence) => sentence !== "");
  return (
    <>
      {held.length === 0 || thread.locked ? null : <p class="quiet">{held.join(" ")}</p>}
      {commentOptions(thread, frame).moderates && !thread.locked ? <DialForms thread={thread} frame={frame} /> : null}
    </>
  );
}

function DialForms({ thread, frame }: DialsProps) {
  const t = conversation(frame.language);
  return (
    <details class="dials">
      <summary>{t("conversation.dials")}</summary>
      <form method="post" action={`/threads/${thread.id}/dials`}>
        <div class="field">
          <label for="slow">{t("conversation.slow")}</label>
          <select id="slow" name="slowSeconds">
            {PAUSES.map((seconds) => (
              <option key={seconds} value={seconds} selected={seconds === thread.slowSeconds}>
                {seconds === 0 ? t("conversation.slow-off") : t("conversation.slow-seconds", { count: seconds })}
              </option>
            ))}
          </select>
        </div>
        <label class="choice">
          <input type="checkbox" name="membersOnly" value="on" checked={thread.membersOnly} />{" "}
          {t("conversation.members-only")}
        </label>
        <div class="field">
          <label for="dials-reason">{t("conversation.reason")}</label>
          <input id="dials-reason" name="reason" required maxLength={500} dir="auto" />
        </div>
        <div class="buttons">
          <button>{t("conversation.turn")}</button>
          <button class="quiet" formaction={`/threads/${thread.id}/lock`}>
            {t("conversation.lock")}
          </button>
        </div>
      </form>
    </details>
  );
}
