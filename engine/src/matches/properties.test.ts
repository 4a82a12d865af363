import assert from "node:assert/strict";
import { test } from "node:test";
import * as fc from "fast-check";
import { isRefused } from "../refusal.ts";
import { type Seat, type Side, sideOf } from "../sides.ts";
import { credited } from "./ending.ts";
import type { LogEntry } from "./log.ts";
import { illegalFinal } from "./games.ts";
import { accepted } from "./log.testing.ts";
import { newMatch, record, replay } from "./match.ts";
import {
  firstFive,
  modelFirstReceiver,
  modelGameWinner,
  modelOpeningSide,
  modelService,
} from "./second-model.testing.ts";
import type { MatchState } from "./state.ts";
import type { Service } from "../sports/positions.ts";
import type { MatchRules } from "../sports/match-rules.ts";

/** Numbers in [0, 1) that follow from a seed (mulberry32). */
function chance(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const MATCHES = Number(process.env["PODIUM_RANDOM_MATCHES"] ?? 100_000);
const SEED = Number(process.env["PODIUM_SEED"] ?? 20240730);

test(`${MATCHES} random matches agree with a second model of the laws, point by point (seed ${SEED})`, () => {
  const next = chance(SEED);
  for (let match = 0; match < MATCHES; match += 1) {
    const rules: MatchRules = {
      sport: "table-tennis",
      kind: next() < 0.5 ? "singles" : "doubles",
      bestOf: [1, 1, 1, 3, 5][Math.floor(next() * 5)] ?? 1,
    };
    const skill = 0.2 + next() * 0.6;
    playBeside(rules, () => (next() < skill ? "home" : "away"), next);
  }
});

/** Plays a match in the engine and in the model side by side. */
function playBeside(rules: MatchRules, rally: () => Side, next: () => number): void {
  const singles = rules.kind === "singles";
  let state = accepted(newMatch(rules));
  let first: Service | null = null;
  let before: Service | null = null;
  const won = { home: 0, away: 0 };
  for (let game = 0; state.progress !== "over"; game += 1) {
    const service = openingService(rules, { first, before, game }, next);
    first ??= service;
    state = accepted(record(state, { kind: "service", ...service }));
    const points: Side[] = [];
    while (state.progress === "playing") {
      const expected = modelService({ first: service, points, lastGame: game === rules.bestOf - 1 }, singles);
      if (state.service?.server !== expected.server || state.service.receiver !== expected.receiver) {
        assert.fail(
          `${JSON.stringify(rules)} ${points.join(" ")}: ${JSON.stringify(state.service)}, model ${JSON.stringify(expected)}`,
        );
      }
      points.push(rally());
      state = accepted(record(state, { kind: "rally", winner: points[points.length - 1] ?? "home" }));
    }
    const ended = modelGameWinner(points);
    assert.equal(ended?.length, points.length);
    assert.equal(state.games[game]?.winner, ended.winner);
    won[ended.winner] += 1;
    before = service;
  }
  assert.deepEqual(state.gamesWon, won);
  assert.equal(Math.max(won.home, won.away), (rules.bestOf + 1) / 2);
}

interface GameOpening {
  readonly first: Service | null;
  readonly before: Service | null;
  readonly game: number;
}

function openingService(rules: MatchRules, { first, before, game }: GameOpening, next: () => number): Service {
  const side: Side = first === null ? (next() < 0.5 ? "home" : "away") : modelOpeningSide(first, game);
  const player = (of: Side): Seat => (rules.kind === "doubles" && next() < 0.5 ? `${of}2` : `${of}1`);
  const server = player(side);
  if (rules.kind === "doubles" && before !== null) return { server, receiver: modelFirstReceiver(before, server) };
  return { server, receiver: player(side === "home" ? "away" : "home") };
}

const letters = fc.array(fc.constantFrom<Side>("home", "away"), { maxLength: 260, size: "max" });
const kind = fc.constantFrom<MatchRules["kind"]>("singles", "doubles");

/** The rallies as a log, with the services the laws ask for in between; stops when the match is over. */
function logFrom(rules: MatchRules, winners: readonly Side[]): LogEntry[] {
  let state = accepted(newMatch(rules));
  const log: LogEntry[] = [];
  const add = (entry: LogEntry): void => {
    state = accepted(record(state, entry));
    log.push(entry);
  };
  for (const winner of winners) {
    if (state.progress === "ready")
      add({
        kind: "service",
        server: "home2",
        receiver: "away1",
        ...(rules.kind === "singles" && { server: "home1" }),
      });
    if (state.progress === "interval" && state.service === null)
      add({ kind: "service", server: state.games.length % 2 === 0 ? "home1" : "away2" });
    if (state.progress === "over") return log;
    add({ kind: "rally", winner });
  }
  return log;
}

function visible(state: MatchState): unknown {
  return JSON.parse(JSON.stringify(state));
}

test("folding a log gives the same as recording it line by line", () => {
  fc.assert(
    fc.property(kind, letters, (of, winners) => {
      const rules: MatchRules = { sport: "table-tennis", kind: of, bestOf: 3 };
      const log = logFrom(rules, winners);
      const stepped = log.reduce((state, entry) => accepted(record(state, entry)), accepted(newMatch(rules)));
      assert.deepEqual(visible(accepted(replay(rules, log))), visible(stepped));
    }),
    { seed: SEED, numRuns: 150 },
  );
});

test("undo after any line gives the state before it, and recording the line again gives the state after it", () => {
  fc.assert(
    fc.property(kind, letters, fc.nat(), (of, winners, cut) => {
      const rules: MatchRules = { sport: "table-tennis", kind: of, bestOf: 3 };
      const log = logFrom(rules, winners);
      const line = log[cut % Math.max(1, log.length)];
      if (line === undefined) return;
      const before = accepted(replay(rules, log.slice(0, cut % log.length)));
      const done = accepted(record(before, line));
      const undone = accepted(record(done, { kind: "undo" }));
      assert.deepEqual(visible(undone), visible(before));
      assert.deepEqual(visible(accepted(record(undone, line))), visible(done));
    }),
    { seed: SEED, numRuns: 150 },
  );
});

test("striking a line out is the fold of the log without it, or both are refused", () => {
  fc.assert(
    fc.property(kind, letters, fc.nat(), (of, winners, cut) => {
      const rules: MatchRules = { sport: "table-tennis", kind: of, bestOf: 3 };
      const log = logFrom(rules, winners);
      if (log.length === 0) return;
      const index = cut % log.length;
      const struck = replay(rules, [...log, { kind: "void", index, reason: "a test" }]);
      const without = replay(rules, log.toSpliced(index, 1));
      if (isRefused(struck) || isRefused(without)) {
        assert.deepEqual([isRefused(struck), isRefused(without)], [true, true]);
        return;
      }
      const { mayRecord: _struck, ...told } = struck;
      const { mayRecord: _without, ...expected } = without;
      assert.deepEqual(JSON.parse(JSON.stringify(told)), JSON.parse(JSON.stringify(expected)));
    }),
    { seed: SEED, numRuns: 300 },
  );
});

test("in every state the receiver is an opponent, and ends are the parity of games with the change at five", () => {
  fc.assert(
    fc.property(kind, letters, (of, winners) => {
      const rules: MatchRules = { sport: "table-tennis", kind: of, bestOf: 3 };
      let state = accepted(newMatch(rules));
      for (const line of logFrom(rules, winners)) {
        state = accepted(record(state, line));
        const { service } = state;
        if (service !== null) assert.notEqual(sideOf(service.server), sideOf(service.receiver));
        if (state.progress === "over") continue;
        const finished = state.games.filter(({ winner }) => winner !== null).length;
        const lastGame = state.games[rules.bestOf - 1]?.rallies ?? [];
        const changes = finished + (firstFive(lastGame) === null ? 0 : 1);
        assert.equal(state.homeEnd, changes % 2 === 0 ? "left" : "right");
      }
    }),
    { seed: SEED, numRuns: 150 },
  );
});

test("whatever stops a match, what is credited are legal games that decide it", () => {
  const ending = fc.constantFrom<LogEntry>(
    { kind: "retired", side: "home" },
    { kind: "retired", side: "away" },
    { kind: "disqualified", side: "home" },
    { kind: "walkover", absent: "away" },
  );
  fc.assert(
    fc.property(letters, ending, (winners, entry) => {
      const rules: MatchRules = { sport: "table-tennis", kind: "singles", bestOf: 5 };
      const ended = replay(rules, [...logFrom(rules, winners), entry]);
      if (isRefused(ended)) return;
      const games = credited(ended);
      for (const [at, game] of games.entries()) assert.equal(illegalFinal(ended.rules, game, at + 1), null);
      const forWinner = games.filter(({ home, away }) =>
        ended.outcome?.winner === "home" ? home > away : away > home,
      ).length;
      assert.equal(forWinner, 3);
    }),
    { seed: SEED, numRuns: 300 },
  );
});

test("a kind that is not among those that may be recorded is refused", () => {
  const attempts: readonly LogEntry[] = [
    { kind: "service", server: "home1", receiver: "away1" },
    { kind: "rally", winner: "home" },
    { kind: "let" },
    { kind: "game", score: { home: 11, away: 3 } },
    { kind: "time-out", side: "home" },
    { kind: "time-out-ended" },
    { kind: "expedite", ballInPlay: true, requestedBy: "both" },
    { kind: "order-corrected", server: "home1" },
    { kind: "walkover", absent: "home" },
    { kind: "retired", side: "home" },
    { kind: "disqualified", side: "home" },
    { kind: "medical", side: "home" },
    { kind: "card", side: "home", card: "yellow" },
    { kind: "undo" },
    { kind: "void", index: 0, reason: "a test" },
  ];
  fc.assert(
    fc.property(kind, letters, (of, winners) => {
      const rules: MatchRules = { sport: "table-tennis", kind: of, bestOf: 3 };
      const state = accepted(replay(rules, logFrom(rules, winners)));
      for (const entry of attempts) {
        const answer = record(state, entry);
        if (!state.mayRecord.includes(entry.kind)) assert.ok(isRefused(answer), `${entry.kind} in ${state.progress}`);
      }
    }),
    { seed: SEED, numRuns: 150 },
  );
});
