import { type BySide, type Seat, otherSide, partnerOf, sideOf } from "../sides.ts";
import { courtOf, standingIn, startInRightCourts } from "./courts.ts";
import { everyRallyScores, gameWinner, isLegalFinal, plusPoint, wonByPoints } from "./scoring.ts";
import { singlesService } from "./seats.ts";
import {
  type GameLaw,
  type GamesBefore,
  type Laws,
  type Numbers,
  type Opening,
  type Placed,
  type Play,
  type PlayLaws,
  type RallyWon,
  type Sport,
  type Tally,
  type Turn,
  turnOf,
} from "./sport.ts";
import type { Service } from "./positions.ts";
import type { MatchRules } from "./match-rules.ts";

/** A game of Podium's match is a set here; `points` is the score inside the set's game in progress. */
const NO_POINTS: BySide<number> = { home: 0, away: 0 };

/** Rule 5: a game is won with four points and two ahead, or with the fourth point where no advantage is played. */
const ADVANTAGE: GameLaw = { points: 4, lead: 2, cap: null };
const NO_ADVANTAGE: GameLaw = { points: 4, lead: 1, cap: null };

/** Rule 5b: at six games all seven points, two ahead, win the tie-break and with it the set. */
const TIE_BREAK: GameLaw = { points: 7, lead: 2, cap: null };
const TIE_BREAK_AT = 6;
/** Appendix V: a match tie-break in the place of the deciding set is won with ten points, two ahead. */
const MATCH_TIE_BREAK: GameLaw = { points: 10, lead: 2, cap: null };
/** Rule 10: in a tie-break the ends change after every six points. */
const TIE_BREAK_ENDS = 6;

const NUMBERS: Numbers = {
  game: { article: "6b", source: "corroborated", points: 6, lead: 2, cap: 7 },
  beforePlay: [],
  warmUp: null,
  interval: { article: "29", source: "unverified", seconds: 120 },
  restAt: null,
  towelsEvery: null,
  timeOuts: null,
  suspension: null,
  cards: null,
  expedite: null,
  credit: { article: "ATP round robin", source: "corroborated", unplayed: "to-nothing", unfinished: "to-nothing" },
};

function isTieBreak({ home, away }: BySide<number>): boolean {
  return home === TIE_BREAK_AT && away === TIE_BREAK_AT;
}

function tally({ tally: { score, points }, winner }: RallyWon, game: GameLaw): Tally {
  const won = plusPoint(points ?? NO_POINTS, winner);
  const law = isTieBreak(score) ? TIE_BREAK : game;
  if (gameWinner(won, law) === null) return { score, points: won };
  return { score: plusPoint(score, winner), points: NO_POINTS };
}

/** Rule 14: the service goes over after every game; in a tie-break after the first point and then after every two. */
function singlesTurn({ before, after }: Play, service: Service): Turn {
  const inTieBreak = isTieBreak(after.score);
  const begins = inTieBreak && !isTieBreak(before.score);
  const goesOver = inTieBreak && !begins ? pointsPlayed(after) % 2 === 1 : after.score !== before.score;
  return turnOf(goesOver ? singlesService(sideOf(service.receiver)) : service);
}

/** The turns of a match tie-break, whose points are its score: after the first one and then after every two. */
function singlesTieBreak({ after }: Play, service: Service): Turn {
  return turnOf(isOdd(after.score) ? singlesService(sideOf(service.receiver)) : service);
}

function doublesTieBreak({ after, placed: { courts, servingOrder } }: Play): Turn {
  if (courts === null || servingOrder === null) throw new Error("A set of doubles has no order");
  const points = sumOf(after.score);
  if (servingOrder.length === 1 && points === 1) return { service: null, courts, serverNumber: null, servingOrder };
  const server = inTurn(servingOrder, Math.floor((points + 1) / 2));
  const receiver = standingIn(courts, otherSide(sideOf(server)), courtOf(points));
  return { service: { server, receiver }, courts, serverNumber: null, servingOrder };
}

/**
 * Rules 14 and 15: the four players serve in turn, in the order their pairs choose for the set; each receives in the
 * same court all the set. Before its second game the other pair chooses who of it serves, and the first who receives.
 */
function doublesTurn({ before, after, placed: { courts, servingOrder } }: Play): Turn {
  if (courts === null || servingOrder === null) throw new Error("A set of doubles has no order");
  if (servingOrder.length === 1 && after.score !== before.score)
    return { service: null, courts, serverNumber: null, servingOrder };
  const server = serverAt(servingOrder, after);
  const receiver = standingIn(courts, otherSide(sideOf(server)), courtOf(pointsPlayed(after)));
  return { service: { server, receiver }, courts, serverNumber: null, servingOrder };
}

/** The server of the game, or of the point in a tie-break, when one player of each pair is known to serve first. */
function serverAt(order: readonly Seat[], tally: Tally): Seat {
  return inTurn(order, sumOf(tally.score) + (isTieBreak(tally.score) ? Math.floor((pointsPlayed(tally) + 1) / 2) : 0));
}

