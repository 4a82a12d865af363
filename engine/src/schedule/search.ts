import { Chance } from "./chance.ts";
import { longestTails } from "./heads.ts";
import { type Layout, Layer } from "./laying.ts";
import { backwards, type Problem } from "./problem.ts";

/** How many matches may be laid in search of a better layout. */
export interface Effort {
  readonly layings: number;
}

/** The better of two plain greedies by longest tail: one takes match after match, one goes through the day. */
export function greedy(problem: Problem, layer = new Layer(problem)): Layout {
  const keys = longestTails(problem).map((tail) => -tail);
  return better(layer.inOrderOf(problem, keys), layer.throughTheDay(problem, keys));
}

/** Betters a layout until it ends at `bound` or the effort is spent. Never worse than the layout it is given. */
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
    this.consider(this.justified(this.best));
    let current = this.best;
    while (this.best.end > bound && this.layer.laid < layings) {
      const next = this.justified(this.layer.inOrderOf(this.problem, this.shaken(current)));
      if (next.end <= current.end) current = next;
      else if (this.chance.below(20) === 0) current = this.best;
      this.consider(next);
    }
    return this.best;
  }

  private consider(layout: Layout): void {
    this.best = better(this.best, layout);
  }

  /** Pushed to the right and back to the left until that gains nothing more (forward-backward improvement). */
  private justified(layout: Layout): Layout {
    let best = layout;
    for (;;) {
      const reverse = backwards(this.problem, best.end);
      const late = this.layer.inOrderOf(reverse, this.keysBackwards(best));
      const early = this.layer.inOrderOf(this.problem, this.keysForwards(late, best.end));
      if (early.end >= best.end) return early.end === best.end ? early : best;
      best = early;
    }
  }

  private keysBackwards({ starts, end }: Layout): Int32Array {
    return starts.map((start, match) => end - start - (this.problem.duration[match] ?? 0));
  }

  private keysForwards(late: Layout, end: number): Int32Array {
    return late.starts.map((start, match) => end - start - (this.problem.duration[match] ?? 0));
  }

  /** The order of a layout with some noise: much for a few matches, little for many. */
  private shaken({ starts, end }: Layout): Float64Array {
    const reach = 1 + this.chance.below(Math.max(1, Math.ceil(end / 4)));
    const every = 1 + this.chance.below(8);
    return Float64Array.from(starts, (start) =>
      this.chance.below(every) === 0 ? start + this.chance.below(2 * reach) - reach : start,
    );
  }
}

function better(a: Layout, b: Layout): Layout {
  return b.end < a.end ? b : a;
}
