import {
  DESK_SECTIONS,
  type DeskMatch,
  type DeskPage,
  type DeskSection,
  deskSectionOf,
  deskState,
  type EventCard,
  type Frame,
  inLanguage,
} from "@podium/protocol";
import { Words } from "../ui/names.tsx";
import { InventedCompetition, PageHead } from "../ui/page-head.tsx";
import { incidentsWords } from "../ui/incidents-words.ts";
import { shared } from "../ui/shared-words.ts";
import { Forked } from "./fork-page.tsx";
import { DeskHall } from "./desk-hall.tsx";
import { DeskRow } from "./desk-row.tsx";
import { type DeskAddress, mayPublish, PUBLISH_FORM } from "./publishing.ts";
import { deskWords, type TranslateDesk } from "./desk-words.ts";
import { Notice } from "./notice.tsx";

interface DeskProps {
  readonly data: DeskPage;
  readonly frame: Frame;
}

/** All matches of a competition: what needs a decision on top, then what is played, what comes, what is done. */
export function Desk({ data, frame }: DeskProps) {
  const { language } = frame;
  const t = deskWords(language);
  const way = [{ href: "/desk", words: t("desk.title") }];
  const title = (
    <a href={`/competitions/${data.competition.id}`}>
      <Words text={data.competition.title} language={language} />
    </a>
  );
  return (
    <div class="desk" data-desk={data.competition.id}>
      <PageHead language={language} way={way} title={title} details={<DeskLinks data={data} frame={frame} />} />
      <InventedCompetition competition={data.competition} language={language} />
      <Filter data={data} frame={frame} />
      <SecondEyes data={data} frame={frame} />
      {data.notice === null ? null : <Notice notice={data.notice} matches={data.matches} frame={frame} />}
      <p class="desk-said" role="status" data-failed={t("desk.notice.failed")} />
      <Forked matches={data.matches.filter(({ forks }) => forks.length > 0)} frame={frame} />
      <DeskHall data={data} frame={frame} />
      <p class="desk-keys quiet" hidden>
        {t("desk.keys")}
      </p>
      {DESK_SECTIONS.map((section) => (
        <Section
          key={section}
          section={section}
          matches={matchesIn(section, data, frame)}
          desk={deskOf(data)}
          frame={frame}
        />
      ))}
    </div>
  );
}

/** What else is run from the desk. */
function DeskLinks({ data, frame }: DeskProps) {
  const { language } = frame;
  const t = deskWords(language);
  const { id } = data.competition;
  return (
    <>
      <EventDetails events={data.events} frame={frame} />
      <a href={`/desk/${id}/day`}>{t("desk.day")}</a>
      <a href={`/desk/${id}/plan`}>{t("desk.plan.link")}</a>
      <a href={`/paper/${id}`}>{t("desk.paper")}</a>
      <a href={`/desk/${id}/incidents`}>{incidentsWords(language)("incidents.desk")}</a>
      {data.mayAppoint ? <a href={`/desk/${id}/staff`}>{shared(language)("ui.staff")}</a> : null}
      {data.mayAppoint ? <a href={`/embedding/${id}`}>{shared(language)("ui.embedding")}</a> : null}
      {data.mayAppoint ? <a href={`/desk/${id}/journal`}>{shared(language)("ui.journal")}</a> : null}
    </>
  );
}

/** The organiser says whether who entered a result may publish it; the others read it where it is so. */
function SecondEyes({ data: { competition, mayAppoint, secondEyes }, frame }: DeskProps) {
  const t = deskWords(frame.language);
  if (!mayAppoint) return secondEyes ? <p class="quiet">{t("desk.second-eyes.on")}</p> : null;
  return (
    <form class="second-eyes" method="post" action={`/desk/${competition.id}/second-eyes`}>
      <span class="quiet">{t(secondEyes ? "desk.second-eyes.on" : "desk.second-eyes.off")}</span>{" "}
      <button class="quiet" name="wanted" value={secondEyes ? "no" : "yes"}>
        {t(secondEyes ? "desk.second-eyes.end" : "desk.second-eyes.ask")}
      </button>
    </form>
  );
}

function EventDetails({ events, frame }: { readonly events: readonly EventCard[]; readonly frame: Frame }) {
  const t = deskWords(frame.language);
  return events.map(({ id, title, over, matches, live }) => (
    <span key={id}>
      <a href={`/competitions/${id}`}>
        <Words text={title} language={frame.language} />
      </a>
      : {t("desk.count", { over, matches, live })} <a href={`/desk/events/${id}`}>{t("desk.decisions")}</a>{" "}
      <a href={`/desk/events/${id}/draw`}>{t("desk.draw")}</a>{" "}
      <a href={`/desk/events/${id}/ceremony`}>{shared(frame.language)("ui.ceremony")}</a>
    </span>
  ));
}

