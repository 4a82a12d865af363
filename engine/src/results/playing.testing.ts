import type { EntryCode, MatchCode } from "../brand.ts";
import type { EventPlan, Source } from "../draw/plan.ts";
import { planKnockOut } from "../draw/knock-out.ts";
import { isRefused } from "../refusal.ts";
import type { BySide, Side } from "../sides.ts";
import { eventState } from "./event.ts";
import type { MatchResult } from "./result.ts";

export const entry = (name: string) => name as EntryCode;
export const code = (name: string) => name as MatchCode;

/** Lines from names; `-` is a bye. */
export function linesOf(names: string): Source[] {
  return names.split(" ").map((name) => (name === "-" ? { from: "bye" } : { from: "entry", entry: entry(name) }));
}

/** A knock-out of these lines. */
export function knockOutOf(names: string, bronzeMatch = true): EventPlan {
  const matches = planKnockOut(linesOf(names), { bronzeMatch });
  if (isRefused(matches)) throw new Error(matches.message);
  return { groups: [], matches, bronzeMatch };
}

/** `11-7 9-11` as games of home and away. */
export function gamesOf(scores: string): BySide<number>[] {
  return scores
    .split(" ")
    .filter(Boolean)
    .map((score) => {
      const [home = 0, away = 0] = score.split("-").map(Number);
      return { home, away };
    });
}

/** A result by play whose winner has the most games. */
export function played(match: string, scores: string): MatchResult {
  const games = gamesOf(scores);
  const home = games.filter((game) => game.home > game.away).length;
  return { match: code(match), games, outcome: { winner: home * 2 > games.length ? "home" : "away", by: "play" } };
}

/** A result without play; `null` when nobody came. */
export function walkover(match: string, winner: Side | null): MatchResult {
  return { match: code(match), games: [], outcome: { winner, by: "walkover" } };
}

/** Abandoned: who goes on, null for nobody; left out while the referee has not decided. */
export function abandoned(match: string, goesOn: Side | null | undefined): MatchResult {
  const open = goesOn === undefined ? ({ undecided: true } as const) : {};
  return { match: code(match), games: [], outcome: { winner: goesOn ?? null, by: "abandonment", ...open } };
}

export function resultsOf(list: readonly MatchResult[]): Map<MatchCode, MatchResult> {
  return new Map(list.map((result) => [result.match, result]));
}

/** Plays every match that can be played, one after the other, as `decide` says. */
export function playOut(plan: EventPlan, decide: (match: MatchCode) => MatchResult): Map<MatchCode, MatchResult> {
  const results = new Map<MatchCode, MatchResult>();
  for (;;) {
    const ready = eventState(plan, results).matches.filter((match) => match.status === "ready");
    if (ready.length === 0) return results;
    for (const match of ready) results.set(match.code, decide(match.code));
  }
}
