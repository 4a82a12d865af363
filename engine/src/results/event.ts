import type { EntryCode, MatchCode } from "../brand.ts";
import type { EventPlan, PlannedMatch, Source } from "../draw/plan.ts";
import type { BySide, Side } from "../sides.ts";
import { groupStanding } from "./group.ts";
import { placingsOf } from "./placings.ts";
import { type PlanIndex, indexOf } from "./plan-index.ts";
import { type EventState, type GroupStanding, type MatchInEvent, type MatchResult, leaving } from "./result.ts";

/** Who stands in a slot: not yet known, nobody (a bye, or a match nobody won), or an entry. */
type MatchSlot = { readonly known: false } | { readonly known: true; readonly entry: EntryCode | null };

/** How many matches are still to be decided: in the event, and in each group. */
interface Undecided {
  all: number;
  readonly inGroup: Map<string, number>;
}

const UNKNOWN: MatchSlot = { known: false };
const NOBODY: MatchSlot = { known: true, entry: null };

/**
 * An event that is followed while it is played: a result changes only what hangs on it. At any moment its state is the fold
 * of its results, the order in which they arrived being without meaning.
 */
export class LiveEvent {
  readonly plan: EventPlan;
  readonly #index: PlanIndex;
  readonly #results: Map<MatchCode, MatchResult>;
  /** In the order of the plan; what has to be worked out again is missing. */
  readonly #matches: (MatchInEvent | undefined)[] = [];
  readonly #standings = new Map<string, GroupStanding>();
  /** A match of each group that was found undecided. */
  readonly #openIn = new Map<string, MatchCode>();
  /** How many matches are still to be decided, in the event and in each group; null until all were worked out once. */
  #undecided: Undecided | null = null;
  /** What is a walkover because a side has withdrawn, made once. */
  readonly #walkovers = new Map<MatchCode, MatchResult>();
  /** Matches being worked out, to find a plan that runs in a circle. */
  readonly #open = new Set<MatchCode>();

  constructor(plan: EventPlan, results: ReadonlyMap<MatchCode, MatchResult> = new Map()) {
    this.plan = plan;
    this.#index = indexOf(plan);
    this.#results = new Map(results);
  }

  get results(): ReadonlyMap<MatchCode, MatchResult> {
    return this.#results;
  }

  /** Records a result, or replaces the one there is. Answers the matches that are other than before, in the order of the plan. */
  record(result: MatchResult): MatchInEvent[] {
    return this.#follow(result.match, () => this.#results.set(result.match, result));
  }

  /** Takes a result out. Answers the matches that are other than before, in the order of the plan. */
  remove(match: MatchCode): MatchInEvent[] {
    return this.#follow(match, () => this.#results.delete(match));
  }

  /** Whether every match is decided. */
  get complete(): boolean {
    return this.plan.matches.length > 0 && this.#decisions().all === 0;
  }

