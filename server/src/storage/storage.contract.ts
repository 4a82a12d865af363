import assert from "node:assert/strict";
import { after, before, suite, test } from "node:test";
import { factsAfter, factsOf, lengthOf, append } from "../facts/journal.ts";
import type { NewFact } from "../facts/fact.ts";
import { migrate } from "./migrations.ts";
import { everyRow, rowCounts } from "./rows.testing.ts";
import type { Db, Storage } from "./storage.ts";
import { personId } from "./codes.ts";

/** Han, Hangul, Arabic, characters beyond the basic plane, a joined emoji, quotes and what looks like SQL. */
const EVERY_SCRIPT = "王楚钦 임종훈 العربية नमस्ते 𠮷 👩‍👧 'quoted' \"twice\" \\ ; drop table facts; --\n\t";

/** What every storage must do; run against each adapter. `open` gives an empty one. */
export function storageContract(name: string, open: () => Promise<Storage>): void {
  suite(`storage contract: ${name}`, () => {
    let storage: Storage;
    before(async () => {
      storage = await open();
      await migrate(storage);
    });
    after(() => storage.close());
    const given = () => storage;
    migrationLaws(given);
    transactionLaws(given);
    journalLaws(given);
    valueLaws(given);
    orderLaws(given);
  });
}

function migrationLaws(given: () => Storage): void {
  test("migrations bring an empty database to the newest shape, and a second time change nothing", async () => {
    const before = await everyRow(given().db);
    assert.ok(before.has("facts") && before.has("comments") && before.has("roles"));
    await migrate(given());
    assert.deepEqual(await everyRow(given().db), before);
  });
}

function transactionLaws(given: () => Storage): void {
  test("a transaction that fails leaves nothing, whatever it had written", async () => {
    const before = await everyRow(given().db);
    const failing = given()
      .db.transaction()
      .execute(async (db) => {
        await openCompetition(db, "rolled-back");
        await append(db, line("rolled-back", 1), BY_NOBODY);
        throw new Error("half way");
      });
    await assert.rejects(failing, { message: "half way" });
    assert.deepEqual(await everyRow(given().db), before);
  });

  test("a statement that fails inside a transaction takes all of it back", async () => {
    const before = await rowCounts(given().db);
    await assert.rejects(
      given()
        .db.transaction()
        .execute(async (db) => {
          await openCompetition(db, "twice");
          await openCompetition(db, "twice");
        }),
    );
    assert.deepEqual(await rowCounts(given().db), before);
  });

  test("whoever writes knows whether something was committed, whatever others do meanwhile", async () => {
    const { db } = given();
    const seen = await given().watchWrites(async (hasWritten) => {
      const refused = db.transaction().execute(async (inside) => {
        await append(inside, line("watched"), BY_NOBODY);
        throw new Error("taken back");
      });
      await assert.rejects(refused, { message: "taken back" });
      await given().read((inside) => factsOf(inside, { kind: "match", id: "watched" }));
      await factsOf(db, { kind: "match", id: "watched" });
      const before = hasWritten();
      await db.transaction().execute((inside) => append(inside, line("watched"), BY_NOBODY));
      return [before, hasWritten()];
    });
    assert.deepEqual(seen, [false, true]);
    const [other, alone] = await Promise.all([
      given().watchWrites(async (hasWritten) => {
        await openCompetition(db, "written-alone");
        return hasWritten();
      }),
      given().watchWrites(async (hasWritten) => {
        await factsOf(db, { kind: "match", id: "watched" });
        await assert.rejects(
          db
            .insertInto("competitions")
            .values({ id: null as never } as never)
            .execute(),
        );
        return hasWritten();
      }),
    ]);
    assert.deepEqual([other, alone], [true, false]);
  });

  test("transactions asked for at once do not mix", async () => {
    const { db } = given();
    const acts = Array.from({ length: 20 }, (_, index) =>
      db.transaction().execute(async (inside) => {
        await append(inside, line("one-at-a-time"), BY_NOBODY);
        await Promise.resolve();
        await append(inside, line("one-at-a-time"), BY_NOBODY);
        if (index % 2 === 1) throw new Error("every second one fails");
      }),
    );
    const done = await Promise.allSettled(acts);
    assert.equal(done.filter(({ status }) => status === "fulfilled").length, 10);
    const facts = await factsOf(db, { kind: "match", id: "one-at-a-time" });
    assert.deepEqual(
      facts.map((fact) => fact.subjectSeq),
      Array.from({ length: 20 }, (_, index) => index + 1),
    );
  });

  test("what is read together can be read twice, and cannot be written", async () => {
    const { db, read } = given();
    const before = await rowCounts(db);
    assert.deepEqual(await read(async (inside) => [await rowCounts(inside), await rowCounts(inside)]), [
      before,
      before,
    ]);
    await assert.rejects(read((inside) => openCompetition(inside, "read-only")));
    await openCompetition(db, "written-again");
    assert.deepEqual(await read(rowCounts), { ...before, competitions: (before["competitions"] ?? 0) + 1 });
  });

  test("what must exist is asked for: a row that points nowhere is not kept", async () => {
    const lost = given()
      .db.insertInto("associations")
      .values({ competition_id: "nowhere", code: "XX", name: "{}" })
      .execute();
    await assert.rejects(lost);
  });
}

