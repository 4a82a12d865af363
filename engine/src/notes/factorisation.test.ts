import assert from "node:assert/strict";
import { test } from "node:test";
import * as fc from "fast-check";
import { factorise, type Factorisation } from "./factorisation.ts";
import { countOf, keepRatings, tabulate, type Rating, type RatingTable } from "./rating.ts";
import { scoreNotes } from "./score.ts";

const SEED = Number(process.env["PODIUM_SEED"] ?? 20260704);

/** Readers of two camps and notes of three kinds, said otherwise now and then; some rate little. */
const ratings = fc
  .record({
    camps: fc.tuple(fc.integer({ min: 5, max: 14 }), fc.integer({ min: 5, max: 14 })),
    notes: fc.array(fc.constantFrom("both", "one", "other", "none", "rare"), { minLength: 5, maxLength: 14 }),
    noise: fc.infiniteStream(fc.integer({ min: 0, max: 99 })),
    missing: fc.integer({ min: 0, max: 45 }),
    wrong: fc.integer({ min: 0, max: 14 }),
  })
  .map(({ camps, notes, noise, missing, wrong }): Rating[] => {
    const next = () => noise.next().value ?? 0;
    const all: Rating[] = [];
    for (let rater = 0; rater < camps[0] + camps[1]; rater += 1)
      for (const [note, kind] of notes.entries()) {
        if (next() < (kind === "rare" ? 85 : missing)) continue;
        const likes = kind === "both" || kind === (rater < camps[0] ? "one" : "other");
        const rating = next() < 12 ? 0.5 : next() < wrong !== likes ? 1 : 0;
        all.push({ note: `n${note}`, rater: `r${rater}`, rating });
      }
    return all;
  });

/** The loss as it is published: the mean squared error, and the means of what it costs to have intercepts and factors. */
function lossOf({ noteOf, raterOf, value }: RatingTable, fit: Factorisation): number {
  const of = (values: Float64Array, at: number) => values[at] ?? Number.NaN;
  const errors = [...value].map((rating, index) => {
    const [note, rater] = [noteOf[index] ?? -1, raterOf[index] ?? -1];
    const factors = of(fit.noteFactor, note) * of(fit.raterFactor, rater);
    return rating - fit.global - of(fit.noteIntercept, note) - of(fit.raterIntercept, rater) - factors;
  });
  const mean = (values: readonly number[]) => values.reduce((sum, each) => sum + each, 0) / values.length;
  const cost = (column: Int32Array, intercept: Float64Array, factor: Float64Array) =>
    mean([...new Set(column)].map((at) => 0.15 * of(intercept, at) ** 2 + 0.03 * of(factor, at) ** 2));
  return (
    mean(errors.map((error) => error ** 2)) +
    0.15 * fit.global ** 2 +
    cost(noteOf, fit.noteIntercept, fit.noteFactor) +
    cost(raterOf, fit.raterIntercept, fit.raterFactor)
  );
}

/** No number of a factorisation can be moved so that it explains the ratings better. */
function assertLeast(table: RatingTable): Factorisation {
  const fit = factorise(table);
  const loss = lossOf(table, fit);
  const step = 1e-3;
  for (const by of [step, -step]) {
    assert.ok(lossOf(table, { ...fit, global: fit.global + by }) >= loss, `global by ${by}`);
    for (const part of ["raterIntercept", "raterFactor", "noteIntercept", "noteFactor"] as const)
      for (const at of fit[part].keys()) {
        const moved = fit[part].slice();
        moved[at] = (moved[at] ?? 0) + by;
        assert.ok(lossOf(table, { ...fit, [part]: moved }) >= loss - 1e-12, `${part} ${at} by ${by}`);
      }
  }
  return fit;
}

test(`no number of a factorisation can be moved so that it explains the ratings better (seed ${SEED})`, () => {
  fc.assert(
    fc.property(ratings, (all) => {
      const fit = assertLeast(tabulate(all));
      const most = Math.max(...[...fit.noteFactor].map(Math.abs));
      const first = fit.noteFactor.find((factor) => Math.abs(factor) >= most / 2) ?? 0;
      assert.ok(first >= 0, "the first note of a marked point of view is positive");
    }),
    { seed: SEED, numRuns: 25, endOnFailure: true },
  );
});

test("one rating, and two, are explained as well as can be", () => {
  for (const rating of [0, 0.5, 1] as const) {
    assertLeast(tabulate([{ note: "a", rater: "x", rating }]));
    assertLeast(
      tabulate([
        { note: "a", rater: "x", rating },
        { note: "b", rater: "x", rating: 1 },
      ]),
    );
  }
});

test("who has no rating has zeros, and no ratings are explained by nothing", () => {
  const none = factorise(tabulate([]));
  assert.deepEqual([none.global, none.raterIntercept.length, none.noteFactor.length], [0, 0, 0]);
  const table = keepRatings(
    tabulate([1, 2, 3].flatMap((at): Rating[] => ["a", "b"].map((note) => ({ note, rater: `r${at}`, rating: 1 })))),
    (index) => index > 1,
  );
  const fit = factorise(table);
  assert.ok(fit.raterIntercept[0] === 0 && fit.raterFactor[0] === 0);
  assert.ok((fit.raterIntercept[1] ?? 0) > 0);
});

