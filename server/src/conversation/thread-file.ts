import { type CompetitionId, isRefused, refuse, type Refusal } from "@podium/engine";
import type { CommentPart, ThreadPart } from "@podium/protocol";
import type { Subject } from "../facts/fact.ts";
import type { Db } from "../storage/storage.ts";
import type { UnitOfWork } from "../app.ts";
import {
  commentCode,
  authorIdOf,
  commentRows,
  findThread,
  findThreadAbout,
  type CommentRow,
  type ThreadRow,
} from "./comment-rows.ts";
import { eraseWords, openThread } from "./conversation.ts";
import { closeThread, hideWords } from "./moderation.ts";
import { holdImported, holdInPlace, wordsOf } from "./holding.ts";
import { plainText } from "./plain-text.ts";
import { stateOf } from "./policy.ts";
import { placeComment } from "./posting.ts";
import { aboutOf } from "./subjects.ts";
import { threadId } from "../storage/codes.ts";

/**
 * Takes in the thread of a file, comment by comment, in the order of posting and through the same functions as
 * what is typed. Refuses, with the comment's id, what cannot have happened.
 */
export async function importThread(unit: UnitOfWork, subject: Subject, part: ThreadPart): Promise<ThreadRow | Refusal> {
  const wrong = firstContradiction(part);
  if (wrong !== null) return wrong;
  const thread = await threadFor(unit, subject, part);
  if (isRefused(thread)) return thread;
  for (const author of part.authors) {
    const { name, place = null } = author;
    const id = authorIdOf(threadId(part.id), author.id);
    await unit.db
      .insertInto("authors")
      .values({ id, person_id: null, name, place, invented: author.invented === true ? 1 : 0 })
      .execute();
  }
  const placed = new Map<string, Pick<CommentRow, "id" | "path">>();
  const words = await wordsOf(unit, thread);
  for (const comment of inOrderOfPosting(part.comments)) {
    const row = await importComment(unit, { thread, comment, parent: placed.get(comment.parent ?? "") ?? null });
    if (isRefused(row)) return refuse(row.code, `Comment ${comment.id}: ${row.message}`, { comment: comment.id });
    if (comment.held === undefined) await holdImported(unit, { thread, row, words });
    placed.set(comment.id, { id: row.id, path: row.path });
  }
  if (part.locked === true) await closeThread(unit, thread.id, "It was closed where it came from.");
  return thread;
}

async function importComment(
  unit: UnitOfWork,
  {
    thread,
    comment,
    parent,
  }: { thread: ThreadRow; comment: CommentPart; parent: Pick<CommentRow, "id" | "path"> | null },
): Promise<CommentRow | Refusal> {
  const row = await placeComment(unit, thread, {
    code: comment.id,
    parent,
    authorId: authorIdOf(thread.id, comment.author),
    atMs: Date.parse(comment.at),
    language: comment.language ?? null,
    body: plainText(comment.body),
    clientId: null,
    imported: { up: comment.up ?? 0, down: comment.down ?? 0 },
    score: comment.score ?? null,
  });
  if (isRefused(row)) return row;
  if (comment.edited !== undefined)
    await unit.db
      .updateTable("comments")
      .set({ edited_at_ms: Date.parse(comment.edited) })
      .where("id", "=", row.id)
      .execute();
  if (comment.removed !== undefined)
    await hideWords(unit, row.id, { ...comment.removed, atMs: Date.parse(comment.removed.at) });
  if (comment.deleted !== undefined) await eraseWords(unit, row.id, Date.parse(comment.deleted));
  if (comment.held !== undefined) await holdInPlace(unit, row.id, Date.parse(comment.held));
  return row;
}

/** The thread that opened with its subject takes the file's name while nobody has spoken in it. */
async function threadFor(unit: UnitOfWork, subject: Subject, part: ThreadPart): Promise<ThreadRow | Refusal> {
  const id = threadId(part.id);
  const known = await findThreadAbout(unit.db, subject);
  if (known === undefined) return openThread(unit, { id, subject, title: part.title });
  const spoken = await unit.db
    .selectFrom("comments")
    .select("id")
    .where("thread_id", "=", known.id)
    .limit(1)
    .executeTakeFirst();
  if (spoken !== undefined)
    return refuse("thread-taken", "People have spoken in this thread already.", { thread: known.id });
  if (known.id !== id && (await findThread(unit.db, id)) !== undefined) {
    return refuse("thread-taken", `There is a thread ${id} already.`, { thread: id });
  }
  const named = { id, title: JSON.stringify(part.title) };
  await unit.db.updateTable("threads").set(named).where("id", "=", known.id).execute();
  return { ...known, ...named };
}

/** By time; what was posted at the same instant keeps the order of the file. */
function inOrderOfPosting(comments: readonly CommentPart[]): readonly CommentPart[] {
  return comments.toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at));
}

