import { Chance } from "./chance.ts";
import { longestTails } from "./heads.ts";
import { type Layout, Layer } from "./laying.ts";
import { backwards, type Problem } from "./problem.ts";

/** How many matches may be laid in search of a better layout. */
export interface Effort {
  readonly layings: number;
}

/** So much later than the layout it came from, a layout is not worth bettering. */
const HOPELESS = 1.1;
/** So much later than the best, a layout may now and then be gone on from, lest the search end in a corner. */
const TOLERABLE = 1.03;

/** The better of two plain greedies by longest tail: one takes match after match, one goes through the day. */
export function greedy(problem: Problem, layer = new Layer(problem)): Layout {
  const keys = longestTails(problem).map((tail) => -tail);
  const byMatch = layer.inOrderOf(problem, keys);
  const byTime = layer.throughTheDay(problem, keys);
  return byTime.end < byMatch.end ? byTime : byMatch;
}

/** A layout, and when each match would begin if all were put off as long as the end allows. */
interface Justified {
  readonly layout: Layout;
  readonly late: Int32Array;
}

/** Betters a layout until it ends at `bound` or the effort is spent. Never worse than the greedy it begins with. */
export class Search {
  private readonly problem: Problem;
  private readonly layer: Layer;
  private readonly chance = new Chance(1);
  best: Layout;

  constructor(problem: Problem) {
    this.problem = problem;
    this.layer = new Layer(problem);
    this.best = greedy(problem, this.layer);
  }

  improve(bound: number, { layings }: Effort): Layout {
    let current = this.justified(this.best);
    this.consider(current);
    while (this.best.end > bound && this.layer.laid < layings) {
      const keys =
        this.chance.below(5) < 3 ? this.withCriticalMoved(current) : this.withStretchShuffled(current.layout);
      const tried = this.layer.inOrderOf(this.problem, keys);
      if (tried.end > current.layout.end * HOPELESS) continue;
      const next = this.justified(tried);
      const isWelcome = next.layout.end <= current.layout.end;
      if (isWelcome || (this.chance.below(20) === 0 && next.layout.end <= this.best.end * TOLERABLE)) current = next;
      this.consider(next);
    }
    return this.best;
  }

  private consider({ layout }: Justified): void {
    if (layout.end < this.best.end) this.best = layout;
  }

  /** Put off to the end and brought forward again until that gains nothing more (forward-backward improvement). */
  private justified(layout: Layout): Justified {
    let best = layout;
    for (;;) {
      const { end } = best;
      const putOff = this.layer.inOrderOf(backwards(this.problem, end), this.mirrored(best.starts, end));
      const late = this.mirrored(putOff.starts, end);
      const early = this.layer.inOrderOf(this.problem, late);
      if (early.end >= end) return { layout: early.end === end ? early : best, late };
      best = early;
    }
  }

  private mirrored(starts: Int32Array, end: number): Int32Array {
    return starts.map((start, match) => end - start - (this.problem.duration[match] ?? 0));
  }

  /** A few matches that cannot be put off are moved up in the order, and as many others down. */
  private withCriticalMoved({ layout: { starts, end }, late }: Justified): Float64Array {
    const { size } = this.problem;
    const keys = Float64Array.from(starts);
    const critical: number[] = [];
    for (let match = 0; match < size; match += 1)
      if ((late[match] ?? 0) - (starts[match] ?? 0) <= 1) critical.push(match);
    const moved = 1 + this.chance.below(4);
    for (let count = 0; count < moved; count += 1) {
      const isCritical = critical.length > 0 && this.chance.below(3) > 0;
      const up = isCritical ? (critical[this.chance.below(critical.length)] ?? 0) : this.chance.below(size);
      const down = this.chance.below(size);
      keys[up] = (keys[up] ?? 0) - this.chance.share() * end * 0.3;
      keys[down] = (keys[down] ?? 0) + this.chance.share() * end * 0.3;
    }
    return keys;
  }

  /** Some of the matches within a stretch of the day change places. */
  private withStretchShuffled({ starts, end }: Layout): Float64Array {
    const length = (0.03 + this.chance.share() * 0.25) * end;
    const from = this.chance.share() * end - length / 2;
    const portion = this.chance.share();
    return Float64Array.from(starts, (start) => {
      const isShuffled = start >= from && start < from + length && this.chance.share() < portion;
      return isShuffled ? from + this.chance.share() * length : start;
    });
  }
}
