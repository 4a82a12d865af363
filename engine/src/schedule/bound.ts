import { Heads } from "./heads.ts";
import { backwards, type Problem } from "./problem.ts";
import { type Resources, resourcesOf } from "./resources.ts";
import { type Filling, room, type Session, sessionsOf } from "./sessions.ts";
import { Sums } from "./sums.ts";

const MOST_HEADS = 96;

/**
 * A time before which no schedule can end, in units: the last one that is not proved impossible, found by halving
 * (destructive bound). `end` is the end of some schedule.
 */
export function boundOf(problem: Problem, end: number): number {
  const proof = new Proof(problem);
  let impossible = proof.least - 1;
  let possible = end;
  while (possible - impossible > 1) {
    const middle = Math.floor((impossible + possible) / 2);
    if (proof.isImpossible(middle)) impossible = middle;
    else possible = middle;
  }
  return possible;
}

class Proof {
  private readonly problem: Problem;
  private readonly resources: Resources;
  private readonly heads: Int32Array;
  private readonly sessions: readonly Session[];
  private tails: Int32Array | null = null;
  /** No end is earlier. */
  readonly least: number;

  constructor(problem: Problem) {
    this.problem = problem;
    this.resources = resourcesOf(problem);
    this.heads = new Heads(problem, this.resources).ofMatch;
    this.sessions = sessionsOf(problem);
    this.least = this.heads.reduce((latest, head, match) => Math.max(latest, head + (problem.duration[match] ?? 0)), 0);
  }

  isImpossible(end: number): boolean {
    const deadlines = this.deadlines(end);
    const { duration } = this.problem;
    for (const [match, head] of this.heads.entries())
      if (head + (duration[match] ?? 0) > (deadlines[match] ?? 0)) return true;
    const all = Int32Array.from(deadlines.keys());
    const windows = { heads: this.heads, deadlines, duration, sessions: this.sessions };
    return (
      this.resources.tableSets.some(({ tables, holds }) =>
        isOverloaded(windows, holds === null ? all : all.filter((match) => holds[match] === 1), {
          places: tables,
          extra: 0,
        }),
      ) ||
      this.resources.people.some((matches) => isOverloaded(windows, matches, { places: 1, extra: this.problem.rest }))
    );
  }

  /** When each match must be over at the latest: the heads of the day backwards. */
  private deadlines(end: number): Int32Array {
    const tails = this.tails ?? new Heads(backwards(this.problem, end), this.resources).ofMatch;
    if (this.problem.breaks.length === 0) this.tails = tails;
    return tails.map((tail) => end - tail);
  }
}

interface Windows {
  readonly heads: Int32Array;
  readonly deadlines: Int32Array;
  readonly duration: Int32Array;
  readonly sessions: readonly Session[];
}

interface Places {
  readonly places: number;
  readonly extra: number;
}

/** Whether matches that must lie within some window need more than these places have there, by work or by number. */
function isOverloaded(windows: Windows, matches: Int32Array, places: Places): boolean {
  if (matches.length <= places.places) return false;
  const lengths = [...new Set(Array.from(matches, (match) => (windows.duration[match] ?? 0) + places.extra))].sort(
    (a, b) => a - b,
  );
  if (isTooMuch(windows, matches, { ...places, weigh: (length) => length, sums: new Sums(lengths) })) return true;
  return false;
}

interface Weighing extends Places {
  readonly weigh: (length: number) => number;
  readonly sums: Sums;
}

function isTooMuch(
  { heads, deadlines, duration, sessions }: Windows,
  matches: Int32Array,
  { places, extra, weigh, sums }: Weighing,
): boolean {
  const filling: Filling = { sessions, sums, extra };
  const byDeadline = matches.toSorted((a, b) => (deadlines[a] ?? 0) - (deadlines[b] ?? 0));
  for (const from of sample([...new Set(Array.from(matches, (match) => heads[match] ?? 0))].sort((a, b) => a - b))) {
    let work = 0;
    for (const [index, match] of byDeadline.entries()) {
      if ((heads[match] ?? 0) < from) continue;
      work += weigh((duration[match] ?? 0) + extra);
      const to = deadlines[match] ?? 0;
      if (to === deadlines[byDeadline[index + 1] ?? -1]) continue;
      if (work > places * Math.max(0, to - from + extra)) return true;
      if (work > places * room(filling, from, to)) return true;
    }
  }
  return false;
}

function sample(values: readonly number[]): readonly number[] {
  if (values.length <= MOST_HEADS) return values;
  return Array.from(
    { length: MOST_HEADS },
    (_, index) => values[Math.floor((index * values.length) / MOST_HEADS)] ?? 0,
  );
}
