import { searchStream, type PlayerId, type SearchTerm } from "@podium/engine";
import { sql, type RawBuilder } from "kysely";
import { documentOf, ftsQuery, isPostgresql, tsQuery } from "./comment-search.ts";
import { inParts } from "./parts.ts";
import type { Db } from "./storage.ts";

/** What of the record is found by words, beside comments. Pairs are found by their players. */
export type FoundKind = "competition" | "player" | "report";

/** Something of the record, and the text by which it is found. */
interface Findable {
  readonly subject: string;
  readonly text: string;
}

/** Both databases limit the values of one statement. */
const ROWS_AT_ONCE = 200;

/** Keeps the words by which something of the record is found, those of before replaced. */
export async function keepRecordWords(db: Db, kind: FoundKind, found: readonly Findable[]): Promise<void> {
  const isPostgres = isPostgresql(db);
  for (const part of inParts(found, ROWS_AT_ONCE)) {
    const rows = part.map(({ subject, text }) => {
      const words = searchStream(text);
      return { kind, subject, words, ...(isPostgres ? { document: documentOf(words) } : {}) };
    });
    await db
      .insertInto("record_words")
      .values(rows)
      .onConflict((known) =>
        known.columns(["kind", "subject"]).doUpdateSet((row) => ({
          words: row.ref("excluded.words"),
          ...(isPostgres ? { document: row.ref("excluded.document") } : {}),
        })),
      )
      .execute();
  }
}

/** It is found by nothing any more. */
export async function dropRecordWords(db: Db, kind: FoundKind, subject: string): Promise<void> {
  await db.deleteFrom("record_words").where("kind", "=", kind).where("subject", "=", subject).execute();
}

/** What of a kind holds every term, by its id, the latest first. */
export async function findRecords(
  db: Db,
  { kind, terms, limit }: { readonly kind: FoundKind; readonly terms: readonly SearchTerm[]; readonly limit: number },
): Promise<string[]> {
  if (terms.length === 0) return [];
  const { rows } = await sql<{ subject: string }>`
    select subject from record_words where kind = ${kind} and ${holds(db, terms)} order by number desc limit ${limit}
  `.execute(db);
  return rows.map(({ subject }) => subject);
}

/** Two who have played together in whose names every term stands, in one of them or the other. */
export async function findPairs(
  db: Db,
  { terms, limit }: { readonly terms: readonly SearchTerm[]; readonly limit: number },
): Promise<(readonly [PlayerId, PlayerId])[]> {
  const [first, ...others] = terms.map(
    (term) => sql`(select subject from record_words where kind = 'player' and ${holds(db, [term])})`,
  );
  if (first === undefined) return [];
  const rest = others.map((players) => sql`and (seat.player_id in ${players} or beside.player_id in ${players})`);
  const { rows } = await sql<{ one: PlayerId; other: PlayerId }>`
    select distinct least_of.one as one, least_of.other as other from (
      select case when seat.player_id < beside.player_id then seat.player_id else beside.player_id end as one,
        case when seat.player_id < beside.player_id then beside.player_id else seat.player_id end as other
      from entry_players as seat
      join entry_players as beside on beside.entry_id = seat.entry_id and beside.player_id <> seat.player_id
      join entries on entries.id = seat.entry_id
      join events on events.id = entries.event_id and events.kind = 'doubles'
      where seat.player_id in ${first} ${sql.join(rest, sql` `)}
    ) as least_of order by one, other limit ${limit}
  `.execute(db);
  return rows.map(({ one, other }) => [one, other]);
}

/** Whether a row of words holds every term. */
function holds(db: Db, terms: readonly SearchTerm[]): RawBuilder<unknown> {
  return isPostgresql(db)
    ? sql`document @@ cast(${tsQuery(terms)} as tsquery)`
    : sql`number in (select rowid from record_search where record_search match ${ftsQuery(terms)})`;
}
