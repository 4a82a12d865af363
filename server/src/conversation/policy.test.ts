import assert from "node:assert/strict";
import { test } from "node:test";
import { isRefused } from "@podium/engine";
import type { Viewer } from "@podium/protocol";
import type { CommentRow } from "./comment-rows.ts";
import { mayBeAnswered, mayBeRemoved, mayChange, mayModerate, mayPost, mayVote, stateOf } from "./policy.ts";
import { personId } from "../storage/codes.ts";

const ANNA: Viewer = { id: personId("anna"), name: "Anna", roles: { "*": ["member"] } };
const BELA: Viewer = { id: personId("bela"), name: "Bela", roles: { "*": ["member"] } };

const SHOWN = { person_id: personId("anna"), deleted_at_ms: null, removed_at_ms: null, held_at_ms: null } as CommentRow; // of a row only this is asked
const HELD: CommentRow = { ...SHOWN, held_at_ms: 1 };
const REMOVED: CommentRow = { ...SHOWN, removed_at_ms: 1 };
const DELETED: CommentRow = { ...SHOWN, deleted_at_ms: 1 };

/** `yes`, or the code of the refusal. */
function answerOf(answer: unknown): string {
  return isRefused(answer) ? answer.code : "yes";
}

test("a comment is shown, held, removed or deleted", () => {
  assert.deepEqual([SHOWN, HELD, REMOVED, DELETED].map(stateOf), ["shown", "held", "removed", "deleted"]);
});

test("a moderator of one competition moderates its threads, and no other", () => {
  const moderator: Viewer = { ...ANNA, roles: { "*": ["member"], "paris-2024": ["moderator"] } };
  assert.equal(answerOf(mayModerate(moderator, "paris-2024")), "yes");
  assert.equal(answerOf(mayModerate(moderator, "riverside-open")), "not-allowed");
  assert.equal(answerOf(mayModerate(moderator, null)), "not-allowed");
  const ofAll: Viewer = { ...ANNA, roles: { "*": ["member", "moderator"] } };
  for (const competition of ["paris-2024", "riverside-open", null])
    assert.equal(answerOf(mayModerate(ofAll, competition)), "yes");
  const organiser: Viewer = { ...ANNA, roles: { "*": ["member", "organiser"] } };
  assert.equal(answerOf(mayModerate(organiser, "paris-2024")), "not-allowed");
  assert.equal(answerOf(mayModerate(null, "paris-2024")), "not-signed-in");
});

test("members post where the conversation is open", () => {
  assert.equal(answerOf(mayPost(null, { locked_at_ms: null })), "not-signed-in");
  assert.equal(answerOf(mayPost(ANNA, { locked_at_ms: null })), "yes");
  assert.equal(answerOf(mayPost(ANNA, { locked_at_ms: 5 })), "thread-locked");
});

test("one answers, votes on and removes what is there", () => {
  const rows = [SHOWN, HELD, REMOVED, DELETED];
  assert.deepEqual(
    rows.map((row) => answerOf(mayBeAnswered(row))),
    ["yes", "parent-gone", "parent-gone", "parent-gone"],
  );
  assert.deepEqual(
    rows.map((row) => answerOf(mayVote(BELA, row))),
    ["yes", "comment-gone", "comment-gone", "comment-gone"],
  );
  assert.deepEqual(
    rows.map((row) => answerOf(mayBeRemoved(row))),
    ["yes", "yes", "comment-gone", "comment-gone"],
  );
  assert.equal(answerOf(mayVote(null, SHOWN)), "not-signed-in");
  assert.equal(answerOf(mayVote(ANNA, SHOWN)), "own-comment");
});

test("only its author changes a comment, held ones too, while it is there", () => {
  assert.deepEqual(
    [SHOWN, HELD, REMOVED, DELETED].map((row) => answerOf(mayChange(ANNA, row))),
    ["yes", "yes", "comment-gone", "comment-gone"],
  );
  assert.equal(answerOf(mayChange(BELA, SHOWN)), "not-allowed");
  assert.equal(answerOf(mayChange(null, SHOWN)), "not-signed-in");
});