  /**
   * Whether the end of this match can give or move a medal at once; that of any match can when it completes the event, or
   * when somebody has withdrawn, so that later matches are decided with it.
   */
  concernsMedals(code: MatchCode): boolean {
    const { matches, groups } = this.#index.podium;
    if (matches.has(code) || this.#index.withdrawn.size > 0) return true;
    const group = this.plan.matches[this.#index.position.get(code) ?? -1]?.group ?? null;
    return group !== null && groups.has(group) && this.#decisions().inGroup.get(group) === 0;
  }

  /** The whole event as its results make it. */
  get state(): EventState {
    this.#decisions();
    const matches = this.#matches.slice() as MatchInEvent[]; // every place is filled now
    const groups = this.plan.groups.map(({ name }) => this.#standing(name));
    const { phases } = this.#index;
    return { phases, matches, groups, complete: this.complete, placings: placingsOf(this.plan, { matches, groups }) };
  }

  #follow(code: MatchCode, change: () => void): MatchInEvent[] {
    const undecided = this.#decisions();
    change();
    const before = new Map<number, MatchInEvent>();
    this.#forget(code, before);
    const changed: MatchInEvent[] = [];
    for (const [, was] of [...before].sort(([a], [b]) => a - b)) {
      const now = this.match(was.code);
      if (isSame(was, now)) continue;
      changed.push(now);
      count(undecided, now, Number(isDecided(was)) - Number(isDecided(now)));
    }
    return changed;
  }

  /** Works out whatever is missing, the first time, and counts what is still to be decided. */
  #decisions(): Undecided {
    if (this.#undecided !== null) return this.#undecided;
    const undecided: Undecided = { all: 0, inGroup: new Map(this.plan.groups.map(({ name }) => [name, 0])) };
    for (const [at, planned] of this.#index.matches.entries()) {
      const match = this.#matches[at] ?? this.#workedOut(planned, at);
      if (!isDecided(match)) count(undecided, match, 1);
    }
    this.#undecided = undecided;
    return undecided;
  }

  /** One match as it stands now. */
  match(code: MatchCode): MatchInEvent {
    const at = this.#index.position.get(code) ?? -1;
    const planned = this.#index.matches[at];
    if (!planned) throw new Error(`the plan names a match ${code} that it does not hold`);
    return this.#matches[at] ?? this.#workedOut(planned, at);
  }

  #workedOut(planned: PlannedMatch, at: number): MatchInEvent {
    if (this.#open.has(planned.code)) throw new Error(`the plan runs in a circle through ${planned.code}`);
    this.#open.add(planned.code);
    const match = this.#play(planned);
    this.#open.delete(planned.code);
    this.#matches[at] = match;
    return match;
  }

  /** Gathers in `forgotten`, by position, what was known. What is not known has nothing known behind it. */
  #forget(code: MatchCode, forgotten: Map<number, MatchInEvent>): void {
    const at = this.#index.position.get(code) ?? -1;
    const match = this.#matches[at];
    if (match === undefined) return;
    forgotten.set(at, match);
    this.#matches[at] = undefined;
    for (const next of this.#index.after.get(code) ?? []) this.#forget(next, forgotten);
    if (match.group === null) return;
    this.#standings.delete(match.group);
    for (const next of this.#index.afterGroup.get(match.group) ?? []) this.#forget(next, forgotten);
  }

  #play(planned: PlannedMatch): MatchInEvent {
    const home = this.#slot(planned.home);
    const away = this.#slot(planned.away);
    const entries = { home: entryIn(home), away: entryIn(away) };
    const waiting: MatchInEvent = { ...planned, entries, result: null, status: "waiting", winner: null, loser: null };
    if (!home.known || !away.known) return waiting;
    if (this.#isNotNeeded(planned)) return { ...waiting, status: "bye", winner: home.entry, loser: away.entry };
    if (home.entry === null || away.entry === null)
      return { ...waiting, status: "bye", winner: home.entry ?? away.entry };
    const both = { home: home.entry, away: away.entry };
    const result = this.#results.get(planned.code);
    if (!result || result.outcome.undecided === true || !isBetween(result, both))
      return this.#unplayed({ ...waiting, status: "ready" }, both);
    return this.#ruled({ ...waiting, result, status: "over", ...winnerAndLoser(result, both) });
  }

  /** Who has withdrawn does not come. */
  #unplayed(match: MatchInEvent, both: BySide<EntryCode>): MatchInEvent {
    const { withdrawn } = this.#index;
    const gone = { home: withdrawn.has(both.home), away: withdrawn.has(both.away) };
    if (!gone.home && !gone.away) return match;
    const winner = gone.home && gone.away ? null : gone.home ? "away" : "home";
    const known = this.#walkovers.get(match.code);
    const result: MatchResult =
      known?.outcome.winner === winner ? known : { match: match.code, outcome: { winner, by: "walkover" }, games: [] };
    this.#walkovers.set(match.code, result);
    return this.#ruled({ ...match, result, status: "over", byWithdrawal: true, ...winnerAndLoser(result, both) });
  }

  #ruled(match: MatchInEvent): MatchInEvent {
    const goesOn = this.#index.goesOn.get(match.code);
    const isOther = goesOn !== match.winner && (goesOn === match.entries.home || goesOn === match.entries.away);
    return goesOn !== undefined && isOther ? { ...match, goesOn } : match;
  }

  /** A second final is not played when its condition is decided the other way; both entries then stand as they were. */
  #isNotNeeded({ onlyIf }: PlannedMatch): boolean {
    if (!onlyIf) return false;
    const deciding = this.match(onlyIf.match);
    return leaving(deciding, "winner") !== deciding.entries[onlyIf.wonBy];
  }

