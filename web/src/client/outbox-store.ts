import type { LogConflict, LogLine, Outbox, Rejection } from "./outbox.ts";

/** A place on this device where a text stays when the page is closed: a tab's localStorage. */
export type TextStorage = Pick<Storage, "getItem" | "setItem">;

/** The store of one match's outbox on the phone. */
export interface OutboxStore {
  /** Null when nothing was stored, or when it cannot be read; that is then put aside under another name. */
  readonly load: () => Outbox | null;
  /** Whether it was stored: a full or forbidden storage says false. */
  readonly save: (box: Outbox) => boolean;
  /** The position whose question the umpire answered last; null when none was stored. */
  readonly answered: () => string | null;
  readonly answer: (position: string) => void;
  /** Whether somebody has read on this phone what it lacks. */
  readonly knowsLimits: () => boolean;
  readonly readLimits: () => void;
}

const LIMITS_READ = "podium.chair.limits-read";

/** Opens the store of a match: of the match and not of the chair, so that a chair handed out again finds what was not sent. */
export function openOutboxStore(storage: TextStorage | null, match: string): OutboxStore {
  const name = `podium.chair.${match}`;
  return {
    load: () => {
      const text = attempt(() => storage?.getItem(name) ?? null);
      const box = text === null ? null : outboxOf(attempt(() => JSON.parse(text) as unknown));
      if (text !== null && box === null) attempt(() => storage?.setItem(`${name}.unreadable`, text));
      return box;
    },
    save: (box) =>
      attempt(() => {
        storage?.setItem(name, JSON.stringify(box));
        return storage !== null;
      }) ?? false,
    answered: () => attempt(() => storage?.getItem(`${name}.answered`) ?? null),
    knowsLimits: () => attempt(() => storage?.getItem(LIMITS_READ) ?? null) !== null,
    readLimits: () => {
      attempt(() => storage?.setItem(LIMITS_READ, "yes"));
    },
    answer: (position) => {
      attempt(() => storage?.setItem(`${name}.answered`, position));
    },
  };
}

/** This browser's storage; null where it is forbidden. */
export function localTextStorage(): TextStorage | null {
  return attempt(() => globalThis.localStorage);
}

function attempt<Value>(work: () => Value): Value | null {
  try {
    return work();
  } catch {
    return null;
  }
}

function outboxOf(value: unknown): Outbox | null {
  if (!isRecord(value)) return null;
  const { log, waiting, conflict, closed } = value;
  if (!areLines(log) || !areLines(waiting) || !isConflict(conflict)) return null;
  return { log, waiting, conflict, closed: typeof closed === "string" ? closed : null };
}

function isConflict(value: unknown): value is LogConflict | null {
  if (value === null) return true;
  return isRecord(value) && areLines(value["lines"]) && (value["refusal"] === null || isRejection(value["refusal"]));
}

function isRejection(value: unknown): value is Rejection {
  return isRecord(value) && typeof value["code"] === "string" && typeof value["message"] === "string";
}

function areLines(value: unknown): value is readonly LogLine[] {
  return (
    Array.isArray(value) &&
    value.every((line) => isRecord(line) && typeof line["id"] === "string" && isRecord(line["entry"]))
  );
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}
