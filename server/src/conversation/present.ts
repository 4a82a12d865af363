import { isRefused, refuse, type Refusal } from "@podium/engine";
import type { CommentView, Sort, ThreadView, Viewer } from "@podium/protocol";
import type { Db } from "../storage/storage.ts";
import { commentCode, findComment, findThread, findThreadAbout, type CommentRow, type ThreadRow } from "./comment-rows.ts";
import { countOf } from "./counting.ts";
import { mayPost, stateOf } from "./policy.ts";
import { ancestorsOf, deepestOf, readOn } from "./reading.ts";
import { subjectOf } from "./subjects.ts";

/** Comments on one page, in reading order. */
export const COMMENTS_A_PAGE = 200;

/** What a comment looks like depends on who looks and on how deep the page goes. */
export interface Looking {
  readonly viewer: Viewer | null;
  readonly votes: ReadonlyMap<string, number>;
  readonly deepest: number;
}

export const asAnyone: Looking = { viewer: null, votes: new Map(), deepest: Infinity };

/** A comment as it leaves the building: of what is not shown, only its place, and why. */
export function presentComment(row: CommentRow, looking: Looking): CommentView {
  const state = stateOf(row);
  const shown = state === "shown";
  const vote = looking.votes.get(row.id);
  return {
    id: commentCode(row.id),
    thread: row.thread_id,
    parent: row.parent_id === null ? null : commentCode(row.parent_id),
    depth: row.depth,
    number: row.number,
    state,
    author: shown ? { name: row.name, place: row.place, invented: row.invented === 1 } : null,
    atMs: row.at_ms,
    editedAtMs: shown ? row.edited_at_ms : null,
    language: shown ? row.language : null,
    body: shown ? row.body : "",
    removal: state === "removed" ? { reason: row.removal_reason ?? "", by: row.removed_by ?? "" } : null,
    up: shown ? row.up : 0,
    down: shown ? row.down : 0,
    myVote: vote === 1 || vote === -1 ? vote : 0,
    mine: looking.viewer !== null && row.person_id === looking.viewer.id,
    continues: row.depth >= looking.deepest && row.below > 0,
  };
}

/** One comment as a certain reader sees it, on a page of any depth. */
export async function presentFor(db: Db, viewer: Viewer | null, row: CommentRow): Promise<CommentView> {
  return presentComment(row, { viewer, votes: await votesOf(db, viewer, [row]), deepest: Infinity });
}

/** What a reader asks of a thread. */
export interface Asked {
  readonly viewer: Viewer | null;
  readonly sort: Sort;
  /** The last comment of the page before. */
  readonly after?: string | undefined;
  /** A comment that is to be read with what stands above and below it. */
  readonly focus?: string | undefined;
  /** Comments on the page; 200 when left out. */
  readonly limit?: number | undefined;
  /** Rises with every change of the thread. */
  readonly version: number;
}

/** A page of a thread. */
export async function presentThread(db: Db, id: string, asked: Asked): Promise<ThreadView | Refusal> {
  const thread = await findThread(db, id);
  if (thread === undefined) return refuse("thread-unknown", "There is no such thread.");
  const top = asked.focus === undefined ? null : await findComment(db, id, asked.focus);
  const after = asked.after === undefined ? null : await findComment(db, id, asked.after);
  if (top === undefined || after === undefined) return refuse("comment-unknown", "There is no such comment.");
  const read = await readOn(db, { thread: id, sort: asked.sort, top, after, limit: asked.limit ?? COMMENTS_A_PAGE });
  const above = top === null || after !== null ? [] : [...(await ancestorsOf(db, top)), top];
  return dress(db, thread, { asked, rows: [...above, ...read.rows], next: read.more ? lastCode(read.rows) : null, deepest: deepestOf(top) });
}

/** The first page of the conversation about something; null when there is none. */
export async function presentThreadAbout(db: Db, subject: { readonly kind: string; readonly id: string }, asked: (thread: string) => Asked): Promise<ThreadView | null> {
  const thread = await findThreadAbout(db, subject);
  if (thread === undefined) return null;
  const view = await presentThread(db, thread.id, asked(thread.id));
  return isRefused(view) ? null : view;
}

async function dress(
  db: Db,
  thread: ThreadRow,
  page: { readonly asked: Asked; readonly rows: readonly CommentRow[]; readonly next: string | null; readonly deepest: number },
): Promise<ThreadView> {
  const { viewer, sort, version } = page.asked;
  const looking: Looking = { viewer, votes: await votesOf(db, viewer, page.rows), deepest: page.deepest };
  return {
    id: thread.id,
    title: JSON.parse(thread.title),
    subject: await subjectOf(db, thread),
    count: await countOf(db, thread.id),
    sort,
    comments: page.rows.map((row) => presentComment(row, looking)),
    next: page.next,
    version,
    locked: thread.locked_at_ms !== null,
    mayPost: !isRefused(mayPost(viewer, thread)),
  };
}

function lastCode(rows: readonly CommentRow[]): string | null {
  const last = rows.at(-1);
  return last === undefined ? null : commentCode(last.id);
}

async function votesOf(db: Db, viewer: Viewer | null, rows: readonly CommentRow[]): Promise<Map<string, number>> {
  if (viewer === null || rows.length === 0) return new Map();
  const votes = await db
    .selectFrom("votes")
    .select(["comment_id", "value"])
    .where("person_id", "=", viewer.id)
    .where("comment_id", "in", rows.map((row) => row.id))
    .execute();
  return new Map(votes.map(({ comment_id, value }) => [comment_id, value]));
}
