import "./live-elements.ts";
import type { Side } from "@podium/engine";
import type { EntryView, Language, MatchRow } from "@podium/protocol";
import { gamesWonBy } from "../ui/games-won.ts";
import { LiveMark } from "../ui/live-mark.tsx";
import { entryLines, matchName, sourceName, versus } from "../ui/match-names.ts";
import { Association, Seed } from "../ui/names.tsx";
import { outcomeInWords } from "../ui/outcome-words.ts";
import { shared } from "../ui/shared-words.ts";
import { MatchTime } from "../ui/time.tsx";

interface MatchProps {
  readonly match: MatchRow;
  readonly language: Language;
}

/** A match in two rows: names, seed, code, the games as small numerals, the games won at the edge. */
export function ScoreRows({ match, language }: MatchProps) {
  return (
    <live-score match={match.id} class="score" data-status={match.status} data-version={String(match.version)}>
      <SideRow match={match} language={language} side="home" />
      <SideRow match={match} language={language} side="away" />
      <a class="open" href={`/matches/${match.id}`}>
        <span class="unseen">{`${matchName(match, language)}: ${versus(match, language)}`}</span>
      </a>
      <Ending match={match} language={language} />
    </live-score>
  );
}

function SideRow({ match, language, side }: MatchProps & { readonly side: Side }) {
  const slot = match[side];
  return (
    <div class={rowClass(match, side)} data-side={side} data-entry={slot.entry?.id}>
      <span class="who">
        {slot.entry ? (
          <Who entry={slot.entry} language={language} />
        ) : (
          <span class="source">{sourceName(slot.source, language)}</span>
        )}
      </span>
      <GameNumerals match={match} side={side} />
      <span class="won">{match.status === "live" || match.status === "over" ? gamesWonBy(match, side) : ""}</span>
    </div>
  );
}

/** The people of an entry, one line each, or the team; seed and code follow the last. */
export function Who({ entry, language }: { readonly entry: EntryView; readonly language: Language }) {
  return (
    <>
      <a href={`/entries/${entry.id}`}>
        {entryLines(entry, language).map(({ text, lang }) => (
          <span class="name" lang={lang ?? undefined} dir="auto" key={text}>
            {text}
          </span>
        ))}
      </a>{" "}
      <span class="mark-of">
        <Seed entry={entry} language={language} /> <Association entry={entry} language={language} />
      </span>
    </>
  );
}

function GameNumerals({ match, side }: { readonly match: MatchRow; readonly side: Side }) {
  return (
    <span class="games" data-columns={match.status === "over" ? undefined : match.bestOf}>
      {match.games.map((game, index) => (
        <span key={index} class={game[side] > game[side === "home" ? "away" : "home"] ? "more" : undefined}>
          {game[side]}
        </span>
      ))}
    </span>
  );
}

function Ending({ match, language }: MatchProps) {
  const t = shared(language);
  const outcome = outcomeInWords(match.outcome, language);
  const unknown = match.outcome?.gamesWon === null ? t("ui.score-unknown") : "";
  return (
    <span class="state">
      <LiveMark language={language} />
      <span class="ending">{[outcome, unknown].filter((part) => part !== "").join(", ")}</span>
      {match.startMs === null && match.day === null ? null : (
        <span class="planned">
          <MatchTime match={match} language={language} />
        </span>
      )}
    </span>
  );
}

function rowClass(match: MatchRow, side: Side): string {
  return match.winner === side ? "side winner" : "side";
}
