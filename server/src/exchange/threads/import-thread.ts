import { createHash } from "node:crypto";
import { isRefused, type PersonId, type Refusal, refuse, type ThreadId } from "@podium/engine";
import { readJson, threadPart } from "@podium/protocol";
import { stateIn, transact, type App, type UnitOfWork } from "../../app.ts";
import { findThreadAbout, type ThreadRow } from "../../conversation/comment-rows.ts";
import { threadAbout } from "../../conversation/conversation.ts";
import { closeThread } from "../../conversation/moderation.ts";
import { publishCount } from "../../conversation/publishing.ts";
import { findSubject, subjectIn } from "../../conversation/subjects.ts";
import { firstContradiction } from "../../conversation/thread-file.ts";
import type { Subject } from "../../facts/fact.ts";
import { installationSecret } from "../../people/loaded-auth.ts";
import { readDisqus } from "./disqus.ts";
import { incomingFrom, incomingOf } from "./incoming.ts";
import { readListing } from "./listing.ts";
import { readPage } from "./page.ts";
import { placeAll, type PlacedComment, standingThread } from "./placing.ts";
import type { SourceThread } from "./source-thread.ts";
import { readWxr } from "./wxr.ts";

/** What a file of threads may be, by all the names it goes by. */
const KINDS: Readonly<Record<string, "disqus" | "listing" | "page" | "podium" | "wxr">> = {
  disqus: "disqus",
  discussion: "listing",
  listing: "listing",
  page: "page",
  text: "page",
  json: "podium",
  podium: "podium",
  wordpress: "wxr",
  wxr: "wxr",
};

const READERS: Readonly<Record<string, (text: string) => SourceThread[] | Refusal>> = {
  disqus: readDisqus,
  listing: readListing,
  page: readPage,
  wxr: readWxr,
};

/** What a file asked for: its kind, its text, and what the thread is about, as `moment:ID` or `match:ID`. */
export interface ThreadFile {
  readonly kind: string;
  readonly text: string;
  readonly subject: string;
  /** Refused above it: a unit of work that long would keep everybody else from writing. No limit where it is left out. */
  readonly commentsMax?: number;
}

/** What the source claims and what the file holds of one thread. */
interface SourceSummary extends PlacedComment {
  readonly title: string | null;
  readonly postedBy: string | null;
  readonly claimed: number | null;
  readonly found: number;
  /** Comments that the source has and the file only points at. */
  readonly more: number;
  readonly deleted: number;
  readonly removed: number;
  /** Comments that stand in the file more than once, and are kept once. */
  readonly repeated: number;
  /** Whether the source took answers; null when it does not say. */
  readonly open: boolean | null;
  /** Lines behind the comments of a page that belong to none. */
  readonly ignored: readonly string[];
}

/** What came of an import: the sum of its threads, and each by itself. */
export interface ThreadImport extends SourceSummary {
  readonly thread: ThreadId;
  readonly sentence: string;
  readonly sources: readonly SourceSummary[];
}

/**
 * Imports the threads of a file into the conversation about something, all of it or nothing; imported again it changes
 * nothing. Codes: `kind-unknown`, `subject-unknown`, `no-threads`, and those of the kind.
 */
export async function importThreadFile(
  app: App,
  who: PersonId | null,
  file: ThreadFile,
): Promise<ThreadImport | Refusal> {
  const kind = KINDS[file.kind];
  if (kind === undefined)
    return refuse("kind-unknown", `There is no kind ${file.kind}: a file is wxr, disqus, listing, podium or page.`);
  const subject = subjectIn(file.subject);
  if (isRefused(subject)) return subject;
  if (kind === "podium") return importPodium(app, who, { subject, file });
  const threads = READERS[kind]?.(file.text) ?? [];
  if (isRefused(threads)) return threads;
  if (threads.length === 0) return refuse("no-threads", "There are no comments in this file.");
  const tooMany = refusedAbove(
    file,
    threads.reduce((sum, { comments }) => sum + comments.length, threads.length),
  );
  if (tooMany !== undefined) return tooMany;
  const secret = stateIn(app, installationSecret);
  return transact(app, who, async (unit) => {
    const thread = await threadOf(unit, subject);
    if (isRefused(thread)) return thread;
    const standing = await standingThread(unit, thread);
    const sources: SourceSummary[] = [];
    for (const source of threads) {
      const placed = await placeAll(unit, standing, incomingFrom(source, secret));
      if (isRefused(placed)) return placed;
      const summary = summaryOf(source, placed);
      await keepClaims(unit, thread.id, { source, kind, found: summary.found });
      sources.push(summary);
    }
    await publishCount(unit, thread.id);
    return sumOf(thread.id, sources);
  });
}

