import type { ActView, Frame, ModerationLogPage } from "@podium/protocol";
import { Words } from "../ui/names.tsx";
import { PageHead } from "../ui/page-head.tsx";
import { timeInWords } from "../ui/times.ts";
import { commentAddress } from "./comment-html.ts";
import { moderation } from "./moderation-words.ts";

interface LogProps {
  readonly data: ModerationLogPage;
  readonly frame: Frame;
}

/** What moderators did, for everybody to read; and for who runs all competitions, how all conversations rest. */
export function ModerationLog({ data, frame }: LogProps) {
  const { language } = frame;
  const t = moderation(language);
  return (
    <div class="queue">
      <PageHead language={language} way={[]} title={t("moderation.log")} details={t("moderation.log-says")} />
      <Pause data={data} frame={frame} />
      {data.acts.length === 0 ? <p>{t("moderation.log-empty")}</p> : null}
      <ol class="queue-decided">
        {data.acts.map((act) => (
          <Act key={act.number} act={act} frame={frame} />
        ))}
      </ol>
      {data.next === null ? null : (
        <a class="button quiet" rel="next" href={`/moderation/log?before=${data.next}`}>
          {t("moderation.log-next")}
        </a>
      )}
    </div>
  );
}

function Act({ act, frame }: { readonly act: ActView; readonly frame: Frame }) {
  const { language } = frame;
  const t = moderation(language);
  const { thread, comment } = act;
  return (
    <li>
      <p>
        {t(`moderation.act.${act.act}`)}
        {thread === null ? null : (
          <>
            {": "}
            <a href={comment === null ? `/threads/${thread.id}` : commentAddress(thread.id, comment)}>
              <Words text={thread.title} language={language} />
            </a>
          </>
        )}
      </p>
      {act.reason === "" ? null : <p dir="auto">{act.reason}</p>}
      <p class="quiet">
        <time>{timeInWords(act.atMs, { zone: "UTC", language, form: "full" })}</time>
        {act.by === "" ? null : (
          <>
            {" · "}
            <bdi>{act.by}</bdi>
          </>
        )}
      </p>
    </li>
  );
}

function Pause({ data: { pause, mayPause }, frame }: LogProps) {
  const { language } = frame;
  const t = moderation(language);
  const until = pause === null ? "" : timeInWords(pause.untilMs, { zone: "UTC", language, form: "full" });
  return (
    <section aria-labelledby="pause">
      {pause === null && !mayPause ? null : <h2 id="pause">{t("moderation.pause")}</h2>}
      {pause === null ? null : (
        <p dir="auto" role="status">
          {t("moderation.paused-until", { time: until, reason: pause.reason })}
        </p>
      )}
      {mayPause && pause !== null ? (
        <form method="post" action="/moderation/pause/end">
          <button class="quiet">{t("moderation.resume")}</button>
        </form>
      ) : null}
      {mayPause && pause === null ? (
        <form method="post" action="/moderation/pause">
          <p class="quiet">{t("moderation.pause-says")}</p>
          <div class="field">
            <label for="minutes">{t("moderation.minutes")}</label>
            <input id="minutes" name="minutes" type="number" min={1} max={1440} value={15} required />
          </div>
          <div class="field">
            <label for="pause-reason">{t("moderation.pause-reason")}</label>
            <input id="pause-reason" name="reason" required maxLength={500} dir="auto" />
          </div>
          <button>{t("moderation.pause")}</button>
        </form>
      ) : null}
    </section>
  );
}
