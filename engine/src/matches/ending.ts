import { isRefused, type Refusal, refuse } from "../refusal.ts";
import { type BySide, otherSide, type Side } from "../sides.ts";
import { gamesCredited } from "../sports/credited-games.ts";
import { gameInProgress, gamesNeeded, illegalUnfinished, lawsOfMatch, matchWinner } from "./games.ts";
import type { LogEntry } from "./log.ts";
import { NO_PLACES } from "./order.ts";
import type { MatchRules } from "../sports/match-rules.ts";
import type { GameState, MatchState, Outcome } from "./state.ts";
import { refusedTieScore, tieScoreImpossible, tieWinner } from "./tie.ts";

/** Matches that are not played out: how they end, and what they count for. */

/** A side, or both, did not appear: only before the first service. */
export function walkover(state: MatchState, absent: Side | "both"): MatchState | Refusal {
  if (state.progress !== "ready")
    return refuse("match-begun", "A match that has begun cannot be a walkover; record a retirement.");
  return over(state, { winner: absent === "both" ? null : otherSide(absent), by: "walkover" });
}

/** How a match was broken off: against whom, and the score of a game whose rallies are not known. */
type BreakingOff = Pick<Extract<LogEntry, { kind: "retired" }>, "side" | "unfinished">;

/** A side gives up after the match has begun. */
export function retire(state: MatchState, { side, unfinished }: BreakingOff): MatchState | Refusal {
  if (state.progress === "over") return refuse("match-over", "The match is over.");
  const broken = unfinished === undefined ? state : breakOff(state, unfinished);
  if (isRefused(broken)) return broken;
  if (broken.progress === "ready")
    return refuse("match-not-begun", "Before the first service a side that gives up is absent; record a walkover.");
  return over(broken, { winner: otherSide(side), by: "retirement" });
}

/** The referee disqualifies a side, during the match or after it. */
export function disqualify(state: MatchState, { side, unfinished }: BreakingOff): MatchState | Refusal {
  const by = state.outcome?.by;
  if (by === "walkover" || by === "disqualification" || by === "abandonment") {
    return refuse("match-over", "The match was not decided by play; nobody can be disqualified in it.");
  }
  const broken = unfinished === undefined ? state : breakOff(state, unfinished);
  if (isRefused(broken)) return broken;
  const known = state.outcome?.gamesWon;
  const outcome = { winner: otherSide(side), by: "disqualification" } as const;
  return over(broken, known === undefined ? outcome : { ...outcome, gamesWon: known });
}

/** How a match was abandoned: who goes on, and what is known of its score. */
type Abandoning = Omit<Extract<LogEntry, { kind: "abandoned" }>, "kind" | "atMs">;

/**
 * The referee abandons a match: it ends as it stands. Who goes on is said with it; left out, the match counts for nothing
 * until the referee decides, or has it played again. `nobody`: it counts for neither side, for good.
 */
export function abandon(state: MatchState, { goesOn, unfinished, gamesWon }: Abandoning): MatchState | Refusal {
  if (state.progress === "over") return refuse("match-over", "The match is over.");
  const broken = unfinished === undefined ? state : breakOff(state, unfinished);
  if (isRefused(broken)) return broken;
  if (gamesWon !== undefined && broken.progress !== "ready")
    return refuse("outcome-after-play", "Of this match more is known than its end.");
  const impossible = gamesWon === undefined ? null : impossibleWhenAbandoned(state.rules, gamesWon);
  if (impossible !== null) return impossible;
  const known = gamesWon ?? (state.rules.tie === undefined ? undefined : broken.gamesWon);
  const winner = goesOn === undefined || goesOn === "nobody" ? null : goesOn;
  const ended = over(broken, {
    winner,
    by: "abandonment",
    ...(goesOn === undefined ? { undecided: true } : {}),
    ...(known === undefined ? {} : { gamesWon: { home: known.home, away: known.away } }),
  });
  return known === undefined ? ended : { ...ended, gamesWon: known };
}

/** No side has won yet when a match is abandoned; a tie has not ended. */
function impossibleWhenAbandoned(rules: MatchRules, gamesWon: BySide<number>): Refusal | null {
  if (rules.tie === undefined) return impossibleScore(rules, { winner: null, by: "abandonment", gamesWon });
  const isOpen = isWhole(gamesWon.home) && isWhole(gamesWon.away) && tieWinner(rules.tie, gamesWon) === undefined;
  return isOpen ? null : tieScoreImpossible(rules.tie, gamesWon);
}

