import type { ApplicationToDecide, DraftEventPage, Language } from "@podium/protocol";
import { InputField } from "../ui/fields.tsx";
import { Time } from "../ui/time.tsx";
import { doubtParams } from "./doubt-params.ts";
import { setupWords } from "./setup-words.ts";

interface ApplicationsProps {
  readonly data: DraftEventPage;
  readonly language: Language;
}

/** Who asked to be entered: each is entered, put on the reserve list or declined with a reason. */
export function Applications({ data, language }: ApplicationsProps) {
  const t = setupWords(language);
  if (data.applications.length === 0) return null;
  return (
    <section id="applications">
      <h2>{t("setup.applications")}</h2>
      <ol class="setup-applications">
        {data.applications.map((application) => (
          <Application key={application.id} application={application} data={data} language={language} />
        ))}
      </ol>
    </section>
  );
}

interface ApplicationProps extends ApplicationsProps {
  readonly application: ApplicationToDecide;
}

function Application({ application, data, language }: ApplicationProps) {
  const t = setupWords(language);
  const { draft, event, entered } = data;
  const { id, name, association, partner, remark, atMs, reserve, doubts } = application;
  const isPair = event.kind === "doubles";
  const typed = entered["application"] === id ? entered : {};
  return (
    <li>
      <p dir="auto">
        <strong>{partner === null ? name : `${name} / ${partner}`}</strong> <span class="quiet">{association}</span>{" "}
        {isPair && partner === null ? <span class="quiet">{t("setup.enter.partner-wanted")}</span> : null}{" "}
        <span class="quiet">
          <Time ms={atMs} zone={draft.zone} language={language} />
        </span>{" "}
        {reserve === null ? null : <strong>{t("setup.enter.reserve", { place: reserve })}</strong>}
      </p>
      {remark === null ? null : <p dir="auto">{remark}</p>}
      {doubts.map((doubt, at) => (
        <p key={at}>{t(`setup.doubt.${doubt.code}`, doubtParams(doubt))}</p>
      ))}
      <form method="post" action={`/desk/drafts/${draft.id}/decisions`}>
        <input type="hidden" name="application" value={id} />
        <WhoIsMeant application={application} chosen={typed["person"]} language={language} />
        <p class="buttons">
          {isPair && partner === null ? null : (
            <button name="decision" value="enter" aria-label={t("setup.applications.enter-one", { name })}>
              {t("setup.applications.enter")}
            </button>
          )}
          {reserve === null ? (
            <button name="decision" value="reserve" class="quiet">
              {t("setup.applications.reserve")}
            </button>
          ) : null}
        </p>
        <Decline id={id} entered={typed} language={language} />
      </form>
    </li>
  );
}

interface DeclineProps {
  readonly id: string;
  readonly entered: DraftEventPage["entered"];
  readonly language: Language;
}

function Decline({ id, entered, language }: DeclineProps) {
  const t = setupWords(language);
  return (
    <details open={entered["decision"] === "decline"}>
      <summary>{t("setup.applications.decline")}</summary>
      <InputField
        name="reason"
        id={`reason-${id}`}
        words={t("setup.applications.reason")}
        value={entered["reason"] ?? ""}
      />
      <p class="buttons">
        <button name="decision" value="decline" class="quiet">
          {t("setup.applications.decline")}
        </button>
      </p>
    </details>
  );
}

interface WhoProps {
  readonly application: ApplicationToDecide;
  readonly chosen: string | undefined;
  readonly language: Language;
}

function WhoIsMeant({ application: { candidates, name }, chosen, language }: WhoProps) {
  const t = setupWords(language);
  if (candidates.length === 0) return null;
  return (
    <select name="person" aria-label={t("setup.applications.who", { name })}>
      <option value="take">{t("setup.decide.take")}</option>
      {candidates.map(({ id, family, given, association }) => (
        <option key={id} value={id} selected={id === chosen}>
          {t("setup.decide.is", { name: `${family} ${given}`.trim(), association: association ?? "" })}
        </option>
      ))}
    </select>
  );
}
