import type { Language, MatchRow } from "@podium/protocol";
import { LiveMark } from "../ui/live-mark.tsx";
import { matchName } from "../ui/match-names.ts";
import { Words } from "../ui/names.tsx";
import { shared } from "../ui/shared-words.ts";
import type { TimeForm } from "../ui/times.ts";
import { ScoreRows } from "./score-rows.tsx";
import { Called } from "../ui/called.tsx";
import { WhenPlayed } from "./when-played.tsx";

interface MatchListProps {
  readonly matches: readonly MatchRow[];
  readonly language: Language;
  /** How the time is written: with its day, or the clock alone under a heading that names the day. */
  readonly time?: TimeForm;
  /** Said when there is none. */
  readonly empty: string;
  readonly withEvent?: boolean;
}

/** Matches one under another, each with its time, round and table. */
export function MatchList({ matches, language, time = "short", empty, withEvent = false }: MatchListProps) {
  if (matches.length === 0) return <p class="quiet">{empty}</p>;
  return (
    <ol class="match-list">
      {matches.map((match) => (
        <li key={match.id}>
          <MatchLine match={match} language={language} time={time} withEvent={withEvent} />
          <ScoreRows match={match} language={language} />
        </li>
      ))}
    </ol>
  );
}

interface MatchLineProps {
  readonly match: MatchRow;
  readonly language: Language;
  readonly time: TimeForm;
  readonly withEvent: boolean;
}

function MatchLine({ match, language, time, withEvent }: MatchLineProps) {
  const t = shared(language);
  return (
    <p class="match-line">
      {match.status === "bye" ? null : <WhenPlayed match={match} language={language} form={time} />}
      {match.table === null ? null : <span>{t("ui.table", { table: match.table })}</span>}
      {withEvent ? <Words text={match.eventTitle} language={language} /> : null}
      <span>{matchName(match, language)}</span>
      <Called match={match} language={language} />
      <LiveMark language={language} />
    </p>
  );
}