test("ratings are numbered by name; of two by one reader the less favourable counts", () => {
  const table = tabulate([
    { note: "b", rater: "y", rating: 1 },
    { note: "a", rater: "y", rating: 0.5 },
    { note: "b", rater: "x", rating: 1 },
    { note: "b", rater: "y", rating: 0 },
    { note: "b", rater: "y", rating: 1 },
  ]);
  assert.deepEqual(
    [table.notes, table.raters],
    [
      ["a", "b"],
      ["x", "y"],
    ],
  );
  assert.deepEqual(
    [[...table.noteOf], [...table.raterOf], [...table.value]],
    [
      [1, 0, 1],
      [0, 1, 1],
      [1, 0.5, 0],
    ],
  );
  const kept = keepRatings(table, (index) => index !== 1);
  assert.deepEqual(
    [[...kept.noteOf], [...kept.raterOf], [...kept.value]],
    [
      [1, 1],
      [0, 1],
      [1, 0],
    ],
  );
  assert.deepEqual([...countOf(table.noteOf, 3)], [1, 2, 0]);
});

/** The ratings that count: of readers who rated ten notes, or half of all, and then of notes with five of them. */
function counting(all: readonly Rating[]): readonly Rating[] {
  const notes = new Set(all.map(({ note }) => note)).size;
  const enough = Math.min(10, Math.ceil(notes / 2));
  const busy = all.filter(({ rater }) => all.filter((other) => other.rater === rater).length >= enough);
  return busy.filter(({ note }) => busy.filter((other) => other.note === note).length >= 5);
}

/** What a guess at a note costs: the squared errors with the readers who count, and the weights of its two numbers. */
function guessCost(
  { notes, raters, noteOf, raterOf, value }: RatingTable,
  fit: Factorisation,
  { note, counts }: { readonly note: string; readonly counts: ReadonlySet<string> },
): (intercept: number, factor: number) => number {
  const own = [...value.keys()].filter(
    (index) => notes[noteOf[index] ?? -1] === note && counts.has(raters[raterOf[index] ?? -1] ?? ""),
  );
  const share = value.length / notes.length;
  return (intercept, factor) =>
    own.reduce(
      (sum, index) => {
        const rater = raterOf[index] ?? -1;
        const explained = fit.global + (fit.raterIntercept[rater] ?? 0) + factor * (fit.raterFactor[rater] ?? 0);
        return sum + ((value[index] ?? 0) - explained - intercept) ** 2;
      },
      share * (0.15 * intercept ** 2 + 0.03 * factor ** 2),
    );
}

test(`the status of a note follows from its numbers and from both sides, by the published rules (seed ${SEED})`, () => {
  const seen = new Set<string>();
  fc.assert(
    fc.property(ratings, (all) => {
      const kept = counting(all);
      const whole = tabulate(all);
      const key = ({ note, rater }: Pick<Rating, "note" | "rater">) => `${note} ${rater}`;
      const keys = new Set(kept.map(key));
      const table = keepRatings(whole, (index) =>
        keys.has(`${whole.notes[whole.noteOf[index] ?? -1]} ${whole.raters[whole.raterOf[index] ?? -1]}`),
      );
      const fit = factorise(table);
      for (const { note, intercept, factor, status } of scoreNotes(all)) {
        const own = kept.filter((rating) => rating.note === note);
        const at = table.notes.indexOf(note);
        if (own.length === 0) {
          assert.equal(status, "needs-more");
          const cost = guessCost(whole, fit, { note, counts: new Set(kept.map(({ rater }) => rater)) });
          for (const [byIntercept, byFactor] of [
            [1, 0],
            [-1, 0],
            [0, 1],
            [0, -1],
          ] as const)
            assert.ok(cost(intercept + byIntercept / 1e3, factor + byFactor / 1e3) >= cost(intercept, factor));
          seen.add("guessed");
          continue;
        }
        const [i, f] = [fit.noteIntercept[at] ?? 0, fit.noteFactor[at] ?? 0];
        assert.ok(Math.abs(intercept - i) < 1e-6 && Math.abs(factor - f) < 1e-6);
        const isHelpful = (sign: number) => {
          const side = own.filter(({ rater }) => (fit.raterFactor[table.raters.indexOf(rater)] ?? 0) * sign >= 0.15);
          const helpful = side.filter(({ rating }) => rating === 1).length;
          const net = helpful - side.filter(({ rating }) => rating === 0).length;
          return helpful >= 5 && (net >= 10 || (net >= 4 && net >= 0.05 * side.length));
        };
        const isShown = i >= 0.4 && Math.abs(f) < 0.5 && isHelpful(1) && isHelpful(-1);
        const expected = i < -0.05 - 0.8 * Math.abs(f) ? "hidden" : isShown ? "shown" : "needs-more";
        assert.equal(status, expected, `${note} ${i} ${f}`);
        seen.add(status);
      }
    }),
    { seed: SEED, numRuns: 60, endOnFailure: true },
  );
  assert.equal(seen.size, 4);
});

test("a note with too few ratings is guessed at by the readers that count, and by nobody else", () => {
  const busy = Array.from({ length: 12 }, (_, rater) =>
    ["a", "b", "c", "d"].map((note, at): Rating => ({
      note,
      rater: `r${rater}`,
      rating: at === 0 || (at === 1) === rater < 6 ? 1 : 0,
    })),
  ).flat();
  const guess = (more: readonly Rating[]) => scoreNotes([...busy, ...more]).find(({ note }) => note === "new");
  const by = (rater: string, rating: 0 | 1): Rating => ({ note: "new", rater, rating });
  const one = guess([by("r0", 1)]);
  assert.equal(one?.status, "needs-more");
  assert.ok((one?.intercept ?? 0) > 0);
  assert.deepEqual([guess([by("stranger", 1)])?.intercept, guess([by("stranger", 1)])?.factor], [0, 0]);
  const both = guess([by("r0", 1), by("r11", 1)]);
  assert.ok((both?.intercept ?? 0) > (one?.intercept ?? 0));
  assert.ok(Math.abs(both?.factor ?? 1) < Math.abs(one?.factor ?? 0));
  assert.ok((guess([by("r0", 0)])?.intercept ?? 0) < 0);
});
