import { inverted, listAt, type Lists, listsOf } from "./lists.ts";
import type { Problem } from "./problem.ts";
import type { Resources } from "./resources.ts";
import { fits, fitsBefore, type Session, sessionsOf } from "./sessions.ts";

/** Within which time each match must lie; by number of the match, in units. */
export interface Windows {
  readonly heads: Int32Array;
  readonly deadlines: Int32Array;
}

/** A longer row is not looked at: what is done for it grows with the third power. */
const LONGEST_ROW = 40;

/**
 * Narrows the windows of matches by what must follow where matches are played one at a time, by one person or on one table:
 * who must come before whom, and who behind all others (detectable precedences, Vilím 2004; edge finding, Carlier and Pinson 1989).
 */
export class Narrowing {
  private readonly problem: Problem;
  private readonly sessions: readonly Session[];
  /** Matches that are played one at a time. */
  private readonly rows: Lists;
  private readonly rowsOf: Lists;
  /** What each match of a row asks for after its end: the rest of a person. */
  private readonly extra: readonly number[];
  private readonly changed: Marked;
  private readonly touched: Marked;
  /** How much was looked at: what the work costs, told without a clock. */
  steps = 0;

  constructor(problem: Problem, { conflicts, tableSets }: Resources) {
    this.problem = problem;
    this.sessions = sessionsOf(problem);
    const rows = [
      ...conflicts.all.map(({ atOnce, matches }) => ({ places: atOnce, matches, extra: problem.rest })),
      ...tableSets.map(({ tables, matches }) => ({ places: tables, matches, extra: 0 })),
    ].filter(({ places, matches }) => places === 1 && matches.length > 1 && matches.length <= LONGEST_ROW);
    this.rows = listsOf(rows.map(({ matches }) => [...matches]));
    this.rowsOf = inverted(this.rows, problem.size);
    this.extra = rows.map(({ extra }) => extra);
    this.changed = new Marked(problem.size);
    this.touched = new Marked(rows.length);
  }

  /** Narrows windows in place until nothing follows any more; false when some match has no place left. */
  narrow(windows: Windows): boolean {
    for (let match = 0; match < this.problem.size; match += 1) this.changed.add(match);
    return this.follow(windows);
  }

  /** The same where all had followed before the window of one match was narrowed. */
  narrowFrom(match: number, windows: Windows): boolean {
    this.changed.add(match);
    return this.follow(windows);
  }

  private follow(windows: Windows): boolean {
    for (;;) {
      const match = this.changed.take();
      if (match !== null) {
        if (!this.isPossible(match, windows)) return this.giveUp();
        this.alongGates(match, windows);
        for (const row of listAt(this.rowsOf, match)) this.touched.add(row);
        continue;
      }
      const row = this.touched.take();
      if (row === null) return true;
      this.withinRow(row, windows);
    }
  }

  private isPossible(match: number, { heads, deadlines }: Windows): boolean {
    return (heads[match] ?? 0) + (this.problem.duration[match] ?? 0) <= (deadlines[match] ?? 0);
  }

  private giveUp(): false {
    this.changed.clear();
    this.touched.clear();
    return false;
  }

  private raise(match: number, time: number, { heads }: Windows): void {
    if (time <= (heads[match] ?? 0)) return;
    heads[match] = fits(this.sessions, time, this.problem.duration[match] ?? 0);
    this.changed.add(match);
  }

  private lower(match: number, time: number, { deadlines }: Windows): void {
    if (time >= (deadlines[match] ?? 0)) return;
    deadlines[match] = fitsBefore(this.sessions, time, this.problem.duration[match] ?? 0);
    this.changed.add(match);
  }

  /** Who waits for a match begins after it and a rest; whom it waits for are over a rest before it must begin. */
  private alongGates(match: number, windows: Windows): void {
    const { gates, duration, rest } = this.problem;
    const over = (windows.heads[match] ?? 0) + (duration[match] ?? 0) + rest;
    for (const gate of listAt(gates.behind, match)) {
      const waiting = listAt(gates.outOf, gate);
      this.steps += waiting.length;
      for (const other of waiting) this.raise(other, over, windows);
    }
    const due = (windows.deadlines[match] ?? 0) - (duration[match] ?? 0) - rest;
    for (const gate of listAt(gates.before, match)) {
      const waitedFor = listAt(gates.into, gate);
      this.steps += waitedFor.length;
      for (const other of waitedFor) this.lower(other, due, windows);
    }
  }

