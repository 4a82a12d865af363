import assert from "node:assert/strict";
import { test } from "node:test";
import type { EntryCode, MatchCode } from "../brand.ts";
import { isRefused } from "../refusal.ts";
import { type EventDraw, type PhaseDraw, planDraw } from "./draw-plan.ts";
import type { EventPlan, Source, WithdrawalRuling } from "./plan.ts";
import { lastPhaseNaming, namedFrom, refusedReplacement, withReplacements } from "./withdrawals.ts";

const of = (names: string): Source[] =>
  names.split(" ").map((name) => (name === "-" ? { from: "bye" } : { from: "entry", entry: name as EntryCode }));
const main = (lines: readonly Source[], more: Partial<PhaseDraw> = {}): PhaseDraw => ({
  code: "main",
  format: "knock-out",
  lines,
  ...more,
});

function planned(draw: EventDraw): EventPlan {
  const plan = planDraw(draw);
  if (isRefused(plan)) throw new Error(plan.message);
  return plan;
}

function refused(draw: EventDraw): string {
  const plan = planDraw(draw);
  assert.ok(isRefused(plan));
  return `${plan.code}: ${plan.message}`;
}

const codesOf = (plan: EventPlan) => plan.matches.map(({ code }) => code).join(" ");
const groups: PhaseDraw = {
  code: "groups",
  format: "groups",
  groups: [{ name: "A", entries: of("a b c") }],
};

test("places are played for down to the last one that is asked for", () => {
  const codes = (places: number) => codesOf(planned({ phases: [main(of("a b c d e f g h"), { places })] }));
  assert.equal(codes(2), "qf-1 qf-2 qf-3 qf-4 sf-1 sf-2 final");
  assert.equal(codes(4), "qf-1 qf-2 qf-3 qf-4 sf-1 sf-2 bronze final");
  assert.equal(codes(6), "qf-1 qf-2 qf-3 qf-4 p5-8-1 p5-8-2 sf-1 sf-2 p5 bronze final");
  assert.equal(codes(8), "qf-1 qf-2 qf-3 qf-4 p5-8-1 p5-8-2 sf-1 sf-2 p7 p5 bronze final");
});

test("a knock-out of 64 with every place played for has 192 matches", () => {
  const lines = of(Array.from({ length: 64 }, (_, at) => `e${at}`).join(" "));
  assert.equal(planned({ phases: [main(lines, { places: 64 })] }).matches.length, 192);
});

test("a qualification ends with so many winners, and its matches carry its code", () => {
  const plan = planned({
    phases: [
      main(of("a b c d e f g h"), { code: "q", winners: 2 }),
      main([
        { from: "winner", match: "q-2-1" as MatchCode },
        { from: "winner", match: "q-2-2" as MatchCode },
      ]),
    ],
  });
  assert.equal(codesOf(plan), "q-1-1 q-1-2 q-1-3 q-1-4 q-2-1 q-2-2 final");
  assert.deepEqual(
    plan.phases?.map(({ code }) => code),
    ["q", "main"],
  );
});

test("a preliminary round of three matches is six lines with three winners", () => {
  const plan = planned({ phases: [main(of("a b c d e f"), { code: "preliminary", winners: 3 })] });
  assert.equal(codesOf(plan), "preliminary-1-1 preliminary-1-2 preliminary-1-3");
});

test("the three losers of a preliminary round play a plate of four lines, the last of them a bye", () => {
  const plan = planned({
    phases: [
      main(of("a b c d e f"), { code: "preliminary", winners: 3 }),
      { code: "plate", format: "knock-out", losersOf: "preliminary-1" },
    ],
  });
  const [, lower] = plan.matches.filter(({ code }) => code.startsWith("plate-sf"));
  assert.deepEqual([lower?.home, lower?.away], [{ from: "loser", match: "preliminary-1-3" }, { from: "bye" }]);
});