/** What the desk shows of all: of one table, of one event. It stands in the address, so that it can be kept and passed on. */
function Filter({ data, frame }: DeskProps) {
  const t = deskWords(frame.language);
  const { filter, tables, events, competition } = data;
  if (tables.length < 2 && events.length < 2) return null;
  return (
    <form class="desk-filter" method="get" action={`/desk/${competition.id}`}>
      <label>
        {t("desk.filter.table")}
        <select name="table">
          <option value="">{t("desk.filter.all-tables")}</option>
          {tables.map((table) => (
            <option key={table} value={table} selected={table === filter.table}>
              {table}
            </option>
          ))}
        </select>
      </label>
      <label>
        {t("desk.filter.event")}
        <select name="event">
          <option value="">{t("desk.filter.all-events")}</option>
          {events.map(({ id, title }) => (
            <option key={id} value={lastPart(id)} selected={lastPart(id) === filter.event}>
              {inLanguage(title, frame.language)}
            </option>
          ))}
        </select>
      </label>
      <button class="quiet">{t("desk.filter.show")}</button>
    </form>
  );
}

function lastPart(id: string): string {
  return id.slice(id.lastIndexOf("/") + 1);
}

/** Where the forms of this desk go, and what their addresses carry so that its filter stays. */
function deskOf({ competition, filter }: DeskPage): DeskAddress {
  const chosen = Object.entries(filter).flatMap(([name, value]) => (value === null ? [] : [[name, value]]));
  const query = new URLSearchParams(chosen).toString();
  return { path: `/desk/${competition.id}`, query: query === "" ? "" : `?${query}` };
}

interface SectionProps {
  readonly desk: DeskAddress;
  readonly section: DeskSection;
  readonly matches: readonly DeskMatch[];
  readonly frame: Frame;
}

function Section({ section, matches, desk, frame }: SectionProps) {
  const t = deskWords(frame.language);
  const toPublish = matches.filter((match) => mayPublish(match));
  return (
    <section class="desk-section" id={section} data-section={section}>
      <h2>
        {t(`desk.section.${section}`)}
        <span class="numeral">{matches.length}</span>
      </h2>
      {section === "decide" && matches.length > 0 ? <p class="quiet">{t("desk.act.publish-says")}</p> : null}
      {matches.length === 0 ? (
        <p class="quiet">{t(`desk.section.${section}-empty`)}</p>
      ) : (
        <>
          {toPublish.length > 1 ? <PublishTicked matches={toPublish} desk={desk} frame={frame} /> : null}
          <MatchTable matches={matches} desk={desk} frame={frame} t={t} />
        </>
      )}
    </section>
  );
}

const COLUMNS = ["time", "table", "match", "entries", "score", "state", "chair", "acts"] as const;

/** One form for all results that are ticked, with what publishing them does beside the results themselves. */
function PublishTicked({ matches, desk, frame }: Pick<SectionProps, "matches" | "desk" | "frame">) {
  const t = deskWords(frame.language);
  const chairs = matches.filter(({ chair }) => chair !== null).length;
  const all = new URLSearchParams(desk.query.slice(1));
  all.set("ticked", "all");
  return (
    <form id={PUBLISH_FORM} class="desk-publish" method="post" action={`${desk.path}/publications${desk.query}`}>
      <a href={`${desk.path}?${all}`} data-act="tick">
        {t("desk.publish.tick-all", { count: matches.length })}
      </a>
      <button class="quiet">{t("desk.publish.ticked")}</button>
      <span class="quiet">
        {chairs === 0 ? t("desk.publish.no-chairs") : t("desk.publish.chairs", { count: chairs })}
      </span>
    </form>
  );
}

interface TableProps extends Pick<SectionProps, "matches" | "desk" | "frame"> {
  readonly t: TranslateDesk;
}

function MatchTable({ matches, desk, frame, t }: TableProps) {
  return (
    <table class="desk-grid">
      <thead>
        <tr>
          {COLUMNS.map((column) => (
            <th key={column} scope="col" class={`desk-${column}`}>
              {t(`desk.column.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {matches.map((match) => (
          <DeskRow key={match.row.id} match={match} desk={desk} frame={frame} />
        ))}
      </tbody>
    </table>
  );
}

function matchesIn(section: DeskSection, { matches }: DeskPage, { nowMs }: Frame): readonly DeskMatch[] {
  return matches.filter((match) => deskSectionOf(deskState(match, nowMs)) === section);
}
