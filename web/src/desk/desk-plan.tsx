import type { Limit } from "@podium/engine";
import {
  BREAK_FIELDS,
  clockOf,
  type DayPlanPage,
  type DayPlanView,
  type EventOfDay,
  type Frame,
  type Language,
  type PlacedMatch,
} from "@podium/protocol";
import { Field } from "../ui/field.tsx";
import { matchName, playerName, versus } from "../ui/match-names.ts";
import { Words } from "../ui/names.tsx";
import { InventedCompetition, PageHead } from "../ui/page-head.tsx";
import { refusalSentence, shared } from "../ui/shared-words.ts";
import { deskWords } from "./desk-words.ts";

interface PlanProps {
  readonly data: DayPlanPage;
  readonly language: Language;
}

/** Lays the matches of a day on tables and times: what the day is like, then the plan with its reasons, then the yes. */
export function DayPlan({ data, frame: { language } }: { readonly data: DayPlanPage; readonly frame: Frame }) {
  const t = deskWords(language);
  const { competition, plan, refusal } = data;
  const way = [
    { href: "/desk", words: t("desk.title") },
    { href: `/desk/${competition.id}`, words: <Words text={competition.title} language={language} /> },
  ];
  return (
    <div class="desk">
      <PageHead
        language={language}
        way={way}
        title={t("desk.plan")}
        details={
          <>
            <a href={`/order-of-play/${competition.id}`}>{t("desk.plan.public")}</a>
            <a href={`/desk/${competition.id}/plan/moves`}>{t("desk.moves")}</a>
          </>
        }
      />
      <InventedCompetition competition={competition} language={language} />
      {refusal === null ? null : (
        <div class="refused" role="alert">
          <p dir="auto">{refusalSentence(refusal, language)}</p>
          <p class="quiet">{t("desk.plan.refused")}</p>
        </div>
      )}
      {plan === null ? null : <Plan data={data} plan={plan} language={language} />}
      <DayForm data={data} language={language} />
    </div>
  );
}

function DayForm({ data, language }: PlanProps) {
  const t = deskWords(language);
  const { entered, competition, events } = data;
  const input = (name: string, type: "date" | "time") => (
    <input id={`field-${name}`} name={name} type={type} value={entered[name] ?? ""} />
  );
  return (
    <form class="day-form" method="post" action={`/desk/${competition.id}/plan`}>
      <fieldset>
        <legend>{t("desk.plan.day")}</legend>
        <div class="day-fields">
          <Field name="date" words={t("desk.plan.date")}>
            {input("date", "date")}
          </Field>
          <Field name="from" words={t("desk.plan.from")}>
            {input("from", "time")}
          </Field>
          <Field name="tables" words={t("desk.plan.tables")} help={t("desk.plan.tables-help")}>
            <input
              id="field-tables"
              name="tables"
              value={entered["tables"] ?? ""}
              aria-describedby="help-tables"
              required
            />
          </Field>
          <Field name="rest" words={t("desk.plan.rest")}>
            <input id="field-rest" name="rest" type="number" min="0" max="240" value={entered["rest"] ?? ""} />
          </Field>
        </div>
        <div class="day-breaks">
          {breaksShown(entered).map(({ from, to }) => (
            <div key={from}>
              <Field name={from} words={t("desk.plan.break-from")}>
                {input(from, "time")}
              </Field>
              <Field name={to} words={t("desk.plan.break-to")}>
                {input(to, "time")}
              </Field>
            </div>
          ))}
        </div>
      </fieldset>
      {events.map((event) => (
        <EventFields key={event.code} event={event} entered={entered} language={language} />
      ))}
      <button>{t("desk.plan.make")}</button>
    </form>
  );
}

/** The breaks that are told, and room for one more. */
function breaksShown(entered: DayPlanPage["entered"]): typeof BREAK_FIELDS {
  const told = BREAK_FIELDS.filter(({ from, to }) => (entered[from] ?? "") + (entered[to] ?? "") !== "");
  const free = BREAK_FIELDS.find((each) => !told.includes(each));
  return free === undefined ? told : [...told, free];
}

interface EventFieldsProps {
  readonly event: EventOfDay;
  readonly entered: DayPlanPage["entered"];
  readonly language: Language;
}

function EventFields({ event, entered, language }: EventFieldsProps) {
  const t = deskWords(language);
  const [minutes, until] = [`minutes-${event.code}`, `until-${event.code}`];
  return (
    <fieldset>
      <legend>
        <Words text={event.title} language={language} />
      </legend>
      {event.matches === 0 ? (
        <p class="quiet">{t("desk.plan.nothing-left")}</p>
      ) : (
        <div class="day-fields">
          <Field name={minutes} words={t("desk.plan.minutes")}>
            <input
              id={`field-${minutes}`}
              name={minutes}
              type="number"
              min="1"
              max="600"
              value={entered[minutes] ?? String(event.minutes)}
            />
          </Field>
          <Field name={until} words={t("desk.plan.until")}>
            <select id={`field-${until}`} name={until}>
              <option value="" selected={(entered[until] ?? "") === ""}>
                {t("desk.plan.all", { count: event.matches })}
              </option>
              {event.rounds.slice(0, -1).map(({ value, match }) => (
                <option key={value} value={value} selected={entered[until] === value}>
                  {t("desk.plan.until-round", { round: roundOf(match, language) })}
                </option>
              ))}
              <option value="-" selected={entered[until] === "-"}>
                {t("desk.plan.not-today")}
              </option>
            </select>
          </Field>
          <Limits event={event} entered={entered} language={language} />
        </div>
      )}
    </fieldset>
  );
}

