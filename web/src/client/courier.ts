import type { Line, Outbox, SaidNo } from "./outbox.ts";
import { contested, maySend, received, reconciled } from "./outbox.ts";

/** The server's answer to lines, as far as the outbox must know it. */
export type Reply =
  | { readonly kind: "taken"; readonly length: number }
  | { readonly kind: "conflict"; readonly refusal: SaidNo }
  | { readonly kind: "refused"; readonly refusal: SaidNo }
  | { readonly kind: "closed"; readonly message: string }
  | { readonly kind: "lost" };

/** The server's log, or why there is none. */
export type LogReply =
  | { readonly kind: "log"; readonly log: readonly Line[] }
  | { readonly kind: "closed"; readonly message: string }
  | { readonly kind: "lost" };

/** What the courier asks of the world. None of these throws. */
export interface CourierPorts {
  readonly send: (after: number, lines: readonly Line[]) => Promise<Reply>;
  readonly readLog: () => Promise<LogReply>;
  readonly sleep: (milliseconds: number) => Promise<void>;
  /** Told after every change: keep it, show it. */
  readonly changed: (box: Outbox) => void;
}

export interface Courier {
  readonly box: () => Outbox;
  /** Changes the outbox and sends what may be sent. */
  readonly change: (act: (box: Outbox) => Outbox) => void;
  /** The network may be back: try now. */
  readonly wake: () => void;
  /** Reads the log again and takes it over. */
  readonly refresh: () => Promise<void>;
}

const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 10_000;
const LINES_A_REQUEST = 500;

type Step = (box: Outbox) => Outbox;

/** Brings the lines of an outbox to the server: in order, one request in flight, until they have arrived. */
export function startCourier(first: Outbox, ports: CourierPorts): Courier {
  let box = first;
  let running = false;
  let wakeUp = (): void => undefined;

  const apply = (act: Step): void => {
    box = act(box);
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
  const change = (act: Step): void => {
    apply(act);
    void run();
  };
  const refresh = async (): Promise<void> => {
    const asked = box.log.length;
    const reply = await ports.readLog();
    const stale = running || box.log.length !== asked;
    // Whoever may read the log again has the chair again.
    if (reply.kind === "log" && !stale) change((now) => ({ ...reconciled(now, reply.log), closed: null }));
    if (reply.kind === "closed") apply((now) => ({ ...now, closed: reply.message }));
  };
  void run();
  return {
    box: () => box,
    change,
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
async function deliver(box: Outbox, ports: CourierPorts): Promise<Step | null> {
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

/** Reads the log after an answer that did not fit; a rejection that the log does not explain becomes a contest. */
async function reread(ports: CourierPorts, rejection: SaidNo | null): Promise<Step | null> {
  const reply = await ports.readLog();
  if (reply.kind === "lost") return null;
  if (reply.kind === "closed") return (now) => ({ ...now, closed: reply.message });
  return (now) => {
    const next = reconciled(now, reply.log);
    const explained = next.contest !== null || next.waiting.length < now.waiting.length;
    if (rejection === null || explained) return next;
    return contested(next, { lines: next.waiting, refusal: rejection });
  };
}
