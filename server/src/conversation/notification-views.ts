import type { CommentId, PersonId } from "@podium/engine";
import type { NotificationKind, NotificationView } from "@podium/protocol";
import type { Db } from "../storage/storage.ts";
import { commentCode, commentRows } from "./comment-rows.ts";

/** How many a page shows. */
const SHOWN = 100;

/** What a member was told, the newest first, with the words it is about as far as they are still there. */
export async function notificationsOf(db: Db, person: PersonId): Promise<NotificationView[]> {
  const rows = await db
    .selectFrom("notifications")
    .leftJoin("cases", "cases.id", "notifications.subject_id")
    .leftJoin("cases as appeals", "appeals.appeal_of", "cases.id")
    .select(["notifications.id", "notifications.at_ms", "notifications.kind", "notifications.data", "seen"])
    .select(["cases.id as case_id", "cases.thread_id", "cases.comment_id", "cases.body", "cases.decision"])
    .select(["appeals.id as appeal", "cases.kind as case_kind"])
    .where("notifications.person_id", "=", person)
    .orderBy("notifications.at_ms", "desc")
    .orderBy("notifications.id")
    .limit(SHOWN)
    .execute();
  const words = await wordsOf(
    db,
    rows.map((row) => row.comment_id),
  );
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind as NotificationKind, // only notify writes it
    atMs: row.at_ms,
    isNew: row.seen === 0,
    case: row.case_id,
    thread: row.thread_id,
    comment: row.comment_id === null ? null : commentCode(row.comment_id),
    words: row.body || (words.get(row.comment_id ?? "") ?? ""),
    data: JSON.parse(row.data),
    mayAppeal:
      row.kind === "words-removed" && row.decision === "removed" && row.case_kind !== "appeal" && row.appeal === null,
  }));
}

async function wordsOf(db: Db, ids: readonly (CommentId | null)[]): Promise<Map<string, string>> {
  const known = ids.filter((id) => id !== null);
  if (known.length === 0) return new Map();
  const rows = await commentRows(db).where("comments.id", "in", known).execute();
  return new Map(rows.map(({ id, body }) => [id, body]));
}
