import assert from "node:assert/strict";
import { after, test } from "node:test";
import { isValuedAcross } from "@podium/engine";
import { transact } from "../app.ts";
import { commentId, personId, threadId } from "../storage/codes.ts";
import { scoreThread } from "./across-borders.ts";
import { importThread } from "./thread-file.ts";
import { emptyApp, filePart, granted, person, shownTo, SUBJECT } from "./thread.testing.ts";
import { vote } from "./voting.ts";

const THREAD = threadId("thread-one");
const CAMP = 20;

const apps: Awaited<ReturnType<typeof emptyApp>>[] = [];
after(async () => {
  for (const app of apps) {
    app.live.close();
    await app.storage.close();
  }
});

/** Comments that the north likes, that the south likes, and one in four that both do. */
const likes = (index: number, camp: string): boolean => index % 4 === 0 || (index % 2 === 0) === (camp === "north");

async function divided(): Promise<Awaited<ReturnType<typeof emptyApp>>> {
  const app = await emptyApp();
  apps.push(app);
  const comments = Array.from({ length: 20 }, (_, index) => ({ id: `c${index}`, up: index === 1 ? 500 : 0, down: 0 }));
  granted(await transact(app, null, (unit) => importThread(unit, SUBJECT, filePart(comments))));
  return app;
}

async function voteInCamps(app: Awaited<ReturnType<typeof emptyApp>>, readers: number): Promise<void> {
  const voters = ["north", "south"].flatMap((camp) =>
    Array.from({ length: readers }, (_, index) => ({ camp, id: personId(`${camp}-${index}`) })),
  );
  await transact(app, null, async ({ db }) => {
    for (let index = 0; index < 20; index += 1)
      await db
        .insertInto("votes")
        .values(
          voters.map(({ camp, id }) => ({
            comment_id: commentId(`${THREAD}/c${index}`),
            person_id: id,
            value: likes(index, camp) ? (1 as const) : (-1 as const),
            at_ms: 0,
          })),
        )
        .execute();
  });
}

const order = async (app: Awaited<ReturnType<typeof emptyApp>>) => {
  const { comments, sortedAsBest } = await shownTo(app, null, { sort: "across-borders" });
  return { first: comments.map(({ id }) => id), sortedAsBest };
};

test("what readers of both camps value stands first, and only that, however many votes another has", async () => {
  const app = await divided();
  const before = await order(app);
  assert.deepEqual([before.first[0], before.sortedAsBest], ["c1", true]);
  await voteInCamps(app, CAMP);
  await scoreThread(app, THREAD);
  const { first, sortedAsBest } = await order(app);
  assert.deepEqual(first.slice(0, 6), ["c0", "c4", "c8", "c12", "c16", "c1"]);
  assert.equal(sortedAsBest, false);
});

test("with thin data the thread stands best first and says so", async () => {
  const app = await divided();
  await voteInCamps(app, 2);
  await scoreThread(app, THREAD);
  const best = await shownTo(app, null, { sort: "best" });
  const { first, sortedAsBest } = await order(app);
  assert.deepEqual([first, sortedAsBest], [best.comments.map(({ id }) => id), true]);
});

test("a vote leads to the job once, and what was valued stays in its place until the job has run", async () => {
  const app = await divided();
  await voteInCamps(app, CAMP);
  await scoreThread(app, THREAD);
  const voter = person("somebody");
  for (const comment of ["c0", "c1"])
    granted(await transact(app, voter.id, (unit) => vote(unit, { viewer: voter, thread: THREAD, comment }, -1)));
  const keys = await app.storage.db
    .selectFrom("comments")
    .select(["id", "across_key"])
    .where("id", "in", [commentId(`${THREAD}/c0`), commentId(`${THREAD}/c1`)])
    .orderBy("id")
    .execute();
  assert.deepEqual(
    keys.map(({ across_key: key }) => isValuedAcross(key)),
    [true, false],
  );
  const jobs = await app.storage.db
    .selectFrom("jobs")
    .select("data")
    .where("name", "=", "score-across-borders")
    .execute();
  assert.deepEqual(
    jobs.map(({ data }) => data),
    [JSON.stringify({ thread: THREAD })],
  );
});

// The factor of a note is public; that of who rates and votes is in no table.
test("where a voter stands is kept nowhere", async () => {
  const app = await divided();
  await voteInCamps(app, CAMP);
  await scoreThread(app, THREAD);
  const tables = await app.storage.db.introspection.getTables();
  const columns = tables.flatMap(({ name, columns: all }) => all.map((column) => `${name}.${column.name}`));
  assert.deepEqual(
    columns.filter((column) => /factor|camp|side_of/.test(column) && !column.startsWith("notes.")),
    [],
  );
});
