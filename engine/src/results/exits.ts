import type { EntryCode, MatchCode } from "../brand.ts";
import { type PhaseOfPlan, gathered, phasesOf, sourcesInto } from "../draw/phases.ts";
import type { EventPlan, PlannedMatch, Source } from "../draw/plan.ts";
import { sourcesOf } from "../draw/round-robin.ts";

/** A way out of a phase: to win or to lose this match for good, or to take this place of a group. */
export type Exit =
  | { readonly match: MatchCode; readonly at: number; readonly as: "winner" | "loser" }
  | { readonly group: string; readonly place: number };

/** Exits of a phase that rank alike, those left out that the plan leads on to another phase. */
export interface ExitClass {
  readonly exits: readonly Exit[];
  /** How many of them leave the event: less than all where entries are named again later. */
  readonly size: number;
  /** Phases that stand before these exits in the final ranking, by their place in the order of phases. */
  readonly into: ReadonlySet<number>;
  readonly isOpen: boolean;
}

export interface PhaseExits {
  readonly firstPlace: number | undefined;
  /** Best first. */
  readonly classes: readonly ExitClass[];
}

/** An exit class while it is being counted. */
interface Count {
  readonly exits: Exit[];
  readonly into: Set<number>;
  size: number;
  isOpen: boolean;
}

/** The exits of every phase, with where they lead: by the plan, or because a later phase names who took them. */
export function exitsOf(plan: EventPlan): {
  readonly phases: readonly PhaseExits[];
  readonly lastNamed: ReadonlyMap<EntryCode, number>;
} {
  const phases = phasesOf(plan);
  const position = new Map(plan.matches.map((match, at) => [match.code, at]));
  const leadsTo = consumers(phases);
  const present = new Presence(plan);
  const counts = phases.map((phase) =>
    exitClasses(phase, position).map((exits): Count => {
      const into = exits.flatMap((exit) => leadsTo.get(keyOf(exit)) ?? []);
      const staying = exits.filter((exit) => !leadsTo.has(keyOf(exit)));
      const size = staying.filter((exit) => present.isSomebody(sourceOf(exit))).length;
      return { exits: staying, into: new Set(into), size, isOpen: false };
    }),
  );
  const named = phases.map((phase) => new Set(sourcesInto(phase).flatMap((source) => namedIn(source))));
  countNamed(phases, counts, named);
  const lastNamed = new Map(named.flatMap((entries, at) => [...entries].map((entry) => [entry, at] as const)));
  return { phases: phases.map(({ firstPlace }, at) => ({ firstPlace, classes: counts[at] ?? [] })), lastNamed };
}

function namedIn(source: Source): EntryCode[] {
  return source.from === "entry" ? [source.entry] : [];
}

function keyOf(exit: Exit): string {
  return "group" in exit ? `${exit.place} ${exit.group}` : `${exit.as} ${exit.match}`;
}

function sourceOf(exit: Exit): Source {
  return "group" in exit ? { from: "place", ...exit } : { from: exit.as, match: exit.match };
}

/** By the key of an exit: the phases that take who leaves by it. */
function consumers(phases: readonly PhaseOfPlan[]): Map<string, number[]> {
  const leadsTo = new Map<string, number[]>();
  for (const [at, phase] of phases.entries())
    for (const source of sourcesInto(phase)) {
      if (source.from !== "place" && source.from !== "winner" && source.from !== "loser") continue;
      const key = source.from === "place" ? `${source.place} ${source.group}` : `${source.from} ${source.match}`;
      leadsTo.set(key, [...(leadsTo.get(key) ?? []), at]);
    }
  return leadsTo;
}

/** The exits of a phase, best first: rounds from the last to the first, or places of all groups. */
function exitClasses(phase: PhaseOfPlan, position: ReadonlyMap<MatchCode, number>): Exit[][] {
  if (phase.groups.length > 0) {
    const deepest = Math.max(...phase.groups.map((group) => sourcesOf(group).length));
    return Array.from({ length: deepest }, (_, index) =>
      phase.groups
        .filter((group) => sourcesOf(group).length > index)
        .map(({ name }) => ({ group: name, place: index + 1 })),
    );
  }
  const taken = new Set(
    phase.matches.flatMap(({ home, away }) =>
      [home, away].flatMap((source) => ("match" in source ? [`${source.from} ${source.match}`] : [])),
    ),
  );
  const rounds = [...gathered(phase.matches, ({ round }) => round).values()].reverse();
  const outOf = (round: readonly PlannedMatch[], as: "winner" | "loser") =>
    round
      .filter(({ code }) => !taken.has(`${as} ${code}`))
      .map(({ code }): Exit => ({ match: code, at: position.get(code) ?? 0, as }));
  return rounds.flatMap((round) => [outOf(round, "winner"), outOf(round, "loser")]).filter((exits) => exits.length > 0);
}

