import type { CommentId, Why } from "@podium/engine";
import { CASE_KINDS, FLAG_REASONS, type CaseAuthorView, type CaseView, type Viewer } from "@podium/protocol";
import { namesOf } from "../people/roles.ts";
import type { Db } from "../storage/storage.ts";
import { commentCode, commentRows, type CommentRow } from "./comment-rows.ts";
import type { CaseRow } from "./holding.ts";

/** Cases as moderators see them: with the words, what they answer, who wrote them and what became of the rest. */
export async function presentCases(db: Db, rows: readonly CaseRow[], viewer: Viewer): Promise<CaseView[]> {
  if (rows.length === 0) return [];
  const comments = await commentsById(
    db,
    rows.flatMap((row) => [row.comment_id, row.parent_id]),
  );
  const above = await commentsById(
    db,
    [...comments.values()].map((comment) => comment.parent_id),
  );
  const [threads, authors, people, flags, before] = await Promise.all([
    threadsOf(db, rows),
    authorsOf(db, rows),
    namesOf(
      db,
      rows.flatMap((row) => [row.decided_by, row.assigned_to]),
    ),
    flagsOf(db, rows),
    casesBefore(db, rows),
  ]);
  return rows.map((row) => {
    const comment = row.comment_id === null ? undefined : comments.get(row.comment_id);
    const parent = comments.get(row.parent_id ?? "") ?? above.get(comment?.parent_id ?? "");
    return {
      id: row.id,
      kind: CASE_KINDS.find((kind) => kind === row.kind) ?? "new",
      atMs: row.opened_at_ms,
      thread: threads.get(row.thread_id) ?? { id: row.thread_id, title: {} },
      comment: row.comment_id === null ? null : commentCode(row.comment_id),
      parent: parent === undefined ? null : { name: parent.name, number: parent.number, body: parent.body },
      standing: standingBeside(row, comment),
      author: authors.get(row.author_id) ?? { name: "", isMember: false, person: null, shown: 0, removed: 0 },
      language: row.language ?? comment?.language ?? null,
      body: row.body === "" ? (comment?.body ?? "") : row.body,
      why: JSON.parse(row.why),
      flags: flags.get(row.id) ?? [],
      assigned:
        row.assigned_to === null
          ? null
          : { name: people.get(row.assigned_to) ?? "", isMe: row.assigned_to === viewer.id },
      appeal: appealView(row, before.get(row.appeal_of ?? ""), viewer),
      decided: decidedView(row, people),
    } satisfies CaseView & { why: readonly Why[] };
  });
}

/** What stands meanwhile where the words of the case are others: of an edit, or of a comment that was changed after it was flagged. */
function standingBeside(row: CaseRow, comment: CommentRow | undefined): string | null {
  if (comment === undefined) return null;
  return row.kind === "edit" || (row.kind === "flagged" && row.body !== "" && row.body !== comment.body)
    ? comment.body
    : null;
}

function appealView(row: CaseRow, before: CaseRow | undefined, viewer: Viewer): CaseView["appeal"] {
  if (row.appeal === null) return null;
  return { words: row.appeal, reason: before?.reason ?? "", isOwn: before?.decided_by === viewer.id };
}

async function casesBefore(db: Db, rows: readonly CaseRow[]): Promise<Map<string, CaseRow>> {
  const ids = rows.flatMap((row) => (row.appeal_of === null ? [] : [row.appeal_of]));
  if (ids.length === 0) return new Map();
  const before = await db.selectFrom("cases").selectAll().where("id", "in", ids).execute();
  return new Map(before.map((row) => [row.id, row]));
}

async function flagsOf(db: Db, rows: readonly CaseRow[]): Promise<Map<string, CaseView["flags"]>> {
  const cases = rows.map((row) => row.id);
  const given = ["case_id", "reason", "words", "at_ms"] as const;
  const flags = await db
    .selectFrom("flags")
    .select(given)
    .where("case_id", "in", cases)
    .unionAll(db.selectFrom("translation_flags").select(given).where("case_id", "in", cases))
    .unionAll(db.selectFrom("note_flags").select(given).where("case_id", "in", cases))
    .orderBy("at_ms")
    .execute();
  const byCase = Map.groupBy(flags, (flag) => flag.case_id);
  return new Map(
    [...byCase].map(([id, all]) => [
      id,
      all.map(({ reason, words }) => ({ reason: FLAG_REASONS.find((each) => each === reason) ?? "other", words })),
    ]),
  );
}

function decidedView(row: CaseRow, deciders: ReadonlyMap<string, string>): CaseView["decided"] {
  if (row.decided_at_ms === null) return null;
  return {
    decision: row.decision === "removed" ? "removed" : "passed",
    reason: row.reason ?? "",
    by: deciders.get(row.decided_by ?? "") ?? "",
    atMs: row.decided_at_ms,
  };
}

async function commentsById(db: Db, ids: readonly (CommentId | null)[]): Promise<Map<string, CommentRow>> {
  const known = ids.filter((id) => id !== null);
  if (known.length === 0) return new Map();
  const rows = await commentRows(db).where("comments.id", "in", known).execute();
  return new Map(rows.map((row) => [row.id, row]));
}

async function threadsOf(db: Db, rows: readonly CaseRow[]): Promise<Map<string, CaseView["thread"]>> {
  const ids = [...new Set(rows.map((row) => row.thread_id))];
  const threads = await db.selectFrom("threads").select(["id", "title"]).where("id", "in", ids).execute();
  return new Map(threads.map(({ id, title }) => [id, { id, title: JSON.parse(title) }]));
}

async function authorsOf(db: Db, rows: readonly CaseRow[]): Promise<Map<string, CaseAuthorView>> {
  const ids = [...new Set(rows.map((row) => row.author_id))];
  const authors = await db
    .selectFrom("authors")
    .leftJoin("comments", "comments.author_id", "authors.id")
    .select(["authors.id", "authors.name", "authors.person_id"])
    .select(({ fn }) => [
      fn.count<number>("comments.id").as("all"),
      fn.count<number>("comments.removed_at_ms").as("removed"),
    ])
    .where("authors.id", "in", ids)
    .groupBy(["authors.id", "authors.name", "authors.person_id"])
    .execute();
  return new Map(
    authors.map(({ id, name, person_id: person, all, removed }) => [
      id,
      { name, isMember: person !== null, person, shown: Number(all) - Number(removed), removed: Number(removed) },
    ]),
  );
}
