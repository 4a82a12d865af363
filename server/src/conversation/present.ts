import { isRefused, type Refusal, refuse, type ThreadId, type Why } from "@podium/engine";
import type { CommentView, HeldView, Sort, ThreadView, Viewer } from "@podium/protocol";
import { stateIn, type App } from "../app.ts";
import { cachedRead, versionRead } from "../live/versioned-cache.ts";
import { leftOf } from "../people/names.ts";
import type { Db } from "../storage/storage.ts";
import {
  commentCode,
  findComment,
  findThread,
  findThreadAbout,
  type CommentRow,
  type ThreadRow,
} from "./comment-rows.ts";
import { isAnyValuedAcross } from "./across-borders.ts";
import { countOf } from "./counting.ts";
import { isFollowing } from "./following.ts";
import { ownWaiting, type CaseRow } from "./holding.ts";
import { openCachedViews } from "./cached-views.ts";
import { mayPost, stateOf } from "./policy.ts";
import { shownNotes } from "../notes/present.ts";
import { ancestorsOf, deepestOf, readOn } from "./reading.ts";
import { mayTalkAbout } from "./prepared.ts";
import { aboutOf, findSubject, subjectOf } from "./subjects.ts";
import { threadTopic } from "./thread-topic.ts";

/** Comments on one page, in reading order. */
export const COMMENTS_A_PAGE = 200;

/** What a comment looks like depends on who looks and on how deep the page goes. */
export interface CommentReader {
  readonly viewer: Viewer | null;
  readonly votes: ReadonlyMap<string, number>;
  readonly deepest: number;
}

export const asAnyone: CommentReader = { viewer: null, votes: new Map(), deepest: Infinity };

/** A comment as readers see it: of what is not shown, only its place, and why. */
export function presentComment(row: CommentRow, reader: CommentReader): CommentView {
  const state = stateOf(row);
  const shown = state === "shown";
  const vote = reader.votes.get(row.id);
  return {
    id: commentCode(row.id),
    thread: row.thread_id,
    parent: row.parent_id === null ? null : commentCode(row.parent_id),
    depth: row.depth,
    number: row.number,
    state,
    author: shown ? presentAuthor(row) : null,
    atMs: row.at_ms,
    editedAtMs: shown ? row.edited_at_ms : null,
    language: shown ? row.language : null,
    body: shown ? row.body : "",
    html: shown ? row.html : null,
    score: shown && row.score !== null ? JSON.parse(row.score) : null,
    removal: state === "removed" ? { reason: row.removal_reason ?? "", by: row.removed_by ?? "" } : null,
    up: shown ? row.up : 0,
    down: shown ? row.down : 0,
    myVote: vote === 1 || vote === -1 ? vote : 0,
    mine: reader.viewer !== null && row.person_id === reader.viewer.id,
    continues: row.depth >= reader.deepest && row.below > 0,
  };
}

function presentAuthor({ name, place, invented, person_id: person }: CommentRow): CommentView["author"] {
  return { name, place, invented: invented === 1, ...leftOf({ name, person_id: person }) };
}

/** Words that wait, as their author sees them. */
export function presentHeld(row: CaseRow): HeldView {
  const why: readonly Why[] = JSON.parse(row.why);
  return {
    id: row.id,
    comment: row.comment_id === null ? null : commentCode(row.comment_id),
    atMs: row.opened_at_ms,
    language: row.language,
    body: row.body,
    why: [...new Set(why.map(({ rule }) => rule))],
  };
}

/** One comment as a certain reader sees it, on a page of any depth. */
export async function presentFor(db: Db, viewer: Viewer | null, row: CommentRow): Promise<CommentView> {
  return presentComment(row, { viewer, votes: await votesOf(db, viewer, [row]), deepest: Infinity });
}

/** What a reader asks of a thread. */
export interface ThreadQuery {
  readonly viewer: Viewer | null;
  readonly sort: Sort;
  /** The last comment of the page before. */
  readonly after?: string | undefined;
  /** A comment that is to be read with what stands above and below it. */
  readonly focus?: string | undefined;
  /** Comments on the page; 200 when left out. */
  readonly limit?: number | undefined;
}

/** A page of a thread as it was read: the same for every reader but for their own comments and votes. */
interface ThreadRead {
  readonly thread: ThreadRow;
  readonly seen: readonly { readonly row: CommentRow; readonly byAnyone: CommentView }[];
  readonly deepest: number;
  readonly view: Pick<ThreadView, "id" | "count" | "next" | "version" | "notes" | "sortedAsBest">;
}

