import type { GroupRow } from "@podium/engine";
import type { EntryView, GroupView, Language } from "@podium/protocol";
import { EntryName } from "../ui/names.tsx";
import { shared } from "../ui/shared-words.ts";
import { liveWords } from "./live-words.ts";
import { stepSentence } from "./order-steps.ts";

/** The groups before the knock-out, each as a table with the words of how its order came about. */
export function GroupTables({
  groups,
  isSwiss,
  language,
}: {
  readonly groups: readonly GroupView[];
  /** The one table of a Swiss system. */
  readonly isSwiss: boolean;
  readonly language: Language;
}) {
  if (groups.length === 0) return null;
  return (
    <div class="groups">
      {groups.map((group) => (
        <Group key={group.standing.group} group={group} isSwiss={isSwiss} language={language} />
      ))}
    </div>
  );
}

interface GroupProps {
  readonly group: GroupView;
  readonly isSwiss: boolean;
  readonly language: Language;
}

function Group({ group, isSwiss, language }: GroupProps) {
  const words = liveWords(language);
  const { standing } = group;
  const columns = columnsOf(standing.rows);
  const entryOf = (row: GroupRow) => group.entries.find((entry) => entry.code === row.entry);
  return (
    <section class="group">
      <table>
        <caption>
          {isSwiss ? words("live.standings") : shared(language)("ui.round.group", { group: standing.group })}
        </caption>
        <thead>
          <tr>
            <th class="number" scope="col">
              {words("live.place")}
            </th>
            <th scope="col">{words("live.entry")}</th>
            <th class="number" scope="col">
              {columns.hasDraws ? (
                <abbr title={words("live.group.wins-draws-losses")}>{words("live.group.wins-draws-losses-short")}</abbr>
              ) : (
                <abbr title={words("live.group.wins-losses")}>{words("live.group.wins-losses-short")}</abbr>
              )}
            </th>
            {columns.figures.map((figure) => (
              <th key={figure} class="number" scope="col">
                {words(`live.group.${figure}`)}
              </th>
            ))}
            <th class="number" scope="col">
              <abbr title={words("live.group.match-points")}>{words("live.group.match-points-short")}</abbr>
            </th>
          </tr>
        </thead>
        <tbody>
          {standing.rows.map((row) => (
            <Row key={row.entry} row={row} entry={entryOf(row)} columns={columns} language={language} />
          ))}
        </tbody>
      </table>
      <OrderSteps group={group} language={language} />
    </section>
  );
}

const FIGURES = ["rubbers", "games", "points"] as const;

interface Columns {
  /** Ties can end level. */
  readonly hasDraws: boolean;
  readonly figures: readonly (typeof FIGURES)[number][];
}

/** Of players and pairs games and points; of teams rubbers as well, and of all three those that somebody noted. */
function columnsOf(rows: readonly GroupRow[]): Columns {
  const isOfTeams = rows.some(({ rubbers }) => rubbers !== undefined);
  const isNoted = (figure: (typeof FIGURES)[number]) =>
    rows.some((row) => row[figure] != null && row[figure].some((count) => count > 0));
  return {
    hasDraws: rows.some(({ played, won, lost }) => isOfTeams && played > won + lost),
    figures: FIGURES.filter((figure) => (isOfTeams ? figure === "rubbers" || isNoted(figure) : figure !== "rubbers")),
  };
}

function Row({
  row,
  entry,
  columns,
  language,
}: {
  readonly row: GroupRow;
  readonly entry: EntryView | undefined;
  readonly columns: Columns;
  readonly language: Language;
}) {
  return (
    <tr data-entry={entry?.id}>
      <td class="number">{row.place}</td>
      <th scope="row">{entry ? <EntryName entry={entry} language={language} /> : row.entry}</th>
      <td class="number">
        {columns.hasDraws ? [row.won, row.played - row.won - row.lost, row.lost].join("–") : `${row.won}–${row.lost}`}
      </td>
      {columns.figures.map((figure) => (
        <td key={figure} class="number">
          {sum(row[figure] ?? null, language)}
        </td>
      ))}
      <td class="number">{row.matchPoints}</td>
    </tr>
  );
}

/** Won and lost; where they are not known of every match, that. */
function sum(figures: GroupRow["games"], language: Language) {
  if (figures !== null) return `${figures[0]}–${figures[1]}`;
  return <abbr title={liveWords(language)("live.group.unknown")}>?</abbr>;
}

/** How the order of a group came about, step by step. */
function OrderSteps({ group, language }: { readonly group: GroupView; readonly language: Language }) {
  const { steps } = group.standing;
  if (steps.length === 0) return null;
  return (
    <details class="trace">
      <summary>{liveWords(language)("live.group.how")}</summary>
      <ol>
        {steps.map((step, index) => (
          <li key={index}>{stepSentence(step, group.entries, language)}</li>
        ))}
      </ol>
    </details>
  );
}
