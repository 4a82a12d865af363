import type { EntryCode, MatchCode } from "../brand.ts";
import type { DrawRuling, EventPlan } from "../draw/plan.ts";
import { type Refusal, refuse } from "../refusal.ts";
import { LiveEvent, eventState } from "../results/event.ts";
import { indexOf } from "../results/plan-index.ts";
import { type EventState, type MatchInEvent, type MatchResult, type Placing, leaving } from "../results/result.ts";
import { type BySide, SIDES, type Side } from "../sides.ts";
import { MEDALS, type Medal, type MedalWon, medals } from "./medals.ts";

/** What follows from a corrected result: to be read before it is confirmed. */
export interface Consequences {
  /** Matches already played whose result no longer counts, because other entries belong in them. */
  readonly voided: readonly VoidedMatch[];
  /** Places in later matches that change hands, in order of play. */
  readonly replaced: readonly Replacement[];
  readonly medals: readonly MedalMove[];
  readonly placings: readonly {
    readonly entry: EntryCode;
    readonly before: number | null;
    readonly after: number | null;
  }[];
  /** Groups whose order changes, best first. */
  readonly groups: readonly {
    readonly group: string;
    readonly before: readonly EntryCode[];
    readonly after: readonly EntryCode[];
  }[];
  /** The results that stand when the correction is confirmed, the corrected one among them. */
  readonly results: ReadonlyMap<MatchCode, MatchResult>;
  readonly state: EventState;
}

interface VoidedMatch {
  readonly match: MatchCode;
  readonly result: MatchResult;
  readonly played: BySide<EntryCode | null>;
  /** Who belongs in it now; null where not known. */
  readonly instead: BySide<EntryCode | null>;
}

interface Replacement {
  readonly match: MatchCode;
  readonly side: Side;
  readonly before: EntryCode | null;
  readonly after: EntryCode | null;
}

interface MedalMove {
  readonly medal: Medal;
  readonly before: readonly EntryCode[];
  readonly after: readonly EntryCode[];
}

/**
 * What follows when this result takes the place of the recorded one, without recording anything.
 * The answer is the fold of the corrected results: it never depends on what was shown before.
 * Refuses `unknown-match` and `not-playable` (a bye, or entries not yet known).
 */
export function consequences(
  plan: EventPlan,
  results: ReadonlyMap<MatchCode, MatchResult>,
  corrected: MatchResult,
): Consequences | Refusal {
  return consequencesBy(plan, results, { corrected, by: plan });
}

/**
 * The same where the draw is kept as it was played: who goes on from the match now goes on whatever the corrected result
 * says. Refuses `draw-not-kept` where nobody goes on from it, `draw-not-kept-in-group` in a group.
 */
export function consequencesWithDrawKept(
  plan: EventPlan,
  results: ReadonlyMap<MatchCode, MatchResult>,
  corrected: MatchResult,
): Consequences | Refusal {
  const entry = goingOnFrom(plan, results, corrected.match);
  if (entry === null) return nobodyGoesOn(plan, corrected.match);
  const by = withDrawKept(plan, { match: corrected.match, entry, ruling: "goes-on", reason: "" });
  return consequencesBy(plan, results, { corrected, by });
}

/** Nobody goes on from this match, or not the entry that a ruling names; from a group it is its whole table that says who does. */
export function nobodyGoesOn(plan: EventPlan, match: MatchCode): Refusal {
  if ((plan.matches.find(({ code }) => code === match)?.group ?? null) !== null)
    return refuse(
      "draw-not-kept-in-group",
      "Who goes on from a group follows from its whole table: no single match of it can keep the draw as it was played.",
      { match },
    );
  return refuse("draw-not-kept", "Nobody goes on from this match, or another entry plays it.", { match });
}

/** The plan with this ruling in the place of the one about the same match; those about the draw stand first. */
export function withDrawKept(plan: EventPlan, kept: DrawRuling): EventPlan {
  const others = (plan.rulings ?? []).filter((made) => made.ruling !== "goes-on" || made.match !== kept.match);
  const ofDraw = others.filter(({ ruling }) => ruling === "goes-on");
  const ofMedals = others.filter(({ ruling }) => ruling !== "goes-on");
  return { ...plan, rulings: [...ofDraw, kept, ...ofMedals] };
}

/** Whether other matches take who wins or loses this one. */
export function leadsOn(plan: EventPlan, match: MatchCode): boolean {
  return (indexOf(plan).after.get(match)?.length ?? 0) > 0;
}

/** Who goes on from a match that is over; null where nobody does, or where it leads to no other match. */
export function goingOnFrom(
  plan: EventPlan,
  results: ReadonlyMap<MatchCode, MatchResult>,
  match: MatchCode,
): EntryCode | null {
  if (!leadsOn(plan, match)) return null;
  const found = new LiveEvent(plan, results).match(match);
  return found.status === "over" ? leaving(found, "winner") : null;
}

function consequencesBy(
  plan: EventPlan,
  results: ReadonlyMap<MatchCode, MatchResult>,
  { corrected, by }: { readonly corrected: MatchResult; readonly by: EventPlan },
): Consequences | Refusal {
  const before = eventState(plan, results);
  const match = before.matches.find((candidate) => candidate.code === corrected.match);
  if (!match) return refuse("unknown-match", `The event has no match ${corrected.match}.`, { match: corrected.match });
  if (match.status === "waiting" || match.status === "bye") {
    return refuse("not-playable", `Match ${corrected.match} is not played between two known entries.`, {
      match: corrected.match,
    });
  }
  const { standing, voided, state } = withoutVoid(by, before, new Map(results).set(corrected.match, corrected));
  const placings = placingMoves(before.placings, state.placings);
  return {
    voided,
    replaced: replacements(before, state),
    medals: movesBetween(medals(before, plan), medals(state, by)),
    placings,
    groups: groupMoves(before, state),
    results: standing,
    state,
  };
}