function journalLaws(given: () => Storage): void {
  test("facts of a subject are numbered 1, 2, 3; the journal numbers all of them in their order", async () => {
    const { db } = given();
    for (const subject of ["a", "b", "a", "a"]) await append(db, line(subject), BY_NOBODY);
    assert.equal(await lengthOf(db, { kind: "match", id: "a" }), 3);
    assert.equal(await lengthOf(db, { kind: "match", id: "nobody" }), 0);
    const seqs = (await factsAfter(db, 0, 10_000)).map((fact) => fact.seq);
    assert.deepEqual(
      seqs,
      seqs.toSorted((a, b) => a - b),
    );
    assert.equal(new Set(seqs).size, seqs.length);
  });

  test("two writers cannot both be next", async () => {
    const { db } = given();
    await append(db, line("contended"), BY_NOBODY);
    await assert.rejects(insertFact(db, { subject_id: "contended", subject_seq: 1 }));
    await insertFact(db, { subject_id: "contended", subject_seq: 2 });
  });

  test("what carries an id of its sender is kept once a subject; without an id, as often as it comes", async () => {
    const { db } = given();
    await append(db, line("sent", 1), BY_NOBODY);
    await assert.rejects(append(db, line("sent", 1), BY_NOBODY));
    await append(db, line("sent elsewhere", 1), BY_NOBODY);
    await append(db, line("sent"), BY_NOBODY);
    await append(db, line("sent"), BY_NOBODY);
    assert.equal(await lengthOf(db, { kind: "match", id: "sent" }), 3);
  });

  test("a fact comes back as it was told, who and when with it", async () => {
    const { db } = given();
    const told: NewFact = {
      kind: "report-published",
      subject: { kind: "moment", id: EVERY_SCRIPT },
      data: { report: EVERY_SCRIPT },
      atMs: 1,
      clientId: "client-id",
    };
    const recorded = await append(db, told, { who: personId(EVERY_SCRIPT), nowMs: 2 });
    assert.deepEqual(await factsOf(db, told.subject), [recorded]);
    assert.deepEqual({ ...recorded, seq: 0 }, { ...told, seq: 0, subjectSeq: 1, atMs: 1, who: EVERY_SCRIPT });
  });
}

