import assert from "node:assert/strict";
import type { EntryCode, MatchCode } from "../brand.ts";
import type { EventPlan } from "../draw/plan.ts";
import { planKnockOut } from "../draw/knock-out.ts";
import { medals } from "../medals/medals.ts";
import { isRefused } from "../refusal.ts";
import { eventState } from "../results/event.ts";
import type { MatchResult } from "../results/result.ts";
import type { Honour } from "./honours.ts";
import { resultOf } from "./paris-2024.testing.ts";
import type { EntryRecord, EventRecord } from "./record.ts";
import type { Storyline, StorylineCode } from "./storyline.ts";
import { storylines } from "./storylines.ts";

const CODES = ["ann", "bea", "cal", "dov"] as const;
export type Name = (typeof CODES)[number];

const ASSOCIATIONS: Readonly<Record<Name, string>> = { ann: "AAA", bea: "BBB", cal: "CCC", dov: "DDD" };

export const BEST_OF_THREE_2_0 = [
  [11, 5],
  [11, 7],
] as const;
export const BEST_OF_THREE_2_1 = [
  [5, 11],
  [11, 7],
  [11, 8],
] as const;

interface Event {
  readonly names?: readonly Name[];
  readonly bestOf?: number;
  readonly results: readonly MatchResult[];
  readonly honours?: readonly Honour[];
  readonly entry?: (name: Name) => Partial<EntryRecord>;
}

/** Four in a knock-out with a match for bronze (Ann and Bea, Cal and Dov in the semi-finals), or two in a final. */
export function record({ names = CODES, bestOf = 3, results, honours = [], entry = () => ({}) }: Event): EventRecord {
  const lines = names.map((name) => ({ from: "entry", entry: name as string as EntryCode }) as const);
  const matches = planKnockOut(lines, { bronzeMatch: names.length === 4 });
  assert.ok(!isRefused(matches));
  const plan: EventPlan = { groups: [], matches, bronzeMatch: names.length === 4, bestOf };
  const state = eventState(plan, new Map(results.map((result) => [result.match, result])));
  return {
    id: "cup/os",
    sport: "table-tennis",
    competition: "Cup 2026",
    name: "Open singles",
    year: 2026,
    bestOf,
    isOfTeams: false,
    entries: names.map((name) => ({
      code: name as string as EntryCode,
      name: { en: name },
      players: [name],
      association: { code: ASSOCIATIONS[name], name: { en: ASSOCIATIONS[name] } },
      seed: null,
      rank: null,
      unranked: false,
      ...entry(name),
    })),
    plan,
    state,
    medals: medals(state, plan),
    elsewhere: [],
    honours,
  };
}

/** The storylines of a kind that are told of an event: their facts, names in English. */
export function told(event: Event, code: StorylineCode): string[] {
  return toldOf(record(event), code);
}

/** The same of any record. */
export function toldOf(event: EventRecord, code: StorylineCode): string[] {
  const plain = (value: Storyline["facts"][string]) => (typeof value === "object" && "en" in value ? value.en : value);
  return storylines(event)
    .filter((line) => line.code === code)
    .map(({ facts }) => Object.values(facts).map(plain).join(" | "));
}

export const PLAYED = [
  resultOf("sf-1", BEST_OF_THREE_2_0),
  resultOf("sf-2", BEST_OF_THREE_2_0),
  resultOf("bronze", BEST_OF_THREE_2_0),
  resultOf("final", BEST_OF_THREE_2_1),
];

export function inPlaceOf(result: MatchResult): MatchResult[] {
  return [...PLAYED.filter(({ match }) => match !== result.match), result];
}

/** Won 2-1 or 2-0, the points not known. */
export function inGames(code: string, home: number, away: number): MatchResult {
  return {
    match: code as MatchCode,
    games: [],
    outcome: { winner: "home", by: "play", gamesWon: { home, away } },
  };
}
