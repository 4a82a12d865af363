import type { Frame, NotificationsPage, NotificationView } from "@podium/protocol";
import { PageHead } from "../ui/page-head.tsx";
import { timeInWords } from "../ui/times.ts";
import { commentAddress } from "./comment-html.ts";
import { notifications } from "./moderation-words.ts";

/** What a member is told: what was decided about their words and flags, the newest first. */
export function Notifications({ data, frame }: { readonly data: NotificationsPage; readonly frame: Frame }) {
  const { language } = frame;
  const t = notifications(language);
  const hasNew = data.notifications.some(({ isNew }) => isNew);
  return (
    <div class="notifications">
      <PageHead language={language} way={[]} title={t("notifications.title")} details={t("notifications.says")} />
      <p>
        <a href="/following">{t("notifications.following")}</a>
      </p>
      {data.notifications.length === 0 ? <p>{t("notifications.none")}</p> : null}
      {hasNew ? (
        <form method="post" action="/notifications/seen">
          <button class="quiet">{t("notifications.mark-seen")}</button>
        </form>
      ) : null}
      <ol>
        {data.notifications.map((each) => (
          <Told key={each.id} told={each} frame={frame} />
        ))}
      </ol>
    </div>
  );
}

function Told({ told, frame }: { readonly told: NotificationView; readonly frame: Frame }) {
  const { language } = frame;
  const t = notifications(language);
  const isRemoved = told.data["decision"] === "removed";
  const key = told.kind === "flag-answered" ? (isRemoved ? "flag-upheld" : "flag-dismissed") : told.kind;
  const count = Number(told.data["count"] ?? 1);
  const reason = String(told.data["reason"] ?? "");
  return (
    <li class={told.isNew ? "is-new" : undefined} id={`n-${told.id}`}>
      <h2>{t(`notifications.${key}`, { name: told.by ?? "", table: String(told.data["table"] ?? ""), count })}</h2>
      <p class="quiet">
        <time>{timeInWords(told.atMs, { zone: "UTC", language, form: "full" })}</time>
        {told.kind === "called" ? (
          <>
            {" · "}
            <a href={`/matches/${told.data["match"]}`}>{t("notifications.where-match")}</a>
          </>
        ) : null}
        {told.thread === null ? null : (
          <>
            {" · "}
            <a href={addressOf(told)}>{t("notifications.where")}</a>
          </>
        )}
      </p>
      {told.words === "" ? null : <blockquote dir="auto">{told.words}</blockquote>}
      {reason === "" ? null : <p dir="auto">{t("notifications.reason", { reason })}</p>}
      {told.kind === "restricted" ? <p>{restrictedUntil(told, language)}</p> : null}
      {told.mayAppeal && told.case !== null ? <AppealForm id={told.case} frame={frame} /> : null}
    </li>
  );
}

function restrictedUntil({ data }: NotificationView, language: Frame["language"]): string {
  const t = notifications(language);
  const untilMs = data["untilMs"];
  if (typeof untilMs !== "number") return t("notifications.open-ended");
  return t("notifications.until", { time: timeInWords(untilMs, { zone: "UTC", language, form: "full" }) });
}

function addressOf({ thread, comment, kind, data }: NotificationView): string {
  if (kind === "note-mention")
    return `/notes?${new URLSearchParams({ about: String(data["about"]) })}#note-${data["note"]}`;
  return comment === null ? `/threads/${thread}` : commentAddress(thread ?? "", comment);
}

function AppealForm({ id, frame }: { readonly id: string; readonly frame: Frame }) {
  const t = notifications(frame.language);
  return (
    <details>
      <summary>{t("notifications.appeal")}</summary>
      <form method="post" action={`/cases/${id}/appeal`}>
        <p class="quiet">{t("notifications.appeal-says")}</p>
        <div class="field">
          <label for={`appeal-${id}`}>{t("notifications.appeal-words")}</label>
          <textarea id={`appeal-${id}`} name="words" required maxLength={2000} rows={4} dir="auto" />
        </div>
        <button>{t("notifications.appeal-send")}</button>
      </form>
    </details>
  );
}
