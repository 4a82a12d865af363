import { SPORT_NAMES, USUAL_SPORT } from "@podium/engine";
import { type DraftPage, type DraftView, type Frame, inLanguage, type Language } from "@podium/protocol";
import { Field } from "../ui/field.tsx";
import { Words } from "../ui/names.tsx";
import { PageHead } from "../ui/page-head.tsx";
import { refusalSentence } from "../ui/shared-words.ts";
import { daysInWords } from "../ui/times.ts";
import { InputField, SelectField } from "../ui/fields.tsx";
import { setupWords, sportInWords } from "./setup-words.ts";
import { TermsSection } from "./terms-section.tsx";
import { TextFields, valuesOfText } from "./text-fields.tsx";

interface DraftProps {
  readonly data: DraftPage;
  readonly frame: Frame;
}

/** A competition that is being prepared: its details, its events, its publication. Without one: where one begins. */
export function Draft({ data, frame }: DraftProps) {
  const { language } = frame;
  const t = setupWords(language);
  const { draft } = data;
  if (draft === null) return <NewDraft data={data} frame={frame} />;
  const way = [
    { href: "/desk", words: t("setup.desk") },
    { href: "/desk/drafts", words: t("setup.new") },
  ];
  return (
    <div class="setup">
      <PageHead
        language={language}
        way={way}
        title={<Words text={draft.title} language={language} />}
        details={`${t("setup.unpublished")} ${daysInWords(draft.from, draft.to, language)}`}
      />
      <Refused data={data} language={language} />
      <Events draft={draft} entered={data.entered} language={language} />
      <section>
        <h2>{t("setup.details")}</h2>
        <form method="post" action={`/desk/drafts/${draft.id}/details`}>
          <input type="hidden" name="version" value={draft.version} />
          <DetailsFields values={{ ...valuesOf(draft, language), ...detailsIn(data.entered) }} language={language} />
          <p class="buttons">
            <button class="quiet">{t("setup.details.save")}</button>
          </p>
        </form>
      </section>
      <TermsSection draft={draft} terms={data.terms} entered={data.entered} language={language} />
      <Publication draft={draft} language={language} />
    </div>
  );
}

