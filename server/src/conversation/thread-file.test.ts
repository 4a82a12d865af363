import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import * as fc from "fast-check";
import { countComments, isRefused, wordList } from "@podium/engine";
import { threadPart, type ThreadPart } from "@podium/protocol";
import { exampleText } from "../web-server/scenario.testing.ts";
import { transact } from "../app.ts";
import { openThread, postComment, reviseComment } from "./conversation.ts";
import { countOf } from "./counting.ts";
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
  START_MS,
  SUBJECT,
} from "./thread.testing.ts";
import { threadId } from "../storage/codes.ts";

type TestApp = Awaited<ReturnType<typeof emptyApp>>;

const apps: TestApp[] = [];

async function freshApp(): Promise<TestApp> {
  const app = await emptyApp();
  apps.push(app);
  return app;
}

after(async () => {
  for (const app of apps) {
    app.live.close();
    await app.storage.close();
  }
});

const taken = (app: TestApp, part: ThreadPart) => transact(app, null, (unit) => importThread(unit, SUBJECT, part));
const given = async (app: TestApp): Promise<ThreadPart> =>
  threadPart.parse(await exportThread(app.storage.db, SUBJECT));
const minutes = (count: number): string => new Date(START_MS + count * 60_000).toISOString();

let paris: ThreadPart;

before(() => {
  paris = threadPart.parse(JSON.parse(exampleText("paris-2024")).moments[0].thread);
});

/** Times in one zone, comments by time, authors by name: two files that say the same become equal. */
function plain(part: ThreadPart): unknown {
  const utc = (time: string | undefined) => (time === undefined ? undefined : new Date(time).toISOString());
  const comments = part.comments.map((comment) => ({
    ...comment,
    at: utc(comment.at),
    edited: utc(comment.edited),
    deleted: utc(comment.deleted),
    up: comment.up ?? 0,
    down: comment.down ?? 0,
    language: comment.deleted === undefined ? comment.language : undefined,
    removed: comment.removed && { ...comment.removed, at: utc(comment.removed.at) },
  }));
  return { ...part, authors: part.authors.toSorted((a, b) => (a.id < b.id ? -1 : 1)), comments };
}

test("the thread of Paris comes out as it went in", async () => {
  const app = await freshApp();
  granted(await taken(app, paris));
  assert.deepEqual(plain(await given(app)), plain(paris));
});

test("what was exported and imported elsewhere is exported alike, with what was said and voted here", async () => {
  const [here, elsewhere] = [await freshApp(), await freshApp()];
  granted(
    await taken(
      here,
      filePart([
        { id: "one", up: 3 },
        { id: "two", parent: "one", removed: { at: minutes(9), by: "M", reason: "R" } },
      ]),
    ),
  );
  here.at.ms += 3_600_000;
  await posted(here, person("ida"), { body: "Said here." });
  const file = await given(here);
  granted(await taken(elsewhere, file));
  assert.deepEqual(await given(elsewhere), file);
});

test("a file carries what was removed and nothing of what was deleted", async () => {
  const app = await freshApp();
  granted(
    await taken(
      app,
      filePart([
        { id: "one", body: "Removed words.", removed: { at: minutes(5), by: "Moderators", reason: "Advertising" } },
        { id: "two", body: "Deleted words.", deleted: minutes(6) },
      ]),
    ),
  );
  const text = JSON.stringify(await given(app));
  assert.match(text, /Removed words\./);
  assert.doesNotMatch(text, /Deleted words\./);
});

const contradictions: readonly (readonly [law: string, comments: readonly Record<string, unknown>[], code: string])[] =
  [
    ["a comment stands once", [{ id: "one" }, { id: "one" }], "comment-contradicts"],
    ["an author is among the authors", [{ id: "one", author: "nobody" }], "comment-contradicts"],
    ["an answer answers something", [{ id: "one", parent: "none" }], "comment-contradicts"],
    [
      "an answer is not older than what it answers",
      [
        { id: "one", at: minutes(9) },
        { id: "two", parent: "one", at: minutes(8) },
      ],
      "comment-contradicts",
    ],
    [
      "nothing is edited before it is posted",
      [{ id: "one", at: minutes(9), edited: minutes(8) }],
      "comment-contradicts",
    ],
    [
      "nothing is removed before it is posted",
      [{ id: "one", at: minutes(9), removed: { at: minutes(8), by: "M", reason: "R" } }],
      "comment-contradicts",
    ],
    [
      "nobody answers more than 200 deep",
      Array.from({ length: 202 }, (_, index) => ({
        id: `c${index}`,
        ...(index === 0 ? {} : { parent: `c${index - 1}` }),
      })),
      "too-deep",
    ],
  ];