type OutcomeEntry = Extract<LogEntry, { kind: "outcome" }>;

/** A match of which only its end is known, and perhaps the games each side won. */
export function recordOutcome(state: MatchState, { winner, by, gamesWon }: OutcomeEntry): MatchState | Refusal {
  if (state.progress !== "ready") return refuse("outcome-after-play", "Of this match more is known than its end.");
  const impossible = refusedScore(state.rules, { winner, by, gamesWon });
  if (impossible !== null) return impossible;
  const known = gamesWon === null ? null : { home: gamesWon.home, away: gamesWon.away };
  return { ...over(state, { winner, by, gamesWon: known }), gamesWon: known ?? state.gamesWon };
}

function refusedScore(rules: MatchRules, { winner, by, gamesWon }: ScoreTold): Refusal | null {
  if (winner === null && (rules.tie === undefined || gamesWon === null))
    return refuse("winner-missing", "Somebody wins every match; only a tie between two teams can be drawn.");
  if (gamesWon === null) return null;
  if (rules.tie === undefined) return impossibleScore(rules, { winner, by, gamesWon });
  return by === "play" ? refusedTieScore(rules.tie, gamesWon, winner) : null;
}

type ScoreTold = Pick<OutcomeEntry, "winner" | "by" | "gamesWon">;

/** Why a match cannot have ended with these games; null when it can. */
function impossibleScore(
  rules: MatchRules,
  { winner, by, gamesWon }: Pick<Outcome, "winner" | "by"> & { readonly gamesWon: BySide<number> },
): Refusal | null {
  const { home, away } = gamesWon;
  const decided = matchWinner(rules, gamesWon);
  const most = rules.allGames === true ? rules.bestOf : gamesNeeded(rules);
  const fits = by === "disqualification" || decided === (by === "play" ? winner : null);
  const isWithin = home + away <= rules.bestOf && Math.max(home, away) <= most;
  if (fits && isWithin && isWhole(home) && isWhole(away)) return null;
  return refuse("score-impossible", `A match of best of ${rules.bestOf} cannot end ${home}-${away} so.`, {
    bestOf: rules.bestOf,
    home,
    away,
  });
}

function isWhole(games: number): boolean {
  return Number.isInteger(games) && games >= 0;
}

/** Adds the game that was broken off by its score alone. */
function breakOff(state: MatchState, score: BySide<number>): MatchState | Refusal {
  const open = gameInProgress(state);
  if (state.outcome !== null) return refuse("match-over", "The match is over; no game was broken off.");
  if (open !== null && open.rallies?.length !== 0)
    return refuse("game-in-progress", "The rallies of this game tell its score.");
  const before = open === null ? state.games : state.games.slice(0, -1);
  const impossible = illegalUnfinished(state.rules, score, before.length + 1);
  if (impossible !== null) return impossible;
  const game: GameState = {
    score: { home: score.home, away: score.away },
    winner: null,
    rallies: null,
    firstService: open?.firstService ?? state.service,
    points: null,
  };
  return { ...state, progress: "playing", games: [...before, game] };
}

function over(state: MatchState, outcome: Outcome): MatchState {
  return {
    ...state,
    progress: "over",
    outcome,
    ...NO_PLACES,
    gamePoint: null,
    matchPoint: null,
    timeOut: null,
    medical: null,
    calls: ["match-over"],
  };
}

/**
 * The games as they are credited for results. Played matches: as played. Otherwise what the sport's credit law gives:
 * in table tennis a walkover is won with every game to nothing, and after a retirement the points played stand and
 * the opponent gets what decides the match. Empty while the match goes on without a game, for a double walkover, and
 * where the points of the games are not known.
 */
export function credited(state: MatchState): readonly BySide<number>[] {
  const played = state.games.map(({ score }) => score);
  const { outcome, rules } = state;
  if (outcome === null || outcome.by === "play" || outcome.winner === null) return played;
  if (outcome.gamesWon !== undefined) return [];
  const { credit, game } = lawsOfMatch(rules).numbers;
  const begun = state.games.length > 0 && matchWinner(rules, state.gamesWon) === null;
  return gamesCredited(begun ? credit.unfinished : credit.unplayed, played, {
    winner: outcome.winner,
    needed: gamesNeeded(rules),
    law: game,
    ...(rules.allGames === true ? { all: rules.bestOf } : {}),
  });
}