test("where nothing else is said, everybody in a group meets once and one goes on from it", () => {
  const four: PhaseDraw = { ...groups, groups: [{ name: "A", entries: of("a b c d") }] };
  assert.deepEqual(planned({ phases: [four] }), planned({ phases: [{ ...four, meetings: 1, advance: 1 }] }));
  assert.equal(planned({ phases: [four] }).matches.length, 6);
});

test("who withdraws is followed where the draw names it last, and nobody stands there twice", () => {
  const drawn = planned({
    phases: [{ ...groups, groups: [{ name: "A", entries: of("a b c") }] }, main(of("a d b e"))],
  });
  const gone = (name: string, replacedBy: string): WithdrawalRuling => ({
    entry: name as EntryCode,
    ruling: "withdrawn",
    replacedBy: replacedBy as EntryCode,
    reason: "a test",
  });
  const codeOf = (plan: EventPlan, ruling: WithdrawalRuling) => refusedReplacement(plan, ruling)?.code;
  assert.equal(lastPhaseNaming(drawn, "a" as EntryCode), "main");
  assert.equal(lastPhaseNaming(drawn, "c" as EntryCode), "groups");
  assert.equal(lastPhaseNaming(drawn, "x" as EntryCode), undefined);
  assert.deepEqual([...namedFrom(drawn, "main")].sort(), ["a", "b", "d", "e"]);
  assert.deepEqual([...namedFrom(drawn, "groups")].sort(), ["a", "b", "c", "d", "e"]);
  assert.equal(codeOf(drawn, gone("a", "x")), undefined);
  assert.equal(codeOf(drawn, gone("x", "y")), "replacement-not-drawn");
  assert.equal(codeOf(drawn, gone("a", "d")), "replacement-stands");
  assert.equal(codeOf(drawn, gone("a", "a")), "replacement-stands");
  assert.equal(codeOf(drawn, gone("d", "c")), undefined);
  assert.equal(codeOf(drawn, gone("c", "d")), "replacement-stands");
  const after = withReplacements({ ...drawn, rulings: [gone("a", "x"), gone("c", "y")] });
  const named = (plan: EventPlan) =>
    plan.matches.map(({ home, away }) => [home, away].map((side) => ("entry" in side ? side.entry : "-")).join(""));
  assert.deepEqual(after.groups[0]?.entries, ["a", "b", "y"]);
  assert.deepEqual(
    named(after),
    named(drawn).map((pair, at) => (at < 3 ? pair.replace("c", "y") : pair.replace("a", "x"))),
  );
  assert.equal(codeOf({ ...drawn, rulings: [gone("a", "x")] }, gone("d", "a")), "replacement-stands");
  assert.equal(codeOf({ ...drawn, rulings: [gone("a", "x")] }, gone("d", "x")), "replacement-stands");
});

test("in the second meeting of a group home and away change places", () => {
  const plan = planned({ phases: [{ ...groups, meetings: 2 }] });
  const pairs = plan.matches.map(({ home, away }) =>
    [home, away].map((side) => (side.from === "entry" ? side.entry : "")).join(""),
  );
  assert.equal(pairs.length, 6);
  assert.deepEqual(
    pairs.slice(3),
    pairs.slice(0, 3).map((pair) => [...pair].reverse().join("")),
  );
});

test("rounds of a Swiss system that are not paired yet are to be drawn", () => {
  const entries = of("a b c");
  const [a, b, c] = ["a", "b", "c"] as unknown as [EntryCode, EntryCode, EntryCode];
  const plan = planned({
    phases: [
      {
        code: "main",
        format: "swiss",
        entries,
        rounds: 2,
        pairings: [
          [
            [a, b],
            [c, null],
          ],
        ],
      },
    ],
  });
  assert.deepEqual(
    plan.matches.map(({ code, home, away }) => [code, home.from, away.from]),
    [
      ["s1-1", "entry", "entry"],
      ["s1-2", "entry", "bye"],
      ["s2-1", "open", "open"],
      ["s2-2", "open", "bye"],
    ],
  );
});

