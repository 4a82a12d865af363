import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { countComments, isRefused, wordList } from "@podium/engine";
import type { Viewer } from "@podium/protocol";
import { transact } from "../app.ts";
import { changeWords } from "../people/held-words.ts";
import { commentRows } from "./comment-rows.ts";
import { waitingCases } from "./case-lists.ts";
import { decideCase } from "./cases.ts";
import { deleteComment, postComment, reviseComment } from "./conversation.ts";
import { countOf } from "./counting.ts";
import { isHeld, type CaseRow } from "./holding.ts";
import { changeRules } from "./rules.ts";
import { exportThread, importThread } from "./thread-file.ts";
import {
  codeOf,
  emptyApp,
  filePart,
  granted,
  opened,
  person,
  posted,
  refusedAs,
  shownTo,
  SUBJECT,
} from "./thread.testing.ts";
import { threadId } from "../storage/codes.ts";

const THREAD = threadId("thread-one");
const WORDS = wordList(["knave"]);
const MINUTE_MS = 60_000;
const [ann, bo, moderator] = [person("ann"), person("bo"), person("mo", "moderator")];

let app: Awaited<ReturnType<typeof emptyApp>>;

before(async () => {
  app = await emptyApp();
  await opened(app);
});

after(async () => {
  app.live.close();
  await app.storage.close();
});

const post = (viewer: Viewer, body: string, words = WORDS) =>
  transact(app, viewer.id, (unit) =>
    postComment(unit, { viewer, thread: THREAD, form: { body }, pageLanguage: "en", words }),
  );

async function held(viewer: Viewer, body: string, words = WORDS): Promise<CaseRow> {
  const row = granted(await post(viewer, body, words));
  assert.ok(isHeld(row), `posted: ${body}`);
  return row;
}

const rulesOf = (row: CaseRow): string[] => JSON.parse(row.why).map((why: { readonly rule: string }) => why.rule);

/** The count as it is told, and as every comment counted one by one makes it. */
async function assertCounted(): Promise<void> {
  const rows = await commentRows(app.storage.db).where("thread_id", "=", THREAD).execute();
  const acts = rows.map((row) => ({
    deletedAtMs: row.deleted_at_ms,
    removedAtMs: row.removed_at_ms,
    heldAtMs: row.held_at_ms,
  }));
  const { shown, removed, deleted } = countComments(acts);
  assert.deepEqual(await countOf(app.storage.db, THREAD), {
    posted: shown + removed + deleted,
    shown,
    removed,
    deleted,
    held: 0,
  });
}

test("what is held is told to nobody who listens, and takes no number", async () => {
  const version = app.live.versionOf(`thread:${THREAD}`);
  await held(ann, "You are a knave, all of you");
  assert.equal(app.live.versionOf(`thread:${THREAD}`), version);
  const next = await posted(app, ann, { body: "Nothing wrong with this one" });
  assert.equal(next.number, 1);
  await assertCounted();
});

test("new words wait while the old ones stand, and deleting the comment takes both away", async () => {
  const row = await posted(app, bo, { body: "A fair remark about the third game" });
  const at = { viewer: bo, thread: THREAD, comment: codeOf(row) };
  const edited = granted(
    await transact(app, bo.id, (unit) => reviseComment(unit, at, { body: "The umpire is a knave", words: WORDS })),
  );
  assert.ok(isHeld(edited));
  const others = await shownTo(app, ann);
  assert.ok(others.comments.some(({ body, editedAtMs }) => body === row.body && editedAtMs === null));
  assert.deepEqual(
    others.held.filter(({ comment }) => comment === codeOf(row)),
    [],
  );
  const own = await shownTo(app, bo);
  assert.deepEqual(
    own.held.map(({ body, why }) => [body, why]),
    [["The umpire is a knave", ["words"]]],
  );
  granted(await transact(app, bo.id, (unit) => deleteComment(unit, at)));
  assert.deepEqual((await shownTo(app, bo)).held, []);
  assert.ok((await waitingCases(app.storage.db, moderator)).every(({ id }) => id !== edited.id));
});

test("new words that are let through take the place of the old ones, which are kept", async () => {
  const row = await posted(app, bo, { body: "Another remark on the service rule" });
  const at = { viewer: bo, thread: THREAD, comment: codeOf(row) };
  const edited = granted(
    await transact(app, bo.id, (unit) => reviseComment(unit, at, { body: "A knave of clubs, I meant", words: WORDS })),
  );
  granted(
    await transact(app, moderator.id, (unit) =>
      decideCase(unit, moderator, { id: edited.id, decision: "passed", reason: "" }),
    ),
  );
  const shown = (await shownTo(app, ann)).comments.find(({ id }) => id === codeOf(row));
  assert.equal(shown?.body, "A knave of clubs, I meant");
  const revisions = await app.storage.db
    .selectFrom("revisions")
    .select("body")
    .where("comment_id", "=", row.id)
    .execute();
  assert.deepEqual(
    revisions.map(({ body }) => body),
    ["Another remark on the service rule"],
  );
});