const NO_THREAD = refuse("thread-unknown", "There is no such thread.");
const THREADS_CACHED = 32;
const cachedViews = { make: openCachedViews };
const cachedThreads = { make: (app: App) => cachedRead<ThreadRead | Refusal>(app, THREADS_CACHED) };

/** A page of a thread. */
export async function presentThread(app: App, id: ThreadId, query: ThreadQuery): Promise<ThreadView | Refusal> {
  const { viewer, sort, after, focus, limit } = query;
  const read = await stateIn(app, cachedThreads)(JSON.stringify([id, sort, after, focus, limit]), async () => {
    const value = await readThread(app, id, query);
    return { value, topics: isRefused(value) ? null : [threadTopic(id)] };
  });
  if (isRefused(read)) return read;
  const { thread, view } = read;
  const { db } = app.storage;
  const found = await findSubject(db, aboutOf(thread));
  if (found !== null && !mayTalkAbout(viewer, found)) return NO_THREAD;
  const subject = await subjectOf(thread, found);
  const comments = await personalise(db, read, viewer);
  return {
    ...view,
    title: subject.kind === "moment" ? JSON.parse(thread.title) : subject.title,
    subject,
    sort,
    comments,
    held: viewer === null ? [] : (await ownWaiting(db, id, viewer.id)).map(presentHeld),
    locked: thread.locked_at_ms !== null,
    slowSeconds: (thread.slow_ms ?? 0) / 1000,
    membersOnly: thread.members_only === 1,
    mayPost: !isRefused(mayPost(viewer, thread)),
    follows: await isFollowing(db, viewer?.id, aboutOf(thread)),
  };
}

/** The first page of the conversation about something; null when there is none. */
export async function presentThreadAbout(
  app: App,
  subject: { readonly kind: string; readonly id: string },
  query: ThreadQuery,
): Promise<ThreadView | null> {
  const thread = await findThreadAbout(app.storage.db, subject);
  if (thread === undefined) return null;
  const view = await presentThread(app, thread.id, query);
  return isRefused(view) ? null : view;
}

async function readThread(app: App, id: ThreadId, query: ThreadQuery): Promise<ThreadRead | Refusal> {
  const { db } = app.storage;
  const version = versionRead(app, threadTopic(id));
  const thread = await findThread(db, id);
  if (thread === undefined) return NO_THREAD;
  const top = query.focus === undefined ? null : await findComment(db, id, query.focus);
  const after = query.after === undefined ? null : await findComment(db, id, query.after);
  if (top === undefined || after === undefined || (top !== null && stateOf(top) === "held" && top.below === 0))
    return refuse("comment-unknown", "There is no such comment.");
  const { rows, more } = await readOn(db, {
    thread: id,
    sort: query.sort,
    top,
    after,
    limit: query.limit ?? COMMENTS_A_PAGE,
  });
  const above = top === null || after !== null ? [] : [...(await ancestorsOf(db, top)), top];
  const deepest = deepestOf(top);
  const anyone = { ...asAnyone, deepest };
  const views = stateIn(app, cachedViews);
  const viewOf = (row: CommentRow) => views.of(row, deepest, () => presentComment(row, anyone));
  return {
    thread,
    deepest,
    seen: [...above, ...rows].map((row) => ({ row, byAnyone: viewOf(row) })),
    view: {
      id,
      count: await countOf(db, id),
      next: more ? lastCode(rows) : null,
      sortedAsBest: query.sort === "across-borders" && after === null && !isAnyValuedAcross(rows),
      version,
      notes: await shownNotes(
        db,
        threadTopic(id),
        [...above, ...rows].filter((row) => stateOf(row) === "shown").map((row) => row.id),
      ),
    },
  };
}

/** The comments as one reader sees them. */
async function personalise(db: Db, { seen, deepest }: ThreadRead, viewer: Viewer | null): Promise<CommentView[]> {
  const votes = await votesOf(
    db,
    viewer,
    seen.map(({ row }) => row),
  );
  return seen.map(({ row, byAnyone }) => {
    const isOwn = viewer !== null && row.person_id === viewer.id;
    return isOwn || votes.has(row.id) ? presentComment(row, { viewer, votes, deepest }) : byAnyone;
  });
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
    .where(
      "comment_id",
      "in",
      rows.map((row) => row.id),
    )
    .execute();
  return new Map(votes.map(({ comment_id, value }) => [comment_id, value]));
}
