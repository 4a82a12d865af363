import { listAt, type Lists } from "./lists.ts";
import { inOrder, type Problem } from "./problem.ts";
import type { Resources } from "./resources.ts";
import { earliestEnd, fits, type Session, sessionsOf } from "./sessions.ts";

/** Steps after which only the matches right before a gate are looked at, and no longer all that lead to it. */
const MOST_STEPS = 4_000_000;

/** A match that must be over before a gate opens. */
interface Waited {
  readonly match: number;
  readonly head: number;
  readonly length: number;
  /** The least time from its end to the gate. */
  readonly tail: number;
}

/**
 * The earliest time each match can begin, proven: after its release, after those it waits for, and after what the tables and the
 * people need for all that leads to it (precedence energy).
 */
export class Heads {
  readonly ofMatch: Int32Array;
  private readonly ofGate: Int32Array;
  private readonly sessions: readonly Session[];
  private readonly order: Int32Array;
  private readonly position: Int32Array;
  private readonly tails: Int32Array;
  private steps = 0;
  private readonly problem: Problem;
  private readonly resources: Resources;

  constructor(problem: Problem, resources: Resources) {
    this.problem = problem;
    this.resources = resources;
    this.sessions = sessionsOf(problem);
    this.order = inOrder(problem);
    this.position = new Int32Array(problem.size);
    for (const [index, match] of this.order.entries()) this.position[match] = index;
    this.tails = new Int32Array(problem.size).fill(-1);
    this.ofMatch = new Int32Array(problem.size);
    this.ofGate = new Int32Array(problem.gates.count).fill(-1);
    for (const match of this.order) this.ofMatch[match] = this.headOf(match);
  }

  private headOf(match: number): number {
    let head = this.problem.release[match] ?? 0;
    for (const gate of listAt(this.problem.gates.before, match)) head = Math.max(head, this.opening(gate));
    return fits(this.sessions, head, this.problem.duration[match] ?? 0);
  }

  private opening(gate: number): number {
    const known = this.ofGate[gate] ?? -1;
    if (known >= 0) return known;
    const waited = this.waitedFor(gate);
    let opens = 0;
    for (const { head, length, tail } of waited) opens = Math.max(opens, head + length + tail);
    opens = Math.max(opens, this.tablesDone(waited), this.peopleDone(waited));
    this.ofGate[gate] = opens;
    return opens;
  }

  private waitedFor(gate: number): Waited[] {
    const { duration, rest, gates } = this.problem;
    const found = this.ancestors(gate);
    for (const match of found) {
      if ((this.tails[match] ?? 0) < 0) continue;
      const reach = (this.tails[match] ?? 0) + (duration[match] ?? 0) + rest;
      for (const before of listAt(gates.before, match)) {
        for (const other of listAt(gates.into, before)) if ((this.tails[other] ?? 0) < reach) this.tails[other] = reach;
      }
    }
    const waited = Array.from(found, (match) => ({
      match,
      head: this.ofMatch[match] ?? 0,
      length: duration[match] ?? 0,
      tail: this.tails[match] ?? 0,
    }));
    for (const match of found) {
      this.tails[match] = -1;
      for (const before of listAt(gates.before, match))
        for (const other of listAt(gates.into, before)) this.tails[other] = -1;
    }
    return waited;
  }

  /** All that lead to a gate, later ones first; only those right before it when that has cost too much. */
  private ancestors(gate: number): Int32Array {
    const { gates, rest } = this.problem;
    const direct = listAt(gates.into, gate);
    for (const match of direct) this.tails[match] = rest;
    if (this.steps > MOST_STEPS) return direct;
    const found = new Set<number>(direct);
    const passed = new Set<number>();
    for (const match of found) {
      for (const before of listAt(gates.before, match)) {
        if (passed.has(before)) continue;
        passed.add(before);
        const into = listAt(gates.into, before);
        this.steps += into.length;
        for (const other of into) found.add(other);
      }
    }
    this.steps += 10 * found.size;
    return Int32Array.from(found).sort((a, b) => (this.position[b] ?? 0) - (this.position[a] ?? 0));
  }

  private tablesDone(waited: readonly Waited[]): number {
    let done = 0;
    for (const { tables, holds } of this.resources.tableSets) {
      const inSet = holds === null ? waited : waited.filter(({ match }) => holds[match] === 1);
      if (inSet.length > tables) done = Math.max(done, this.done(inSet, tables, 0));
    }
    return done;
  }

  private peopleDone(waited: readonly Waited[]): number {
    const { rest } = this.problem;
    const { all, ofMatch } = this.resources.conflicts;
    const within = new Map<number, Waited[]>();
    for (const one of waited) {
      for (const conflict of listAt(ofMatch, one.match)) {
        const list = within.get(conflict);
        if (list === undefined) within.set(conflict, [one]);
        else list.push(one);
      }
    }
    let done = 0;
    for (const [conflict, list] of within) {
      const atOnce = all[conflict]?.atOnce ?? 1;
      if (list.length > atOnce) done = Math.max(done, this.done(list, atOnce, rest));
    }
    return done;
  }

  /** For every tail: those with at least that tail, from the last head to the first. */
  private done(waited: readonly Waited[], places: number, extra: number): number {
    const byHead = waited.toSorted((a, b) => b.head - a.head);
    const filling = {
      sessions: this.sessions,
      sums: this.resources.sums.of(waited.map(({ length }) => length + extra)),
      extra,
    };
    const tails = [...new Set(waited.map(({ tail }) => tail))].sort((a, b) => a - b).slice(0, 24);
    this.steps += waited.length * tails.length;
    let done = 0;
    for (const tail of tails) {
      let work = 0;
      for (const [index, one] of byHead.entries()) {
        if (one.tail < tail) continue;
        work += one.length + extra;
        if (byHead[index + 1]?.head === one.head) continue;
        done = Math.max(done, earliestEnd(filling, one.head, Math.ceil(work / places)) + tail);
      }
    }
    return done;
  }
}

/** Longest path to the end through the matches that wait, the match itself and a rest after each included; what a plain greedy goes by. */
export function longestTails(problem: Problem): Int32Array {
  const { gates, duration, rest } = problem;
  const tails = duration.slice();
  for (const match of inOrder(problem).toReversed()) {
    const longest = Math.max(
      0,
      ...Array.from(listAt(gates.behind, match), (gate) => longestOf(tails, gates.outOf, gate)),
    );
    tails[match] = (duration[match] ?? 0) + rest + longest;
  }
  return tails;
}

function longestOf(tails: Int32Array, outOf: Lists, gate: number): number {
  let longest = 0;
  for (const match of listAt(outOf, gate)) longest = Math.max(longest, tails[match] ?? 0);
  return longest;
}
