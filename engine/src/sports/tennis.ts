import type { Service } from "../matches/state.ts";
import { type BySide, otherSide, sideOf } from "../sides.ts";
import { courtOf } from "./courts.ts";
import { gameWinner, isLegalFinal, plusPoint } from "./scoring.ts";
import { singlesService } from "./seats.ts";
import type { GameLaw, GamesBefore, Laws, Numbers, Opening, Play, RallyWon, Sport, Tally, Turn } from "./sport.ts";

/** A game of Podium's match is a set here; `points` is the score inside the set's game in progress. */
const NO_POINTS: BySide<number> = { home: 0, away: 0 };

/** Rule 5: a game is won with four points and two ahead, or with the fourth point where no advantage is played. */
const ADVANTAGE: GameLaw = { points: 4, lead: 2, cap: null };
const NO_ADVANTAGE: GameLaw = { points: 4, lead: 1, cap: null };

/** Rule 5b: at six games all seven points, two ahead, win the tie-break and with it the set. */
const TIE_BREAK: GameLaw = { points: 7, lead: 2, cap: null };
const TIE_BREAK_AT = 6;
/** Rule 10: in a tie-break the ends change after every six points. */
const TIE_BREAK_ENDS = 6;

const NUMBERS: Numbers = {
  game: { article: "6b", source: "corroborated", points: 6, lead: 2, cap: 7 },
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
function turn({ before, after }: Play, service: Service): Turn {
  const inTieBreak = isTieBreak(after.score);
  const begins = inTieBreak && !isTieBreak(before.score);
  const goesOver = inTieBreak && !begins ? pointsPlayed(after) % 2 === 1 : after.score !== before.score;
  return open(goesOver ? singlesService(sideOf(service.receiver)) : service);
}

function open(service: Service): Turn {
  return { service, courts: null, serverNumber: null };
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

function isOdd({ home, away }: BySide<number>): boolean {
  return (home + away) % 2 === 1;
}

function pointsPlayed({ points }: Tally): number {
  return points === null ? 0 : points.home + points.away;
}

function lawsOf(edition: string, game: GameLaw): Laws {
  return {
    sport: "tennis",
    kinds: ["singles"],
    edition,
    from: null,
    to: null,
    dates: "unverified",
    numbers: NUMBERS,
    play: {
      noPoints: NO_POINTS,
      tally: (rally) => tally(rally, game),
      gameWinner: ({ score }) => gameWinner(score, NUMBERS.game),
      isLegalFinal: (score) => isLegalFinal(score, NUMBERS.game),
      needsService: false,
      turn,
      open,
      opening,
      changesEnds,
      changesEndsAfter: isOdd,
      serviceCourt: (tally) => courtOf(pointsPlayed(tally)), // rule 9: every game begins from the right
    },
    cascade: "atp",
    seedLines: "tennis",
  };
}

/** Tennis singles by the rules of the ITF, with tie-break sets. */
export const TENNIS: Sport = {
  name: "tennis",
  usual: "advantage",
  editions: [lawsOf("advantage", ADVANTAGE), lawsOf("no-advantage", NO_ADVANTAGE)],
};
