import { BracketsManager } from "brackets-manager";
import { InMemoryDatabase } from "brackets-memory-db";
import {
  type EntryCode,
  type EventPlan,
  type EventState,
  LiveEvent,
  isRefused,
  planGroups,
  planKnockOut,
} from "@podium/engine";
import { count, type Row } from "./row.ts";

const ENTRIES = 1024;
const IN_GROUP = 100;
const ROUNDS_MEASURED = 3;

/**
 * A knock-out of 1,024 and a group of 100, created and played to the end, here and with brackets-manager (both in memory, one
 * after the other, the best of three). Bracket and placings are read after every result of the knock-out, the table of the
 * group after every round; the other ranks nothing meanwhile.
 */
export async function measureKnockOut(): Promise<Row[]> {
  return [
    ...compared({
      what: `knock-out of ${count(ENTRIES)}`,
      note: "bracket and placings read after every result",
      ours: await bestOf(async () => playKnockOut()),
      theirs: await bestOf(() => playElsewhere("single_elimination", ENTRIES)),
    }),
    ...compared({
      what: `group of ${IN_GROUP}`,
      note: "table by the law read after every round",
      ours: await bestOf(async () => playGroup()),
      theirs: await bestOf(() => playElsewhere("round_robin", IN_GROUP)),
    }),
  ];
}

interface Compared {
  readonly what: string;
  readonly note: string;
  /** Milliseconds. */
  readonly ours: number;
  readonly theirs: number;
}

function compared({ what, note, ours, theirs }: Compared): Row[] {
  return [
    { what: `${what}, created and played`, figure: `${count(ours)} ms`, note },
    {
      what: `${what}, brackets-manager`,
      figure: `${count(theirs)} ms`,
      note: `${(theirs / ours).toFixed(1)} times as long`,
    },
  ];
}

async function bestOf(play: () => Promise<void>): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < ROUNDS_MEASURED; round += 1) {
    const begun = performance.now();
    await play();
    times.push(performance.now() - begun);
  }
  return Math.min(...times);
}

function entryCodes(size: number): EntryCode[] {
  return Array.from({ length: size }, (_, index) => `e${index + 1}` as EntryCode);
}

function playKnockOut(): void {
  const lines = entryCodes(ENTRIES).map((entry) => ({ from: "entry" as const, entry }));
  const matches = planKnockOut(lines, { bronzeMatch: false });
  if (isRefused(matches)) throw new Error(matches.message);
  const state = playAll({ groups: [], matches, bronzeMatch: false }, 1);
  if (state.placings.length !== ENTRIES) throw new Error("the knock-out was not played to its end");
}

function playGroup(): void {
  const groups = [{ name: "A", entries: entryCodes(IN_GROUP) }];
  const state = playAll({ groups, matches: planGroups(groups), bronzeMatch: false }, IN_GROUP / 2);
  if (!state.complete) throw new Error("the group was not played to its end");
}

/** Records every result, and reads the whole state after so many. */
function playAll(plan: EventPlan, readEvery: number): EventState {
  const event = new LiveEvent(plan);
  for (const [index, { code }] of plan.matches.entries()) {
    event.record({
      match: code,
      games: threeGames(index),
      outcome: { winner: index % 2 === 0 ? "home" : "away", by: "play" },
    });
    if (index % readEvery === 0 && event.state.matches.length === 0) throw new Error("nothing is planned");
  }
  return event.state;
}

function threeGames(index: number) {
  const game = index % 2 === 0 ? { home: 11, away: index % 10 } : { home: index % 10, away: 11 };
  return [game, game, game];
}

async function playElsewhere(type: "single_elimination" | "round_robin", size: number): Promise<void> {
  const storage = new InMemoryDatabase();
  const manager = new BracketsManager(storage);
  const settings = type === "round_robin" ? { groupCount: 1 } : {};
  const stage = await manager.create.stage({
    tournamentId: 0,
    name: "stage",
    type,
    seeding: entryCodes(size),
    settings,
  });
  const matches = await storage.select<{ id: number; stage_id: string | number }>("match", { stage_id: stage.id });
  for (const [index, match] of (matches ?? []).entries()) {
    const homeWins = index % 2 === 0;
    await manager.update.match({
      id: match.id,
      opponent1: homeWins ? { score: 3, result: "win" } : { score: 0 },
      opponent2: homeWins ? { score: 0 } : { score: 3, result: "win" },
    });
  }
}
