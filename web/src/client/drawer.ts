import type { Contest, Line, Outbox, SaidNo } from "./outbox.ts";

/** A place on this device where a text stays when the page is closed: a tab's localStorage. */
export type Shelf = Pick<Storage, "getItem" | "setItem">;

/** Where one match's outbox lies on the phone. */
export interface Drawer {
  /** Null when nothing was kept, or when what was kept cannot be read; that is then put aside under another name. */
  readonly open: () => Outbox | null;
  /** Whether it was kept: a full or forbidden storage says false. */
  readonly put: (box: Outbox) => boolean;
  /** The moment whose question the umpire answered last; null when none was kept. */
  readonly answered: () => string | null;
  readonly answer: (moment: string) => void;
}

/** The drawer of a match: of the match and not of the chair, so that a chair handed out again finds what was not sent. */
export function drawerOf(shelf: Shelf | null, match: string): Drawer {
  const name = `podium.chair.${match}`;
  return {
    open: () => {
      const text = attempt(() => shelf?.getItem(name) ?? null);
      const box = text === null ? null : outboxOf(attempt(() => JSON.parse(text) as unknown));
      if (text !== null && box === null) attempt(() => shelf?.setItem(`${name}.unreadable`, text));
      return box;
    },
    put: (box) =>
      attempt(() => {
        shelf?.setItem(name, JSON.stringify(box));
        return shelf !== null;
      }) ?? false,
    answered: () => attempt(() => shelf?.getItem(`${name}.answered`) ?? null),
    answer: (moment) => {
      attempt(() => shelf?.setItem(`${name}.answered`, moment));
    },
  };
}

/** This browser's shelf; null where it is forbidden. */
export function localShelf(): Shelf | null {
  return attempt(() => globalThis.localStorage);
}

function attempt<Value>(act: () => Value): Value | null {
  try {
    return act();
  } catch {
    return null;
  }
}

function outboxOf(value: unknown): Outbox | null {
  if (!isRecord(value)) return null;
  const { log, waiting, contest, closed } = value;
  if (!areLines(log) || !areLines(waiting) || !isContest(contest)) return null;
  return { log, waiting, contest, closed: typeof closed === "string" ? closed : null };
}

function isContest(value: unknown): value is Contest | null {
  if (value === null) return true;
  return isRecord(value) && areLines(value["lines"]) && (value["refusal"] === null || isSaidNo(value["refusal"]));
}

function isSaidNo(value: unknown): value is SaidNo {
  return isRecord(value) && typeof value["code"] === "string" && typeof value["message"] === "string";
}

function areLines(value: unknown): value is readonly Line[] {
  return (
    Array.isArray(value) &&
    value.every((line) => isRecord(line) && typeof line["id"] === "string" && isRecord(line["entry"]))
  );
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}
