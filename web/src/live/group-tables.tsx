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
              <abbr title={words("live.group.wins-losses")}>{words("live.group.wins-losses-short")}</abbr>
            </th>
            <th class="number" scope="col">
              {words("live.group.games")}
            </th>
            <th class="number" scope="col">
              {words("live.group.points")}
            </th>
            <th class="number" scope="col">
              <abbr title={words("live.group.match-points")}>{words("live.group.match-points-short")}</abbr>
            </th>
          </tr>
        </thead>
        <tbody>
          {standing.rows.map((row) => (
            <Row key={row.entry} row={row} entry={entryOf(row)} language={language} />
          ))}
        </tbody>
      </table>
      <OrderSteps group={group} language={language} />
    </section>
  );
}

function Row({
  row,
  entry,
  language,
}: {
  readonly row: GroupRow;
  readonly entry: EntryView | undefined;
  readonly language: Language;
}) {
  return (
    <tr data-entry={entry?.id}>
      <td class="number">{row.place}</td>
      <th scope="row">{entry ? <EntryName entry={entry} language={language} /> : row.entry}</th>
      <td class="number">
        {row.won}–{row.lost}
      </td>
      <td class="number">{sum(row.games, language)}</td>
      <td class="number">{sum(row.points, language)}</td>
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
