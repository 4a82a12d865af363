import type { EntryCode } from "../brand.ts";
import { type Refusal, refuse } from "../refusal.ts";
import { phaseCodeOf, phasesOf, sourcesInto } from "./phases.ts";
import type { EventPlan, Source, WithdrawalRuling } from "./plan.ts";

/** The withdrawals of an event, in the order in which they were made. */
export function withdrawalsOf({ rulings = [] }: EventPlan): WithdrawalRuling[] {
  return rulings.filter((made) => made.ruling === "withdrawn");
}

/** The last phase in which the draw names an entry; undefined where it names it nowhere. */
export function lastPhaseNaming(plan: EventPlan, entry: EntryCode): string | undefined {
  return phasesOf(plan).findLast((phase) => sourcesInto(phase).some((source) => isNamed(source, entry)))?.code;
}

/** The plan with whoever takes the place of a withdrawn entry, in the phase where the draw names that entry last. */
export function withReplacements(plan: EventPlan): EventPlan {
  let replaced = plan;
  for (const { entry, replacedBy } of withdrawalsOf(plan))
    if (replacedBy !== undefined) replaced = withReplacement(replaced, entry, replacedBy);
  return replaced;
}

function withReplacement(plan: EventPlan, entry: EntryCode, replacedBy: EntryCode): EventPlan {
  const phase = lastPhaseNaming(plan, entry);
  const put = (source: Source): Source => (isNamed(source, entry) ? { from: "entry", entry: replacedBy } : source);
  const groups = plan.groups.map((group) =>
    (group.phaseCode ?? "groups") === phase
      ? {
          ...group,
          entries: group.entries.map((each) => (each === entry ? replacedBy : each)),
          ...(group.slots === undefined ? {} : { slots: group.slots.map(put) }),
        }
      : group,
  );
  const matches = plan.matches.map((match) =>
    phaseCodeOf(match) === phase ? { ...match, home: put(match.home), away: put(match.away) } : match,
  );
  return { ...plan, groups, matches };
}

function isNamed(source: Source, entry: EntryCode): boolean {
  return source.from === "entry" && source.entry === entry;
}

/**
 * Why the draw cannot be played as if this entry had withdrawn; undefined where it can. Refuses `replacement-not-drawn` where
 * the draw names the entry nowhere, so that nobody can stand in its place, and `replacement-stands` where who would take it
 * stands in that phase already or has withdrawn.
 */
export function refusedReplacement(plan: EventPlan, { entry, replacedBy }: WithdrawalRuling): Refusal | undefined {
  if (replacedBy === undefined) return undefined;
  const before = withReplacements({ ...plan, rulings: withdrawalsOf(plan).filter((made) => made.entry !== entry) });
  const phase = lastPhaseNaming(before, entry);
  if (phase === undefined)
    return refuse("replacement-not-drawn", `The draw does not name ${entry}: nobody can take its place.`, { entry });
  const isGone = withdrawalsOf(plan).some((made) => made.entry === replacedBy);
  if (!isGone && entry !== replacedBy && !namedFrom(before, phase).has(replacedBy)) return undefined;
  return replacementStands(replacedBy);
}

/** Whoever would take a place has one in this part of the draw, or plays no more. */
export function replacementStands(entry: EntryCode): Refusal {
  return refuse("replacement-stands", `${entry} stands in this part of the draw already, or has withdrawn.`, { entry });
}

/** Who is named in a phase, or in one after it. */
export function namedFrom(plan: EventPlan, code: string): Set<EntryCode> {
  const phases = phasesOf(plan);
  const from = phases.findIndex((phase) => phase.code === code);
  const sources = phases.slice(from).flatMap(sourcesInto);
  return new Set(sources.flatMap((source) => (source.from === "entry" ? [source.entry] : [])));
}
