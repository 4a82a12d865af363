import type { EntryView, Language, MatchRow, RoundView } from "@podium/protocol";
import { entryLines, entryName, roundName } from "../ui/match-names.ts";
import { shared } from "../ui/shared-words.ts";
import { liveWords } from "./live-words.ts";
import { ScoreRows, Who } from "./score-rows.tsx";

interface BracketProps {
  readonly rounds: readonly RoundView[];
  readonly bronze: MatchRow | null;
  /** Whether two matches of a round lead to one of the next. */
  readonly isJoined: boolean;
  readonly language: Language;
}

/** The knock-out as it is printed: a column a round, joined by hairlines, the match for bronze below the final. */
export function Bracket({ rounds, bronze, isJoined, language }: BracketProps) {
  return (
    <live-bracket class={sheetClass({ rounds, bronze, isJoined, language })}>
      <h2 class="unseen">{liveWords(language)("live.bracket")}</h2>
      <RoundNames rounds={rounds} language={language} />
      <div class="columns" role="region" aria-label={liveWords(language)("live.bracket")} tabIndex={0}>
        {rounds.map((round, index) => (
          <Column
            key={round.round}
            round={round}
            bronze={index === rounds.length - 1 ? bronze : null}
            language={language}
          />
        ))}
      </div>
    </live-bracket>
  );
}

/** On a narrow screen: the rounds in a row, each leading to its column. */
function RoundNames({ rounds, language }: Pick<BracketProps, "rounds" | "language">) {
  return (
    <nav class="round-names" aria-label={liveWords(language)("live.rounds")}>
      {rounds.map(({ round }) => (
        <a key={round} href={`#round-${round}`}>
          {roundName(round, language)}
        </a>
      ))}
    </nav>
  );
}

function Column({
  round,
  bronze,
  language,
}: {
  readonly round: RoundView;
  readonly bronze: MatchRow | null;
  readonly language: Language;
}) {
  return (
    <section class="round" id={`round-${round.round}`}>
      <h3>{roundName(round.round, language)}</h3>
      <ol>
        {round.matches.map((match) => (
          <Place key={match.id} match={match} language={language} />
        ))}
      </ol>
      {bronze ? (
        <div class="for-bronze">
          <h3>{roundName(bronze.round, language)}</h3>
          <ScoreRows match={bronze} language={language} />
        </div>
      ) : null}
    </section>
  );
}

function Place({ match, language }: { readonly match: MatchRow; readonly language: Language }) {
  if (match.status !== "bye")
    return (
      <li class="place">
        <ScoreRows match={match} language={language} />
      </li>
    );
  const entry = match.home.entry ?? match.away.entry;
  if (!entry) return <li class="place empty" />;
  return (
    <li class="place">
      <div class="score">
        <div class="side winner" data-entry={entry.id}>
          <span class="who">
            <Who entry={entry} language={language} />
          </span>
        </div>
        <div class="side">
          <span class="who source">{shared(language)("ui.bye")}</span>
        </div>
      </div>
    </li>
  );
}

/** What the print must know: how many lines the draw has (16 fill A4, more take A3), whether pairs stand on them, and long names. */
function sheetClass({ rounds, bronze, isJoined, language }: BracketProps): string {
  const lines = 2 * (rounds[0]?.matches.length ?? 1);
  const size = [16, 32, 64].find((most) => lines <= most) ?? 128;
  const isPairs = rounds.some((round) =>
    round.matches.some(({ home }) => home.entry !== null && linesOf(home.entry) > 1),
  );
  return [
    "bracket",
    `draw-${size}`,
    isPairs ? "pairs" : "",
    isPairs && hasLongNames(rounds, size, language) ? "long" : "",
    lines <= 4 ? "small" : "",
    bronze ? "with-bronze" : "",
    isJoined ? "" : "apart",
  ]
    .filter((name) => name !== "")
    .join(" ");
}

/** A team stands on one line, a pair on two. */
function linesOf({ name, players }: EntryView): number {
  return name === null ? players.length : 1;
}

/** How many letters fill a line of a pair on paper, with seed and code: one player a line, or both from 64 lines on. */
const LETTERS = { one: 24, both: 42 } as const;
const MARKS = 8;

/** Whether a pair would take a line more than the sheet has for it, and so has to be printed smaller. */
function hasLongNames(rounds: readonly RoundView[], size: number, language: Language): boolean {
  const entries = rounds.flatMap(({ matches }) => matches.flatMap(({ home, away }) => [home.entry, away.entry]));
  return entries.some((entry) => {
    if (!entry) return false;
    if (size >= 64) return widthOf(entryName(entry, language)) + MARKS > LETTERS.both;
    return entryLines(entry, language).some(({ text }) => widthOf(text) + MARKS > LETTERS.one);
  });
}

/** Letters, of which those of Han, Kana and Hangul take the room of two. */
function widthOf(name: string): number {
  return name.replaceAll(/[\u1100-\u11ff\u2e80-\u9fff\uac00-\ud7af]/g, "  ").length;
}
