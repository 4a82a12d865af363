import assert from "node:assert/strict";
import { test } from "node:test";
import type { EntryCode } from "../brand.ts";
import { isRefused } from "../refusal.ts";
import { planDoubleElimination } from "./double-elimination.ts";
import { type Lot, lotFrom } from "./lot.ts";
import type { PlannedMatch, Source } from "./plan.ts";

const SEED = process.env["PODIUM_SEED"] ?? "double elimination";
const EVENTS = Number(process.env["PODIUM_RANDOM_EVENTS"] ?? 2000);

/** Of a number that fills no draw, the byes stand against the first seeds. */
function planOf(entries: number): PlannedMatch[] {
  let seeds = [1, 2];
  while (seeds.length < entries) {
    const pair = 2 * seeds.length + 1;
    seeds = seeds.flatMap((seed) => [seed, pair - seed]);
  }
  const plan = planDoubleElimination(
    seeds.map((seed): Source => (seed > entries ? { from: "bye" } : { from: "entry", entry: `e${seed}` as EntryCode })),
  );
  if (isRefused(plan)) throw new Error(plan.message);
  return plan;
}

/** Plays an event in which everybody is equally strong: the rounds in which two met again, the finals left out. */
function rematches(plan: readonly PlannedMatch[], lot: Lot): string[] {
  const winner = new Map<string, string>();
  const loser = new Map<string, string>();
  const met = new Set<string>();
  const again: string[] = [];
  const hasByes = plan.some(({ home, away }) => home.from === "bye" || away.from === "bye");
  const entryOf = (source: Source): string => {
    if (source.from === "entry") return source.entry;
    if (source.from === "winner") return winner.get(source.match) ?? "";
    return source.from === "loser" ? (loser.get(source.match) ?? "") : "";
  };
  for (const { code, round, home, away } of plan) {
    if (round.startsWith("final")) continue;
    const both = [entryOf(home), entryOf(away)].filter((entry) => entry !== "");
    const [one = "", other] = both;
    winner.set(code, one);
    assert.ok(other !== undefined || hasByes, code);
    if (other === undefined) continue;
    const key = both.toSorted().join();
    if (met.has(key)) again.push(round);
    met.add(key);
    const won = lot.below(2);
    winner.set(code, both[won] ?? "");
    loser.set(code, both[1 - won] ?? "");
  }
  return again;
}

test(`among equals two meet again less than 0.8 times an event before its final, however large it is (seed ${SEED})`, () => {
  for (const size of [4, 6, 8, 12, 16, 24, 32, 48, 64, 128, 256]) {
    const plan = planOf(size);
    const events = Math.ceil((EVENTS * 32) / Math.max(32, size));
    let count = 0;
    for (let event = 0; event < events; event += 1) count += rematches(plan, lotFrom(SEED, `${size} ${event}`)).length;
    const allowed = 0.8 + 3 / Math.sqrt(events);
    assert.ok(count / events < allowed, `${size}: ${count / events}`);
  }
});

test(`nobody meets anybody again in the first rounds below (seed ${SEED})`, () => {
  const first = { 8: ["l1", "l2"], 16: ["l1", "l2", "l3"], 32: ["l1", "l2", "l3", "l4"] };
  for (const [size, rounds] of Object.entries(first)) {
    const plan = planOf(Number(size));
    for (let event = 0; event < 400; event += 1) {
      const again = rematches(plan, lotFrom(SEED, `early ${size} ${event}`));
      assert.deepEqual(
        again.filter((round) => rounds.includes(round)),
        [],
        `${size}, event ${event}`,
      );
    }
  }
});

test("every loser above comes down exactly once", () => {
  for (const size of [4, 8, 16, 64]) {
    const plan = planOf(size);
    const down = plan
      .flatMap(({ home, away }) => [home, away])
      .flatMap((from) => (from.from === "loser" ? [from.match] : []));
    const above = plan.filter(({ round }) => round.startsWith("w")).map(({ code }) => code);
    assert.deepEqual(down.filter((code) => code !== "final").toSorted(), above.toSorted());
  }
});

test("the losers of the upper rounds come down in the order that is told", () => {
  const lines = "A B C D E F G H".split(" ").map((name): Source => ({ from: "entry", entry: name as EntryCode }));
  const told = planDoubleElimination(lines, { lowerOrder: [[1, 3, 2, 4], [1, 2], [1]] });
  assert.ok(!isRefused(told));
  const lower = told.filter(({ round }) => round === "l1" || round === "l2");
  assert.deepEqual(
    lower.map(({ code, home, away }) => [code, ...[home, away].map((side) => ("match" in side ? side.match : ""))]),
    [
      ["l1-1", "w1-1", "w1-3"],
      ["l1-2", "w1-2", "w1-4"],
      ["l2-1", "l1-1", "w2-1"],
      ["l2-2", "l1-2", "w2-2"],
    ],
  );
  for (const lowerOrder of [[[1, 2, 3, 4]], [[1, 2, 3, 3], [1, 2], [1]], [[1, 2, 3, 4], [1], [1]]]) {
    const refused = planDoubleElimination(lines, { lowerOrder });
    assert.equal(isRefused(refused) && refused.code, "draw-phase");
  }
});
