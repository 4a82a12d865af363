import { type Refusal, refuse } from "../refusal.ts";
import { otherSide, type Seat, type Side, sideOf } from "../sides.ts";
import { firstOf } from "../sports/seats.ts";
import type { CardStep } from "../sports/sport.ts";
import { disqualify } from "./ending.ts";
import { gameInProgress, lawsOfMatch, startOfGame } from "./games.ts";
import type { LogEntry } from "./log.ts";
import { addPenaltyPoint, takePoint } from "./play.ts";
import type { CardShown, MatchState } from "./state.ts";
import type { Card } from "../sports/match-rules.ts";

type CardEntry = Extract<LogEntry, { kind: "card" }>;

/** A card: to a side by its ladder, to an adviser yellow and then red, and red to a player from the referee alone. */
export function showCard(state: MatchState, entry: CardEntry): MatchState | Refusal {
  const { side, card, seat } = entry;
  if (seat !== undefined && seat !== "adviser" && !isSeated(state, side, seat)) {
    return refuse("no-such-player", "That player does not play on this side.", { side, seat });
  }
  if (state.progress === "over" && card !== "red") return refuse("match-over", "The match is over.");
  const shown: CardShown = { side, card, to: seat ?? null };
  const noted = { ...state, cards: [...state.cards, shown] };
  if (seat === "adviser") return adviserRefusal(state, entry) ?? noted;
  if (card === "red") return disqualify(noted, { side });
  const points = pointsOf(state, entry);
  return typeof points === "number" ? penalise(noted, entry, points) : points;
}

function isSeated({ rules }: MatchState, side: Side, seat: Seat): boolean {
  return sideOf(seat) === side && (rules.kind === "doubles" || seat === firstOf(side));
}

/** 3.5.1: an adviser is warned once and then sent away. */
function adviserRefusal(state: MatchState, { side, card }: CardEntry): Refusal | null {
  const earlier = state.cards.filter((shown) => shown.side === side && shown.to === "adviser").length;
  const due: Card | undefined = (["yellow", "red"] as const)[earlier];
  return card === due ? null : refuse("card-out-of-order", "An adviser is shown yellow, then red.", { side, card });
}

/** The points the next step of the ladder gives, or why it is not the next step. */
function pointsOf(state: MatchState, { side, card }: CardEntry): number | Refusal {
  const law = lawsOfMatch(state.rules).numbers.cards;
  if (law === null)
    return card === "yellow" ? 0 : refuse("no-such-card", "This sport gives no points for misconduct.", { card });
  const { article } = law;
  const due = stepAt(state, side);
  if (due === undefined)
    return refuse("report-to-referee", "After three penalty points the umpire reports to the referee.", {
      side,
      law: article,
    });
  return due.card === card
    ? due.points
    : refuse("card-out-of-order", `The next card of this side is ${due.card} (law ${article}).`, {
        side,
        card,
        due: due.card,
        law: article,
      });
}

function stepAt(state: MatchState, side: Side): CardStep | undefined {
  const law = lawsOfMatch(state.rules).numbers.cards;
  if (law === null) return undefined;
  const taken = stepsTaken(state, side);
  return law.ladder[law.lastStepRepeats ? Math.min(taken, law.ladder.length - 1) : taken];
}

/** How far a side has come on the ladder, in this match and in those before it in the same team match. */
function stepsTaken({ rules, cards }: MatchState, side: Side): number {
  const ladder = lawsOfMatch(rules).numbers.cards?.ladder ?? [];
  const carried = rules.carriedCards?.[side] ?? null;
  const before = carried === null ? 0 : ladder.findIndex(({ card }) => card === carried) + 1;
  return before + cards.filter((shown) => shown.side === side && shown.to !== "adviser" && shown.card !== "red").length;
}

/** Penalty points go to the opponent; what the game does not need any more waits for the next one. */
function penalise(state: MatchState, { side }: CardEntry, points: number): MatchState {
  const takes = lawsOfMatch(state.rules).numbers.cards?.takesPoint === true;
  let now = state;
  for (let left = points; left > 0; left -= 1) {
    if (now.progress !== "playing") now = carry(now, side, takes);
    else if (takes && hasWonPoint(now, side)) now = takePoint(now, side);
    else now = addPenaltyPoint(now, otherSide(side));
  }
  return now;
}

/** Whether a side has a point in the game that it was not given. */
function hasWonPoint(state: MatchState, side: Side): boolean {
  return (gameInProgress(state)?.score[side] ?? 0) > startOfGame(state.rules)[side];
}

/** Between games a penalty waits; where it takes a point, one that waits for who offends goes first. */
function carry(state: MatchState, side: Side, takes: boolean): MatchState {
  const { carriedPoints } = state;
  const to = takes && carriedPoints[side] > 0 ? side : otherSide(side);
  const more = to === side ? -1 : 1;
  return { ...state, carriedPoints: { ...carriedPoints, [to]: carriedPoints[to] + more } };
}
