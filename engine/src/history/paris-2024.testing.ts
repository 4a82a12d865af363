import { readFileSync } from "node:fs";
import type { EntryCode, MatchCode } from "../brand.ts";
import { planKnockOut } from "../draw/knock-out.ts";
import type { EventPlan } from "../draw/plan.ts";
import { medals } from "../medals/medals.ts";
import { isRefused } from "../refusal.ts";
import { eventState } from "../results/event.ts";
import type { MatchResult } from "../results/result.ts";
import type { Honour } from "./honours.ts";
import type { EntryRecord, EventRecord, MedalElsewhere } from "./record.ts";

interface RecordedResult {
  readonly code: string;
  readonly home: string;
  readonly away: string;
  readonly games: readonly (readonly [number, number])[];
}

/** What these tests read of the example; its schema is tested elsewhere. */
interface ExampleFile {
  readonly associations: readonly { readonly code: string; readonly name: { readonly en: string } }[];
  readonly players: readonly { readonly id: string; readonly family: string; readonly given: string }[];
  readonly events: readonly [
    {
      readonly entries: readonly {
        readonly code: string;
        readonly players: readonly string[];
        readonly association: string;
        readonly seed?: number;
        readonly rank?: number;
        readonly unranked?: boolean;
      }[];
      readonly draw: { readonly lines: readonly string[] };
      readonly matches: readonly RecordedResult[];
    },
  ];
  readonly honours: readonly Omit<Honour, "sport">[];
}

const WORLD = JSON.parse(
  readFileSync(new URL("../../../examples/paris-2024.json", import.meta.url), "utf8"),
) as ExampleFile;
const [MIXED] = WORLD.events;

const PLAN = planned();

function planned(): EventPlan {
  const matches = planKnockOut(
    MIXED.draw.lines.map((code) => ({ from: "entry", entry: code as EntryCode })),
    { bronzeMatch: true },
  );
  if (isRefused(matches)) throw new Error(matches.message);
  return { groups: [], matches, bronzeMatch: true };
}

export const PARIS_ENTRIES: readonly EntryRecord[] = MIXED.entries.map((entry) => {
  const players = entry.players
    .map((id) => WORLD.players.find((player) => player.id === id))
    .map((player) => `${player?.family} ${player?.given}`);
  return {
    code: entry.code as EntryCode,
    name: { en: players.join(" / ") },
    players,
    association: WORLD.associations.find(({ code }) => code === entry.association) ?? null,
    seed: entry.seed ?? null,
    rank: entry.rank ?? null,
    unranked: entry.unranked ?? false,
  };
});

export const PARIS_RESULTS: readonly MatchResult[] = MIXED.matches.map((line) => resultOf(line.code, line.games));

/** A match won by play, home's points first. */
export function resultOf(code: string, scores: readonly (readonly [number, number])[]): MatchResult {
  const games = scores.map(([home, away]) => ({ home, away }));
  const won = games.filter(({ home, away }) => home > away).length;
  return { match: code as MatchCode, games, outcome: { winner: won * 2 > games.length ? "home" : "away", by: "play" } };
}

interface Changes {
  readonly results?: readonly MatchResult[];
  readonly entries?: readonly EntryRecord[];
  readonly honours?: readonly Honour[];
  readonly elsewhere?: readonly MedalElsewhere[];
  readonly sport?: string;
  readonly isOfTeams?: boolean;
}

/** The mixed doubles of Paris as it was played, or as it would stand with these changes. */
export function parisRecord(changes: Changes = {}): EventRecord {
  const corrected = [...PARIS_RESULTS, ...(changes.results ?? [])];
  const state = eventState(PLAN, new Map(corrected.map((result) => [result.match, result])));
  return {
    id: "paris-2024/xd",
    sport: changes.sport ?? "table-tennis",
    competition: "Olympic Games Paris 2024: table tennis",
    name: "Mixed doubles",
    year: 2024,
    bestOf: 7,
    isOfTeams: changes.isOfTeams ?? false,
    entries: changes.entries ?? PARIS_ENTRIES,
    plan: PLAN,
    state,
    medals: medals(state, PLAN),
    elsewhere: changes.elsewhere ?? [],
    // Honours of a competition of one sport are of that sport.
    honours: (changes.honours ?? WORLD.honours).map((line) => ({ sport: "table-tennis", ...line })),
  };
}