  #slot(source: Source): MatchSlot {
    switch (source.from) {
      case "entry":
        return { known: true, entry: source.entry };
      case "bye":
        return NOBODY;
      case "open":
        return UNKNOWN;
      case "place":
        return this.#placeSlot(source.group, source.place);
      case "winner":
      case "loser": {
        const match = this.match(source.match);
        return isDecided(match) ? { known: true, entry: leaving(match, source.from) } : UNKNOWN;
      }
    }
  }

  #entryOf(source: Source): EntryCode[] {
    const slot = this.#slot(source);
    return slot.known && slot.entry !== null ? [slot.entry] : [];
  }

  /** A place passes on when the group is complete and nobody shares it; a place the group does not have is nobody's. */
  #placeSlot(group: string, place: number): MatchSlot {
    if (!this.#isGroupDecided(group)) return UNKNOWN;
    const { rows } = this.#standing(group);
    if (place > rows.length) return NOBODY;
    const placed = rows.filter((row) => row.place === place);
    const [only] = placed;
    return only && placed.length === 1 ? { known: true, entry: only.entry } : UNKNOWN;
  }

  /** Asks first for the match that was open the last time: in a large group it mostly still is. */
  #isGroupDecided(group: string): boolean {
    const last = this.#openIn.get(group);
    if (last !== undefined && !isDecided(this.match(last))) return false;
    const open = (this.#index.ofGroup.get(group) ?? []).find((code) => !isDecided(this.match(code)));
    if (open !== undefined) this.#openIn.set(group, open);
    return open === undefined;
  }

  #standing(name: string): GroupStanding {
    const known = this.#standings.get(name);
    if (known) return known;
    const group = this.#index.groups.get(name);
    if (!group) throw new Error(`the plan names a group ${name} that it does not hold`);
    const matches = (this.#index.ofGroup.get(name) ?? []).map((code) => this.match(code));
    const entries = group.slots === undefined ? group.entries : group.slots.flatMap((slot) => this.#entryOf(slot));
    const standing = groupStanding({ group, entries, matches }, this.plan);
    this.#standings.set(name, standing);
    return standing;
  }
}

/**
 * The event as its results make it: winners, losers and group places fill the slots that name them, byes pass,
 * a match that nobody won lets nobody through. A pure fold: the order in which results arrived does not matter.
 * A match that was abandoned is open until the referee has decided who goes on.
 * A result for a match whose entries are not known, or are others than those who played it, does not count.
 */
export function eventState(plan: EventPlan, results: ReadonlyMap<MatchCode, MatchResult>): EventState {
  return new LiveEvent(plan, results).state;
}

function count(undecided: Undecided, { group }: MatchInEvent, more: number): void {
  undecided.all += more;
  if (group !== null) undecided.inGroup.set(group, (undecided.inGroup.get(group) ?? 0) + more);
}

function isSame(a: MatchInEvent, b: MatchInEvent): boolean {
  const sameEntries = a.entries.home === b.entries.home && a.entries.away === b.entries.away;
  const sameEnd = a.winner === b.winner && a.loser === b.loser && a.goesOn === b.goesOn;
  return sameEntries && sameEnd && a.status === b.status && a.result === b.result;
}

function isDecided({ status }: MatchInEvent): boolean {
  return status === "over" || status === "bye";
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

function entryIn(slot: MatchSlot): EntryCode | null {
  return slot.known ? slot.entry : null;
}