async function importPodium(
  app: App,
  who: PersonId | null,
  { subject, file }: { readonly subject: Subject; readonly file: ThreadFile },
): Promise<ThreadImport | Refusal> {
  const part = threadPart.safeParse(jsonIn(file.text));
  if (!part.success) {
    const [issue] = part.error.issues;
    return refuse(
      "not-podium",
      `This is no thread of Podium's format: ${issue?.path.join(".") ?? ""} ${issue?.message ?? ""}`,
    );
  }
  const wrong = firstContradiction(part.data) ?? refusedAbove(file, part.data.comments.length);
  if (wrong !== undefined) return wrong;
  return transact(app, who, async (unit) => {
    const thread = await threadOf(unit, subject);
    if (isRefused(thread)) return thread;
    const { comments, title, locked } = part.data;
    const placed = await placeAll(unit, await standingThread(unit, thread), incomingOf(part.data));
    if (isRefused(placed)) return placed;
    if (locked === true && thread.locked_at_ms === null)
      await closeThread(unit, thread.id, "It was closed where it came from.");
    await publishCount(unit, thread.id);
    const counts = {
      deleted: comments.filter(({ deleted }) => deleted !== undefined).length,
      removed: comments.filter(({ removed }) => removed !== undefined).length,
    };
    const own = { title: title["en"] ?? Object.values(title)[0] ?? null, postedBy: null, claimed: null };
    return sumOf(thread.id, [
      {
        ...placed,
        ...own,
        ...counts,
        found: comments.length,
        repeated: 0,
        open: locked !== true,
        more: 0,
        ignored: [],
      },
    ]);
  });
}

function refusedAbove({ commentsMax = Infinity }: ThreadFile, comments: number): Refusal | undefined {
  if (comments <= commentsMax) return undefined;
  return refuse(
    "form-too-large",
    `More than ${commentsMax} comments and threads are imported by the command podium import thread.`,
  );
}

/** Undefined, which no schema takes, for what is no JSON. */
function jsonIn(text: string): unknown {
  const read = readJson(text.replace(/^\uFEFF/, ""));
  return "json" in read ? read.json : undefined;
}

async function threadOf(unit: UnitOfWork, subject: Subject): Promise<ThreadRow | Refusal> {
  const known = await findThreadAbout(unit.db, subject);
  if (known !== undefined) return known;
  const found = await findSubject(unit.db, subject);
  if (found === null) return refuse("subject-unknown", `There is no ${subject.kind} ${subject.id}.`);
  return threadAbout(unit, subject, await found.title());
}

/** Kept once a source; a later export of the same thread brings its newer claims. */
async function keepClaims(
  unit: UnitOfWork,
  thread: ThreadId,
  { source, kind, found }: { readonly source: SourceThread; readonly kind: string; readonly found: number },
): Promise<void> {
  const id = createHash("sha256")
    .update(JSON.stringify([thread, source.key]))
    .digest("hex");
  const claims = {
    title: source.title,
    posted_by: source.postedBy,
    body: source.text,
    claimed: source.claimed,
    found,
    more: JSON.stringify(source.more),
  };
  await unit.db
    .insertInto("thread_sources")
    .values({ id, thread_id: thread, kind, ...claims, imported_at_ms: unit.nowMs })
    .onConflict((conflict) => conflict.column("id").doUpdateSet(claims))
    .execute();
}

function summaryOf(source: SourceThread, placed: PlacedComment): SourceSummary {
  const { title, postedBy, claimed, comments, more, open, ignored } = source;
  return {
    title,
    postedBy,
    claimed,
    found: placed.imported + placed.alreadyThere,
    ...placed,
    repeated: comments.length - placed.imported - placed.alreadyThere,
    open,
    more: more.reduce((sum, { count, ids }) => sum + Math.max(count, ids.length), 0),
    deleted: comments.filter(({ state }) => state === "deleted").length,
    removed: comments.filter(({ state }) => state !== "shown" && state !== "deleted").length,
    ignored,
  };
}

function sumOf(thread: ThreadId, sources: readonly SourceSummary[]): ThreadImport {
  const sum = (of: (source: SourceSummary) => number): number =>
    sources.reduce((total, source) => total + of(source), 0);
  const claims = sources.filter(({ claimed }) => claimed !== null);
  const claimed = claims.length === 0 ? null : claims.reduce((total, source) => total + (source.claimed ?? 0), 0);
  const found = sum((source) => source.found);
  return {
    thread,
    title: sources.find(({ title }) => title !== null)?.title ?? null,
    postedBy: sources.find(({ postedBy }) => postedBy !== null)?.postedBy ?? null,
    claimed,
    found,
    sentence: claimed === null ? `${found} found` : `${claimed} claimed by the source, ${found} found`,
    imported: sum((source) => source.imported),
    alreadyThere: sum((source) => source.alreadyThere),
    more: sum((source) => source.more),
    deleted: sum((source) => source.deleted),
    removed: sum((source) => source.removed),
    withoutParent: sum((source) => source.withoutParent),
    tooDeep: sum((source) => source.tooDeep),
    withoutTime: sum((source) => source.withoutTime),
    repeated: sum((source) => source.repeated),
    open: sources.find(({ open }) => open !== null)?.open ?? null,
    ignored: sources.flatMap((source) => source.ignored),
    sources,
  };
}
