import assert from "node:assert/strict";
import { test } from "node:test";
import * as fc from "fast-check";
import type { Rating } from "./rating.ts";
import { scoreNotes, type NoteScore } from "./score.ts";
import { scoredByGradient } from "./gradient.testing.ts";

/** Chance with a seed: the same ratings in every run. */
function chanceFrom(seed: number): () => number {
  let state = seed;
  for (let round = 0; round < 5; round += 1) state = (state * 48_271) % 2_147_483_647;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

type Kind = "bridging" | "bad" | `camp-${number}`;

interface Readers {
  readonly seed: number;
  /** How many readers each camp has. */
  readonly camps: readonly number[];
  readonly notes: readonly Kind[];
  /** How many notes each reader rates; all when left out. */
  readonly each?: number;
  /** Readers who say the contrary of what they think. */
  readonly trolls?: number;
}

const NOISE = 0.08;

/** Readers of several camps: each finds good what bridges or what its camp says, and says otherwise now and then. */
function ratingsOf({ seed, camps, notes, each = notes.length, trolls = 0 }: Readers): Rating[] {
  const chance = chanceFrom(seed);
  const ratings: Rating[] = [];
  const raters = camps.flatMap((count, camp) => Array.from({ length: count }, () => camp));
  for (const [number, camp] of raters.entries()) {
    const order = notes.map((_, note) => [chance(), note] as const).sort(([a], [b]) => a - b);
    for (const [, note] of order.slice(0, each)) {
      const likes = notes[note] === "bridging" || notes[note] === `camp-${camp}`;
      const said = chance() < NOISE ? !likes : likes;
      const rating = chance() < 0.1 ? 0.5 : said !== number < trolls ? 1 : 0;
      ratings.push({ note: `n${String(note).padStart(4, "0")}`, rater: `r${String(number).padStart(4, "0")}`, rating });
    }
  }
  return ratings;
}

const repeat = (kinds: readonly Kind[], times: number): Kind[] => Array.from({ length: times }, () => kinds).flat();

/** How many notes of a kind got a status. */
function countOf(
  readers: Readers,
  scores: readonly NoteScore[],
): Record<"bridging" | "camp" | "bad", Record<NoteScore["status"], number>> {
  const none = (): Record<NoteScore["status"], number> => ({ shown: 0, hidden: 0, "needs-more": 0 });
  const counts = { bridging: none(), camp: none(), bad: none() };
  for (const { note, status } of scores) {
    const kind = readers.notes[Number(note.slice(1))] ?? "bad";
    counts[kind === "bridging" || kind === "bad" ? kind : "camp"][status] += 1;
  }
  return counts;
}

const TWO: readonly Kind[] = ["bridging", "camp-0", "camp-1", "bad"];

const WORLDS: readonly (readonly [name: string, readers: Readers, bridgingShown: number])[] = [
  ["twenty readers and eight notes", { seed: 1, camps: [10, 10], notes: repeat(TWO, 2) }, 1],
  ["a hundred readers in two camps", { seed: 2, camps: [50, 50], notes: repeat(TWO, 10), each: 15 }, 0.9],
  ["a majority of four to one", { seed: 3, camps: [240, 60], notes: repeat(TWO, 20), each: 20 }, 0.8],
  [
    "three camps",
    { seed: 4, camps: [40, 40, 40], notes: repeat(["bridging", "camp-0", "camp-1", "camp-2", "bad"], 8), each: 20 },
    0.8,
  ],
  ["trolls among them", { seed: 5, camps: [50, 50], notes: repeat(TWO, 10), each: 20, trolls: 10 }, 0.6],
];

for (const [name, readers, expected] of WORLDS) {
  test(`${name}: what both sides find helpful is shown, what one side does is not`, (context) => {
    const scores = scoreNotes(ratingsOf(readers));
    const { bridging, camp, bad } = countOf(readers, scores);
    const all = readers.notes.filter((kind) => kind === "bridging").length;
    context.diagnostic(
      `${name}: bridging ${bridging.shown} of ${all} shown, partisan ${camp.shown}, bad ${bad.shown} shown, ${bad.hidden} hidden`,
    );
    assert.ok(bridging.shown >= expected * all, `${bridging.shown} of ${all}`);
    assert.deepEqual([camp.shown, bad.shown, bridging.hidden], [0, 0, 0]);
  });
}

test("thin data shows nothing", () => {
  for (let seed = 1; seed <= 20; seed += 1) {
    const scores = scoreNotes(ratingsOf({ seed, camps: [30, 30], notes: repeat(TWO, 10), each: 3 }));
    assert.deepEqual(
      scores.filter(({ status }) => status === "shown"),
      [],
    );
  }
  assert.deepEqual(scoreNotes([]), []);
  assert.deepEqual(
    scoreNotes([{ note: "n", rater: "r", rating: 1 }]).map(({ status }) => status),
    ["needs-more"],
  );
});

test("a camp that is alone shows nothing of its own: nobody there disagrees", () => {
  const scores = scoreNotes(ratingsOf({ seed: 9, camps: [60], notes: repeat(["camp-0", "camp-0", "camp-1"], 10) }));
  assert.deepEqual(
    scores.filter(({ status }) => status === "shown"),
    [],
  );
});

test("the scores hang on the ratings, not on the order in which they came", () => {
  const ratings = ratingsOf({ seed: 6, camps: [20, 20], notes: repeat(TWO, 5), each: 12 });
  const byName = (scores: readonly NoteScore[]): NoteScore[] => scores.toSorted((a, b) => (a.note < b.note ? -1 : 1));
  const once = byName(scoreNotes(ratings));
  fc.assert(
    fc.property(fc.shuffledSubarray(ratings, { minLength: ratings.length }), (shuffled) => {
      const scores = scoreNotes(shuffled);
      assert.deepEqual(byName(scores), once);
      assert.deepEqual(
        scores.map(({ note }) => note),
        [...new Set(shuffled.map(({ note }) => note))],
      );
    }),
    { numRuns: 10 },
  );
});

test("who rates a note twice has one say: the less favourable", () => {
  const ratings = ratingsOf({ seed: 7, camps: [12, 12], notes: repeat(TWO, 3) });
  const [first] = ratings;
  assert.ok(first);
  const twice = [...ratings, { ...first, rating: 0 as const }];
  const once = ratings.map((rating, index) => (index === 0 ? { ...rating, rating: 0 as const } : rating));
  assert.deepEqual(scoreNotes(twice), scoreNotes(once));
});

test("names are only names: __proto__ is a reader and a note like any other", () => {
  const odd = ratingsOf({ seed: 8, camps: [12, 12], notes: repeat(TWO, 3) }).map((rating) =>
    rating.note === "n0000" ? { ...rating, note: "__proto__" } : rating,
  );
  assert.equal(scoreNotes(odd)[0]?.note === undefined, false);
  assert.ok(scoreNotes(odd).some(({ note }) => note === "__proto__"));
});

const COMPARED: typeof WORLDS = WORLDS.map(([name, readers, expected]) =>
  name === "a majority of four to one" ? [name, { ...readers, camps: [80, 20] }, expected] : [name, readers, expected],
);

for (const [name, readers] of COMPARED) {
  test(`another implementation, by gradient instead of least squares, agrees on what is shown: ${name}`, (context) => {
    const ratings = ratingsOf(readers);
    const [own, other] = [scoreNotes(ratings), scoredByGradient(ratings)];
    const differences = own.filter(
      ({ note, intercept }) => Math.abs(intercept - (other.get(note)?.intercept ?? 9)) > 0.02,
    );
    const widest = Math.max(
      ...own.map(({ note, intercept }) => Math.abs(intercept - (other.get(note)?.intercept ?? 9))),
    );
    context.diagnostic(`${name}: the intercepts differ by ${widest.toExponential(1)} at most`);
    assert.deepEqual(differences, []);
    assert.deepEqual(
      own.map(({ note, status }) => [note, status === "shown"]),
      own.map(({ note }) => [note, other.get(note)?.shown]),
    );
  });
}

test("a hundred thousand ratings are scored in seconds", (context) => {
  const ratings = ratingsOf({ seed: 10, camps: [1_000, 1_000], notes: repeat(TWO, 75), each: 50 });
  const before = process.cpuUsage();
  const scores = scoreNotes(ratings);
  const { user, system } = process.cpuUsage(before);
  const seconds = (user + system) / 1e6;
  context.diagnostic(
    `${ratings.length} ratings: ${seconds.toFixed(2)} s of processor time, ${scores.filter(({ status }) => status === "shown").length} of 75 shown`,
  );
  assert.ok(seconds < 15, `${seconds} s`);
});
