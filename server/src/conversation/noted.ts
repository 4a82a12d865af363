import { type Refusal, refuse } from "@podium/engine";
import { isNoteSubject, type NotedView, type NoteSubject, type Viewer } from "@podium/protocol";
import { momentRow } from "../moments/moments.ts";
import { presentPhotos } from "../moments/present.ts";
import { photoRow } from "../moments/photos.ts";
import { reactionRows } from "../reports/reactions.ts";
import { reportRow, stateOf as stateOfReport } from "../reports/reports.ts";
import { codeOf, commentId, momentId, momentOf, threadId } from "../storage/codes.ts";
import type { Db } from "../storage/storage.ts";
import { findComment, findThreadAbout, type ThreadRow } from "./comment-rows.ts";
import { stateOf } from "./policy.ts";
import { findThreadFor } from "./prepared.ts";
import { threadTopic } from "./thread-topic.ts";

/** What a note is about, as long as everybody may see it: with the conversation whose moderators look after it. */
export interface FoundNoted {
  readonly view: NotedView;
  readonly thread: ThreadRow;
  readonly topic: string;
}

type Finder = (db: Db, id: string, viewer: Viewer | null) => Promise<FoundNoted | null>;

const finders: Readonly<Record<NoteSubject, Finder>> = {
  comment: notedComment,
  report: notedReport,
  reaction: notedReaction,
  photo: notedPhoto,
};

/** Looks up what a note is about; null for what is not there, not shown or not public. */
export async function findNoted(
  db: Db,
  viewer: Viewer | null,
  { kind, id }: { readonly kind: string; readonly id: string },
): Promise<FoundNoted | null> {
  return isNoteSubject(kind) ? finders[kind](db, id, viewer) : null;
}

/** Reads `comment:paris-2024-xd-podium/c12`. */
export function notedIn(written: string): { readonly kind: NoteSubject; readonly id: string } | Refusal {
  const [, kind = "", id = ""] = /^([a-z]+):(.{1,240})$/.exec(written) ?? [];
  return isNoteSubject(kind)
    ? { kind, id }
    : refuse("subject-unknown", "A note is about a comment, report, reaction or photo, written as KIND:ID.");
}

async function notedComment(db: Db, id: string, viewer: Viewer | null): Promise<FoundNoted | null> {
  const thread = await findThreadFor(db, viewer, threadId(momentOf(commentId(id))));
  const row = thread && (await findComment(db, thread.id, codeOf(id)));
  if (thread === undefined || row === undefined || stateOf(row) !== "shown") return null;
  const href = `/threads/${thread.id}/comments/${codeOf(id)}`;
  const words = { words: row.body, language: row.language };
  const view = {
    kind: "comment",
    id,
    title: JSON.parse(thread.title),
    ...words,
    href,
    record: `${href}/record`,
  } as const;
  return { view, thread, topic: threadTopic(thread.id) };
}

async function notedReport(db: Db, id: string): Promise<FoundNoted | null> {
  const row = await reportRow(db, id);
  if (row === undefined || stateOfReport(row) !== "published") return null;
  const href = `/moments/${momentOf(id)}/reports/${codeOf(id)}`;
  return atMoment(db, momentOf(id), { kind: "report", id, words: row.headline, language: row.language, href });
}

async function notedReaction(db: Db, id: string): Promise<FoundNoted | null> {
  const row = (await reactionRows(db, momentOf(id))).find((each) => each.id === id);
  if (row === undefined || row.state === "taken-back") return null;
  const href = `/moments/${momentOf(id)}`;
  return atMoment(db, momentOf(id), { kind: "reaction", id, words: row.words, language: row.language, href });
}

async function notedPhoto(db: Db, id: string): Promise<FoundNoted | null> {
  const row = await photoRow(db, id);
  const shown = row && (await presentPhotos(db, row.moment_id)).find((photo) => photo.id === id);
  if (row === undefined || shown === undefined) return null;
  const words = shown.caption ?? shown.alt ?? "";
  return atMoment(db, row.moment_id, { kind: "photo", id, words, language: null, href: `/moments/${row.moment_id}` });
}

/** What stands on the page of a moment that has opened. */
async function atMoment(db: Db, id: string, view: Omit<NotedView, "title" | "record">): Promise<FoundNoted | null> {
  const moment = await momentRow(db, momentId(id));
  const thread = await findThreadAbout(db, { kind: "moment", id });
  if (moment === undefined || moment.opened_at_ms === null || thread === undefined) return null;
  return { view: { ...view, title: JSON.parse(moment.title), record: null }, thread, topic: `moment:${id}` };
}
