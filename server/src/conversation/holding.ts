import {
  ancestorPaths,
  fingerprint,
  moderate,
  refuse,
  type Author,
  type CommentId,
  type Heat,
  type PersonId,
  type Refusal,
  type Why,
  type WordList,
} from "@podium/engine";
import type { Viewer } from "@podium/protocol";
import type { UnitOfWork } from "../app.ts";
import { prepareWords } from "../people/held-words.ts";
import { holdsOne } from "../people/policy.ts";
import type { Db } from "../storage/storage.ts";
import { placedComment, type CommentRow, type ThreadRow } from "./comment-rows.ts";
import { rulesIn, type ModerationRules } from "./rules.ts";
import { competitionOfThread } from "./subjects.ts";

/** Somebody stops being a newcomer with so many comments that stand. */
export const NEWCOMER_BELOW = 3;
/** What is compared: the newest comments of the thread and of the author, of the last minutes. */
const LATELY_MS = 10 * 60_000;
const OF_THE_THREAD = 50;
const OF_THE_AUTHOR = 20;
/** A short cheer is written twice by whoever cheers twice. */
const SHORTEST_REPEATED = 12;
/** How many texts of one person may wait at once. */
const MOST_WAITING = 20;

/** Words that wait for a moderator, or were decided on by one. */
export interface CaseRow {
  readonly id: string;
  readonly thread_id: ThreadRow["id"];
  readonly competition_id: string | null;
  readonly kind: string;
  readonly comment_id: CommentId | null;
  readonly note_id: string | null;
  readonly translation_id: string | null;
  readonly author_id: string;
  readonly opened_at_ms: number;
  readonly why: string;
  readonly body: string;
  readonly parent_id: CommentId | null;
  readonly language: string | null;
  readonly client_id: string | null;
  readonly decided_at_ms: number | null;
  readonly decided_by: PersonId | null;
  readonly decision: string | null;
  readonly reason: string | null;
  readonly assigned_to: PersonId | null;
  readonly appeal_of: string | null;
  readonly appeal: string | null;
}

/** Tells words that wait from a comment that stands. */
export function isHeld(row: CommentRow | CaseRow): row is CaseRow {
  return "opened_at_ms" in row;
}

/** Words about to be shown. */
interface Checked {
  readonly thread: ThreadRow;
  readonly writer: Viewer;
  readonly text: string;
  readonly words: WordList;
  /** The comment whose words they replace. */
  readonly replaces?: CommentId;
  /** What they answer. */
  readonly parent?: CommentRow | null;
}

/**
 * Why words wait for a moderator, by the checks of the engine in their order; none lets them stand at once. Moderators
 * are not asked. Reads at most some tens of comments, however long the thread is.
 */
export async function whyHeld(unit: UnitOfWork, checked: Checked): Promise<readonly Why[]> {
  const { thread, writer, text, words } = checked;
  const competition = await competitionOfThread(unit.db, thread);
  if (holdsOne(writer, competition ?? undefined, ["moderator"])) return [];
  const author = await authorKnown(unit.db, writer, await rulesIn(unit.db, competition));
  const [lately, heat] = await Promise.all([saidLately(unit, checked), heatOf(unit, checked)]);
  return moderate({ text, known: { nowMs: unit.nowMs, words, author, lately, heat } });
}

const HEATED_MS = 24 * 60 * 60_000;

/** How often what is answered, and what the writer said here lately, was flagged. What is written anew answers nothing new. */
async function heatOf({ db, nowMs }: UnitOfWork, { thread, writer, parent = null }: Checked): Promise<Heat> {
  const paths = parent === null ? [] : [...ancestorPaths(parent.path), parent.path];
  const above = await db
    .selectFrom("comments")
    .select((eb) => eb.fn.sum<number | null>("flags").as("flags"))
    .where("thread_id", "=", thread.id)
    .where("path", "in", [...paths, ""])
    .executeTakeFirst();
  const own = await db
    .selectFrom("comments")
    .innerJoin("authors", "authors.id", "comments.author_id")
    .select((eb) => [eb.fn.sum<number | null>("flags").as("flags"), eb.fn.max("at_ms").as("last")])
    .where("authors.person_id", "=", writer.id)
    .where("thread_id", "=", thread.id)
    .where("at_ms", ">", nowMs - HEATED_MS)
    .executeTakeFirst();
  return {
    flagsAbove: Number(above?.flags ?? 0),
    ownFlags: paths.length === 0 ? 0 : Number(own?.flags ?? 0),
    lastCommentAtMs: own?.last ?? 0,
  };
}

