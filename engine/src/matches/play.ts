import { isRefused, type Refusal, refuse } from "../refusal.ts";
import { type BySide, otherSide, type Side } from "../sides.ts";
import { plusPoint } from "../sports/scoring.ts";
import { type Laws, otherEnd, type Play, type Tally, type Turn } from "../sports/sport.ts";
import { callsAfterGame, callsAfterPoint } from "./calls.ts";
import { wrongReturns } from "./expedite.ts";
import {
  gameInProgress,
  illegalFinal,
  lawsOfGame,
  lawsOfMatch,
  matchWinner,
  NOTHING,
  startOfGame,
  tallyOf,
  timeOutsAtStart,
} from "./games.ts";
import type { LogEntry } from "./log.ts";
import { impliedService, NO_PLACES, placesOf } from "./order.ts";
import type { GameState, MatchState } from "./state.ts";
import type { Service } from "../sports/positions.ts";

/** A game from its first service to its last point (ITTF 2.5, 2.9 to 2.12): opened, scored rally by rally or at once, and won. */

/** Begins the next game; penalty points left over from the game before count in it. */
export function openGame(state: MatchState, service: Service | null): MatchState {
  const laws = lawsOfGame(state.rules, state.games.length + 1);
  const turn = service === null ? null : laws.play.open(service, state.rules.kind);
  const nothing = { score: startOfGame(state.rules), points: laws.play.noPoints };
  const game: GameState = { ...nothing, winner: null, rallies: [], firstService: service };
  const opened: MatchState = {
    ...state,
    progress: "playing",
    games: [...state.games, game],
    ...placesOf(laws, nothing, turn),
    lastService: null,
    timeOutsLeft: laws.numbers.timeOuts?.per === "game" ? timeOutsAtStart(laws) : state.timeOutsLeft,
    gamePoint: null,
    matchPoint: null,
    carriedPoints: NOTHING,
    calls: [],
  };
  return withCarried(opened, state.carriedPoints);
}

function withCarried(state: MatchState, carried: MatchState["carriedPoints"]): MatchState {
  let now = state;
  for (let left = carried.home; left > 0; left -= 1) now = addPenaltyPoint(now, "home");
  for (let left = carried.away; left > 0; left -= 1) now = addPenaltyPoint(now, "away");
  return now;
}

type RallyEntry = Extract<LogEntry, { kind: "rally" }>;

/** A rally won. In singles it also opens the next game; play that goes on ends a time-out. */
export function playRally(state: MatchState, entry: RallyEntry): MatchState | Refusal {
  const ready = inPlay(state);
  if (isRefused(ready)) return ready;
  const wrong = wrongReturns(ready, entry);
  if (wrong !== null) return wrong;
  const counted = { ...ready, rallies: ready.rallies + 1, lastService: ready.service };
  return addPoint(counted, entry.winner);
}

/** A rally replayed: nothing is scored and the same player serves. */
export function playLet(state: MatchState): MatchState | Refusal {
  const ready = inPlay(state);
  return isRefused(ready) ? ready : { ...ready, lastService: ready.service };
}

/** The match with its game open and no stoppage running, or why no rally can be played. */
function inPlay(state: MatchState): MatchState | Refusal {
  if (state.progress === "over") return refuse("match-over", "The match is over.");
  if (state.service === null && state.rules.serviceKnown !== false) {
    return refuse("service-not-chosen", "Choose first who serves.");
  }
  if (state.progress === "playing")
    return state.timeOut === null && state.medical === null ? state : { ...state, timeOut: null, medical: null };
  return openGame(state, state.service);
}

/** One rally: the game goes on, or it ends and perhaps the match with it. A penalty point counts like a rally. */
export function addPoint(state: MatchState, winner: Side): MatchState {
  return afterPlay(state, winner, true);
}

/** A penalty point. Where only the server scores, or a penalty takes points, no rally was lost: the service stays. */
export function addPenaltyPoint(state: MatchState, winner: Side): MatchState {
  const { play, numbers } = lawsOfMatch(state.rules);
  return afterPlay(state, winner, !play.needsService && numbers.cards?.takesPoint !== true);
}

/** Takes a point from a side that has one; the service stays. */
export function takePoint(state: MatchState, side: Side): MatchState {
  const game = gameInProgress(state);
  if (game === null || game.score[side] === 0) throw new Error("There is no point to be taken");
  const play = playOf(state, game, otherSide(side));
  const score = { ...game.score, [side]: game.score[side] - 1 };
  const games = state.games.with(-1, { ...game, score, most: play.most });
  return goOn({ ...state, games }, { ...play, after: { ...play.before, score } }, turnNow(state));
}

function afterPlay(state: MatchState, winner: Side, asRally: boolean): MatchState {
  const game = gameInProgress(state);
  if (game === null) throw new Error("A point needs a game in progress");
  const rally = playOf(state, game, winner);
  const play = asRally ? rally : { ...rally, after: { ...rally.before, score: plusPoint(rally.before.score, winner) } };
  const wonBy = play.laws.play.gameWinner(play.after);
  const scored: GameState = {
    score: play.after.score,
    winner: wonBy,
    rallies: game.rallies === null ? null : [...game.rallies, winner],
    firstService: game.firstService,
    points: play.after.points,
    ...(game.most && { most: play.most }),
  };
  const games = state.games.with(-1, scored);
  if (wonBy !== null) return endGame({ ...state, games }, wonBy);
  const turn = asRally ? turnAfter(state, play) : turnNow(state);
  return goOn({ ...state, games }, play, turn);
}

