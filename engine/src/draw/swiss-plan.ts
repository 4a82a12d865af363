import type { EntryCode, MatchCode } from "../brand.ts";
import { type Refusal, refuse } from "../refusal.ts";
import type { Group, PlannedMatch, Source } from "./plan.ts";

/** Two entries of a round, or one and nobody. */
export type SwissPair = readonly [EntryCode, EntryCode | null];

interface SwissDraw {
  readonly code: string;
  readonly entries?: readonly Source[];
  readonly rounds?: number;
  /** The rounds that are paired, each with its pairs from the first table on. */
  readonly pairings?: readonly (readonly SwissPair[])[];
  readonly ranking: string | readonly string[];
  readonly lots?: readonly EntryCode[];
}

/**
 * Plans a Swiss system of so many rounds: those that are paired as they were, the others with sides still to be drawn. Its
 * table is that of one group. An entry may be left out of a round in which it was away. Refuses `draw-phase` and
 * `draw-pairing`.
 */
export function planSwiss(draw: SwissDraw): { groups: Group[]; matches: PlannedMatch[] } | Refusal {
  const { code, entries = [], pairings = [], rounds = pairings.length, ranking } = draw;
  const name = code === "main" ? "Swiss" : code;
  const known = entries.flatMap((source) => (source.from === "entry" ? [source.entry] : []));
  const refusal = refusedSize(draw, rounds) ?? refusedPairings(pairings, known);
  if (refusal) return refusal;
  const prefix = code === "main" ? "" : `${code}-`;
  const slots = known.length === entries.length ? { entries: known } : { entries: [], slots: entries };
  const drawn = draw.lots === undefined ? {} : { lots: draw.lots };
  const matches = Array.from({ length: rounds }, (_, index) => {
    const pairs = pairings[index]?.map(asSources) ?? openRound(entries.length);
    return pairs.map(([home, away], at): PlannedMatch => ({
      code: `${prefix}s${index + 1}-${at + 1}` as MatchCode,
      phase: "groups",
      round: `${prefix}s${index + 1}`,
      order: at + 1,
      group: name,
      home,
      away,
    }));
  });
  return { groups: [{ name, ...slots, phaseCode: code, ranking, ...drawn }], matches: matches.flat() };
}

function asSources([home, away]: SwissPair): [Source, Source] {
  return [{ from: "entry", entry: home }, away === null ? { from: "bye" } : { from: "entry", entry: away }];
}

function openRound(entries: number): [Source, Source][] {
  const isBye = (at: number) => 2 * at + 1 === entries;
  return Array.from({ length: Math.ceil(entries / 2) }, (_, at) => [
    { from: "open" },
    isBye(at) ? { from: "bye" } : { from: "open" },
  ]);
}

function refusedSize({ code, entries = [], pairings = [] }: SwissDraw, rounds: number): Refusal | undefined {
  if (entries.length < 2)
    return refuse("draw-phase", `The Swiss system ${code} needs two entries at least.`, { phase: code });
  if (rounds >= 1 && rounds >= pairings.length) return undefined;
  return refuse("draw-phase", `The Swiss system ${code} has ${rounds} rounds, and ${pairings.length} are paired.`, {
    phase: code,
    rounds,
  });
}

function refusedPairings(
  pairings: readonly (readonly SwissPair[])[],
  entries: readonly EntryCode[],
): Refusal | undefined {
  const known = new Set(entries);
  for (const [index, pairs] of pairings.entries()) {
    const round = index + 1;
    const seen = new Set<EntryCode>();
    for (const entry of pairs.flat()) {
      if (entry === null) continue;
      if (!known.has(entry))
        return refuse("draw-pairing", `Round ${round} pairs ${entry}, who is not in the Swiss system.`, {
          round,
          entry,
        });
      if (seen.has(entry)) return refuse("draw-pairing", `Round ${round} pairs ${entry} twice.`, { round, entry });
      seen.add(entry);
    }
  }
  return undefined;
}
