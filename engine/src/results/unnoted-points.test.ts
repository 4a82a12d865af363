import assert from "node:assert/strict";
import { test } from "node:test";
import { lotFrom, type Lot } from "../draw/lot.ts";
import type { EventPlan } from "../draw/plan.ts";
import { eventState } from "./event.ts";
import { gamesOf, playOut, resultsOf } from "./playing.testing.ts";
import { EVERY_FORMAT, planOf } from "./random-plan.testing.ts";
import type { EventState, MatchResult } from "./result.ts";

const SEED = process.env["PODIUM_SEED"] ?? "unnoted";
const EVENTS = 12;
const SCORES = ["11-5 11-6 11-9", "11-5 9-11 11-9 11-2", "8-11 11-6 4-11 11-3 12-10"];

/** A plan in which no lots are drawn, so that nothing is decided but by what is known. */
function withoutLots(plan: EventPlan): EventPlan {
  return { ...plan, groups: plan.groups.map(({ lots: _lots, ...group }) => group) };
}

function turned(result: MatchResult): MatchResult {
  const games = result.games.map(({ home, away }) => ({ home: away, away: home }));
  return { ...result, games, outcome: { winner: "away", by: "play" } };
}

function playedByChance(plan: EventPlan, lot: Lot): MatchResult[] {
  const results = playOut(plan, (match) => {
    const games = gamesOf(SCORES[lot.below(SCORES.length)] ?? "");
    const result: MatchResult = { match, games, outcome: { winner: "home", by: "play" } };
    return lot.below(2) === 0 ? result : turned(result);
  });
  return [...results.values()];
}

/** The same results where nobody noted the points, of all of them or of some; of some not even the score. */
function unnoted(results: readonly MatchResult[], lot: Lot): MatchResult[] {
  return results.map((result) => {
    const known = lot.below(3);
    if (known === 0) return result;
    const won = (side: "home" | "away") =>
      result.games.filter((game) => game[side] > game[side === "home" ? "away" : "home"]).length;
    const gamesWon = known === 1 ? { home: won("home"), away: won("away") } : null;
    return { ...result, games: [], outcome: { ...result.outcome, gamesWon } };
  });
}

/** `A before B` in the table of a group, of all who do not share a place there. */
function ordered({ groups }: EventState): Set<string> {
  return new Set(
    groups.flatMap(({ rows }) =>
      rows.flatMap(({ place, entry }) =>
        rows.filter((other) => place < other.place).map((other) => `${entry} before ${other.entry}`),
      ),
    ),
  );
}

/** What is decided of matches: who plays them, and who has won. */
function decided({ matches }: EventState): Set<string> {
  return new Set(
    matches.flatMap(({ code, entries: { home, away }, winner }) =>
      home === null || away === null ? [] : [`${code}: ${home} against ${away}, ${winner}`],
    ),
  );
}

for (const format of Object.keys(EVERY_FORMAT))
  test(`${format}: what nobody noted puts nobody above anybody, and into no match (seed ${SEED})`, () => {
    for (let event = 0; event < EVENTS; event += 1) {
      const lot = lotFrom(SEED, `${format} ${event}`);
      const plan = withoutLots(planOf(format, lot));
      const results = playedByChance(plan, lot);
      const all = eventState(plan, resultsOf(results));
      const some = eventState(plan, resultsOf(unnoted(results, lot)));
      const invented = [...ordered(some)].filter((pair) => !ordered(all).has(pair));
      assert.deepEqual(invented, [], `event ${event}`);
      const played = [...decided(some)].filter((match) => !decided(all).has(match));
      assert.deepEqual(played, [], `event ${event}`);
    }
  });

test("a knock-out told by its winners alone ends as the one of which all points are known", () => {
  for (let event = 0; event < EVENTS; event += 1) {
    const lot = lotFrom(SEED, `winners ${event}`);
    const plan = withoutLots(planOf("knock-out with a match for every place", lot));
    const results = playedByChance(plan, lot);
    const winners = results.map(({ match, outcome }) => ({
      match,
      games: [],
      outcome: { ...outcome, gamesWon: null },
    }));
    const [known, alone] = [results, winners].map((told) => eventState(plan, resultsOf(told)).placings);
    assert.ok((known?.length ?? 0) > 0);
    assert.deepEqual(alone, known);
  }
});
