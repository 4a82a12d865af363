import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { commentId } from "../storage/codes.ts";
import { install, play, type Installation } from "../web-server/scenario.testing.ts";

const THREAD = "/threads/paris-2024-xd-podium/comments";

let here: Installation;

before(async () => {
  here = await install();
});

after(() => here.close());

async function post(body: string): Promise<string> {
  const { text } = await play(here, {
    name: body,
    method: "POST",
    path: THREAD,
    as: "member",
    json: { body },
    expects: { status: 201, facts: ["comment-posted"] },
  });
  return JSON.parse(text).comment.id;
}

test("the words before an edit stand beside it, on a page of their own, as long as the comment stands", async () => {
  const id = await post("Before the edit.");
  await play(here, {
    name: "edit",
    method: "POST",
    path: `${THREAD}/${id}/revision`,
    as: "member",
    form: { body: "After the edit." },
    expects: { status: 303, facts: ["comment-revised"] },
  });
  await play(here, {
    name: "page",
    path: `${THREAD}/${id}`,
    expects: { status: 200, contains: ["After the edit.", "edited "], absent: ["Before the edit."] },
  });
  const revisions = await here.app.storage.db
    .selectFrom("revisions")
    .select("body")
    .where("comment_id", "=", commentId(`paris-2024-xd-podium/${id}`))
    .execute();
  assert.deepEqual(
    revisions.map(({ body }) => body),
    ["Before the edit."],
  );
  const versions = `${THREAD}/${id}/versions`;
  await play(here, {
    name: "versions",
    path: versions,
    expects: { status: 200, contains: ["After the edit.", "Before the edit.", "Until "] },
  });
  await play(here, {
    name: "removal",
    method: "POST",
    path: `${THREAD}/${id}/removal`,
    as: "moderator",
    json: { reason: "Off the subject" },
    expects: { status: 200, facts: ["comment-removed"] },
  });
  await play(here, { name: "no versions", path: versions, expects: { status: 404, absent: ["the edit."] } });
});

test("who writes a comment anew again and again is asked to rest, as who posts is", async () => {
  const own = await post("First words.");
  const cookie = await here.signIn("member");
  const statuses: number[] = [];
  for (let time = 1; time <= 14; time += 1) {
    const body = JSON.stringify({ body: `Words ${time}.` });
    const answer = await fetch(`${here.url}${THREAD}/${own}/revision`, {
      method: "POST",
      headers: { cookie, "content-type": "application/json" },
      body,
    });
    statuses.push(answer.status);
  }
  assert.deepEqual([statuses[0], statuses.at(-1)], [200, 429]);
});

test("a reason of nothing that can be read is none", async () => {
  const path = `${THREAD}/c1/removal`;
  await play(here, {
    name: "marks alone",
    method: "POST",
    path,
    as: "moderator",
    json: { reason: "\u202A\u202C\uFEFF" },
    expects: { status: 400, contains: ["A reason needs words."] },
  });
});
