import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { isRefused, refuse } from "@podium/engine";
import type { LiveMessage } from "@podium/protocol";
import type { Fact, FactKind, NewFact } from "./facts/fact.ts";
import { factsAfter } from "./facts/journal.ts";
import { flow } from "./flow.ts";
import { install, NOW_MS, type Installation } from "./web-server/scenario.testing.ts";
import { openStream } from "./live/stream.testing.ts";
import { everyRow } from "./storage/rows.testing.ts";
import { transact, type UnitOfWork, type Reaction, type App } from "./app.ts";
import { matchId, personId } from "./storage/codes.ts";

let here: Installation;

before(async () => {
  here = await install({ examples: ["paris-2024", "club-open"] });
});

after(() => here.close());

const nothing = Object.fromEntries(Object.keys(flow).map((kind) => [kind, []]));

/** The same installation, where facts cause what a test says. */
function causing(reactions: Partial<Record<FactKind, readonly Reaction[]>>): App {
  return { ...here.app, flow: { ...flow, ...nothing, ...reactions } };
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
  return factsAfter(here.app.storage.db, seq, 1000);
}

async function lastSeq(): Promise<number> {
  const row = await here.app.storage.db
    .selectFrom("facts")
    .select((facts) => facts.fn.max("seq").as("seq"))
    .executeTakeFirst();
  return row?.seq ?? 0;
}

test("an act records who did it and when", async () => {
  const since = await lastSeq();
  here.at.ms += 5;
  assert.equal(
    await transact(
      causing({}),
      personId("somebody"),
      async (unit) => (await unit.record(opened("who-and-when"))).subjectSeq,
    ),
    1,
  );
  assert.deepEqual(
    (await recordedSince(since)).map(({ who, atMs }) => [who, atMs]),
    [["somebody", NOW_MS + 5]],
  );
});

test("a refusal takes back everything: rows, facts, consequences, messages, what was remembered", async () => {
  const rows = await everyRow(here.app.storage.db);
  const published = here.app.live.versionOf("home");
  const cached = [...here.app.replays.matches.keys()];
  const refused = await transact(causing({ "competition-opened": [publishesHome] }), null, async (unit) => {
    await unit.record(opened("refused"));
    await unit.db
      .insertInto("roles")
      .values({ person_id: personId("x"), competition_id: "*", role: "organiser", given_by: null, at_ms: 0 })
      .execute();
    unit.publish(["home"], MESSAGE);
    unit.cacheReplay(matchId("nowhere"), { version: 1, length: 0, state: {} as never }); // never read: the unit is refused
    await unit.settle();
    return refuse("not-allowed", "No.");
  });
  assert.ok(isRefused(refused) && refused.code === "not-allowed");
  assert.deepEqual(await everyRow(here.app.storage.db), rows);
  assert.equal(here.app.live.versionOf("home"), published);
  assert.deepEqual([...here.app.replays.matches.keys()], cached);
});

const publishesHome: Reaction = async (unit) => unit.publish(["home"], MESSAGE);

test("a fault takes back everything, and is thrown", async () => {
  const rows = await everyRow(here.app.storage.db);
  const published = here.app.live.lastId();
  const failing: Reaction = async () => {
    throw new Error("a bug in a consequence");
  };
  await assert.rejects(
    transact(causing({ "competition-opened": [publishesHome, failing] }), null, (unit) =>
      unit.record(opened("failed")),
    ),
    { message: "a bug in a consequence" },
  );
  assert.deepEqual(await everyRow(here.app.storage.db), rows);
  assert.equal(here.app.live.lastId(), published);
});

test("a fact causes what flow says, in its order, each fact after the other, and what is caused causes more", async () => {
  const received: string[] = [];
  const reactsAs =
    (name: string): Reaction =>
    async (_act, fact) =>
      void received.push(`${name} ${fact.subject.id}`);
  const locks: Reaction = async (unit, fact) =>
    void (await unit.record({ ...locked, subject: { kind: "thread", id: `of-${fact.subject.id}` } }));
  await transact(
    causing({
      "competition-opened": [reactsAs("first"), locks, reactsAs("second")],
      "thread-locked": [reactsAs("caused")],
    }),
    null,
    async (unit) => {
      await unit.record(opened("one"));
      await unit.record(opened("two"));
      assert.deepEqual(received, [], "nothing happens before the act is done or says so");
    },
  );
  assert.deepEqual(received, ["first one", "second one", "first two", "second two", "caused of-one", "caused of-two"]);
});

test("an act that builds on consequences lets them happen first, and once", async () => {
  const received: string[] = [];
  await transact(
    causing({ "competition-opened": [async (_act, fact) => void received.push(fact.subject.id)] }),
    null,
    async (unit) => {
      await unit.record(opened("settled"));
      await unit.settle();
      assert.deepEqual(received, ["settled"]);
      await unit.record(opened("later"));
    },
  );
  assert.deepEqual(received, ["settled", "later"]);
});

