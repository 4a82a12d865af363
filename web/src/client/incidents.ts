import type { TextStorage } from "./outbox-store.ts";

/** A line about what happened beside the play, made on this phone and not yet known to have arrived. */
export interface WaitingIncident {
  readonly id: string;
  readonly words: string;
  /** Of whom it tells; empty for nobody. */
  readonly player: string;
  /** By the clock of this phone. */
  readonly notedMs: number;
  /** Why the server did not take it; it is not sent again, and stays until the umpire drops it. */
  readonly refusal: string | null;
}

/** The incidents of a match that wait on this phone, shared by its tabs. */
export interface IncidentStore {
  readonly load: () => readonly WaitingIncident[];
  /** Whether all of them survive when the page is closed. */
  readonly isStored: () => boolean;
  /** Changes what is stored now, whichever tab wrote it. Whether it was stored: a full or forbidden storage says false. */
  readonly change: (step: (incidents: readonly WaitingIncident[]) => readonly WaitingIncident[]) => boolean;
}

/** Opens the store of a match; a phone that keeps nothing has them in memory. */
export function openIncidentStore(storage: TextStorage | null, match: string): IncidentStore {
  const name = `podium.chair.${match}.notes`;
  let unstored: readonly WaitingIncident[] | null = null;
  const load = () => unstored ?? incidentsOf(storedIn(storage, name));
  return {
    load,
    isStored: () => unstored === null,
    change: (step) => {
      const next = step(load());
      const isStored = storeIn(storage, name, JSON.stringify(next));
      unstored = isStored ? null : next;
      return isStored;
    },
  };
}

function storedIn(storage: TextStorage | null, name: string): unknown {
  try {
    return JSON.parse(storage?.getItem(name) ?? "[]") as unknown;
  } catch {
    return [];
  }
}

function storeIn(storage: TextStorage | null, name: string, text: string): boolean {
  try {
    storage?.setItem(name, text);
    return storage !== null;
  } catch {
    return false;
  }
}

function incidentsOf(value: unknown): readonly WaitingIncident[] {
  return Array.isArray(value) ? value.filter(isIncident) : [];
}

function isIncident(value: unknown): value is WaitingIncident {
  if (typeof value !== "object" || value === null) return false;
  const { id, words, player, notedMs, refusal } = value as Readonly<Record<string, unknown>>;
  return (
    [id, words, player].every((part) => typeof part === "string") &&
    typeof notedMs === "number" &&
    (refusal === null || typeof refusal === "string")
  );
}

/** Those that are still to be sent. */
export function incidentsToSend(incidents: readonly WaitingIncident[]): readonly WaitingIncident[] {
  return incidents.filter(({ refusal }) => refusal === null);
}

/** What the server says to an incident. */
export type IncidentReply =
  | { readonly kind: "taken" }
  | { readonly kind: "refused"; readonly message: string }
  /** The chair may not write any more. */
  | { readonly kind: "closed" }
  | { readonly kind: "lost" };

/** What the sending needs from outside. None of these throws. */
export interface IncidentPorts {
  readonly store: IncidentStore;
  readonly send: (incident: WaitingIncident) => Promise<IncidentReply>;
  readonly sleep: (misses: number) => Promise<void>;
  /** Called after every change: show it. */
  readonly changed: () => void;
}

export interface IncidentSync {
  readonly add: (incident: WaitingIncident) => boolean;
  readonly drop: (id: string) => void;
  /** The network may be back: try now. */
  readonly wake: () => void;
}

/** Brings incidents to the server: the oldest first, one request in flight. Sent twice, an incident counts once by its id. */
export function startIncidentSync({ store, send, sleep, changed }: IncidentPorts): IncidentSync {
  let isRunning = false;
  let wakeUp = (): void => undefined;

  const change = (step: (incidents: readonly WaitingIncident[]) => readonly WaitingIncident[]): boolean => {
    const isStored = store.change(step);
    changed();
    return isStored;
  };
  const rest = async (misses: number): Promise<void> => {
    const woken = new Promise<void>((resolve) => {
      wakeUp = resolve;
    });
    await Promise.race([sleep(misses), woken]);
  };
  const run = async (): Promise<void> => {
    if (isRunning) return;
    isRunning = true;
    let misses = 0;
    for (
      let [incident] = incidentsToSend(store.load());
      incident !== undefined;
      [incident] = incidentsToSend(store.load())
    ) {
      const { id } = incident;
      const reply = await send(incident);
      misses = reply.kind === "lost" ? misses + 1 : 0;
      if (reply.kind === "taken") change((incidents) => incidents.filter((one) => one.id !== id));
      if (reply.kind === "refused")
        change((incidents) => incidents.map((one) => (one.id === id ? { ...one, refusal: reply.message } : one)));
      // It is kept for the next chair of this match, or until this one is heard of again.
      if (reply.kind === "closed") break;
      if (reply.kind === "lost") await rest(misses);
    }
    isRunning = false;
  };
  void run();
  return {
    add: (incident) => {
      const isStored = change((incidents) => [...incidents, incident]);
      void run();
      return isStored;
    },
    drop: (id) => void change((incidents) => incidents.filter((one) => one.id !== id)),
    wake: () => {
      wakeUp();
      void run();
    },
  };
}
