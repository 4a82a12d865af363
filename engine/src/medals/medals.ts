import type { EntryCode } from "../brand.ts";
import type { EventPlan } from "../draw/plan.ts";
import { withdrawalsOf } from "../draw/withdrawals.ts";
import { indexOf } from "../results/plan-index.ts";
import type { EventState, MatchInEvent, Placing } from "../results/result.ts";

export const MEDALS = ["gold", "silver", "bronze"] as const;
export type Medal = (typeof MEDALS)[number];

export interface MedalWon {
  readonly medal: Medal;
  readonly entry: EntryCode;
}

/**
 * The medals that are decided so far: gold first. Third place is one entry after a bronze match and both losing
 * semi-finalists without one, unless the plan says how many bronzes there are. Who was disqualified in its last match, or
 * lost one that nobody won, or withdrew without having played, gets none, and nobody moves up for it. A place that several share gives none: lots are still
 * to be drawn, or the event ends in several groups, which give none at all unless each has its own. A medal that was
 * withheld goes to nobody; where a place was annulled those below move up, but who shares a place keeps its own medal
 * rather than share a better one.
 */
export function medals(state: EventState, plan: EventPlan): MedalWon[] {
  if (plan.medalsFor === "nobody") return [];
  const ruledOut = new Set(
    (plan.rulings ?? []).flatMap(({ ruling, entry }) =>
      ruling === "withheld" || ruling === "annulled" ? [entry] : [],
    ),
  );
  if (plan.medalsFor === "each-group") return medalsOfGroups(state).filter(({ entry }) => !ruledOut.has(entry));
  const unwon = entriesOfUnwonMatches(state);
  const without = new Set([...unwon, ...disqualified(state), ...neverPlayed(state, plan), ...ruledOut]);
  const places = placesOfMedals(plan);
  const top = state.placings.filter(({ place }) => place <= LAST_PLACE_OF_MEDALS);
  const won = [...new Set(top.map(({ place }) => place))].flatMap((at) => {
    const placed = top.filter(({ place }) => place === at);
    // Who lost a match that nobody won stands beside the others, and takes no medal from them.
    const sharing = placed.filter(({ entry }) => !unwon.has(entry));
    const medal = medalOf(sharing, places);
    if (medal === null) return [];
    return placed.filter(({ entry }) => !without.has(entry)).map(({ entry }) => ({ medal, entry }));
  });
  return MEDALS.flatMap((medal) => won.filter((one) => one.medal === medal));
}

/**
 * Whether lots still decide between entries that share a place of a medal without one for each of them: the medals of an
 * event that is played to its end are not all given yet.
 */
export function medalsAwaitLots(state: EventState, plan: EventPlan): boolean {
  const open = new Set(inPlacesOfMedals(state, plan));
  for (const { entry } of medals(state, plan)) open.delete(entry);
  return state.groups.some(({ steps }) =>
    steps.some((step) => (step.kind === "lots" || step.kind === "unknown") && isOpen(step, open)),
  );
}

/** Who stands in a place that has a medal. */
function inPlacesOfMedals(state: EventState, plan: EventPlan): EntryCode[] {
  if (plan.medalsFor === "nobody") return [];
  if (plan.medalsFor === "each-group")
    return state.groups.flatMap(({ rows }) => rows.flatMap(({ place, entry }) => (place <= 3 ? [entry] : [])));
  const places = new Set(placesOfMedals(plan).map(({ place }) => place));
  return state.placings.flatMap(({ place, entry }) => (places.has(place) ? [entry] : []));
}

function isOpen(
  { tied, order }: { readonly tied: readonly EntryCode[]; readonly order: readonly EntryCode[] | null },
  entries: ReadonlySet<EntryCode>,
): boolean {
  return order === null && tied.some((entry) => entries.has(entry));
}

/** Who withdrew before its first match. */
function neverPlayed({ matches }: EventState, plan: EventPlan): EntryCode[] {
  const played = matches.filter(({ status, byWithdrawal }) => status === "over" && byWithdrawal !== true);
  const entries = new Set(played.flatMap(({ entries: { home, away } }) => [home, away]));
  return withdrawalsOf(plan).flatMap(({ entry }) => (entries.has(entry) ? [] : [entry]));
}

