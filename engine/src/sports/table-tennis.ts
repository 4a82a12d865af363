import type { Service } from "../matches/state.ts";
import { otherSide, partnerOf, sideOf } from "../sides.ts";
import type { BySide, Seat } from "../sides.ts";
import { everyRallyScores, gameWinner, isLegalFinal } from "./scoring.ts";
import { singlesService } from "./seats.ts";
import type { ExpediteLaw, GameBefore, Laws, Numbers, Opening, Play, Sport, Turn } from "./sport.ts";

/** 2.13.3: the service passes on after every two points; at ten all, and under expedite, after every point. */
const SERVICE_CHANGES_EVERY = 2;
const ONE_EACH_FROM_TOTAL = 20;

/** 2.13.6, 2.13.7: in the last possible game ends change, and in doubles the receiver, when a side first scores five. */
const CHANGE_IN_LAST_GAME_AT = 5;

const MINUTE_MS = 60_000;

const NUMBERS: Numbers = {
  game: { article: "2.11.1", source: "official", points: 11, lead: 2, cap: null },
  interval: { article: "3.4.4.1.1", source: "corroborated", seconds: 60 },
  towelsEvery: { article: "3.4.4.1.2", source: "corroborated", points: 6 },
  timeOuts: { article: "3.4.4.2", source: "corroborated", each: 1, per: "match", seconds: 60 },
  cards: {
    article: "3.5.2",
    source: "official",
    ladder: [
      { card: "yellow", points: 0 },
      { card: "yellow-red-1", points: 1 },
      { card: "yellow-red-2", points: 2 },
    ],
  },
  expedite: { article: "2.15", source: "corroborated", afterMs: 10 * MINUTE_MS, closedAt: { total: 18 }, returns: 13 },
  credit: { article: "2.3.7", source: "corroborated", unplayed: "to-nothing", unfinished: "completed" },
};

/** 2.13.5: at each change the previous receiver serves, and the partner of the previous server receives. */
function passOn(service: Service, singles: boolean): Service {
  if (singles) return singlesService(sideOf(service.receiver));
  return { server: service.receiver, receiver: partnerOf(service.server) };
}

function changesService(score: BySide<number>, expedite: boolean): boolean {
  const total = score.home + score.away;
  return expedite || total >= ONE_EACH_FROM_TOTAL || total % SERVICE_CHANGES_EVERY === 0;
}

/** Whether this rally brought a side to five first, in the last possible game. */
function reachesFive(play: Play): boolean {
  if (!play.lastGame) return false;
  const { before, after, winner } = play;
  return after.score[winner] === CHANGE_IN_LAST_GAME_AT
    && before.score[winner] < CHANGE_IN_LAST_GAME_AT
    && after.score[otherSide(winner)] < CHANGE_IN_LAST_GAME_AT;
}

function turn(play: Play, service: Service): Turn {
  const singles = play.rules.kind === "singles";
  const passed = changesService(play.after.score, play.expedite) ? passOn(service, singles) : service;
  const swapped = !singles && reachesFive(play);
  return { service: swapped ? { server: passed.server, receiver: partnerOf(passed.receiver) } : passed, courts: null };
}

/** 2.13.6: who served first receives first in the next game; 2.13.4: from the player who served to them in the game before. */
function opening({ firstService, gamesLater }: GameBefore): Opening {
  const receiving = sideOf(firstService.receiver);
  const side = gamesLater % 2 === 1 ? receiving : otherSide(receiving);
  const servedTo = (server: Seat): Seat => (server === firstService.receiver ? firstService.server : partnerOf(firstService.server));
  return { side, article: "2.13.6", receiverOf: gamesLater === 1 ? servedTo : null, receiverArticle: "2.13.4" };
}

interface EditionFacts {
  readonly edition: string;
  readonly from: string | null;
  readonly to: string | null;
  readonly closedAt: ExpediteLaw["closedAt"];
}

function edition({ closedAt, ...dated }: EditionFacts): Laws {
  const expedite = NUMBERS.expedite === null ? null : { ...NUMBERS.expedite, closedAt };
  const numbers = { ...NUMBERS, expedite };
  return {
    sport: "table-tennis",
    ...dated,
    numbers,
    play: {
      tally: everyRallyScores,
      gameWinner: (tally) => gameWinner(tally.score, numbers.game),
      isLegalFinal: (score) => isLegalFinal(score, numbers.game),
      needsService: false,
      turn,
      open: (service) => ({ service, courts: null }),
      opening,
      changesEnds: reachesFive,
      changesEndsAfter: () => true,
    },
    cascade: "ittf",
    seedLines: "ittf",
  };
}

/** Table tennis by the laws of the ITTF. */
export const TABLE_TENNIS: Sport = {
  name: "table-tennis",
  usual: "2024",
  editions: [
    edition({ edition: "2009", from: null, to: null, closedAt: { each: 9 } }),
    edition({ edition: "2024", from: null, to: null, closedAt: { total: 18 } }),
  ],
};
