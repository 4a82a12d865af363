import { type DayOfPlayPage, type DeskMatch, expectedBeside, type Frame, type PlayerView } from "@podium/protocol";
import { matchName, playerName, sidesInShort } from "../ui/match-names.ts";
import { Words } from "../ui/names.tsx";
import { InventedCompetition, PageHead } from "../ui/page-head.tsx";
import { refusalSentence, shared } from "../ui/shared-words.ts";
import { Time } from "../ui/time.tsx";
import { timeInWords } from "../ui/times.ts";
import { DayTable } from "./day-table.tsx";
import { deskWords } from "./desk-words.ts";
import { Forked } from "./fork-page.tsx";
import { ScreenChooser } from "./screen-chooser.tsx";

interface DayProps {
  readonly data: DayOfPlayPage;
  readonly frame: Frame;
}

/** The day of play: what to do next, the tables with what is played and called, and the matches that may begin. */
export function DeskDay({ data, frame }: DayProps) {
  const { language } = frame;
  const t = deskWords(language);
  const { competition, refusal, tables } = data;
  const way = [
    { href: "/desk", words: t("desk.title") },
    { href: `/desk/${competition.id}`, words: <Words text={competition.title} language={language} /> },
  ];
  const free = tables.filter((table) => data.matches.every((match) => match.row.table !== table || !isAtTable(match)));
  return (
    <div class="desk" data-desk={competition.id} data-from={`/desk/${competition.id}/day`} data-clock="yes">
      <PageHead
        language={language}
        way={way}
        title={t("desk.day")}
        details={
          <>
            <a href={`/order-of-play/${competition.id}`}>{t("desk.plan.public")}</a>
            <a href={`/desk/${competition.id}/plan`}>{t("desk.plan.link")}</a>
            <a href={`/desk/${competition.id}/plan/moves`}>{t("desk.moves")}</a>
            <a href={`/desk/${competition.id}/table-cards`}>{t("desk.cards")}</a>
            <a href={`/desk/${competition.id}`}>{t("desk.day.results")}</a>
          </>
        }
      />
      <InventedCompetition competition={competition} language={language} />
      {refusal === null ? null : (
        <div class="refused" role="alert">
          <p dir="auto">{refusalSentence(refusal, language)}</p>
        </div>
      )}
      <Forked matches={data.forked} frame={frame} />
      <Tables data={data} frame={frame} />
      <MayBegin data={data} free={free} frame={frame} />
      <Hindered data={data} frame={frame} />
      <ScreenChooser data={data} frame={frame} />
    </div>
  );
}

function Tables({ data, frame }: DayProps) {
  const t = deskWords(frame.language);
  const { tables, competition, toDecide, matches } = data;
  return (
    <section class="desk-section" data-section="tables">
      <h2>
        {t("desk.day.tables")}
        <a href={`/desk/${competition.id}#decide`}>
          {t("desk.section.decide")}: {toDecide}
        </a>
      </h2>
      {tables.length === 0 ? <p class="quiet">{t("desk.day.no-tables")}</p> : null}
      <ol class="day-tables">
        {tables.map((table) => (
          <DayTable key={table} table={table} address={data.addresses[table] ?? ""} matches={matches} frame={frame} />
        ))}
      </ol>
    </section>
  );
}

function isAtTable({ row, call }: DeskMatch): boolean {
  return row.status === "live" || call !== null;
}

/** Matches whose players are all free and rested, each with the press that calls it to a table. */
function MayBegin({ data, free, frame }: DayProps & { readonly free: readonly string[] }) {
  const t = deskWords(frame.language);
  const matches = data.matches.filter(({ row }) => data.obstacles[row.id]?.length === 0);
  return (
    <section class="desk-section" data-section="may-begin">
      <h2>
        {t("desk.day.may-begin")}
        <span class="numeral">{matches.length}</span>
      </h2>
      {matches.length === 0 ? <p class="quiet">{t("desk.day.may-begin-empty")}</p> : null}
      {matches.length > 0 && free.length === 0 ? <p class="quiet">{t("desk.day.no-free-table")}</p> : null}
      <ol class="day-matches">
        {matches.map((match) => (
          <li key={match.row.id}>
            <DayMatch match={match} frame={frame} />
            <CallForm match={match} free={free} frame={frame} />
          </li>
        ))}
      </ol>
    </section>
  );
}

