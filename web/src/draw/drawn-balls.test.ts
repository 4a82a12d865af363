import assert from "node:assert/strict";
import { test } from "node:test";
import { isRefused, performDraw } from "@podium/engine";
import { type DrawRecordView, type ProvenDraw, shownRecord } from "@podium/protocol";
import { groupsAfter, linesAfter } from "./drawn-balls.ts";

function drawn(format: "knock-out" | "groups", count: number, randomness: string): ProvenDraw {
  const entries = Array.from({ length: count }, (_, at) => ({
    id: `e${at + 1}`,
    association: "ABCD".charAt(at % 4),
    ...(at < count / 4 ? { seed: at + 1 } : {}),
  }));
  const request = { sport: "table-tennis", format, entries, ...(format === "groups" ? { groups: 5 } : {}) };
  const made = performDraw(request, randomness);
  if (isRefused(made)) throw new Error(made.message);
  const { commitment, transcript, lines, groups } = made;
  const outcome = format === "groups" ? { drawn: groups } : { lines };
  return JSON.parse(JSON.stringify({ id: "main", ...request, randomness, commitment, transcript, ...outcome }));
}

const DRAWS = ["3 5 2 6", "1 1 4", "6 6 6 2"].flatMap((randomness) =>
  [6, 13, 32].flatMap((count) => [
    drawn("knock-out", count, randomness),
    ...(count < 10 ? [] : [drawn("groups", count, randomness)]),
  ]),
);

test("when all balls are out, the lines and groups that they lead to are those of the record", () => {
  for (const { transcript, lines, drawn: groups = [], entries } of DRAWS) {
    // What nobody has come to at the end is a bye, also where no ball was drawn for it.
    if (lines !== undefined) {
      const now = linesAfter(transcript, lines.length);
      assert.deepEqual(
        now.map((line) => line ?? null),
        lines,
      );
    }
    const places = Math.ceil(entries.length / 5);
    const now = groupsAfter(
      transcript,
      groups.map(({ name }) => name),
      places,
    );
    assert.deepEqual(
      now.map(({ name, entries: each }) => ({ name, entries: each.filter((id) => id !== undefined) })),
      groups,
    );
  }
});

test("balls that are put back leave their lines", () => {
  const ball = { ball: 1, among: [], drawn: 1, entry: "e1" };
  const balls = [
    { ...ball, step: "seed" as const, result: 1 },
    { ...ball, step: "put-back" as const, entry: null, result: 1 },
    { ...ball, step: "seed" as const, result: 4 },
  ];
  assert.deepEqual(linesAfter(balls, 4), [undefined, undefined, undefined, "e1"]);
});

test("while balls come out nothing is told but those that are out: no randomness, no line, no place in a group", () => {
  for (const draw of DRAWS) {
    const balls = draw.transcript.length;
    const record = { draws: [draw, draw], randomness: "typed" as const, at: "2026-11-22T09:00:00Z" };
    for (let from = 0; from < 2 * balls; from += 1) {
      const view: DrawRecordView = { number: 1, record, showing: { from, sinceMs: 0, paceMs: 0 } };
      const told = shownRecord(view, 5);
      assert.equal(told.balls, 2 * balls);
      assert.equal(JSON.stringify(told).includes(draw.randomness), false);
      const [first, second] = told.record.draws;
      assert.deepEqual(first?.transcript, draw.transcript.slice(0, from));
      assert.deepEqual(second?.transcript, draw.transcript.slice(0, Math.max(0, from - balls)));
      for (const each of told.record.draws)
        assert.deepEqual([each.lines, (each.drawn ?? []).flatMap(({ entries }) => entries)], [undefined, []]);
    }
    const over: DrawRecordView = { number: 1, record, showing: null };
    assert.equal(shownRecord(over, 5), over);
  }
});

test("by the clock one more ball is told each time that one comes out", () => {
  const [draw = assert.fail("there is one")] = DRAWS;
  const record = { draws: [draw], randomness: "typed" as const, at: "2026-11-22T09:00:00Z" };
  const view: DrawRecordView = { number: 1, record, showing: { from: 1, sinceMs: 1000, paceMs: 500 } };
  const told = (nowMs: number) => shownRecord(view, nowMs).record.draws[0]?.transcript.length;
  assert.deepEqual([0, 1499, 1500, 2000].map(told), [1, 1, 2, 3]);
});
