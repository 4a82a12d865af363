import type { MatchCode } from "../brand.ts";
import { type Refusal, refuse } from "../refusal.ts";
import type { PlannedMatch, Source } from "./plan.ts";

interface KnockOutOptions {
  /** Whether the losing semi-finalists play for bronze. */
  readonly bronzeMatch: boolean;
}

const LARGEST_DRAW = 1024;

/**
 * Plans every match of a knock-out from its lines, top to bottom; byes stand as `{ from: "bye" }`.
 * The matches come in an order in which they can be played: round by round, the bronze match before the final.
 * A bronze match needs four lines; with two it is left out. Refuses `draw-size` and `entry-twice`.
 */
export function planKnockOut(lines: readonly Source[], options: KnockOutOptions): PlannedMatch[] | Refusal {
  const refusal = refusedSize(lines.length) ?? refusedEntry(lines);
  if (refusal) return refusal;
  const matches: PlannedMatch[] = [];
  let sources = lines;
  while (sources.length > 2) {
    const round = pairUp(sources, roundName(sources.length));
    matches.push(...round);
    if (round.length === 2 && options.bronzeMatch) matches.push(lastMatch("bronze", losersOf(round)));
    sources = winnersOf(round);
  }
  return [...matches, lastMatch("final", sources)];
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

function lastMatch(round: "bronze" | "final", sources: readonly Source[]): PlannedMatch {
  const [home, away] = twoOf(sources);
  return { code: round as string as MatchCode, phase: "knock-out", round, order: 1, group: null, home, away };
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
