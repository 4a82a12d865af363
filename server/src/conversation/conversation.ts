import { type CommentId, guessLanguage, isRefused, type Refusal, refuse, type ThreadId } from "@podium/engine";
import type { CommentForm, Text, Viewer } from "@podium/protocol";
import type { Fact, Subject } from "../facts/fact.ts";
import { momentRow } from "../moments/moments.ts";
import { isDemoPerson } from "../people/roles.ts";
import type { UnitOfWork } from "../app.ts";
import type { Db } from "../storage/storage.ts";
import {
  commentRows,
  findComment,
  findThread,
  findThreadAbout,
  placedComment,
  type CommentRow,
  type ThreadRow,
} from "./comment-rows.ts";
import { plainText } from "./plain-text.ts";
import { closedBy, mayBeAnswered, mayChange, mayPost } from "./policy.ts";
import { placeComment } from "./posting.ts";
import { findThreadFor } from "./prepared.ts";
import { publishComment, publishCount } from "./publishing.ts";
import { momentId, threadId } from "../storage/codes.ts";
import { threadTopic } from "./thread-topic.ts";

export const NO_THREAD = refuse("thread-unknown", "There is no such thread.");
export const NO_COMMENT = refuse("comment-unknown", "There is no such comment.");
const NO_WORDS = refuse("comment-empty", "A comment needs words.");

/** Opens the conversation about something. One subject has at most one thread. */
export async function openThread(
  unit: UnitOfWork,
  thread: { readonly id: ThreadId; readonly subject: Subject; readonly title: Text },
): Promise<ThreadRow | Refusal> {
  const { id, subject } = thread;
  if ((await findThread(unit.db, id)) !== undefined)
    return refuse("thread-taken", `There is a thread ${id} already.`, { thread: id });
  const row = {
    id,
    subject_kind: subject.kind,
    subject_id: subject.id,
    title: JSON.stringify(thread.title),
    locked_at_ms: null,
  };
  await unit.db
    .insertInto("threads")
    .values({ ...row, created_at_ms: unit.nowMs, locked_by: null })
    .execute();
  await unit.record({ kind: "thread-opened", subject: { kind: "thread", id }, data: { subject } });
  return row;
}

/** When a moment opens, so does the conversation about it; one that was there before goes on. */
export async function openThreadOfMoment(unit: UnitOfWork, fact: Fact): Promise<void> {
  const moment = await momentRow(unit.db, momentId(fact.subject.id));
  if (moment === undefined) return;
  const prepared = await findThreadAbout(unit.db, fact.subject);
  if (prepared !== undefined) return publishCount(unit, prepared.id);
  const title = JSON.parse(moment.title);
  const opened = await openThread(unit, { id: threadId(moment.id), subject: fact.subject, title });
  if (isRefused(opened))
    await openThread(unit, { id: threadId(`${moment.id}-${lowercaseId(unit)}`), subject: fact.subject, title });
}

/** When a moment is prepared again, so is the conversation about it: cached pages no longer hold, and its streams end. */
export async function closeThreadOfMoment(unit: UnitOfWork, fact: Fact): Promise<void> {
  const thread = await findThreadAbout(unit.db, fact.subject);
  if (thread === undefined) return;
  const topics = [threadTopic(thread.id)];
  unit.invalidate(topics);
  unit.endStreams(topics);
}

/** A comment that somebody wrote: where, what, and in which language the page was. */
export interface Writing {
  readonly viewer: Viewer | null;
  readonly thread: ThreadId;
  readonly form: CommentForm;
  readonly pageLanguage: string;
}

/** Posts a comment or a reply. What arrives twice with the same id is posted once, and both times the answer is the comment. */
export async function postComment(
  unit: UnitOfWork,
  { viewer, thread, form, pageLanguage }: Writing,
): Promise<CommentRow | Refusal> {
  const open = await findThreadFor(unit.db, viewer, thread);
  if (open === undefined) return NO_THREAD;
  const writer = mayPost(viewer, open);
  if (isRefused(writer)) return writer;
  const before = form.id === undefined ? undefined : await sentBefore(unit, thread, form.id);
  if (before !== undefined)
    return before.person_id === writer.id ? before : refuse("taken", "This comment was sent by somebody else already.");
  const parent = form.parent === undefined ? null : await answered(unit, thread, form.parent);
  if (isRefused(parent)) return parent;
  const body = plainText(form.body);
  if (body === "") return NO_WORDS;
  const row = await placeComment(unit, open, {
    code: lowercaseId(unit),
    parent,
    authorId: await authorOf(unit, writer),
    atMs: notBefore(parent, unit),
    body,
    language: form.language ?? guessLanguage(body, pageLanguage),
    clientId: form.id ?? null,
    imported: { up: 0, down: 0 },
  });
  if (!isRefused(row)) await publishComment(unit, row);
  return row;
}

