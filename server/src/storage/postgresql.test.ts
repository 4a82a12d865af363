import assert from "node:assert/strict";
import { EventEmitter, on } from "node:events";
import { after, before, suite, test } from "node:test";
import { append, lengthOf } from "../facts/journal.ts";
import { migrate } from "./migrations.ts";
import { openPglite } from "./pglite.testing.ts";
import { NO_POSTGRESQL, startPostgresql, type PostgresqlServer } from "./postgresql-server.testing.ts";
import { openPostgresql } from "./postgresql.ts";
import { storageContract } from "./storage.contract.ts";
import { StorageFault, type Db, type Storage, type StorageFaultKind } from "./storage.ts";
import { tablesOf } from "./tables.ts";
import { wherePossible } from "./where-possible.testing.ts";

storageContract("PostgreSQL, as PGlite", () => openPglite());

const MATCH = { kind: "match", id: "m" } as const;
const MARK = { messageId: 7, writtenElsewhere: 0 };

function note(db: Db): Promise<unknown> {
  return append(db, { kind: "match-reset", subject: MATCH, data: { reason: "test" } }, { who: null, nowMs: 1 });
}

wherePossible(NO_POSTGRESQL, () =>
  suite("PostgreSQL, a server", () => {
    let server: PostgresqlServer;
    let databases = 0;
    before(async () => {
      server = await startPostgresql();
    });
    after(() => server.stop());

    const newDatabase = (options?: string) => server.database(`test-${++databases}`, options);
    const open = async (): Promise<Storage> => openPostgresql(await newDatabase());

    storageContract("PostgreSQL", open);
    // An order of letters that is a language's, as most servers have it.
    storageContract("PostgreSQL, in a database of another collation", async () =>
      openPostgresql(await newDatabase("template template0 locale 'C' lc_collate 'C.UTF-8' lc_ctype 'C.UTF-8'")),
    );

    async function two(): Promise<[Storage, Storage]> {
      const url = await newDatabase();
      const nodes: [Storage, Storage] = [await openPostgresql(url), await openPostgresql(url)];
      await Promise.all(nodes.map((node) => migrate(node)));
      return nodes;
    }

    test("two nodes that start at once on an empty database both end well, and it has its shape once", async () => {
      const [one, other] = await two();
      assert.deepEqual(await tablesOf(one.db), await tablesOf(other.db));
      await Promise.all([one.close(), other.close()]);
    });

    test("units of work of two nodes take their turns: what each has read still holds when it writes", async () => {
      const [one, other] = await two();
      await Promise.all(
        Array.from({ length: 60 }, (_, index) => (index % 2 === 0 ? one : other).db.transaction().execute(note)),
      );
      assert.equal(await lengthOf(one.db, MATCH), 60);
      await Promise.all([one.close(), other.close()]);
    });

    test("reading waits for no unit of work, sees nothing of it before its end, and is of one moment", async () => {
      const [one, other] = await two();
      await one.db.transaction().execute(async (db) => {
        await note(db);
        for (const node of [one, other]) {
          assert.equal(await lengthOf(node.db, MATCH), 0);
          assert.equal(await node.read((reading) => lengthOf(reading, MATCH)), 0);
        }
      });
      await other.read(async (db) => {
        assert.equal(await lengthOf(db, MATCH), 1);
        await one.db.transaction().execute(note);
        assert.equal(await lengthOf(db, MATCH), 1);
      });
      assert.equal(await lengthOf(other.db, MATCH), 2);
      await Promise.all([one.close(), other.close()]);
    });

    test("all that is read while a page is made is of one moment", async () => {
      const [one, other] = await two();
      const lengths = await one.snapshot(async () => {
        const first = await lengthOf(one.db, MATCH);
        await other.db.transaction().execute(note);
        await one.db.transaction().execute(note);
        return [first, await lengthOf(one.db, MATCH)];
      }, MARK);
      assert.deepEqual(lengths, [0, 0]);
      assert.equal(await lengthOf(one.db, MATCH), 2);
      await Promise.all([one.close(), other.close()]);
    });

    test("more pages are made at once than there are connections, and a page takes one of them", async () => {
      const [one, other] = await two();
      const page = () => {
        const shown = () => one.snapshot(() => lengthOf(one.db, MATCH), MARK);
        return one.snapshot(async () => [await lengthOf(one.db, MATCH), await shown()], MARK);
      };
      const pages = await Promise.all(Array.from({ length: 40 }, page));
      assert.deepEqual(new Set(pages.flat()), new Set([0]));
      await Promise.all([one.close(), other.close()]);
    });

    test("what others told is read while pages hold every connection", async () => {
      const [one, other] = await two();
      const held = Promise.withResolvers<void>();
      const holding = Array.from({ length: 12 }, () =>
        one.read(async (db) => {
          await lengthOf(db, MATCH);
          await held.promise;
        }),
      );
      await other.db.transaction().execute(note);
      const aside = one.otherNodes?.db ?? assert.fail("it knows of no others");
      assert.equal(await lengthOf(aside, MATCH), 1);
      held.resolve();
      await Promise.all(holding);
      await Promise.all([one.close(), other.close()]);
    });

    test("who has waited long enough for another node is told that the storage is busy, and the next one can write", async () => {
      const url = await newDatabase();
      const one = await openPostgresql(url);
      await migrate(one);
      const impatient = await openPostgresql(url, { waitMs: 300 });
      await one.db.transaction().execute(async (db) => {
        await note(db);
        await assert.rejects(impatient.db.transaction().execute(note), isFault("busy"));
      });
      await impatient.db.transaction().execute(note);
      assert.equal(await lengthOf(one.db, MATCH), 2);
      await Promise.all([one.close(), impatient.close()]);
    });

    test("another node's writing is noticed once, one's own is not, nor what was taken back", async () => {
      const url = await newDatabase();
      const one = await openPostgresql(url);
      await migrate(one);
      const other = await openPostgresql(url);
      const atOne = countWrites(one);
      const atOther = countWrites(other);
      await one.db.transaction().execute(note);
      await atOther.until(1);
      await assert.rejects(
        one.db.transaction().execute(async (db) => {
          await note(db);
          throw new Error("half way");
        }),
        /half way/,
      );
      await one.db.transaction().execute(note);
      await atOther.until(2);
      await other.db.transaction().execute(note);
      await atOne.until(1);
      assert.deepEqual([atOne.count(), atOther.count()], [1, 2]);
      await Promise.all([one.close(), other.close()]);
    });

    test("a server that fails in the midst of a unit of work is a fault, leaves nothing half done, and is found again", async () => {
      const storage = await open();
      await migrate(storage);
      await storage.db.transaction().execute(note);
      await assert.rejects(
        storage.db.transaction().execute(async (db) => {
          await note(db);
          await server.kill();
          await note(db);
        }),
        isFault("unreachable"),
      );
      await assert.rejects(lengthOf(storage.db, MATCH), isFault("unreachable"));
      await server.start();
      await storage.db.transaction().execute(note);
      assert.equal(await lengthOf(storage.db, MATCH), 2);
      await storage.close();
    });

    const wrong: readonly { readonly name: string; readonly url: (sound: URL) => void; readonly says: RegExp }[] = [
      {
        name: "nobody answers",
        url: (url) => (url.port = "1"),
        says: /^PostgreSQL on 127\.0\.0\.1:1 does not answer\./,
      },
      {
        name: "a host that is not known",
        url: (url) => (url.hostname = "nowhere.invalid"),
        says: /^PostgreSQL on nowhere\.invalid:\d+ does not answer\./,
      },
      {
        name: "a wrong password",
        url: (url) => (url.password = "guessed"),
        says: /^PostgreSQL on \S+ does not let podium in/,
      },
      {
        name: "a database that is not there",
        url: (url) => (url.pathname = "/missing"),
        says: /has no database missing\. Make it: createdb missing$/,
      },
    ];

    for (const { name, url, says } of wrong) {
      test(`what is wrong is said in a sentence without the password: ${name}`, async () => {
        const address = new URL(await server.database("sound"));
        url(address);
        await assert.rejects(openPostgresql(address.href), (fault) => {
          assert.ok(fault instanceof StorageFault, String(fault));
          assert.match(fault.message, says);
          assert.doesNotMatch(fault.message, new RegExp(address.password));
          return true;
        });
      });
    }

    test("a database that is not encoded in UTF-8 is refused with what would make one that is", async () => {
      const latin = await newDatabase("template template0 encoding 'LATIN1'");
      await assert.rejects(openPostgresql(latin), /is encoded in LATIN1; Podium needs UTF8: createdb/);
    });
  }),
);

/** Counts how often a node has noticed that another one has written. */
function countWrites(node: Storage): { count(): number; until(count: number): Promise<void> } {
  const noticed = new EventEmitter();
  let count = 0;
  node.otherNodes?.onWrite(() => noticed.emit("write", (count += 1)));
  return {
    count: () => count,
    until: async (wanted) => {
      if (count >= wanted) return;
      for await (const [noticedNow] of on(noticed, "write")) if (noticedNow === wanted) return;
    },
  };
}

function isFault(kind: StorageFaultKind): (fault: unknown) => boolean {
  return (fault) => fault instanceof StorageFault && fault.kind === kind;
}
