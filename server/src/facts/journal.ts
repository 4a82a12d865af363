import type { PersonId } from "@podium/engine";
import { inParts } from "../storage/parts.ts";
import type { Db } from "../storage/storage.ts";
import { competitionOfDeed, type DeedKind } from "./deed.ts";
import { searchDeeds, type FoundBy } from "./deed-search.ts";
import { keepDeedWords } from "./deed-words.ts";
import type { Fact, FactKind, NewFact, Subject } from "./fact.ts";

/** Who records, and when. */
interface Recording {
  readonly who: PersonId | null;
  readonly nowMs: number;
}

/** Appends one fact to its subject. The unique order of a subject lets only one of two writers be next. */
export async function append(db: Db, fact: NewFact, by: Recording): Promise<Fact> {
  const row = await db
    .insertInto("facts")
    .values((build) => ({
      ...columnsOf(fact, by),
      subject_seq: build
        .selectFrom("facts as before")
        .select(({ fn, val, eb }) => eb(fn.coalesce(fn.max("before.subject_seq"), val(0)), "+", 1).as("next"))
        .where("before.subject_kind", "=", fact.subject.kind)
        .where("before.subject_id", "=", fact.subject.id),
    }))
    .returning(["seq", "subject_seq"])
    .executeTakeFirstOrThrow();
  await keepDeedWords(db, [{ seq: row.seq, data: fact.data, competition: competitionOfDeed(fact) }]);
  return { ...fact, seq: row.seq, subjectSeq: row.subject_seq, atMs: fact.atMs ?? by.nowMs, who: by.who };
}

/** Both databases limit the values of one statement. */
const FACTS_A_STATEMENT = 200;

/**
 * Appends facts of one subject that has `after` facts already, in their order. Another writer who was quicker is
 * found by the unique order of the subject: then this throws.
 */
export async function appendAll(
  db: Db,
  facts: readonly NewFact[],
  by: Recording & { readonly after: number },
): Promise<Fact[]> {
  const appended: Fact[] = [];
  for (const part of inParts(facts, FACTS_A_STATEMENT)) {
    const first = by.after + appended.length + 1;
    const rows = await db
      .insertInto("facts")
      .values(part.map((fact, index) => ({ ...columnsOf(fact, by), subject_seq: first + index })))
      .returning(["seq", "subject_seq"])
      .execute();
    const seqOf = new Map(rows.map((row) => [row.subject_seq, row.seq]));
    for (const [index, fact] of part.entries()) {
      const subjectSeq = first + index;
      const seq = seqOf.get(subjectSeq) ?? 0;
      appended.push({ ...fact, seq, subjectSeq, atMs: fact.atMs ?? by.nowMs, who: by.who });
    }
  }
  await keepWords(db, appended);
  return appended;
}

/**
 * Appends one fact to a subject that has `after` facts already; null where the same writer's fact is there, known by its
 * client id, and nothing was appended. One statement asks and writes.
 */
export async function appendOnce(
  db: Db,
  fact: NewFact,
  { after, ...by }: Recording & { readonly after: number },
): Promise<Fact | null> {
  const row = await db
    .insertInto("facts")
    .values({ ...columnsOf(fact, by), subject_seq: after + 1 })
    .onConflict((conflict) => conflict.columns(["subject_kind", "subject_id", "client_id"]).doNothing())
    .returning("seq")
    .executeTakeFirst();
  if (row === undefined) return null;
  const appended = { ...fact, seq: row.seq, subjectSeq: after + 1, atMs: fact.atMs ?? by.nowMs, who: by.who };
  await keepWords(db, [appended]);
  return appended;
}

function keepWords(db: Db, appended: readonly Fact[]): Promise<void> {
  return keepDeedWords(
    db,
    appended.map((fact) => ({ seq: fact.seq, data: fact.data, competition: competitionOfDeed(fact) })),
  );
}

