import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, suite, test } from "node:test";
import { setTimeout } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { refuse } from "@podium/engine";
import { z } from "zod";
import { transact, type App } from "../app.ts";
import { emptyApp } from "../conversation/thread.testing.ts";
import { migrate } from "../storage/migrations.ts";
import { openPglite } from "../storage/pglite.testing.ts";
import { openSqlite } from "../storage/sqlite.ts";
import type { Storage } from "../storage/storage.ts";
import { ATTEMPTS_MAX, claimNext, listJobs, pauseMs, type JobKind } from "./queue.ts";
import { startJobWorker, type JobWorker, type JobWorkerSettings } from "./worker.ts";

const folder = mkdtempSync(join(tmpdir(), "podium-jobs-"));
after(() => rmSync(folder, { recursive: true }));

const CHILD = fileURLToPath(new URL("hanging-worker.testing.ts", import.meta.url));

const LETTER = z.object({ to: z.string() });

interface Hall {
  readonly app: App & { readonly at: { ms: number } };
  /** A job kind that notes what it was given, and then does what the test says. */
  readonly letters: string[];
  readonly faults: string[];
  kind(run?: (to: string, signal: AbortSignal) => Promise<void>): JobKind<z.infer<typeof LETTER>>;
  work(kind: JobKind<z.infer<typeof LETTER>>, settings?: Partial<JobWorkerSettings>): JobWorker;
  send(to: string, afterMs?: number): Promise<void>;
  list(): Promise<string[]>;
  close(): Promise<void>;
}

async function open(storage: Storage): Promise<Hall> {
  await migrate(storage);
  const empty = await emptyApp();
  await empty.storage.close();
  const app = { ...empty, storage };
  const letters: string[] = [];
  const faults: string[] = [];
  const workers: JobWorker[] = [];
  const kind: Hall["kind"] = (run = async () => undefined) => ({
    name: "letter",
    data: LETTER,
    run: async ({ to }, signal) => {
      letters.push(to);
      await run(to, signal);
    },
  });
  return {
    app,
    letters,
    faults,
    kind,
    work: (given, settings = {}) => {
      const worker = startJobWorker({
        storage,
        kinds: [given],
        clock: app.clock,
        randomId: (bytes) => randomBytes(bytes).toString("hex"),
        onFault: ({ reason }) => faults.push(reason),
        pollMs: 10_000,
        ...settings,
      });
      workers.push(worker);
      app.jobWorkers.add(worker);
      return worker;
    },
    send: async (to, afterMs = 0) => {
      await transact(app, null, (unit) => unit.enqueue(kind(), { data: { to }, afterMs }));
    },
    list: async () =>
      (await listJobs(storage.db, { nowMs: app.clock(), limit: 100 })).map(
        ({ state, attempts }) => `${state} ${attempts}`,
      ),
    close: async () => {
      await Promise.all(workers.map((worker) => worker.stop()));
      await storage.close();
    },
  };
}

async function until(condition: () => boolean | Promise<boolean>): Promise<void> {
  for (let tries = 0; !(await condition()); tries += 1) {
    assert.ok(tries < 1500, "it never came to be");
    await setTimeout(10);
  }
}

let files = 0;
const newPath = () => join(folder, `${++files}`, "podium.sqlite");

const databases = [
  { name: "SQLite", storage: () => openSqlite(newPath()) },
  { name: "PGlite", storage: openPglite },
];

