import type { ApplicationView, EnterListPage, EnterPage, Frame, Language, OpenEventView } from "@podium/protocol";
import { inLanguage } from "@podium/protocol";
import { Field } from "../ui/field.tsx";
import { InputField, SelectField } from "../ui/fields.tsx";
import { signInAddress } from "../ui/links.ts";
import { Words } from "../ui/names.tsx";
import { PageHead } from "../ui/page-head.tsx";
import { Time } from "../ui/time.tsx";
import { daysInWords } from "../ui/times.ts";
import { Refused } from "./draft-page.tsx";
import { setupWords } from "./setup-words.ts";

interface EnterListProps {
  readonly data: EnterListPage;
  readonly frame: Frame;
}

/** The competitions that people may enter now. */
export function EnterList({ data, frame: { language } }: EnterListProps) {
  const t = setupWords(language);
  return (
    <article>
      <PageHead language={language} way={[]} title={t("setup.enter")} details={t("setup.enter.says")} />
      {data.competitions.length === 0 ? <p class="quiet">{t("setup.enter.none")}</p> : null}
      <ul class="competitions">
        {data.competitions.map(({ id, title, place, from, to, zone, closesAtMs }) => (
          <li key={id}>
            <h2>
              <a href={`/enter/${id}`}>
                <Words text={title} language={language} />
              </a>
            </h2>
            <p class="facts">
              {place === null ? null : <Words text={place} language={language} />}
              <span>{daysInWords(from, to, language)}</span>
              <span>
                {t("setup.enter.until")} <Time ms={closesAtMs} zone={zone} language={language} form="full" />
              </span>
            </p>
          </li>
        ))}
      </ul>
    </article>
  );
}

interface EnterProps {
  readonly data: EnterPage;
  readonly frame: Frame;
}

/** Where people enter themselves: what is open, who has entered, what became of one's own wish. */
export function Enter({ data, frame }: EnterProps) {
  const { language } = frame;
  const t = setupWords(language);
  const { competition, terms } = data;
  const place = competition.place === null ? "" : `${inLanguage(competition.place, language)} `;
  return (
    <article class="setup">
      <PageHead
        language={language}
        way={[{ href: "/enter", words: t("setup.enter") }]}
        title={<Words text={competition.title} language={language} />}
        details={`${place}${daysInWords(competition.from, competition.to, language)}`}
      />
      <p>
        {t(terms.isOpen ? "setup.enter.until" : "setup.enter.closed")}{" "}
        <Time ms={terms.closesAtMs} zone={competition.zone} language={language} form="full" />
      </p>
      {terms.remark === null ? null : <p dir="auto">{terms.remark}</p>}
      <Refused data={data} language={language} />
      <Mine data={data} language={language} />
      <EnterForm data={data} frame={frame} />
      {terms.events.map((event) => (
        <OpenEvent key={event.code} event={event} language={language} />
      ))}
    </article>
  );
}

interface OwnProps {
  readonly data: EnterPage;
  readonly language: Language;
}

