import { type DeskMatch, type DeskPage, deskSectionOf, deskState, type Frame, type MatchRow } from "@podium/protocol";
import { gamesWonText } from "../ui/games-won.ts";
import { matchName, shortEntryName, sourceName } from "../ui/match-names.ts";
import { Words } from "../ui/names.tsx";
import { shared } from "../ui/shared-words.ts";
import { MatchTime } from "../ui/time.tsx";
import { deskWords } from "./desk-words.ts";

interface HallProps {
  readonly data: DeskPage;
  readonly frame: Frame;
}

/** The hall as it lies there: every table with what is played at it, or comes next. Nothing where one part of it is shown. */
export function DeskHall({ data, frame }: HallProps) {
  const { tables, filter, matches } = data;
  if (tables.length < 2 || filter.table !== null || filter.event !== null) return null;
  const t = deskWords(frame.language);
  const toDecide = matches.filter((match) => deskSectionOf(deskState(match, frame.nowMs)) === "decide").length;
  return (
    <section class="desk-hall" data-section="hall">
      <h2>
        {t("desk.hall")}
        <a href="#decide">
          {t("desk.section.decide")}: {toDecide}
        </a>
      </h2>
      <ol>
        {tables.map((table) => {
          const { now, next } = atTable(matches.filter(({ row }) => row.table === table));
          return (
            <li key={table} class={now === null ? "is-free" : `is-${deskState(now, frame.nowMs)}`}>
              <h3>{shared(frame.language)("ui.table", { table })}</h3>
              {now === null ? <p class="quiet">{t("desk.hall.free")}</p> : <MatchNow match={now} frame={frame} />}
              {next === null ? null : <MatchNext match={next} frame={frame} />}
            </li>
          );
        })}
      </ol>
    </section>
  );
}

/** What is played at a table, and what is played there next. */
function atTable(matches: readonly DeskMatch[]): Record<"now" | "next", DeskMatch | null> {
  const byTime = matches.toSorted((one, other) => startOf(one) - startOf(other));
  return {
    now: byTime.find(({ row }) => row.status === "live") ?? null,
    next: byTime.find(({ row }) => row.status === "ready" || row.status === "waiting") ?? null,
  };
}

function startOf({ row }: DeskMatch): number {
  return row.startMs ?? Number.MAX_SAFE_INTEGER;
}

interface MatchProps {
  readonly match: DeskMatch;
  readonly frame: Frame;
}

function MatchNow({ match, frame }: MatchProps) {
  const { row } = match;
  const game = row.games.at(-1);
  return (
    <a class="hall-match" href={`/desk/matches/${row.id}`}>
      <Name row={row} frame={frame} />
      <Sides row={row} frame={frame} />
      <span class="hall-score">
        <b>{gamesWonText(row)}</b> {game === undefined ? null : `${game.home}-${game.away}`}
      </span>
      <span class="hall-state">{deskWords(frame.language)(`desk.state.${deskState(match, frame.nowMs)}`)}</span>
    </a>
  );
}

function MatchNext({ match, frame }: MatchProps) {
  const { row } = match;
  const state = deskState(match, frame.nowMs);
  return (
    <a class="hall-match hall-next" href={`/desk/matches/${row.id}`}>
      <MatchTime match={row} language={frame.language} /> <Name row={row} frame={frame} />
      <Sides row={row} frame={frame} />
      {state === "late" ? <span class="hall-state">{deskWords(frame.language)("desk.state.late")}</span> : null}
    </a>
  );
}

function Name({ row, frame }: { readonly row: MatchRow; readonly frame: Frame }) {
  return (
    <span class="hall-name">
      <Words text={row.eventTitle} language={frame.language} />, {matchName(row, frame.language)}
    </span>
  );
}

function Sides({ row, frame }: { readonly row: MatchRow; readonly frame: Frame }) {
  return (["home", "away"] as const).map((side) => {
    const { entry, source } = row[side];
    return (
      <span key={side} class="hall-side" dir="auto">
        {entry === null ? sourceName(source, frame.language) : shortEntryName(entry, frame.language)}
      </span>
    );
  });
}