/** Now; or when a comment was posted, if a clock was set back since: nothing happens to a comment before it is there. */
export function notBefore(row: Pick<CommentRow, "at_ms"> | null, { nowMs }: Pick<UnitOfWork, "nowMs">): number {
  return Math.max(nowMs, row?.at_ms ?? 0);
}

async function sentBefore(unit: UnitOfWork, thread: ThreadId, clientId: string): Promise<CommentRow | undefined> {
  return commentRows(unit.db).where("thread_id", "=", thread).where("client_id", "=", clientId).executeTakeFirst();
}

async function answered(unit: UnitOfWork, thread: ThreadId, code: string): Promise<CommentRow | Refusal> {
  const parent = await findComment(unit.db, thread, code);
  return parent === undefined ? NO_COMMENT : mayBeAnswered(parent);
}

/** The name under which a person speaks, as it is now. */
async function authorOf(unit: UnitOfWork, viewer: Viewer): Promise<string> {
  const known = await unit.db
    .selectFrom("authors")
    .select(["id", "name"])
    .where("person_id", "=", viewer.id)
    .executeTakeFirst();
  if (known?.name === viewer.name) return known.id;
  if (known !== undefined) {
    await unit.db.updateTable("authors").set({ name: viewer.name }).where("id", "=", known.id).execute();
    return known.id;
  }
  const id = lowercaseId(unit);
  const invented = (await isDemoPerson(unit.db, viewer.id)) ? 1 : 0;
  await unit.db
    .insertInto("authors")
    .values({ id, person_id: viewer.id, name: viewer.name, place: null, invented })
    .execute();
  return id;
}

/** Small letters and digits only, as ids are written in the file of a competition. */
function lowercaseId(unit: UnitOfWork): string {
  return unit
    .randomId(16)
    .toLowerCase()
    .replaceAll(/[^a-z0-9]/g, "");
}

/** One comment, pointed at by a person who wants something done to it. */
export interface Pointing {
  readonly viewer: Viewer | null;
  readonly thread: ThreadId;
  readonly comment: string;
}

/** A comment that who asks may change: known before anything is read that they sent. */
export async function changeable(db: Db, at: Pointing): Promise<CommentRow | Refusal> {
  const thread = await findThreadFor(db, at.viewer, at.thread);
  const row = await findComment(db, at.thread, at.comment);
  if (thread === undefined || row === undefined) return NO_COMMENT;
  const writer = mayChange(at.viewer, row);
  return isRefused(writer) ? writer : (closedBy(thread) ?? row);
}

/** Changes the words of one's own comment. What stood there before is stored for moderators. */
export async function reviseComment(
  unit: UnitOfWork,
  at: Pointing,
  words: Pick<CommentForm, "body" | "language">,
): Promise<CommentRow | Refusal> {
  const row = await changeable(unit.db, at);
  if (isRefused(row)) return row;
  const body = plainText(words.body);
  if (body === "") return NO_WORDS;
  if (body === row.body) return row;
  await storeRevision(unit, row);
  const language = words.language ?? guessLanguage(body, row.language ?? "en");
  await unit.db
    .updateTable("comments")
    .set({ body, language, edited_at_ms: notBefore(row, unit) })
    .where("id", "=", row.id)
    .execute();
  await unit.record({ kind: "comment-revised", subject: { kind: "comment", id: row.id }, data: {} });
  return publishComment(unit, await placedComment(unit.db, row.id));
}

async function storeRevision(unit: UnitOfWork, row: CommentRow): Promise<void> {
  const last = await unit.db
    .selectFrom("revisions")
    .select((eb) => eb.fn.max("number").as("number"))
    .where("comment_id", "=", row.id)
    .executeTakeFirst();
  const revision = {
    comment_id: row.id,
    number: (last?.number ?? 0) + 1,
    body: row.body,
    replaced_at_ms: unit.nowMs,
  };
  await unit.db.insertInto("revisions").values(revision).execute();
}

/** Deletes one's own comment: its words and all earlier ones are gone, its place stays. Done twice, it is done once. */
export async function deleteComment(unit: UnitOfWork, at: Pointing): Promise<CommentRow | Refusal> {
  const row = await findComment(unit.db, at.thread, at.comment);
  if (row === undefined) return NO_COMMENT;
  if (row.deleted_at_ms !== null && row.person_id !== null && row.person_id === at.viewer?.id) return row;
  const writer = mayChange(at.viewer, row);
  if (isRefused(writer)) return writer;
  await eraseWords(unit, row.id, notBefore(row, unit));
  return publishComment(unit, await placedComment(unit.db, row.id));
}

/** Leaves nothing of a comment but its place. */
export async function eraseWords(unit: UnitOfWork, id: CommentId, atMs: number): Promise<void> {
  await unit.db.deleteFrom("revisions").where("comment_id", "=", id).execute();
  await unit.db
    .updateTable("comments")
    .set({ body: "", language: null, deleted_at_ms: atMs })
    .where("id", "=", id)
    .execute();
  await unit.record({ kind: "comment-deleted", subject: { kind: "comment", id }, data: {}, atMs });
}