test("best of so many games goes by match, then by round or group, then by phase", () => {
  const plan = planned({
    phases: [groups, main(of("a b c d"))],
    bestOf: { groups: 3, main: 5, sf: 7, "sf-2": 9 },
  });
  assert.deepEqual(Object.fromEntries(plan.matches.map(({ code, bestOf }) => [code, bestOf])), {
    "a-1": 3,
    "a-2": 3,
    "a-3": 3,
    "sf-1": 7,
    "sf-2": 9,
    final: 5,
  });
  assert.equal(plan.groups[0]?.bestOf, 3);
});

test("what no event can be played by is refused with what is wrong", () => {
  const four = of("a b c d");
  const plate = (more: Partial<PhaseDraw>): EventDraw => ({
    phases: [main(four), { code: "plate", format: "knock-out", ...more }],
  });
  const loser = (match: string): Source => ({ from: "loser", match: match as MatchCode });
  const swiss = (more: Partial<PhaseDraw>): EventDraw => ({ phases: [{ code: "main", format: "swiss", ...more }] });
  const [a, b, x] = ["a", "b", "x"] as unknown as [EntryCode, EntryCode, EntryCode];
  for (const [draw, sentence] of [
    [{ phases: [] }, "draw-empty: A draw has lines, groups or both."],
    [{ phases: [main(four), main(four)] }, "draw-phase: Two phases are called main. Give each a code of its own."],
    [
      { phases: [main(four, { meetings: 2 })] },
      "draw-phase: A phase of the format knock-out has no meetings; it has lines, losersOf, bronzeMatch, places, winners.",
    ],
    [{ phases: [main([])] }, "draw-phase: The phase main has no lines."],
    [plate({ losersOf: "r16" }), "draw-phase: No phase before plate has a round r16."],
    [
      plate({ lines: [loser("sf-1"), loser("sf-3")] }),
      "draw-source: The phase plate takes the loser of sf-3, which no phase before it has.",
    ],
    [
      plate({ lines: [loser("sf-1"), loser("sf-1")] }),
      "draw-source: The loser of sf-1 goes on to two places of the draw.",
    ],
    [
      { phases: [main(four, { bronzeMatch: true }), { code: "plate", format: "knock-out", losersOf: "sf" }] },
      "draw-source: The loser of sf-1 goes on to two places of the draw.",
    ],
    [{ phases: [main(of("a b a c"))] }, "entry-drawn-twice: a stands in the draw twice."],
    [
      { phases: [main(four, { winners: 3 })] },
      "draw-winners: A knock-out of 4 lines cannot end with 3 winners: it needs 6, 12, ... lines.",
    ],
    [
      { phases: [groups, main([{ from: "place", group: "A", place: 4 }, ...of("d")])] },
      "group-place-unknown: The draw takes place 4 of group A, which there is not.",
    ],
    [swiss({ entries: of("a") }), "draw-phase: The Swiss system main needs two entries at least."],
    [swiss({ entries: of("a b") }), "draw-phase: The Swiss system main has 0 rounds, and 0 are paired."],
    [
      swiss({ entries: of("a b"), pairings: [[[a, x]]] }),
      "draw-pairing: Round 1 pairs x, who is not in the Swiss system.",
    ],
    [swiss({ entries: of("a b"), pairings: [[[a, b]], [[a, a]]] }), "draw-pairing: Round 2 pairs a twice."],
    [
      { phases: [main(four)], bestOf: { qf: 7 } },
      "draw-best-of: bestOf names qf, which is no round of this draw; there are sf, final.",
    ],
    [
      { phases: [main(four)], bestOf: { sf: 6 } },
      "draw-best-of: A match is the best of an odd number of games, not of 6.",
    ],
  ] as const satisfies readonly (readonly [EventDraw, string])[])
    assert.equal(refused(draw), sentence);
});