test("a newcomer's links wait, a member's do not, and a moderator's never", async () => {
  const newcomer = person("new-to-links");
  assert.deepEqual(rulesOf(await held(newcomer, "See http://a.example for the draw")), ["links"]);
  for (const body of ["First I say this", "Then I say something else", "And this is a third remark"])
    await posted(app, newcomer, { body });
  assert.ok(!isHeld(granted(await post(newcomer, "And http://b.example for the results"))));
  assert.ok(!isHeld(granted(await post(moderator, "Knave or not: http://c.example"))));
});

test("first comments wait where the rules say so, until as many stand", async () => {
  await transact(app, moderator.id, async (unit) => changeRules(unit, "*", { firstHeld: 1, newcomerLinks: 9 }));
  const first = person("first-timer");
  const row = await held(first, "Hello, this is my first comment");
  assert.deepEqual(rulesOf(row), ["first-comments"]);
  granted(
    await transact(app, moderator.id, (unit) =>
      decideCase(unit, moderator, { id: row.id, decision: "passed", reason: "" }),
    ),
  );
  assert.ok(!isHeld(granted(await post(first, "And this is my second one"))));
  await transact(app, moderator.id, async (unit) => changeRules(unit, "*", { firstHeld: 0, newcomerLinks: 0 }));
});

test("one's own words again within ten minutes wait, edited or not; later they do not, and a short cheer never", async () => {
  const fan = person("fan");
  const SPAM = "Cheap rackets in our shop around the corner";
  await posted(app, fan, { body: SPAM });
  assert.deepEqual(rulesOf(await held(fan, `${SPAM}!!!`)), ["repeat"]);
  await posted(app, fan, { body: "Bravo!" });
  await posted(app, fan, { body: "Bravo!" });
  app.at.ms += 11 * MINUTE_MS;
  await posted(app, fan, { body: SPAM });
});

test("the same words from three people are an attack, whoever sends them third", async () => {
  const SPAM = "Visit the betting page of our sponsor tonight";
  await posted(app, person("x1"), { body: SPAM });
  await posted(app, person("x2"), { body: SPAM });
  assert.deepEqual(rulesOf(await held(person("x3"), SPAM)), ["repeat"]);
});

test("nobody has more than twenty texts wait", async () => {
  const flooder = person("flooder");
  for (let each = 0; each < 20; each += 1) await held(flooder, `knave ${each}`);
  assert.equal(refusedAs(await post(flooder, "knave again")), "too-many-held");
});

test("an imported comment with a listed word waits in its place, and its answers keep theirs", async () => {
  const there = await emptyApp();
  try {
    granted(
      await transact(there, null, async (unit) => {
        const changed = await changeWords(unit, "*", { add: ["knave"], drop: [] });
        return (
          changed ??
          importThread(
            unit,
            SUBJECT,
            filePart([
              { id: "c1", body: "A knave spoke." },
              { id: "c2", body: "An answer.", parent: "c1" },
              { id: "c3", body: "The last knave." },
              { id: "c4", body: "Goodbye." },
            ]),
          )
        );
      }),
    );
    const { comments, count } = await shownTo(there, null);
    assert.deepEqual(
      comments.map(({ id, state, body }) => [id, state, body]),
      [
        ["c1", "held", ""],
        ["c2", "shown", "An answer."],
        ["c4", "shown", "Goodbye."],
      ],
    );
    assert.deepEqual(count, { posted: 2, shown: 2, removed: 0, deleted: 0, held: 0 });
    const exported = await exportThread(there.storage.db, SUBJECT);
    assert.ok(!JSON.stringify(exported).includes("knave"));
    assert.deepEqual(
      exported?.comments.map(({ id }) => id),
      ["c1", "c2", "c4"],
    );
    const waiting = await waitingCases(there.storage.db, moderator);
    assert.equal(waiting.length, 2);
    const [first] = waiting.filter(({ comment_id }) => comment_id?.endsWith("/c1"));
    granted(
      await transact(there, moderator.id, (unit) =>
        decideCase(unit, moderator, { id: first?.id ?? "", decision: "passed", reason: "" }),
      ),
    );
    assert.equal((await shownTo(there, null)).comments[0]?.body, "A knave spoke.");
  } finally {
    there.live.close();
    await there.storage.close();
  }
});

test("fifty who write and two who decide at once leave exact counts, and each case is decided once", async () => {
  const writers = Array.from({ length: 50 }, (_, index) => person(`writer-${index}`));
  const outcomes = await Promise.all(
    writers.map((writer, index) =>
      post(writer, index % 2 === 0 ? `A knave is number ${index}` : `Word ${index * 7919}`),
    ),
  );
  const cases = outcomes.flatMap((row) => (!isRefused(row) && isHeld(row) ? [row] : []));
  assert.equal(cases.length, 25);
  const other = person("mo-2", "moderator");
  const decisions = await Promise.all(
    cases.flatMap(({ id }, index) =>
      [moderator, other].map((who) =>
        transact(app, who.id, (unit) =>
          decideCase(unit, who, { id, decision: index % 2 === 0 ? "passed" : "removed", reason: "Insults" }),
        ),
      ),
    ),
  );
  assert.equal(decisions.filter((done) => !isRefused(done)).length, 25);
  await assertCounted();
  const numbers = (await commentRows(app.storage.db).where("thread_id", "=", THREAD).orderBy("number").execute()).map(
    ({ number }) => number,
  );
  assert.deepEqual(
    numbers,
    numbers.map((_, index) => index + 1),
  );
});
