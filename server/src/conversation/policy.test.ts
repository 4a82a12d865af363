import assert from "node:assert/strict";
import { test } from "node:test";
import { isRefused } from "@podium/engine";
import type { Viewer } from "@podium/protocol";
import type { CommentRow } from "./comment-rows.ts";
import { mayBeAnswered, mayBeRemoved, mayChange, mayModerate, mayPost, mayVote, stateOf } from "./policy.ts";

const ANNA: Viewer = { id: "anna", name: "Anna", roles: { "*": ["member"] } };
const BELA: Viewer = { id: "bela", name: "Bela", roles: { "*": ["member"] } };

const SHOWN = { person_id: "anna", deleted_at_ms: null, removed_at_ms: null, held_at_ms: null } as CommentRow; // of a row only this is asked
const HELD: CommentRow = { ...SHOWN, held_at_ms: 1 };
const REMOVED: CommentRow = { ...SHOWN, removed_at_ms: 1 };
const DELETED: CommentRow = { ...SHOWN, deleted_at_ms: 1 };

/** `yes`, or the code of the refusal. */
function said(answer: unknown): string {
  return isRefused(answer) ? answer.code : "yes";
}

test("a comment is shown, held, removed or deleted", () => {
  assert.deepEqual([SHOWN, HELD, REMOVED, DELETED].map(stateOf), ["shown", "held", "removed", "deleted"]);
});

test("a moderator of one competition moderates its threads, and no other", () => {
  const moderator: Viewer = { ...ANNA, roles: { "*": ["member"], "paris-2024": ["moderator"] } };
  assert.equal(said(mayModerate(moderator, "paris-2024")), "yes");
  assert.equal(said(mayModerate(moderator, "riverside-open")), "not-allowed");
  assert.equal(said(mayModerate(moderator, null)), "not-allowed");
  const ofAll: Viewer = { ...ANNA, roles: { "*": ["member", "moderator"] } };
  for (const competition of ["paris-2024", "riverside-open", null])
    assert.equal(said(mayModerate(ofAll, competition)), "yes");
  const organiser: Viewer = { ...ANNA, roles: { "*": ["member", "organiser"] } };
  assert.equal(said(mayModerate(organiser, "paris-2024")), "not-allowed");
  assert.equal(said(mayModerate(null, "paris-2024")), "not-signed-in");
});

test("members post where the conversation is open", () => {
  assert.equal(said(mayPost(null, { locked_at_ms: null })), "not-signed-in");
  assert.equal(said(mayPost(ANNA, { locked_at_ms: null })), "yes");
  assert.equal(said(mayPost(ANNA, { locked_at_ms: 5 })), "thread-locked");
});

test("one answers, votes on and removes what is there", () => {
  const rows = [SHOWN, HELD, REMOVED, DELETED];
  assert.deepEqual(
    rows.map((row) => said(mayBeAnswered(row))),
    ["yes", "parent-gone", "parent-gone", "parent-gone"],
  );
  assert.deepEqual(
    rows.map((row) => said(mayVote(BELA, row))),
    ["yes", "comment-gone", "comment-gone", "comment-gone"],
  );
  assert.deepEqual(
    rows.map((row) => said(mayBeRemoved(row))),
    ["yes", "yes", "comment-gone", "comment-gone"],
  );
  assert.equal(said(mayVote(null, SHOWN)), "not-signed-in");
  assert.equal(said(mayVote(ANNA, SHOWN)), "own-comment");
});

test("only its author changes a comment, held ones too, while it is there", () => {
  assert.deepEqual(
    [SHOWN, HELD, REMOVED, DELETED].map((row) => said(mayChange(ANNA, row))),
    ["yes", "yes", "comment-gone", "comment-gone"],
  );
  assert.equal(said(mayChange(BELA, SHOWN)), "not-allowed");
  assert.equal(said(mayChange(null, SHOWN)), "not-signed-in");
});
