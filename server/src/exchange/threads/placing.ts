import { type CommentId, DEEPEST_REPLY, isRefused, type Refusal, refuse, type WordList } from "@podium/engine";
import type { UnitOfWork } from "../../app.ts";
import { authorIdOf, commentIdOf, type CommentRow, type ThreadRow } from "../../conversation/comment-rows.ts";
import { eraseWords } from "../../conversation/conversation.ts";
import { hideWords } from "../../conversation/moderation.ts";
import { holdImported, wordsOf } from "../../conversation/holding.ts";
import { plainText } from "../../conversation/plain-text.ts";
import { placeComment } from "../../conversation/posting.ts";
import type { IncomingComment } from "./incoming.ts";

/** A time further ahead than this is none: nobody has written there yet. */
const FASTEST_CLOCK_MS = 86_400_000;

/** What came of the comments of a file. */
export interface PlacedComment {
  imported: number;
  /** Imported before: left as they are. */
  alreadyThere: number;
  /** They answer a comment that the file does not hold, and stand at the top. */
  withoutParent: number;
  /** Deeper than a thread goes: they answer the deepest comment above them that may be answered. */
  tooDeep: number;
  /** The source does not say when they were written. */
  withoutTime: number;
}

/** What of a comment those below it need to be placed: its words are not held in memory. */
type StandingComment = Pick<CommentRow, "id" | "parent_id" | "path" | "depth" | "at_ms">;

const STANDING = ["id", "parent_id", "path", "depth", "at_ms"] as const;

/** A thread as it stands while a file is placed in it: its comments, those placed so far among them, and the words it holds back. */
export interface StandingThread {
  readonly thread: ThreadRow;
  readonly rows: Map<CommentId, StandingComment>;
  readonly words: WordList;
}

/** Reads a thread once for all that a file has for it. */
export async function standingThread(unit: UnitOfWork, thread: ThreadRow): Promise<StandingThread> {
  const rows = await unit.db.selectFrom("comments").select(STANDING).where("thread_id", "=", thread.id).execute();
  return { thread, rows: new Map(rows.map((row) => [row.id, row])), words: await wordsOf(unit, thread) };
}

/**
 * Places comments in a thread, each after the one it answers and otherwise by time. What is there already stays as it
 * is, so that a second import changes nothing.
 */
export async function placeAll(
  unit: UnitOfWork,
  { thread, rows, words }: StandingThread,
  incoming: readonly IncomingComment[],
): Promise<PlacedComment | Refusal> {
  const placed: PlacedComment = { imported: 0, alreadyThere: 0, withoutParent: 0, tooDeep: 0, withoutTime: 0 };
  let lastMs: number | null = null;
  for (const comment of parentsFirst(incoming)) {
    const id = commentIdOf(thread.id, comment.code);
    const known = rows.get(id);
    if (known !== undefined) {
      placed.alreadyThere += 1;
      lastMs = Number(known.at_ms);
      continue;
    }
    const parent = comment.parent === null ? null : (rows.get(commentIdOf(thread.id, comment.parent)) ?? null);
    const above = answerable(parent, rows);
    if (comment.parent !== null && parent === null) placed.withoutParent += 1;
    if (above !== parent) placed.tooDeep += 1;
    const writtenMs = comment.atMs !== null && comment.atMs <= unit.nowMs + FASTEST_CLOCK_MS ? comment.atMs : null;
    if (writtenMs === null) placed.withoutTime += 1;
    const atMs: number = Math.max(writtenMs ?? lastMs ?? unit.nowMs, Number(above?.at_ms ?? 0));
    const row = await place(unit, thread, { comment, parent: above, atMs, words });
    if (isRefused(row)) return refuse(row.code, `Comment ${comment.code}: ${row.message}`, { comment: comment.code });
    const { parent_id, path, depth, at_ms } = row;
    rows.set(id, { id, parent_id, path, depth, at_ms });
    placed.imported += 1;
    lastMs = atMs;
  }
  return placed;
}

function answerable(
  parent: StandingComment | null,
  rows: ReadonlyMap<CommentId, StandingComment>,
): StandingComment | null {
  let above = parent;
  while (above !== null && above.depth >= DEEPEST_REPLY)
    above = (above.parent_id === null ? undefined : rows.get(above.parent_id)) ?? null;
  return above;
}

interface Placing {
  readonly comment: IncomingComment;
  readonly parent: StandingComment | null;
  readonly atMs: number;
  readonly words: WordList;
}

async function place(
  unit: UnitOfWork,
  thread: ThreadRow,
  { comment, parent, atMs, words }: Placing,
): Promise<CommentRow | Refusal> {
  const { code, name, place, invented } = comment.author;
  const authorId = authorIdOf(thread.id, code);
  await unit.db
    .insertInto("authors")
    .values({ id: authorId, person_id: null, name, place, invented: invented ? 1 : 0 })
    .onConflict((conflict) => conflict.column("id").doNothing())
    .execute();
  const row = await placeComment(unit, thread, {
    code: comment.code,
    parent,
    authorId,
    atMs,
    language: comment.language,
    body: plainText(comment.body),
    clientId: null,
    imported: { up: comment.up, down: comment.down },
  });
  if (isRefused(row)) return row;
  await carryOver(unit, row, comment);
  await holdImported(unit, { thread, row, words });
  return row;
}

/** What was done to the comment where it comes from. */
async function carryOver(unit: UnitOfWork, { id, at_ms }: CommentRow, comment: IncomingComment): Promise<void> {
  const notBefore = (ms: number | "unknown" | null): number => Math.max(Number(at_ms), typeof ms === "number" ? ms : 0);
  if (comment.editedAtMs !== null) {
    const edited = { edited_at_ms: notBefore(comment.editedAtMs) };
    await unit.db.updateTable("comments").set(edited).where("id", "=", id).execute();
  }
  const { removed, deletedAtMs } = comment;
  if (removed !== null) await hideWords(unit, id, { ...removed, atMs: notBefore(removed.atMs) });
  if (deletedAtMs !== null) await eraseWords(unit, id, notBefore(deletedAtMs));
}

/** By time, those without one where the file has them; but never before what they answer. A circle is cut where it is met. */
function parentsFirst(incoming: readonly IncomingComment[]): readonly IncomingComment[] {
  const byCode = new Map<string, IncomingComment>();
  for (const comment of incoming) if (!byCode.has(comment.code)) byCode.set(comment.code, comment);
  const ordered = new Set<IncomingComment>();
  for (const comment of inTime([...byCode.values()])) {
    const chain: IncomingComment[] = [];
    const seen = new Set<IncomingComment>();
    for (let at: IncomingComment | undefined = comment; at !== undefined && !ordered.has(at) && !seen.has(at);) {
      chain.push(at);
      seen.add(at);
      at = at.parent === null ? undefined : byCode.get(at.parent);
    }
    for (const next of chain.reverse()) ordered.add(next);
  }
  return [...ordered];
}

function inTime(comments: readonly IncomingComment[]): readonly IncomingComment[] {
  let last = 0;
  const timed = comments.map((comment) => ({ comment, atMs: (last = comment.atMs ?? last) }));
  return timed.sort((a, b) => a.atMs - b.atMs).map(({ comment }) => comment);
}
