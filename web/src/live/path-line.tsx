import type { Side } from "@podium/engine";
import type { EntryView, Language, MatchRow, PathView } from "@podium/protocol";
import { gamesWonText } from "../ui/games-won.ts";
import { Medal } from "../ui/medal.tsx";
import { matchName } from "../ui/match-names.ts";
import { SlotName, Words } from "../ui/names.tsx";
import { outcomeInWords } from "../ui/outcome-words.ts";
import { shared } from "../ui/shared-words.ts";
import { Called } from "../ui/called.tsx";
import { MatchTime } from "../ui/time.tsx";
import { liveWords } from "./live-words.ts";

/** An entry's way through an event as one line: a station a match, the medal at its end. */
export function PathLine({ path, language }: { readonly path: PathView; readonly language: Language }) {
  return (
    <section class="path">
      <h2>
        <a href={`/competitions/${path.event.id}`}>
          <Words text={path.event.title} language={language} />
        </a>
        <span class="quiet path-of">
          <Words text={path.competition.title} language={language} />
        </span>
      </h2>
      {path.matches.length === 0 ? <p class="quiet">{liveWords(language)("live.no-matches-yet")}</p> : null}
      <Stations {...path} language={language} />
    </section>
  );
}

interface StationsProps extends Pick<PathView, "matches" | "entry" | "medal"> {
  readonly language: Language;
}

/** Matches of an entry as stations of one line. */
export function Stations({ matches, entry, medal, language }: StationsProps) {
  return (
    <ol class="stations">
      {matches.map((match) => (
        <Station key={match.id} match={match} entry={entry} language={language} />
      ))}
      {medal === null ? null : (
        <li class={`station end ${medal}`}>
          <Medal medal={medal} language={language} />
        </li>
      )}
    </ol>
  );
}

interface StationProps {
  readonly match: MatchRow;
  readonly entry: EntryView;
  readonly language: Language;
}

function Station({ match, entry, language }: StationProps) {
  const side: Side = match.away.entry?.id === entry.id ? "away" : "home";
  const other = side === "home" ? "away" : "home";
  return (
    <li class={`station ${fate(match, side)}`}>
      <p class="round-of">
        <a href={`/matches/${match.id}`}>{matchName(match, language)}</a>
      </p>
      <p class="score-of numeral">{scoreWords(match, side, language)}</p>
      <Ending match={match} language={language} />
      {match.status === "bye" ? null : (
        <p class="opponent">
          <SlotName slot={match[other]} language={language} />
        </p>
      )}
      <p class="games-of numeral">{match.games.map((game) => `${game[side]}–${game[other]}`).join("  ")}</p>
      {match.startMs === null && match.day === null ? null : (
        <p class="time-of">
          <MatchTime match={match} language={language} />
        </p>
      )}
      <Called match={match} language={language} />
    </li>
  );
}

function scoreWords(match: MatchRow, side: Side, language: Language): string {
  if (match.status === "bye") return shared(language)("ui.bye");
  const isBegun = match.status === "over" || match.status === "live";
  return isBegun ? (gamesWonText(match, side) ?? unknownScore(match, language)) : liveWords(language)("live.to-come");
}

/** Of a match that nobody played the ending says it all. */
function unknownScore({ outcome }: MatchRow, language: Language): string {
  return outcome?.by === "walkover" ? "" : shared(language)("ui.score-unknown");
}

/** What the games alone do not show: that somebody gave up, did not come or was disqualified. */
function Ending({ match, language }: { readonly match: MatchRow; readonly language: Language }) {
  const { outcome } = match;
  return outcome === null || outcome.by === "play" ? null : <p class="quiet">{outcomeInWords(outcome, language)}</p>;
}

function fate(match: MatchRow, side: Side): "won" | "lost" | "open" {
  if (match.winner === null) return "open";
  return match.winner === side ? "won" : "lost";
}
