import assert from "node:assert/strict";
import { test } from "node:test";
import type { CommentView } from "@podium/protocol";
import type { CommentRow } from "./comment-rows.ts";
import { openCachedViews } from "./cached-views.ts";

const row = { id: "t/c1", body: "Three steps", up: 1, edited_at_ms: null } as unknown as CommentRow;
const viewOf = (given: CommentRow) => ({ body: given.body, up: given.up }) as CommentView;

test("a comment that stands as it stood is the same view when it is read again", () => {
  const views = openCachedViews();
  const first = views.of(row, 6, () => viewOf(row));
  const again = { ...row };
  assert.equal(
    views.of(again, 6, () => viewOf(again)),
    first,
  );
});

test("whatever column of a comment changes, its view is made anew", () => {
  const changes: Partial<CommentRow>[] = [{ up: 2 }, { body: "Three flags" }, { edited_at_ms: 5 }];
  for (const change of changes) {
    const views = openCachedViews();
    views.of(row, 6, () => viewOf(row));
    const changed = { ...row, ...change };
    const view = views.of(changed, 6, () => viewOf(changed));
    assert.deepEqual(view, viewOf(changed), JSON.stringify(change));
  }
});

test("on a page that goes less deep a comment has another view", () => {
  const views = openCachedViews();
  const deep = views.of(row, 6, () => viewOf(row));
  const flat = views.of(row, 7, () => viewOf(row));
  assert.notEqual(flat, deep);
  assert.equal(
    views.of(row, 6, () => viewOf(row)),
    deep,
  );
});
