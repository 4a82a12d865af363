import { type Seat, otherSide, partnerOf, sideOf } from "../sides.ts";
import { everyRallyScores, wonByPoints } from "./scoring.ts";
import { singlesService } from "./seats.ts";
import {
  type CardStep,
  type Dated,
  type ExpediteLaw,
  type GamesBefore,
  type Laws,
  type Numbers,
  type Opening,
  type Play,
  type Sport,
  type Turn,
  turnOf,
} from "./sport.ts";
import type { EntryKind } from "./match-rules.ts";
import type { Service } from "./positions.ts";

const MINUTE_MS = 60_000;

/** What differs between the editions. */
interface Edition extends Dated {
  /** 2.11.1: a game is won with so many points, two ahead. */
  readonly points: number;
  /** 2.13.3: the service passes on after so many points; one point each once both have all but one of the points of a game. */
  readonly servicePoints: number;
  /** 2.13.6, 2.13.7: in the last possible game ends change, and in doubles the receiver, when a side first scores so many. */
  readonly lastGameChange: number;
  /** 2.15.1, 2.15.2. */
  readonly expedite: Pick<ExpediteLaw, "afterMs" | "closedAt">;
}

const EDITIONS: readonly Edition[] = [
  {
    edition: "21-points",
    from: null,
    to: "2001-08-31",
    dates: "corroborated",
    points: 21,
    servicePoints: 5,
    lastGameChange: 10,
    expedite: { afterMs: 15 * MINUTE_MS, closedAt: { each: 19 } },
  },
  {
    edition: "2001",
    from: "2001-09-01",
    to: "2016-12-31",
    dates: "unverified",
    points: 11,
    servicePoints: 2,
    lastGameChange: 5,
    expedite: { afterMs: 10 * MINUTE_MS, closedAt: { each: 9 } },
  },
  {
    // Texts of the laws have the eighteen points in 2017; the day they came in is not known here.
    edition: "2017",
    from: "2017-01-01",
    to: null,
    dates: "unverified",
    points: 11,
    servicePoints: 2,
    lastGameChange: 5,
    expedite: { afterMs: 10 * MINUTE_MS, closedAt: { total: 18 } },
  },
];

/** 3.5.2.1 to 3.5.2.4: yellow warns; yellow and red together give one point, then two; then the umpire reports to the referee. */
const LADDER: readonly CardStep[] = [
  { card: "yellow", points: 0 },
  { card: "yellow-red-1", points: 1 },
  { card: "yellow-red-2", points: 2 },
];

function numbersOf({ points, expedite }: Edition): Numbers {
  return {
    game: { article: "2.11.1", source: "official", points, lead: 2, cap: null },
    beforePlay: [
      { check: "rackets", article: "2.4.6", source: "unverified" },
      { check: "shirts", article: "3.2.2", source: "unverified" },
      // 2.13.1: who wins the lot serves, receives or takes an end; 2.13.2: the other side has the other choice.
      { check: "toss", article: "2.13.1", source: "corroborated" },
    ],
    warmUp: { article: "3.4.3.1", source: "corroborated", seconds: 120 },
    interval: { article: "3.4.4.1.1", source: "corroborated", seconds: 60 },
    restAt: null,
    towelsEvery: { article: "3.4.4.1.2", source: "corroborated", points: 6 },
    timeOuts: { article: "3.4.4.2", source: "corroborated", each: 1, per: "match", seconds: 60 },
    suspension: { article: "3.4.4.3", source: "unverified", seconds: 600 },
    cards: { article: "3.5.2", source: "official", ladder: LADDER, lastStepRepeats: false },
    expedite: { article: "2.15", source: "corroborated", returns: 13, ...expedite },
    credit: {
      article: "Referees' Handbook 2.3.7",
      source: "corroborated",
      unplayed: "to-nothing",
      unfinished: "completed",
    },
  };
}

/** 2.13.5: at each change the previous receiver serves, and the partner of the previous server receives. */
function passOn(service: Service, kind: EntryKind): Service {
  if (kind === "singles") return singlesService(sideOf(service.receiver));
  return { server: service.receiver, receiver: partnerOf(service.server) };
}

/** 2.13.3: whether the service passes on at this score. */
function passesOn({ after, expedite }: Play, { points, servicePoints }: Edition): boolean {
  const total = after.score.home + after.score.away;
  const oneEach = expedite || total >= 2 * (points - 1);
  return oneEach || total % servicePoints === 0;
}

/** 2.13.6, 2.13.7: whether this point made a side the first to come half-way through the last possible game. */
function reachesHalf({ lastGame, after, winner }: Play, { lastGameChange }: Edition): boolean {
  return lastGame && after.score[winner] === lastGameChange && after.score[otherSide(winner)] < lastGameChange;
}

/** The service first passes on when it is due; then, at the half of the last possible game, the receiving pair changes its order. */
function turn(play: Play, service: Service, edition: Edition): Turn {
  const { kind } = play.rules;
  const next = passesOn(play, edition) ? passOn(service, kind) : service;
  if (kind === "singles" || !reachesHalf(play, edition)) return turnOf(next);
  return turnOf({ server: next.server, receiver: partnerOf(next.receiver) });
}

/** 2.13.6: who served first receives first in the next game; 2.13.4: from the player who served to them in the game before. */
function opening({ known }: GamesBefore): Opening | null {
  if (known === null) return null;
  const { firstService, gamesLater } = known;
  const receiving = sideOf(firstService.receiver);
  const side = gamesLater % 2 === 1 ? receiving : otherSide(receiving);
  const servedTo = (server: Seat): Seat =>
    server === firstService.receiver ? firstService.server : partnerOf(firstService.server);
  return { side, article: "2.13.6", receiverOf: gamesLater === 1 ? servedTo : null, receiverArticle: "2.13.4" };
}

function lawsOf(edition: Edition): Laws {
  const numbers = numbersOf(edition);
  const { edition: name, from, to, dates } = edition;
  return {
    sport: "table-tennis",
    kinds: ["singles", "doubles"],
    edition: name,
    from,
    to,
    dates,
    numbers,
    play: {
      ...wonByPoints(numbers.game),
      tally: everyRallyScores,
      needsService: false,
      turn: (play, service) => turn(play, service, edition),
      open: turnOf,
      opening,
      laterChoice: null,
      changesEnds: (play) => reachesHalf(play, edition),
      // 2.13.7.
      receiverChangesWithEnds: true,
      changesEndsAfter: () => true,
      serviceCourt: () => null,
    },
    hasGroupsOfFourGames: true,
    rankingLaw: "ittf",
    seedLines: "ittf",
  };
}

/** Table tennis by the laws of the ITTF (chapter 2 of its handbook) and its regulations for competitions (chapter 3). */
export const TABLE_TENNIS: Sport = { name: "table-tennis", usual: "2017", editions: EDITIONS.map(lawsOf) };