function playOf(state: MatchState, game: GameState, winner: Side): Play {
  const { rules, service } = state;
  const laws = lawsOfGame(rules, state.games.length);
  const before = tallyOf(game);
  return {
    laws,
    rules,
    winner,
    before,
    most: mostOf(game),
    after: laws.play.tally({ rules, tally: before, winner, service }),
    lastGame: state.games.length === rules.bestOf,
    expedite: state.expedite,
    placed: state,
  };
}

/** The most points each side has had in a game. */
function mostOf({ score, most = score }: GameState): BySide<number> {
  return { home: Math.max(score.home, most.home), away: Math.max(score.away, most.away) };
}

function turnAfter({ service }: MatchState, play: Play): Turn | null {
  return service === null ? null : play.laws.play.turn(play, service);
}

function turnNow(state: MatchState): Turn | null {
  return state.service === null ? null : state;
}

function goOn(state: MatchState, play: Play, turn: Turn | null): MatchState {
  const { laws } = play;
  const places = placesOf(laws, play.after, turn);
  const changesEnds = laws.play.changesEnds(play);
  const changesServer =
    places.service !== null && state.service !== null && places.service.server !== state.service.server;
  const gamePoint = gamePointAt(play, places.service);
  const next: MatchState = {
    ...state,
    service: places.service,
    courts: places.courts,
    serviceCourt: places.serviceCourt,
    serverNumber: places.serverNumber,
    servingOrder: places.servingOrder,
    homeEnd: changesEnds ? otherEnd(state.homeEnd) : state.homeEnd,
    gamePoint,
    matchPoint: gamePoint !== null && decides(state, gamePoint) ? gamePoint : null,
    calls: [],
  };
  return { ...next, calls: callsAfterPoint(next, play, { changesEnds, changesServer }) };
}

/** The side that wins the game with the next point; when both would, the side that serves. */
function gamePointAt({ laws, rules, after }: Play, service: Service | null): Side | null {
  const home = winsWith(laws, { rules, tally: after, winner: "home", service });
  const away = winsWith(laws, { rules, tally: after, winner: "away", service });
  if (home && away) return service === null || service.server.startsWith("home") ? "home" : "away";
  if (home) return "home";
  return away ? "away" : null;
}

function winsWith(
  laws: Laws,
  rally: { rules: MatchState["rules"]; tally: Tally; winner: Side; service: Service | null },
): boolean {
  return laws.play.gameWinner(laws.play.tally(rally)) === rally.winner;
}

function decides(state: MatchState, side: Side): boolean {
  return matchWinner(state.rules, plusPoint(state.gamesWon, side)) === side;
}

/** Ends the game in progress, whose score stands in the state already. */
function endGame(state: MatchState, wonBy: Side): MatchState {
  const gamesWon: BySide<number> = plusPoint(state.gamesWon, wonBy);
  const ended: MatchState = { ...state, gamesWon, ...NO_PLACES, gamePoint: null, matchPoint: null, timeOut: null };
  const winner = matchWinner(state.rules, gamesWon);
  if (winner !== null) {
    return { ...ended, progress: "over", service: null, outcome: { winner, by: "play" }, calls: ["match-over"] };
  }
  const score = ended.games[ended.games.length - 1]?.score ?? { home: 0, away: 0 };
  const changesEnds = lawsOfMatch(state.rules).play.changesEndsAfter(score);
  const next: MatchState = {
    ...ended,
    progress: "interval",
    service: impliedService(ended),
    homeEnd: changesEnds ? otherEnd(state.homeEnd) : state.homeEnd,
  };
  return { ...next, calls: callsAfterGame(next, changesEnds) };
}

type GameEntry = Extract<LogEntry, { kind: "game" }>;

/** A whole game by its final score. Refuses a score no game can end with. */
export function recordGame(state: MatchState, { score }: GameEntry): MatchState | Refusal {
  if (state.progress === "over") return refuse("match-over", "The match is decided; no further game is played.");
  const open = gameInProgress(state);
  if (open !== null && open.rallies?.length !== 0) {
    return refuse("game-in-progress", "This game is being scored rally by rally; finish it the same way.");
  }
  const before = open === null ? state.games : state.games.slice(0, -1);
  const illegal = illegalFinal(state.rules, score, before.length + 1);
  if (illegal !== null) return illegal;
  const game: GameState = {
    score: { home: score.home, away: score.away },
    winner: score.home > score.away ? "home" : "away",
    rallies: null,
    firstService: open?.firstService ?? state.service,
    points: null,
  };
  // Penalty points that waited are in the score.
  const waited = { carriedPoints: NOTHING, timeOut: null, medical: null };
  const recorded = { ...state, games: [...before, game], lastService: null, ...waited };
  return endGame(recorded, score.home > score.away ? "home" : "away");
}
