import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { isRefused, wordList } from "@podium/engine";
import type { Viewer } from "@podium/protocol";
import { transact, type App } from "../app.ts";
import { keepLook } from "../people/names.ts";
import { postComment, reviseComment } from "./conversation.ts";
import { commentCode, type CommentRow } from "./comment-rows.ts";
import { isHeld } from "./holding.ts";
import { leave } from "./leaving.ts";
import { notificationsOf } from "./notification-views.ts";
import { removeComment } from "./cases.ts";
import { threadId } from "../storage/codes.ts";
import { emptyApp, granted, opened, person } from "./thread.testing.ts";

const THREAD = threadId("thread-one");

let app: App & { at: { ms: number } };

before(async () => {
  app = await emptyApp();
  await opened(app);
});

after(() => app.storage.close());

const moderator = person("the-moderator", "moderator");

/** A member with an account and a name of their own. */
async function member(name: string): Promise<Viewer> {
  const viewer = { ...person(name.toLowerCase().replaceAll(" ", "-")), name };
  const times = { createdAt: "2026-01-01", updatedAt: "2026-01-01" };
  await app.storage.db
    .insertInto("persons")
    .values({ id: viewer.id, name, email: `${viewer.id}@example.org`, emailVerified: 1, ...times })
    .execute();
  await keepLook(app.storage.db, viewer.id, name);
  return viewer;
}

async function write(viewer: Viewer, body: string, parent?: string): Promise<CommentRow> {
  app.at.ms += 60_000;
  const form = { body, ...(parent === undefined ? {} : { parent }) };
  const row = granted(
    await transact(app, viewer.id, (unit) =>
      postComment(unit, { viewer, thread: THREAD, form, pageLanguage: "en", words: wordList(["blockhead"]) }),
    ),
  );
  assert.ok(!isHeld(row));
  return row;
}

const toldTo = async ({ id }: Viewer) =>
  (await notificationsOf(app.storage.db, id)).map(({ kind, by, words }) => [kind, by, words]);

test("who is named is told once, by the longest name that is somebody's, and the name leads to them", async () => {
  const [ann, writer] = [await member("Ann Writer"), await member("Bo Reader")];
  const row = await write(writer, "As @Ann Writer said, a fine match.");
  assert.deepEqual(await toldTo(ann), [["mention", "Bo Reader", "As @Ann Writer said, a fine match."]]);
  assert.equal(
    row.html,
    '<p dir="auto">As <a href="/members/ann-writer">@<bdi>Ann Writer</bdi></a> said, a fine match.</p>',
  );
  const at = { viewer: writer, thread: THREAD, comment: commentCode(row.id) };
  const form = { body: "@Ann Writer and @Bo Reader and @nobody.", words: wordList([]) };
  granted(await transact(app, writer.id, (unit) => reviseComment(unit, at, form)));
  assert.equal((await toldTo(ann)).length, 1);
  assert.deepEqual(await toldTo(writer), []);
});

test("an edit that adds a name tells once, and who is answered hears of the answer alone", async () => {
  const [cy, dee] = [await member("Cy Stone"), await member("Dee Lake")];
  const first = await write(cy, "The first word of the evening.");
  const answer = await write(dee, "@Cy Stone: and mine is the second.", commentCode(first.id));
  assert.deepEqual(
    (await toldTo(cy)).map(([kind]) => kind),
    ["reply"],
  );
  const at = { viewer: cy, thread: THREAD, comment: commentCode(first.id) };
  for (const body of ["The first word, @Dee Lake.", "The first word.", "The first word, @Dee Lake, again."])
    granted(await transact(app, cy.id, (unit) => reviseComment(unit, at, { body, words: wordList([]) })));
  assert.deepEqual(
    (await toldTo(dee)).map(([kind]) => kind),
    ["mention"],
  );
  assert.ok(answer.html?.includes("/members/cy-stone"));
});

test("nobody hears of somebody they block, nor of what is held or removed", async () => {
  const [eve, fay] = [await member("Eve Hill"), await member("Fay Wood")];
  await app.storage.db.insertInto("blocks").values({ person_id: eve.id, blocked_id: fay.id, at_ms: 0 }).execute();
  await write(fay, "@Eve Hill, do you hear?");
  assert.deepEqual(await toldTo(eve), []);
  const gus = await member("Gus Field");
  const held = await transact(app, gus.id, (unit) =>
    postComment(unit, {
      viewer: gus,
      thread: THREAD,
      form: { body: "@Eve Hill is a blockhead" },
      pageLanguage: "en",
      words: wordList(["blockhead"]),
    }),
  );
  assert.ok(!isRefused(held) && isHeld(held));
  assert.deepEqual(await toldTo(eve), []);
  const row = await write(gus, "@Eve Hill, well played.");
  assert.equal((await toldTo(eve)).length, 1);
  const at = { viewer: moderator, thread: THREAD, comment: commentCode(row.id) };
  granted(await transact(app, moderator.id, (unit) => removeComment(unit, at, "Off the subject")));
  assert.deepEqual(await toldTo(eve), []);
});

test("the name of who has left leads to nobody", async () => {
  const [hal, ida] = [await member("Hal Moor"), await member("Ida Fen")];
  const row = await write(ida, "@Hal Moor, and *well* said.");
  assert.ok(row.html?.includes("/members/hal-moor"));
  granted(
    await transact<boolean>(
      app,
      hal.id,
      async (unit) => (await leave(app, unit, { viewer: hal, choice: "anonymous" })) ?? true,
    ),
  );
  const { html } = await app.storage.db
    .selectFrom("comments")
    .select("html")
    .where("id", "=", row.id)
    .executeTakeFirstOrThrow();
  assert.equal(html, '<p dir="auto">@Hal Moor, and <em>well</em> said.</p>');
});
