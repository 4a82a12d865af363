import assert from "node:assert/strict";
import { test } from "node:test";
import * as fc from "fast-check";
import type { CommentActs, Visibility } from "./visibility.ts";
import { VISIBILITIES, commentCount, countComments, visibilityOf } from "./visibility.ts";

const untouched: CommentActs = { deletedAtMs: null, removedAtMs: null, heldAtMs: null };
const when = fc.option(fc.nat(), { nil: null });
const acts: fc.Arbitrary<CommentActs> = fc.record({ deletedAtMs: when, removedAtMs: when, heldAtMs: when });

const cases: readonly (readonly [law: string, acts: CommentActs, expected: Visibility])[] = [
  ["an untouched comment is shown", untouched, "shown"],
  ["a held comment waits", { ...untouched, heldAtMs: 1 }, "held"],
  ["removal outlasts holding", { ...untouched, heldAtMs: 1, removedAtMs: 2 }, "removed"],
  ["deletion outlasts removal, in either order", { ...untouched, deletedAtMs: 1, removedAtMs: 2 }, "deleted"],
  ["time 0 is a time", { ...untouched, deletedAtMs: 0 }, "deleted"],
];

for (const [law, given, expected] of cases) {
  test(law, () => assert.equal(visibilityOf(given), expected));
}

test("30 comments of which one is removed, one deleted and one held show 27", () => {
  const comments = [
    ...Array.from({ length: 27 }, () => untouched),
    { ...untouched, removedAtMs: 5 },
    { ...untouched, deletedAtMs: 6 },
    { ...untouched, heldAtMs: 7 },
  ];
  assert.deepEqual(countComments(comments), { posted: 30, shown: 27, removed: 1, deleted: 1, held: 1 });
});

test("what is not named in a tally is none", () => {
  assert.deepEqual(commentCount({ removed: 2 }), { posted: 2, shown: 0, removed: 2, deleted: 0, held: 0 });
});

test("posted is the sum of shown, removed, deleted and held, and nobody's comment is lost from it", () => {
  fc.assert(
    fc.property(fc.array(acts, { maxLength: 60 }), (comments) => {
      const count = countComments(comments);
      assert.equal(count.posted, comments.length);
      assert.equal(
        VISIBILITIES.reduce((sum, state) => sum + count[state], 0),
        comments.length,
      );
    }),
  );
});
