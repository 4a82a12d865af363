import type { EntryCode, MatchCode } from "../brand.ts";
import type { EventPlan } from "../draw/plan.ts";
import { type Exit, type ExitClass, type PhaseExits, exitsOf } from "./exits.ts";

/** Exits that share a place: the losers of a round, the thirds of all groups. */
export interface Rung {
  readonly place: number;
  /** How many will stand on it for good. */
  readonly size: number;
  readonly exits: readonly Exit[];
  /** Place of its phase in the order of phases, from 0. */
  readonly phase: number;
  /** Who leaves by these exits may still be drawn into a later phase. */
  readonly isOpen: boolean;
}

/** The places an event gives. */
export interface Ladder {
  /** Best first. */
  readonly rungs: readonly Rung[];
  /** The place of who loses a match, directly or at the end of the matches that losers go on to. */
  readonly lossPlace: ReadonlyMap<MatchCode, number>;
  /** The last phase in which an entry is named. */
  readonly lastNamed: ReadonlyMap<EntryCode, number>;
}

/**
 * Reads the places of an event off its plan. The exits of a phase come best first; where one leads on to another phase, all
 * exits of that phase stand in its place. So a plate for the losers of the first round gives the places of those losers,
 * and who is out in the qualification stands behind everybody of the main draw.
 */
export function ladderOf(plan: EventPlan): Ladder {
  const { phases, lastNamed } = exitsOf(plan);
  const rungs = new Walk(phases).rungs();
  return { rungs, lossPlace: lossPlaces(plan, rungs), lastNamed };
}

class Walk {
  readonly #phases: readonly PhaseExits[];
  readonly #visited = new Set<number>();
  readonly #rungs: Rung[] = [];
  #given = 0;

  constructor(phases: readonly PhaseExits[]) {
    this.#phases = phases;
  }

  rungs(): Rung[] {
    for (const [at, { firstPlace }] of this.#phases.entries()) if (firstPlace === undefined) this.#visit(at);
    for (const at of this.#phases.keys()) this.#visit(at);
    const last = this.#rungs.findLast(({ size }) => size > 0)?.place ?? 1;
    return this.#rungs.map((rung) => ({ ...rung, place: Math.min(rung.place, last) }));
  }

  #visit(at: number): void {
    const phase = this.#phases[at];
    if (phase === undefined || this.#visited.has(at)) return;
    this.#visited.add(at);
    for (const exits of phase.classes) {
      for (const next of exits.into) if (this.#phases[next]?.firstPlace === undefined) this.#visit(next);
      this.#emit(exits, at);
    }
  }

  #emit({ exits, size, isOpen }: ExitClass, phase: number): void {
    for (const [at, { firstPlace }] of this.#phases.entries())
      if (firstPlace !== undefined && firstPlace <= this.#given + 1) this.#visit(at);
    if (exits.length === 0) return;
    this.#rungs.push({ place: this.#given + 1, size, exits, phase, isOpen });
    this.#given += size;
  }
}

/** Follows the losers of each match to where they leave the event. */
function lossPlaces(plan: EventPlan, rungs: readonly Rung[]): Map<MatchCode, number> {
  const out = new Map<MatchCode, number>();
  const lastOfGroup = new Map<string, number>();
  for (const { place, exits } of rungs)
    for (const exit of exits)
      if ("group" in exit) lastOfGroup.set(exit.group, place);
      else if (exit.as === "loser") out.set(exit.match, place);
  const goOn = new Map<MatchCode, { readonly code: MatchCode; readonly group: string | null }>();
  for (const match of plan.matches)
    for (const source of [match.home, match.away])
      if (source.from === "loser" && !goOn.has(source.match)) goOn.set(source.match, match);
  const placeOf = (code: MatchCode): number | undefined => {
    const known = out.get(code);
    if (known !== undefined) return known;
    const next = goOn.get(code);
    if (next === undefined) return undefined;
    return next.group === null ? placeOf(next.code) : lastOfGroup.get(next.group);
  };
  return new Map(
    plan.matches.flatMap(({ code, phase }) => {
      const place = phase === "knock-out" ? placeOf(code) : undefined;
      return place === undefined ? [] : [[code, place]];
    }),
  );
}
