import { type BySide, otherSide, partnerOf, sideOf } from "../sides.ts";
import { courtByScore, serveFrom, standingIn, startInRightCourts, winnerServes, withChangedCourts } from "./courts.ts";
import { everyRallyScores, wonByPoints } from "./scoring.ts";
import { singlesService } from "./seats.ts";
import {
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
import type { MatchRules } from "./match-rules.ts";
import type { Court, Service } from "./positions.ts";

/** In the last game the players change ends when a side first has six points. */
const HALF = 6;

const NUMBERS: Numbers = {
  game: { article: "4.A", source: "corroborated", points: 11, lead: 2, cap: null },
  beforePlay: [],
  warmUp: null,
  interval: { article: "10.B", source: "unverified", seconds: 120 },
  restAt: null,
  towelsEvery: null,
  timeOuts: { article: "10.A", source: "corroborated", each: 2, per: "game", seconds: 60 },
  suspension: { article: "10.C", source: "corroborated", seconds: 900 },
  cards: {
    article: "13.G.2",
    source: "corroborated",
    ladder: [
      { card: "yellow", points: 0, shownAs: "technical warning" },
      { card: "yellow-red-1", points: 1, shownAs: "technical foul" },
    ],
    lastStepRepeats: true,
    takesPoint: true,
  },
  expedite: null,
  credit: { article: "15", source: "unverified", unplayed: "to-nothing", unfinished: "completed" },
};

/** Side-out scoring: a rally won by the receiving side brings the service nearer, not a point. */
function serverScores(rally: RallyWon): Tally {
  const { service, winner, tally } = rally;
  return service !== null && sideOf(service.server) === winner ? everyRallyScores(rally) : tally;
}

/** The pair that opens a game has one service only: it starts as if its second player served. */
function startWithSecondServer(service: Service, kind: MatchRules["kind"]): Turn {
  const turn = startInRightCourts(service, kind);
  return kind === "singles" ? turn : { ...turn, serverNumber: 2 };
}

/**
 * A side that wins its own service changes courts and serves on. When it loses, its second player serves from where
 * that player stands; after the second the service goes over, to the player in the right court.
 */
function sideOutTurn(play: Play, service: Service): Turn {
  const {
    rules,
    winner,
    placed: { courts, serverNumber },
  } = play;
  const serving = sideOf(service.server);
  if (rules.kind === "singles" || courts === null) return turnOf(singlesService(winner));
  if (winner === serving) {
    const standing = withChangedCourts(courts, serving);
    return { ...turnOf(from(standing, service.server)), courts: standing, serverNumber };
  }
  if (serverNumber === 1) return { ...turnOf(from(courts, partnerOf(service.server))), courts, serverNumber: 2 };
  return { ...turnOf(serveFrom(courts, winner, "right")), courts, serverNumber: 1 };
}

function from(courts: BySide<Service["server"]>, server: Service["server"]): Service {
  const side = sideOf(server);
  const court: Court = courts[side] === server ? "right" : "left";
  return { server, receiver: standingIn(courts, otherSide(side), court) };
}

function courtOfServer(tally: Tally, serving: Placed & { readonly service: Service }): Court {
  const { courts, service } = serving;
  if (courts === null) return courtByScore(tally, serving);
  return courts[sideOf(service.server)] === service.server ? "right" : "left";
}

/** The side that received first in a game serves first in the next. */
function opening({ known }: GamesBefore): Opening | null {
  if (known === null) return null;
  const first = sideOf(known.firstService.server);
  const side = known.gamesLater % 2 === 1 ? otherSide(first) : first;
  return { side, article: "5.B", receiverOf: null, receiverArticle: "5.B" };
}

function reachesHalf({ lastGame, most, after, winner }: Play): boolean {
  return lastGame && after.score[winner] === HALF && Math.max(most.home, most.away) < HALF;
}

const SHARED = {
  ...wonByPoints(NUMBERS.game),
  opening,
  laterChoice: null,
  changesEnds: reachesHalf,
  receiverChangesWithEnds: false,
  changesEndsAfter: () => true,
};

const SIDE_OUT: PlayLaws = {
  ...SHARED,
  tally: serverScores,
  needsService: true,
  turn: sideOutTurn,
  open: startWithSecondServer,
  serviceCourt: courtOfServer,
};

const RALLY: PlayLaws = {
  ...SHARED,
  tally: everyRallyScores,
  needsService: false,
  turn: winnerServes,
  open: startInRightCourts,
  serviceCourt: courtByScore,
};

function lawsOf(edition: string, play: PlayLaws): Laws {
  return {
    sport: "pickleball",
    kinds: ["singles", "doubles"],
    edition,
    from: null,
    to: null,
    dates: "unverified",
    numbers: NUMBERS,
    play,
    rankingLaw: "usap",
    seedLines: "tennis",
  };
}

/** Pickleball by the rules of USA Pickleball; the two ways of scoring stand side by side. */
export const PICKLEBALL: Sport = {
  name: "pickleball",
  usual: "side-out",
  editions: [lawsOf("rally", RALLY), lawsOf("side-out", SIDE_OUT)],
};
