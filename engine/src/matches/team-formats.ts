import { isRefused, type Refusal, refuse } from "../refusal.ts";
import type { TieRules } from "../sports/match-rules.ts";
import type { LawSource } from "../sports/sport.ts";

/** A player's letter in a team: A, B, C, ... of the one team, X, Y, Z, ... of the other. */
type TeamLetter = string;

/** One match of a tie, as the format orders it. Where letters are missing the captains name whom they like. */
interface TieMatch {
  /** `men's doubles`; null where the event does not say. */
  readonly name: string | null;
  /** Null where only its players tell it. */
  readonly kind: "singles" | "doubles" | null;
  readonly home: readonly TeamLetter[];
  readonly away: readonly TeamLetter[];
  /** Best of this many games, where it is not what the event plays. */
  readonly bestOf?: number;
}

/** How a tie between two teams is played. */
export interface TeamFormat {
  readonly name: string;
  /** Where it stands; null for one that an event has made itself. */
  readonly article: string | null;
  readonly source: LawSource;
  readonly matches: readonly TieMatch[];
  readonly bestOf: number;
  /** Every game of every match is played. */
  readonly allGames: boolean;
  /** The team that first has so many matches, or games, wins the tie; null where all are played, whatever the score. */
  readonly wonBy: { readonly matches: number | null } | { readonly games: number };
  /** In how many matches of a tie one player may play; null without a limit. */
  readonly matchesEach: number | null;
}

function singles(home: TeamLetter, away: TeamLetter): TieMatch {
  return { name: "singles", kind: "singles", home: [home], away: [away] };
}

function doubles(home: TieMatch["home"], away: TieMatch["away"]): TieMatch {
  return { name: "doubles", kind: "doubles", home, away };
}

function named(name: string): TieMatch {
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

/** A format that an event makes itself. */
export interface OwnTeamFormat {
  /** The rubbers in their order, only how many there are, or those of an order of play by its name. */
  readonly rubbers: number | string | readonly Partial<TieMatch>[];
  /** So many rubbers win the tie; more than half of them when left out. */
  readonly wonBy?: number;
  /** Instead: so many games in all rubbers win it, and every rubber plays all its games. */
  readonly wonByGames?: number;
  /** All rubbers are played, whatever the score. */
  readonly all?: boolean;
  readonly matchesEach?: number;
}

const USUAL: OwnTeamFormat = { rubbers: 5, wonBy: 3 };

/**
 * How the ties of an event are played: a format by its name, the event's own, or, where nothing is told, five rubbers of which
 * three win. `bestOf` is that of its rubbers. Refuses `team-format` what nobody could win.
 */
export function teamFormat(asked: string | OwnTeamFormat | undefined, bestOf: number): TeamFormat | Refusal {
  if (typeof asked === "string") return namedFormat(asked, bestOf);
  const { rubbers, ...own } = asked ?? USUAL;
  if (typeof rubbers !== "string") return ownFormat({ ...own, rubbers }, bestOf);
  const named = namedFormat(rubbers, bestOf);
  if (isRefused(named)) return named;
  const matchesEach = own.matchesEach ?? named.matchesEach;
  if ((own.wonBy ?? own.wonByGames ?? own.all) === undefined) return { ...named, matchesEach };
  const format = ownFormat({ ...own, rubbers: named.matches }, bestOf);
  return isRefused(format) ? format : { ...format, matchesEach };
}

/** An order of play by its name, however it is written: `New Swaythling`. */
function namedFormat(asked: string, bestOf: number): TeamFormat | Refusal {
  const written = asked.trim().toLowerCase().replaceAll(" ", "-");
  const format = TEAM_FORMATS.find(({ name }) => name === written);
  if (format !== undefined) return { ...format, bestOf };
  const known = TEAM_FORMATS.map(({ name }) => name).join(", ");
  return refuse("team-format", `No order of play is called ${asked}; there are ${known}, or write its rubbers.`, {
    format: asked,
  });
}

/** A format whose rubbers are told. */
interface ToldTeamFormat extends OwnTeamFormat {
  readonly rubbers: number | readonly Partial<TieMatch>[];
}

function ownFormat({ rubbers, wonBy, wonByGames, all = false, matchesEach }: ToldTeamFormat, bestOf: number) {
  const told: readonly Partial<TieMatch>[] =
    typeof rubbers === "number" ? Array.from({ length: rubbers }, () => ({})) : rubbers;
  const even = told.find((rubber) => rubber.bestOf !== undefined && rubber.bestOf % 2 === 0);
  if (even?.bestOf !== undefined)
    return refuse("best-of-not-odd", `A match is the best of an odd number of games, not of ${even.bestOf}.`, {
      bestOf: even.bestOf,
    });
  const most = wonByGames === undefined ? told.length : gamesIn(told, bestOf);
  const needed = wonByGames ?? wonBy ?? Math.floor(told.length / 2) + 1;
  const ways = [wonBy, wonByGames, all || undefined].filter((way) => way !== undefined);
  if (needed > most || told.length === 0 || ways.length > 1)
    return refuse(
      "team-format",
      "A tie is won by some of its rubbers, by some of their games, or all are played: one of these.",
      {
        most,
        needed,
      },
    );
  const format: TeamFormat = {
    name: "own",
    article: null,
    source: "unverified",
    matches: told.map(({ name = null, kind = null, home = [], away = [], bestOf: own }) => ({
      name,
      kind,
      home,
      away,
      ...(own === undefined ? {} : { bestOf: own }),
    })),
    bestOf,
    allGames: wonByGames !== undefined,
    wonBy: wonByGames === undefined ? { matches: all ? null : needed } : { games: wonByGames },
    matchesEach: matchesEach ?? null,
  };
  return format;
}

/** When a tie of this format is over. */
export function tieRulesOf({ matches, bestOf, wonBy }: TeamFormat): TieRules {
  if ("games" in wonBy) return { counts: "games", of: gamesIn(matches, bestOf), wonBy: wonBy.games };
  return { counts: "rubbers", of: matches.length, wonBy: wonBy.matches };
}

/** How many games a tie has at most. */
function gamesIn(matches: readonly Partial<TieMatch>[], usual: number): number {
  return matches.reduce((sum, { bestOf = usual }) => sum + bestOf, 0);
}
