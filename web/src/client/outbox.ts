import type { LogEntry } from "@podium/engine";

/** A line of a match log with the id that its phone gave it. */
export interface LogLine {
  readonly id: string;
  readonly entry: LogEntry;
}

/** What one phone knows of one match; saved in its storage after every change. */
export interface Outbox {
  /** The server's log, as far as this phone knows it. */
  readonly log: readonly LogLine[];
  /** Made here, in order, not yet known to have arrived. */
  readonly waiting: readonly LogLine[];
  /** Made here, but the log went on without them: the umpire decides. */
  readonly conflict: LogConflict | null;
  /** Why nothing is sent any more. The lines stay. */
  readonly closed: string | null;
}

export interface LogConflict {
  readonly lines: readonly LogLine[];
  /** What the server refused them with; null when somebody else wrote in the log. */
  readonly refusal: Rejection | null;
  /** How many lines of the log they were made after, where somebody else wrote on, and the last of these. */
  readonly after?: number;
  readonly last?: string | undefined;
}

/** A refusal as it comes over the wire. */
export interface Rejection {
  readonly code: string;
  readonly message: string;
}

/** Lines that were sent after line `after` of the log, and the log's length in the answer. */
export interface Receipt {
  readonly after: number;
  readonly sent: readonly LogLine[];
  readonly length: number;
}

/** Begins from the page's log and from what this phone stored, whichever knows more; nothing stored is dropped. */
export function openedOutbox(stored: Outbox | null, page: readonly LogLine[]): Outbox {
  if (stored === null) return { log: page, waiting: [], conflict: null, closed: null };
  const open = { ...stored, closed: null };
  return startsWith(open.log, page) ? open : reconciled(open, page);
}

/** The log with everything that was made here and is not in conflict: what the umpire sees. */
export function shownLines(box: Outbox): readonly LogLine[] {
  return [...box.log, ...box.waiting];
}

/** How many lines made here are not known to have arrived. */
export function unsentCount(box: Outbox): number {
  return box.waiting.length + (box.conflict?.lines.length ?? 0);
}

/** Whether there is something that may be sent now. */
export function maySend(box: Outbox): boolean {
  return box.waiting.length > 0 && box.conflict === null && box.closed === null;
}

/** Adds a line that was just made. */
export function withLine(box: Outbox, line: LogLine): Outbox {
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
 * is what this phone wrote on, and become a conflict when somebody else wrote in it or lines have vanished from it.
 */
export function reconciled(box: Outbox, log: readonly LogLine[]): Outbox {
  const ours = shownLines(box);
  const missing = without(ours, log);
  const next = { ...box, log, waiting: [], conflict: openConflict(box.conflict, log) };
  if (missing.length === 0) return next;
  const straight = log.length >= box.log.length && startsWith(ours, log);
  if (straight) return { ...next, waiting: missing };
  const after = sharedStart(ours, log);
  return withConflict(next, { lines: missing, refusal: null, after, last: log[after - 1]?.id });
}

function openConflict(conflict: LogConflict | null, log: readonly LogLine[]): LogConflict | null {
  const lines = without(conflict?.lines ?? [], log);
  return conflict === null || lines.length === 0 ? null : { ...conflict, lines };
}

/** Takes over what another tab of the same phone stored; the longer log counts, and no line of either is lost or doubled. */
export function joined(box: Outbox, stored: Outbox): Outbox {
  const log = startsWith(box.log, stored.log) ? box.log : stored.log;
  const waiting = [...stored.waiting, ...without(box.waiting, stored.waiting)];
  return { ...stored, log, waiting: without(waiting, [...log, ...(stored.conflict?.lines ?? [])]) };
}

/** Puts lines aside for the umpire to decide about, after those that are there already. */
export function withConflict(box: Outbox, conflict: LogConflict): Outbox {
  const lines = [...(box.conflict?.lines ?? []), ...conflict.lines];
  return { ...box, waiting: without(box.waiting, lines), conflict: { ...conflict, lines } };
}

/** These lines are with the referee: they wait here no more. */
export function handedIn(box: Outbox, lines: readonly LogLine[]): Outbox {
  return { ...box, waiting: without(box.waiting, lines), conflict: openConflict(box.conflict, lines) };
}

/** Lines that the log went on without, how many lines of the log they were made after, and the id of the last of these. */
export interface HeldLines {
  readonly after: number;
  readonly last?: string;
  readonly lines: readonly LogLine[];
}

/** What a phone holds that the log went on without. */
export function heldLines({ log, waiting, conflict }: Outbox): HeldLines {
  const made = conflict?.after === undefined ? { after: log.length, last: log.at(-1)?.id } : conflict;
  const { after = 0, last } = made;
  return { after, ...(last === undefined ? {} : { last }), lines: [...(conflict?.lines ?? []), ...waiting] };
}

/** The umpire wants the conflicting lines after those of the log. */
export function conflictAdded(box: Outbox): Outbox {
  return { ...box, waiting: [...(box.conflict?.lines ?? []), ...box.waiting], conflict: null };
}

/** The umpire lets the log stand as it is; the conflicting lines are gone. */
export function conflictDropped(box: Outbox): Outbox {
  return { ...box, conflict: null };
}

function without(lines: readonly LogLine[], taken: readonly LogLine[]): readonly LogLine[] {
  const ids = new Set(taken.map((line) => line.id));
  return lines.filter((line) => !ids.has(line.id));
}

/** How many lines two logs begin with alike. */
function sharedStart(ours: readonly LogLine[], log: readonly LogLine[]): number {
  const first = ours.findIndex((line, at) => log[at]?.id !== line.id);
  return first === -1 ? ours.length : first;
}

function startsWith(lines: readonly LogLine[], start: readonly LogLine[]): boolean {
  return start.length <= lines.length && start.every((line, at) => lines[at]?.id === line.id);
}
