import type { EventPlan, Group, PlannedMatch, PlannedPhase, Source } from "./plan.ts";
import { sourcesOf } from "./round-robin.ts";

/** A phase with what belongs to it, in the order of the plan. */
export interface PhaseOfPlan extends PlannedPhase {
  readonly groups: readonly Group[];
  readonly matches: readonly PlannedMatch[];
}

/** The phases of an event. A plan that names none has groups, a knock-out, or groups and then a knock-out. */
export function phasesOf(plan: EventPlan): PhaseOfPlan[] {
  const groups = gathered(plan.groups, (group) => group.phaseCode ?? "groups");
  const matches = gathered(plan.matches, phaseCodeOf);
  const phases = plan.phases ?? unnamedPhases.filter(({ code }) => groups.has(code) || matches.has(code));
  return phases.map((phase) => ({
    ...phase,
    groups: groups.get(phase.code) ?? [],
    matches: matches.get(phase.code) ?? [],
  }));
}

/** The items by their key, in their order. */
export function gathered<Item>(items: readonly Item[], keyOf: (item: Item) => string): Map<string, Item[]> {
  const byKey = new Map<string, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    const known = byKey.get(key);
    if (known) known.push(item);
    else byKey.set(key, [item]);
  }
  return byKey;
}

const unnamedPhases: readonly PlannedPhase[] = [
  { code: "groups", format: "groups" },
  { code: "main", format: "knock-out" },
];

/** The phase a match belongs to. */
export function phaseCodeOf({ phaseCode, phase }: Pick<PlannedMatch, "phaseCode" | "phase">): string {
  return phaseCode ?? (phase === "groups" ? "groups" : "main");
}

/** Where the entries of a phase come from, each once; what comes from its own matches is left out. */
export function sourcesInto({ groups, matches }: PhaseOfPlan): Source[] {
  const own = new Set(matches.map(({ code }) => code));
  const inKnockOut = matches.filter(({ phase }) => phase === "knock-out").flatMap(({ home, away }) => [home, away]);
  return [
    ...groups.flatMap(sourcesOf),
    ...inKnockOut.filter((source) => !("match" in source) || !own.has(source.match)),
  ];
}
