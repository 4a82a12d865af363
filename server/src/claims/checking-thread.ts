import { type Claim, type CompetitionFacts, type Refusal, refuse } from "@podium/engine";
import { LRUCache } from "lru-cache";
import { Worker } from "node:worker_threads";
import { stateIn, type App } from "../app.ts";
import { CHECKERS_CACHED, keptFacts } from "./claims.ts";

/** A text to be held against the record. */
export interface TextToCheck {
  readonly text: string;
  /** The id of a competition, or `all` for the newest. */
  readonly competition: string;
  readonly language: string;
  readonly date?: string;
}

/** What the thread is sent: `facts` only where it has other ones under this name, or none. */
export interface CheckOrder extends TextToCheck {
  readonly id: number;
  readonly facts: readonly CompetitionFacts[] | null;
}

export interface CheckAnswer {
  readonly id: number;
  readonly claims: readonly Claim[];
}

/** How many texts wait at once. */
const WAITING_MAX = 20;

const TOO_MANY = refuse("too-often", "Many texts are checked just now. Try again in 5 s; nothing was lost.", {
  seconds: 5,
});

/** The thread of an installation, begun with its first text. */
const checking = { make: () => openThread() };

/**
 * Holds a text against the record in a thread of its own, one after another: 20,000 characters are a fifth of a second of work, and
 * anybody may send them. Refuses `too-often` while many wait.
 */
export async function checkBeside(app: App, asked: TextToCheck): Promise<readonly Claim[] | Refusal> {
  const facts = await keptFacts(app, asked.competition);
  return stateIn(app, checking).check(asked, facts);
}

interface Waiting {
  readonly resolve: (claims: readonly Claim[]) => void;
  readonly reject: (fault: unknown) => void;
}

function openThread() {
  const waiting = new Map<number, Waiting>();
  const told = new LRUCache<string, readonly CompetitionFacts[]>({ max: CHECKERS_CACHED });
  let last = 0;
  let worker: Worker | null = null;

  function end(fault: Error): void {
    worker = null;
    told.clear();
    for (const { reject } of waiting.values()) reject(fault);
    waiting.clear();
  }

  function begin(): Worker {
    const begun = new Worker(new URL("checking.worker.ts", import.meta.url), { workerData: CHECKERS_CACHED });
    begun.on("message", ({ id, claims }: CheckAnswer) => {
      waiting.get(id)?.resolve(claims);
      waiting.delete(id);
      // It keeps the program alive while somebody waits, and no longer.
      if (waiting.size === 0) begun.unref();
    });
    begun.once("error", (fault) => end(fault instanceof Error ? fault : new Error(String(fault))));
    return begun;
  }

  return {
    async check(asked: TextToCheck, facts: readonly CompetitionFacts[]): Promise<readonly Claim[] | Refusal> {
      if (waiting.size >= WAITING_MAX) return TOO_MANY;
      worker ??= begin();
      worker.ref();
      const { promise, resolve, reject } = Promise.withResolvers<readonly Claim[]>();
      last += 1;
      waiting.set(last, { resolve, reject });
      const isKnown = told.get(asked.competition) === facts;
      told.set(asked.competition, facts);
      worker.postMessage({ ...asked, id: last, facts: isKnown ? null : facts } satisfies CheckOrder);
      return promise;
    },
  };
}