  private withinRow(row: number, windows: Windows): void {
    const matches = listAt(this.rows, row);
    const extra = this.extra[row] ?? 0;
    const work = matches.map((match) => (this.problem.duration[match] ?? 0) + extra);
    const begin = matches.map((match) => windows.heads[match] ?? 0);
    const end = matches.map((match) => (windows.deadlines[match] ?? 0) + extra);
    const earliest = raised({ begin, end, work });
    const latest = raised({ begin: end.map((time) => -time), end: begin.map((time) => -time), work });
    this.steps += matches.length ** 3;
    for (const [index, match] of matches.entries()) {
      this.raise(match, earliest[index] ?? 0, windows);
      this.lower(match, -(latest[index] ?? 0) - extra, windows);
    }
  }
}

/** Numbers that wait for their turn, each once. */
class Marked {
  private readonly isIn: Uint8Array;
  private readonly numbers: number[] = [];

  constructor(count: number) {
    this.isIn = new Uint8Array(count);
  }

  add(number: number): void {
    if (this.isIn[number] === 1) return;
    this.isIn[number] = 1;
    this.numbers.push(number);
  }

  take(): number | null {
    const number = this.numbers.pop();
    if (number === undefined) return null;
    this.isIn[number] = 0;
    return number;
  }

  clear(): void {
    while (this.take() !== null);
  }
}

/** Tasks of one place that takes one at a time: not before, over by, and how long. */
interface Tasks {
  readonly begin: Int32Array;
  readonly end: Int32Array;
  readonly work: Int32Array;
}

/** The times before which none of the tasks can begin, as far as these two rules tell. */
function raised(tasks: Tasks): Int32Array {
  const { begin, end, work } = tasks;
  const latestFirst = begin.map((_, index) => index).sort((a, b) => (begin[b] ?? 0) - (begin[a] ?? 0));
  const earliest = begin.slice();
  for (let task = 0; task < begin.length; task += 1)
    earliest[task] = Math.max(earliest[task] ?? 0, behindThoseBefore(tasks, latestFirst, task));
  for (const deadline of new Set(end)) {
    const within = latestFirst.filter((other) => (end[other] ?? 0) <= deadline);
    // More than fits: whoever must be over by then has no place left.
    if (doneBy(tasks, within) > deadline) return earliest.fill(deadline);
    for (let task = 0; task < begin.length; task += 1) {
      if ((end[task] ?? 0) <= deadline) continue;
      const last = { own: begin[task] ?? 0, work: work[task] ?? 0, deadline };
      earliest[task] = Math.max(earliest[task] ?? 0, behindAll(tasks, within, last));
    }
  }
  return earliest;
}

/** When all are over that do not fit behind a task. */
function behindThoseBefore({ begin, end, work }: Tasks, latestFirst: Int32Array, task: number): number {
  const over = (begin[task] ?? 0) + (work[task] ?? 0);
  const isBefore = (other: number) => other !== task && over + (work[other] ?? 0) > (end[other] ?? 0);
  return doneBy({ begin, work }, latestFirst.filter(isBefore));
}

/** When tasks are over at the earliest, the latest to begin first. */
function doneBy({ begin, work }: Omit<Tasks, "end">, latestFirst: Int32Array): number {
  let [sum, done] = [0, Number.MIN_SAFE_INTEGER];
  for (const task of latestFirst) {
    sum += work[task] ?? 0;
    done = Math.max(done, (begin[task] ?? 0) + sum);
  }
  return done;
}

/** When tasks that must be over by a deadline are over, as far as another task cannot come among them. */
function behindAll(
  { begin, work }: Tasks,
  within: Int32Array,
  last: { readonly own: number; readonly work: number; readonly deadline: number },
): number {
  let [sum, done, behind] = [0, Number.MIN_SAFE_INTEGER, Number.MIN_SAFE_INTEGER];
  for (const task of within) {
    const time = begin[task] ?? 0;
    sum += work[task] ?? 0;
    done = Math.max(done, time + sum);
    if (Math.min(time, last.own) + sum + last.work > last.deadline) behind = done;
  }
  return behind;
}
