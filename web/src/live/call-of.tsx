import type { Side } from "@podium/engine";
import type { Language, MatchView } from "@podium/protocol";
import { liveWords } from "./live-words.ts";
import { type SideCall, sideCall } from "./score-shown.ts";

const CALLS: readonly SideCall[] = ["time-out", "medical", "match-point", "game-point"];

interface CallProps {
  readonly match: MatchView;
  readonly side: Side;
  readonly language: Language;
}

/** What is to be said of a side now, beside its name; the other sentences lie ready for when they are due. */
export function CallOf({ match, side, language }: CallProps) {
  if (match.status === "over") return null;
  const sentences = Object.fromEntries(CALLS.map((call) => [`data-${call}`, liveWords(language)(`live.call.${call}`)]));
  const call = match.state === null ? null : sideCall(match.state, side);
  return (
    <b data-part="call" {...sentences}>
      {call === null ? "" : liveWords(language)(`live.call.${call}`)}
    </b>
  );
}