/** What follows from a decision beside the results: matches it decides without play, or opens again. */
export interface ConsequencesOfPlan extends Consequences {
  /** Walkovers because a side withdraws; null where both have. */
  readonly walkovers: readonly { readonly match: MatchCode; readonly winner: EntryCode | null }[];
  /** No longer walkovers, because nobody in them has withdrawn any more. */
  readonly reopened: readonly MatchCode[];
}

/**
 * What follows when the event goes by another plan of the same matches: lots were drawn, a medal was withheld or annulled,
 * an entry withdraws or plays again. Nothing is recorded by it.
 */
export function consequencesOfPlan(
  plan: EventPlan,
  changed: EventPlan,
  results: ReadonlyMap<MatchCode, MatchResult>,
): ConsequencesOfPlan {
  const before = eventState(plan, results);
  const { standing, voided, state } = withoutVoid(changed, before, new Map(results));
  const were = walkoversIn(before);
  const are = walkoversIn(state);
  return {
    walkovers: [...are].flatMap(([match, winner]) => (were.get(match) === winner ? [] : [{ match, winner }])),
    reopened: [...were.keys()].filter((match) => !are.has(match)),
    voided,
    replaced: replacements(before, state),
    medals: movesBetween(medals(before, plan), medals(state, changed)),
    placings: placingMoves(before.placings, state.placings),
    groups: groupMoves(before, state),
    results: standing,
    state,
  };
}

/** Who wins the matches that a withdrawal decides. */
function walkoversIn({ matches }: EventState): Map<MatchCode, EntryCode | null> {
  return new Map(matches.flatMap((match) => (match.byWithdrawal ? [[match.code, match.winner] as const] : [])));
}

/** Takes out results round by round, until every one that is left was played by those who belong in the match. */
function withoutVoid(plan: EventPlan, before: EventState, results: Map<MatchCode, MatchResult>) {
  const played = new Map(before.matches.map((match) => [match.code, match]));
  const voided: VoidedMatch[] = [];
  for (;;) {
    const state = eventState(plan, results);
    const next = state.matches.filter((match) => results.has(match.code) && isVoid(played.get(match.code), match));
    if (next.length === 0) return { standing: results, voided: inOrder(plan, finished(voided, state)), state };
    for (const match of next) {
      const result = results.get(match.code);
      results.delete(match.code);
      const was = played.get(match.code);
      if (result && was?.status === "over")
        voided.push({ match: match.code, result, played: was.entries, instead: match.entries });
    }
  }
}

function isVoid(before: MatchInEvent | undefined, after: MatchInEvent): boolean {
  return SIDES.some((side) => before?.entries[side] !== after.entries[side]) || after.status === "bye";
}

function finished(voided: readonly VoidedMatch[], state: EventState): VoidedMatch[] {
  const entries = new Map(state.matches.map((match) => [match.code, match.entries]));
  return voided.map((match) => ({ ...match, instead: entries.get(match.match) ?? match.instead }));
}

function inOrder(plan: EventPlan, voided: readonly VoidedMatch[]): VoidedMatch[] {
  const byMatch = new Map(voided.map((match) => [match.match, match]));
  return plan.matches.flatMap(({ code }) => byMatch.get(code) ?? []);
}

function replacements(before: EventState, after: EventState): Replacement[] {
  const entriesAfter = new Map(after.matches.map((match) => [match.code, match.entries]));
  return before.matches.flatMap((match) =>
    SIDES.map((side) => ({
      match: match.code,
      side,
      before: match.entries[side],
      after: entriesAfter.get(match.code)?.[side] ?? null,
    })).filter((place) => place.before !== place.after),
  );
}

function movesBetween(won: readonly MedalWon[], wins: readonly MedalWon[]): MedalMove[] {
  const holders = (list: readonly MedalWon[], medal: Medal) =>
    list.filter((one) => one.medal === medal).map((one) => one.entry);
  return MEDALS.map((medal) => ({ medal, before: holders(won, medal), after: holders(wins, medal) })).filter(
    (move) => move.before.join() !== move.after.join(),
  );
}

function placingMoves(before: readonly Placing[], after: readonly Placing[]): Consequences["placings"] {
  const was = new Map(before.map((placing) => [placing.entry, placing.place]));
  const is = new Map(after.map((placing) => [placing.entry, placing.place]));
  const entries = new Set([...is.keys(), ...was.keys()]);
  return [...entries]
    .map((entry) => ({ entry, before: was.get(entry) ?? null, after: is.get(entry) ?? null }))
    .filter((move) => move.before !== move.after);
}

function groupMoves(before: EventState, after: EventState): Consequences["groups"] {
  const orderAfter = new Map(after.groups.map((group) => [group.group, group.rows.map((row) => row.entry)]));
  return before.groups
    .map((group) => ({
      group: group.group,
      before: group.rows.map((row) => row.entry),
      after: orderAfter.get(group.group) ?? [],
    }))
    .filter((group) => group.before.join() !== group.after.join());
}