for (const { name, storage } of databases) {
  suite(`jobs on ${name}`, () => {
    /** Each law in a queue of its own. */
    function law(title: string, work: (hall: Hall) => Promise<void>): void {
      test(title, async () => {
        const hall = await open(await storage());
        try {
          await work(hall);
        } finally {
          await hall.close();
        }
      });
    }

    law("what was enqueued is done once, at once and in its order, and is then gone", async (hall) => {
      hall.work(hall.kind());
      for (const to of ["ida", "bo", "cy"]) await hall.send(to);
      await until(async () => (await hall.list()).length === 0);
      assert.deepEqual(hall.letters, ["ida", "bo", "cy"]);
    });

    law("a unit of work that is taken back enqueues nothing", async (hall) => {
      hall.work(hall.kind());
      const refused = await transact(hall.app, null, async (unit) => {
        await unit.enqueue(hall.kind(), { data: { to: "nobody" } });
        return refuse("not-found", "There is nothing here.");
      });
      assert.ok(refused !== undefined);
      await assert.rejects(transact(hall.app, null, (unit) => unit.enqueue(hall.kind(), { data: { to: 1 as never } })));
      assert.deepEqual(await hall.list(), []);
      assert.deepEqual(hall.letters, []);
    });

    law(
      "what fails is tried again after pauses that grow, and given up with its reason after the last",
      async (hall) => {
        await hall.send("ida");
        const worker = hall.work(hall.kind(() => Promise.reject(new Error("the post is closed"))));
        for (let attempt = 1; attempt < ATTEMPTS_MAX; attempt += 1) {
          await until(() => hall.faults.length === attempt);
          await until(async () => (await hall.list())[0] === `waiting ${attempt}`);
          hall.app.at.ms += pauseMs(attempt) - 1;
          worker.wake();
          await setTimeout(5);
          assert.equal(hall.faults.length, attempt, "not before its time");
          hall.app.at.ms += 1;
          worker.wake();
        }
        await until(async () => (await hall.list())[0] === `given-up ${ATTEMPTS_MAX}`);
        const [job] = await listJobs(hall.app.storage.db, { nowMs: hall.app.clock(), limit: 1 });
        assert.equal(job?.reason, "the post is closed");
        hall.app.at.ms += 365 * 24 * 60 * 60 * 1000;
        worker.wake();
        await setTimeout(20);
        assert.equal(hall.letters.length, ATTEMPTS_MAX);
      },
    );

    law(
      "what a kind cannot read is given up at once; what no kind here knows waits for a process that does",
      async (hall) => {
        await hall.send("ida");
        const stricter = { ...hall.kind(), data: z.object({ to: z.string(), stamp: z.string() }) as never };
        hall.work(stricter);
        await until(async () => (await hall.list())[0] === "given-up 1");
        assert.match(hall.faults[0] ?? "", /^What it was given is not what letter takes:/);
        await transact(hall.app, null, (unit) =>
          unit.enqueue({ ...hall.kind(), name: "telegram" }, { data: { to: "bo" } }),
        );
        await setTimeout(20);
        assert.deepEqual(await hall.list(), ["given-up 1", "waiting 0"]);
        assert.deepEqual(hall.letters, []);
      },
    );

    law("a job for later is done when it is due, without anybody waking the worker", async (hall) => {
      await hall.send("ida", 60);
      hall.work(hall.kind());
      await setTimeout(20);
      assert.deepEqual(hall.letters, []);
      hall.app.at.ms += 60;
      await until(() => hall.letters.length === 1);
    });

    law("of two workers at one queue each job goes to one", async (hall) => {
      for (let at = 0; at < 40; at += 1) await hall.send(`${at}`);
      for (let worker = 0; worker < 3; worker += 1) hall.work(hall.kind(() => setTimeout(1)));
      await until(async () => (await hall.list()).length === 0);
      assert.equal(new Set(hall.letters).size, 40);
      assert.equal(hall.letters.length, 40);
    });

    law("a worker that goes silent loses its job when the lease ends, and cannot end it any more", async (hall) => {
      await hall.send("ida");
      const claiming = { names: ["letter"], nowMs: hall.app.clock(), leaseMs: 1000 };
      assert.equal((await claimNext(hall.app.storage.db, { ...claiming, claim: "silent" }))?.attempts, 1);
      assert.deepEqual(await hall.list(), ["running 1"]);
      assert.equal(await claimNext(hall.app.storage.db, { ...claiming, claim: "other" }), null);
      const later = { ...claiming, nowMs: hall.app.clock() + 1000 };
      assert.equal((await claimNext(hall.app.storage.db, { ...later, claim: "other" }))?.attempts, 2);
    });

    law("who works for long keeps the job; who has lost it is told to stop", async (hall) => {
      await hall.send("ida");
      let stopped = false;
      hall.work(
        hall.kind(async (_to, signal) => {
          await once(signal, "abort");
          stopped = true;
        }),
        { leaseMs: 60 },
      );
      await until(() => hall.letters.length === 1);
      hall.app.at.ms += 50;
      await setTimeout(100);
      hall.app.at.ms += 50;
      assert.equal(
        await claimNext(hall.app.storage.db, {
          names: ["letter"],
          nowMs: hall.app.clock(),
          leaseMs: 1,
          claim: "other",
        }),
        null,
        "the lease was renewed",
      );
      await hall.app.storage.db.updateTable("jobs").set({ claim: "other" }).execute();
      await until(() => stopped);
      assert.equal((await hall.list()).length, 1, "it belongs to another one");
    });

    law("a worker that is stopped waits for its job; one that hears the signal gives it back untried", async (hall) => {
      await hall.send("ida");
      const patient = hall.work(hall.kind(() => setTimeout(30)));
      await until(() => hall.letters.length === 1);
      await patient.stop();
      assert.deepEqual(await hall.list(), []);
      await hall.send("bo");
      const obedient = hall.work(
        hall.kind(async (_to, signal) => {
          await once(signal, "abort");
          throw new Error("stopped");
        }),
      );
      await until(() => hall.letters.length === 2);
      await obedient.stop();
      assert.deepEqual(await hall.list(), ["waiting 0"]);
      assert.deepEqual(hall.faults, []);
    });
  });
}

test("a job whose process is killed in the middle of it is done by another one when the lease has ended", async () => {
  const path = newPath();
  const hall = await open(await openSqlite(path));
  const app = { ...hall.app, clock: Date.now };
  await transact(app, null, (unit) => unit.enqueue({ name: "hang", data: z.unknown() }, { data: 1 }));
  const child = spawn(process.execPath, [CHILD, path, "400"], { stdio: ["ignore", "pipe", "inherit"] });
  await once(child.stdout, "data");
  child.kill("SIGKILL");
  await once(child, "exit");
  let done = 0;
  const worker = startJobWorker({
    storage: hall.app.storage,
    kinds: [{ name: "hang", data: z.unknown(), run: async () => void (done += 1) }],
    clock: Date.now,
    randomId: (bytes) => randomBytes(bytes).toString("hex"),
    onFault: () => undefined,
  });
  assert.equal(done, 0);
  await until(async () => (await hall.list()).length === 0);
  assert.equal(done, 1);
  await worker.stop();
  await hall.close();
});

test("a job that ends every process that takes it is given up", async () => {
  const hall = await open(await openSqlite(newPath()));
  await hall.send("ida");
  await hall.app.storage.db.updateTable("jobs").set({ attempts: ATTEMPTS_MAX }).execute();
  hall.work(hall.kind());
  await until(async () => (await hall.list())[0]?.startsWith("given-up") === true);
  assert.match(hall.faults[0] ?? "", /^Whoever worked on it ended, or went silent, every time\./);
  assert.deepEqual(hall.letters, []);
  await hall.close();
});
