import type { Language, MatchRow, PaperPage, PlayerView } from "@podium/protocol";
import { matchName, playerName, slotName } from "../ui/match-names.ts";
import { SlotName, Words } from "../ui/names.tsx";
import { shared } from "../ui/shared-words.ts";
import { MatchTime } from "../ui/time.tsx";
import { dayInWords } from "../ui/times.ts";
import { paperWords } from "./paper-words.ts";
import { resultOf } from "./result-text.ts";
import { SheetHead } from "./sheet-head.tsx";

interface OrderProps {
  readonly data: PaperPage;
  readonly matches: readonly MatchRow[];
  readonly language: Language;
}

interface RowsProps {
  readonly matches: readonly MatchRow[];
  readonly language: Language;
}

/** Who plays where and when on a day: one list for the wall, a sheet for each table, or each person with their own matches. */
export function OrderSheets({ data, matches, language }: OrderProps) {
  const { competition, chosen } = data;
  const t = paperWords(language);
  const day = chosen.day === null ? "" : dayInWords(chosen.day, language);
  if (matches.length === 0) return <p class="paper-sheet">{t("paper.nothing")}</p>;
  if (chosen.by === "table")
    return tablesIn(matches).map((table) => (
      <section class="paper-sheet" key={table}>
        <SheetHead
          competition={competition}
          title={`${table === "" ? t("paper.no-table") : shared(language)("ui.table", { table })} · ${day}`}
          language={language}
        />
        <MatchTable matches={matches.filter((match) => (match.table ?? "") === table)} language={language} />
      </section>
    ));
  return (
    <section class="paper-sheet">
      <SheetHead competition={competition} title={`${t("paper.order-of-play")} · ${day}`} language={language} />
      {chosen.by === "person" ? (
        <People matches={matches} language={language} />
      ) : (
        <MatchTable matches={matches} language={language} withTable />
      )}
    </section>
  );
}

function tablesIn(matches: readonly MatchRow[]): string[] {
  const names = new Set(matches.map(({ table }) => table ?? ""));
  return [...names].sort((a, b) => a.localeCompare(b, "en", { numeric: true }));
}

function MatchTable({ matches, language, withTable = false }: RowsProps & { readonly withTable?: boolean }) {
  const t = paperWords(language);
  return (
    <table class="paper-table">
      <thead>
        <tr>
          <th>{t("paper.time")}</th>
          {withTable ? <th>{t("paper.table")}</th> : null}
          <th>{t("paper.match")}</th>
          <th>{t("paper.home")}</th>
          <th>{t("paper.away")}</th>
          <th>{t("paper.result")}</th>
        </tr>
      </thead>
      <tbody>
        {matches.map((match) => (
          <tr key={match.id}>
            <td class="numeral">
              <MatchTime match={match} language={language} form="clock" />
            </td>
            {withTable ? <td class="numeral">{match.table}</td> : null}
            <td>
              <Words text={match.eventTitle} language={language} />, {matchName(match, language)}
            </td>
            <td>
              <SlotName slot={match.home} language={language} link={false} />
            </td>
            <td>
              <SlotName slot={match.away} language={language} link={false} />
            </td>
            <td class="numeral">{resultOf(match)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface Person {
  readonly player: PlayerView;
  readonly matches: readonly { readonly match: MatchRow; readonly side: "home" | "away" }[];
}

/** Everybody of the day by family name, each with their matches in the order of play. */
function peopleIn(matches: readonly MatchRow[]): Person[] {
  const byId = new Map<string, { player: PlayerView; matches: { match: MatchRow; side: "home" | "away" }[] }>();
  for (const match of matches)
    for (const side of ["home", "away"] as const)
      for (const player of match[side].entry?.players ?? []) {
        const person = byId.get(player.id) ?? { player, matches: [] };
        byId.set(player.id, person);
        person.matches.push({ match, side });
      }
  const nameOf = ({ player }: Person) => `${player.family} ${player.given}`;
  return [...byId.values()].sort((a, b) => nameOf(a).localeCompare(nameOf(b), "en"));
}

function People({ matches, language }: RowsProps) {
  return (
    <div class="paper-people">
      {peopleIn(matches).map((person) => (
        <section key={person.player.id}>
          <h3 lang={playerName(person.player, language).lang ?? undefined} dir="auto">
            {playerName(person.player, language).text}{" "}
            {person.player.association === null ? null : <span class="code">{person.player.association}</span>}
          </h3>
          <ul>
            {person.matches.map(({ match, side }) => (
              <li key={match.id}>
                <b class="numeral">
                  <MatchTime match={match} language={language} form="clock" />
                </b>{" "}
                {match.table === null ? null : <b>{shared(language)("ui.table", { table: match.table })}</b>}{" "}
                {matchName(match, language)}:{" "}
                <span dir="auto">{slotName(match[side === "home" ? "away" : "home"], language)}</span>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