/** What cannot have happened in a thread of a file; null when all of it can. */
export function firstContradiction({ authors, comments }: ThreadPart): Refusal | null {
  const known = new Set<string>();
  for (const { id } of authors) {
    if (known.has(id)) return refuse("author-twice", `The author ${id} stands twice in the thread.`, { author: id });
    known.add(id);
  }
  const posted = new Map<string, number>();
  for (const comment of inOrderOfPosting(comments)) {
    const wrong = contradictionIn(comment, known, posted);
    if (wrong !== null)
      return refuse("comment-contradicts", `Comment ${comment.id}: ${wrong}`, { comment: comment.id });
    posted.set(comment.id, Date.parse(comment.at));
  }
  return null;
}

function contradictionIn(
  comment: CommentPart,
  authors: ReadonlySet<string>,
  posted: ReadonlyMap<string, number>,
): string | null {
  if (posted.has(comment.id)) return "it stands twice in the thread.";
  if (!authors.has(comment.author)) return `nobody called ${comment.author} stands among the authors.`;
  if (comment.parent !== undefined && !posted.has(comment.parent))
    return `it answers ${comment.parent}, which was not posted before it.`;
  const at = Date.parse(comment.at);
  const later = [comment.edited, comment.removed?.at, comment.deleted, comment.held].filter(
    (time) => time !== undefined,
  );
  return later.some((time) => Date.parse(time) < at) ? "it was changed before it was posted." : null;
}

/** Of a competition, its events and matches, and of some reports, those that people talk about. */
export async function subjectsTalkedAbout(
  db: Db,
  competition: CompetitionId,
  reports: readonly string[],
): Promise<Subject[]> {
  const rows = await db
    .selectFrom("threads")
    .select(["subject_kind", "subject_id"])
    .where((eb) =>
      eb.or([
        eb.and([eb("subject_kind", "=", "competition"), eb("subject_id", "=", competition)]),
        eb.and([
          eb("subject_kind", "in", ["event", "match"]),
          eb("subject_id", ">", `${competition}/`),
          eb("subject_id", "<", `${competition}0`),
        ]),
        ...(reports.length === 0 ? [] : [eb.and([eb("subject_kind", "=", "report"), eb("subject_id", "in", reports)])]),
      ]),
    )
    .orderBy("subject_kind")
    .orderBy("subject_id")
    .execute();
  return rows.map(aboutOf);
}

/**
 * The thread about something as a part of a file; undefined when there is none. What was removed is in it; what was
 * deleted is not, and of what waits for a moderator only the place, where others have answered it.
 */
export async function exportThread(db: Db, subject: Pick<Subject, "kind" | "id">): Promise<ThreadPart | undefined> {
  const thread = await findThreadAbout(db, subject);
  if (thread === undefined) return undefined;
  const all = await commentRows(db).where("thread_id", "=", thread.id).orderBy("number").execute();
  const rows = all.filter((row) => stateOf(row) !== "held" || row.below > 0);
  return {
    id: thread.id,
    title: JSON.parse(thread.title),
    authors: [...new Map(rows.map((row) => [row.author_id, authorPart(row)])).values()],
    comments: rows.map(commentPart),
    ...(thread.locked_at_ms === null ? {} : { locked: true }),
  };
}

function authorPart(row: CommentRow): ThreadPart["authors"][number] {
  return {
    id: commentCode(row.author_id),
    name: row.name,
    ...(row.place === null ? {} : { place: row.place }),
    ...(row.invented === 1 ? { invented: true } : {}),
  };
}

function commentPart(row: CommentRow): CommentPart {
  return {
    id: commentCode(row.id),
    ...(row.parent_id === null ? {} : { parent: commentCode(row.parent_id) }),
    author: commentCode(row.author_id),
    at: isoTime(row.at_ms),
    ...(row.edited_at_ms === null ? {} : { edited: isoTime(row.edited_at_ms) }),
    ...(row.language === null ? {} : { language: row.language }),
    ...(stateOf(row) === "held" ? { body: "", held: isoTime(row.held_at_ms ?? row.at_ms) } : { body: row.body }),
    ...(row.removed_at_ms === null
      ? {}
      : { removed: { at: isoTime(row.removed_at_ms), by: row.removed_by ?? "", reason: row.removal_reason ?? "" } }),
    ...(row.deleted_at_ms === null ? {} : { deleted: isoTime(row.deleted_at_ms) }),
    ...(row.up === 0 ? {} : { up: row.up }),
    ...(row.down === 0 ? {} : { down: row.down }),
    ...(row.score === null ? {} : { score: JSON.parse(row.score) }),
  };
}

function isoTime(ms: number): string {
  return new Date(ms).toISOString();
}
