import assert from "node:assert/strict";
import { test } from "node:test";
import { ClaimChecker } from "./check.ts";
import { parisFacts } from "./competition.testing.ts";
import { ReadingMemory } from "./reading-memory.ts";
import { readTable } from "./sentences.testing.ts";

const CHECKER = new ClaimChecker(parisFacts());
const TABLES = ["reports.en.txt", "paris.ko.txt", "past-games.en.txt"].map(readTable);
const SEED = 20240730;

/** A generator of numbers from 0 to before 1; the same for the same seed. */
function numbersFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

/** A text with something typed into it, cut out of it or moved. */
function changed(text: string, next: () => number): string {
  const at = Math.floor(next() * text.length);
  const to = Math.min(text.length, at + 1 + Math.floor(next() * 40));
  const kind = next();
  if (kind < 0.4) return text.slice(0, at) + text.slice(to);
  if (kind < 0.8) return text.slice(0, at) + text.slice(to, to + 12) + text.slice(at);
  return text.slice(to) + text.slice(at, to) + text.slice(0, at);
}

test("a text that is changed again and again is read as if it had been read once", () => {
  for (const { name, language, texts } of TABLES) {
    const next = numbersFrom(SEED);
    const memory = new ReadingMemory();
    let text = texts
      .slice(0, 12)
      .flatMap((lines) => lines.map(({ sentence }) => sentence))
      .join("\n");
    for (let turn = 0; turn < 40; turn += 1) {
      const options = { language, ...(turn % 7 === 6 ? { date: "2024-08-01" } : {}) };
      const told = `${name}, seed ${SEED}, change ${turn}`;
      assert.deepEqual(CHECKER.check(text, { ...options, memory }), CHECKER.check(text, options), told);
      text = changed(text, next);
    }
  }
});

test("a memory of one record is of no use with another one", () => {
  const text =
    "Sun Yingsha and Wang Chuqin won the mixed doubles. They beat Ri Jong Sik and Kim Kum Yong 4-1 in the final.";
  const memory = new ReadingMemory();
  const [paris] = parisFacts();
  assert.ok(CHECKER.check(text, { memory }).length > 0);
  assert.deepEqual(
    new ClaimChecker(paris === undefined ? [] : [{ ...paris, events: [] }])
      .check(text, { memory })
      .filter(({ type }) => type === "score"),
    [],
  );
});
