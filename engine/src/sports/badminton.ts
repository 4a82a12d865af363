import { otherSide } from "../sides.ts";
import { courtByScore, startInRightCourts, winnerServes } from "./courts.ts";
import { everyRallyScores, wonByPoints } from "./scoring.ts";
import type { Dated, GamesBefore, Laws, Numbers, Opening, Play, Sport } from "./sport.ts";

/** What differs between the editions: law 7.2 to 7.5, and the half of a game where players rest and, in the last game, change ends. */
interface Edition extends Dated {
  readonly points: number;
  readonly cap: number;
  /** 8.1.3, 16.2.1. */
  readonly half: number;
}

const EDITIONS: readonly Edition[] = [
  { edition: "3x21", from: "2006-08-01", to: "2027-01-03", dates: "unverified", points: 21, cap: 30, half: 11 },
  // Adopted by the federation's general meeting in Horsens on 25 April 2026.
  { edition: "3x15", from: "2027-01-04", to: null, dates: "corroborated", points: 15, cap: 21, half: 8 },
];

function numbersOf({ points, cap, half }: Edition): Numbers {
  return {
    game: { article: "7.2", source: "corroborated", points, lead: 2, cap },
    beforePlay: [],
    warmUp: null,
    interval: { article: "16.2.2", source: "corroborated", seconds: 120 },
    restAt: { article: "16.2.1", source: "corroborated", points: half, seconds: 60 },
    towelsEvery: null,
    timeOuts: null,
    suspension: null,
    // A red card is a fault: a point and the service. The referee disqualifies with a black one.
    cards: {
      article: "16.7",
      source: "unverified",
      ladder: [
        { card: "yellow", points: 0 },
        { card: "yellow-red-1", points: 1, shownAs: "red" },
      ],
      lastStepRepeats: true,
    },
    expedite: null,
    credit: {
      article: "General Competition Regulations 16.2.5",
      source: "corroborated",
      unplayed: "deleted",
      unfinished: "deleted",
    },
  };
}

/** 7.6: the side that won a game serves first in the next; 11.6: which of its players, and which opponent receives, is free. */
function opening({ last }: GamesBefore): Opening {
  return { side: last.winner, article: "7.6", receiverOf: null, receiverArticle: "11.6" };
}

function reachesHalf({ lastGame, after, winner }: Play, { half }: Edition): boolean {
  return lastGame && after.score[winner] === half && after.score[otherSide(winner)] < half;
}

function lawsOf(edition: Edition): Laws {
  const numbers = numbersOf(edition);
  const { edition: name, from, to, dates } = edition;
  return {
    sport: "badminton",
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
      turn: winnerServes,
      open: startInRightCourts,
      opening,
      laterChoice: null,
      changesEnds: (play) => reachesHalf(play, edition),
      receiverChangesWithEnds: false,
      changesEndsAfter: () => true,
      serviceCourt: courtByScore,
    },
    rankingLaw: "bwf",
    seedLines: "bwf",
  };
}

/** Badminton by the laws of the BWF. */
export const BADMINTON: Sport = { name: "badminton", usual: "3x21", editions: EDITIONS.map(lawsOf) };
