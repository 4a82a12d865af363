import {
  type CommentId,
  isRefused,
  type PersonId,
  type Refusal,
  refuse,
  searchStream,
  type ThreadId,
  type WordList,
} from "@podium/engine";
import type { CommentForm, Text, Viewer } from "@podium/protocol";
import type { Fact, Subject } from "../facts/fact.ts";
import { notSignedIn } from "../http/refusal-status.ts";
import { momentRow } from "../moments/moments.ts";
import { isDemoPerson } from "../people/roles.ts";
import type { UnitOfWork } from "../app.ts";
import type { Db } from "../storage/storage.ts";
import { dropSearchWords, keepSearchWords } from "../storage/comment-search.ts";
import { markupOf } from "./markup.ts";
import {
  commentRows,
  findComment,
  findThread,
  findThreadAbout,
  threadsAboutReportsOf,
  placedComment,
  type CommentRow,
  type ThreadRow,
} from "./comment-rows.ts";
import { whyToWait } from "./admission.ts";
import { dropWaiting, holdWords, whyHeld, type CaseRow } from "./holding.ts";
import { membersNamed, tellNamed } from "./mentions.ts";
import { plainText } from "./plain-text.ts";
import { closedBy, mayBeAnswered, mayChange, mayPost } from "./policy.ts";
import { placeComment } from "./posting.ts";
import { findSubjectFor, findThreadFor } from "./prepared.ts";
import { publishComment, publishCount } from "./publishing.ts";
import { whyRestricted } from "./restrictions.ts";
import { competitionOfThread } from "./subjects.ts";
import { momentId, threadId } from "../storage/codes.ts";
import { scoreAt } from "./score-then.ts";
import { threadTopic } from "./thread-topic.ts";
import { dropServed, dropTranslationsOf } from "./translation-rows.ts";
import { writtenLanguage } from "./written-language.ts";

export const NO_THREAD = refuse("thread-unknown", "There is no such thread.");
export const NO_SUBJECT = refuse("subject-unknown", "There is nothing of this kind to talk about.");
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
    slow_ms: null,
    members_only: 0,
  };
  await unit.db
    .insertInto("threads")
    .values({ ...row, created_at_ms: unit.nowMs, locked_by: null })
    .execute();
  await unit.record({ kind: "thread-opened", subject: { kind: "thread", id }, data: { subject } });
  return row;
}

/** The thread about something, opened where nobody has spoken yet. */
export async function threadAbout(unit: UnitOfWork, subject: Subject, title: Text): Promise<ThreadRow> {
  const known = await findThreadAbout(unit.db, subject);
  if (known !== undefined) return known;
  const wanted = subject.kind === "moment" ? subject.id : `${subject.kind}-${subject.id.replaceAll("/", "-")}`;
  const free = wanted.length <= ID_LENGTH_MAX && (await findThread(unit.db, threadId(wanted))) === undefined;
  const id = threadId(free ? wanted : `${wanted.slice(0, ID_LENGTH_MAX - 17).replace(/-$/, "")}-${lowercaseId(unit)}`);
  const opened = await openThread(unit, { id, subject, title });
  if (isRefused(opened)) throw new Error(opened.message);
  unit.invalidate([`${subject.kind}:${subject.id}`]);
  return opened;
}

/** The length of an id in the file of a competition. */
const ID_LENGTH_MAX = 60;

/** When a moment opens, so does the conversation about it, and those about its reports are read again. */
export async function openThreadOfMoment(unit: UnitOfWork, fact: Fact): Promise<void> {
  const moment = await momentRow(unit.db, momentId(fact.subject.id));
  if (moment === undefined) return;
  await threadAbout(unit, fact.subject, JSON.parse(moment.title));
  for (const thread of await threadsWith(unit.db, fact.subject)) await publishCount(unit, thread.id);
}

/** When something is prepared again, so is the conversation about it: cached pages no longer hold, and its streams end. */
export async function closeThreads(unit: UnitOfWork, fact: Fact): Promise<void> {
  const topics = (await threadsWith(unit.db, fact.subject)).map(({ id }) => threadTopic(id));
  unit.invalidate(topics);
  unit.endStreams(topics);
}

/** When a report is public, or tells something else, pages of the conversation about it show that. */
export async function followReport(unit: UnitOfWork, fact: Fact): Promise<void> {
  unit.invalidate((await threadsWith(unit.db, fact.subject)).map(({ id }) => threadTopic(id)));
}

/** The thread about something, and of a moment those about its reports. */
async function threadsWith(db: Db, { kind, id }: Subject): Promise<ThreadRow[]> {
  const own = await findThreadAbout(db, { kind, id });
  const ofReports = kind === "moment" ? await threadsAboutReportsOf(db, id) : [];
  return own === undefined ? ofReports : [own, ...ofReports];
}

