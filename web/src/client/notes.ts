import type { TextStorage } from "./outbox-store.ts";

/** A line about what happened beside the play, made on this phone and not yet known to have arrived. */
export interface WaitingNote {
  readonly id: string;
  readonly words: string;
  /** Of whom it tells; empty for nobody. */
  readonly player: string;
  /** By the clock of this phone. */
  readonly notedMs: number;
  /** Why the server did not take it; it is not sent again, and stays until the umpire drops it. */
  readonly refusal: string | null;
}

/** The notes of a match that wait on this phone, shared by its tabs. */
export interface NoteStore {
  readonly load: () => readonly WaitingNote[];
  /** Whether all of them survive when the page is closed. */
  readonly isStored: () => boolean;
  /** Changes what is stored now, whichever tab wrote it. Whether it was stored: a full or forbidden storage says false. */
  readonly change: (step: (notes: readonly WaitingNote[]) => readonly WaitingNote[]) => boolean;
}

/** Opens the store of a match; a phone that keeps nothing has them in memory. */
export function openNoteStore(storage: TextStorage | null, match: string): NoteStore {
  const name = `podium.chair.${match}.notes`;
  let unstored: readonly WaitingNote[] | null = null;
  const load = () => unstored ?? notesOf(storedIn(storage, name));
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

function notesOf(value: unknown): readonly WaitingNote[] {
  return Array.isArray(value) ? value.filter(isNote) : [];
}

function isNote(value: unknown): value is WaitingNote {
  if (typeof value !== "object" || value === null) return false;
  const { id, words, player, notedMs, refusal } = value as Readonly<Record<string, unknown>>;
  return (
    [id, words, player].every((part) => typeof part === "string") &&
    typeof notedMs === "number" &&
    (refusal === null || typeof refusal === "string")
  );
}

/** Those that are still to be sent. */
export function notesToSend(notes: readonly WaitingNote[]): readonly WaitingNote[] {
  return notes.filter(({ refusal }) => refusal === null);
}

/** What the server says to a note. */
export type NoteReply =
  | { readonly kind: "taken" }
  | { readonly kind: "refused"; readonly message: string }
  /** The chair may not write any more. */
  | { readonly kind: "closed" }
  | { readonly kind: "lost" };

/** What the sending needs from outside. None of these throws. */
export interface NotePorts {
  readonly store: NoteStore;
  readonly send: (note: WaitingNote) => Promise<NoteReply>;
  readonly sleep: (misses: number) => Promise<void>;
  /** Called after every change: show it. */
  readonly changed: () => void;
}

export interface NoteSync {
  readonly add: (note: WaitingNote) => boolean;
  readonly drop: (id: string) => void;
  /** The network may be back: try now. */
  readonly wake: () => void;
}

/** Brings notes to the server: the oldest first, one request in flight. Sent twice, a note counts once by its id. */
export function startNoteSync({ store, send, sleep, changed }: NotePorts): NoteSync {
  let isRunning = false;
  let wakeUp = (): void => undefined;

  const change = (step: (notes: readonly WaitingNote[]) => readonly WaitingNote[]): boolean => {
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
    for (let [note] = notesToSend(store.load()); note !== undefined; [note] = notesToSend(store.load())) {
      const { id } = note;
      const reply = await send(note);
      misses = reply.kind === "lost" ? misses + 1 : 0;
      if (reply.kind === "taken") change((notes) => notes.filter((one) => one.id !== id));
      if (reply.kind === "refused")
        change((notes) => notes.map((one) => (one.id === id ? { ...one, refusal: reply.message } : one)));
      // It is kept for the next chair of this match, or until this one is heard of again.
      if (reply.kind === "closed") break;
      if (reply.kind === "lost") await rest(misses);
    }
    isRunning = false;
  };
  void run();
  return {
    add: (note) => {
      const isStored = change((notes) => [...notes, note]);
      void run();
      return isStored;
    },
    drop: (id) => void change((notes) => notes.filter((one) => one.id !== id)),
    wake: () => {
      wakeUp();
      void run();
    },
  };
}
