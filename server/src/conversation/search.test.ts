import assert from "node:assert/strict";
import { after, test } from "node:test";
import { searchTerms } from "@podium/engine";
import { transact } from "../app.ts";
import { openPglite } from "../storage/pglite.testing.ts";
import { findComments } from "../storage/comment-search.ts";
import { migrate } from "../storage/migrations.ts";
import { eraseWords, replaceWords } from "./conversation.ts";
import { commentRows, type CommentRow } from "./comment-rows.ts";
import { holdInPlace } from "./holding.ts";
import { hideWords } from "./moderation.ts";
import { emptyApp, granted, opened, person, posted } from "./thread.testing.ts";

type TestApp = Awaited<ReturnType<typeof emptyApp>>;

const apps: TestApp[] = [];
after(async () => {
  for (const app of apps) {
    app.live.close();
    await app.storage.close();
  }
});

/** The words of one comment each, in a thread of their own, in every storage there is a test for. */
const STORAGES: Readonly<Record<string, () => Promise<TestApp>>> = {
  SQLite: emptyApp,
  PostgreSQL: async () => {
    const app = await emptyApp();
    await app.storage.close();
    const storage = await openPglite();
    await migrate(storage);
    return { ...app, storage };
  },
};

const WORDS = ["탁구를 봤다", "看乒乓球决赛", "Shin Yubin served", "The service of Łódź", "昨日の卓球", "บนโต๊ะปิงปอง"];
const FOUND: readonly (readonly [query: string, words: readonly string[]])[] = [
  ["탁구", ["탁구를 봤다"]],
  ["乒乓", ["看乒乓球决赛"]],
  ["Shin Yu-bin", ["Shin Yubin served"]],
  ["SERVICE", ["The service of Łódź"]],
  ["lodz", ["The service of Łódź"]],
  ["卓球", ["昨日の卓球"]],
  ["โต๊ะ", ["บนโต๊ะปิงปอง"]],
  ["服务", []],
  ["' OR '1", []],
];

for (const [name, open] of Object.entries(STORAGES)) {
  const spoken = async () => {
    const app = await open();
    apps.push(app);
    await opened(app);
    for (const [index, body] of WORDS.entries()) await posted(app, person(`ann${index}`), { body });
    return app;
  };
  const found = async (app: TestApp, query: string): Promise<string[]> => {
    const { db } = app.storage;
    const ids = (await findComments(db, { terms: searchTerms(query), limit: 10 })).map(({ id }) => id);
    const rows = ids.length === 0 ? [] : await commentRows(db).where("comments.id", "in", ids).execute();
    return ids.map((id) => rows.find((row) => row.id === id)?.body ?? "gone");
  };

  test(`words are found in every script, the latest first: ${name}`, async () => {
    const app = await spoken();
    for (const [query, words] of FOUND) assert.deepEqual(await found(app, query), words, query);
  });

  test(`what is no longer shown is found by nobody from that moment, and an edit by its new words: ${name}`, async () => {
    const app = await spoken();
    const of = async (body: string): Promise<CommentRow> =>
      commentRows(app.storage.db).where("body", "=", body).executeTakeFirstOrThrow();
    const rows = {
      deleted: await of(WORDS[0] ?? ""),
      removed: await of(WORDS[1] ?? ""),
      held: await of(WORDS[4] ?? ""),
    };
    const edited = await of("Shin Yubin served");
    granted(
      await transact(app, null, async (unit) => {
        await eraseWords(unit, rows.deleted.id, unit.nowMs);
        await hideWords(unit, rows.removed.id, { atMs: unit.nowMs, by: "Moderator", reason: "Reason" });
        await holdInPlace(unit, rows.held.id, unit.nowMs);
        return replaceWords(unit, edited, { body: "Returned", language: null });
      }),
    );
    for (const query of ["탁구", "乒乓", "卓球", "Yubin"]) assert.deepEqual(await found(app, query), [], query);
    assert.deepEqual(await found(app, "returned"), ["Returned"]);
  });
}
