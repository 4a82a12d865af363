import { test } from "node:test";
import * as fc from "fast-check";
import type { AnswerLine } from "../ndjson.ts";
import { drawLine, verifyLine } from "./draw.ts";
import { answerLine } from "./standings.ts";

const SEED = Number(process.env["PODIUM_SEED"] ?? 20240730);

const word = fc.constantFrom("A", "B", "C", "", "__proto__", "constructor", "table-tennis", "tennis", "swiss");
const odd = fc.oneof(
  word,
  fc.integer({ min: -2, max: 30 }),
  fc.double(),
  fc.constant(null),
  fc.boolean(),
  fc.array(word, { maxLength: 3 }),
);
const scores = fc.array(fc.tuple(fc.nat({ max: 14 }), fc.nat({ max: 14 })), { maxLength: 7 });
const match = fc.record(
  {
    a: word,
    b: word,
    games: fc.oneof(scores, odd),
    outcome: fc.oneof(fc.record({ walkover: word }), fc.record({ retired: word }), odd),
  },
  { requiredKeys: [] },
);
const group = fc.record(
  {
    entrants: fc.oneof(fc.constant(["A", "B", "C"]), odd),
    matches: fc.oneof(fc.array(match, { maxLength: 4 }), odd),
    sport: odd,
    law: odd,
    bestOf: odd,
    lots: odd,
  },
  { requiredKeys: ["entrants", "matches"] },
);
const entry = fc.record(
  {
    id: fc.oneof(fc.nat({ max: 40 }), word),
    association: word,
    rank: odd,
    seed: odd,
    place: odd,
    group: word,
    qualifier: odd,
  },
  { requiredKeys: ["id"] },
);
const drawing = fc.record(
  {
    entries: fc.oneof(fc.array(entry, { maxLength: 9 }), odd),
    format: fc.constantFrom("knock-out", "groups"),
    size: odd,
    seeds: odd,
    groups: odd,
    randomness: odd,
  },
  { requiredKeys: ["entries"] },
);

/** A line is answered, or refused with a code and a sentence; nothing else. */
function isAnswered({ refused, body }: AnswerLine): boolean {
  const told = (body as { refused?: { code: unknown; message: unknown } }).refused;
  return refused ? typeof told?.code === "string" && typeof told.message === "string" : told === undefined;
}

test(`whatever stands on a line, it is answered or refused (seed ${SEED})`, () => {
  const lines = fc.oneof(group, drawing, fc.anything()).map((value) => JSON.stringify(value) ?? "");
  fc.assert(
    fc.property(lines, (line) => [answerLine, drawLine, verifyLine].every((command) => isAnswered(command(line, 1)))),
    { seed: SEED, numRuns: 3000 },
  );
});
