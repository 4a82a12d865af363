import { type DeskMatch, deskState, type Frame, type MatchRow } from "@podium/protocol";
import { gamesWonText } from "../ui/games-won.ts";
import { matchName, shortEntryName, sourceName, versus } from "../ui/match-names.ts";
import { Words } from "../ui/names.tsx";
import { outcomeInWords } from "../ui/outcome-words.ts";
import { MatchTime } from "../ui/time.tsx";
import { timeInWords } from "../ui/times.ts";
import { confirmedInWords } from "./confirmed-words.ts";
import { deskWords } from "./desk-words.ts";
import { ForksOf } from "./fork-page.tsx";
import { type DeskAddress, mayPublish, PUBLISH_FORM } from "./publishing.ts";
import { RowActs } from "./row-acts.tsx";

interface RowProps {
  readonly match: DeskMatch;
  readonly desk: DeskAddress;
  readonly frame: Frame;
}

/** One match in one line: when, where, who, how it stands, and what the desk can do. */
export function DeskRow({ match, desk, frame }: RowProps) {
  const { row } = match;
  const { language } = frame;
  const state = deskState(match, frame.nowMs);
  return (
    <tr data-match={row.id} data-version={row.version} class={`is-${state}`}>
      <td class="desk-time">
        {mayPublish(match) ? <Tick row={row} frame={frame} /> : null}
        <MatchTime match={row} language={language} />
      </td>
      <td class="desk-table" data-label={deskWords(language)("desk.column.table")}>
        {row.table ?? ""}
      </td>
      <th scope="row" class="desk-match">
        <a href={`/desk/matches/${row.id}`}>
          <Words text={row.eventTitle} language={language} />, {matchName(row, language)}
        </a>
      </th>
      <td class="desk-entries">
        <Side row={row} side="home" frame={frame} /> <Side row={row} side="away" frame={frame} />
      </td>
      <td class="desk-score">
        <Score row={row} />
      </td>
      <td class="desk-state">
        {deskWords(language)(`desk.state.${state}`)}
        {match.confirmed.length > 0 ? <small> {confirmedInWords(match, language)}</small> : null}
        <Ending row={row} frame={frame} />
        <ForksOf match={match} language={language} />
      </td>
      <td class="desk-chair" data-label={deskWords(language)("desk.column.chair")}>
        <ChairWords match={match} frame={frame} />
      </td>
      <td class="desk-acts">
        <RowActs match={match} query={desk.query} t={deskWords(language)}>
          <ResultLink row={row} frame={frame} />
        </RowActs>
      </td>
    </tr>
  );
}

/** Ticked, the result is published with the others. */
function Tick({ row, frame }: { readonly row: MatchRow; readonly frame: Frame }) {
  const { language } = frame;
  const isTicked = new URLSearchParams(frame.path.split("?", 2)[1] ?? "").get("ticked") === "all";
  const match = `${matchName(row, language)}, ${versus(row, language)}`;
  return (
    <label class="desk-tick">
      <input
        type="checkbox"
        name={row.id}
        value={row.version}
        form={PUBLISH_FORM}
        defaultChecked={isTicked}
        data-key="t"
      />
      <span class="unseen">{deskWords(language)("desk.publish.tick", { match })}</span>
    </label>
  );
}

function ResultLink({ row, frame }: { readonly row: MatchRow; readonly frame: Frame }) {
  return (
    <a href={`/desk/matches/${row.id}`} data-key="r">
      {deskWords(frame.language)(row.status === "over" ? "desk.act.correct" : "desk.act.result")}
    </a>
  );
}

function Side({ row, side, frame }: { readonly row: MatchRow; readonly side: "home" | "away"; readonly frame: Frame }) {
  const { entry, source } = row[side];
  if (entry === null) return <span class="source">{sourceName(source, frame.language)}</span>;
  const name = shortEntryName(entry, frame.language);
  return row.winner === side ? <b dir="auto">{name}</b> : <span dir="auto">{name}</span>;
}

function Score({ row }: { readonly row: MatchRow }) {
  if (row.status !== "live" && row.status !== "over") return null;
  return (
    <>
      <b>{gamesWonText(row)}</b>{" "}
      <span class="quiet">
        {row.games.flatMap((game, at) => [
          <span key={at} class="desk-game">
            {game.home}-{game.away}
          </span>,
          " ",
        ])}
      </span>
    </>
  );
}

function Ending({ row, frame }: { readonly row: MatchRow; readonly frame: Frame }) {
  const ending = outcomeInWords(row.outcome, frame.language);
  return ending === "" ? null : <>, {ending}</>;
}

function ChairWords({ match: { row, chair }, frame }: Omit<RowProps, "desk">) {
  const t = deskWords(frame.language);
  if (chair === null)
    return row.invented ? (
      t("desk.chair.invented")
    ) : (
      <span class="quiet">{row.status === "over" ? "" : t("desk.chair.none")}</span>
    );
  const time = timeInWords(chair.lastLineAtMs ?? chair.issuedAtMs, {
    zone: row.zone,
    language: frame.language,
    form: "clock",
  });
  return t(chair.lastLineAtMs === null ? "desk.chair.issued" : "desk.chair.heard", { time });
}
