import type { DecisionView, Language, MatchRow } from "@podium/protocol";
import "./moment-elements.ts";
import { gamesWonText } from "../ui/games-won.ts";
import { matchName } from "../ui/match-names.ts";
import { Medal } from "../ui/medal.tsx";
import { EntryName, SlotName } from "../ui/names.tsx";
import { shared } from "../ui/shared-words.ts";
import { momentWords } from "./moments-words.ts";

interface DecisionProps {
  readonly decision: DecisionView;
  readonly language: Language;
}

/** The medals and the matches that decided them: what stays in sight beside all that is said of it. */
export function Decision({ decision, language }: DecisionProps) {
  return (
    <aside class="at-hand" aria-label={momentWords(language)("moments.decision")}>
      <Decided decision={decision} language={language} />
    </aside>
  );
}

/** The same on the page of the moment, which follows what is corrected while it is open. */
export function FollowedDecision({ decision, moment, language }: DecisionProps & { readonly moment: string }) {
  const topics = [`moment:${moment}`, ...decision.result.map(({ id }) => `match:${id}`)];
  return (
    <aside class="at-hand" aria-label={momentWords(language)("moments.decision")}>
      <live-part id="decision" topics={topics.join(" ")}>
        <Decided decision={decision} language={language} />
      </live-part>
    </aside>
  );
}

function Decided({ decision, language }: DecisionProps) {
  return (
    <>
      <Podium decision={decision} language={language} />
      <Result matches={decision.result} language={language} />
    </>
  );
}

function Podium({ decision, language }: DecisionProps) {
  return (
    <ul class="medals podium">
      {decision.podium.map(({ medal, entry }) => (
        <li key={entry.id}>
          <Medal medal={medal} language={language} />
          <EntryName entry={entry} language={language} />
        </li>
      ))}
    </ul>
  );
}

function Result({ matches, language }: { readonly matches: readonly MatchRow[]; readonly language: Language }) {
  if (matches.length === 0) return null;
  return (
    <ul class="result">
      {matches.map((match) => (
        <li key={match.id}>
          <ResultLine match={match} language={language} />
        </li>
      ))}
    </ul>
  );
}

/** What stands where the score would: that nobody played, or that nobody noted it. */
function howItEnded({ outcome }: MatchRow, language: Language): string {
  return shared(language)(outcome?.by === "walkover" ? "ui.outcome.walkover" : "ui.score-unknown");
}

/** One match as a newspaper prints it: who, how many games, each game. */
function ResultLine({ match, language }: { readonly match: MatchRow; readonly language: Language }) {
  return (
    <>
      <a class="round-of" href={`/matches/${match.id}`}>
        {matchName(match, language)}
      </a>
      <span>
        <SlotName slot={match.home} language={language} />
      </span>
      <b class="numeral">{gamesWonText(match) ?? howItEnded(match, language)}</b>
      <span>
        <SlotName slot={match.away} language={language} />
      </span>
      <span class="quiet numeral games-of">{match.games.map((game) => `${game.home}–${game.away}`).join("  ")}</span>
    </>
  );
}
