import { isRefused, type Refusal } from "@podium/engine";
import type { FlagForm } from "@podium/protocol";
import type { UnitOfWork } from "../app.ts";
import { findComment, findThread, type CommentRow } from "./comment-rows.ts";
import { NO_COMMENT, type Pointing } from "./conversation.ts";
import { holdWords, waitingAbout } from "./holding.ts";
import { plainText } from "./plain-text.ts";
import { mayFlag } from "./policy.ts";
import { findThreadFor } from "./prepared.ts";
import { whyRestricted } from "./restrictions.ts";
import { competitionOfThread } from "./subjects.ts";

/**
 * Asks moderators to look at a comment, which is shown meanwhile. One reader flags a comment once; all flags of a comment
 * that waits are one case.
 */
export async function flagComment(unit: UnitOfWork, at: Pointing, form: FlagForm): Promise<CommentRow | Refusal> {
  const open = await findThreadFor(unit.db, at.viewer, at.thread);
  const row = await findComment(unit.db, at.thread, at.comment);
  if (open === undefined || row === undefined) return NO_COMMENT;
  const reader = mayFlag(at.viewer, row);
  if (isRefused(reader)) return reader;
  const competition = await competitionOfThread(unit.db, open);
  const restricted = await whyRestricted(unit, reader.id, { competition, doing: "flag" });
  if (restricted !== null) return restricted;
  const before = await unit.db
    .selectFrom("flags")
    .select("case_id")
    .where("comment_id", "=", row.id)
    .where("person_id", "=", reader.id)
    .executeTakeFirst();
  if (before !== undefined) return row;
  const about = await caseAbout(unit, row);
  if (isRefused(about)) return about;
  await unit.db
    .insertInto("flags")
    .values({
      comment_id: row.id,
      person_id: reader.id,
      reason: form.reason,
      words: plainText(form.words ?? ""),
      at_ms: unit.nowMs,
      case_id: about,
    })
    .execute();
  await unit.db
    .updateTable("comments")
    .set((eb) => ({ flags: eb("flags", "+", 1) }))
    .where("id", "=", row.id)
    .execute();
  await unit.record({
    kind: "comment-flagged",
    subject: { kind: "comment", id: row.id },
    data: { thread: at.thread, reason: form.reason },
  });
  return row;
}

/** The case of the comment that waits, or a new one; with the words as they are now, whatever their author makes of them. */
async function caseAbout(unit: UnitOfWork, row: CommentRow): Promise<string | Refusal> {
  const waiting = await waitingAbout(unit.db, row.id);
  if (waiting !== undefined) return waiting.id;
  const thread = await findThread(unit.db, row.thread_id);
  if (thread === undefined) return NO_COMMENT;
  const opened = await holdWords(unit, {
    thread,
    kind: "flagged",
    comment: row.id,
    authorId: row.author_id,
    why: [],
    body: row.body,
    parent: null,
    language: row.language,
    clientId: null,
  });
  return isRefused(opened) ? opened : opened.id;
}
