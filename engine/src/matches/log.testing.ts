import assert from "node:assert/strict";
import { type Refusal, isRefused } from "../refusal.ts";
import type { Side } from "../sides.ts";
import type { LogEntry } from "./log.ts";
import { replay } from "./match.ts";
import type { MatchState } from "./state.ts";
import type { MatchRules } from "../sports/match-rules.ts";

/** What tests of matches share: short ways to write a log and to expect an answer. */

export const SINGLES: MatchRules = { sport: "table-tennis", kind: "singles", bestOf: 5 };
export const DOUBLES: MatchRules = { sport: "table-tennis", kind: "doubles", bestOf: 5 };

export const HOME_SERVES: LogEntry = { kind: "service", server: "home1" };

/** "h" is a rally won by home, "a" by away. */
export function rallies(letters: string): LogEntry[] {
  return [...letters].map((letter) => ({ kind: "rally", winner: letter === "h" ? "home" : "away" }));
}

/** Games by their scores: "11-7 9-11". */
export function games(scores: string): LogEntry[] {
  return scores.split(" ").map((score) => {
    const [home = Number.NaN, away = Number.NaN] = score.split("-").map(Number);
    return { kind: "game", score: { home, away } };
  });
}

/** A game won to nothing. */
export function won(side: Side): LogEntry[] {
  return rallies((side === "home" ? "h" : "a").repeat(11));
}

/** The state a log leads to; fails with the sentence of the refusal. */
export function after(rules: MatchRules, log: readonly LogEntry[]): MatchState {
  return accepted(replay(rules, log));
}

/** The state that was hoped for. */
export function accepted(answer: MatchState | Refusal): MatchState {
  if (isRefused(answer)) assert.fail(`${answer.code}: ${answer.message} ${JSON.stringify(answer.detail)}`);
  return answer;
}

/** The code of the refusal that was hoped for. */
export function refusedCode(answer: unknown): string {
  if (!isRefused(answer)) assert.fail("was not refused");
  assert.match(answer.message, /\.$/, "a refusal is a sentence");
  return answer.code;
}

/** "7-5" of the game in progress or the last one. */
export function scoreOf(state: MatchState): string {
  const score = state.games.at(-1)?.score;
  return score === undefined ? "no game" : `${score.home}-${score.away}`;
}

/** "home1>away1". */
export function serviceOf(state: MatchState): string {
  return state.service === null ? "nobody" : `${state.service.server}>${state.service.receiver}`;
}