/**
 * Posts the first comment about something, which opens the thread; where somebody was quicker, it stands in theirs.
 */
export async function postFirst(
  unit: UnitOfWork,
  subject: Subject,
  writing: Omit<Writing, "thread">,
): Promise<CommentRow | CaseRow | Refusal> {
  const found = await findSubjectFor(unit.db, writing.viewer, subject);
  if (found === null) return NO_SUBJECT;
  if (writing.viewer === null) return notSignedIn();
  const thread = await threadAbout(unit, subject, await found.title());
  return postComment(unit, { ...writing, thread: thread.id });
}

/** A comment that somebody wrote: where, what, and in which language the page was. */
export interface Writing {
  readonly viewer: Viewer | null;
  readonly thread: ThreadId;
  readonly form: CommentForm;
  readonly pageLanguage: string;
  /** The words that hold a comment. */
  readonly words: WordList;
}

/**
 * Posts a comment or a reply, or sets it aside for a moderator. What arrives twice with the same id is posted once, and
 * both times the answer is the comment, or the case in which it waits.
 */
export async function postComment(
  unit: UnitOfWork,
  { viewer, thread, form, pageLanguage, words }: Writing,
): Promise<CommentRow | CaseRow | Refusal> {
  const open = await findThreadFor(unit.db, viewer, thread);
  if (open === undefined) return NO_THREAD;
  const writer = mayPost(viewer, open);
  if (isRefused(writer)) return writer;
  const before = form.id === undefined ? undefined : await sentBefore(unit, thread, form.id);
  if (before !== undefined)
    return before.person === writer.id
      ? before.row
      : refuse("taken", "This comment was sent by somebody else already.");
  const wait = await whyNotNow(unit, open, writer);
  if (wait !== null) return wait;
  const parent = form.parent === undefined ? null : await answered(unit, thread, form.parent);
  if (isRefused(parent)) return parent;
  const body = plainText(form.body);
  if (body === "") return NO_WORDS;
  const written = {
    authorId: await authorOf(unit, writer),
    body,
    language: form.language ?? (await writtenLanguage(body, pageLanguage)),
    clientId: form.id ?? null,
  };
  const why = await whyHeld(unit, { thread: open, writer, text: body, words, parent });
  const heat = why.find((each) => each.rule === "heat");
  if (heat !== undefined) return tooHeated(heat.waitMs);
  if (why.length > 0)
    return holdWords(unit, { thread: open, kind: "new", comment: null, why, parent: parent?.id ?? null, ...written });
  const named = await membersNamed(unit.db, body);
  const row = await placeComment(unit, open, {
    ...written,
    named,
    code: lowercaseId(unit),
    parent,
    atMs: notBefore(parent, unit),
    score: await scoreAt(unit.db, open),
  });
  if (isRefused(row)) return row;
  await tellNamed(unit, row, named);
  return publishComment(unit, row);
}

/** Why somebody who may write in principle may not just now. */
async function whyNotNow(unit: UnitOfWork, thread: ThreadRow, writer: Viewer): Promise<Refusal | null> {
  const competition = await competitionOfThread(unit.db, thread);
  return (
    (await whyRestricted(unit, writer.id, { competition, doing: "write" })) ??
    (await whyToWait(unit, thread, { writer, competition }))
  );
}

/** Where comments are flagged, answers come slowly. */
function tooHeated(waitMs: number): Refusal {
  const minutes = Math.ceil(waitMs / 60_000);
  return refuse("too-heated", `This exchange is heated. You can answer in ${minutes} min.`, { minutes });
}

/** Now; or when a comment was posted, if a clock was set back since: nothing happens to a comment before it is there. */
export function notBefore(row: Pick<CommentRow, "at_ms"> | null, { nowMs }: Pick<UnitOfWork, "nowMs">): number {
  return Math.max(nowMs, row?.at_ms ?? 0);
}

interface Sent {
  readonly row: CommentRow | CaseRow;
  readonly person: PersonId | null;
}

async function sentBefore({ db }: UnitOfWork, thread: ThreadId, clientId: string): Promise<Sent | undefined> {
  const row = await commentRows(db)
    .where("thread_id", "=", thread)
    .where("client_id", "=", clientId)
    .executeTakeFirst();
  if (row !== undefined) return { row, person: row.person_id };
  const held = await db
    .selectFrom("cases")
    .innerJoin("authors", "authors.id", "cases.author_id")
    .selectAll("cases")
    .select("authors.person_id")
    .where("thread_id", "=", thread)
    .where("client_id", "=", clientId)
    .executeTakeFirst();
  return held === undefined ? undefined : { row: held, person: held.person_id };
}