/** Appends facts of several subjects in the order given, with few statements. */
export async function appendEach(db: Db, facts: readonly NewFact[], by: Recording): Promise<Fact[]> {
  const appended: Fact[] = [];
  const last = new Map<string, number>();
  for (const part of inParts(facts, FACTS_A_STATEMENT)) {
    await readLast(db, part, last);
    const rows = part.map((fact) => {
      const key = keyOf(fact.subject);
      const next = (last.get(key) ?? 0) + 1;
      last.set(key, next);
      return { ...columnsOf(fact, by), subject_seq: next };
    });
    const stored = await db
      .insertInto("facts")
      .values(rows)
      .returning(["seq", "subject_kind", "subject_id", "subject_seq"])
      .execute();
    const seqOf = new Map(
      stored.map(({ seq, subject_kind: kind, subject_id: id, subject_seq: at }) => [
        `${keyOf({ kind, id })} ${at}`,
        seq,
      ]),
    );
    for (const [index, fact] of part.entries()) {
      const subjectSeq = rows[index]?.subject_seq ?? 0;
      const seq = seqOf.get(`${keyOf(fact.subject)} ${subjectSeq}`) ?? 0;
      appended.push({ ...fact, seq, subjectSeq, atMs: fact.atMs ?? by.nowMs, who: by.who });
    }
  }
  await keepWords(db, appended);
  return appended;
}

/** How many facts the subjects of these have that are not in `last` yet. */
async function readLast(db: Db, facts: readonly NewFact[], last: Map<string, number>): Promise<void> {
  const unknown = facts.map(({ subject }) => subject).filter((subject) => !last.has(keyOf(subject)));
  for (const [kind, subjects] of Map.groupBy(unknown, (subject) => subject.kind)) {
    const rows = await db
      .selectFrom("facts")
      .select(["subject_id", (all) => all.fn.max("subject_seq").as("last")])
      .where("subject_kind", "=", kind)
      .where("subject_id", "in", [...new Set(subjects.map(({ id }) => id))])
      .groupBy("subject_id")
      .execute();
    for (const row of rows) last.set(keyOf({ kind, id: row.subject_id }), row.last);
  }
}

function keyOf({ kind, id }: { readonly kind: string; readonly id: string }): string {
  return `${kind} ${id}`;
}

function columnsOf(fact: NewFact, { who, nowMs }: Recording) {
  return {
    at_ms: fact.atMs ?? nowMs,
    who,
    kind: fact.kind,
    subject_kind: fact.subject.kind,
    subject_id: fact.subject.id,
    client_id: fact.clientId ?? null,
    data: JSON.stringify(fact.data),
    competition: competitionOfDeed(fact),
  };
}

/** What was done in a competition, newest first: before the fact `before` where it is given, of some kinds, with these words in it. */
export interface DeedsAsked {
  readonly competition: string;
  readonly before?: number | undefined;
  readonly kind?: DeedKind | undefined;
  /** The id of a person. */
  readonly who?: PersonId | undefined;
  /** What each word of a search is found by; all of them must be. */
  readonly words?: readonly FoundBy[] | undefined;
  readonly limit: number;
}

/** A page of what was done in a competition, newest first; read by its index, whatever else the journal holds. */
export async function deedsOf(db: Db, asked: DeedsAsked): Promise<Fact[]> {
  const { competition, before = Number.MAX_SAFE_INTEGER, words = [], limit } = asked;
  if (words.length === 0) return factsIn(await deeds(db, asked).where("seq", "<", before).limit(limit).execute());
  const found: Fact[] = [];
  for await (const seqs of searchDeeds(db, competition, { asked: words, before })) {
    const rows =
      seqs.length === 0
        ? []
        : await deeds(db, asked)
            .where("seq", "in", [...seqs])
            .limit(limit)
            .execute();
    found.push(...factsIn(rows));
    if (found.length >= limit) break;
  }
  return found.slice(0, limit);
}

