import { type Refusal, isRefused, refuse } from "../refusal.ts";
import { lawsOf, USUAL_SPORT } from "../sports/catalogue.ts";
import type { TieRules } from "../sports/match-rules.ts";
import type { CreditLaw, GameLaw, LawSource } from "../sports/sport.ts";

/** What entries are compared by. Differences are won minus lost, ratios are won to lost. */
export type Measure =
  | "match-points"
  | "wins"
  | "played"
  | "match-ratio"
  | "match-difference"
  | "game-ratio"
  | "point-ratio"
  | "game-difference"
  | "point-difference"
  | "game-share"
  | "point-share"
  /** Matches won by those one has met (Buchholz). */
  | "opponents-wins"
  /** The same without the opponent who won the fewest matches. */
  | "opponents-wins-but-lowest"
  /** The same without the opponents who won the most and the fewest matches. */
  | "opponents-wins-median"
  /** Matches won by those one has beaten (Sonneborn-Berger). */
  | "beaten-wins";

export interface Criterion {
  readonly measure: Measure;
  /** Which matches count: all of the group, those among the tied, or those against the entry placed just above the tied. */
  readonly over: "group" | "tied" | "next-above";
  /** Applied only when exactly two are tied: the match between them. */
  readonly onlyForTwo?: boolean;
}

/** How a federation ranks a group: data, with the article it stands in. */
interface RankingLaw {
  readonly id: string;
  readonly article: string;
  readonly source: LawSource;
  readonly matchPoints: {
    readonly won: number;
    /** Of a drawn tie; as a loss when left out. */
    readonly drawn?: number;
    readonly lost: number;
    readonly unplayedLoss: number;
  };
  /** Whether points of a match that was not played to its end count, credited ones included. */
  readonly unfinishedPoints: "count" | "ignore";
  /** What the sport calls the parts of a match, in a sentence: sets, made of games. Games, made of points, when left out. */
  readonly called?: "sets";
  /** In order. Whenever one of them separates anybody, each group still equal begins again at the first. */
  readonly criteria: readonly Criterion[];
}

/** ITTF Regulations 3.7.5: ratios among the tied only, beginning again after each exclusion, lots at the end. */
const ITTF: RankingLaw = {
  id: "ittf",
  article: "ITTF Regulations 3.7.5.1-3.7.5.4",
  source: "official",
  matchPoints: { won: 2, lost: 1, unplayedLoss: 0 },
  unfinishedPoints: "count",
  criteria: [
    { measure: "match-points", over: "tied" },
    { measure: "match-ratio", over: "tied" },
    { measure: "game-ratio", over: "tied" },
    { measure: "point-ratio", over: "tied" },
  ],
};

/** BWF General Competition Regulations 16.2: wins, two by their match, then differences over the whole group. */
const BWF: RankingLaw = {
  id: "bwf",
  article: "BWF General Competition Regulations 16.2.1-16.2.5",
  source: "corroborated",
  matchPoints: { won: 1, lost: 0, unplayedLoss: 0 },
  unfinishedPoints: "count",
  criteria: [
    { measure: "wins", over: "group" },
    { measure: "wins", over: "tied", onlyForTwo: true },
    { measure: "game-difference", over: "group" },
    { measure: "point-difference", over: "group" },
  ],
};

/** World Squash championship pools: wins, two by their match, then games and points by difference. */
const WSF: RankingLaw = {
  id: "wsf",
  article: "World Squash championship regulations, pools",
  source: "unverified",
  matchPoints: { won: 1, lost: 0, unplayedLoss: 0 },
  unfinishedPoints: "count",
  criteria: [
    { measure: "wins", over: "group" },
    { measure: "wins", over: "tied", onlyForTwo: true },
    { measure: "game-difference", over: "group" },
    { measure: "point-difference", over: "group" },
  ],
};

/** USA Pickleball 15.B.4: wins, head to head, point difference, then that against the next placed above. */
const USAP: RankingLaw = {
  id: "usap",
  article: "USA Pickleball Rulebook 15.B.4",
  source: "corroborated",
  matchPoints: { won: 1, lost: 0, unplayedLoss: 0 },
  unfinishedPoints: "count",
  criteria: [
    { measure: "wins", over: "group" },
    { measure: "wins", over: "tied" },
    { measure: "point-difference", over: "group" },
    { measure: "point-difference", over: "next-above" },
  ],
};

