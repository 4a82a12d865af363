import type { Source } from "../sports/sport.ts";

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
  readonly source: Source;
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