function inTurn(order: readonly Seat[], turns: number): Seat {
  const [first = "home1", second] = order;
  if (second === undefined) return first;
  return ([first, second, partnerOf(first), partnerOf(second)] as const)[turns % 4] ?? first;
}

function turn(play: Play, service: Service): Turn {
  return play.rules.kind === "singles" ? singlesTurn(play, service) : doublesTurn(play);
}

/** In doubles the receiver of the first point stands in the right court for the set; where the others receive is chosen later. */
function open(service: Service, kind: MatchRules["kind"]): Turn {
  if (kind === "singles") return turnOf(service);
  return { ...startInRightCourts(service, kind), servingOrder: [service.server] };
}

function laterOpening({ servingOrder }: Placed): Opening {
  const [first = "home1"] = servingOrder ?? [];
  return { side: otherSide(sideOf(first)), article: "14", receiverOf: null, receiverArticle: "15" };
}

function taken({ courts, servingOrder }: Placed, service: Service): Turn {
  const { server, receiver } = service;
  const [first = partnerOf(receiver)] = servingOrder ?? [];
  const standing = courts ?? { home: "home1", away: "away1" };
  const receiving: BySide<Seat> =
    sideOf(receiver) === "home" ? { ...standing, home: receiver } : { ...standing, away: receiver };
  return { service, courts: receiving, serverNumber: null, servingOrder: [first, server] };
}

/** Rule 14: the service alternates on from set to set; a tie-break counts as the game of the player who served first in it. */
function opening({ last, known }: GamesBefore): Opening | null {
  if (known === null || known.gamesLater !== 1) return null;
  const first = sideOf(known.firstService.server);
  const side = (last.score.home + last.score.away) % 2 === 0 ? first : otherSide(first);
  return { side, article: "14", receiverOf: null, receiverArticle: "14" };
}

/** Rule 10: ends change after the first, third and every further odd game of a set. */
function changesEnds({ before, after }: Play): boolean {
  if (after.score !== before.score) return isOdd(after.score);
  return isTieBreak(after.score) && pointsPlayed(after) % TIE_BREAK_ENDS === 0;
}

function isOdd(score: BySide<number>): boolean {
  return sumOf(score) % 2 === 1;
}

function sumOf({ home, away }: BySide<number>): number {
  return home + away;
}

function pointsPlayed({ points }: Tally): number {
  return points === null ? 0 : points.home + points.away;
}

/** Without advantage the receiver picks the court of the deciding point. */
function isDecidingPoint({ score, points }: Tally, game: GameLaw): boolean {
  const level = game.points - 1;
  return game.lead === 1 && !isTieBreak(score) && points?.home === level && points.away === level;
}

/** Without advantage the receiving side picks the court of the deciding point, which no line of the log tells: doubles need one. */
function lawsOf(edition: string, game: GameLaw, kinds: Laws["kinds"]): Laws {
  return {
    sport: "tennis",
    kinds,
    edition,
    from: null,
    to: null,
    dates: "unverified",
    numbers: NUMBERS,
    play: setLaws(game),
    rankingLaw: "atp",
    seedLines: "tennis",
  };
}

function setLaws(game: GameLaw): PlayLaws {
  return {
    noPoints: NO_POINTS,
    tally: (rally) => tally(rally, game),
    gameWinner: ({ score }) => gameWinner(score, NUMBERS.game),
    isLegalFinal: (score) => isLegalFinal(score, NUMBERS.game),
    needsService: false,
    turn,
    open,
    opening,
    laterChoice: { opening: laterOpening, taken },
    changesEnds,
    receiverChangesWithEnds: false,
    changesEndsAfter: isOdd,
    serviceCourt: (tally) => (isDecidingPoint(tally, game) ? null : courtOf(pointsPlayed(tally))),
  };
}

/** The same laws with a match tie-break in the place of the deciding set. */
function withMatchTieBreak(laws: Laws, edition: string): Laws {
  const play: PlayLaws = {
    ...laws.play,
    ...wonByPoints(MATCH_TIE_BREAK),
    tally: everyRallyScores,
    turn: (told, service) => (told.rules.kind === "singles" ? singlesTieBreak(told, service) : doublesTieBreak(told)),
    changesEnds: ({ after }) => sumOf(after.score) % TIE_BREAK_ENDS === 0,
    serviceCourt: ({ score }) => courtOf(sumOf(score)),
  };
  return { ...laws, edition, deciding: { play, game: { article: "V", source: "unverified", ...MATCH_TIE_BREAK } } };
}

const WITH_ADVANTAGE = lawsOf("advantage", ADVANTAGE, ["singles", "doubles"]);
const WITHOUT_ADVANTAGE = lawsOf("no-advantage", NO_ADVANTAGE, ["singles"]);

/** Tennis by the rules of the ITF, with tie-break sets. */
export const TENNIS: Sport = {
  name: "tennis",
  parts: "sets",
  usual: "advantage",
  editions: [
    WITH_ADVANTAGE,
    WITHOUT_ADVANTAGE,
    withMatchTieBreak(WITH_ADVANTAGE, "match-tie-break"),
    withMatchTieBreak(WITHOUT_ADVANTAGE, "no-advantage-match-tie-break"),
  ],
};
