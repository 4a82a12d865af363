import assert from "node:assert/strict";
import { test } from "node:test";
import * as fc from "fast-check";
import { isRefused } from "../refusal.ts";
import { type Fork, type ForkedLine, forkedLines, settledFork } from "./fork.ts";
import type { LogEntry } from "./log.ts";
import { after, HOME_SERVES, rallies, refusedCode, scoreOf, SINGLES } from "./log.testing.ts";
import { replay } from "./match.ts";

const SEED = Number(process.env["PODIUM_SEED"] ?? 20261122);
const UNDO: LogEntry = { kind: "undo" };

/** Rallies, the first at so many seconds and each twenty later. */
const timed = (letters: string, seconds: number): LogEntry[] =>
  rallies(letters).map((entry, at) => ({ ...entry, atMs: (seconds + at * 20) * 1000 }));

function linesOf(fork: Fork): readonly ForkedLine[] {
  const lines = forkedLines(fork);
  return isRefused(lines) ? assert.fail(lines.message) : lines;
}

const told = (lines: readonly ForkedLine[]) =>
  lines.map(({ of, index, isTwin }) => `${of} ${index}${isTwin ? " twin" : ""}`);

/** The log after the settlement, and its score. */
function scoreAfter(fork: Fork, chosen: readonly Pick<ForkedLine, "of" | "index">[]): string {
  const settled = settledFork(fork, chosen);
  if (isRefused(settled)) assert.fail(settled.message);
  const undos = Array.from({ length: settled.undos }, () => UNDO);
  const log = [...fork.log, ...undos, ...settled.lines.map(({ entry }) => entry)];
  assert.equal(scoreOf(after(fork.rules, log)), scoreOf(settled.state));
  return scoreOf(settled.state);
}

test("what one phone noted before it fell silent comes before what the next one noted; taken together both count", () => {
  const log = [HOME_SERVES, ...timed("h", 0), ...timed("aa", 100)];
  const fork = { rules: SINGLES, log, after: 2, lines: timed("hh", 20) };
  const lines = linesOf(fork);
  assert.deepEqual(told(lines), ["other 0", "other 1", "log 2", "log 3"]);
  assert.equal(scoreAfter(fork, lines), "3-2");
});

test("a rally that both phones noted is told once: what says the same at the same time is a twin", () => {
  const log = [HOME_SERVES, ...timed("hah", 0)];
  const lines = [HOME_SERVES, ...timed("haa", 1)];
  const fork = { rules: SINGLES, log, after: 0, lines };
  assert.deepEqual(told(linesOf(fork)), [
    "log 0 twin",
    "log 1 twin",
    "other 0 twin",
    "other 1 twin",
    "log 2 twin",
    "other 2 twin",
    "log 3",
    "other 3",
  ]);
  const kept = [0, 1, 2].map((index) => ({ of: "log" as const, index }));
  assert.equal(scoreAfter(fork, kept), "1-1");
  assert.equal(scoreAfter(fork, [...kept, { of: "other", index: 3 }]), "1-2");
});

test("nothing is taken back where the log stands as it is, and what a phone took back itself is no part of it", () => {
  const log = [HOME_SERVES, ...timed("h", 0), ...timed("aah", 100), UNDO];
  const fork = { rules: SINGLES, log, after: 2, lines: [...timed("h", 20), UNDO, ...timed("a", 40)] };
  const lines = linesOf(fork);
  assert.deepEqual(told(lines), ["other 2", "log 2", "log 3"]);
  const settled = settledFork(
    fork,
    lines.filter(({ of }) => of === "log"),
  );
  assert.ok(!isRefused(settled));
  assert.deepEqual([settled.undos, settled.lines], [0, []]);
});

test("a rally that both had and one phone took back is said to be so, and pairs with no other rally", () => {
  const log = [HOME_SERVES, ...timed("hh", 0)];
  const back = (fork: Fork) => linesOf(fork).map(({ isTakenBack }, at) => `${told(linesOf(fork))[at]} ${isTakenBack}`);
  const strikes: LogEntry = { kind: "void", index: 1, reason: "counted twice" };
  const struck = { rules: SINGLES, log, after: 3, lines: [strikes, ...timed("a", 40)] };
  assert.deepEqual(back(struck), ["log 1 true", "log 2 twin false", "other -1 twin false", "other 1 false"]);
  const undone = { rules: SINGLES, log: [...log, UNDO, ...timed("a", 60)], after: 3, lines: timed("h", 40) };
  assert.deepEqual(back(undone), ["other -1 true", "other 0 false", "log 4 false"]);
});

test("two long logs are put side by side in a moment", () => {
  const long = { kind: "let", atMs: 0 } as const;
  const lines = Array.from({ length: 4000 }, () => long);
  const fork = { rules: SINGLES, log: [HOME_SERVES, ...lines], after: 1, lines };
  assert.ok(linesOf(fork).every(({ isTwin }) => isTwin));
});

test("what the laws do not allow together is refused with the number of the line, and a line of nobody too", () => {
  const log = [HOME_SERVES, ...rallies("h")];
  const fork = { rules: SINGLES, log, after: 0, lines: [HOME_SERVES, ...rallies("a")] };
  const both = settledFork(fork, linesOf(fork));
  assert.ok(isRefused(both));
  assert.equal(both.code, "service-already-chosen");
  assert.equal(both.detail["line"], 1);
  assert.equal(refusedCode(settledFork(fork, [{ of: "other", index: 9 }])), "fork-unknown");
  assert.equal(refusedCode(forkedLines({ ...fork, lines: rallies("a") })), "service-not-chosen");
});

test("whatever is chosen: the log after it tells the lines that both had and those that were chosen, or it is refused", () => {
  const letters = fc.string({ unit: fc.constantFrom("h", "a"), maxLength: 14 });
  fc.assert(
    fc.property(
      fc.tuple(letters, letters, letters),
      fc.array(fc.boolean(), { minLength: 28, maxLength: 28 }),
      ([shared, mine, other], picks) => {
        const known = [HOME_SERVES, ...rallies(shared)];
        if (isRefused(replay(SINGLES, [...known, ...rallies(mine)]))) return;
        const fork = { rules: SINGLES, log: [...known, ...rallies(mine)], after: known.length, lines: rallies(other) };
        const lines = forkedLines(fork);
        if (isRefused(lines)) return;
        assert.equal(lines.length, mine.length + other.length);
        const chosen = lines.filter((_, at) => picks[at]);
        const settled = settledFork(fork, chosen);
        const whole = replay(SINGLES, [...known, ...chosen.map(({ entry }) => entry)]);
        assert.equal(isRefused(settled), isRefused(whole));
        if (!isRefused(settled) && !isRefused(whole))
          assert.deepEqual(JSON.parse(JSON.stringify(settled.state)), JSON.parse(JSON.stringify(whole)));
      },
    ),
    { seed: SEED },
  );
});
