import { otherSide } from "../sides.ts";
import type { Play } from "../sports/sport.ts";
import { openingOf } from "./order.ts";
import type { Call, MatchState } from "./state.ts";
import type { MatchRules } from "../sports/match-rules.ts";

const NONE: readonly Call[] = [];

/** What is asked before the first service. */
export function callsBeforeMatch(rules: MatchRules): readonly Call[] {
  if (rules.serviceKnown === false || rules.kind === "team") return NONE;
  return rules.kind === "doubles" ? ["choose-service", "choose-receiver"] : ["choose-service"];
}

/** What a point changes at the table. */
interface Changes {
  readonly changesEnds: boolean;
  readonly changesServer: boolean;
}

/** What is said and done after a point that leaves the game open; `state` stands after the point. */
export function callsAfterPoint(state: MatchState, play: Play, changes: Changes): readonly Call[] {
  const { changesEnds, changesServer } = changes;
  const calls: Call[] = [];
  if (changesEnds) calls.push("change-ends");
  if (changesEnds && receiverChanges(state, play)) calls.push("receiver-changes");
  if (state.service === null && state.servingOrder !== null) calls.push("choose-service", "choose-receiver");
  if (changesServer) calls.push("service-changes");
  if (rests(play)) calls.push("interval");
  if (towels(play, changesEnds)) calls.push("towels");
  if (state.matchPoint !== null) calls.push("match-point");
  else if (state.gamePoint !== null) calls.push("game-point");
  return calls.length === 0 ? NONE : calls;
}

/** In doubles, where the sport turns the receiving order when ends change. */
function receiverChanges({ rules, service }: MatchState, { laws }: Play): boolean {
  return rules.kind === "doubles" && service !== null && laws.play.receiverChangesWithEnds;
}

/** Whether a side has just come first to the points that bring a rest inside the game. */
function rests({ laws, before, after, winner }: Play): boolean {
  const law = laws.numbers.restAt;
  if (law === null) return false;
  return (
    after.score[winner] === law.points &&
    before.score[winner] < law.points &&
    after.score[otherSide(winner)] < law.points
  );
}

function towels({ laws, after }: Play, changesEnds: boolean): boolean {
  const law = laws.numbers.towelsEvery;
  if (law === null) return false;
  return changesEnds || (after.score.home + after.score.away) % law.points === 0;
}

/** What is asked between two games; `state` stands after the game, with the service where it is implied. */
export function callsAfterGame(state: MatchState, changesEnds: boolean): readonly Call[] {
  const calls: Call[] = ["game-over"];
  if (changesEnds) calls.push("change-ends");
  calls.push("interval");
  if (state.service !== null || state.rules.serviceKnown === false) return calls;
  calls.push("choose-service");
  if (state.rules.kind === "doubles" && isReceiverFree(state)) calls.push("choose-receiver");
  return calls;
}

function isReceiverFree(state: MatchState): boolean {
  const opening = openingOf(state);
  return opening === null || opening.receiverOf === null;
}
