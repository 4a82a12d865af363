import type { EntryCode, MatchCode } from "../brand.ts";
import type { EventPlan, PlannedMatch, Source } from "../draw/plan.ts";
import type { BySide, Side } from "../sides.ts";
import { groupStanding, type GroupOfMatches } from "./group.ts";
import { placingsOf } from "./placings.ts";
import type { EventState, GroupStanding, MatchInEvent, MatchResult } from "./result.ts";

/** Who stands in a slot: not yet known, nobody (a bye, or a match nobody won), or an entry. */
type Slot = { readonly known: false } | { readonly known: true; readonly entry: EntryCode | null };

const UNKNOWN: Slot = { known: false };
const NOBODY: Slot = { known: true, entry: null };

interface Fold {
  readonly plan: EventPlan;
  readonly results: ReadonlyMap<MatchCode, MatchResult>;
  readonly planned: ReadonlyMap<MatchCode, PlannedMatch>;
  readonly matches: Map<MatchCode, MatchInEvent>;
  readonly groups: Map<string, GroupStanding>;
  /** Matches being worked out, to find a plan that runs in a circle. */
  readonly open: Set<MatchCode>;
}

/**
 * The event as its results make it: winners, losers and group places fill the slots that name them, byes pass,
 * a match that nobody won lets nobody through. A pure fold: the order in which results arrived does not matter.
 * A result for a match whose entries are not known, or are others than those who played it, does not count.
 */
export function eventState(plan: EventPlan, results: ReadonlyMap<MatchCode, MatchResult>): EventState {
  const planned = new Map(plan.matches.map((match) => [match.code, match]));
  const fold: Fold = { plan, results, planned, matches: new Map(), groups: new Map(), open: new Set() };
  const matches = plan.matches.map((match) => matchOf(fold, match.code));
  const groups = plan.groups.map((group) => standingOf(fold, group.name));
  const complete = matches.length > 0 && matches.every((match) => match.status === "over" || match.status === "bye");
  return { matches, groups, complete, placings: placingsOf(plan, { matches, groups }) };
}

function matchOf(fold: Fold, code: MatchCode): MatchInEvent {
  const known = fold.matches.get(code);
  if (known) return known;
  const planned = fold.planned.get(code);
  if (!planned) throw new Error(`the plan names a match ${code} that it does not hold`);
  if (fold.open.has(code)) throw new Error(`the plan runs in a circle through ${code}`);
  fold.open.add(code);
  const match = playedMatch(fold, planned);
  fold.open.delete(code);
  fold.matches.set(code, match);
  return match;
}

function playedMatch(fold: Fold, planned: PlannedMatch): MatchInEvent {
  const home = slotOf(fold, planned.home);
  const away = slotOf(fold, planned.away);
  const entries = { home: entryIn(home), away: entryIn(away) };
  const waiting: MatchInEvent = { ...planned, entries, result: null, status: "waiting", winner: null, loser: null };
  if (!home.known || !away.known) return waiting;
  if (isNotNeeded(fold, planned)) return { ...waiting, status: "bye", winner: home.entry, loser: away.entry };
  if (home.entry === null || away.entry === null) return { ...waiting, status: "bye", winner: home.entry ?? away.entry };
  const both = { home: home.entry, away: away.entry };
  const result = fold.results.get(planned.code);
  if (!result || !isBetween(result, both)) return { ...waiting, status: "ready" };
  return { ...waiting, result, status: "over", ...winnerAndLoser(result, both) };
}

function winnerAndLoser(result: MatchResult, entries: BySide<EntryCode>) {
  const side = result.outcome.winner;
  if (side === null) return { winner: null, loser: null };
  const other: Side = side === "home" ? "away" : "home";
  return { winner: entries[side], loser: entries[other] };
}

function isBetween(result: MatchResult, entries: BySide<EntryCode>): boolean {
  const played = result.entries;
  return !played || (played.home === entries.home && played.away === entries.away);
}

/** A second final is not played when its condition is decided the other way; both entries then stand as they were. */
function isNotNeeded(fold: Fold, planned: PlannedMatch): boolean {
  if (!planned.onlyIf) return false;
  const deciding = matchOf(fold, planned.onlyIf.match);
  return deciding.winner !== deciding.entries[planned.onlyIf.wonBy];
}

function slotOf(fold: Fold, source: Source): Slot {
  switch (source.from) {
    case "entry": return { known: true, entry: source.entry };
    case "bye": return NOBODY;
    case "open": return UNKNOWN;
    case "place": return placeSlot(fold, source.group, source.place);
    case "winner":
    case "loser": {
      const match = matchOf(fold, source.match);
      const isDecided = match.status === "over" || match.status === "bye";
      return isDecided ? { known: true, entry: match[source.from] } : UNKNOWN;
    }
  }
}

/** A place passes on when the group is complete and nobody shares it; a place the group does not have is nobody's. */
function placeSlot(fold: Fold, group: string, place: number): Slot {
  const standing = standingOf(fold, group);
  if (!standing.complete) return UNKNOWN;
  if (place > standing.rows.length) return NOBODY;
  const rows = standing.rows.filter((row) => row.place === place);
  const [only] = rows;
  return only && rows.length === 1 ? { known: true, entry: only.entry } : UNKNOWN;
}

function standingOf(fold: Fold, name: string): GroupStanding {
  const known = fold.groups.get(name);
  if (known) return known;
  const group = fold.plan.groups.find((candidate) => candidate.name === name);
  if (!group) throw new Error(`the plan names a group ${name} that it does not hold`);
  const codes = fold.plan.matches.filter((match) => match.group === name).map((match) => match.code);
  const together: GroupOfMatches = { group, matches: codes.map((code) => matchOf(fold, code)) };
  const standing = groupStanding(together, fold.plan);
  fold.groups.set(name, standing);
  return standing;
}

function entryIn(slot: Slot): EntryCode | null {
  return slot.known ? slot.entry : null;
}