for (const [law, comments, code] of contradictions) {
  test(`${law}; what contradicts this is refused with the comment's id, and nothing is kept`, async () => {
    const app = await freshApp();
    const answer = await taken(app, filePart(comments));
    assert.equal(refusedAs(answer), code);
    assert.ok(isRefused(answer) && typeof answer.detail["comment"] === "string");
    assert.equal(await exportThread(app.storage.db, SUBJECT), undefined);
  });
}

test("an author stands once", async () => {
  const app = await freshApp();
  const twice = filePart([], {
    authors: [
      { id: "ann", name: "Ann" },
      { id: "ann", name: "Another" },
    ],
  });
  assert.equal(refusedAs(await taken(app, twice)), "author-twice");
});

test("the empty thread that opened with its subject takes the name of the file's", async () => {
  const app = await freshApp();
  await opened(app, threadId("opened-by-itself"));
  granted(await taken(app, filePart([{ id: "one" }])));
  assert.equal((await given(app)).id, "thread-one");
});

test("a thread in which people have spoken is not written over", async () => {
  const app = await freshApp();
  await opened(app);
  await posted(app, person("ida"), { body: "Said here." });
  assert.equal(refusedAs(await taken(app, filePart([{ id: "one" }]))), "thread-taken");
});

test("one name is one thread, one subject has one thread", async () => {
  const app = await freshApp();
  await opened(app, threadId("thread-one"), { kind: "moment", id: "another-moment" });
  assert.equal(refusedAs(await taken(app, filePart([]))), "thread-taken");
});

test("a closed thread stays closed", async () => {
  const app = await freshApp();
  granted(await taken(app, filePart([{ id: "one" }], { locked: true })));
  const viewer = person("ida");
  assert.equal(
    refusedAs(
      await transact(app, viewer.id, (unit) =>
        postComment(unit, {
          viewer,
          thread: threadId("thread-one"),
          form: { body: "Late." },
          pageLanguage: "en",
          words: wordList([]),
        }),
      ),
    ),
    "thread-locked",
  );
  assert.equal((await shownTo(app, viewer)).mayPost, false);
  assert.equal((await given(app)).locked, true);
});

test("a thread cannot be opened twice under one name", async () => {
  const app = await freshApp();
  await opened(app);
  const again = await transact(app, null, (unit) =>
    openThread(unit, { id: threadId("thread-one"), subject: { kind: "moment", id: "other" }, title: { en: "Other" } }),
  );
  assert.equal(refusedAs(again), "thread-taken");
});

test("the count in the database is the engine's count, whatever became of the comments", async () => {
  const fates = fc.array(fc.record({ removed: fc.boolean(), deleted: fc.boolean() }), { maxLength: 30 });
  await fc.assert(
    fc.asyncProperty(fates, async (drafts) => {
      const app = await freshApp();
      const comments = drafts.map(({ removed, deleted }, index) => ({
        id: `c${index}`,
        ...(removed ? { removed: { at: minutes(900), by: "M", reason: "R" } } : {}),
        ...(deleted ? { deleted: minutes(901) } : {}),
      }));
      granted(await taken(app, filePart(comments)));
      const acts = drafts.map(({ removed, deleted }) => ({
        removedAtMs: removed ? 1 : null,
        deletedAtMs: deleted ? 1 : null,
        heldAtMs: null,
      }));
      assert.deepEqual(await countOf(app.storage.db, threadId("thread-one")), countComments(acts));
    }),
    { numRuns: 40 },
  );
});

test("a clock that was set back does not make a file that contradicts itself", async () => {
  const [here, elsewhere] = [await freshApp(), await freshApp()];
  await opened(here);
  const [ann, bo] = [person("ann"), person("bo")];
  const first = await posted(here, ann, { body: "First." });
  here.at.ms -= 60_000;
  await posted(here, bo, { body: "An answer.", parent: codeOf(first) });
  granted(
    await transact(here, ann.id, (unit) =>
      reviseComment(
        unit,
        { viewer: ann, thread: threadId("thread-one"), comment: codeOf(first) },
        { body: "First, edited.", words: wordList([]) },
      ),
    ),
  );
  granted(await taken(elsewhere, await given(here)));
});

test("a file's comments are numbered by time, whatever their order in the file", async () => {
  const app = await freshApp();
  granted(
    await taken(
      app,
      filePart([
        { id: "late", at: minutes(9) },
        { id: "early", at: minutes(1) },
      ]),
    ),
  );
  assert.deepEqual(
    (await shownTo(app, null)).comments.map(({ id, number }) => [id, number]),
    [
      ["early", 1],
      ["late", 2],
    ],
  );
});