function valueLaws(given: () => Storage): void {
  test("times are whole milliseconds, as far as numbers are exact", async () => {
    const { db } = given();
    const times = [0, 1, Date.UTC(2024, 6, 30), 253_402_300_799_999, Number.MAX_SAFE_INTEGER, -62_135_596_800_000];
    for (const [index, at] of times.entries())
      await insertFact(db, { subject_id: "times", subject_seq: index + 1, at_ms: at });
    assert.deepEqual(
      (await factsOf(db, { kind: "match", id: "times" })).map((fact) => fact.atMs),
      times,
    );
  });

  test("a number that is not whole, or not exact, is a mistake and not kept", async () => {
    for (const wrong of [0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53]) {
      await assert.rejects(insertFact(given().db, { subject_id: "wrong number", at_ms: wrong }), TypeError);
    }
    assert.equal(await lengthOf(given().db, { kind: "match", id: "wrong number" }), 0);
  });

  test("text comes back as it went in, in every script", async () => {
    const { db } = given();
    await openCompetition(db, "scripts", EVERY_SCRIPT);
    const row = await db
      .selectFrom("competitions")
      .select("title")
      .where("title", "=", EVERY_SCRIPT)
      .executeTakeFirstOrThrow();
    assert.equal(row.title, EVERY_SCRIPT);
  });

  test("text that another database could not keep is a mistake and not kept: U+0000, half a character", async () => {
    for (const wrong of ["nothing\u0000behind", "half \uD83D"]) {
      await assert.rejects(openCompetition(given().db, "no-text", wrong), TypeError);
    }
  });

  test("JSON is text, and both come back equal, U+0000 and half characters escaped", async () => {
    const { db } = given();
    const told = { [EVERY_SCRIPT]: ["\u0000", "\uD83D", 1e21, 0.1, null, true, { deep: [[]] }] };
    await openCompetition(db, "json", JSON.stringify(told));
    const row = await db.selectFrom("competitions").select("title").where("id", "=", "json").executeTakeFirstOrThrow();
    assert.deepEqual(JSON.parse(row.title), told);
  });

  test("a long text is kept whole", async () => {
    const { db } = given();
    const long = "한".repeat(300_000);
    await openCompetition(db, "long", long);
    assert.equal(
      (await db.selectFrom("competitions").select("title").where("id", "=", "long").executeTakeFirst())?.title,
      long,
    );
  });
}

function orderLaws(given: () => Storage): void {
  test("2,000 rows go in at once and are read back page by page, each once", async () => {
    const { db } = given();
    const rows = Array.from({ length: 2000 }, (_, index) => factRow({ subject_id: "many", subject_seq: index + 1 }));
    await db.insertInto("facts").values(rows).execute();
    const pages: number[] = [];
    for (let after = 0; ;) {
      const page = await db
        .selectFrom("facts")
        .select("subject_seq")
        .where("subject_id", "=", "many")
        .where("subject_seq", ">", after)
        .orderBy("subject_seq")
        .limit(300)
        .execute();
      if (page.length === 0) break;
      pages.push(...page.map((row) => row.subject_seq));
      after = pages.at(-1) ?? 0;
    }
    assert.deepEqual(
      pages,
      rows.map((row) => row.subject_seq),
    );
  });

  test("text is ordered and compared by its bytes, not by a language", async () => {
    const { db } = given();
    const inOrder = ["000A", "000B", "000a", "00", "Z", "a", "b", "é", "中", "한", "😀"].toSorted((a, b) =>
      Buffer.compare(Buffer.from(a), Buffer.from(b)),
    );
    for (const id of inOrder.toReversed()) await openCompetition(db, `order ${id}`);
    const found = await db
      .selectFrom("competitions")
      .select("id")
      .where("id", ">=", "order ")
      .where("id", "<", "order!")
      .orderBy("id")
      .execute();
    assert.deepEqual(
      found.map(({ id }) => id),
      inOrder.map((id) => `order ${id}`),
    );
    assert.equal(
      await db.selectFrom("competitions").select("id").where("id", "=", "order z").executeTakeFirst(),
      undefined,
    );
  });
}

const BY_NOBODY = { who: null, nowMs: 1_700_000_000_000 };

function line(match: string, client?: number): NewFact {
  return {
    kind: "match-line",
    subject: { kind: "match", id: match },
    data: { entry: { kind: "let" } },
    ...(client === undefined ? {} : { clientId: `client-${client}` }),
  };
}

function factRow(given: { readonly subject_id: string; readonly subject_seq?: number; readonly at_ms?: number }) {
  return {
    at_ms: 1,
    who: null,
    kind: "match-line",
    subject_kind: "match",
    subject_seq: 1,
    client_id: null,
    data: '{"entry":{"kind":"let"}}',
    ...given,
  };
}

async function insertFact(db: Db, given: Parameters<typeof factRow>[0]): Promise<void> {
  await db.insertInto("facts").values(factRow(given)).execute();
}

async function openCompetition(db: Db, id: string, title = "{}"): Promise<void> {
  await db
    .insertInto("competitions")
    .values({ id, title, place: null, zone: "UTC", from_date: "2026-01-01", to_date: "2026-01-02", invented: 0 })
    .execute();
}