/**
 * Where a phase names entries that an earlier one holds already, or leaves lines to be drawn, the plan does not tell by
 * which exits they came. They are taken to be the best of that phase; or the last, where it ends with one winner and all
 * of the later phase comes from it, as with a plate.
 */
function countNamed(
  phases: readonly PhaseOfPlan[],
  counts: readonly (readonly Count[])[],
  named: readonly ReadonlySet<EntryCode>[],
): void {
  for (const [at, phase] of phases.entries()) {
    const from = new Map<number, number>();
    for (const entry of named[at] ?? []) {
      const before = named.findLastIndex((entries, index) => index < at && entries.has(entry));
      if (before >= 0) from.set(before, (from.get(before) ?? 0) + 1);
    }
    const sources = sourcesInto(phase).filter(({ from: kind }) => kind !== "bye");
    const open = at === 0 ? 0 : sources.filter(({ from: kind }) => kind === "open").length;
    if (open > 0) from.set(at - 1, (from.get(at - 1) ?? 0) + open);
    for (const [before, goingOn] of from) {
      const isPlate = endsWithOneWinner(phases[before], counts[before]) && goingOn === sources.length;
      const classes = counts[before] ?? [];
      if (isPlate) takeFrom([...classes].reverse(), { goingOn, at, isOpen: open > 0, isPlate });
      else takeFrom(classes, { goingOn, at, isOpen: open > 0, isPlate });
    }
  }
}

function endsWithOneWinner(phase: PhaseOfPlan | undefined, counts: readonly Count[] | undefined): boolean {
  const first = counts?.[0];
  return phase !== undefined && phase.groups.length === 0 && first !== undefined && first.size === 1;
}

interface Taking {
  readonly goingOn: number;
  /** The phase that takes them. */
  readonly at: number;
  readonly isOpen: boolean;
  readonly isPlate: boolean;
}

function takeFrom(classes: readonly Count[], { goingOn, at, isOpen, isPlate }: Taking): void {
  let left = goingOn;
  let first: Count | undefined;
  for (const count of classes) {
    if (left === 0) break;
    const taken = Math.min(left, count.size);
    if (taken === 0) continue;
    count.size -= taken;
    count.isOpen ||= isOpen;
    left -= taken;
    if (isPlate || first === undefined) first = count;
  }
  (first ?? classes.at(-1))?.into.add(at);
}

/** Which sources will ever be somebody: byes go through the plan, places a group does not have are nobody's. */
class Presence {
  readonly #matches: ReadonlyMap<MatchCode, PlannedMatch>;
  readonly #sizes: ReadonlyMap<string, number>;
  readonly #known = new Map<MatchCode, number>();

  constructor({ matches, groups }: EventPlan) {
    this.#matches = new Map(matches.map((match) => [match.code, match]));
    this.#sizes = new Map(groups.map((group) => [group.name, sourcesOf(group).length]));
  }

  isSomebody(source: Source): boolean {
    switch (source.from) {
      case "bye":
        return false;
      case "place":
        return source.place <= (this.#sizes.get(source.group) ?? 0);
      case "winner":
        return this.#sidesOf(source.match) >= 1;
      case "loser":
        return this.#sidesOf(source.match) === 2;
      default:
        return true;
    }
  }

  /** How many sides of a match are somebody. */
  #sidesOf(code: MatchCode): number {
    const known = this.#known.get(code);
    if (known !== undefined) return known;
    const match = this.#matches.get(code);
    if (match === undefined) return 0;
    this.#known.set(code, 0); // a plan that runs in a circle is found when it is played
    const sides = [match.home, match.away].filter((source) => this.isSomebody(source)).length;
    this.#known.set(code, sides);
    return sides;
  }
}