async function authorKnown(db: Db, { id }: Viewer, rules: ModerationRules): Promise<Author> {
  const most = Math.max(NEWCOMER_BELOW, rules.firstHeld);
  const standing = await db
    .selectFrom("comments")
    .innerJoin("authors", "authors.id", "comments.author_id")
    .select("comments.id")
    .where("authors.person_id", "=", id)
    .where("removed_at_ms", "is", null)
    .where("deleted_at_ms", "is", null)
    .where("held_at_ms", "is", null)
    .limit(most)
    .execute();
  return {
    account: id,
    approvedComments: standing.length,
    newcomerBelow: NEWCOMER_BELOW,
    firstHeld: rules.firstHeld,
    newcomerLinks: rules.newcomerLinks,
    sameAs: null,
  };
}

/** What the writer and others wrote in the last minutes, in the thread and elsewhere, placed or waiting. */
async function saidLately({ db, nowMs }: UnitOfWork, { thread, writer, replaces, text }: Checked) {
  if (text.length < SHORTEST_REPEATED) return [];
  const since = nowMs - LATELY_MS;
  const comments = db
    .selectFrom("comments")
    .innerJoin("authors", "authors.id", "comments.author_id")
    .select(["comments.id", "authors.person_id", "comments.body", "at_ms"]);
  const cases = db
    .selectFrom("cases")
    .innerJoin("authors", "authors.id", "cases.author_id")
    .select(["cases.id", "authors.person_id", "cases.body", "cases.comment_id", "opened_at_ms as at_ms"])
    .where("opened_at_ms", ">=", since)
    .orderBy("opened_at_ms", "desc");
  // What is older is left out here: asked to, the database looks for newer ones through the whole thread.
  const written = await Promise.all([
    comments.where("thread_id", "=", thread.id).orderBy("number", "desc").limit(OF_THE_THREAD).execute(),
    comments.where("authors.person_id", "=", writer.id).orderBy("at_ms", "desc").limit(OF_THE_AUTHOR).execute(),
    cases.where("thread_id", "=", thread.id).limit(OF_THE_AUTHOR).execute(),
    cases.where("authors.person_id", "=", writer.id).limit(OF_THE_AUTHOR).execute(),
  ]);
  return [...new Map(written.flat().map((each) => [each.id as string, each])).values()]
    .filter(({ at_ms: atMs }) => atMs >= since)
    .filter((each) => each.id !== replaces && !("comment_id" in each && each.comment_id === (replaces ?? "")))
    .filter(({ body }) => body.length >= SHORTEST_REPEATED)
    .map(({ id, person_id, body }) => ({ id, account: person_id ?? id, print: fingerprint(body) }));
}

/**
 * `new`: before it is placed. `edit`: new words of a comment. `placed`: held where it stands, imported or shown before.
 * `flagged`: shown meanwhile. `removal`: removed at once. `appeal`: decided before, by somebody else.
 * `note`: a reader's note, out of sight meanwhile. `translation`: a member's, shown meanwhile where readers flagged it.
 */
export type CaseKind = "new" | "edit" | "placed" | "flagged" | "removal" | "appeal" | "note" | "translation";

/** Words to be set aside, and why. */
interface Holding {
  readonly thread: ThreadRow;
  readonly kind: CaseKind;
  readonly comment: CommentId | null;
  readonly note?: string;
  readonly translation?: string;
  readonly authorId: string;
  readonly why: readonly Why[];
  readonly body: string;
  readonly parent: CommentId | null;
  readonly language: string | null;
  readonly clientId: string | null;
}

/** Whether it is out of sight since a check held it: a flag holds nothing. */
function isWaiting({ kind, why }: Holding): boolean {
  return ["new", "edit", "note"].includes(kind) || (kind === "translation" && why.length > 0);
}

/**
 * Sets words aside until a moderator has looked at them. They stand in no table that readers are shown anything of.
 */
export async function holdWords(unit: UnitOfWork, holding: Holding): Promise<CaseRow | Refusal> {
  if (isWaiting(holding) && (await waitingOf(unit, holding.authorId)) >= MOST_WAITING)
    return refuse("too-many-held", `${MOST_WAITING} of your texts wait for a moderator already.`, {
      most: MOST_WAITING,
    });
  const row: CaseRow = {
    id: unit.randomId(12),
    thread_id: holding.thread.id,
    competition_id: await competitionOfThread(unit.db, holding.thread),
    kind: holding.kind,
    comment_id: holding.comment,
    note_id: holding.note ?? null,
    translation_id: holding.translation ?? null,
    author_id: holding.authorId,
    opened_at_ms: unit.nowMs,
    why: JSON.stringify(holding.why),
    body: holding.body,
    parent_id: holding.parent,
    language: holding.language,
    client_id: holding.clientId,
    decided_at_ms: null,
    decided_by: null,
    decision: null,
    reason: null,
    assigned_to: null,
    appeal_of: null,
    appeal: null,
  };
  await unit.db.insertInto("cases").values(row).execute();
  if (row.kind === "flagged" || row.kind === "removal" || (row.kind === "translation" && holding.why.length === 0))
    return row;
  await unit.record({
    kind: "comment-held",
    subject: { kind: "case", id: row.id },
    data: { thread: row.thread_id, rules: holding.why.map(({ rule }) => rule) },
  });
  return row;
}