function Mine({ data, language }: OwnProps) {
  const t = setupWords(language);
  if (data.mine.length === 0) return null;
  return (
    <section id="mine">
      <h2>{t("setup.enter.mine")}</h2>
      <ul class="setup-applications">
        {data.mine.map((application) => (
          <li key={application.id}>
            <Own application={application} data={data} language={language} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Own({ application, data, language }: OwnProps & { readonly application: ApplicationView }) {
  const t = setupWords(language);
  const { id, name, partner, state, reason, reserve } = application;
  const event = data.terms.events.find(({ code }) => code === application.event);
  const stands = state === "waiting" || state === "entered" || state === "reserve";
  return (
    <>
      <p dir="auto">
        {event === undefined ? application.event : <Words text={event.title} language={language} />}:{" "}
        <strong>{partner === null ? name : `${name} / ${partner}`}</strong>{" "}
        {event?.kind === "doubles" && partner === null ? t("setup.enter.partner-wanted") : ""}
      </p>
      <p dir="auto">
        {t(`setup.enter.is-${state}`)} {reserve === null ? null : t("setup.enter.reserve", { place: reserve })} {reason}
      </p>
      {stands ? (
        <form method="post" action={`/enter/${data.competition.id}/withdrawals`}>
          <button class="quiet" name="application" value={id}>
            {t("setup.enter.withdraw")}
          </button>
        </form>
      ) : null}
    </>
  );
}

function EnterForm({ data, frame: { language, viewer, path } }: EnterProps) {
  const t = setupWords(language);
  const { competition, terms, entered } = data;
  if (!terms.isOpen) return null;
  if (viewer === null)
    return (
      <p>
        <a class="button" href={signInAddress(path)}>
          {t("setup.enter.sign-in")}
        </a>
      </p>
    );
  const value = (name: string) => entered[name] ?? "";
  return (
    <section>
      <h2>{t("setup.enter.form")}</h2>
      <form method="post" action={`/enter/${competition.id}/applications`}>
        <SelectField
          name="event"
          words={t("setup.enter.event")}
          chosen={value("event")}
          options={terms.events.map((event) => [event.code, eventInWords(event, language)])}
        />
        <InputField name="family" words={t("setup.enter.family")} value={value("family")} maxLength={100} isRequired />
        <InputField name="given" words={t("setup.enter.given")} value={value("given")} maxLength={100} />
        <InputField name="association" words={t("setup.enter.club")} value={value("association")} maxLength={100} />
        {terms.events.some(({ kind }) => kind === "doubles") ? <Partner entered={entered} language={language} /> : null}
        <Field name="remark" words={t("setup.enter.remark")} help={t("setup.enter.remark-help")}>
          <textarea id="field-remark" name="remark" rows={2} maxLength={500} dir="auto" aria-describedby="help-remark">
            {value("remark")}
          </textarea>
        </Field>
        <p class="buttons">
          <button>{t("setup.enter.do")}</button>
        </p>
      </form>
    </section>
  );
}

function Partner({ entered, language }: { readonly entered: EnterPage["entered"]; readonly language: Language }) {
  const t = setupWords(language);
  return (
    <>
      <InputField
        name="partner"
        words={t("setup.enter.partner")}
        help={t("setup.enter.partner-help")}
        value={entered["partner"] ?? ""}
        maxLength={100}
      />
      <p class="field">
        <label>
          <input type="checkbox" name="partnerWanted" value="yes" checked={entered["partnerWanted"] === "yes"} />{" "}
          {t("setup.enter.partner-look")}
        </label>
      </p>
    </>
  );
}

function eventInWords({ title, fee }: OpenEventView, language: Language): string {
  return fee === null ? inLanguage(title, language) : `${inLanguage(title, language)} (${fee})`;
}

function OpenEvent({ event, language }: { readonly event: OpenEventView; readonly language: Language }) {
  const t = setupWords(language);
  const { title, fee, limit, entered, lookingForPartner, waiting, reserve } = event;
  const count = t("setup.entries.count", { count: entered.length });
  return (
    <section>
      <h2>
        <Words text={title} language={language} />
      </h2>
      <p class="facts">
        <span>{limit === null ? count : t("setup.enter.of", { count, limit })}</span>
        {waiting === 0 ? null : <span>{t("setup.enter.waiting", { count: waiting })}</span>}
        {reserve === 0 ? null : <span>{t("setup.enter.reserves", { count: reserve })}</span>}
        {fee === null ? null : <span dir="auto">{fee}</span>}
      </p>
      <Names people={entered} />
      {lookingForPartner.length === 0 ? null : (
        <>
          <h3>{t("setup.enter.looking")}</h3>
          <Names people={lookingForPartner} />
        </>
      )}
    </section>
  );
}

function Names({ people }: { readonly people: OpenEventView["entered"] }) {
  if (people.length === 0) return null;
  return (
    <ul class="setup-entries">
      {people.map(({ name, association }, at) => (
        <li key={at}>
          <span dir="auto">{name}</span> <span class="quiet">{association}</span>
        </li>
      ))}
    </ul>
  );
}
