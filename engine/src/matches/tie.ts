import { type Refusal, refuse } from "../refusal.ts";
import type { BySide, Side } from "../sides.ts";
import type { TieRules } from "../sports/match-rules.ts";
import { NO_PLACES } from "./order.ts";
import type { MatchState } from "./state.ts";

/** A tie between two teams as its log tells it: by its score, or as its rubbers add up. */

/** Who has won a tie with this score: `null` for a drawn one, undefined while it goes on. */
export function tieWinner({ of, wonBy }: TieRules, { home, away }: BySide<number>): Side | null | undefined {
  const enough = wonBy ?? Number.POSITIVE_INFINITY;
  const isOver = home >= enough || away >= enough || home + away >= of;
  if (!isOver) return undefined;
  if (home === away) return null;
  return home > away ? "home" : "away";
}

/** Whether a tie can end so: nobody goes on after it is won. */
function isTieScore(rules: TieRules, score: BySide<number>): boolean {
  const { home, away } = score;
  if (![home, away].every((won) => Number.isInteger(won) && won >= 0) || home + away > rules.of) return false;
  if (tieWinner(rules, score) === undefined) return false;
  return rules.wonBy === null || (Math.max(home, away) <= rules.wonBy && Math.min(home, away) < rules.wonBy);
}

/** Why a tie cannot end with this score, won by this side; null when it can. A drawn one may still be won, by what was agreed. */
export function refusedTieScore(rules: TieRules, score: BySide<number>, winner: Side | null): Refusal | null {
  const won = isTieScore(rules, score) ? tieWinner(rules, score) : undefined;
  return won === winner || won === null ? null : tieScoreImpossible(rules, score);
}

/** What is said where a tie cannot end with this score, or not so. */
export function tieScoreImpossible({ counts, of, wonBy }: TieRules, { home, away }: BySide<number>): Refusal {
  const how = wonBy === null ? `all of them played` : `won by ${wonBy}`;
  return refuse("tie-score-impossible", `A tie of ${of} ${counts}, ${how}, cannot end ${home}-${away} so.`, {
    counts,
    of,
    wonBy: wonBy ?? of,
    home,
    away,
  });
}

/** How a tie stands by its rubbers: what each side has won of what the score counts, and whether any has begun or all are over. */
interface TieStanding {
  readonly score: BySide<number>;
  readonly progress: "ready" | "playing" | "over";
}

/**
 * The tie as its rubbers make it, in the place of what they made of it before. Refuses `tie-scored` where the tie was told by
 * its score, or decided without play.
 */
export function standByRubbers(state: MatchState, { score, progress }: TieStanding): MatchState | Refusal {
  if (state.rules.tie === undefined) return refuse("not-a-tie", "Only a tie between two teams has rubbers.");
  if (state.outcome !== null && (state.outcome.by !== "play" || !state.byRubbers))
    return refuse("tie-scored", "The tie was told by its score; take that back first.");
  const { home, away } = score;
  const kept = { ...state, gamesWon: { home, away }, byRubbers: true };
  if (progress !== "over") return { ...kept, progress, outcome: null, calls: [], mayRecord: [] };
  const winner = home === away ? null : home > away ? "home" : "away";
  const outcome = { winner, by: "play", gamesWon: { home, away } } as const;
  return { ...kept, progress, outcome, ...NO_PLACES, calls: ["match-over"] };
}
