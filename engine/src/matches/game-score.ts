import { refuse } from "../refusal.ts";
import type { Refusal } from "../refusal.ts";
import type { BySide } from "../sides.ts";
import type { LogEntry } from "./entry.ts";
import { gameInProgress, lawsOfMatch } from "./games.ts";
import { endGame } from "./points.ts";
import type { GameState, MatchRules, MatchState } from "./state.ts";

type GameEntry = Extract<LogEntry, { kind: "game" }>;

/** A whole game by its final score. Refuses a score no game can end with. */
export function recordGame(state: MatchState, { score }: GameEntry): MatchState | Refusal {
  if (state.progress === "over") return refuse("match-over", "The match is decided; no further game is played.");
  const open = gameInProgress(state);
  if (open !== null && open.rallies?.length !== 0) {
    return refuse("game-in-progress", "This game is being scored rally by rally; finish it the same way.");
  }
  const illegal = illegalFinal(state.rules, score);
  if (illegal !== null) return illegal;
  const game: GameState = {
    score: { home: score.home, away: score.away },
    winner: score.home > score.away ? "home" : "away",
    rallies: null,
    firstService: open?.firstService ?? state.service,
    points: null,
  };
  const before = open === null ? state.games : state.games.slice(0, -1);
  const recorded = { ...state, games: [...before, game], lastService: null, timeOut: null, medical: null };
  return endGame(recorded, score.home > score.away ? "home" : "away");
}

/** Why a game cannot end with this score; null when it can. */
export function illegalFinal(rules: MatchRules, score: BySide<number>): Refusal | null {
  const laws = lawsOfMatch(rules);
  if (laws.play.isLegalFinal(score)) return null;
  const { points, article } = laws.numbers.game;
  const { home, away } = score;
  return refuse(
    "illegal-game-score",
    `A game to ${points} cannot end ${Math.max(home, away)}-${Math.min(home, away)}.`,
    {
      points,
      home,
      away,
      law: article,
    },
  );
}

/** Why a game cannot stand at this score while it goes on; null when it can. */
export function illegalUnfinished(rules: MatchRules, score: BySide<number>): Refusal | null {
  const { points, lead, cap, article } = lawsOfMatch(rules).numbers.game;
  const [high, low] = [Math.max(score.home, score.away), Math.min(score.home, score.away)];
  const goesOn = high < points || (high - low < lead && (cap === null || high < cap));
  if (goesOn) return null;
  return refuse("illegal-unfinished-score", `A game to ${points} does not go on at ${high}-${low}.`, {
    points,
    home: score.home,
    away: score.away,
    law: article,
  });
}
