import assert from "node:assert/strict";
import { test } from "node:test";
import { inverted, listAt, listsOf } from "./lists.ts";

test("there are as many lists as arrays, each where it was, empty ones as well", () => {
  const lists = listsOf([[3, 1], [], [2]]);
  assert.deepEqual([...lists.starts], [0, 2, 2, 3]);
  assert.deepEqual(
    [0, 1, 2].map((index) => [...listAt(lists, index)]),
    [[3, 1], [], [2]],
  );
  assert.deepEqual([...listsOf([]).starts], [0]);
});

test("turned about, every number has the lists in which it stands, in their order", () => {
  const turned = inverted(listsOf([[3, 1], [], [2, 3]]), 5);
  assert.deepEqual([...turned.starts], [0, 0, 1, 2, 4, 4]);
  assert.deepEqual(
    [0, 1, 2, 3, 4].map((number) => [...listAt(turned, number)]),
    [[], [0], [2], [0, 2], []],
  );
});
