import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { isRefused, wordList } from "@podium/engine";
import type { Viewer } from "@podium/protocol";
import { transact, type App } from "../app.ts";
import { setMail } from "../people/letter-plan.ts";
import { markSeen } from "../people/notifications.ts";
import { threadId } from "../storage/codes.ts";
import { removeComment } from "./cases.ts";
import { commentCode, type CommentRow } from "./comment-rows.ts";
import { postComment } from "./conversation.ts";
import { follow, type Followed, isFollowing, MOST_FOLLOWED, unfollow } from "./following.ts";
import { isHeld } from "./holding.ts";
import { leave } from "./leaving.ts";
import { notificationsOf } from "./notification-views.ts";
import { tellFollowersOf } from "./telling-followers.ts";
import { emptyApp, granted, opened, person, SUBJECT } from "./thread.testing.ts";

const THREAD = threadId("thread-one");
const CONVERSATION = { kind: "moment", id: SUBJECT.id } as const;

let app: App & { at: { ms: number } };

before(async () => {
  app = await emptyApp();
  await opened(app);
});

after(() => app.storage.close());

async function member(name: string): Promise<Viewer> {
  const viewer = { ...person(name.toLowerCase()), name };
  const times = { createdAt: "2026-01-01", updatedAt: "2026-01-01" };
  await app.storage.db
    .insertInto("persons")
    .values({ id: viewer.id, name, email: `${viewer.id}@example.org`, emailVerified: 1, ...times })
    .execute();
  return viewer;
}

/** Posts, and does the jobs that follow from it. */
async function write(viewer: Viewer, body: string, parent?: CommentRow): Promise<CommentRow> {
  app.at.ms += 60_000;
  const form = { body, ...(parent === undefined ? {} : { parent: commentCode(parent.id) }) };
  const row = granted(
    await transact(app, viewer.id, (unit) =>
      postComment(unit, { viewer, thread: THREAD, form, pageLanguage: "en", words: wordList([]) }),
    ),
  );
  assert.ok(!isHeld(row));
  await tellAll();
  return row;
}

/** Does each waiting job twice: what it does twice is as if done once. */
async function tellAll(): Promise<number> {
  const { db } = app.storage;
  const jobs = await db.selectFrom("jobs").select(["id", "data"]).where("name", "=", "tell-followers").execute();
  const kind = tellFollowersOf(app);
  for (const { data } of [...jobs, ...jobs])
    await kind.run(kind.data.parse(JSON.parse(data)), new AbortController().signal);
  await db.deleteFrom("jobs").where("name", "=", "tell-followers").execute();
  return jobs.length;
}

const follows = async ({ id }: Viewer, what: Followed) =>
  granted((await transact(app, id, (unit) => follow(unit, id, what))) ?? "followed");
const toldTo = async ({ id }: Viewer) =>
  (await notificationsOf(app.storage.db, id)).map(({ kind, by, words, data }) => [kind, by, words, data["count"]]);
const see = ({ id }: Viewer) => transact(app, id, (unit) => markSeen(unit, id));

test("who follows a conversation is told once until they have looked, of the newest, with the count", async () => {
  const [reader, writer] = [await member("Ria"), await member("Wim")];
  await write(writer, "Nobody follows yet, and no job is planned.");
  await follows(reader, CONVERSATION);
  await follows(writer, CONVERSATION);
  await write(writer, "The first serve was wide.");
  await write(writer, "The second was not.");
  assert.deepEqual(await toldTo(reader), [["followed", "Wim", "The second was not.", 2]]);
  assert.deepEqual(await toldTo(writer), [], "nobody is told of their own words");
  await see(reader);
  await write(writer, "And the third was an ace.");
  assert.equal((await toldTo(reader)).length, 2);
  await transact(app, reader.id, (unit) => unfollow(unit, reader.id, `moment:${SUBJECT.id}`));
  await see(reader);
  await write(writer, "Told to nobody.");
  assert.equal((await toldTo(reader)).length, 2);
});

test("who is answered is told so, and not a second time as a follower", async () => {
  const [asked, writer] = [await member("Asa"), await member("Bea")];
  await follows(asked, CONVERSATION);
  const question = await write(asked, "Who served first in the fourth game?");
  await write(writer, "She did.", question);
  assert.deepEqual(await toldTo(asked), [["reply", "Bea", "She did.", undefined]]);
});

test("who follows a member is told of what they write, but not of who they block, nor of what is removed", async () => {
  const [fan, deaf, writer] = [await member("Fay"), await member("Dan"), await member("Cal")];
  await follows(fan, { kind: "member", id: writer.id });
  await follows(deaf, CONVERSATION);
  await app.storage.db
    .insertInto("blocks")
    .values({ person_id: deaf.id, blocked_id: writer.id, at_ms: app.at.ms })
    .execute();
  const row = await write(writer, "A fine rally.");
  assert.deepEqual(await toldTo(fan), [["followed-member", "Cal", "A fine rally.", 1]]);
  assert.deepEqual(await toldTo(deaf), []);
  const moderator = person("the-moderator", "moderator");
  const at = { viewer: moderator, thread: THREAD, comment: commentCode(row.id) };
  granted(await transact(app, moderator.id, (unit) => removeComment(unit, at, "Insults")));
  assert.deepEqual(await toldTo(fan), []);
});

test("where somebody writes they follow only if they have chosen so, and there is an end to how much", async () => {
  const [plain, eager] = [await member("Pia"), await member("Eva")];
  await transact(app, eager.id, (unit) => setMail(unit, eager.id, { followsOwn: true }));
  await write(plain, "Well played.");
  await write(eager, "Played well.");
  const { db } = app.storage;
  assert.deepEqual(
    [await isFollowing(db, plain.id, CONVERSATION), await isFollowing(db, eager.id, CONVERSATION)],
    [false, true],
  );
  await transact(app, plain.id, async (unit) => {
    for (let n = 0; n < MOST_FOLLOWED; n += 1) await follow(unit, plain.id, { kind: "match", id: `m${n}` });
  });
  const more = await transact(app, plain.id, (unit) => follow(unit, plain.id, CONVERSATION));
  assert.equal(isRefused(more) && more.code, "follows-full");
});

test("all of several hundred followers are told, in one job", async () => {
  const writer = await member("Ola");
  const ids = Array.from({ length: 250 }, (_, n) => person(`crowd-${String(n).padStart(3, "0")}`).id);
  await transact(app, null, async (unit) => {
    for (const id of ids) await follow(unit, id, { kind: "member", id: writer.id });
  });
  await write(writer, "To all of you.");
  const told = await app.storage.db
    .selectFrom("notifications")
    .select("person_id")
    .where("person_id", "in", ids)
    .execute();
  assert.deepEqual(told.map(({ person_id: id }) => id).sort(), ids);
});

test("who leaves follows nothing, and nobody follows them", async () => {
  const [fan, gone] = [await member("Kim"), await member("Lou")];
  await follows(gone, CONVERSATION);
  await follows(fan, { kind: "member", id: gone.id });
  granted((await transact(app, gone.id, (unit) => leave(app, unit, { viewer: gone, choice: "delete" }))) ?? "left");
  const rows = await app.storage.db.selectFrom("follows").selectAll().execute();
  assert.deepEqual(
    rows.filter((row) => row.person_id === gone.id || row.subject_id === String(gone.id)),
    [],
  );
});
