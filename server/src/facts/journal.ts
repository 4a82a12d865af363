import type { Db } from "../storage/storage.ts";
import type { Fact, FactKind, NewFact, Subject } from "./fact.ts";

/** Appends one fact to its subject. The unique order of a subject lets only one of two writers be next. */
export async function append(
  db: Db,
  fact: NewFact,
  by: { readonly who: string | null; readonly nowMs: number },
): Promise<Fact> {
  const subjectSeq = (await lengthOf(db, fact.subject)) + 1;
  const atMs = fact.atMs ?? by.nowMs;
  const row = await db
    .insertInto("facts")
    .values({
      at_ms: atMs,
      who: by.who,
      kind: fact.kind,
      subject_kind: fact.subject.kind,
      subject_id: fact.subject.id,
      subject_seq: subjectSeq,
      client_id: fact.clientId ?? null,
      data: JSON.stringify(fact.data),
    })
    .returning("seq")
    .executeTakeFirstOrThrow();
  return { ...fact, seq: row.seq, subjectSeq, atMs, who: by.who };
}

/** How many facts are told of a subject. */
export async function lengthOf(db: Db, subject: Subject): Promise<number> {
  const row = await db
    .selectFrom("facts")
    .select((all) => all.fn.max("subject_seq").as("last"))
    .where("subject_kind", "=", subject.kind)
    .where("subject_id", "=", subject.id)
    .executeTakeFirst();
  return row?.last ?? 0;
}

/** All that is told of a subject, oldest first. */
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

/** Which of these kinds of fact was told last of a subject; null when none was. */
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
  readonly who: string | null;
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
