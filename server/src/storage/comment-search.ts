import type { CommentId, SearchTerm } from "@podium/engine";
import { PostgresAdapter, sql, type RawBuilder } from "kysely";
import type { Db } from "./storage.ts";

/** A comment whose words hold what was asked for. Later ones have higher numbers. */
export interface FoundComment {
  readonly id: CommentId;
  readonly number: number;
}

/** Keeps the words by which a comment is found, those of before replaced. */
export async function keepSearchWords(db: Db, id: CommentId, words: string): Promise<void> {
  const stored = isPostgresql(db) ? { words, document: documentOf(words) } : { words };
  await db
    .insertInto("comment_words")
    .values({ comment_id: id, ...stored })
    .onConflict((conflict) => conflict.column("comment_id").doUpdateSet(stored))
    .execute();
}

export const isPostgresql = (db: Db): boolean => db.getExecutor().adapter instanceof PostgresAdapter;

/** PostgreSQL would part words of some scripts in its own way: they come to it parted, each with its place. */
export function documentOf(words: string): RawBuilder<string> {
  const parted = words.split(" ").filter((word) => word !== "");
  const text = parted.map((word, index) => `'${word.slice(0, LONGEST_WORD)}':${index + 1}`).join(" ");
  return sql<string>`cast(${text} as tsvector)`;
}

/** A lexeme of PostgreSQL has at most 2,046 bytes. */
const LONGEST_WORD = 500;

/** A comment is found by nothing any more. */
export async function dropSearchWords(db: Db, id: CommentId): Promise<void> {
  await db.deleteFrom("comment_words").where("comment_id", "=", id).execute();
}

/** What is looked for, where, before which, and how many at most. */
export interface CommentQuery {
  readonly terms: readonly SearchTerm[];
  readonly thread?: string | undefined;
  readonly before?: number | undefined;
  readonly limit: number;
}

/**
 * Comments that are shown and hold every term, the latest first. One port over two indexes: FTS5 in SQLite, a tsvector in
 * PostgreSQL, of the same words.
 */
export async function findComments(db: Db, query: CommentQuery): Promise<FoundComment[]> {
  const { terms, thread, before, limit } = query;
  if (terms.length === 0) return [];
  const isPostgres = isPostgresql(db);
  const within = thread === undefined ? sql`` : sql`and comments.thread_id = ${thread}`;
  const earlier = before === undefined ? sql`` : sql`and comment_words.number < ${before}`;
  const { rows } = await sql<FoundComment>`
    select comment_words.comment_id as id, comment_words.number as number
    from ${isPostgres ? postgresMatch(terms) : sqliteMatch(terms)}
    join comments on comments.id = comment_words.comment_id
    where comments.deleted_at_ms is null and comments.removed_at_ms is null and comments.held_at_ms is null
      ${isPostgres ? sql`and comment_words.document @@ wanted.query` : sql``} ${within} ${earlier}
    order by ${isPostgres ? sql`comment_words.number` : sql`wanted.number`} desc limit ${limit}`.execute(db);
  return rows.map(({ id, number }) => ({ id, number: Number(number) }));
}

function sqliteMatch(terms: readonly SearchTerm[]): RawBuilder<unknown> {
  return sql`(select rowid as number from comment_search where comment_search match ${ftsQuery(terms)} order by rowid desc) as wanted
    join comment_words on comment_words.number = wanted.number`;
}

/** For FTS5. The words of a stream are letters and digits alone, so that quoting them is enough. */
export function ftsQuery(terms: readonly SearchTerm[]): string {
  return terms
    .map(
      (term) =>
        `(${term.map(({ words, isBeginning }) => `"${words.join(" ")}"${isBeginning ? "*" : ""}`).join(" OR ")})`,
    )
    .join(" AND ");
}

function postgresMatch(terms: readonly SearchTerm[]): RawBuilder<unknown> {
  return sql`(select cast(${tsQuery(terms)} as tsquery) as query) as wanted cross join comment_words`;
}

/** The same for a tsvector. */
export function tsQuery(terms: readonly SearchTerm[]): string {
  return terms
    .map(
      (term) =>
        `(${term.map(({ words, isBeginning }) => words.map((word, index) => `'${word}'${isBeginning && index === words.length - 1 ? ":*" : ""}`).join(" <-> ")).join(" | ")})`,
    )
    .join(" & ");
}