function NewDraft({ data, frame }: DraftProps) {
  const { language } = frame;
  const t = setupWords(language);
  const begun = "competition" in data.entered ? {} : data.entered;
  return (
    <div class="setup">
      <PageHead
        language={language}
        way={[{ href: "/desk", words: t("setup.desk") }]}
        title={t("setup.new")}
        details={t("setup.new.says")}
      />
      {data.drafts.length === 0 ? null : (
        <section>
          <h2>{t("setup.drafts")}</h2>
          <ul class="desk-competitions">
            {data.drafts.map((draft) => (
              <li key={draft.id}>
                <a href={`/desk/drafts/${draft.id}`}>
                  <Words text={draft.title} language={language} />
                </a>
                <span class="quiet">{daysInWords(draft.from, draft.to, language)}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
      <section>
        <h2>{t("setup.begin")}</h2>
        <Refused data={data} language={language} />
        <form method="post" action="/desk/drafts">
          <InputField name="id" words={t("setup.id")} help={t("setup.id.help")} value={begun["id"] ?? ""} isRequired />
          <DetailsFields values={begun} language={language} />
          <p class="buttons">
            <button>{t("setup.begin.do")}</button>
          </p>
        </form>
      </section>
      <CopyOne data={data} language={language} />
    </div>
  );
}

/** An earlier competition with other days, to be changed from there. */
function CopyOne({ data, language }: { readonly data: DraftPage; readonly language: Language }) {
  const t = setupWords(language);
  if (data.earlier.length === 0) return null;
  const isMine = "competition" in data.entered;
  const typed = (name: string) => (isMine ? (data.entered[name] ?? "") : "");
  return (
    <section>
      <h2>{t("setup.copy")}</h2>
      <p class="quiet">{t("setup.copy.says")}</p>
      <form method="post" action="/desk/drafts/copies">
        <SelectField
          name="competition"
          words={t("setup.copy.competition")}
          chosen={typed("competition")}
          options={data.earlier.map(({ id, title, from }) => [id, `${inLanguage(title, language)} (${from})`])}
        />
        <Field name="copy-id" words={t("setup.id")} help={t("setup.id.help")}>
          <input
            id="field-copy-id"
            name="id"
            type="text"
            value={typed("id")}
            required
            maxLength={200}
            aria-describedby="help-copy-id"
          />
        </Field>
        {(["from", "to"] as const).map((name) => (
          <Field key={name} name={`copy-${name}`} words={t(`setup.${name}`)}>
            <input id={`field-copy-${name}`} name={name} type="date" value={typed(name)} required />
          </Field>
        ))}
        <p class="field">
          <label>
            <input type="checkbox" name="entries" value="yes" checked={typed("entries") === "yes"} />{" "}
            {t("setup.copy.entries")}
          </label>
        </p>
        <p class="buttons">
          <button class="quiet">{t("setup.copy.do")}</button>
        </p>
      </form>
    </section>
  );
}

/** Why nothing was changed, above what was typed. */
export function Refused({
  data,
  language,
}: {
  readonly data: Pick<DraftPage, "refusal">;
  readonly language: Language;
}) {
  return data.refusal === null ? null : (
    <p class="refused" role="alert" dir="auto">
      {refusalSentence(data.refusal, language)}
    </p>
  );
}

type Values = Readonly<Record<string, string>>;

function valuesOf(draft: DraftView, language: Language): Values {
  return {
    ...valuesOfText("title", draft.title, language),
    ...valuesOfText("place", draft.place, language),
    zone: draft.zone,
    from: draft.from,
    to: draft.to,
    tables: draft.tables,
    sessions: draft.sessions,
  };
}

/** What was typed into the details: another form of the page has a title of its own. */
function detailsIn(entered: Values): Values {
  return "zone" in entered ? entered : {};
}

function DetailsFields({ values, language }: { readonly values: Values; readonly language: Language }) {
  const t = setupWords(language);
  return (
    <>
      <TextFields fields={{ title: t("setup.title"), place: t("setup.place") }} values={values} language={language} />
      <InputField name="from" words={t("setup.from")} type="date" value={values["from"] ?? ""} isRequired />
      <InputField name="to" words={t("setup.to")} type="date" value={values["to"] ?? ""} isRequired />
      <InputField
        name="zone"
        words={t("setup.zone")}
        help={t("setup.zone.help")}
        value={values["zone"] ?? ""}
        isRequired
      />
      <InputField
        name="tables"
        words={t("setup.tables")}
        help={t("setup.tables.help")}
        value={values["tables"] ?? ""}
        maxLength={500}
      />
      <Field name="sessions" words={t("setup.sessions")} help={t("setup.sessions.help")}>
        <textarea
          id="field-sessions"
          name="sessions"
          rows={3}
          maxLength={10_000}
          dir="auto"
          aria-describedby="help-sessions"
        >
          {values["sessions"] ?? ""}
        </textarea>
      </Field>
    </>
  );
}

interface EventsProps {
  readonly draft: DraftView;
  readonly entered: Values;
  readonly language: Language;
}

function Events({ draft, entered, language }: EventsProps) {
  const t = setupWords(language);
  return (
    <section>
      <h2>{t("setup.events")}</h2>
      {draft.events.length === 0 ? <p>{t("setup.events.none")}</p> : null}
      <ul class="desk-competitions">
        {draft.events.map((event) => (
          <li key={event.code}>
            <a href={`/desk/drafts/${draft.id}/events/${event.code}`}>
              <Words text={event.title} language={language} />
            </a>
            <span class="quiet">{t("setup.entries.count", { count: event.entries.length })}</span>
            <span class="quiet">{t(event.isDrawn ? "setup.drawn" : "setup.drawn.not")}</span>
          </li>
        ))}
      </ul>
      <NewEvent draft={draft} entered={entered} language={language} />
    </section>
  );
}

function NewEvent({ draft, entered, language }: EventsProps) {
  const t = setupWords(language);
  const typed = "kind" in entered ? entered : {};
  return (
    <>
      <h3>{t("setup.event.add")}</h3>
      <form method="post" action={`/desk/drafts/${draft.id}/events`}>
        <input type="hidden" name="version" value={draft.version} />
        <TextFields fields={{ title: t("setup.event.title") }} prefix="event-" values={typed} language={language} />
        <SelectField
          name="kind"
          words={t("setup.event.kind")}
          chosen={typed["kind"] ?? "singles"}
          options={[
            ["singles", t("setup.kind.singles")],
            ["doubles", t("setup.kind.doubles")],
            ["team", t("setup.kind.team")],
          ]}
        />
        <OrderOfPlay typed={typed} language={language} />
        <SelectField
          name="sport"
          words={t("setup.event.sport")}
          chosen={typed["sport"] ?? USUAL_SPORT}
          options={SPORT_NAMES.map((sport) => [sport, sportInWords(sport, language)] as const)}
        />
        <SelectField
          name="bestOf"
          words={t("setup.event.best-of")}
          chosen={typed["bestOf"] ?? "5"}
          options={["1", "3", "5", "7"].map((games) => [games, games] as const)}
        />
        <p class="buttons">
          <button>{t("setup.event.add")}</button>
        </p>
      </form>
    </>
  );
}

const ORDERS = ["olympic", "new-swaythling", "corbillon", "mixed-team", "own"] as const;

/** How the ties of a team event are played; without effect for players and pairs. */
function OrderOfPlay({ typed, language }: { readonly typed: Values; readonly language: Language }) {
  const t = setupWords(language);
  return (
    <details open={typed["kind"] === "team"}>
      <summary>{t("setup.order")}</summary>
      <SelectField
        name="tie"
        words={t("setup.order")}
        chosen={typed["tie"] ?? "olympic"}
        options={ORDERS.map((order) => [order, t(`setup.order.${order}`)] as const)}
      />
      <InputField
        name="rubbers"
        words={t("setup.order.rubbers")}
        help={t("setup.order.rubbers-help")}
        value={typed["rubbers"] ?? ""}
      />
      <InputField
        name="wonBy"
        words={t("setup.order.won-by")}
        help={t("setup.order.won-by-help")}
        value={typed["wonBy"] ?? ""}
      />
    </details>
  );
}

function Publication({ draft, language }: { readonly draft: DraftView; readonly language: Language }) {
  const t = setupWords(language);
  return (
    <section>
      <h2>{t("setup.publish")}</h2>
      <p>{t("setup.publish.says")}</p>
      <div class="buttons">
        <form method="post" action={`/desk/drafts/${draft.id}/publication`}>
          <input type="hidden" name="version" value={draft.version} />
          <button>{t("setup.publish")}</button>
        </form>
        <form method="post" action={`/desk/drafts/${draft.id}/removal`}>
          <input type="hidden" name="version" value={draft.version} />
          <button class="quiet">{t("setup.drop")}</button>
        </form>
      </div>
    </section>
  );
}
