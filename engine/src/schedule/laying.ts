import { Grid } from "./grid.ts";
import type { Problem } from "./problem.ts";
import { Queue } from "./queue.ts";

/** When every match begins and on which kind of table, in units. */
export interface Layout {
  readonly starts: Int32Array;
  readonly kinds: Int32Array;
  /** The latest end. */
  readonly end: number;
}

/** Where a match is laid, in units. */
export interface Stay {
  readonly start: number;
  readonly kind: number;
}

interface Unfinished extends Layout {
  end: number;
}

/** Looking over a match that waits costs this much less than laying one. */
const SCANS_A_LAYING = 50;

/** Lays the matches of problems that differ in nothing but direction, again and again, in one place in memory. */
export class Layer {
  private readonly grid: Grid;
  private readonly ready: Queue;
  private readonly gateOpens: Int32Array;
  private readonly gateWaits: Int32Array;
  private readonly matchWaits: Int32Array;
  private readonly mayBegin: Int32Array;
  /** How many matches were laid: what the work costs, told without a clock. */
  laid = 0;

  constructor(problem: Problem) {
    this.grid = new Grid(problem);
    this.ready = new Queue(problem.size);
    this.gateOpens = new Int32Array(problem.gates.count);
    this.gateWaits = new Int32Array(problem.gates.count);
    this.matchWaits = new Int32Array(problem.size);
    this.mayBegin = new Int32Array(problem.size);
  }

  /**
   * Lays every match as early as it fits, the lowest key first among those whose turn may come (serial generation). Those that
   * `stays` has a place for are there from the beginning, whatever they wait for.
   */
  inOrderOf(problem: Problem, keys: ArrayLike<number>, stays: readonly (Stay | null)[] = []): Layout {
    const layout = { starts: new Int32Array(problem.size), kinds: new Int32Array(problem.size), end: 0 };
    this.begin(problem);
    const queue = (match: number) => {
      if ((stays[match] ?? null) === null) this.ready.add(match, keys[match] ?? 0);
    };
    for (let match = 0; match < problem.size; match += 1) if (this.matchWaits[match] === 0) queue(match);
    for (const [match, stay] of stays.entries()) {
      if (stay !== null) for (const freed of this.put(problem, layout, { match, ...stay })) queue(freed);
    }
    while (this.ready.size > 0) {
      const match = this.ready.take();
      const start = this.grid.earliest(match, this.mayBegin[match] ?? 0);
      for (const freed of this.put(problem, layout, { match, start, kind: this.grid.kind })) queue(freed);
    }
    return layout;
  }

  /**
   * Goes through the day and begins whatever can begin, the lowest key first (parallel generation): no table stands empty while
   * there is a match for it.
   */
  throughTheDay(problem: Problem, keys: ArrayLike<number>): Layout {
    const layout = { starts: new Int32Array(problem.size), kinds: new Int32Array(problem.size), end: 0 };
    this.begin(problem);
    const byKey = (a: number, b: number) => (keys[a] ?? 0) - (keys[b] ?? 0) || a - b;
    let waiting = Array.from({ length: problem.size }, (_, match) => match)
      .filter((match) => this.matchWaits[match] === 0)
      .sort(byKey);
    let now = 0;
    while (waiting.length > 0) {
      let next = Number.MAX_SAFE_INTEGER;
      const left: number[] = [];
      const freed: number[] = [];
      this.laid += waiting.length / SCANS_A_LAYING;
      for (const match of waiting) {
        const hoped = this.mayBegin[match] ?? 0;
        const start = hoped > now ? hoped : this.grid.earliest(match, now);
        if (start === now) {
          freed.push(...this.put(problem, layout, { match, start, kind: this.grid.kind }));
        } else {
          this.mayBegin[match] = start;
          if (start < next) next = start;
          left.push(match);
        }
      }
      for (const match of freed) next = Math.min(next, Math.max(now, this.mayBegin[match] ?? 0));
      waiting = freed.length === 0 ? left : [...left, ...freed].sort(byKey);
      now = next;
    }
    return layout;
  }

  private begin(problem: Problem): void {
    const { gates, size } = problem;
    this.grid.clear(problem);
    this.laid += size;
    this.gateOpens.fill(0);
    this.mayBegin.set(problem.release);
    for (let gate = 0; gate < gates.count; gate += 1)
      this.gateWaits[gate] = (gates.into.starts[gate + 1] ?? 0) - (gates.into.starts[gate] ?? 0);
    for (let match = 0; match < size; match += 1)
      this.matchWaits[match] = (gates.before.starts[match + 1] ?? 0) - (gates.before.starts[match] ?? 0);
  }

  /** Answers the matches that waited for nothing but this one. */
  private put(
    problem: Problem,
    layout: Unfinished,
    { match, start, kind }: Stay & { readonly match: number },
  ): number[] {
    layout.starts[match] = start;
    layout.kinds[match] = kind;
    this.grid.lay(match, kind, start);
    layout.end = Math.max(layout.end, start + (problem.duration[match] ?? 0));
    return this.open(problem, match, start);
  }

  private open({ gates, duration, rest }: Problem, match: number, start: number): number[] {
    const freed: number[] = [];
    const rested = start + (duration[match] ?? 0) + rest;
    for (let at = gates.behind.starts[match] ?? 0, last = gates.behind.starts[match + 1] ?? 0; at < last; at += 1) {
      const gate = gates.behind.items[at] ?? 0;
      this.gateOpens[gate] = Math.max(this.gateOpens[gate] ?? 0, rested);
      this.gateWaits[gate] = (this.gateWaits[gate] ?? 0) - 1;
      if (this.gateWaits[gate] === 0) this.pass(gates.outOf, gate, freed);
    }
    return freed;
  }

  private pass(outOf: Problem["gates"]["outOf"], gate: number, freed: number[]): void {
    for (let at = outOf.starts[gate] ?? 0, last = outOf.starts[gate + 1] ?? 0; at < last; at += 1) {
      const match = outOf.items[at] ?? 0;
      this.mayBegin[match] = Math.max(this.mayBegin[match] ?? 0, this.gateOpens[gate] ?? 0);
      this.matchWaits[match] = (this.matchWaits[match] ?? 0) - 1;
      if (this.matchWaits[match] === 0) freed.push(match);
    }
  }
}
