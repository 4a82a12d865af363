import { type BySide, type Side, otherSide } from "../sides.ts";
import { plusPoint } from "../sports/scoring.ts";
import { otherEnd } from "../sports/sport.ts";
import type { Laws, Play, Tally, Turn } from "../sports/sport.ts";
import { callsAfterGame, callsAfterPoint } from "./calls.ts";
import { gameInProgress, lawsOfMatch, matchWinner, tallyOf } from "./games.ts";
import { impliedService } from "./order.ts";
import { NO_PLACES, placesOf } from "./places.ts";
import type { GameState, MatchState, Service } from "./state.ts";

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
  const games = state.games.with(-1, { ...game, score });
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
  };
  const games = state.games.with(-1, scored);
  if (wonBy !== null) return endGame({ ...state, games, lastService: state.service }, wonBy);
  const turn = asRally ? turnAfter(state, play) : turnNow(state);
  return goOn({ ...state, games }, play, turn);
}

function playOf(state: MatchState, game: GameState, winner: Side): Play {
  const { rules, service } = state;
  const laws = lawsOfMatch(rules);
  const before = tallyOf(game);
  return {
    laws,
    rules,
    winner,
    before,
    after: laws.play.tally({ rules, tally: before, winner, service }),
    lastGame: state.games.length === rules.bestOf,
    expedite: state.expedite,
    placed: state,
  };
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
  const gamePoint = gamePointAt(play, places.service);
  const next: MatchState = {
    ...state,
    service: places.service,
    courts: places.courts,
    serviceCourt: places.serviceCourt,
    serverNumber: places.serverNumber,
    servingOrder: places.servingOrder,
    lastService: state.service,
    homeEnd: changesEnds ? otherEnd(state.homeEnd) : state.homeEnd,
    gamePoint,
    matchPoint: gamePoint !== null && decides(state, gamePoint) ? gamePoint : null,
    calls: [],
  };
  return { ...next, calls: callsAfterPoint(next, play, changesEnds) };
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
export function endGame(state: MatchState, wonBy: Side): MatchState {
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
