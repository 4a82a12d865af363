import type { Db, Tx } from "../storage/storage.ts";
import type { z } from "zod";

/** A kind of job: what it is called, what it is given, and what it does. */
export interface JobKind<Data = unknown> {
  readonly name: string;
  readonly data: z.ZodType<Data>;
  /**
   * Does the work, outside any unit of work. It may be run again after it was done, by a process that ended before it
   * could say so: what it does twice must be as if done once. Throws what went wrong. `signal` says that Podium is
   * stopping or that somebody else has taken the job over.
   */
  run(data: Data, signal: AbortSignal): Promise<void>;
}

/** What enqueueing needs of a unit of work. */
export interface Enqueuing {
  readonly db: Tx;
  readonly nowMs: number;
}

/** How many times a job is tried before it is given up. */
export const ATTEMPTS_MAX = 8;

const FIRST_PAUSE_MS = 5_000;
const LONGEST_PAUSE_MS = 60 * 60 * 1000;
const REASON_LENGTH_MAX = 1000;

/** What a job is given. */
export interface JobGiven<Data> {
  readonly data: Data;
  readonly afterMs?: number;
  /** Not where the same waits already, and nobody has begun with it. */
  readonly isOnce?: boolean;
}

/** Puts a job into the queue, in the unit of work that wants it done: where that is taken back, so is the job. */
export async function enqueue<Data>(
  { db, nowMs }: Enqueuing,
  kind: Pick<JobKind<Data>, "name" | "data">,
  given: JobGiven<Data>,
): Promise<void> {
  const data = JSON.stringify(kind.data.parse(given.data));
  if (given.isOnce === true && (await isWaiting(db, kind.name, data))) return;
  await db
    .insertInto("jobs")
    .values({
      name: kind.name,
      data,
      created_at_ms: nowMs,
      due_at_ms: nowMs + (given.afterMs ?? 0),
      attempts: 0,
      claim: null,
      failed_at_ms: null,
      reason: null,
    })
    .execute();
}

async function isWaiting(db: Tx, name: string, data: string): Promise<boolean> {
  const waiting = await db
    .selectFrom("jobs")
    .select("id")
    .where("name", "=", name)
    .where("data", "=", data)
    .where("attempts", "=", 0)
    .limit(1)
    .executeTakeFirst();
  return waiting !== undefined;
}

/** A job that somebody is working on. */
export interface ClaimedJob {
  readonly id: number;
  readonly name: string;
  readonly data: string;
  readonly attempts: number;
  readonly claim: string;
}

/** Who takes a job, and for how long unless the lease is renewed. */
export interface Claiming {
  readonly names: readonly string[];
  readonly claim: string;
  readonly nowMs: number;
  readonly leaseMs: number;
}

/**
 * Takes the job that has been due for longest; null when none is. Of several who try, one gets it: whoever changes the row
 * from what all of them have read.
 */
export async function claimNext(db: Db, { names, claim, nowMs, leaseMs }: Claiming): Promise<ClaimedJob | null> {
  for (;;) {
    const job = await db
      .selectFrom("jobs")
      .select(["id", "name", "data", "attempts", "due_at_ms"])
      .where("failed_at_ms", "is", null)
      .where("due_at_ms", "<=", nowMs)
      .where("name", "in", names)
      .orderBy("due_at_ms")
      .orderBy("id")
      .limit(1)
      .executeTakeFirst();
    if (job === undefined) return null;
    const taken = await db
      .updateTable("jobs")
      .set({ claim, attempts: job.attempts + 1, due_at_ms: nowMs + leaseMs })
      .where("id", "=", job.id)
      .where("attempts", "=", job.attempts)
      .where("due_at_ms", "=", job.due_at_ms)
      .where("failed_at_ms", "is", null)
      .executeTakeFirst();
    if (taken.numUpdatedRows === 1n) return { ...job, attempts: job.attempts + 1, claim };
  }
}

