import assert from "node:assert/strict";
import { test } from "node:test";
import * as fc from "fast-check";
import { isRefused } from "../refusal.ts";
import { SEATS, SIDES } from "../sides.ts";
import { SPORTS } from "../sports/catalogue.ts";
import { logOf } from "./folded-log.ts";
import type { LogEntry } from "./log.ts";
import { accepted } from "./log.testing.ts";
import { newMatch, record, replay } from "./match.ts";
import type { MatchState } from "./state.ts";
import type { MatchRules } from "../sports/match-rules.ts";

/** Whatever is pressed in whatever order, in every sport: nothing breaks, nothing is lost. */

const SEED = Number(process.env["PODIUM_SEED"] ?? 20240730);
const side = fc.constantFrom(...SIDES);
const seat = fc.constantFrom(...SEATS);
const score = fc.record({ home: fc.integer({ min: -1, max: 24 }), away: fc.integer({ min: 0, max: 24 }) });

const rally = fc.record({
  kind: fc.constant("rally" as const),
  winner: side,
  returns: fc.integer({ min: 0, max: 20 }),
});
const service = fc.record({ kind: fc.constant("service" as const), server: seat, receiver: seat });
const correction = fc.oneof(
  fc.constant<LogEntry>({ kind: "undo" }),
  fc.record({ kind: fc.constant("void" as const), index: fc.nat({ max: 80 }), reason: fc.constant("a test") }),
);
const rare: fc.Arbitrary<LogEntry> = fc.oneof(
  fc.constant<LogEntry>({ kind: "let" }),
  fc.record({ kind: fc.constant("game" as const), score }),
  fc.record({ kind: fc.constant("time-out" as const), side }),
  fc.constant<LogEntry>({ kind: "time-out-ended" }),
  fc.record({ kind: fc.constant("medical" as const), side }),
  fc.record({
    kind: fc.constant("card" as const),
    side,
    card: fc.constantFrom("yellow" as const, "yellow-red-1" as const, "yellow-red-2" as const),
  }),
  fc.record({
    kind: fc.constant("expedite" as const),
    ballInPlay: fc.boolean(),
    requestedBy: fc.constant("both" as const),
  }),
  fc.record({ kind: fc.constant("order-corrected" as const), server: seat, receiver: seat }),
  fc.record({ kind: fc.constant("walkover" as const), absent: side }),
  fc.record({
    kind: fc.constant("outcome" as const),
    winner: side,
    by: fc.constantFrom("play" as const, "retirement" as const, "disqualification" as const),
    gamesWon: fc.option(fc.record({ home: fc.nat(3), away: fc.nat(3) })),
  }),
  fc.record({ kind: fc.constantFrom("retired" as const, "disqualified" as const), side }),
  fc.record({
    kind: fc.constantFrom("retired" as const, "disqualified" as const),
    side,
    unfinished: fc.record({ home: fc.nat(13), away: fc.nat(13) }),
  }),
);
const entries = fc.array(
  fc.oneof(
    { weight: 60, arbitrary: rally },
    { weight: 15, arbitrary: service },
    { weight: 8, arbitrary: correction },
    { weight: 6, arbitrary: rare },
  ),
  { maxLength: 220, size: "max" },
);

const editions: readonly MatchRules[] = SPORTS.flatMap(({ name, editions: all }) =>
  all.flatMap(({ edition, kinds }) => kinds.map((kind): MatchRules => ({ sport: name, edition, kind, bestOf: 3 }))),
);

for (const rules of editions) {
  test(`${rules.sport} ${rules.edition ?? ""} ${rules.kind}: any lines in any order leave a state its own log tells`, () => {
    fc.assert(
      fc.property(entries, (lines) => {
        const told: LogEntry[] = [];
        let state = accepted(newMatch(rules));
        for (const line of lines) {
          const next = record(state, line);
          if (isRefused(next)) continue;
          assert.ok(
            isToldAfterwards(line) || state.mayRecord.includes(line.kind),
            `${line.kind} was accepted in ${state.progress}`,
          );
          told.push(line);
          assertWhole(next);
          state = next;
        }
        assert.deepEqual(logOf(state), told);
        assert.deepEqual(JSON.parse(JSON.stringify(accepted(replay(rules, told)))), JSON.parse(JSON.stringify(state)));
      }),
      { seed: SEED, numRuns: 60 },
    );
  });
}

/** An end, or a game that was broken off, known by its score alone: nobody records it while play goes on. */
function isToldAfterwards(line: LogEntry): boolean {
  return line.kind === "outcome" || ("unfinished" in line && line.unfinished !== undefined);
}

/** What holds in every state of every sport. */
function assertWhole(state: MatchState): void {
  const { games, gamesWon, progress, outcome, service } = state;
  const finished = games.filter(({ winner }) => winner !== null);
  const told = outcome?.gamesWon === undefined ? finished.length : games.length + gamesWon.home + gamesWon.away;
  assert.equal(gamesWon.home + gamesWon.away, told);
  assert.equal(progress === "over", outcome !== null);
  if (progress === "over") assert.equal(service, null);
  if (progress === "playing") assert.equal(games.at(-1)?.winner, null);
  if (progress === "interval") assert.notEqual(games.at(-1)?.winner, null);
  for (const { score: made, rallies } of games) {
    const takesPoints = state.rules.sport === "pickleball" && state.cards.length > 0;
    const countsRallies = state.rules.sport !== "tennis" && state.rules.edition !== "side-out" && !takesPoints;
    if (rallies !== null && countsRallies) assert.equal(made.home + made.away, rallies.length);
  }
}
