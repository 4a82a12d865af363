import type { CommentId, PersonId } from "@podium/engine";
import { type NotificationKind, type NotificationView, TOLD_TO_FOLLOWERS } from "@podium/protocol";
import type { Db } from "../storage/storage.ts";
import type { NotificationTable } from "../storage/moderation-tables.ts";
import { commentId } from "../storage/codes.ts";
import { commentCode, commentRows, type CommentRow } from "./comment-rows.ts";
import { noteRows, stateOfNote, type NoteRow } from "../notes/note-rows.ts";
import { stateOf } from "./policy.ts";

/** How many a page shows. */
const SHOWN = 100;

/** What a member was told, the newest first, with the words it is about as far as they are still there. */
export async function notificationsOf(db: Db, person: PersonId): Promise<NotificationView[]> {
  const rows = await db
    .selectFrom("notifications")
    .leftJoin("cases", "cases.id", "notifications.subject_id")
    .leftJoin("cases as appeals", "appeals.appeal_of", "cases.id")
    .select([
      "notifications.id",
      "notifications.at_ms",
      "notifications.kind",
      "notifications.data",
      "seen",
      "subject_id",
    ])
    .select(["cases.id as case_id", "cases.thread_id", "cases.comment_id", "cases.body", "cases.decision"])
    .select(["appeals.id as appeal", "cases.kind as case_kind"])
    .where("notifications.person_id", "=", person)
    .orderBy("notifications.at_ms", "desc")
    .orderBy("notifications.id")
    .limit(SHOWN)
    .execute();
  const heard = await heardOf(
    db,
    rows.filter((row) => ABOUT_COMMENTS.has(row.kind)).map((row) => row.subject_id),
  );
  const words = await wordsOf(
    db,
    rows.map((row) => row.comment_id),
  );
  const notes = await notesOf(
    db,
    rows.filter((row) => row.kind === "note-mention").map((row) => row.subject_id),
  );
  return rows.flatMap((row) => {
    if (row.kind === "note-mention")
      return notes.flatMap((note) => (note.id === row.subject_id ? [notedView(row, note)] : []));
    if (row.kind === "called") return [calledView(row)];
    if (!ABOUT_COMMENTS.has(row.kind)) return [decisionView(row, words)];
    const comment = heard.get(row.subject_id);
    return comment === undefined ? [] : [heardView(row, comment)];
  });
}

/** What is told of a comment is told as long as everybody may read it. */
const ABOUT_COMMENTS: ReadonlySet<string> = new Set(["reply", "mention", ...TOLD_TO_FOLLOWERS]);

async function heardOf(db: Db, ids: readonly string[]): Promise<Map<string, CommentRow>> {
  const rows = ids.length === 0 ? [] : await commentRows(db).where("comments.id", "in", ids.map(commentId)).execute();
  return new Map(rows.filter((row) => stateOf(row) === "shown").map((row) => [row.id, row]));
}

/** What is told of a note is told as long as it stands. */
async function notesOf(db: Db, ids: readonly string[]): Promise<NoteRow[]> {
  const rows = ids.length === 0 ? [] : await noteRows(db).where("notes.id", "in", ids).execute();
  return rows.filter((row) => stateOfNote(row) === "standing");
}

function notedView(row: Told, { thread_id: thread, body, name }: NoteRow): NotificationView {
  return {
    id: row.id,
    kind: "note-mention",
    atMs: row.at_ms,
    isNew: row.seen === 0,
    case: null,
    thread,
    comment: null,
    words: body,
    by: name,
    data: JSON.parse(row.data),
    mayAppeal: false,
  };
}

/** What was said of a match that was called: who plays it, its table and where it stands. */
function calledView(row: Told): NotificationView {
  const { table, words } = JSON.parse(row.data);
  return {
    id: row.id,
    kind: "called",
    atMs: row.at_ms,
    isNew: row.seen === 0,
    case: null,
    thread: null,
    comment: null,
    words,
    by: null,
    data: { match: row.subject_id, table },
    mayAppeal: false,
  };
}

/** Where what a member was told stands, for a letter and a device. */
export function addressOfTold({ kind, thread, comment, data }: NotificationView): string {
  if (kind === "called") return `/matches/${data["match"]}`;
  return thread === null || comment === null ? "/notifications" : `/threads/${thread}/comments/${comment}`;
}

/** The table of a call; null of all else. */
export function tableOfTold({ data: { table } }: Pick<NotificationView, "data">): string | null {
  return typeof table === "string" ? table : null;
}

type Told = Pick<NotificationTable, "id" | "at_ms" | "kind" | "data" | "subject_id"> & { readonly seen: number };

function heardView(row: Told, comment: CommentRow): NotificationView {
  return {
    id: row.id,
    kind: row.kind as NotificationKind, // only notify writes it
    atMs: row.at_ms,
    isNew: row.seen === 0,
    case: null,
    thread: comment.thread_id,
    comment: commentCode(comment.id),
    words: comment.body,
    by: comment.name,
    data: JSON.parse(row.data),
    mayAppeal: false,
  };
}

interface ToldDecision extends Told {
  readonly case_id: string | null;
  readonly thread_id: string | null;
  readonly comment_id: CommentId | null;
  readonly body: string | null;
  readonly decision: string | null;
  readonly appeal: string | null;
  readonly case_kind: string | null;
}

function decisionView(row: ToldDecision, words: ReadonlyMap<string, string>): NotificationView {
  return {
    id: row.id,
    kind: row.kind as NotificationKind, // only notify writes it
    atMs: row.at_ms,
    isNew: row.seen === 0,
    case: row.case_id,
    thread: row.thread_id,
    comment: row.comment_id === null ? null : commentCode(row.comment_id),
    by: null,
    words: row.body || (words.get(row.comment_id ?? "") ?? ""),
    data: JSON.parse(row.data),
    mayAppeal:
      row.kind === "words-removed" && row.decision === "removed" && row.case_kind !== "appeal" && row.appeal === null,
  };
}

async function wordsOf(db: Db, ids: readonly (CommentId | null)[]): Promise<Map<string, string>> {
  const known = ids.filter((id) => id !== null);
  if (known.length === 0) return new Map();
  const rows = await commentRows(db).where("comments.id", "in", known).execute();
  return new Map(rows.map(({ id, body }) => [id, body]));
}
