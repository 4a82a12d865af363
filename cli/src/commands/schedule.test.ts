import assert from "node:assert/strict";
import { test } from "node:test";
import { answerLine } from "./schedule.ts";

const day = {
  id: "sat",
  tables: ["1"],
  from: 540,
  restMinutes: 10,
  matches: [
    { id: "a", people: ["KIM"], minutes: 20, after: [] },
    { id: "b", people: [], minutes: 20, after: ["a"] },
  ],
};

const ask = (request: object) => answerLine(JSON.stringify(request), 7);
const refusedOf = (request: object) =>
  (ask(request).body as { refused?: { code: string; field?: string; message: string } }).refused;

test("a day is answered with a table and a time for every match, its end and its bound", () => {
  assert.deepEqual(ask(day), {
    refused: false,
    body: {
      id: "sat",
      plan: [
        { match: "a", table: "1", start: 540 },
        { match: "b", table: "1", start: 570 },
      ],
      end: 590,
      bound: 590,
    },
  });
});

test("names may be numbers, and the answer writes them as the lists do", () => {
  const matches = [
    { id: 1, people: [5], minutes: 20, after: [] },
    { id: "2", minutes: 20, after: ["1"], tables: ["4"] },
  ];
  const { plan } = ask({ ...day, tables: [4], matches }).body as { plan: unknown };
  assert.deepEqual(plan, [
    { match: 1, table: 4, start: 540 },
    { match: "2", table: 4, start: 570 },
  ]);
});

test("what may be left out may also be null", () => {
  const matches = [{ id: "a", people: null, minutes: 20, after: null, tables: null, notBefore: null }];
  assert.equal(ask({ ...day, matches, breaks: null }).refused, false);
});

test("an empty day ends when it begins", () => {
  assert.deepEqual(ask({ ...day, tables: [], matches: [] }).body, { id: "sat", plan: [], end: 540, bound: 540 });
});

test("what cannot be planned is refused with those who stand in the way", () => {
  const matches = [
    { id: "a", minutes: 20, after: ["b"] },
    { id: "b", minutes: 20, after: ["a"] },
  ];
  assert.deepEqual(ask({ ...day, matches }), {
    refused: true,
    body: { id: "sat", refused: { matches: "a, b", code: "cycle", message: "Each waits for the next: a, b, a." } },
  });
});

const NOT_UNDERSTOOD: Record<string, object> = {
  tables: { ...day, tables: "1" },
  from: { ...day, from: 9.5 },
  restMinutes: { ...day, restMinutes: -1 },
  "matches.0.minutes": { ...day, matches: [{ id: "a", minutes: 0 }] },
  "matches.0.id": { ...day, matches: [{ minutes: 10 }] },
  "matches.0.notBefore": { ...day, matches: [{ id: "a", minutes: 10, notBefore: 1e9 }] },
  "breaks.0.to": { ...day, breaks: [{ from: 1 }] },
};

for (const [field, request] of Object.entries(NOT_UNDERSTOOD)) {
  test(`a line whose ${field} is not as documented is refused`, () => {
    const refused = refusedOf(request);
    assert.equal(refused?.code, "not-understood");
    assert.equal(refused?.field, field);
  });
}

test("a line that is no JSON object is refused with its number", () => {
  assert.deepEqual((answerLine("[]", 7).body as { id: number }).id, 7);
  assert.equal(answerLine("{", 7).refused, true);
});
