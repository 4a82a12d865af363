import type { Frame, MemberPage } from "@podium/protocol";
import { RESTRICTIONS } from "@podium/protocol";
import { Words } from "../ui/names.tsx";
import { PageHead } from "../ui/page-head.tsx";
import { timeInWords } from "../ui/times.ts";
import { shared } from "../ui/shared-words.ts";
import { moderation } from "./moderation-words.ts";

interface MemberProps {
  readonly data: MemberPage;
  readonly frame: Frame;
}

/** What moderators know of a member, and how they hold one back. */
export function Member({ data, frame }: MemberProps) {
  const { language } = frame;
  const t = moderation(language);
  const way = [{ href: "/moderation", words: shared(language)("ui.moderation") }];
  return (
    <div class="queue">
      <PageHead language={language} way={way} title={<bdi>{data.member.name}</bdi>} />
      <p>{t("moderation.member-flags", data.flags)}</p>
      {data.sharing.map(({ id, name }) => (
        <p key={id}>
          {t("moderation.sharing")}{" "}
          <a href={`/moderation/members/${id}`}>
            <bdi>{name}</bdi>
          </a>
        </p>
      ))}
      <Restrictions data={data} frame={frame} />
      <Restrict data={data} frame={frame} />
      <section aria-labelledby="member-cases">
        <h2 id="member-cases">{t("moderation.member-cases")}</h2>
        {data.cases.length === 0 ? <p class="quiet">{t("moderation.nothing")}</p> : null}
        <ul class="queue-decided">
          {data.cases.map((each) => (
            <li key={each.id}>
              <p dir="auto" lang={each.language ?? undefined}>
                {each.body}
              </p>
              <p class="quiet" dir="auto">
                {t(`moderation.kind.${each.kind}`)} · {timeInWords(each.atMs, { zone: "UTC", language, form: "full" })}
                {each.decided === null
                  ? null
                  : ` · ${t(each.decided.decision === "passed" ? "moderation.was-passed" : "moderation.was-removed", { name: each.decided.by, reason: each.decided.reason })}`}
              </p>
            </li>
          ))}
        </ul>
      </section>
    </div>
  );
}

function Restrictions({ data, frame }: MemberProps) {
  const { language } = frame;
  const t = moderation(language);
  const time = (ms: number) => timeInWords(ms, { zone: "UTC", language, form: "full" });
  if (data.restrictions.length === 0) return null;
  return (
    <section aria-labelledby="restrictions">
      <h2 id="restrictions">{t("moderation.restrictions")}</h2>
      <ul class="queue-decided">
        {data.restrictions.map((each) => (
          <li key={each.id}>
            <p dir="auto">
              <b>{t(`moderation.restriction.${each.kind}`)}</b>
              {": "}
              {each.reason}
            </p>
            <p class="quiet" dir="auto">
              {each.competition ?? t("moderation.everywhere")} · {each.by} · {time(each.atMs)}
              {each.untilMs === null ? "" : ` – ${time(each.untilMs)}`}
            </p>
            {each.holds ? (
              <form method="post" action={`/moderation/restrictions/${each.id}/lifting`}>
                <button class="quiet">{t("moderation.lift")}</button>
              </form>
            ) : (
              <p class="quiet">{t("moderation.over")}</p>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Restrict({ data, frame }: MemberProps) {
  const t = moderation(frame.language);
  return (
    <section aria-labelledby="restrict">
      <h2 id="restrict">{t("moderation.restrict")}</h2>
      <form method="post" action={`/moderation/members/${data.member.id}/restrictions`}>
        <fieldset>
          <legend>{t("moderation.restrict-how")}</legend>
          {RESTRICTIONS.map((kind, index) => (
            <label class="choice" key={kind}>
              <input type="radio" name="kind" value={kind} checked={index === 0} />{" "}
              {t(`moderation.restriction-says.${kind}`)}
            </label>
          ))}
        </fieldset>
        <div class="field">
          <label for="days">{t("moderation.days")}</label>
          <input id="days" name="days" type="number" min={1} max={3650} inputMode="numeric" />
        </div>
        <div class="field">
          <label for="place">{t("moderation.where")}</label>
          <select id="place" name="competition">
            {data.places.map((place) => (
              <option key={place?.id ?? ""} value={place?.id ?? ""}>
                {place === null ? t("moderation.everywhere") : <Words text={place.title} language={frame.language} />}
              </option>
            ))}
          </select>
        </div>
        <div class="field">
          <label for="why">{t("moderation.restrict-reason")}</label>
          <input id="why" name="reason" required maxLength={500} dir="auto" />
        </div>
        <button>{t("moderation.restrict")}</button>
      </form>
    </section>
  );
}