async function answered(unit: UnitOfWork, thread: ThreadId, code: string): Promise<CommentRow | Refusal> {
  const parent = await findComment(unit.db, thread, code);
  return parent === undefined ? NO_COMMENT : mayBeAnswered(parent);
}

/** The name under which a person speaks, as it is now. */
export async function authorOf(unit: UnitOfWork, viewer: Viewer): Promise<string> {
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
export function lowercaseId(unit: UnitOfWork): string {
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

/**
 * Changes the words of one's own comment, or sets the new ones aside for a moderator while the old ones stand. What
 * stood there before is read beside it.
 */
export async function reviseComment(
  unit: UnitOfWork,
  at: Pointing,
  form: Pick<CommentForm, "body" | "language"> & Pick<Writing, "words">,
): Promise<CommentRow | CaseRow | Refusal> {
  const row = await changeable(unit.db, at);
  if (isRefused(row)) return row;
  const thread = await findThread(unit.db, at.thread);
  if (thread === undefined || at.viewer === null) return NO_THREAD;
  const competition = await competitionOfThread(unit.db, thread);
  const restricted = await whyRestricted(unit, at.viewer.id, { competition, doing: "write" });
  if (restricted !== null) return restricted;
  const body = plainText(form.body);
  if (body === "") return NO_WORDS;
  await dropWaiting(unit, row.id, ["edit"]);
  if (body === row.body) return row;
  const language = form.language ?? (await writtenLanguage(body, row.language ?? "en"));
  const why = await whyHeld(unit, { thread, writer: at.viewer, text: body, words: form.words, replaces: row.id });
  // What waits in its place goes on waiting there, with its new words.
  if (why.length > 0 && row.held_at_ms === null) {
    const words = { authorId: row.author_id, body, language, clientId: null };
    return holdWords(unit, { thread, kind: "edit", comment: row.id, why, parent: null, ...words });
  }
  return replaceWords(unit, row, { body, language });
}

/** Puts new words in the place of those of a comment. */
export async function replaceWords(
  unit: UnitOfWork,
  row: CommentRow,
  { body, language }: { readonly body: string; readonly language: string | null },
): Promise<CommentRow> {
  await storeRevision(unit, row);
  await dropServed(unit, row.id);
  const named = await membersNamed(unit.db, body);
  await unit.db
    .updateTable("comments")
    .set({ body, html: markupOf(body, named), language, edited_at_ms: notBefore(row, unit) })
    .where("id", "=", row.id)
    .execute();
  await keepSearchWords(unit.db, row.id, searchStream(body));
  await unit.record({ kind: "comment-revised", subject: { kind: "comment", id: row.id }, data: {} });
  const placed = await placedComment(unit.db, row.id);
  await tellNamed(unit, placed, named);
  return publishComment(unit, placed);
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
    hidden: row.held_at_ms === null ? 0 : 1,
  };
  await unit.db.insertInto("revisions").values(revision).execute();
}

/** Deletes one's own comment: its words and all earlier ones are gone, its place stays. Done twice, it is done once. */
export async function deleteComment(unit: UnitOfWork, at: Pointing): Promise<CommentRow | Refusal> {
  const row = await findComment(unit.db, at.thread, at.comment);
  if (row === undefined) return NO_COMMENT;
  const isOwn = row.person_id !== null && row.person_id === at.viewer?.id;
  if (row.deleted_at_ms !== null && isOwn) return row;
  // Of others' words nobody learns here that their conversation is being prepared.
  if (!isOwn && (await findThreadFor(unit.db, at.viewer, at.thread)) === undefined) return NO_COMMENT;
  const writer = mayChange(at.viewer, row);
  if (isRefused(writer)) return writer;
  await eraseWords(unit, row.id, notBefore(row, unit));
  return publishComment(unit, await placedComment(unit.db, row.id));
}

/** Leaves nothing of a comment but its place. */
export async function eraseWords(unit: UnitOfWork, id: CommentId, atMs: number): Promise<void> {
  await unit.db.deleteFrom("revisions").where("comment_id", "=", id).execute();
  await dropTranslationsOf(unit, id);
  await unit.db.deleteFrom("comment_mentions").where("comment_id", "=", id).execute();
  await dropSearchWords(unit.db, id);
  await dropWaiting(unit, id);
  await unit.db.updateTable("cases").set({ body: "" }).where("comment_id", "=", id).execute();
  await unit.db
    .updateTable("comments")
    .set({ body: "", html: null, language: null, deleted_at_ms: atMs })
    .where("id", "=", id)
    .execute();
  await unit.record({ kind: "comment-deleted", subject: { kind: "comment", id }, data: {}, atMs });
}