/** The medal of those who share a place: that of the place, or of the one they were played to where they cannot share it. */
function medalOf(placed: readonly Placing[], places: readonly PlaceOfMedal[]): Medal | null {
  for (const at of [placed[0]?.place, placed[0]?.playedTo]) {
    const medal = places.find(({ place, most }) => place === at && placed.length <= most)?.medal;
    if (medal !== undefined) return medal;
  }
  return null;
}

/** Where two bronzes go to the third and the fourth. */
const LAST_PLACE_OF_MEDALS = 4;

interface PlaceOfMedal {
  readonly medal: Medal;
  readonly place: number;
  /** How many may share it. */
  readonly most: number;
}

function placesOfMedals(plan: EventPlan): PlaceOfMedal[] {
  const { rungs } = indexOf(plan).ladder;
  const sizeOf = (place: number) => rungs.find((rung) => rung.place === place && rung.size > 0)?.size ?? 0;
  const third = rungs.find((rung) => rung.place === 3 && rung.size > 0);
  const isShared = third?.exits.every((exit) => "match" in exit) === true && third.exits.length === 2;
  const bronzes = plan.bronzes ?? (isShared ? 2 : 1);
  const places: PlaceOfMedal[] = [
    { medal: "gold", place: 1, most: 1 },
    { medal: "silver", place: 2, most: 1 },
    { medal: "bronze", place: 3, most: bronzes },
  ];
  if (bronzes === 2 && sizeOf(3) === 1) places.push({ medal: "bronze", place: 4, most: 1 });
  return places.filter(({ place, most }) => sizeOf(place) <= most);
}

/** Every group that is decided gives its first three a medal of its own. */
function medalsOfGroups({ groups }: EventState): MedalWon[] {
  const decided = groups.filter(({ complete }) => complete);
  return MEDALS.flatMap((medal, index) =>
    decided.flatMap(({ rows }) => {
      const placed = rows.filter(({ place }) => place === index + 1);
      return placed.length === 1 ? placed.map(({ entry }) => ({ medal, entry })) : [];
    }),
  );
}

/** Entries out after a match without a winner in the knock-out: both were absent, and no ruling lets one of them go on. */
function entriesOfUnwonMatches(state: EventState): Set<EntryCode> {
  const unwon = state.matches.filter(
    (match) => match.phase === "knock-out" && match.status === "over" && match.winner === null,
  );
  const entries = unwon.flatMap(({ entries: { home, away }, goesOn }) =>
    [home, away].filter((entry) => entry !== goesOn),
  );
  return new Set(entries.filter((entry) => entry !== null));
}

/** Entries whose last match of the knock-out ended with their disqualification. */
function disqualified(state: EventState): EntryCode[] {
  const lastMatch = new Map<EntryCode, MatchInEvent>();
  for (const match of state.matches) {
    if (match.phase !== "knock-out" || match.status !== "over") continue;
    for (const entry of [match.entries.home, match.entries.away]) if (entry !== null) lastMatch.set(entry, match);
  }
  return [...lastMatch].flatMap(([entry, { loser, result }]) =>
    loser === entry && result?.outcome.by === "disqualification" ? [entry] : [],
  );
}

/** What an association, a club or a person has won. */
interface MedalCount {
  readonly name: string;
  readonly gold: number;
  readonly silver: number;
  readonly bronze: number;
}

interface MedalRank extends MedalCount {
  readonly place: number;
  readonly total: number;
}

/** The medal table: by gold, then silver, then bronze; equal rows share a place and stand in the order of their names. */
export function medalTable(counts: readonly MedalCount[]): MedalRank[] {
  const sorted = [...counts].sort((a, b) => byMedals(a, b) || (a.name < b.name ? -1 : 1));
  const rows: MedalRank[] = [];
  for (const [index, count] of sorted.entries()) {
    const before = rows.at(-1);
    const place = before && byMedals(before, count) === 0 ? before.place : index + 1;
    rows.push({ ...count, place, total: count.gold + count.silver + count.bronze });
  }
  return rows;
}

/** Adds up medals by the name they are counted under. */
export function countMedals(won: readonly { readonly medal: Medal; readonly name: string }[]): MedalCount[] {
  const counts = new Map<string, MedalCount>();
  for (const { medal, name } of won) {
    const count = counts.get(name) ?? { name, gold: 0, silver: 0, bronze: 0 };
    counts.set(name, { ...count, [medal]: count[medal] + 1 });
  }
  return [...counts.values()];
}

function byMedals(a: MedalCount, b: MedalCount): number {
  return b.gold - a.gold || b.silver - a.silver || b.bronze - a.bronze;
}