/** ATP round robin: wins, matches played, two by their match, then the share of sets and of games won. */
const ATP: RankingLaw = {
  id: "atp",
  article: "ATP Rulebook, round robin",
  source: "corroborated",
  matchPoints: { won: 1, lost: 0, unplayedLoss: 0 },
  unfinishedPoints: "ignore",
  called: "sets",
  criteria: [
    { measure: "wins", over: "group" },
    { measure: "played", over: "group" },
    { measure: "wins", over: "tied", onlyForTwo: true },
    { measure: "game-share", over: "group" },
    { measure: "point-share", over: "group" },
  ],
};

/**
 * ITTF 3.7.5 where every match has four games and may end two all, as in stage one of the World Cups of Macao:
 * games in the whole group come first, then games and points of the matches between the tied.
 */
export const ITTF_FOUR_GAMES: RankingLaw = {
  id: "ittf-four-games",
  article: "ITTF Regulations 3.7.5 as applied to matches of four games (World Cup Macao 2024)",
  source: "corroborated",
  matchPoints: { won: 2, lost: 1, unplayedLoss: 0 },
  unfinishedPoints: "count",
  criteria: [
    { measure: "game-ratio", over: "group" },
    { measure: "game-ratio", over: "tied" },
    { measure: "point-ratio", over: "tied" },
  ],
};

/** A Swiss system: wins, a bye among them; then the wins of the opponents, the match between the tied, and ratios. */
const SWISS: RankingLaw = {
  id: "swiss",
  article: "Swiss system with Buchholz",
  source: "unverified",
  matchPoints: { won: 1, lost: 0, unplayedLoss: 0 },
  unfinishedPoints: "count",
  criteria: [
    { measure: "wins", over: "group" },
    { measure: "opponents-wins", over: "group" },
    { measure: "wins", over: "tied", onlyForTwo: true },
    { measure: "game-ratio", over: "group" },
    { measure: "point-ratio", over: "group" },
  ],
};

/** The criteria an event may put together itself, by the names that files and forms use. */
const CRITERIA: Readonly<Record<string, Criterion>> = {
  "match-points": { measure: "match-points", over: "group" },
  wins: { measure: "wins", over: "group" },
  buchholz: { measure: "opponents-wins", over: "group" },
  "buchholz-cut-1": { measure: "opponents-wins-but-lowest", over: "group" },
  "median-buchholz": { measure: "opponents-wins-median", over: "group" },
  "sonneborn-berger": { measure: "beaten-wins", over: "group" },
  "head-to-head": { measure: "wins", over: "tied" },
  "head-to-head-of-two": { measure: "wins", over: "tied", onlyForTwo: true },
  "rubber-ratio": { measure: "match-ratio", over: "group" },
  "rubber-difference": { measure: "match-difference", over: "group" },
  "rubber-ratio-of-tied": { measure: "match-ratio", over: "tied" },
  "rubber-difference-of-tied": { measure: "match-difference", over: "tied" },
  "game-ratio": { measure: "game-ratio", over: "group" },
  "game-difference": { measure: "game-difference", over: "group" },
  "point-ratio": { measure: "point-ratio", over: "group" },
  "point-difference": { measure: "point-difference", over: "group" },
  "game-ratio-of-tied": { measure: "game-ratio", over: "tied" },
  "game-difference-of-tied": { measure: "game-difference", over: "tied" },
  "point-ratio-of-tied": { measure: "point-ratio", over: "tied" },
  "point-difference-of-tied": { measure: "point-difference", over: "tied" },
};

/** Every ranking law Podium knows. */
export const RANKING_LAWS: readonly RankingLaw[] = [ITTF, ITTF_FOUR_GAMES, BWF, WSF, USAP, ATP, SWISS];

