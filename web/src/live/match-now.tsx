import type { Seat, Side } from "@podium/engine";
import type { EntryView, Language, MatchView, Slot } from "@podium/protocol";
import { gamesWonBy } from "../ui/games-won.ts";
import { entryLines, sourceName } from "../ui/match-names.ts";
import { Association, Seed } from "../ui/names.tsx";
import { CallOf } from "./call-of.tsx";
import { liveWords } from "./live-words.ts";
import { largeScore } from "./score-shown.ts";

interface MatchProps {
  readonly match: MatchView;
  readonly language: Language;
}

/** The two halves of a match: who, and a numeral for the back of the hall. */
export function MatchNow({ match, language }: MatchProps) {
  return (
    <div class="now">
      <Half match={match} language={language} side="home" />
      <Half match={match} language={language} side="away" />
    </div>
  );
}

function Half({ match, language, side }: MatchProps & { readonly side: Side }) {
  const score = largeScore(match);
  return (
    <section class={match.winner === side ? "half winner" : "half"} data-side={side}>
      <People slot={match[side]} side={side} match={match} language={language} />
      <p class="large-score">
        <span class="large" data-part="large">
          {match.status === "waiting" || match.status === "ready" ? "" : score[side]}
        </span>
        <span class="games-won">
          {liveWords(language)("live.games-won")} <b data-part="won">{gamesWonBy(match, side)}</b>
        </span>
      </p>
    </section>
  );
}

function People({ slot, side, match, language }: { readonly slot: Slot; readonly side: Side } & MatchProps) {
  if (!slot.entry) return <p class="people source">{sourceName(slot.source, language)}</p>;
  return (
    <div class="people">
      <a href={`/entries/${slot.entry.id}`}>
        {entryLines(slot.entry, language).map(({ text, lang }, index) => (
          <span
            key={text}
            class="player"
            data-seat={seatOf(side, index)}
            data-role={roleOf(match, seatOf(side, index))}
          >
            <span class="name" lang={lang ?? undefined} dir="auto">
              {text}
            </span>
          </span>
        ))}
      </a>
      <Marks entry={slot.entry} match={match} side={side} language={language} />
      <Ending match={match} side={side} language={language} />
    </div>
  );
}

/** Beside the side that was absent, gave up or was disqualified. */
function Ending({ match, side, language }: MatchProps & { readonly side: Side }) {
  const { outcome } = match;
  if (!outcome || outcome.by === "play" || outcome.winner === side || outcome.undecided === true) return null;
  return <p class="marks quiet">{liveWords(language)(`live.against.${outcome.by}`)}</p>;
}

function Marks({ entry, match, side, language }: { readonly entry: EntryView; readonly side: Side } & MatchProps) {
  return (
    <p class="marks">
      <Association entry={entry} language={language} /> <Seed entry={entry} language={language} />{" "}
      <CallOf match={match} side={side} language={language} />
    </p>
  );
}

function seatOf(side: Side, index: number): Seat {
  if (side === "home") return index === 0 ? "home1" : "home2";
  return index === 0 ? "away1" : "away2";
}

function roleOf(match: MatchView, seat: Seat): "server" | "receiver" | undefined {
  const service = match.state?.service;
  if (service?.server === seat) return "server";
  return service?.receiver === seat ? "receiver" : undefined;
}
