import type { Side } from "@podium/engine";
import type { Language, MatchView } from "@podium/protocol";
import { shortEntryName, sourceName } from "../ui/match-names.ts";
import { runningScore } from "./lead.ts";
import { liveWords } from "./live-words.ts";

interface MatchProps {
  readonly match: MatchView;
  readonly language: Language;
}

/** Every rally as on a scorer's sheet: the new score stands in the row of the side that won it. */
export function RallyTape({ match, language }: MatchProps) {
  const games = (match.state?.games ?? []).map((game) => game.rallies ?? []);
  // While it is played every game that may come has its place already.
  const toCome = match.status === "live" ? match.bestOf - games.length : 0;
  return (
    <section class="rallies">
      <h2>{liveWords(language)("live.rallies")}</h2>
      {match.status === "over" ? <Replay match={match} language={language} /> : null}
      {[...games, ...Array.from({ length: toCome }, () => [])].map((rallies, index) => (
        <Tape key={index} number={index + 1} rallies={rallies} match={match} language={language} />
      ))}
    </section>
  );
}

interface TapeProps extends MatchProps {
  readonly number: number;
  readonly rallies: readonly Side[];
}

function Tape({ number, rallies, match, language }: TapeProps) {
  return (
    <div class="tape" data-game={number}>
      <h3>{liveWords(language)("live.game", { game: number })}</h3>
      <p class="tape-names" aria-hidden="true">
        <span>{sideName(match, "home", language)}</span>
        <span>{sideName(match, "away", language)}</span>
      </p>
      <ol aria-label={liveWords(language)("live.game", { game: number })}>
        {runningScore(rallies).map(({ winner, home, away }) => (
          <li key={home + away} data-side={winner}>
            <span aria-hidden="true">{winner === "home" ? home : away}</span>
            <span class="unseen">{`${home}–${away}`}</span>
          </li>
        ))}
      </ol>
    </div>
  );
}

/** The slider that plays a finished match again; it is there only where scripts run. */
function Replay({ match, language }: MatchProps) {
  const games = match.state?.games ?? [];
  const last = games.at(-1);
  return (
    <p class="replay">
      <label>
        {liveWords(language)("live.replay")}
        <input
          type="range"
          min="0"
          max={match.state?.rallies ?? 0}
          value={match.state?.rallies ?? 0}
          data-part="replay"
        />
      </label>
      <output data-part="replayed" data-pattern={liveWords(language)("live.replayed")}>
        {last ? liveWords(language)("live.replayed", { game: games.length, ...last.score }) : ""}
      </output>
    </p>
  );
}

function sideName(match: MatchView, side: "home" | "away", language: Language): string {
  const slot = match[side];
  return slot.entry ? shortEntryName(slot.entry, language) : sourceName(slot.source, language);
}