/** The words that hold comments of a thread, prepared for an import. */
export async function wordsOf({ db }: UnitOfWork, thread: ThreadRow): Promise<WordList> {
  return prepareWords(db, await competitionOfThread(db, thread));
}

/** Holds an imported comment in its place, since others may answer it in the file; for its words or its author's name. */
export async function holdImported(
  unit: UnitOfWork,
  { thread, row, words }: { readonly thread: ThreadRow; readonly row: CommentRow; readonly words: WordList },
): Promise<void> {
  if (words.words.length === 0) return;
  const why = [row.body, row.name].flatMap((text) => moderate({ text, known: { words } }));
  const { removed_at_ms, deleted_at_ms } = await placedComment(unit.db, row.id);
  if (why.length === 0 || removed_at_ms !== null || deleted_at_ms !== null) return;
  await holdInPlace(unit, row.id, Math.max(unit.nowMs, row.at_ms));
  const nothing = { body: "", parent: null, language: null, clientId: null };
  await holdWords(unit, { thread, kind: "placed", comment: row.id, authorId: row.author_id, why, ...nothing });
}

/** Takes a comment out of sight where it stands, until a moderator has looked at it. */
export async function holdInPlace({ db }: UnitOfWork, id: CommentId, atMs: number | null): Promise<void> {
  await db.updateTable("comments").set({ held_at_ms: atMs }).where("id", "=", id).execute();
}

/** The case in which a comment that stands, or is held in its place, waits for a decision. */
export async function waitingAbout(db: Db, comment: CommentId): Promise<CaseRow | undefined> {
  return db
    .selectFrom("cases")
    .selectAll()
    .where("comment_id", "=", comment)
    .where("kind", "in", ["placed", "flagged", "removal"])
    .where("decided_at_ms", "is", null)
    .executeTakeFirst();
}

/** What waits for a comment that is written anew or deleted is no longer asked for. */
export async function dropWaiting(
  { db }: UnitOfWork,
  comment: CommentId,
  kinds: readonly CaseKind[] = ["edit", "placed", "flagged", "appeal"],
): Promise<void> {
  await db
    .deleteFrom("cases")
    .where("comment_id", "=", comment)
    .where("kind", "in", kinds)
    .where("decided_at_ms", "is", null)
    .execute();
}

async function waitingOf({ db }: UnitOfWork, authorId: string): Promise<number> {
  const rows = await db
    .selectFrom("cases")
    .select("id")
    .where("author_id", "=", authorId)
    .where("decided_at_ms", "is", null)
    .where("kind", "in", ["new", "edit", "placed", "note", "translation"])
    .limit(MOST_WAITING)
    .execute();
  return rows.length;
}

/** Words of a person in a thread that wait, the newest first: for their own eyes. */
export async function ownWaiting(db: Db, thread: string, person: PersonId): Promise<CaseRow[]> {
  return db
    .selectFrom("cases")
    .innerJoin("authors", "authors.id", "cases.author_id")
    .selectAll("cases")
    .where("authors.person_id", "=", person)
    .where("thread_id", "=", thread as ThreadRow["id"])
    .where("decided_at_ms", "is", null)
    .where("cases.kind", "in", ["new", "edit", "placed"])
    .orderBy("opened_at_ms", "desc")
    .limit(MOST_WAITING)
    .execute();
}

/** Takes back words of one's own that wait: nothing of them is left. */
export async function withdrawHeld(
  unit: UnitOfWork,
  viewer: Viewer,
  id: string,
): Promise<{ readonly thread: string } | Refusal> {
  const row = await unit.db
    .selectFrom("cases")
    .innerJoin("authors", "authors.id", "cases.author_id")
    .select(["cases.thread_id", "cases.decided_at_ms", "cases.kind"])
    .where("cases.id", "=", id)
    .where("authors.person_id", "=", viewer.id)
    .executeTakeFirst();
  if (row === undefined || (row.kind !== "new" && row.kind !== "edit")) return NO_CASE;
  if (row.decided_at_ms !== null) return CASE_DECIDED;
  await unit.db.deleteFrom("cases").where("id", "=", id).execute();
  return { thread: row.thread_id };
}

export const NO_CASE = refuse("case-unknown", "There is no such case.");
export const CASE_DECIDED = refuse("case-decided", "Somebody has decided this case already.");
