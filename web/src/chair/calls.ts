import type { BySide, Call, MatchState, Side } from "@podium/engine";
import { otherSide } from "@podium/engine";
import { type Board, momentOf } from "./board.ts";
import type { ChairSeed } from "./seed.ts";
import type { SayChair } from "./voice.ts";

export interface Told {
  readonly state: MatchState;
  readonly seed: ChairSeed;
  readonly say: SayChair;
  /** The moment that the umpire has answered already. */
  readonly acknowledged: string | null;
}

/** What the umpire says or does next, in sentences; who serves to whom when the law asks for nothing. */
export function callSentences(told: Told): readonly string[] {
  const stopped = stoppage(told);
  const answered = told.acknowledged === momentOf(told.state);
  const sentences = [
    ...stopped,
    ...told.state.calls.filter((call) => !isAnswered(call, answered)).flatMap((call) => sentencesOf(call, told)),
  ];
  return sentences.length > 0 ? sentences : serviceSentence(told);
}

/** A score with the left side's number first, as it stands on the board. */
export function scoreOnBoard(score: BySide<number>, { left, right }: Pick<Board, "left" | "right">): string {
  return scoreText(score[left.side], score[right.side]);
}

/** Two numbers that stay on one line. */
export function scoreText(first: number, second: number): string {
  return `${first}\u2060–\u2060${second}`;
}

function isAnswered(call: Call, answered: boolean): boolean {
  return answered && (call === "change-ends" || call === "game-over" || call === "interval");
}

function stoppage({ state, seed, say }: Told): readonly string[] {
  if (state.timeOut !== null) return [say("chair.call.time-out", { side: seed.sides[state.timeOut].short })];
  return state.medical === null ? [] : [say("chair.call.medical", { side: seed.sides[state.medical].short })];
}

function serviceSentence({ state, seed, say }: Told): readonly string[] {
  const { service } = state;
  if (service === null) return [];
  const [server, receiver] = [seed.players[service.server]?.short, seed.players[service.receiver]?.short];
  return server === undefined || receiver === undefined ? [] : [say("chair.call.service", { server, receiver })];
}

function sentencesOf(call: Call, told: Told): readonly string[] {
  const { state, seed, say } = told;
  switch (call) {
    case "game-point":
      return forSide(state.gamePoint, told, (side) => say("chair.call.game-point", { side }));
    case "match-point":
      return forSide(state.matchPoint, told, (side) => say("chair.call.match-point", { side }));
    case "receiver-changes":
      return state.service === null
        ? []
        : [say("chair.call.receiver-changes", { receiver: seed.players[state.service.receiver]?.short ?? "" })];
    case "service-changes":
      return serviceChanges(told);
    // The form that asks for the choice stands below.
    case "choose-service":
    case "choose-receiver":
      return [];
    case "game-over":
      return gameOver(told);
    case "match-over":
      return matchOver(told);
    default:
      return [say(`chair.call.${call}`)];
  }
}

/** In doubles the receiver is named as well: it is another one each time. */
function serviceChanges({ state, seed, say }: Told): readonly string[] {
  if (state.service === null) return [];
  const server = seed.players[state.service.server]?.short ?? "";
  const receiver = seed.players[state.service.receiver]?.short ?? "";
  return [
    state.rules.kind === "doubles"
      ? say("chair.call.service-changes-to", { server, receiver })
      : say("chair.call.service-changes", { server }),
  ];
}

function forSide(side: Side | null, { seed }: Told, sentence: (name: string) => string): readonly string[] {
  return side === null ? [] : [sentence(seed.sides[side].short)];
}

function gameOver({ state, seed, say }: Told): readonly string[] {
  const game = state.games.at(-1);
  if (game === undefined || game.winner === null) return [];
  const loser = otherSide(game.winner);
  return [
    say("chair.call.game-over", {
      side: seed.sides[game.winner].short,
      score: scoreText(game.score[game.winner], game.score[loser]),
    }),
  ];
}

function matchOver({ state, seed, say }: Told): readonly string[] {
  const winner = state.outcome?.winner ?? null;
  if (winner === null || state.outcome === null) return [say("chair.call.no-winner")];
  const loser = otherSide(winner);
  const won = say("chair.call.match-over", {
    side: seed.sides[winner].short,
    games: scoreText(state.gamesWon[winner], state.gamesWon[loser]),
  });
  return state.outcome.by === "play" ? [won] : [won, say(`chair.by.${state.outcome.by}`)];
}
