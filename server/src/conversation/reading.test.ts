import assert from "node:assert/strict";
import { after, test } from "node:test";
import * as fc from "fast-check";
import { readingOrder, type CommentNode } from "@podium/engine";
import { SORTS, type Sort } from "@podium/protocol";
import { transact } from "../app.ts";
import { findComment } from "./comment-rows.ts";
import { presentThread } from "./present.ts";
import { countOf } from "./counting.ts";
import { readOn } from "./reading.ts";
import { importThread } from "./thread-file.ts";
import { emptyApp, filePart, granted, opened, SUBJECT } from "./thread.testing.ts";
import { threadId } from "../storage/codes.ts";

const THREAD = threadId("thread-one");

const apps: Awaited<ReturnType<typeof emptyApp>>[] = [];
after(async () => {
  for (const app of apps) {
    app.live.close();
    await app.storage.close();
  }
});

async function appWith(nodes: readonly CommentNode[]): Promise<Awaited<ReturnType<typeof emptyApp>>> {
  const app = await emptyApp();
  apps.push(app);
  const comments = nodes.map(({ id, parent, up, down }) => ({ id, up, down, ...(parent === null ? {} : { parent }) }));
  granted(await transact(app, null, (unit) => importThread(unit, SUBJECT, filePart(comments))));
  return app;
}

/** Reads a thread to its end, page by page. */
async function pages(app: Awaited<ReturnType<typeof emptyApp>>, sort: Sort, limit: number): Promise<string[][]> {
  const read: string[][] = [];
  let after: string | undefined;
  for (let next: string | null = ""; next !== null; after = next ?? undefined) {
    const page = granted(await presentThread(app, THREAD, { viewer: null, sort, after, limit }));
    read.push(page.comments.map((comment) => `${comment.id}${comment.continues ? "+" : ""}`));
    next = page.next;
  }
  return read;
}

const thread: fc.Arbitrary<readonly CommentNode[]> = fc
  .array(fc.record({ answers: fc.nat({ max: 12 }), up: fc.nat({ max: 5 }), down: fc.nat({ max: 5 }) }), {
    minLength: 1,
    maxLength: 70,
  })
  .map((drafts) =>
    drafts.map(({ answers, up, down }, index) => {
      // Mostly answers to what was said just before, so that the trees grow deeper than a page goes.
      const parent = index - answers;
      return { id: `c${index + 1}`, parent: parent < 1 ? null : `c${parent}`, number: index + 1, up, down };
    }),
  );

test("page by page, a thread of any shape reads in the engine's order, and no page is longer than asked", async () => {
  await fc.assert(
    fc.asyncProperty(thread, fc.constantFrom(...SORTS), fc.integer({ min: 1, max: 30 }), async (nodes, sort, limit) => {
      const app = await appWith(nodes);
      const read = await pages(app, sort, limit);
      const expected = readingOrder(nodes, sort).map(
        ({ comment, continues }) => `${comment.id}${continues ? "+" : ""}`,
      );
      assert.deepEqual(read.flat(), expected);
      assert.ok(read.every((page) => page.length <= limit && page.length > 0));
    }),
    { numRuns: 60 },
  );
});

test("a comment read for itself stands between its ancestors and its replies, eight deeper than itself", async () => {
  const chain = Array.from({ length: 30 }, (_, index) => ({
    id: `c${index}`,
    parent: index === 0 ? null : `c${index - 1}`,
    number: index + 1,
    up: 0,
    down: 0,
  }));
  const app = await appWith(chain);
  const view = granted(await presentThread(app, THREAD, { viewer: null, sort: "old", focus: "c10" }));
  assert.deepEqual(
    view.comments.map(({ id }) => id),
    Array.from({ length: 19 }, (_, index) => `c${index}`),
  );
  assert.deepEqual(
    view.comments.filter(({ continues }) => continues).map(({ id }) => id),
    ["c18"],
  );
});

test("what stands below a comment is read to its end and not beyond it", async () => {
  const nodes = Array.from({ length: 40 }, (_, index) => ({
    id: `c${index}`,
    parent: index === 0 || index === 39 ? null : "c0",
    number: index + 1,
    up: 0,
    down: 0,
  }));
  const app = await appWith(nodes);
  const top = (await findComment(app.storage.db, THREAD, "c0")) ?? null;
  const first = await readOn(app.storage.db, { thread: THREAD, sort: "old", top, after: null, limit: 30 });
  const rest = await readOn(app.storage.db, {
    thread: THREAD,
    sort: "old",
    top,
    after: first.rows.at(-1) ?? null,
    limit: 30,
  });
  assert.deepEqual([first.rows.length, first.more, rest.rows.length, rest.more], [30, true, 8, false]);
});

test("an empty thread has a page with nothing on it", async () => {
  const app = await emptyApp();
  apps.push(app);
  await opened(app);
  assert.deepEqual(await pages(app, "best", 200), [[]]);
  assert.deepEqual(await countOf(app.storage.db, THREAD), {
    posted: 0,
    shown: 0,
    removed: 0,
    deleted: 0,
    held: 0,
  });
});