test("facts of several subjects are recorded together, each as the next of its own", async () => {
  const since = await lastSeq();
  const ids = Array.from({ length: 250 }, (_, index) => `many-${index % 3}`);
  await transact(causing({}), null, async (unit) => {
    await unit.record(opened("many-1"));
    const recorded = await unit.recordEach(ids.map(opened));
    assert.deepEqual(
      recorded.map(({ subject, subjectSeq }) => [subject.id, subjectSeq]),
      ids.map((id, index) => [id, Math.floor(index / 3) + (id === "many-1" ? 2 : 1)]),
    );
  });
  assert.deepEqual(
    (await recordedSince(since)).map(({ subject }) => subject.id),
    ["many-1", ...ids],
  );
});

test("what is put off to the end of an act is done once, after its consequences and within it", async () => {
  const done: string[] = [];
  const refused = await transact(
    causing({ "competition-opened": [async () => void done.push("consequence")] }),
    null,
    async (unit) => {
      unit.atEnd("key", async () => void done.push("first"));
      unit.atEnd("key", async () => {
        done.push("last");
        await unit.db.deleteFrom("facts").execute();
        throw new Error("the disk is full");
      });
      await unit.record(opened("put-off"));
      return true as const;
    },
  ).catch((fault: Error) => fault.message);
  assert.equal(refused, "the disk is full");
  assert.deepEqual(done, ["consequence", "last"]);
  assert.ok((await lastSeq()) > 0);
});

test("open pages hear of an act when it has reached the disk, and a message made once says how it ended", async () => {
  const page = await openStream(here.url, ["home"]);
  const made: number[] = [];
  const published = here.app.live.lastId();
  await transact(causing({}), null, async (unit) => {
    unit.publish(["home"], MESSAGE);
    for (let at = 0; at < 3; at += 1)
      unit.publishOnce("key", {
        topics: ["home"],
        make: async () => (made.push(at), [{ topics: ["home"], message: { ...MESSAGE, thread: `made ${at}` } }]),
      });
    await unit.record(opened("told-later"));
    assert.equal(here.app.live.lastId(), published, "not before the act is done");
  });
  assert.match((await page.next()).data, /"told"/);
  assert.match((await page.next()).data, /"made 2"/);
  assert.deepEqual(made, [2]);
  page.close();
});

/** The same installation, whose disk is full at every commit. */
function withoutRoom(app: App): App {
  const { storage } = app;
  const transaction: typeof storage.db.transaction = () => {
    const begun = storage.db.transaction();
    begun.execute = (work) =>
      storage.db.transaction().execute(async (db) => {
        await work(db);
        throw new Error("the disk is full");
      });
    return begun;
  };
  const db = new Proxy(storage.db, {
    get: (real, name) => (name === "transaction" ? transaction : Reflect.get(real, name, real)),
  });
  return { ...app, storage: { ...storage, db } };
}

test("what did not reach the disk is told to nobody, and not kept", async () => {
  const [published, cached] = [here.app.live.lastId(), [...here.app.replays.matches.keys()]];
  await assert.rejects(
    transact(withoutRoom(causing({ "competition-opened": [publishesHome] })), null, async (unit) => {
      await unit.record(opened("lost"));
      unit.publish(["home"], MESSAGE);
      unit.publishOnce("key", { topics: ["home"], make: async () => [{ topics: ["home"], message: MESSAGE }] });
      unit.cacheReplay(matchId("nowhere"), { version: 1, length: 0, state: {} as never }); // never read: it is lost
    }),
    { message: "the disk is full" },
  );
  assert.equal(here.app.live.lastId(), published);
  assert.deepEqual([...here.app.replays.matches.keys()], cached);
});

test("of two acts at once one waits for the other: each sees the whole of what was before it", async () => {
  const seen = await Promise.all(
    Array.from({ length: 10 }, () =>
      transact(causing({}), null, async (unit) => {
        const before = await factsOfShared(unit);
        await unit.record({ ...locked, subject: { kind: "thread", id: "shared" } });
        return before;
      }),
    ),
  );
  assert.deepEqual(
    seen.toSorted(),
    Array.from({ length: 10 }, (_, at) => at),
  );
});

async function factsOfShared(unit: UnitOfWork): Promise<number> {
  const row = await unit.db
    .selectFrom("facts")
    .select((facts) => facts.fn.countAll<number>().as("n"))
    .where("subject_id", "=", "shared")
    .executeTakeFirstOrThrow();
  return row.n;
}

test("a message in which somebody writes like the stream stays one message", async () => {
  const page = await openStream(here.url, ["match:injected"]);
  const thread = "x\n\nevent: stale\ndata: {}\n\n";
  here.app.live.publish(["match:injected"], { ...MESSAGE, thread });
  const published = await page.next();
  assert.equal(published.event, "count");
  assert.equal((JSON.parse(published.data) as { thread: string }).thread, thread);
  page.close();
});