/** A ranking law together with what the sport's edition says of games and of matches that were not played out. */
export interface GroupLaws {
  readonly ranking: RankingLaw;
  readonly game: GameLaw;
  readonly credit: { readonly unplayed: CreditLaw; readonly unfinished: CreditLaw };
  /** How the ties are won, where teams play. */
  readonly tie?: TieRules;
}

export interface GroupLawsAsked {
  /** Table tennis when left out. */
  readonly sport?: string;
  readonly edition?: string;
  /** Id of a ranking law, instead of the one its sport goes by. */
  readonly rankingLaw?: string;
  /** The names of criteria, in order, that take the place of those of the law. */
  readonly criteria?: readonly string[];
  /** Where teams play: how their ties are won. */
  readonly tie?: TieRules;
}

/**
 * The laws of a group. Refuses `unknown-sport`, `unknown-edition`, and with `unknown-ranking-law` a law or a criterion that
 * there is not.
 */
export function groupLaws({ tie, ...asked }: GroupLawsAsked): GroupLaws | Refusal {
  const laws = lawsAsked(asked);
  if (isRefused(laws) || tie === undefined) return laws;
  return { ...laws, ranking: asked.criteria === undefined ? forTeams(laws.ranking, tie) : laws.ranking, tie };
}

/**
 * The law of a sport as it ranks teams: their rubbers are compared before the games of these, unless games are what the score
 * of a tie counts. A tie that may be drawn is worth two points, one or none, where the event does not say otherwise.
 */
function forTeams(law: RankingLaw, tie: TieRules): RankingLaw {
  const others = law.criteria.filter(({ measure }) => measure !== "match-ratio");
  const at = others.findIndex(({ measure }) => measure.startsWith("game-"));
  const ofGames = others[at];
  const criteria =
    tie.counts === "games" || ofGames === undefined ? others : others.toSpliced(at, 0, rubbersAs(ofGames));
  return { ...law, criteria, matchPoints: matchPointsOfTies(law, tie) };
}

function rubbersAs({ measure, over }: Criterion): Criterion {
  return { measure: measure === "game-difference" ? "match-difference" : "match-ratio", over };
}

function matchPointsOfTies({ matchPoints }: RankingLaw, { of, wonBy, points }: TieRules): RankingLaw["matchPoints"] {
  if (points !== undefined) return { ...points, unplayedLoss: 0 };
  const mayBeDrawn = of % 2 === 0 && (wonBy ?? of) > of / 2;
  return mayBeDrawn ? { won: 2, drawn: 1, lost: 0, unplayedLoss: 0 } : matchPoints;
}

function lawsAsked({
  sport = USUAL_SPORT,
  edition,
  rankingLaw,
  criteria,
}: Omit<GroupLawsAsked, "tie">): GroupLaws | Refusal {
  const laws = lawsOf(edition === undefined ? { sport } : { sport, edition });
  if (isRefused(laws)) return laws;
  const id = rankingLaw ?? laws.rankingLaw;
  const ranking = RANKING_LAWS.find((law) => law.id === id);
  if (!ranking) return refuse("unknown-ranking-law", `No ranking law is called ${id}.`, { rankingLaw: id });
  const rest = { game: laws.numbers.game, credit: laws.numbers.credit };
  if (criteria === undefined) return { ranking, ...rest };
  const unknown = criteria.find((name) => !(name in CRITERIA));
  if (unknown !== undefined || criteria.length === 0)
    return refuse(
      "unknown-ranking-law",
      `Entries cannot be compared by ${unknown ?? "nothing"}; there are ${Object.keys(CRITERIA).join(", ")}.`,
      { criterion: unknown ?? "" },
    );
  const matchPoints = criteria.includes("match-points") ? ranking.matchPoints : ONE_A_WIN;
  const own = { ...ranking, ...OWN, matchPoints, criteria: criteria.flatMap((name) => CRITERIA[name] ?? []) };
  return { ranking: own, ...rest };
}

/** Where match points do not rank anybody, they count the matches won. */
const ONE_A_WIN = { won: 1, lost: 0, unplayedLoss: 0 } as const;

/** What the rules of an event put in the place of its sport's law. */
const OWN = { id: "own", article: "the rules of the event", source: "unverified" } as const;
