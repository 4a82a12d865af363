import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { wordList } from "@podium/engine";
import type { LeavingForm, Viewer } from "@podium/protocol";
import { transact } from "../app.ts";
import { giveRole } from "../people/roles.ts";
import { everyRow } from "../storage/rows.testing.ts";
import { reviseComment } from "./conversation.ts";
import { countOf } from "./counting.ts";
import { leave } from "./leaving.ts";
import { ownData } from "./own-data.ts";
import { codeOf, emptyApp, granted, opened, person, posted, refusedAs, shownTo } from "./thread.testing.ts";
import { personId, threadId } from "../storage/codes.ts";
import { vote } from "./voting.ts";

const THREAD = threadId("thread-one");
const ola = person("ola");

let app: Awaited<ReturnType<typeof emptyApp>>;

before(async () => {
  app = await emptyApp();
  await opened(app);
});
after(() => app.storage.close());

/** A member with an account who has written, rewritten and voted. */
async function member(id: string): Promise<{ viewer: Viewer; comment: string; voted: string }> {
  const at = new Date(app.at.ms).toISOString();
  await app.storage.db
    .insertInto("persons")
    .values({
      id: personId(id),
      name: `Name of ${id}`,
      email: `${id}@example.org`,
      emailVerified: 0,
      createdAt: at,
      updatedAt: at,
    })
    .execute();
  const viewer = person(id);
  const comment = codeOf(await posted(app, viewer, { body: `First of ${id}` }));
  const voted = codeOf(await posted(app, ola, { body: `For ${id}` }));
  const words = wordList([]);
  const pointing = { viewer, thread: THREAD, comment };
  granted(await transact(app, viewer.id, (unit) => reviseComment(unit, pointing, { body: `Now of ${id}`, words })));
  granted(await transact(app, viewer.id, (unit) => vote(unit, { viewer, thread: THREAD, comment: voted }, 1)));
  return { viewer, comment, voted };
}

function left(viewer: Viewer, choice: LeavingForm["choice"]) {
  return transact<undefined>(app, viewer.id, (unit) => leave(app, unit, { viewer, choice }));
}

async function commentShown(code: string) {
  return (await shownTo(app, null)).comments.find(({ id }) => id === code) ?? assert.fail("It is not there.");
}

test("who asked to be entered reads it among their data, and nobody waits for an answer to who has left", async () => {
  const { viewer } = await member("una");
  const asked = { draft_id: "cup", event: "singles", family: "Una", given: "", association: null, partner: null };
  await app.storage.db
    .insertInto("applications")
    .values({ id: "one", person_id: viewer.id, ...asked, remark: "A ride?", at_ms: app.at.ms, state: "waiting" })
    .execute();
  const [application] = (await ownData(app.storage.db, viewer)).applications;
  assert.equal(application?.remark, "A ride?");
  granted(await left(viewer, "keep"));
  assert.deepEqual(await app.storage.db.selectFrom("applications").selectAll().execute(), []);
});

test("who leaves and keeps their words is let in no more, and nobody else gets the name", async () => {
  const { viewer, comment, voted } = await member("ann");
  assert.equal(await left(viewer, "keep"), undefined);
  const shown = await commentShown(comment);
  assert.deepEqual([shown.body, shown.author?.name], ["Now of ann", "Name of ann"]);
  assert.equal((await commentShown(voted)).up, 1);
  const row = await app.storage.db.selectFrom("persons").selectAll().where("id", "=", viewer.id).executeTakeFirst();
  assert.match(row?.email ?? "", /@left\.invalid$/);
});

test("who leaves without a name is named in no row; the words stand", async () => {
  const { viewer, comment } = await member("bo");
  await shownTo(app, null);
  assert.equal(await left(viewer, "anonymous"), undefined);
  const shown = await commentShown(comment);
  assert.deepEqual([shown.body, shown.author?.name, shown.author?.left], ["Now of bo", "Former member", true]);
  assert.equal(
    await app.storage.db.selectFrom("persons").select("id").where("id", "=", viewer.id).executeTakeFirst(),
    undefined,
  );
  assert.doesNotMatch(JSON.stringify([...(await everyRow(app.storage.db))]), /Name of bo/);
});

test("who leaves and deletes leaves places alone: no word in any row, no vote, and the counts are exact", async () => {
  const { viewer, comment, voted } = await member("cy");
  const before = await countOf(app.storage.db, THREAD);
  assert.equal(await left(viewer, "delete"), undefined);
  assert.equal((await commentShown(comment)).state, "deleted");
  assert.equal((await commentShown(voted)).up, 0);
  const after = await countOf(app.storage.db, THREAD);
  assert.deepEqual([after.posted, after.deleted], [before.posted, before.deleted + 1]);
  assert.doesNotMatch(JSON.stringify([...(await everyRow(app.storage.db))]), /(First|Now|Name) of cy/);
});

test("the last organiser of all competitions stays, with everything they wrote", async () => {
  const { viewer, comment } = await member("dee");
  const given = { competition: "*", role: "organiser", by: null } as const;
  await transact<undefined>(app, null, async (unit) => {
    await giveRole(unit, viewer.id, given);
    return undefined;
  });
  assert.equal(refusedAs(await left(viewer, "delete")), "last-organiser");
  assert.equal((await commentShown(comment)).body, "Now of dee");
});

test("what is stored about a member is given to the member: words, earlier words and votes, and nobody else's", async () => {
  const { viewer } = await member("eve");
  const data = await ownData(app.storage.db, viewer);
  assert.equal(data.account?.email, "eve@example.org");
  assert.deepEqual(
    data.comments.map(({ body }) => body),
    ["Now of eve"],
  );
  assert.deepEqual(
    data.revisions.map(({ body }) => body),
    ["First of eve"],
  );
  assert.equal(data.votes.length, 1);
  assert.doesNotMatch(JSON.stringify(data), /For eve|dee/);
});
