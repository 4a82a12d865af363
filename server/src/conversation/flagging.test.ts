import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { isRefused, wordList, type Refusal } from "@podium/engine";
import type { Viewer } from "@podium/protocol";
import { transact, type UnitOfWork } from "../app.ts";
import { appeal } from "./appeals.ts";
import { waitingCases } from "./case-lists.ts";
import { assignCase, decideCase, removeComment, reopenCase } from "./cases.ts";
import { deleteComment, postComment } from "./conversation.ts";
import { flagComment } from "./flagging.ts";
import { notificationsOf } from "./notification-views.ts";
import { codeOf, emptyApp, granted, opened, person, posted, refusedAs, shownTo } from "./thread.testing.ts";
import { threadId } from "../storage/codes.ts";

const THREAD = threadId("thread-one");
const MINUTE_MS = 60_000;
const ann = person("ann");
const bo = person("bo");
const cy = person("cy");
const mo = person("mo", "moderator");
const ola = person("ola", "moderator");

let app: Awaited<ReturnType<typeof emptyApp>>;

before(async () => {
  app = await emptyApp();
  await opened(app);
});
after(() => app.storage.close());

function act<T>(who: Viewer, work: (unit: UnitOfWork) => Promise<T | Refusal>): Promise<T | Refusal> {
  return transact(app, who.id, work);
}

function flagged(who: Viewer, comment: string) {
  return act(who, (unit) => flagComment(unit, { viewer: who, thread: THREAD, comment }, { reason: "insults" }));
}

function answered(who: Viewer, parent: string, body: string) {
  const form = { parent, body };
  return act(who, (unit) =>
    postComment(unit, { viewer: who, thread: THREAD, form, pageLanguage: "en", words: wordList([]) }),
  );
}

async function waiting(): Promise<string> {
  return (await waitingCases(app.storage.db, mo)).at(-1)?.id ?? assert.fail("Nothing waits.");
}

function decided(who: Viewer, id: string, decision: "passed" | "removed") {
  return act(who, (unit) => decideCase(unit, who, { id, decision, reason: "Insults" }));
}

async function told(who: Viewer): Promise<string[]> {
  return (await notificationsOf(app.storage.db, who.id)).map(({ kind }) => kind);
}

test("answers to what is flagged come slowly, until the flags are found without ground", async () => {
  const row = await posted(app, ann, { body: "A first word of the evening" });
  const code = codeOf(row);
  granted(await flagged(bo, code));
  granted(await flagged(cy, code));
  granted(await answered(bo, code, "An answer at once"));
  app.at.ms += MINUTE_MS;
  assert.equal(refusedAs(await answered(bo, code, "And another one soon after")), "too-heated");
  app.at.ms += 3 * MINUTE_MS;
  granted(await answered(bo, code, "Four minutes after the last one"));
  granted(await decided(mo, await waiting(), "passed"));
  granted(await answered(bo, code, "Nobody waits where nothing is flagged"));
});

test("one's own comment is not flagged, nor one that is gone; a reader flags once", async () => {
  const code = codeOf(await posted(app, ann, { body: "Something of my own" }));
  assert.equal(refusedAs(await flagged(ann, code)), "own-comment");
  granted(await flagged(bo, code));
  granted(await flagged(bo, code));
  assert.equal(
    (await app.storage.db.selectFrom("comments").select("flags").where("flags", ">", 0).execute()).length,
    1,
  );
  granted(await act(ann, (unit) => deleteComment(unit, { viewer: ann, thread: THREAD, comment: code })));
  assert.equal(refusedAs(await flagged(cy, code)), "comment-gone");
  assert.deepEqual(await waitingCases(app.storage.db, mo), [], "what is deleted waits for nobody");
});

test("a removal is told to its author with the reason, and to who flagged it; taken back, that is told too", async () => {
  const dee = person("dee");
  const code = codeOf(await posted(app, dee, { body: "What was said in anger" }));
  granted(await flagged(cy, code));
  const id = await waiting();
  granted(await decided(mo, id, "removed"));
  const [first] = await notificationsOf(app.storage.db, dee.id);
  assert.deepEqual(
    [first?.kind, first?.data["reason"], first?.words],
    ["words-removed", "Insults", "What was said in anger"],
  );
  assert.ok((await told(cy)).includes("flag-answered"));
  granted(await act(mo, (unit) => reopenCase(unit, mo, id)));
  assert.deepEqual((await told(dee)).toSorted(), ["words-removed", "words-reopened"]);
  assert.equal((await shownTo(app, null)).comments.find((each) => each.id === code)?.state, "shown");
  granted(await decided(mo, id, "passed"));
});

test("what one moderator has taken on is theirs; another one takes it over first", async () => {
  const code = codeOf(await posted(app, ann, { body: "Looked after by one of two" }));
  granted(await flagged(bo, code));
  const id = await waiting();
  granted(await act(mo, (unit) => assignCase(unit, mo, { id, to: "me" })));
  assert.equal(refusedAs(await decided(ola, id, "removed")), "case-assigned");
  granted(await act(ola, (unit) => assignCase(unit, ola, { id, to: "me" })));
  granted(await decided(ola, id, "removed"));
});

test("nobody decides about their own words, nor about an appeal from their own decision", async () => {
  const own = codeOf(await posted(app, mo, { body: "A moderator speaks too" }));
  granted(await flagged(bo, own));
  const id = await waiting();
  assert.equal(refusedAs(await decided(mo, id, "passed")), "own-case");
  granted(await decided(ola, id, "removed"));
  const asked = granted(await act(mo, (unit) => appeal(unit, mo, { id, words: "It was in jest." })));
  assert.equal(refusedAs(await decided(ola, asked.id, "passed")), "appeal-other");
  const una = person("una", "moderator");
  granted(await decided(una, asked.id, "passed"));
  assert.equal((await shownTo(app, null)).comments.find((each) => each.id === own)?.state, "shown");
  assert.ok(isRefused(await act(una, (unit) => reopenCase(unit, una, asked.id))), "an appeal decides for good");
});

test("what a moderator removes on the page can be appealed like any other decision", async () => {
  const eve = person("eve");
  const code = codeOf(await posted(app, eve, { body: "Removed where it stood" }));
  granted(await act(mo, (unit) => removeComment(unit, { viewer: mo, thread: THREAD, comment: code }, "Off topic")));
  const [one] = await notificationsOf(app.storage.db, eve.id);
  assert.ok(one?.mayAppeal);
  granted(await act(eve, (unit) => appeal(unit, eve, { id: one.case ?? "", words: "It was on topic." })));
  granted(await decided(ola, await waiting(), "removed"));
  assert.equal((await notificationsOf(app.storage.db, eve.id)).length, 2);
  assert.ok((await told(eve)).includes("appeal-declined"));
});
