import { type Refusal, refuse } from "../refusal.ts";
import { type BySide, type Seat, type Side, SIDES } from "../sides.ts";
import { lawsOfMatch, NOTHING } from "./games.ts";
import type { CardShown, MatchState } from "./state.ts";
import type { TeamFormat } from "./team-formats.ts";
import type { Card, MatchRules } from "../sports/match-rules.ts";

/** A match of a tie with the players who take its seats, by any name that stays the same through the tie. */
export interface TieMatchPlayed {
  readonly state: MatchState;
  readonly players: Readonly<Partial<Record<Seat, string>>>;
}

/** Where a tie between two teams stands. */
export interface TieState {
  readonly matchesWon: BySide<number>;
  readonly gamesWon: BySide<number>;
  readonly winner: Side | null;
  /** Position in the format of the match to play next or in progress; null when the tie is over. */
  readonly next: number | null;
}

/**
 * Folds a tie from its matches in the order of the format. The last one may be in progress: where games count, it may
 * decide the tie before it is over. Refuses `tie-over`, `too-many-matches` and `match-not-over`.
 */
export function foldTie(format: TeamFormat, matches: readonly MatchState[]): TieState | Refusal {
  if (matches.length > format.matches.length) {
    return refuse("too-many-matches", `This format has ${format.matches.length} matches.`, {
      matches: format.matches.length,
    });
  }
  let tie: TieState = { matchesWon: NOTHING, gamesWon: NOTHING, winner: null, next: 0 };
  for (const [index, match] of matches.entries()) {
    if (tie.winner !== null)
      return refuse("tie-over", "The tie was decided by the match before.", { match: index + 1 });
    if (tie.next !== index) return refuse("match-not-over", "The match before is not over.", { match: index + 1 });
    tie = afterMatch(format, tie, match);
  }
  return tie;
}

function afterMatch(format: TeamFormat, tie: TieState, match: MatchState): TieState {
  const wonIt = match.outcome?.winner ?? null;
  const matchesWon = sum(tie.matchesWon, { home: wonIt === "home" ? 1 : 0, away: wonIt === "away" ? 1 : 0 });
  const gamesWon = sum(tie.gamesWon, match.gamesWon);
  const winner = SIDES.find((side) => hasWon(format, matchesWon[side], gamesWon[side])) ?? null;
  const next = (tie.next ?? 0) + (match.outcome === null ? 0 : 1);
  return { matchesWon, gamesWon, winner, next: winner === null && next < format.matches.length ? next : null };
}

function hasWon({ wonBy }: TeamFormat, matches: number, games: number): boolean {
  if ("games" in wonBy) return games >= wonBy.games;
  return wonBy.matches !== null && matches >= wonBy.matches;
}

function sum(one: BySide<number>, other: BySide<number>): BySide<number> {
  return { home: one.home + other.home, away: one.away + other.away };
}

/** What the next match of a tie is asked for: who plays it, and by which rules. */
export interface TieMatchAsked {
  readonly rules: Omit<MatchRules, "bestOf" | "allGames" | "carriedCards" | "carriedPoints">;
  readonly players: TieMatchPlayed["players"];
}

/**
 * The rules of the next match of a tie: the format's games, and what is carried into it. A warning goes on through the
 * tie with the player who earned it; a pair begins with the higher of its two (3.5.2). Penalty points that the last
 * match did not need count in this one.
 */
export function rulesOfNext(format: TeamFormat, played: readonly TieMatchPlayed[], asked: TieMatchAsked): MatchRules {
  const carried = (side: Side): Card | null => highest(played, playersOf(asked.players, side));
  return {
    ...asked.rules,
    bestOf: format.bestOf,
    allGames: format.allGames,
    carriedCards: { home: carried("home"), away: carried("away") },
    carriedPoints: played.at(-1)?.state.carriedPoints ?? NOTHING,
  };
}

function playersOf(players: TieMatchPlayed["players"], side: Side): readonly (string | undefined)[] {
  return side === "home" ? [players.home1, players.home2] : [players.away1, players.away2];
}

/** The highest card any of these players has been shown; one that names no seat was shown to the whole side. */
function highest(played: readonly TieMatchPlayed[], names: readonly (string | undefined)[]): Card | null {
  let step = -1;
  let card: Card | null = null;
  for (const { state, players } of played) {
    const ladder = lawsOfMatch(state.rules).numbers.cards?.ladder ?? [];
    for (const shown of state.cards.filter((each) => wasShownTo(each, players, names))) {
      const at = ladder.findIndex((each) => each.card === shown.card);
      if (at > step) [step, card] = [at, shown.card];
    }
  }
  return card;
}

function wasShownTo(
  shown: CardShown,
  players: TieMatchPlayed["players"],
  names: readonly (string | undefined)[],
): boolean {
  if (shown.to === "adviser") return false;
  const offenders = shown.to === null ? playersOf(players, shown.side) : [players[shown.to]];
  return offenders.some((name) => name !== undefined && names.includes(name));
}
