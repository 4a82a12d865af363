import type { MatchCode } from "../brand.ts";
import { type Refusal, refuse } from "../refusal.ts";
import type { PlannedMatch, Source } from "./plan.ts";

interface KnockOutOptions {
  /** Whether the losing semi-finalists play for bronze. */
  readonly bronzeMatch: boolean;
  /** Every place down to this one is played for: 4 is a match for bronze, 8 also the places from 5 to 8. */
  readonly places?: number;
  /** It ends when this many are left, as a qualification does, and its rounds are `1`, `2`, ...; 1 when left out. */
  readonly winners?: number;
  /** Stands before every round and code: `plate-`. */
  readonly prefix?: string;
}

const LARGEST_DRAW = 1024;

/**
 * Plans every match of a knock-out from its lines, top to bottom; byes stand as `{ from: "bye" }`.
 * The matches come in an order in which they can be played: round by round, the matches for places before the final.
 * A bronze match needs four lines; with two it is left out. Refuses `draw-size`, `entry-twice` and `draw-winners`.
 */
export function planKnockOut(lines: readonly Source[], options: KnockOutOptions): PlannedMatch[] | Refusal {
  const { winners = 1, prefix = "" } = options;
  if (winners > 1) return planQualification(lines, { winners, prefix });
  const refusal = refusedSize(lines.length) ?? refusedEntry(lines);
  if (refusal) return refusal;
  const places = Math.max(options.places ?? 0, options.bronzeMatch ? 4 : 0);
  const matches: PlannedMatch[] = [];
  const deciding: PlannedMatch[] = [];
  let sources = lines;
  while (sources.length > 2) {
    const round = pairUp(sources, prefix + roundName(sources.length));
    matches.push(...round);
    const playedFor = planPlaces(losersOf(round), { first: round.length + 1, places, prefix });
    matches.push(...playedFor.before);
    deciding.push(...playedFor.deciding);
    sources = winnersOf(round);
  }
  return [...matches, ...deciding, lastMatch(`${prefix}final`, sources)];
}

/** Rounds in which lines halve until as many are left as win; three matches of a preliminary round are 6 lines with 3 winners. */
function planQualification(
  lines: readonly Source[],
  { winners, prefix }: Required<Pick<KnockOutOptions, "winners" | "prefix">>,
): PlannedMatch[] | Refusal {
  const refusal = refusedWinners(lines.length, winners) ?? refusedEntry(lines);
  if (refusal) return refusal;
  const matches: PlannedMatch[] = [];
  let sources = lines;
  for (let round = 1; sources.length > winners; round += 1) {
    const planned = pairUp(sources, `${prefix}${round}`);
    matches.push(...planned);
    sources = winnersOf(planned);
  }
  return matches;
}

/** Matches for places: those that lead there, and those that give two places, the last place first. */
interface PlacingMatches {
  readonly before: readonly PlannedMatch[];
  readonly deciding: readonly PlannedMatch[];
}

/** The losers of a round, 2, 4, 8, ..., play for the places from `first` on, down to `places`. */
function planPlaces(
  sources: readonly Source[],
  { first, places, prefix }: { first: number; places: number; prefix: string },
): PlacingMatches {
  if (first >= places || sources.length < 2) return { before: [], deciding: [] };
  if (sources.length === 2) {
    const name = first === 3 ? "bronze" : `p${first}`;
    return { before: [], deciding: [lastMatch(prefix + name, sources)] };
  }
  const round = pairUp(sources, `${prefix}p${first}-${first + sources.length - 1}`);
  const upper = planPlaces(winnersOf(round), { first, places, prefix });
  const lower = planPlaces(losersOf(round), { first: first + round.length, places, prefix });
  return {
    before: [...round, ...lower.before, ...upper.before],
    deciding: [...lower.deciding, ...upper.deciding],
  };
}

/** The round in which this many entries are left: `r64`, `r16`, `qf`, `sf`, `final`. */
function roundName(entriesLeft: number): string {
  if (entriesLeft === 2) return "final";
  if (entriesLeft === 4) return "sf";
  return entriesLeft === 8 ? "qf" : `r${entriesLeft}`;
}

/** Whether this many lines halve down to a final: a power of two. */
export function isDrawSize(lines: number): boolean {
  return Number.isInteger(lines) && lines >= 2 && lines <= LARGEST_DRAW && (lines & (lines - 1)) === 0;
}

/** The smallest draw that holds this many entries. */
export function drawSizeFor(entries: number): number {
  let size = 2;
  while (size < entries) size *= 2;
  return size;
}

function refusedSize(lines: number): Refusal | null {
  if (isDrawSize(lines)) return null;
  return refuse("draw-size", `A knock-out has 2, 4, 8, ... or ${LARGEST_DRAW} lines, byes included, not ${lines}.`, {
    lines,
  });
}

function refusedWinners(lines: number, winners: number): Refusal | null {
  if (lines <= LARGEST_DRAW && winners < lines && isDrawSize(lines / winners)) return null;
  return refuse(
    "draw-winners",
    `A knock-out of ${lines} lines cannot end with ${winners} winners: it needs ${2 * winners}, ${4 * winners}, ... lines.`,
    { lines, winners },
  );
}

function refusedEntry(lines: readonly Source[]): Refusal | null {
  const seen = new Map<string, number>();
  for (const [index, source] of lines.entries()) {
    if (source.from !== "entry") continue;
    const first = seen.get(source.entry);
    if (first !== undefined) {
      const detail = { entry: source.entry, first: first + 1, second: index + 1 };
      return refuse(
        "entry-twice",
        `${source.entry} stands on line ${first + 1} and again on line ${index + 1}.`,
        detail,
      );
    }
    seen.set(source.entry, index);
  }
  return null;
}

function pairUp(sources: readonly Source[], round: string): PlannedMatch[] {
  const matches: PlannedMatch[] = [];
  for (let order = 1; order <= sources.length / 2; order += 1) {
    const [home, away] = twoOf(sources.slice(2 * order - 2, 2 * order));
    matches.push({ code: `${round}-${order}` as MatchCode, phase: "knock-out", round, order, group: null, home, away });
  }
  return matches;
}

function lastMatch(round: string, sources: readonly Source[]): PlannedMatch {
  const [home, away] = twoOf(sources);
  return { code: round as MatchCode, phase: "knock-out", round, order: 1, group: null, home, away };
}

function winnersOf(round: readonly PlannedMatch[]): Source[] {
  return round.map((match) => ({ from: "winner", match: match.code }));
}

function losersOf(round: readonly PlannedMatch[]): Source[] {
  return round.map((match) => ({ from: "loser", match: match.code }));
}

function twoOf(sources: readonly Source[]): [Source, Source] {
  const [home, away] = sources;
  if (!home || !away) throw new Error("a match needs two sources");
  return [home, away];
}
