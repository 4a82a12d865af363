import type { Storage } from "../storage/storage.ts";
import {
  ATTEMPTS_MAX,
  claimNext,
  fail,
  finish,
  giveBack,
  nextDueMs,
  renew,
  type ClaimedJob,
  type JobKind,
} from "./queue.ts";

/** Works through the queue, one job at a time, until it is stopped. */
export interface JobWorker {
  /** Something may be due: looks at once. */
  wake(): void;
  /** Takes no other job, aborts the one at work, and waits for it, at most `graceMs`. */
  stop(): Promise<void>;
}

export interface JobWorkerSettings {
  readonly storage: Pick<Storage, "db">;
  readonly kinds: readonly JobKind[];
  readonly clock: () => number;
  readonly randomId: (bytes: number) => string;
  /** Hears of every attempt that failed, and of a storage that cannot be reached. */
  readonly onFault: (fault: {
    readonly job: string | null;
    readonly reason: string;
    readonly givenUp: boolean;
  }) => void;
  /** How long a job stays with a process that gives no sign of life. */
  readonly leaseMs?: number;
  /** How long nobody looks, where nothing wakes the worker: jobs of another process are found within this time. */
  readonly pollMs?: number;
  readonly graceMs?: number;
}

const LEASE_MS = 60_000;
const POLL_MS = 5_000;
const GRACE_MS = 5_000;

/** Starts to work. A kind that is not among `kinds` stays in the queue, for a process that knows it. */
export function startJobWorker(settings: JobWorkerSettings): JobWorker {
  const worker = new Worker(settings);
  const ended = worker.work();
  return { wake: () => worker.wake(), stop: () => worker.stop(ended) };
}

class Worker {
  readonly #given: Required<JobWorkerSettings>;
  readonly #kinds: ReadonlyMap<string, JobKind>;
  readonly #stopping = new AbortController();
  #wakeUp: (() => void) | null = null;
  #woken = false;

  constructor(settings: JobWorkerSettings) {
    this.#given = { leaseMs: LEASE_MS, pollMs: POLL_MS, graceMs: GRACE_MS, ...settings };
    this.#kinds = new Map(settings.kinds.map((kind) => [kind.name, kind]));
  }

  wake(): void {
    this.#woken = true;
    this.#wakeUp?.();
  }

  async stop(ended: Promise<void>): Promise<void> {
    this.#stopping.abort();
    this.wake();
    const { promise, resolve } = Promise.withResolvers<void>();
    const timer = setTimeout(resolve, this.#given.graceMs);
    await Promise.race([ended, promise]);
    clearTimeout(timer);
  }

  async work(): Promise<void> {
    while (!this.#stopping.signal.aborted) {
      this.#woken = false;
      try {
        const job = await this.#claim();
        if (job === null) await this.#rest();
        else await this.#do(job);
      } catch (fault) {
        this.#given.onFault({ job: null, reason: String(fault), givenUp: false });
        await this.#pause(this.#given.pollMs);
      }
    }
  }

  #claim(): Promise<ClaimedJob | null> {
    const { storage, clock, randomId, leaseMs } = this.#given;
    if (this.#kinds.size === 0) return Promise.resolve(null);
    return claimNext(storage.db, { names: [...this.#kinds.keys()], claim: randomId(12), nowMs: clock(), leaseMs });
  }

  async #do(job: ClaimedJob): Promise<void> {
    const { storage, clock } = this.#given;
    const kind = this.#kinds.get(job.name);
    if (kind === undefined) return;
    if (job.attempts > ATTEMPTS_MAX)
      return this.#failed(job, "Whoever worked on it ended, or went silent, every time.", true);
    const read = kind.data.safeParse(JSON.parse(job.data));
    if (!read.success)
      return this.#failed(job, `What it was given is not what ${job.name} takes: ${read.error.message}`, true);
    const lost = new AbortController();
    const stopRenewing = this.#keepRenewing(job, lost);
    try {
      await kind.run(read.data, AbortSignal.any([this.#stopping.signal, lost.signal]));
    } catch (fault) {
      stopRenewing();
      if (this.#stopping.signal.aborted) return giveBack(storage.db, job, clock());
      return this.#failed(job, fault instanceof Error ? fault.message : String(fault), false);
    }
    stopRenewing();
    await finish(storage.db, job);
  }

  async #failed(job: ClaimedJob, reason: string, forGood: boolean): Promise<void> {
    const { storage, clock, onFault } = this.#given;
    onFault({ job: job.name, reason, givenUp: forGood || job.attempts >= ATTEMPTS_MAX });
    await fail(storage.db, job, { reason, nowMs: clock(), forGood });
  }

  /** Long work keeps its lease; where it was lost all the same, the work is told to stop. */
  #keepRenewing(job: ClaimedJob, lost: AbortController): () => void {
    const { storage, clock, leaseMs } = this.#given;
    const timer = setInterval(() => {
      renew(storage.db, job, clock() + leaseMs).then(
        (isOurs) => {
          if (!isOurs) lost.abort();
        },
        () => undefined, // tried again before the lease ends
      );
    }, leaseMs / 3);
    return () => clearInterval(timer);
  }

  /** Until the next job is due, somebody wakes the worker, or it is time to look what other processes have enqueued. */
  async #rest(): Promise<void> {
    const { storage, clock, pollMs } = this.#given;
    const dueMs = this.#kinds.size === 0 ? null : await nextDueMs(storage.db, [...this.#kinds.keys()]);
    await this.#pause(dueMs === null ? pollMs : Math.min(pollMs, Math.max(dueMs - clock(), 1)));
  }

  async #pause(ms: number): Promise<void> {
    if (this.#woken || this.#stopping.signal.aborted) return;
    const { promise, resolve } = Promise.withResolvers<void>();
    const timer = setTimeout(resolve, ms);
    timer.unref();
    this.#wakeUp = resolve;
    await promise;
    clearTimeout(timer);
    this.#wakeUp = null;
  }
}