/** Which tables alone an event may use, and when it may begin. */
function Limits({ event, entered, language }: EventFieldsProps) {
  const t = deskWords(language);
  const [tables, from] = [`tables-${event.code}`, `from-${event.code}`];
  return (
    <>
      <Field name={tables} words={t("desk.plan.event-tables")} help={t("desk.plan.event-tables-help")}>
        <input
          id={`field-${tables}`}
          name={tables}
          value={entered[tables] ?? ""}
          maxLength={500}
          aria-describedby={`help-${tables}`}
        />
      </Field>
      <Field name={from} words={t("desk.plan.event-from")}>
        <input id={`field-${from}`} name={from} type="time" value={entered[from] ?? ""} />
      </Field>
    </>
  );
}

function roundOf(match: PlacedMatch["row"], language: Language): string {
  return match.phase === "groups"
    ? deskWords(language)("desk.plan.groups")
    : matchName({ ...match, order: 1 }, language);
}

/** The plan, table by table, with what each match waits for, and the yes. */
function Plan({ data, plan, language }: PlanProps & { readonly plan: DayPlanView }) {
  const t = deskWords(language);
  return (
    <section class="day-plan">
      <h2>{t("desk.plan.made")}</h2>
      <p class="lead">
        {t("desk.plan.ends", { matches: plan.matches.length, end: clockOf(plan.end), bound: clockOf(plan.bound) })}
      </p>
      <form method="post" action={`/desk/${data.competition.id}/plan`}>
        {Object.entries(data.entered)
          .filter(([name]) => name !== "confirm" && name !== "shown")
          .map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
        <input type="hidden" name="shown" value={plan.shown} />
        <button name="confirm" value="yes">
          {t("desk.plan.yes")}
        </button>
      </form>
      <div class="order-tables">
        {plan.tables.map((table) => (
          <TablePlan key={table} table={table} data={data} plan={plan} language={language} />
        ))}
      </div>
    </section>
  );
}

function TablePlan({
  table,
  data,
  plan,
  language,
}: PlanProps & { readonly plan: DayPlanView; readonly table: string }) {
  const placed = plan.matches.filter((match) => match.table === table);
  if (placed.length === 0) return null;
  return (
    <section>
      <h3>{shared(language)("ui.table", { table })}</h3>
      <ol class="day-table">
        {placed.map(({ row, start, because, pinned }) => (
          <li key={row.id}>
            <p>
              <strong>{clockOf(start)}</strong> <Words text={row.eventTitle} language={language} />,{" "}
              {matchName(row, language)}
            </p>
            <p dir="auto">{versus(row, language)}</p>
            <p class="quiet">
              {pinned ? `${deskWords(language)("desk.moves.pinned")}. ` : ""}
              {reasons(because, { data, language })}
            </p>
          </li>
        ))}
      </ol>
    </section>
  );
}

/** People whom one sentence names; of the others it tells how many they are. */
const NAMED = 2;

/** What a match waits for: those who rest in one sentence, whatever else in a sentence each. */
function reasons(because: readonly Limit[], { data, language }: PlanProps): string {
  const t = deskWords(language);
  const people = because.flatMap((limit) => (limit.code === "rested" ? (data.people[limit.person] ?? []) : []));
  const names = people.slice(0, NAMED).map((person) => playerName(person, language).text);
  const more = people.length > NAMED ? ` +${people.length - NAMED}` : "";
  const rested = names.length === 0 ? [] : [t("desk.plan.because.rested", { people: names.join(", ") + more })];
  const others = because.flatMap((limit) => (limit.code === "rested" ? [] : [reason(limit, { data, language })]));
  return [...rested, ...others].join(" ");
}

function reason(limit: Exclude<Limit, { readonly code: "rested" }>, { data, language }: PlanProps): string {
  const t = deskWords(language);
  const nameOf = (match: string) => {
    const rows = data.plan === null ? [] : [...data.plan.matches.map((placed) => placed.row), ...data.plan.called];
    const row = rows.find(({ id }) => id === match);
    return row === undefined ? match : matchName(row, language);
  };
  switch (limit.code) {
    case "table-free":
      return t("desk.plan.because.table-free", { match: nameOf(limit.match) });
    case "fed":
      return t("desk.plan.because.fed", { match: nameOf(limit.match) });
    default:
      return t(`desk.plan.because.${limit.code}`);
  }
}
