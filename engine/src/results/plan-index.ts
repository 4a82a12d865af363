import type { EntryCode, MatchCode } from "../brand.ts";
import { phaseCodeOf, phasesOf } from "../draw/phases.ts";
import type { EventPlan, Group, PlannedMatch, PlannedPhase, Source } from "../draw/plan.ts";
import { sourcesOf } from "../draw/round-robin.ts";
import { withReplacements } from "../draw/withdrawals.ts";
import { type Ladder, ladderOf } from "./ladder.ts";

/** A plan made ready to be looked up. It follows from the plan alone and is cached as long as the plan is held. */
export interface PlanIndex {
  /** The matches of the plan, with those in them who took the place of a withdrawn entry. */
  readonly matches: readonly PlannedMatch[];
  /** Position of each match in the plan, from 0. */
  readonly position: ReadonlyMap<MatchCode, number>;
  readonly groups: ReadonlyMap<string, Group>;
  /** Codes of the matches of each group. */
  readonly ofGroup: ReadonlyMap<string, readonly MatchCode[]>;
  /** Matches whose slots a match fills. */
  readonly after: ReadonlyMap<MatchCode, readonly MatchCode[]>;
  /** Matches whose slots a group fills. */
  readonly afterGroup: ReadonlyMap<string, readonly MatchCode[]>;
  /** Who goes on from a match by a ruling. */
  readonly goesOn: ReadonlyMap<MatchCode, EntryCode>;
  readonly withdrawn: ReadonlySet<EntryCode>;
  /** Places of groups that go on, by slotKey. */
  readonly goingOn: ReadonlySet<string>;
  /** In the order in which they are played. */
  readonly phases: readonly PlannedPhase[];
  /** The phase of each match, by its place in the order of phases. */
  readonly phaseOf: ReadonlyMap<MatchCode, number>;
  readonly ladder: Ladder;
  /** What gives one of the first three places: matches of a knock-out, to who wins or to who loses, and whole groups. */
  readonly podium: { readonly matches: ReadonlySet<MatchCode>; readonly groups: ReadonlySet<string> };
}

/** A place in a group as a key. */
export function slotKey(group: string, place: number): string {
  return `${place} ${group}`;
}

const indexes = new WeakMap<EventPlan, PlanIndex>();

export function indexOf(plan: EventPlan): PlanIndex {
  const known = indexes.get(plan);
  if (known) return known;
  const index = indexed(plan);
  indexes.set(plan, index);
  return index;
}

function indexed(drawn: EventPlan): PlanIndex {
  const plan = withReplacements(drawn);
  const ofGroup = new Map<string, MatchCode[]>();
  const after = new Map<MatchCode, MatchCode[]>();
  const afterGroup = new Map<string, MatchCode[]>();
  for (const match of plan.matches) {
    if (match.group !== null) add(ofGroup, match.group, match.code);
    if (match.onlyIf) add(after, match.onlyIf.match, match.code);
    for (const source of [match.home, match.away]) link(source, match.code, { after, afterGroup });
  }
  const ladder = ladderOf(plan);
  const phases = phasesOf(plan).map(asPlanned);
  const order = new Map(phases.map(({ code }, at) => [code, at]));
  const rulings = plan.rulings ?? [];
  return {
    matches: plan.matches,
    position: new Map(plan.matches.map((match, at) => [match.code, at])),
    groups: new Map(plan.groups.map((group) => [group.name, group])),
    ofGroup,
    after,
    afterGroup,
    goesOn: new Map(rulings.flatMap((made) => (made.ruling === "goes-on" ? [[made.match, made.entry] as const] : []))),
    withdrawn: new Set(rulings.flatMap(({ entry, ruling }) => (ruling === "withdrawn" ? [entry] : []))),
    goingOn: placesGoingOn(plan),
    phases,
    phaseOf: new Map(plan.matches.map((match) => [match.code, order.get(phaseCodeOf(match)) ?? 0])),
    ladder,
    podium: podiumOf(plan, ladder),
  };
}

function asPlanned({ code, format, title }: PlannedPhase): PlannedPhase {
  return title === undefined ? { code, format } : { code, format, title };
}

function podiumOf(plan: EventPlan, { rungs, lossPlace }: Ladder): PlanIndex["podium"] {
  const exits = rungs.filter(({ place }) => place <= 3).flatMap((rung) => rung.exits);
  const lost = [...lossPlace].flatMap(([match, place]) => (place <= 3 ? [match] : []));
  const groups = plan.medalsFor === "each-group" ? plan.groups.map(({ name }) => name) : [];
  return {
    matches: new Set([...exits.flatMap((exit) => ("match" in exit ? [exit.match] : [])), ...lost]),
    groups: new Set([...exits.flatMap((exit) => ("group" in exit ? [exit.group] : [])), ...groups]),
  };
}

function placesGoingOn(plan: EventPlan): Set<string> {
  const sources = [...plan.matches.flatMap((match) => [match.home, match.away]), ...plan.groups.flatMap(sourcesOf)];
  return new Set(sources.flatMap((source) => (source.from === "place" ? [slotKey(source.group, source.place)] : [])));
}

interface Links {
  readonly after: Map<MatchCode, MatchCode[]>;
  readonly afterGroup: Map<string, MatchCode[]>;
}

function link(source: Source, code: MatchCode, { after, afterGroup }: Links): void {
  if (source.from === "winner" || source.from === "loser") add(after, source.match, code);
  if (source.from === "place") add(afterGroup, source.group, code);
}

function add<Key>(map: Map<Key, MatchCode[]>, key: Key, code: MatchCode): void {
  const codes = map.get(key);
  if (codes) codes.push(code);
  else map.set(key, [code]);
}
