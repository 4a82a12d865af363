import type { Narrowing, Windows } from "./narrowing.ts";
import type { Problem } from "./problem.ts";

/** How something is found impossible, and how much of that may be done. */
interface Trying {
  readonly narrowing: Narrowing;
  /** Whether the tables and the people have the time that windows ask for. */
  readonly hasRoom: (windows: Windows) => boolean;
  readonly mostSteps: number;
}

/** Parts of its window within which a match is tried. */
const PARTS = [2, 4, 8, 16];

/**
 * Cuts off ends of windows in place: where a match cannot lie in the first or the last part of its own, as nothing
 * would be left for some other one, it lies behind or before it (shaving, Martin and Shmoys 1996). Tight ones first,
 * until nothing follows or so many steps are spent. False when some match has no place left.
 */
export function shaved(problem: Problem, windows: Windows, { narrowing, hasRoom, mostSteps }: Trying): boolean {
  const { heads, deadlines } = windows;
  const tried = { heads: heads.slice(), deadlines: deadlines.slice() };
  const slack = (match: number) => (deadlines[match] ?? 0) - (heads[match] ?? 0) - (problem.duration[match] ?? 0);
  const isProved = (match: number, narrowed: () => void) => {
    tried.heads.set(heads);
    tried.deadlines.set(deadlines);
    narrowed();
    return !(narrowing.narrowFrom(match, tried) && hasRoom(tried));
  };
  const matches = Array.from(heads.keys());
  for (let hasChanged = true; hasChanged;) {
    hasChanged = false;
    for (const match of matches.sort((a, b) => slack(a) - slack(b) || a - b)) {
      for (const part of PARTS) {
        if (narrowing.steps > mostSteps) return true;
        const over = (heads[match] ?? 0) + Math.floor(slack(match) / part) + (problem.duration[match] ?? 0);
        if (over < (deadlines[match] ?? 0) && isProved(match, () => (tried.deadlines[match] = over))) {
          heads[match] = over - (problem.duration[match] ?? 0) + 1;
          hasChanged = true;
          if (!narrowing.narrowFrom(match, windows)) return false;
        }
        const begin = (deadlines[match] ?? 0) - (problem.duration[match] ?? 0) - Math.floor(slack(match) / part);
        if (begin > (heads[match] ?? 0) && isProved(match, () => (tried.heads[match] = begin))) {
          deadlines[match] = begin - 1 + (problem.duration[match] ?? 0);
          hasChanged = true;
          if (!narrowing.narrowFrom(match, windows)) return false;
        }
      }
    }
  }
  return true;
}
