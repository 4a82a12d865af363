import type { Problem } from "./problem.ts";

const FIRST_LENGTH = 256;

/**
 * Tables and people against time while matches are laid one after another. Nothing is taken back, so a time that is full stays
 * full, and the next one that is not is found through links that are shortened as they are walked (union-find).
 */
export class Grid {
  private length = FIRST_LENGTH;
  /** For every kind: tables in use at each time. */
  private readonly inUse: Int32Array[];
  /** For every kind: a time at or after this one before which all is full. */
  private readonly links: Int32Array[];
  private reached = FIRST_LENGTH;
  /** The matches laid so far of each person, by start, where `matchesOf` has room for them. */
  private readonly begins: Int32Array;
  private readonly ends: Int32Array;
  private readonly laid: Int32Array;
  private problem: Problem;
  private readonly longest: number;
  /** The kind of table that `earliest` found last. */
  kind = 0;

  constructor(problem: Problem) {
    this.problem = problem;
    this.longest = problem.duration.reduce((most, length) => Math.max(most, length), 0);
    this.inUse = Array.from(problem.capacity, () => new Int32Array(FIRST_LENGTH));
    this.links = Array.from(problem.capacity, () => new Int32Array(FIRST_LENGTH));
    this.begins = new Int32Array(problem.matchesOf.items.length);
    this.ends = new Int32Array(problem.matchesOf.items.length);
    this.laid = new Int32Array(problem.matchesOf.starts.length);
    this.clear(problem);
  }

  /** Empties the grid for a problem with the same matches, tables and people: the same day or the day backwards. */
  clear(problem: Problem): void {
    this.problem = problem;
    this.laid.fill(0);
    for (const used of this.inUse) used.fill(0, 0, this.reached);
    this.reached = 0;
    for (const { from, to } of problem.breaks) this.block(from, to);
  }

  /** The first time from `from` on when a match can begin, with regard to tables, people and breaks. */
  earliest(match: number, from: number): number {
    let time = from;
    for (;;) {
      const rested = this.whenRested(match, time);
      time = this.whenFree(match, rested);
      if (time === rested) return time;
    }
  }

  /** Lays a match on a table of a kind. */
  lay(match: number, kind: number, start: number): void {
    const end = start + (this.problem.duration[match] ?? 0);
    this.reach(end + 1);
    this.use(kind, start, end);
    const { people } = this.problem;
    for (let at = people.starts[match] ?? 0, last = people.starts[match + 1] ?? 0; at < last; at += 1) {
      this.note(people.items[at] ?? 0, start, end);
    }
  }

  private use(kind: number, start: number, end: number): void {
    const used = this.inUse[kind];
    const links = this.links[kind];
    const capacity = this.problem.capacity[kind] ?? 0;
    if (used === undefined || links === undefined) return;
    for (let time = start; time < end; time += 1) {
      const now = (used[time] ?? 0) + 1;
      used[time] = now;
      if (now === capacity) links[time] = time + 1;
    }
  }

  private block(from: number, to: number): void {
    this.reach(to + 1);
    for (const [kind, links] of this.links.entries()) {
      links.fill(to, from, to);
      this.inUse[kind]?.fill(this.problem.capacity[kind] ?? 0, from, to);
    }
  }

  private note(person: number, start: number, end: number): void {
    const first = this.problem.matchesOf.starts[person] ?? 0;
    let at = first + (this.laid[person] ?? 0);
    for (; at > first && (this.begins[at - 1] ?? 0) > start; at -= 1) {
      this.begins[at] = this.begins[at - 1] ?? 0;
      this.ends[at] = this.ends[at - 1] ?? 0;
    }
    this.begins[at] = start;
    this.ends[at] = end;
    this.laid[person] = (this.laid[person] ?? 0) + 1;
  }

  private whenRested(match: number, from: number): number {
    const { people, duration, matchesOf, rest } = this.problem;
    const span = (duration[match] ?? 0) + rest;
    const first = people.starts[match] ?? 0;
    const last = people.starts[match + 1] ?? 0;
    let time = from;
    for (let isSettled = false; !isSettled;) {
      isSettled = true;
      for (let index = first; index < last; index += 1) {
        const person = people.items[index] ?? 0;
        const begin = matchesOf.starts[person] ?? 0;
        const end = begin + (this.laid[person] ?? 0);
        for (let at = this.firstFrom(begin, end, time - this.longest - rest); at < end; at += 1) {
          if ((this.begins[at] ?? 0) >= time + span) break;
          const rested = (this.ends[at] ?? 0) + rest;
          if (rested <= time) continue;
          time = rested;
          if (index > first) isSettled = false;
        }
      }
    }
    return time;
  }

  /** Among a person's matches, the first that begins after a time. */
  private firstFrom(from: number, to: number, time: number): number {
    let low = from;
    let high = to;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.begins[middle] ?? 0) <= time) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  private whenFree(match: number, from: number): number {
    const { kinds, duration } = this.problem;
    const length = duration[match] ?? 0;
    let best = Number.MAX_SAFE_INTEGER;
    for (let at = kinds.starts[match] ?? 0, last = kinds.starts[match + 1] ?? 0; at < last && best > from; at += 1) {
      const kind = kinds.items[at] ?? 0;
      const time = this.whenKindFree(kind, from, length);
      if (time >= best) continue;
      best = time;
      this.kind = kind;
    }
    return best;
  }

  /** When a table of this kind is free from `from` on for so long. */
  whenKindFree(kind: number, from: number, length: number): number {
    const links = this.links[kind];
    const used = this.inUse[kind];
    const capacity = this.problem.capacity[kind] ?? 0;
    if (links === undefined || used === undefined) return from;
    let time = this.notFull(links, from);
    for (;;) {
      let last = time + length - 1;
      if (last >= this.reached) last = this.reached - 1;
      while (last > time && (used[last] ?? 0) < capacity) last -= 1;
      if (last <= time) return time;
      time = this.notFull(links, last);
    }
  }

  private notFull(links: Int32Array, from: number): number {
    let time = from;
    while (time < this.reached && links[time] !== time) time = links[time] ?? 0;
    for (let step = from; step < time;) {
      const next = links[step] ?? 0;
      links[step] = time;
      step = next;
    }
    return time;
  }

  /** Makes times up to, not including, `end` countable. */
  private reach(end: number): void {
    if (end <= this.reached) return;
    while (this.length < end) this.length *= 2;
    for (const [kind, used] of this.inUse.entries()) {
      if (used.length >= this.length) continue;
      this.inUse[kind] = grown(used, this.length);
      this.links[kind] = grown(this.links[kind] ?? used, this.length);
    }
    for (const links of this.links) for (let time = this.reached; time < end; time += 1) links[time] = time;
    this.reached = end;
  }
}

function grown(array: Int32Array, length: number): Int32Array {
  const longer = new Int32Array(length);
  longer.set(array);
  return longer;
}
