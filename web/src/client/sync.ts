import type { LogLine, Outbox, Rejection } from "./outbox.ts";
import { withConflict, maySend, received, reconciled } from "./outbox.ts";

/** The server's answer to lines, as far as the outbox must know it. */
export type Reply =
  | { readonly kind: "taken"; readonly length: number; readonly version?: number }
  | { readonly kind: "conflict"; readonly refusal: Rejection }
  | { readonly kind: "refused"; readonly refusal: Rejection }
  | { readonly kind: "closed"; readonly message: string }
  | { readonly kind: "lost" };

/** The server's log, or why there is none. */
export type LogReply =
  | { readonly kind: "log"; readonly log: readonly LogLine[] }
  | { readonly kind: "closed"; readonly message: string }
  | { readonly kind: "lost" };

/** What the sync needs from outside. None of these throws. */
export interface SyncPorts {
  readonly send: (after: number, lines: readonly LogLine[]) => Promise<Reply>;
  readonly readLog: () => Promise<LogReply>;
  readonly sleep: (milliseconds: number) => Promise<void>;
  /** Called after every change: store it, show it. */
  readonly changed: (box: Outbox) => void;
}

export interface OutboxSync {
  readonly box: () => Outbox;
  /** Changes the outbox and sends what may be sent. */
  readonly update: (step: (box: Outbox) => Outbox) => void;
  /** The network may be back: try now. */
  readonly wake: () => void;
  /** Reads the log again and takes it over. */
  readonly refresh: () => Promise<void>;
}

const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 10_000;
const LINES_A_REQUEST = 500;

type OutboxStep = (box: Outbox) => Outbox;

/** Brings the lines of an outbox to the server: in order, one request in flight, until they have arrived. */
export function startSync(first: Outbox, ports: SyncPorts): OutboxSync {
  let box = first;
  let running = false;
  let wakeUp = (): void => undefined;

  const apply = (step: OutboxStep): void => {
    box = step(box);
    ports.changed(box);
  };
  const rest = async (misses: number): Promise<void> => {
    const woken = new Promise<void>((resolve) => {
      wakeUp = resolve;
    });
    await Promise.race([ports.sleep(pauseMs(misses)), woken]);
  };
  const run = async (): Promise<void> => {
    if (running) return;
    running = true;
    let misses = 0;
    while (maySend(box)) {
      const step = await deliver(box, ports);
      if (step !== null) apply(step);
      misses = step === null ? misses + 1 : 0;
      if (step === null) await rest(misses);
    }
    running = false;
  };
  const update = (step: OutboxStep): void => {
    apply(step);
    void run();
  };
  const refresh = async (): Promise<void> => {
    const length = box.log.length;
    const reply = await ports.readLog();
    const stale = running || box.log.length !== length;
    // Whoever may read the log again has the chair again.
    if (reply.kind === "log" && !stale) update((now) => ({ ...reconciled(now, reply.log), closed: null }));
    if (reply.kind === "closed") apply((now) => ({ ...now, closed: reply.message }));
  };
  void run();
  return {
    box: () => box,
    update,
    wake: () => {
      wakeUp();
      void run();
    },
    refresh,
  };
}

/** 0.5 s after the first miss, twice as long after each further one, at most 10 s. */
export function pauseMs(misses: number): number {
  return Math.min(FIRST_PAUSE_MS * 2 ** (misses - 1), LONGEST_PAUSE_MS);
}

/** One attempt: what it changes, or null when nothing was learnt. */
async function deliver(box: Outbox, ports: SyncPorts): Promise<OutboxStep | null> {
  const after = box.log.length;
  const sent = box.waiting.slice(0, LINES_A_REQUEST);
  const reply = await ports.send(after, sent);
  if (reply.kind === "lost") return null;
  if (reply.kind === "closed") return (now) => ({ ...now, closed: reply.message });
  if (reply.kind !== "taken") return reread(ports, reply.refusal);
  const receipt = { after, sent, length: reply.length };
  if (received(box, receipt) === null) return reread(ports, null);
  return (now) => received(now, receipt) ?? now;
}

/** Reads the log after an answer that did not fit; a rejection that the log does not explain becomes a conflict. */
async function reread(ports: SyncPorts, rejection: Rejection | null): Promise<OutboxStep | null> {
  const reply = await ports.readLog();
  if (reply.kind === "lost") return null;
  if (reply.kind === "closed") return (now) => ({ ...now, closed: reply.message });
  return (now) => {
    const next = reconciled(now, reply.log);
    const explained = next.conflict !== null || next.waiting.length < now.waiting.length;
    if (rejection === null || explained) return next;
    return withConflict(next, { lines: next.waiting, refusal: rejection });
  };
}
