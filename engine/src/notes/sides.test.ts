import assert from "node:assert/strict";
import { test } from "node:test";
import type { Factorisation } from "./factorisation.ts";
import { type Rating, tabulate } from "./rating.ts";
import { isHelpfulToBoth, type SideCount, sidesOf, withEnough } from "./sides.ts";

/** One side at the edge, the other far from it: what is answered hangs on the first. */
function isEnough(side: SideCount): boolean {
  const other: SideCount = { helpful: 50, unhelpful: 0, all: 50 };
  const answers = [
    isHelpfulToBoth({ positive: side, negative: other }),
    isHelpfulToBoth({ positive: other, negative: side }),
  ];
  assert.equal(answers[0], answers[1], "neither side weighs more");
  return answers[0] === true;
}

const EDGES: readonly (readonly [string, SideCount, SideCount])[] = [
  ["five find it helpful", { helpful: 5, unhelpful: 0, all: 5 }, { helpful: 4, unhelpful: 0, all: 4 }],
  ["four more find it helpful than not", { helpful: 8, unhelpful: 4, all: 12 }, { helpful: 8, unhelpful: 5, all: 13 }],
  ["these are a twentieth of all", { helpful: 7, unhelpful: 3, all: 80 }, { helpful: 7, unhelpful: 3, all: 81 }],
  [
    "of very many, ten more are enough",
    { helpful: 110, unhelpful: 100, all: 300 },
    { helpful: 109, unhelpful: 100, all: 300 },
  ],
];

for (const [name, just, tooFew] of EDGES)
  test(`a side finds a note helpful when ${name}, not with one fewer`, () => {
    assert.deepEqual([isEnough(just), isEnough(tooFew)], [true, false]);
  });

test("a reader counts from ten notes rated, where there are more than twenty, and a note from five readers that count", () => {
  const notes = Array.from({ length: 24 }, (_, at) => `note-${String(at).padStart(2, "0")}`);
  const by = (rater: string, count: number): Rating[] =>
    notes.slice(0, count).map((note) => ({ note, rater, rating: 1 }));
  const counted = (...ratings: Rating[]) => {
    const all = tabulate([
      ...ratings,
      ...notes.map((note): Rating => ({ note, rater: "one who rates all", rating: 0 })),
    ]);
    const { value, raterOf, raters } = withEnough(all);
    return [value.length, new Set(Array.from(raterOf, (at) => raters[at])).size];
  };
  const three = ["a", "b", "c"].flatMap((rater) => by(rater, 24));
  assert.deepEqual(counted(...three, ...by("d", 10)), [50, 5], "five readers of ten notes");
  assert.deepEqual(counted(...three, ...by("d", 9)), [0, 0], "four readers that count are too few for any note");
});

test("of fewer notes, a reader counts from half of them", () => {
  const rates = (rater: string, count: number): Rating[] =>
    ["p", "q", "r"].slice(0, count).map((note) => ({ note, rater, rating: 1 }));
  const raters = ["a", "b", "c", "d"].flatMap((rater) => rates(rater, 3));
  assert.equal(withEnough(tabulate([...raters, ...rates("e", 2)])).value.length, 10);
  assert.equal(withEnough(tabulate([...raters, ...rates("e", 1)])).value.length, 0);
});

test("a reader belongs to the side of their factor, to none near the middle; somewhat helpful counts for neither", () => {
  const ratings: Rating[] = [
    { note: "n", rater: "a", rating: 1 },
    { note: "n", rater: "b", rating: 0 },
    { note: "n", rater: "c", rating: 0.5 },
    { note: "n", rater: "d", rating: 1 },
    { note: "n", rater: "e", rating: 1 },
    { note: "n", rater: "f", rating: 1 },
  ];
  const fit = { raterFactor: [0.15, 0.9, 0.4, -0.15, 0.149, -0.149] } as unknown as Factorisation;
  assert.deepEqual(sidesOf(tabulate(ratings), fit), [
    { positive: { helpful: 1, unhelpful: 1, all: 3 }, negative: { helpful: 1, unhelpful: 0, all: 1 } },
  ]);
});

test("of several ratings of one reader the least favourable counts, in whatever order", () => {
  const said: Rating[] = [
    { note: "n", rater: "a", rating: 1 },
    { note: "n", rater: "a", rating: 0.5 },
    { note: "m", rater: "a", rating: 1 },
  ];
  for (const ratings of [said, said.toReversed()]) assert.deepEqual([...tabulate(ratings).value], [1, 0.5]);
});