/** When, what and who. */
function DayMatch({ match: { row }, frame: { language } }: { readonly match: DeskMatch; readonly frame: Frame }) {
  const expectedMs = expectedBeside(row);
  return (
    <a class="day-match" href={`/desk/matches/${row.id}`}>
      <span class="quiet">
        {row.startMs === null ? null : <Time ms={row.startMs} zone={row.zone} language={language} form="clock" />}
        {expectedMs === null ? null : (
          <>
            {" → "}
            <Time ms={expectedMs} zone={row.zone} language={language} form="clock" />
          </>
        )}{" "}
        {row.table === null ? null : shared(language)("ui.table", { table: row.table })}{" "}
        <Words text={row.eventTitle} language={language} />, {matchName(row, language)}
      </span>
      <b dir="auto">{sidesInShort(row, language)}</b>
    </a>
  );
}

/** Its own table where that is free, else the first that is; the others one choice away. */
function CallForm({
  match,
  free,
  frame,
}: {
  readonly match: DeskMatch;
  readonly free: readonly string[];
  readonly frame: Frame;
}) {
  const t = deskWords(frame.language);
  const { row } = match;
  const [first] = free;
  if (first === undefined) return null;
  const own = row.table !== null && free.includes(row.table) ? row.table : first;
  const others = free.filter((table) => table !== own);
  return (
    <form class="day-call" method="post" action={`/desk/matches/${row.id}/call`}>
      <button name="table" value={own} data-key="c">
        {t("desk.day.call", { table: own })}
      </button>
      {others.length === 0 ? null : (
        <details>
          <summary>{t("desk.day.other-table")}</summary>
          {others.map((table) => (
            <button key={table} class="quiet" name="table" value={table}>
              {table}
            </button>
          ))}
        </details>
      )}
    </form>
  );
}

/** Matches whose players are known and cannot begin now, each with who is awaited and why. */
function Hindered({ data, frame }: DayProps) {
  const { language } = frame;
  const t = deskWords(language);
  const matches = data.matches.filter(({ row }) => (data.obstacles[row.id]?.length ?? 0) > 0);
  if (matches.length === 0) return null;
  return (
    <section class="desk-section" data-section="hindered">
      <h2>
        {t("desk.day.hindered")}
        <span class="numeral">{matches.length}</span>
      </h2>
      <ol class="day-matches">
        {matches.map((match) => (
          <li key={match.row.id}>
            <DayMatch match={match} frame={frame} />
            <p class="quiet">{obstacles(match, data, frame)}</p>
          </li>
        ))}
      </ol>
    </section>
  );
}

function obstacles({ row }: DeskMatch, data: DayOfPlayPage, { language }: Frame): string {
  const t = deskWords(language);
  const players: readonly PlayerView[] = [row.home, row.away].flatMap(({ entry }) => entry?.players ?? []);
  const nameOf = (id: string) => {
    const player = players.find((one) => one.id === id);
    return player === undefined ? id : playerName(player, language).text;
  };
  const sentences = (data.obstacles[row.id] ?? []).map((obstacle) => {
    const player = nameOf(obstacle.player);
    if (obstacle.code === "rests") {
      const time = timeInWords(obstacle.untilMs, { zone: row.zone, language, form: "clock" });
      return t("desk.day.obstacle.rests", { player, time });
    }
    return t(`desk.day.obstacle.${obstacle.code}`, { player, table: obstacle.table ?? "?" });
  });
  return sentences.join(" ");
}
