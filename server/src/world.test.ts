import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { isRefused, refuse } from "@podium/engine";
import type { LiveMessage } from "@podium/protocol";
import type { Fact, FactKind, NewFact } from "./facts/fact.ts";
import { factsAfter } from "./facts/journal.ts";
import { flow } from "./flow.ts";
import { install, NOW_MS, type Installation } from "./http/scenario.testing.ts";
import { openStream } from "./live/stream.testing.ts";
import { everyRow } from "./storage/rows.testing.ts";
import { change, type Change, type Reaction, type World } from "./world.ts";

let here: Installation;

before(async () => {
  here = await install({ worlds: ["paris-2024", "club-open"] });
});

after(() => here.close());

const nothing = Object.fromEntries(Object.keys(flow).map((kind) => [kind, []]));

/** The same installation, where facts cause what a test says. */
function causing(reactions: Partial<Record<FactKind, readonly Reaction[]>>): World {
  return { ...here.world, flow: { ...flow, ...nothing, ...reactions } };
}

function opened(id: string): NewFact {
  return { kind: "competition-opened", subject: { kind: "competition", id }, data: { title: { en: id } } };
}

const locked: NewFact = { kind: "thread-locked", subject: { kind: "thread", id: "a" }, data: { reason: "x" } };
const MESSAGE: LiveMessage = {
  kind: "count",
  thread: "told",
  count: { posted: 0, shown: 0, removed: 0, deleted: 0, held: 0 },
};

async function recordedSince(seq: number): Promise<Fact[]> {
  return factsAfter(here.world.storage.db, seq, 1000);
}

async function lastSeq(): Promise<number> {
  const row = await here.world.storage.db
    .selectFrom("facts")
    .select((facts) => facts.fn.max("seq").as("seq"))
    .executeTakeFirst();
  return row?.seq ?? 0;
}

test("an act records who did it and when", async () => {
  const since = await lastSeq();
  here.at.ms += 5;
  assert.equal(
    await change(causing({}), "somebody", async (act) => (await act.record(opened("who-and-when"))).subjectSeq),
    1,
  );
  assert.deepEqual(
    (await recordedSince(since)).map(({ who, atMs }) => [who, atMs]),
    [["somebody", NOW_MS + 5]],
  );
});

test("a refusal takes back everything: rows, facts, consequences, messages, what was remembered", async () => {
  const rows = await everyRow(here.world.storage.db);
  const told = here.world.live.versionOf("home");
  const kept = [...here.world.folded.keys()];
  const refused = await change(causing({ "competition-opened": [tellsHome] }), null, async (act) => {
    await act.record(opened("refused"));
    await act.db
      .insertInto("roles")
      .values({ person_id: "x", competition_id: "*", role: "organiser", given_by: null, at_ms: 0 })
      .execute();
    act.tell(["home"], MESSAGE);
    act.keep("nowhere", { version: 1, length: 0, state: {} as never }); // never read: the act is refused
    await act.settle();
    return refuse("no", "No.");
  });
  assert.ok(isRefused(refused) && refused.code === "no");
  assert.deepEqual(await everyRow(here.world.storage.db), rows);
  assert.equal(here.world.live.versionOf("home"), told);
  assert.deepEqual([...here.world.folded.keys()], kept);
});

const tellsHome: Reaction = async (act) => act.tell(["home"], MESSAGE);

test("a fault takes back everything, and is thrown", async () => {
  const rows = await everyRow(here.world.storage.db);
  const told = here.world.live.lastId();
  const failing: Reaction = async () => {
    throw new Error("a bug in a consequence");
  };
  await assert.rejects(
    change(causing({ "competition-opened": [tellsHome, failing] }), null, (act) => act.record(opened("failed"))),
    { message: "a bug in a consequence" },
  );
  assert.deepEqual(await everyRow(here.world.storage.db), rows);
  assert.equal(here.world.live.lastId(), told);
});

test("a fact causes what flow says, in its order, each fact after the other, and what is caused causes more", async () => {
  const heard: string[] = [];
  const hears =
    (name: string): Reaction =>
    async (_act, fact) =>
      void heard.push(`${name} ${fact.subject.id}`);
  const locks: Reaction = async (act, fact) =>
    void (await act.record({ ...locked, subject: { kind: "thread", id: `of-${fact.subject.id}` } }));
  await change(
    causing({ "competition-opened": [hears("first"), locks, hears("second")], "thread-locked": [hears("caused")] }),
    null,
    async (act) => {
      await act.record(opened("one"));
      await act.record(opened("two"));
      assert.deepEqual(heard, [], "nothing happens before the act is done or says so");
    },
  );
  assert.deepEqual(heard, ["first one", "second one", "first two", "second two", "caused of-one", "caused of-two"]);
});

test("an act that builds on consequences lets them happen first, and once", async () => {
  const heard: string[] = [];
  await change(
    causing({ "competition-opened": [async (_act, fact) => void heard.push(fact.subject.id)] }),
    null,
    async (act) => {
      await act.record(opened("settled"));
      await act.settle();
      assert.deepEqual(heard, ["settled"]);
      await act.record(opened("later"));
    },
  );
  assert.deepEqual(heard, ["settled", "later"]);
});

test("open pages hear of an act when it has reached the disk, and a message made once says how it ended", async () => {
  const page = await openStream(here.url, ["home"]);
  const made: number[] = [];
  const told = here.world.live.lastId();
  await change(causing({}), null, async (act) => {
    act.tell(["home"], MESSAGE);
    for (let at = 0; at < 3; at += 1)
      act.tellOnce("key", ["home"], async () => (made.push(at), { ...MESSAGE, thread: `made ${at}` }));
    await act.record(opened("told-later"));
    assert.equal(here.world.live.lastId(), told, "not before the act is done");
  });
  assert.match((await page.next()).data, /"told"/);
  assert.match((await page.next()).data, /"made 2"/);
  assert.deepEqual(made, [2]);
  page.close();
});

test("of two acts at once one waits for the other: each sees the whole of what was before it", async () => {
  const seen = await Promise.all(
    Array.from({ length: 10 }, () =>
      change(causing({}), null, async (act) => {
        const before = await factsOfShared(act);
        await act.record({ ...locked, subject: { kind: "thread", id: "shared" } });
        return before;
      }),
    ),
  );
  assert.deepEqual(
    seen.toSorted(),
    Array.from({ length: 10 }, (_, at) => at),
  );
});

async function factsOfShared(act: Change): Promise<number> {
  const row = await act.db
    .selectFrom("facts")
    .select((facts) => facts.fn.countAll<number>().as("n"))
    .where("subject_id", "=", "shared")
    .executeTakeFirstOrThrow();
  return row.n;
}

test("a message in which somebody writes like the stream stays one message", async () => {
  const page = await openStream(here.url, ["thread:injected"]);
  const thread = "x\n\nevent: stale\ndata: {}\n\n";
  here.world.live.tell(["thread:injected"], { ...MESSAGE, thread });
  const told = await page.next();
  assert.equal(told.event, "count");
  assert.equal((JSON.parse(told.data) as { thread: string }).thread, thread);
  page.close();
});
