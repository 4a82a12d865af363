/** What entries are compared by. Differences are won minus lost, ratios are won to lost. */
export type Measure =
  | "match-points" | "wins" | "played"
  | "match-ratio" | "game-ratio" | "point-ratio"
  | "game-difference" | "point-difference"
  | "game-share" | "point-share";

export interface Criterion {
  readonly measure: Measure;
  /** Which matches count: all of the group, those among the tied, or those against the entry placed just above the tied. */
  readonly over: "group" | "tied" | "next-above";
  /** Applied only when exactly two are tied: the match between them. */
  readonly onlyForTwo?: boolean;
}

/** How an unplayed or unfinished match enters the group. */
export interface CreditLaw {
  /** `credit`: the loser is written down as beaten without a point; `delete`: all results of the one who left are deleted. */
  readonly unplayed: "credit" | "delete";
  /** Points of a game credited without play. */
  readonly gameTo: number;
  /** By how many points a credited game must be won when the loser already has some. */
  readonly winBy: number;
  /** The score at which a game ends whatever the lead; null where there is none. */
  readonly cap: number | null;
  /** Whether the games of a retirement count, or only the match. */
  readonly retirementGames: "count" | "ignore";
}

/** How a federation ranks a group: data, with the article it stands in. */
export interface RankingLaw {
  readonly id: string;
  readonly sport: string;
  readonly article: string;
  readonly matchPoints: { readonly won: number; readonly lost: number; readonly unplayedLoss: number };
  readonly credit: CreditLaw;
  /** In order. Whenever one of them separates anybody, each group still equal begins again at the first. */
  readonly criteria: readonly Criterion[];
}

/** ITTF Regulations 3.7.5: ratios among the tied only, beginning again after each exclusion, lots at the end. */
export const ITTF: RankingLaw = {
  id: "ittf",
  sport: "table-tennis",
  article: "ITTF Regulations 3.7.5.1-3.7.5.4",
  matchPoints: { won: 2, lost: 1, unplayedLoss: 0 },
  credit: { unplayed: "credit", gameTo: 11, winBy: 2, cap: null, retirementGames: "count" },
  criteria: [
    { measure: "match-points", over: "tied" },
    { measure: "match-ratio", over: "tied" },
    { measure: "game-ratio", over: "tied" },
    { measure: "point-ratio", over: "tied" },
  ],
};

/** BWF General Competition Regulations 16.2: wins, two by their match, then differences over the whole group. */
export const BWF: RankingLaw = {
  id: "bwf",
  sport: "badminton",
  article: "BWF General Competition Regulations 16.2.1-16.2.5",
  matchPoints: { won: 1, lost: 0, unplayedLoss: 0 },
  credit: { unplayed: "delete", gameTo: 21, winBy: 2, cap: 30, retirementGames: "ignore" },
  criteria: [
    { measure: "wins", over: "group" },
    { measure: "wins", over: "tied", onlyForTwo: true },
    { measure: "game-difference", over: "group" },
    { measure: "point-difference", over: "group" },
  ],
};

/** World Squash championship pools: wins, two by their match, then games and points by difference. */
export const WSF: RankingLaw = {
  id: "wsf",
  sport: "squash",
  article: "World Squash championship regulations, pools",
  matchPoints: { won: 1, lost: 0, unplayedLoss: 0 },
  credit: { unplayed: "credit", gameTo: 11, winBy: 2, cap: null, retirementGames: "count" },
  criteria: [
    { measure: "wins", over: "group" },
    { measure: "wins", over: "tied", onlyForTwo: true },
    { measure: "game-difference", over: "group" },
    { measure: "point-difference", over: "group" },
  ],
};

/** USA Pickleball 15.B.4: wins, head to head, point difference, then that against the next placed above. */
export const USAP: RankingLaw = {
  id: "usap",
  sport: "pickleball",
  article: "USA Pickleball Rulebook 15.B.4",
  matchPoints: { won: 1, lost: 0, unplayedLoss: 0 },
  credit: { unplayed: "credit", gameTo: 11, winBy: 2, cap: null, retirementGames: "count" },
  criteria: [
    { measure: "wins", over: "group" },
    { measure: "wins", over: "tied" },
    { measure: "point-difference", over: "group" },
    { measure: "point-difference", over: "next-above" },
  ],
};

/** ATP round robin: wins, matches played, two by their match, then the share of sets and of games won. */
export const ATP: RankingLaw = {
  id: "atp",
  sport: "tennis",
  article: "ATP Rulebook, round robin",
  matchPoints: { won: 1, lost: 0, unplayedLoss: 0 },
  credit: { unplayed: "credit", gameTo: 6, winBy: 2, cap: 7, retirementGames: "ignore" },
  criteria: [
    { measure: "wins", over: "group" },
    { measure: "played", over: "group" },
    { measure: "wins", over: "tied", onlyForTwo: true },
    { measure: "game-share", over: "group" },
    { measure: "point-share", over: "group" },
  ],
};

/** Every ranking law Podium knows. */
export const RANKING_LAWS: readonly RankingLaw[] = [ITTF, BWF, WSF, USAP, ATP];

/** The law by its id, or by the sport it is the first law of; null when there is none. */
export function rankingLaw(idOrSport: string): RankingLaw | null {
  return RANKING_LAWS.find((law) => law.id === idOrSport) ?? RANKING_LAWS.find((law) => law.sport === idOrSport) ?? null;
}