/** Says that a job is still being worked on. False when somebody else has taken it meanwhile. */
export async function renew(db: Db, { id, claim }: ClaimedJob, untilMs: number): Promise<boolean> {
  const renewed = await db
    .updateTable("jobs")
    .set({ due_at_ms: untilMs })
    .where("id", "=", id)
    .where("claim", "=", claim)
    .executeTakeFirst();
  return renewed.numUpdatedRows === 1n;
}

/** Takes a job that is done out of the queue. */
export async function finish(db: Db, { id, claim }: ClaimedJob): Promise<void> {
  await db.deleteFrom("jobs").where("id", "=", id).where("claim", "=", claim).execute();
}

/** Puts a job back as if it had not been taken: whoever worked on it was stopped. */
export async function giveBack(db: Db, job: ClaimedJob, nowMs: number): Promise<void> {
  await settle(db, job, { attempts: job.attempts - 1, due_at_ms: nowMs });
}

/** Notes why a job has failed. It is tried again after a pause that grows, or given up after the last attempt. */
export async function fail(
  db: Db,
  job: ClaimedJob,
  { reason, nowMs, forGood }: { readonly reason: string; readonly nowMs: number; readonly forGood: boolean },
): Promise<void> {
  const givenUp = forGood || job.attempts >= ATTEMPTS_MAX;
  await settle(db, job, {
    reason: reason.toWellFormed().replaceAll("\u0000", "").slice(0, REASON_LENGTH_MAX),
    ...(givenUp ? { failed_at_ms: nowMs } : { due_at_ms: nowMs + pauseMs(job.attempts) }),
  });
}

/** 5 s, 20 s, 80 s ... at most an hour. */
export function pauseMs(attempts: number): number {
  return Math.min(FIRST_PAUSE_MS * 4 ** (attempts - 1), LONGEST_PAUSE_MS);
}

async function settle(
  db: Db,
  { id, claim }: ClaimedJob,
  change: { attempts?: number; due_at_ms?: number; failed_at_ms?: number; reason?: string },
): Promise<void> {
  await db
    .updateTable("jobs")
    .set({ ...change, claim: null })
    .where("id", "=", id)
    .where("claim", "=", claim)
    .execute();
}

/** When the next job of these kinds is due; null when none waits. */
export async function nextDueMs(db: Db, names: readonly string[]): Promise<number | null> {
  const next = await db
    .selectFrom("jobs")
    .select("due_at_ms")
    .where("failed_at_ms", "is", null)
    .where("name", "in", names)
    .orderBy("due_at_ms")
    .limit(1)
    .executeTakeFirst();
  return next?.due_at_ms ?? null;
}

/** A job as whoever runs the installation sees it. What it is given is left out: it may be somebody's letter. */
export interface JobView {
  readonly id: number;
  readonly name: string;
  readonly state: "waiting" | "running" | "given-up";
  readonly attempts: number;
  readonly createdAtMs: number;
  /** When it is tried, or whoever works on it is given up. */
  readonly dueAtMs: number;
  /** Why the last attempt failed. */
  readonly reason: string | null;
}

/** What is in the queue: given up first, then by the time they are due. At most `limit`. */
export async function listJobs(
  db: Db,
  { nowMs, limit }: { readonly nowMs: number; readonly limit: number },
): Promise<JobView[]> {
  const rows = await db
    .selectFrom("jobs")
    .selectAll()
    .orderBy((jobs) => jobs.case().when("failed_at_ms", "is", null).then(1).else(0).end())
    .orderBy("due_at_ms")
    .orderBy("id")
    .limit(limit)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    state: row.failed_at_ms !== null ? "given-up" : row.claim !== null && row.due_at_ms > nowMs ? "running" : "waiting",
    attempts: row.attempts,
    createdAtMs: row.created_at_ms,
    dueAtMs: row.due_at_ms,
    reason: row.reason,
  }));
}
