import type { EventPage, Language, MatchRow } from "@podium/protocol";
import { roundName } from "../ui/match-names.ts";
import { shared } from "../ui/shared-words.ts";
import { say } from "./live-words.ts";
import { ScoreRows, Who } from "./score-rows.tsx";

type Round = EventPage["rounds"][number];

interface BracketProps {
  readonly rounds: readonly Round[];
  readonly bronze: MatchRow | null;
  readonly language: Language;
}

/** The knock-out as it is printed: a column a round, joined by hairlines, the match for bronze below the final. */
export function Bracket({ rounds, bronze, language }: BracketProps) {
  return (
    <live-bracket class={`bracket ${sizeClass(rounds)}`}>
      <h2 class="unseen">{say(language)("live.bracket")}</h2>
      <RoundNames rounds={rounds} language={language} />
      <div class="columns" role="region" aria-label={say(language)("live.bracket")} tabIndex={0}>
        {rounds.map((round, index) => (
          <Column key={round.round} round={round} bronze={index === rounds.length - 1 ? bronze : null} language={language} />
        ))}
      </div>
    </live-bracket>
  );
}

/** On a narrow screen: the rounds in a row, each leading to its column. */
function RoundNames({ rounds, language }: Pick<BracketProps, "rounds" | "language">) {
  return (
    <nav class="round-names" aria-label={say(language)("live.rounds")}>
      {rounds.map(({ round }) => <a key={round} href={`#round-${round}`}>{roundName(round, language)}</a>)}
    </nav>
  );
}

function Column({ round, bronze, language }: { readonly round: Round; readonly bronze: MatchRow | null; readonly language: Language }) {
  return (
    <section class="round" id={`round-${round.round}`}>
      <h3>{roundName(round.round, language)}</h3>
      <ol>{round.matches.map((match) => <Place key={match.id} match={match} language={language} />)}</ol>
      {bronze ? <div class="for-bronze"><h3>{roundName("bronze", language)}</h3><ScoreRows match={bronze} language={language} /></div> : null}
    </section>
  );
}

function Place({ match, language }: { readonly match: MatchRow; readonly language: Language }) {
  if (match.status !== "bye") return <li class="place"><ScoreRows match={match} language={language} /></li>;
  const entry = match.home.entry ?? match.away.entry;
  if (!entry) return <li class="place empty" />;
  return (
    <li class="place bye">
      <div class="side winner" data-entry={entry.id}>
        <span class="who"><Who entry={entry} language={language} /></span>
        <span class="quiet">{shared(language)("ui.bye")}</span>
      </div>
    </li>
  );
}

/** How many lines the draw has, as the print knows it: up to 16 on A4, more on A3. */
function sizeClass(rounds: readonly Round[]): string {
  const lines = 2 * (rounds[0]?.matches.length ?? 1);
  if (lines <= 16) return lines <= 4 ? "draw-16 small" : "draw-16";
  return lines <= 32 ? "draw-32" : lines <= 64 ? "draw-64" : "draw-128";
}
