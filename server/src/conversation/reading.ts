import { ancestorPaths, type CommentId, DEEPEST_ON_A_PAGE, type ThreadId } from "@podium/engine";
import type { Sort } from "@podium/protocol";
import type { Db } from "../storage/storage.ts";
import { commentRows, type CommentRow } from "./comment-rows.ts";

/** A page of a thread, asked for. */
export interface ThreadReading {
  readonly thread: ThreadId;
  readonly sort: Sort;
  /** Only what stands below this comment; null for the whole thread. */
  readonly top: CommentRow | null;
  /** The last comment of the page before; null for the first page. */
  readonly after: CommentRow | null;
  readonly limit: number;
}

export interface ReadPage {
  /** In reading order, as the engine's `readingOrder` would have it. */
  readonly rows: readonly CommentRow[];
  readonly more: boolean;
}

/** Siblings that are still to be read, each with everything below it. */
interface Stretch {
  readonly parent: CommentId | null;
  readonly after: CommentRow | null;
}

/** A comment and how many stand before it, counted from the start of its stretch. */
interface PlacedComment {
  readonly row: CommentRow;
  readonly position: number;
}

/** The deepest level that a page shows; what stands deeper is read on the page of a comment above it. */
export function deepestOf(top: CommentRow | null): number {
  return (top?.depth ?? 0) + DEEPEST_ON_A_PAGE;
}

/**
 * Reads the next comments of a thread, at most `limit`, in a number of rows and queries that depends on the limit
 * and never on the size of the thread: every comment knows how many stand below it, so only those that
 * will be shown are fetched, level by level.
 */
export async function readOn(db: Db, reading: ThreadReading): Promise<ReadPage> {
  const rows: CommentRow[] = [];
  let room = reading.limit;
  for (const stretch of await stretchesFrom(db, reading)) {
    const read = await readStretch(db, { ...reading, limit: room }, stretch);
    rows.push(...read.rows);
    if (read.more) return { rows, more: true };
    room -= read.weight;
  }
  return { rows, more: false };
}

/** What follows a comment: its replies, its later siblings, those of its parent, and so on to the top. */
async function stretchesFrom(db: Db, { after, top }: ThreadReading): Promise<readonly Stretch[]> {
  if (after === null) return [{ parent: top?.id ?? null, after: null }];
  const lineage = [after, ...(await ancestorsOf(db, after)).toReversed()].filter(
    (row) => row.depth > (top?.depth ?? -1),
  );
  const replies = after.depth < deepestOf(top) ? [{ parent: after.id, after: null }] : [];
  return [...replies, ...lineage.map((row) => ({ parent: row.parent_id, after: row }))];
}

/** A comment's ancestors, the topmost first. */
export async function ancestorsOf(db: Db, row: CommentRow): Promise<CommentRow[]> {
  const paths = ancestorPaths(row.path);
  if (paths.length === 0) return [];
  return commentRows(db).where("thread_id", "=", row.thread_id).where("path", "in", paths).orderBy("path").execute();
}

async function readStretch(
  db: Db,
  reading: ThreadReading,
  stretch: Stretch,
): Promise<ReadPage & { readonly weight: number }> {
  const read: PlacedComment[] = [];
  let level = placeFrom(0, await siblings(db, reading, stretch));
  const weight = level.reduce((sum, { row }) => sum + 1 + row.below, 0);
  let more = false;
  while (level.length > 0) {
    const shown = level.filter(({ position }) => position < reading.limit);
    more ||= shown.length < level.length;
    read.push(...shown);
    level = await repliesTo(db, reading, shown);
  }
  return { rows: read.toSorted((a, b) => a.position - b.position).map(({ row }) => row), more, weight };
}

async function repliesTo(
  db: Db,
  reading: ThreadReading,
  level: readonly PlacedComment[],
): Promise<readonly PlacedComment[]> {
  const answered = level.filter(({ row }) => row.below > 0 && row.depth < deepestOf(reading.top));
  const whole = answered.filter(({ row, position }) => position + 1 + row.below <= reading.limit);
  const rows =
    whole.length === 0
      ? []
      : await placedRows(db)
          .where("thread_id", "=", reading.thread)
          .where(
            "parent_id",
            "in",
            whole.map(({ row }) => row.id),
          )
          .execute();
  // Put in order here: asked to sort, the database reads the thread in that order and throws most of it away.
  rows.sort((a, b) => compare(reading.sort, a, b));
  // At most one comment has replies on both sides of the page's end.
  for (const { row } of answered.filter((each) => !whole.includes(each))) {
    rows.push(...(await siblings(db, reading, { parent: row.id, after: null })));
  }
  const byParent = Map.groupBy(rows, (row) => row.parent_id);
  return answered.flatMap(({ row, position }) => placeFrom(position + 1, byParent.get(row.id) ?? []));
}

/** One more than there is room for, so that it shows when something is left. */
async function siblings(
  db: Db,
  { thread, sort, limit }: ThreadReading,
  { parent, after }: Stretch,
): Promise<CommentRow[]> {
  const all = sorted(placedRows(db).where("thread_id", "=", thread), sort).where(
    "parent_id",
    parent === null ? "is" : "=",
    parent,
  );
  return (
    after === null
      ? all
      : all.where((eb) => {
          const key = KEYS[sort];
          if (key !== null) return eb(eb.refTuple(key, "number"), ">", eb.tuple(after[key], after.number));
          return eb("number", sort === "new" ? "<" : ">", after.number);
        })
  )
    .limit(limit + 1)
    .execute();
}

/** Comments but for what waits for a moderator; of what waits and was answered, the place stays. */
function placedRows(db: Db): ReturnType<typeof commentRows> {
  return commentRows(db).where((eb) => eb.or([eb("held_at_ms", "is", null), eb("below", ">", 0)]));
}

/** The column that sorts before the number does; each has an index of the comments under one parent. */
const KEYS = {
  best: "best_key",
  controversial: "dispute_key",
  "across-borders": "across_key",
  new: null,
  old: null,
} as const;

function sorted(rows: ReturnType<typeof commentRows>, sort: Sort): ReturnType<typeof commentRows> {
  const key = KEYS[sort];
  if (key !== null) return rows.orderBy(key).orderBy("number");
  return rows.orderBy("number", sort === "new" ? "desc" : "asc");
}

function compare(sort: Sort, a: CommentRow, b: CommentRow): number {
  const key = KEYS[sort];
  if (key !== null) return a[key] - b[key] || a.number - b.number;
  return sort === "new" ? b.number - a.number : a.number - b.number;
}

function placeFrom(start: number, rows: readonly CommentRow[]): readonly PlacedComment[] {
  let position = start;
  return rows.map((row) => {
    const placed = { row, position };
    position += 1 + row.below;
    return placed;
  });
}
