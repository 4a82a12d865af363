import type { EntryCode } from "../brand.ts";
import { type Refusal, refuse } from "../refusal.ts";

/** A ranking list as it was published. Ranks count from 1; equal ones may occur. */
export interface RankingList {
  /** ISO date of publication. */
  readonly published: string;
  readonly ranks: ReadonlyMap<EntryCode, number>;
}

export interface Seeded {
  readonly entry: EntryCode;
  /** Place among the seeds of this event, from 1. */
  readonly seed: number;
  /** Place in the list, usually another number: those above it may not have entered. */
  readonly rank: number;
}

export interface SeedingRequest {
  readonly entries: readonly EntryCode[];
  readonly lists: readonly RankingList[];
  /** ISO date: the latest list published on or before it counts. */
  readonly on: string;
  readonly seeds: number;
}

/**
 * Seeds from a ranking at a date (ITTF 3.6.2): the best of those who entered, by the latest list published by then.
 * Fewer seeds than asked for when fewer entries are ranked. Entries of equal rank cannot be told apart here: when they
 * stand on both sides of the last seed, or share seeds, the answer refuses `equal-ranks` and names them.
 * Refuses `no-ranking` when no list was out.
 */
export function seedsFromRanking({ entries, lists, on, seeds }: SeedingRequest): Seeded[] | Refusal {
  const list = latest(lists, on);
  if (!list) return refuse("no-ranking", `No ranking list was published by ${on}.`, { on });
  const ranked = entries.flatMap((entry) => {
    const rank = list.ranks.get(entry);
    return rank === undefined ? [] : [{ entry, rank }];
  });
  ranked.sort((a, b) => a.rank - b.rank);
  const equal = ranked.slice(0, seeds).flatMap((one) => ranked.filter((other) => other.rank === one.rank).slice(1));
  if (equal.length > 0) return equalRanks(ranked.filter((one) => one.rank === equal[0]?.rank));
  return ranked.slice(0, seeds).map((one, index) => ({ ...one, seed: index + 1 }));
}

function latest(lists: readonly RankingList[], on: string): RankingList | undefined {
  const out = lists.filter(({ published }) => published <= on);
  return out.sort((a, b) => (a.published < b.published ? -1 : 1)).at(-1);
}

function equalRanks(entries: readonly { readonly entry: EntryCode; readonly rank: number }[]): Refusal {
  const names = entries.map(({ entry }) => entry).join(", ");
  const rank = entries[0]?.rank ?? 0;
  return refuse("equal-ranks", `${names} share rank ${rank}: draw lots for their seeds.`, { entries: names, rank });
}
