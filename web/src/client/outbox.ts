import type { LogEntry } from "@podium/engine";

/** A line of a match log with the id that its phone gave it. */
export interface Line {
  readonly id: string;
  readonly entry: LogEntry;
}

/** What one phone knows of one match; kept in its storage after every change. */
export interface Outbox {
  /** The server's log, as far as this phone knows it. */
  readonly log: readonly Line[];
  /** Made here, in order, not yet known to have arrived. */
  readonly waiting: readonly Line[];
  /** Made here, but the log went on without them: the umpire decides. */
  readonly contest: Contest | null;
  /** Why nothing is sent any more. The lines stay. */
  readonly closed: string | null;
}

export interface Contest {
  readonly lines: readonly Line[];
  /** What the server refused them with; null when somebody else wrote in the log. */
  readonly refusal: SaidNo | null;
}

/** A refusal as it comes over the wire. */
export interface SaidNo {
  readonly code: string;
  readonly message: string;
}

/** Lines that were sent after line `after` of the log, and the log's length in the answer. */
export interface Receipt {
  readonly after: number;
  readonly sent: readonly Line[];
  readonly length: number;
}

/** Begins from the page's log and from what this phone kept, whichever knows more; nothing kept is dropped. */
export function openedOutbox(kept: Outbox | null, page: readonly Line[]): Outbox {
  if (kept === null) return { log: page, waiting: [], contest: null, closed: null };
  const open = { ...kept, closed: null };
  return startsWith(open.log, page) ? open : reconciled(open, page);
}

/** The log with everything that was made here and is not contested: what the umpire sees. */
export function shownLines(box: Outbox): readonly Line[] {
  return [...box.log, ...box.waiting];
}

/** How many lines made here are not known to have arrived. */
export function unsentCount(box: Outbox): number {
  return box.waiting.length + (box.contest?.lines.length ?? 0);
}

/** Whether there is something that may be sent now. */
export function maySend(box: Outbox): boolean {
  return box.waiting.length > 0 && box.contest === null && box.closed === null;
}

/** Adds a line that was just made. */
export function touched(box: Outbox, line: Line): Outbox {
  return { ...box, waiting: [...box.waiting, line] };
}

/** Moves what has arrived into the log; null when the answer does not add up and the log must be read again. */
export function received(box: Outbox, receipt: Receipt): Outbox | null {
  const expected = receipt.after + receipt.sent.length;
  if (receipt.length !== expected || box.log.length !== receipt.after) return null;
  return { ...box, log: [...box.log, ...receipt.sent], waiting: without(box.waiting, receipt.sent) };
}

/**
 * Takes over the server's log. Lines of ours that stand in it have arrived. The others go on waiting when the log
 * is what this phone wrote on, and become a contest when somebody else wrote in it or lines have vanished from it.
 */
export function reconciled(box: Outbox, log: readonly Line[]): Outbox {
  const ours = shownLines(box);
  const missing = without(ours, log);
  const next = { ...box, log, waiting: [], contest: stillContested(box.contest, log) };
  if (missing.length === 0) return next;
  const straight = log.length >= box.log.length && startsWith(ours, log);
  return straight ? { ...next, waiting: missing } : contested(next, { lines: missing, refusal: null });
}

function stillContested(contest: Contest | null, log: readonly Line[]): Contest | null {
  const lines = without(contest?.lines ?? [], log);
  return contest === null || lines.length === 0 ? null : { ...contest, lines };
}

/** Takes over what another tab of the same phone kept; the longer log counts, and no line of either is lost or doubled. */
export function joined(box: Outbox, kept: Outbox): Outbox {
  const log = startsWith(box.log, kept.log) ? box.log : kept.log;
  const waiting = [...kept.waiting, ...without(box.waiting, kept.waiting)];
  return { ...kept, log, waiting: without(waiting, [...log, ...(kept.contest?.lines ?? [])]) };
}

/** Puts lines aside for the umpire to decide about, after those that are there already. */
export function contested(box: Outbox, contest: Contest): Outbox {
  const lines = [...(box.contest?.lines ?? []), ...contest.lines];
  return { ...box, waiting: without(box.waiting, lines), contest: { ...contest, lines } };
}

/** The umpire wants the contested lines after those of the log. */
export function contestAdded(box: Outbox): Outbox {
  return { ...box, waiting: [...(box.contest?.lines ?? []), ...box.waiting], contest: null };
}

/** The umpire lets the log stand as it is; the contested lines are gone. */
export function contestDropped(box: Outbox): Outbox {
  return { ...box, contest: null };
}

function without(lines: readonly Line[], taken: readonly Line[]): readonly Line[] {
  const ids = new Set(taken.map((line) => line.id));
  return lines.filter((line) => !ids.has(line.id));
}

function startsWith(lines: readonly Line[], start: readonly Line[]): boolean {
  return start.length <= lines.length && start.every((line, at) => lines[at]?.id === line.id);
}
