import type { EntryCode } from "../brand.ts";
import { phaseCodeOf, phasesOf } from "../draw/phases.ts";
import type { EventPlan, Source, WithdrawalRuling } from "../draw/plan.ts";
import {
  lastPhaseNaming,
  namedFrom,
  refusedReplacement,
  replacementStands,
  withdrawalsOf,
  withReplacements,
} from "../draw/withdrawals.ts";
import { type Refusal, refuse } from "../refusal.ts";
import { SIDES } from "../sides.ts";
import type { EventState, MatchInEvent } from "./result.ts";

/**
 * Why an entry cannot withdraw from an event as it stands; undefined where it can. Refuses `withdrawal-too-late` where it has
 * no match left, `replacement-too-late` where it would be replaced after it has played in that part of the draw, and
 * `replacement-still-in` where whoever would take its place still has matches to play.
 */
export function refusedWithdrawal(
  plan: EventPlan,
  state: EventState,
  withdrawal: WithdrawalRuling,
): Refusal | undefined {
  const { entry, replacedBy } = withdrawal;
  if (!state.matches.some((match) => isToPlay(match, entry)) && !isStillIn(plan, state, entry))
    return refuse("withdrawal-too-late", `${entry} has no match left to withdraw from.`, { entry });
  const refusal = refusedReplacement(plan, withdrawal);
  if (replacedBy === undefined || refusal !== undefined) return refusal;
  if (hasPlayedWhereNamed(plan, state, entry))
    return refuse("replacement-too-late", `${entry} has played in this part of the draw: its place stays empty.`, {
      entry,
    });
  const phase = lastPhaseNaming(withReplacements(plan), entry) ?? "";
  if (standingFrom(plan, state, phase).has(replacedBy)) return replacementStands(replacedBy);
  if (!isOut(state, replacedBy))
    return refuse("replacement-still-in", `${replacedBy} still has matches to play.`, { entry: replacedBy });
  return undefined;
}

/** Who stands in this phase or a later one: named in it, or come there by results. */
function standingFrom(plan: EventPlan, state: EventState, phase: string): Set<EntryCode> {
  const order = phasesOf(plan).map(({ code }) => code);
  const later = new Set(order.slice(order.indexOf(phase)));
  const come = state.matches.flatMap((match) =>
    later.has(phaseCodeOf(match)) ? [match.entries.home ?? [], match.entries.away ?? []].flat() : [],
  );
  return new Set([...namedFrom(plan, phase), ...come]);
}

/**
 * Who can take the place of an entry that withdraws, who went further first: those who are out of an earlier part of the
 * draw (lucky losers). Nobody, once the entry has played where the draw names it last.
 */
export function replacementsOf(plan: EventPlan, state: EventState, entry: EntryCode): EntryCode[] {
  const phase = lastPhaseNaming(withReplacements(plan), entry);
  return phase === undefined || hasPlayedWhereNamed(plan, state, entry) ? [] : replacementsInto(plan, state, phase);
}

/** The same for all who are named in a phase and have not played in it. */
export function replacementsInto(plan: EventPlan, state: EventState, phase: string): EntryCode[] {
  const taken = standingFrom(withReplacements(plan), state, phase);
  const withdrawn = new Set(withdrawalsOf(plan).map((made) => made.entry));
  const playing = stillPlaying(state);
  const placed = [...new Set(state.placings.map((placing) => placing.entry))];
  return placed.filter((entry) => !taken.has(entry) && !withdrawn.has(entry) && !playing.has(entry));
}

/** Entries that stand in a match which is still to be played. */
export function stillPlaying({ matches }: EventState): Set<EntryCode> {
  const open = matches.filter(({ status }) => status === "ready" || status === "waiting");
  return new Set(open.flatMap(({ entries: { home, away } }) => [home ?? [], away ?? []].flat()));
}

/**
 * Refuses `entry-stands-twice` where whoever took a withdrawn entry's place has come into that part of the draw by its own
 * results too, or may still come: a correction of an earlier part can make it so. Undefined where nobody has.
 */
export function refusedTwice(plan: EventPlan, { matches }: EventState): Refusal | undefined {
  const drawn = withReplacements(plan);
  const order = phasesOf(drawn).map(({ code }) => code);
  for (const { replacedBy } of withdrawalsOf(plan)) {
    const phase = replacedBy === undefined ? undefined : lastPhaseNaming(drawn, replacedBy);
    if (replacedBy === undefined || phase === undefined) continue;
    const earlier = new Set(order.slice(0, order.indexOf(phase)));
    const isTwice = matches.some((match) =>
      phaseCodeOf(match) === phase
        ? hasComeInto(match, replacedBy, matches)
        : earlier.has(phaseCodeOf(match)) && isToPlay(match, replacedBy),
    );
    if (isTwice)
      return refuse("entry-stands-twice", `${replacedBy} would stand twice in the draw, also in place of another.`, {
        entry: replacedBy,
      });
  }
  return undefined;
}

/** Whether an entry has come into this match from an earlier part of the draw. */
function hasComeInto(match: MatchInEvent, entry: EntryCode, matches: readonly MatchInEvent[]): boolean {
  const isOwn = (source: Source) =>
    "match" in source &&
    matches.some(({ code, ...other }) => code === source.match && phaseCodeOf(other) === phaseCodeOf(match));
  return SIDES.some((side) => match.entries[side] === entry && match[side].from !== "entry" && !isOwn(match[side]));
}

function isToPlay({ status, entries }: MatchInEvent, entry: EntryCode): boolean {
  return (status === "ready" || status === "waiting") && (entries.home === entry || entries.away === entry);
}

/** Whether it stands in the event without a match that is known yet: before its group is complete, or as a later line. */
function isStillIn(plan: EventPlan, state: EventState, entry: EntryCode): boolean {
  return !state.complete && !isOut(state, entry) && lastPhaseNaming(withReplacements(plan), entry) !== undefined;
}

function isOut(state: EventState, entry: EntryCode): boolean {
  return (
    state.placings.some((placing) => placing.entry === entry) && !state.matches.some((match) => isToPlay(match, entry))
  );
}

function hasPlayedWhereNamed(plan: EventPlan, state: EventState, entry: EntryCode): boolean {
  const phase = lastPhaseNaming(withReplacements(plan), entry);
  return state.matches.some(
    (match) =>
      phaseCodeOf(match) === phase &&
      match.status === "over" &&
      match.byWithdrawal !== true &&
      (match.entries.home === entry || match.entries.away === entry),
  );
}
