import { Heads } from "./heads.ts";
import { Narrowing, type Windows } from "./narrowing.ts";
import { backwards, type Problem } from "./problem.ts";
import { type Resources, resourcesOf } from "./resources.ts";
import { type Filling, room, type Session, sessionsOf } from "./sessions.ts";
import { shaved } from "./shaving.ts";
import type { KnownSums } from "./sums.ts";

/** How many matches in windows are looked at for one set of tables or people. */
const MOST_CHECKS = 60_000;

/** How many steps a bound may take that is proved by trying match by match: fewer in a large day, which takes its time anyway. */
const MOST_SHAVING = 80_000_000;
const LARGE_DAY = 250;

/** Proves of days that they end no earlier than at some time. */
export class Bound {
  private readonly proof: Proof;
  private readonly mostShaving: number;

  constructor(problem: Problem) {
    this.proof = new Proof(problem);
    this.mostShaving = MOST_SHAVING * Math.min(1, LARGE_DAY / problem.size);
  }

  /**
   * A time before which no schedule can end, in units: the last one that is not proved impossible, found by halving
   * (destructive bound). `end` is the end of some schedule.
   */
  upTo(end: number): number {
    let impossible = this.proof.least - 1;
    let possible = end;
    while (possible - impossible > 1) {
      const middle = Math.floor((impossible + possible) / 2);
      if (this.proof.isImpossible(middle)) impossible = middle;
      else possible = middle;
    }
    return possible;
  }

  /** A later one where that can be proved, from `least` on, with much more work: in growing steps, as a proof that fails costs most. */
  closer(least: number, end: number): number {
    let impossible = least - 1;
    let possible = end;
    for (let step = 1; possible - impossible > 1;) {
      const tried = Math.min(impossible + step, possible - 1);
      const isImpossible = this.proof.isImpossible(tried, this.mostShaving);
      if (isImpossible) impossible = tried;
      else possible = tried;
      step = isImpossible ? 2 * step : Math.max(1, Math.floor(step / 4));
    }
    return possible;
  }
}

class Proof {
  private readonly problem: Problem;
  private readonly resources: Resources;
  private readonly heads: Int32Array;
  private readonly day: Day;
  private readonly narrowing: Narrowing;
  private tails: Int32Array | null = null;
  /** No end is earlier. */
  readonly least: number;

  constructor(problem: Problem) {
    this.problem = problem;
    this.resources = resourcesOf(problem);
    this.heads = new Heads(problem, this.resources).ofMatch;
    this.day = { duration: problem.duration, sessions: sessionsOf(problem) };
    this.narrowing = new Narrowing(problem, this.resources);
    this.least = this.heads.reduce((latest, head, match) => Math.max(latest, head + (problem.duration[match] ?? 0)), 0);
  }

  /** Whether no schedule is over by `end`, as far as that is found out in so many steps of trying. */
  isImpossible(end: number, mostSteps = 0): boolean {
    const { narrowing, problem } = this;
    const windows = { heads: this.heads.slice(), deadlines: this.deadlines(end) };
    if (!narrowing.narrow(windows) || !this.hasRoom(windows)) return true;
    const hasRoom = (tried: Windows) => this.haveTablesRoom(tried);
    return mostSteps > 0 && !(shaved(problem, windows, { narrowing, hasRoom, mostSteps }) && this.hasRoom(windows));
  }

  private hasRoom(windows: Windows): boolean {
    const { sums, conflicts } = this.resources;
    const { rest } = this.problem;
    return (
      this.haveTablesRoom(windows) &&
      conflicts.all.every(
        ({ atOnce, matches }) =>
          !isOverloaded({ ...this.day, ...windows }, matches, { places: atOnce, extra: rest, sums }),
      )
    );
  }

  private haveTablesRoom(windows: Windows): boolean {
    return this.resources.tableSets.every(({ tables, matches }) => {
      this.narrowing.steps += matches.length ** 2;
      const needs = { places: tables, extra: 0, sums: this.resources.sums };
      return !isOverloaded({ ...this.day, ...windows }, matches, needs);
    });
  }

  /** When each match must be over at the latest: the heads of the day backwards. */
  private deadlines(end: number): Int32Array {
    const tails = this.tails ?? new Heads(backwards(this.problem, end), this.resources).ofMatch;
    if (this.problem.breaks.length === 0) this.tails = tails;
    return tails.map((tail) => end - tail);
  }
}

interface Day {
  readonly duration: Int32Array;
  readonly sessions: readonly Session[];
}

interface Places {
  readonly places: number;
  /** What each match asks for after its end: the rest of its people. */
  readonly extra: number;
  readonly sums: KnownSums;
}

/** Whether matches that must lie within some window ask for more than these places have there. */
function isOverloaded(windows: Windows & Day, matches: Int32Array, { places, extra, sums }: Places): boolean {
  if (matches.length <= places) return false;
  const { heads, deadlines, duration, sessions } = windows;
  const byDeadline = matches.toSorted((a, b) => (deadlines[a] ?? 0) - (deadlines[b] ?? 0));
  const work = byDeadline.map((match) => (duration[match] ?? 0) + extra);
  const begin = byDeadline.map((match) => heads[match] ?? 0);
  const end = byDeadline.map((match) => deadlines[match] ?? 0);
  const filling = { sessions, sums: sums.of(work), extra };
  const froms = sampled(
    [...new Set(begin)].sort((a, b) => a - b),
    matches.length,
  );
  return froms.some((from) => isTooMuch({ work, begin, end }, filling, { from, places }));
}

/** Matches by deadline. */
interface Demand {
  readonly work: Int32Array;
  readonly begin: Int32Array;
  readonly end: Int32Array;
}

/** Some window that opens at `from` holds more than fits: what must begin after it opened and end before it closes. */
function isTooMuch(
  { work, begin, end }: Demand,
  filling: Filling,
  { from, places }: { from: number; places: number },
): boolean {
  let sum = 0;
  for (let index = 0; index < work.length; index += 1) {
    if ((begin[index] ?? 0) < from) continue;
    sum += work[index] ?? 0;
    const to = end[index] ?? 0;
    if (sum <= places * (work[index] ?? 0) || to === end[index + 1]) continue;
    if (sum > places * Math.max(0, to - from + filling.extra) || sum > places * room(filling, from, to)) return true;
  }
  return false;
}

/** As many of them as may be looked at, evenly. */
function sampled(froms: readonly number[], matches: number): readonly number[] {
  const most = Math.max(16, Math.ceil(MOST_CHECKS / matches));
  if (froms.length <= most) return froms;
  return Array.from({ length: most }, (_, index) => froms[Math.floor((index * froms.length) / most)] ?? 0);
}
