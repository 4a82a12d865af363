import { everyRallyScores, wonByPoints } from "./scoring.ts";
import { singlesService } from "./seats.ts";
import {
  type GamesBefore,
  type Laws,
  type Numbers,
  type Opening,
  type Play,
  type Sport,
  type Turn,
  turnOf,
} from "./sport.ts";

const NUMBERS: Numbers = {
  game: { article: "2.1", source: "corroborated", points: 11, lead: 2, cap: null },
  // Four minutes since 2019, five before.
  beforePlay: [],
  warmUp: { article: "4.1", source: "corroborated", seconds: 240 },
  interval: { article: "7.1", source: "unverified", seconds: 120 },
  restAt: null,
  towelsEvery: null,
  timeOuts: null,
  suspension: null,
  // The referee calls a conduct warning, then conduct strokes; a conduct game or match is the referee's disqualification here.
  cards: {
    article: "15",
    source: "unverified",
    ladder: [
      { card: "yellow", points: 0, shownAs: "conduct warning" },
      { card: "yellow-red-1", points: 1, shownAs: "conduct stroke" },
    ],
    lastStepRepeats: true,
  },
  expedite: null,
  credit: { article: "16", source: "unverified", unplayed: "to-nothing", unfinished: "completed" },
};

/**
 * 4.2: the server keeps serving until losing a rally; then the winner of the rally serves. Who has won the service picks
 * the box and then alternates; the choice leaves no trace in the score.
 */
function turn({ winner }: Play): Turn {
  return turnOf(singlesService(winner));
}

/** 4.1: the winner of a game serves first in the next one. */
function opening({ last }: GamesBefore): Opening {
  return { side: last.winner, article: "4.1", receiverOf: null, receiverArticle: "4.1" };
}

const LAWS: Laws = {
  sport: "squash",
  kinds: ["singles"],
  edition: "point-a-rally",
  from: "2009-04-01",
  to: null,
  dates: "unverified",
  numbers: NUMBERS,
  play: {
    ...wonByPoints(NUMBERS.game),
    tally: everyRallyScores,
    needsService: false,
    turn,
    open: turnOf,
    opening,
    laterChoice: null,
    changesEnds: () => false,
    receiverChangesWithEnds: false,
    changesEndsAfter: () => false,
    serviceCourt: () => null,
  },
  rankingLaw: "wsf",
  seedLines: "tennis",
};

/** Squash singles by the rules of the WSF. */
export const SQUASH: Sport = { name: "squash", usual: "point-a-rally", editions: [LAWS] };