function deeds(db: Db, { competition, kind, who }: DeedsAsked) {
  let asked = db.selectFrom("facts").selectAll().where("competition", "=", competition);
  if (kind !== undefined) asked = asked.where("kind", "=", kind);
  if (who !== undefined) asked = asked.where("who", "=", who);
  return asked.orderBy("seq", "desc");
}

function factsIn(rows: readonly FactRow[]): Fact[] {
  return rows.map(asFact);
}

/** How many facts are recorded of a subject. */
export async function lengthOf(db: Db, subject: Subject): Promise<number> {
  const row = await db
    .selectFrom("facts")
    .select((all) => all.fn.max("subject_seq").as("last"))
    .where("subject_kind", "=", subject.kind)
    .where("subject_id", "=", subject.id)
    .executeTakeFirst();
  return row?.last ?? 0;
}

/** All facts of a subject, oldest first. */
export async function factsOf(db: Db, subject: Subject): Promise<Fact[]> {
  const rows = await db
    .selectFrom("facts")
    .selectAll()
    .where("subject_kind", "=", subject.kind)
    .where("subject_id", "=", subject.id)
    .orderBy("subject_seq")
    .execute();
  return rows.map(asFact);
}

/** The number of the newest fact; 0 where there is none. */
export async function lastSeq(db: Db): Promise<number> {
  const row = await db
    .selectFrom("facts")
    .select((all) => all.fn.max("seq").as("last"))
    .executeTakeFirst();
  return row?.last ?? 0;
}

/** Facts of these kinds after `after` about a subject of this id, or about what is in it: its id goes on after a slash. */
export async function factsWithin(
  db: Db,
  id: string,
  { after, kinds }: { readonly after: number; readonly kinds: readonly FactKind[] },
): Promise<Fact[]> {
  const rows = await db
    .selectFrom("facts")
    .selectAll()
    .where("seq", ">", after)
    .where("kind", "in", kinds)
    // A 0 is the sign after a slash.
    .where((eb) =>
      eb.or([eb("subject_id", "=", id), eb.and([eb("subject_id", ">", `${id}/`), eb("subject_id", "<", `${id}0`)])]),
    )
    .orderBy("seq")
    .execute();
  return rows.map(asFact);
}

/** Which of these kinds of fact was recorded last of a subject; null when none was. */
export async function lastKindOf(db: Db, subject: Subject, kinds: readonly FactKind[]): Promise<string | null> {
  const row = await db
    .selectFrom("facts")
    .select("kind")
    .where("subject_kind", "=", subject.kind)
    .where("subject_id", "=", subject.id)
    .where("kind", "in", kinds)
    .orderBy("subject_seq", "desc")
    .limit(1)
    .executeTakeFirst();
  return row?.kind ?? null;
}

/** The whole journal after `seq`, oldest first, at most `limit`. */
export async function factsAfter(db: Db, seq: number, limit: number): Promise<Fact[]> {
  const rows = await db.selectFrom("facts").selectAll().where("seq", ">", seq).orderBy("seq").limit(limit).execute();
  return rows.map(asFact);
}

interface FactRow {
  readonly seq: number;
  readonly at_ms: number;
  readonly who: PersonId | null;
  readonly kind: string;
  readonly subject_kind: string;
  readonly subject_id: string;
  readonly subject_seq: number;
  readonly client_id: string | null;
  readonly data: string;
}

/** Only append writes the table, so a row has the shape that its kind promises. */
function asFact(row: FactRow): Fact {
  return {
    kind: row.kind,
    subject: { kind: row.subject_kind, id: row.subject_id },
    data: JSON.parse(row.data),
    seq: row.seq,
    subjectSeq: row.subject_seq,
    atMs: row.at_ms,
    who: row.who,
    ...(row.client_id === null ? {} : { clientId: row.client_id }),
  } as Fact;
}
