import assert from "node:assert/strict";
import { test } from "node:test";
import * as fc from "fast-check";
import type { CommentNode } from "./tree.ts";
import { ancestorPaths, commentPath, pathDepth, readingOrder } from "./tree.ts";
import type { CommentSort } from "./order.ts";
import { siblingKey } from "./order.ts";

const sort = fc.constantFrom<CommentSort>("best", "new", "old", "controversial", "across-borders");

/** Threads of any shape: each comment answers an earlier one or none. */
const thread: fc.Arbitrary<readonly CommentNode[]> = fc
  .array(fc.record({ answers: fc.nat(), up: fc.nat({ max: 20 }), down: fc.nat({ max: 20 }) }), { maxLength: 80 })
  .map((drafts) =>
    drafts.map(({ answers, up, down }, index) => {
      const parent = answers % (index + 1);
      return { id: `c${index + 1}`, parent: parent === 0 ? null : `c${parent}`, number: index + 1, up, down };
    }),
  );

const ids = (comments: readonly CommentNode[], by: CommentSort, deepest = 1000): string =>
  readingOrder(comments, by, deepest)
    .map(({ comment }) => comment.id)
    .join(" ");

const small: readonly CommentNode[] = [
  { id: "a", parent: null, number: 1, up: 0, down: 9 },
  { id: "b", parent: "a", number: 2, up: 0, down: 0 },
  { id: "c", parent: null, number: 3, up: 5, down: 0 },
  { id: "d", parent: "a", number: 4, up: 3, down: 0 },
  { id: "e", parent: "b", number: 5, up: 0, down: 0 },
];

const orders: readonly (readonly [law: string, by: CommentSort, expected: string])[] = [
  ["old: as posted, replies under what they answer", "old", "a b e d c"],
  ["new: the latest first on every level", "new", "c a d b e"],
  ["best: what votes prove first on every level", "best", "c a d b e"],
];

for (const [law, by, expected] of orders) {
  test(law, () => assert.equal(ids(small, by), expected));
}

test("too deep for the page: the comment at the limit says that it continues", () => {
  const placed = readingOrder(small, "old", 1);
  assert.deepEqual(
    placed.map(({ comment, depth, continues }) => [comment.id, depth, continues]),
    [
      ["a", 0, false],
      ["b", 1, true],
      ["d", 1, false],
      ["c", 0, false],
    ],
  );
});

test("every comment stands exactly once, directly below its ancestors and one deeper than what it answers", () => {
  fc.assert(
    fc.property(thread, sort, (comments, by) => {
      const placed = readingOrder(comments, by, 1000);
      assert.equal(new Set(placed.map(({ comment }) => comment.id)).size, comments.length);
      const open: string[] = [];
      for (const { comment, depth } of placed) {
        open.length = depth;
        assert.equal(open.at(-1) ?? null, comment.parent);
        open.push(comment.id);
      }
    }),
  );
});

test("siblings stand by their keys", () => {
  fc.assert(
    fc.property(thread, sort, (comments, by) => {
      const last = new Map<string | null, string>();
      for (const { comment } of readingOrder(comments, by, 1000)) {
        const key = siblingKey(by, comment, comment.number);
        assert.ok((last.get(comment.parent) ?? "") < key);
        last.set(comment.parent, key);
      }
    }),
  );
});

test("the order does not depend on how the comments were fetched", () => {
  fc.assert(
    fc.property(thread, sort, fc.infiniteStream(fc.double({ noNaN: true })), (comments, by, lots) => {
      const shuffled = comments
        .map((comment) => ({ comment, lot: lots.next().value ?? 0 }))
        .toSorted((a, b) => a.lot - b.lot);
      assert.equal(
        ids(
          shuffled.map(({ comment }) => comment),
          by,
        ),
        ids(comments, by),
      );
    }),
  );
});

test("the byte order of paths is the reading order, oldest first", () => {
  fc.assert(
    fc.property(thread, (comments) => {
      const paths = new Map<string, string>();
      for (const { id, parent, number } of comments) paths.set(id, commentPath(paths.get(parent ?? "") ?? "", number));
      const pathOf = (id: string): string => paths.get(id) ?? "";
      const byPath = comments.map(({ id }) => id).toSorted((a, b) => (pathOf(a) < pathOf(b) ? -1 : 1));
      assert.equal(byPath.join(" "), ids(comments, "old"));
    }),
  );
});

test("a path tells the depth and the ancestors", () => {
  const path = commentPath(commentPath(commentPath("", 1), 36), 1_679_615);
  assert.equal(path, "00010010zzzz");
  assert.equal(pathDepth(path), 2);
  assert.deepEqual(ancestorPaths(path), ["0001", "00010010"]);
  assert.deepEqual(ancestorPaths("0001"), []);
});

test("a chain of 50,000 replies is put in order without running out of stack", () => {
  const chain = Array.from({ length: 50_000 }, (_, index) => ({
    id: `${index}`,
    parent: index === 0 ? null : `${index - 1}`,
    number: index + 1,
    up: 0,
    down: 0,
  }));
  assert.equal(readingOrder(chain, "old", 50_000).at(-1)?.depth, 49_999);
});
