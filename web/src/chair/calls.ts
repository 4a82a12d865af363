import type { BySide, Call, MatchState, Side } from "@podium/engine";
import { otherSide } from "@podium/engine";
import { type Board, positionOf } from "./board.ts";
import type { ChairData } from "./initial-data.ts";
import type { TranslateChair } from "./translation.ts";

export interface ChairContext {
  readonly state: MatchState;
  readonly chair: ChairData;
  readonly t: TranslateChair;
  /** The position that the umpire has answered already. */
  readonly acknowledged: string | null;
}

/** What the umpire says or does next, in sentences; who serves to whom when the law asks for nothing. */
export function callSentences(context: ChairContext): readonly string[] {
  const stopped = stoppage(context);
  const answered = context.acknowledged === positionOf(context.state);
  const sentences = [
    ...stopped,
    ...context.state.calls.filter((call) => !isAnswered(call, answered)).flatMap((call) => sentencesOf(call, context)),
  ];
  return sentences.length > 0 ? sentences : serviceSentence(context);
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

function stoppage({ state, chair, t }: ChairContext): readonly string[] {
  if (state.timeOut !== null) return [t("chair.call.time-out", { side: chair.sides[state.timeOut].short })];
  return state.medical === null ? [] : [t("chair.call.medical", { side: chair.sides[state.medical].short })];
}

function serviceSentence({ state, chair, t }: ChairContext): readonly string[] {
  const { service } = state;
  if (service === null) return [];
  const [server, receiver] = [chair.players[service.server]?.short, chair.players[service.receiver]?.short];
  return server === undefined || receiver === undefined ? [] : [t("chair.call.service", { server, receiver })];
}

function sentencesOf(call: Call, context: ChairContext): readonly string[] {
  const { state, chair, t } = context;
  switch (call) {
    case "game-point":
      return forSide(state.gamePoint, context, (side) => t("chair.call.game-point", { side }));
    case "match-point":
      return forSide(state.matchPoint, context, (side) => t("chair.call.match-point", { side }));
    case "receiver-changes":
      return state.service === null
        ? []
        : [t("chair.call.receiver-changes", { receiver: chair.players[state.service.receiver]?.short ?? "" })];
    case "service-changes":
      return serviceChanges(context);
    // The form that asks for the choice stands below.
    case "choose-service":
    case "choose-receiver":
      return [];
    case "game-over":
      return gameOver(context);
    case "match-over":
      return matchOver(context);
    default:
      return [t(`chair.call.${call}`)];
  }
}

/** In doubles the receiver is named as well: it is another one each time. */
function serviceChanges({ state, chair, t }: ChairContext): readonly string[] {
  if (state.service === null) return [];
  const server = chair.players[state.service.server]?.short ?? "";
  const receiver = chair.players[state.service.receiver]?.short ?? "";
  return [
    state.rules.kind === "doubles"
      ? t("chair.call.service-changes-to", { server, receiver })
      : t("chair.call.service-changes", { server }),
  ];
}

function forSide(side: Side | null, { chair }: ChairContext, sentence: (name: string) => string): readonly string[] {
  return side === null ? [] : [sentence(chair.sides[side].short)];
}

function gameOver({ state, chair, t }: ChairContext): readonly string[] {
  const game = state.games.at(-1);
  if (game === undefined || game.winner === null) return [];
  const loser = otherSide(game.winner);
  return [
    t("chair.call.game-over", {
      side: chair.sides[game.winner].short,
      score: scoreText(game.score[game.winner], game.score[loser]),
    }),
  ];
}

function matchOver({ state, chair, t }: ChairContext): readonly string[] {
  const winner = state.outcome?.winner ?? null;
  if (state.outcome?.by === "abandonment" && winner === null) return [t("chair.by.abandonment")];
  if (winner === null || state.outcome === null) return [t("chair.call.no-winner")];
  const side = chair.sides[winner].short;
  if (state.outcome.by !== "play")
    return [t("chair.call.match-over-early", { side }), t(`chair.by.${state.outcome.by}`)];
  const games = scoreText(state.gamesWon[winner], state.gamesWon[otherSide(winner)]);
  const isScored = state.outcome.gamesWon !== null;
  return [isScored ? t("chair.call.match-over", { side, games }) : t("chair.call.match-over-early", { side })];
}
