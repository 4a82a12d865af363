import { type Refusal, refuse } from "../refusal.ts";
import { type BySide, type Seat, type Side, SIDES } from "../sides.ts";
import type { LawSource } from "../sports/sport.ts";
import { lawsOfMatch, NOTHING } from "./games.ts";
import type { CardShown, MatchState } from "./state.ts";
import type { Card, MatchRules } from "../sports/match-rules.ts";

/** A player's letter in a team: A, B, C of the one team, X, Y, Z of the other. */
export type TeamLetter = "A" | "B" | "C" | "X" | "Y" | "Z";

/** One match of a tie, as the format orders it. Where letters are missing the captains name whom they like. */
export interface TieMatch {
  readonly name:
    | "singles"
    | "doubles"
    | "men's singles"
    | "women's singles"
    | "men's doubles"
    | "women's doubles"
    | "mixed doubles";
  readonly kind: "singles" | "doubles";
  readonly home: readonly TeamLetter[];
  readonly away: readonly TeamLetter[];
}

/** How a tie between two teams is played. */
export interface TeamFormat {
  readonly name: string;
  readonly article: string;
  readonly source: LawSource;
  readonly matches: readonly TieMatch[];
  readonly bestOf: number;
  /** Every game of every match is played. */
  readonly allGames: boolean;
  /** The team that first has so many matches, or games, wins the tie. */
  readonly wonBy: { readonly matches: number } | { readonly games: number };
  /** In how many matches of a tie one player may play. */
  readonly matchesEach: number;
}

function singles(home: TeamLetter, away: TeamLetter): TieMatch {
  return { name: "singles", kind: "singles", home: [home], away: [away] };
}

function doubles(home: TieMatch["home"], away: TieMatch["away"]): TieMatch {
  return { name: "doubles", kind: "doubles", home, away };
}

function named(name: TieMatch["name"]): TieMatch {
  return { name, kind: name.endsWith("singles") ? "singles" : "doubles", home: [], away: [] };
}

/** Team matches of three players as the Games of Tokyo and Paris had them: the doubles first, so that nobody plays twice in a row. */
export const OLYMPIC_TEAM: TeamFormat = {
  name: "olympic",
  article: "3.7.6",
  source: "official",
  matches: [
    doubles(["B", "C"], ["Y", "Z"]),
    singles("A", "X"),
    singles("C", "Z"),
    singles("A", "Y"),
    singles("B", "X"),
  ],
  bestOf: 5,
  allGames: false,
  wonBy: { matches: 3 },
  matchesEach: 2,
};

/** Five singles of three players. */
export const NEW_SWAYTHLING: TeamFormat = {
  name: "new-swaythling",
  article: "3.7.6.1",
  source: "corroborated",
  matches: [singles("A", "X"), singles("B", "Y"), singles("C", "Z"), singles("A", "Y"), singles("B", "X")],
  bestOf: 5,
  allGames: false,
  wonBy: { matches: 3 },
  matchesEach: 2,
};

/** Four singles of two players and a doubles for which the captains name whom they like. */
export const CORBILLON: TeamFormat = {
  name: "corbillon",
  article: "3.7.6",
  source: "unverified",
  matches: [singles("A", "X"), singles("B", "Y"), doubles([], []), singles("A", "Y"), singles("B", "X")],
  bestOf: 5,
  allGames: false,
  wonBy: { matches: 3 },
  matchesEach: 3,
};

/**
 * Mixed teams, where games count: three games in every match, and the team that first has eight wins, even in the
 * middle of a match. The last two matches change places if the captain of the lower ranked team says so.
 */
export const MIXED_TEAM: TeamFormat = {
  name: "mixed-team",
  article: "Mixed Team World Cup, format of play",
  source: "corroborated",
  matches: [
    named("mixed doubles"),
    named("women's singles"),
    named("men's singles"),
    named("men's doubles"),
    named("women's doubles"),
  ],
  bestOf: 3,
  allGames: true,
  wonBy: { games: 8 },
  matchesEach: 2,
};

export const TEAM_FORMATS: readonly TeamFormat[] = [OLYMPIC_TEAM, NEW_SWAYTHLING, CORBILLON, MIXED_TEAM];

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
  return "matches" in wonBy ? matches >= wonBy.matches : games >= wonBy.games;
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
