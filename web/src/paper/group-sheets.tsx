import type { CompetitionView, EntryView, GroupOnPaper, GroupView, Language, MatchRow } from "@podium/protocol";
import { matchName, slotName } from "../ui/match-names.ts";
import { EntryName, Words } from "../ui/names.tsx";
import { shared } from "../ui/shared-words.ts";
import { MatchTime } from "../ui/time.tsx";
import { paperWords } from "./paper-words.ts";
import { resultOf } from "./result-text.ts";
import { SheetHead } from "./sheet-head.tsx";

interface GroupsProps {
  readonly competition: CompetitionView;
  readonly groups: readonly GroupOnPaper[];
  readonly language: Language;
}

/** Each group on a sheet of its own: everybody against everybody, and their matches in the order of play. */
export function GroupSheets({ competition, groups, language }: GroupsProps) {
  if (groups.length === 0) return <p class="paper-sheet">{paperWords(language)("paper.nothing")}</p>;
  return groups.map(({ event, group }) => (
    <section class="paper-sheet" key={`${group.matches[0]?.event ?? ""} ${group.standing.group}`}>
      <SheetHead
        competition={competition}
        title={
          <>
            <Words text={event} language={language} />,{" "}
            {shared(language)("ui.round.group", { group: group.standing.group })}
          </>
        }
        language={language}
      />
      <Crosses group={group} language={language} />
      <Matches group={group} language={language} />
    </section>
  ));
}

interface GroupPartProps {
  readonly group: GroupView;
  readonly language: Language;
}

/** A row for each in the order of the first matches, a column for each, blank where nothing is known. */
function Crosses({ group, language }: GroupPartProps) {
  const t = paperWords(language);
  const met = group.matches.flatMap(({ home, away }) => [home.entry?.id, away.entry?.id]);
  const entries = [...group.entries].sort((a, b) => met.indexOf(a.id) - met.indexOf(b.id));
  const isOver = group.matches.every(({ status }) => status === "over");
  const rowOf = (entry: EntryView) => group.standing.rows.find((row) => row.entry === entry.code);
  return (
    <table class="crosses">
      <thead>
        <tr>
          <th />
          <th />
          {entries.map((entry, at) => (
            <th key={entry.id} class="numeral">
              {at + 1}
            </th>
          ))}
          <th>{t("paper.points")}</th>
          <th>{t("paper.place")}</th>
        </tr>
      </thead>
      <tbody>
        {entries.map((entry, at) => (
          <tr key={entry.id}>
            <td class="numeral">{at + 1}</td>
            <th scope="row">
              <EntryName entry={entry} language={language} link={false} />
            </th>
            {entries.map((other) => (
              <td key={other.id} class={other.id === entry.id ? "same" : "numeral"}>
                {scoreOf(group.matches, entry, other)}
              </td>
            ))}
            <td class="numeral">{isOver ? rowOf(entry)?.matchPoints : ""}</td>
            <td class="numeral">{isOver ? rowOf(entry)?.place : ""}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The games of one against another, as the first of them reads it; empty while they have not played. */
function scoreOf(matches: readonly MatchRow[], entry: EntryView, other: EntryView): string {
  for (const { home, away, gamesWon, status } of matches) {
    if (status !== "over" || gamesWon === null) continue;
    if (home.entry?.id === entry.id && away.entry?.id === other.id) return `${gamesWon.home}–${gamesWon.away}`;
    if (home.entry?.id === other.id && away.entry?.id === entry.id) return `${gamesWon.away}–${gamesWon.home}`;
  }
  return "";
}

function Matches({ group, language }: GroupPartProps) {
  const t = paperWords(language);
  const games = Math.max(1, ...group.matches.map(({ kind, bestOf }) => (kind === "team" ? 1 : bestOf)));
  return (
    <table class="paper-table group-matches">
      <thead>
        <tr>
          <th>{t("paper.time")}</th>
          <th>{t("paper.table")}</th>
          <th>{t("paper.match")}</th>
          {Array.from({ length: games }, (_, at) => (
            <th key={at} class="numeral">
              {at + 1}
            </th>
          ))}
          <th>{t("paper.result")}</th>
        </tr>
      </thead>
      <tbody>
        {group.matches.map((match) => (
          <tr key={match.id}>
            <td class="numeral">
              <MatchTime match={match} language={language} />
            </td>
            <td class="numeral">{match.table}</td>
            <td title={matchName(match, language)}>
              <span dir="auto">{slotName(match.home, language)}</span>
              {" – "}
              <span dir="auto">{slotName(match.away, language)}</span>
            </td>
            {Array.from({ length: games }, (_, at) => (
              <td key={at} class="numeral">
                {gameOf(match, at)}
              </td>
            ))}
            <td class="numeral">{resultOf(match)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function gameOf({ games }: MatchRow, at: number): string {
  const game = games[at];
  return game === undefined ? "" : `${game.home}–${game.away}`;
}
