import type { EntryCode, MatchCode } from "../brand.ts";
import type { EventPlan, PlannedMatch } from "../draw/plan.ts";
import type { GroupRow, GroupStanding, MatchInEvent, Placing } from "./result.ts";

interface Played {
  readonly matches: readonly MatchInEvent[];
  readonly groups: readonly GroupStanding[];
}

/**
 * The final ranking as far as it is decided, best first: the knock-out from its final down, the losers of a round sharing
 * a place, then those who stayed in their groups by their place there. Who loses a match that nobody won stands
 * where the loser of that match would have stood at best.
 */
export function placingsOf(plan: EventPlan, played: Played): Placing[] {
  const knockOut = plan.matches.filter((match) => match.phase === "knock-out");
  const ladder = ladderOf(knockOut);
  const places = [...knockOutPlacings(played, ladder), ...groupPlacings(plan, played, ladder.size)];
  return places.sort((a, b) => a.place - b.place);
}

interface Ladder {
  /** The place won by who ends here; null where the winner or the loser plays on. */
  readonly steps: ReadonlyMap<MatchCode, { readonly winner: number | null; readonly loser: number | null }>;
  /** Where the loser of a match goes on to. */
  readonly next: ReadonlyMap<MatchCode, MatchCode>;
  /** How many entries the knock-out ranks. */
  readonly size: number;
}

/** Walks the rounds from the last to the first and gives out places: to the winner, then to the losers of a round together. */
function ladderOf(matches: readonly PlannedMatch[]): Ladder {
  const goesOn = { winner: new Set<MatchCode>(), loser: new Map<MatchCode, MatchCode>() };
  for (const match of matches) {
    for (const source of [match.home, match.away]) {
      if (source.from === "winner") goesOn.winner.add(source.match);
      if (source.from === "loser") goesOn.loser.set(source.match, match.code);
    }
  }
  const steps = new Map<MatchCode, { winner: number | null; loser: number | null }>();
  let given = 0;
  for (const round of roundsFromTheEnd(matches)) {
    const winners = round.filter((match) => !goesOn.winner.has(match.code));
    const losers = round.filter((match) => !goesOn.loser.has(match.code));
    for (const match of round) {
      const winner = winners.includes(match) ? given + 1 : null;
      const loser = losers.includes(match) ? given + winners.length + 1 : null;
      steps.set(match.code, { winner, loser });
    }
    given += winners.length + losers.length;
  }
  return { steps, next: goesOn.loser, size: given };
}

function roundsFromTheEnd(matches: readonly PlannedMatch[]): PlannedMatch[][] {
  const rounds = new Map<string, PlannedMatch[]>();
  for (const match of matches) {
    const round = rounds.get(match.round);
    if (round) round.push(match);
    else rounds.set(match.round, [match]);
  }
  return [...rounds.values()].reverse();
}

function knockOutPlacings({ matches }: Played, ladder: Ladder): Placing[] {
  return matches.flatMap((match) => {
    const step = ladder.steps.get(match.code);
    if (!step || match.status === "waiting" || match.status === "ready") return [];
    if (match.status === "over" && match.winner === null) return unwonPlacings(match, ladder);
    const placings: Placing[] = [];
    if (match.winner !== null && step.winner !== null) placings.push({ place: step.winner, entry: match.winner });
    if (match.loser !== null && step.loser !== null) placings.push({ place: step.loser, entry: match.loser });
    return placings;
  });
}

function unwonPlacings(match: MatchInEvent, ladder: Ladder): Placing[] {
  let code = match.code;
  for (let next = ladder.next.get(code); next !== undefined; next = ladder.next.get(code)) code = next;
  const place = ladder.steps.get(code)?.loser;
  if (place === null || place === undefined) return [];
  return [match.entries.home, match.entries.away].filter(isEntry).map((entry) => ({ place, entry }));
}

/** Who stays in the groups, place by place: all thirds share a place, then all fourths. */
function groupPlacings(plan: EventPlan, { groups }: Played, ranked: number): Placing[] {
  const goingOn = placesGoingOn(plan);
  const deepest = Math.max(0, ...groups.map((group) => group.rows.length));
  const placings: Placing[] = [];
  let given = ranked;
  for (let place = 1; place <= deepest; place += 1) {
    const staying = groups.filter((group) => group.rows.length >= place && !goingOn.has(slotKey(group.group, place)));
    const rows = staying.flatMap((group) => (group.complete ? rowsOut(group, place, goingOn) : []));
    placings.push(...rows.map((row) => ({ place: given + 1, entry: row.entry })));
    given += staying.length;
  }
  return placings;
}

/** The rows of a place, unless it is shared with a place that goes on and lots are still to be drawn. */
function rowsOut(group: GroupStanding, place: number, goingOn: ReadonlySet<string>): readonly GroupRow[] {
  const rows = group.rows.filter((row) => row.place === place);
  return rows.some((_, index) => goingOn.has(slotKey(group.group, place + index))) ? [] : rows;
}

function placesGoingOn(plan: EventPlan): Set<string> {
  const sources = plan.matches.flatMap((match) => [match.home, match.away]);
  return new Set(sources.flatMap((source) => (source.from === "place" ? [slotKey(source.group, source.place)] : [])));
}

function slotKey(group: string, place: number): string {
  return `${place} ${group}`;
}

function isEntry(entry: EntryCode | null): entry is EntryCode {
  return entry !== null;
}
