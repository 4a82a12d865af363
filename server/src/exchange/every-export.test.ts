import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import {
  isRefused,
  lotFrom,
  type EventId,
  type Lot,
  type MatchRules,
  type Refusal,
  type TieRules,
} from "@podium/engine";
import type { CompetitionFile, EventPart, ResultForm } from "@podium/protocol";
import { transact, type UnitOfWork } from "../app.ts";
import { matchRow, matchRows, type StoredMatchRow } from "../matches/match-rows.ts";
import { planMatch, rulesOf } from "../matches/matches.ts";
import { drawLots, lotsOf } from "../results/lots.ts";
import { enterResult, eventWithResults, publishResult } from "../results/results.ts";
import { pairNextRound, roundToPair } from "../results/swiss-rounds.ts";
import { eventId, matchIdOf } from "../storage/codes.ts";
import { install, type Installation } from "../web-server/scenario.testing.ts";
import { exportCompetition } from "./export.ts";
import { importCompetition } from "./import.ts";

const SEED = process.env["PODIUM_SEED"] ?? "exports";
const START_MS = Date.UTC(2026, 4, 2, 9, 0, 0);

const [E, G] = [codes(8), codes(6)];
const groups = [
  { name: "A", entries: ["e1", "e4", "e5", "e8"] },
  { name: "B", entries: ["e2", "e3", "e6", "e7"] },
];
const afterGroups = ["A", "B"].flatMap((group, at) => [
  { group, place: 1 },
  { group: ["B", "A"][at] ?? "", place: 2 },
]);

/** Every format as an organiser draws it. */
const FORMATS: Readonly<Record<string, Partial<EventPart>>> = {
  "knock-out with a bronze match": { draw: { lines: E, bronzeMatch: true } },
  "knock-out with two bronzes": { draw: { lines: E } },
  "knock-out with byes": { draw: { lines: ["e1", "bye", "e4", "e5", "e6", "e3", "bye", "e2"] }, entries: entries(6) },
  "knock-out with a match for every place": { draw: { lines: E, places: 8 } },
  "best of more games from the semi-finals on": {
    draw: { lines: E, bronzeMatch: true, bestOf: { sf: 5, final: 7, bronze: 5 } },
  },
  "single round robin": { draw: { groups: [{ name: "A", entries: G }] }, entries: entries(6) },
  "double round robin": { draw: { groups: [{ name: "A", entries: codes(4) }], meetings: 2 }, entries: entries(4) },
  "groups with medals of their own": { draw: { groups, medals: "each-group" } },
  "groups, then a knock-out": { draw: { groups, advance: 2, lines: afterGroups, bronzeMatch: true } },
  "groups by a ranking of the event's own": { draw: { groups, ranking: ["wins", "head-to-head", "game-ratio"] } },
  "points given at the start of every game": {
    draw: { lines: codes(4) },
    bestOf: 1,
    entries: entries(4).map((entry, at) => ({ ...entry, handicap: [3, 5, 3, 9][at] ?? 0 })),
  },
  "Swiss system": {
    draw: {
      phases: [{ format: "swiss", entries: E, rounds: 3, pairings: [[0, 1, 2, 3].map((at) => pair(at, at + 4))] }],
    },
  },
  "double elimination": { draw: { phases: [{ format: "double-elimination", lines: E }] } },
  "double elimination with one final": {
    draw: { phases: [{ format: "double-elimination", lines: E, secondFinal: false }] },
  },
  "plate of those who lost their first match": {
    draw: {
      phases: [
        { code: "main", format: "knock-out", lines: E },
        { code: "plate", title: { en: "Plate", ko: "플레이트" }, format: "knock-out", losersOf: "qf", places: 4 },
      ],
    },
  },
  "qualification before the main draw": {
    draw: {
      phases: [
        { code: "q", format: "knock-out", winners: 2, lines: ["e5", "e6", "e7", "e8"] },
        {
          code: "main",
          format: "knock-out",
          lines: ["e1", { winner: "q-1-1" }, "e3", "e4", "bye", "bye", "bye", "e2"],
        },
      ],
    },
    entries: entries(8),
  },
  ...Object.fromEntries(
    ["olympic", "new-swaythling", "corbillon", { rubbers: 10, wonBy: 6 }, { rubbers: 7, all: true as const }].map(
      (tie) => [
        `teams, ${typeof tie === "string" ? tie : JSON.stringify(tie)}`,
        { kind: "team", tie, bestOf: 5, entries: teams(4), draw: { lines: codes(4), bronzeMatch: true } } as const,
      ],
    ),
  ),
  "a league of teams on many days": {
    kind: "team",
    tie: { rubbers: 10, wonBy: 6 },
    entries: teams(4),
    draw: { groups: [{ name: "League", entries: codes(4) }], meetings: 2 },
  },
  "teams whose games count": { kind: "team", tie: "mixed-team", entries: teams(4), draw: { lines: codes(4) } },
};

function codes(number: number): string[] {
  return Array.from({ length: number }, (_, at) => `e${at + 1}`);
}

function pair(one: number, other: number): [string, string] {
  return [E[one] ?? "", E[other] ?? ""];
}

function entries(number: number): EventPart["entries"] {
  return codes(number).map((code, at) => ({ code, players: [`p${at + 1}`], association: "CLU", seed: at + 1 }));
}

function teams(number: number): EventPart["entries"] {
  return codes(number).map((code) => ({ code, name: { en: `Team ${code}` }, players: [] }));
}

function fileOf(event: Partial<EventPart>, id: string): CompetitionFile {
  const part = {
    code: "os",
    title: { en: "Open" },
    kind: "singles",
    bestOf: 3,
    entries: entries(8),
    ...event,
  } as const;
  const players = part.entries.flatMap((entry) => entry.players);
  return {
    format: "podium-competition/1",
    competition: {
      id,
      title: { en: "Cup" },
      zone: "Asia/Seoul",
      from: "2026-05-02",
      to: "2026-05-03",
      tables: ["1", "2", "Centre"],
      sessions: [
        { date: "2026-05-02", from: "09:00", to: "13:00", title: "Groups" },
        { date: "2026-05-03", from: "14:00", to: "24:00" },
      ],
    },
    associations: [{ code: "CLU", name: { en: "Club" } }],
    players: players.map((player) => ({ id: player, family: player.toUpperCase() })),
    events: [part],
  };
}

let here: Installation;
let there: Installation;

before(async () => {
  here = await install({ examples: [] });
  there = await install({ examples: [] });
});

after(async () => {
  await here.close();
  await there.close();
});

function done<Value>(value: Value | Refusal): Value {
  if (isRefused(value)) assert.fail(value.message);
  return value;
}

/** Plays an event as its desk does: on tables at times, with results of every kind, lots and rounds where they are due. */
async function playToItsEnd(event: EventId, lot: Lot): Promise<void> {
  for (let round = 0; round < 60; round += 1) {
    const { db } = here.app.storage;
    const ready = (await matchRows(db, event)).filter(({ status }) => status === "ready");
    await transact(here.app, null, async (unit) => {
      for (const row of ready) await play(unit, row, lot);
    });
    if (ready.length === 0 && !(await decide(event))) return;
  }
  assert.fail("an event comes to its end");
}

/** What has to be decided before anybody can play on; false where nothing is. */
async function decide(event: EventId): Promise<boolean> {
  const { db } = here.app.storage;
  const round = await roundToPair(db, event);
  if (round !== null) done(await transact(here.app, null, (unit) => pairNextRound(unit, event, round)));
  const found = await eventWithResults(db, event);
  const lots = (found === null ? [] : lotsOf(found.state)).find(({ order }) => order === null);
  if (lots !== undefined)
    done(await transact(here.app, null, (unit) => drawLots(unit, event, { group: lots.group, order: [...lots.tied] })));
  return round !== null || lots !== undefined;
}

async function play(unit: UnitOfWork, { id, version }: StoredMatchRow, lot: Lot): Promise<void> {
  const when = lot.below(4) === 0 ? { day: "2026-05-02", zone: "Asia/Seoul" } : START_MS + lot.below(600) * 60_000;
  if (lot.below(5) > 0) done(await planMatch(unit, id, { when, table: String(1 + lot.below(6)) }));
  const rules = done(await rulesOf(unit.db, id));
  const form = rules.tie === undefined ? resultOf(rules, lot) : tieOf(rules.tie, lot);
  done(await enterResult(unit, id, { ...form, version }));
  const now = await matchRow(unit.db, id);
  if (lot.below(3) === 0) done(await publishResult(unit, id, now?.version));
}

/** A result of which all, little, or only how it ended is known. */
function resultOf({ bestOf, handicap = { home: 0, away: 0 } }: MatchRules, lot: Lot): Omit<ResultForm, "version"> {
  const winner = lot.below(2) === 0 ? "home" : "away";
  const [against, enough] = [winner === "home" ? "away" : "home", (bestOf + 1) / 2] as const;
  const score = (own: number, other: number) =>
    winner === "home" ? { home: own, away: other } : { home: other, away: own };
  const game = (own: number, other: number) => {
    const { home, away } = score(own, other);
    return { home: Math.max(home, handicap.home), away: Math.max(away, handicap.away) };
  };
  const won = Array.from({ length: enough }, () => game(11, lot.below(10)));
  switch (lot.below(9)) {
    case 0:
      return { games: [], outcome: "walkover", against };
    case 1:
      return { games: [...(bestOf === 1 ? [] : [game(11, 4)]), game(3, 5)], outcome: "retired", against };
    case 2:
      return { games: [], score: score(enough, enough - 1), outcome: "play" };
    case 3:
      return { games: [game(7, 11)], outcome: "disqualified", against };
    case 4:
      return { games: [game(2, 6)], outcome: "abandoned", against };
    default:
      return { games: lot.below(2) === 0 && enough > 1 ? [game(9, 11), ...won] : won, outcome: "play" };
  }
}

/** The score of a tie, or only who lost it. */
function tieOf({ of, wonBy }: TieRules, lot: Lot): Omit<ResultForm, "version"> {
  if (lot.below(4) === 0) return { games: [], outcome: "lost", against: lot.below(2) === 0 ? "away" : "home" };
  if (lot.below(6) === 0) return { games: [], score: { home: 1, away: 0 }, outcome: "abandoned", against: "away" };
  const won = wonBy ?? Math.ceil((of + 1) / 2);
  const lost = wonBy === null ? of - won : Math.min(of - won, lot.below(won));
  return {
    games: [],
    score: lot.below(2) === 0 ? { home: won, away: lost } : { home: lost, away: won },
    outcome: "play",
  };
}

for (const [name, event] of Object.entries(FORMATS)) {
  test(`${name}: played at the desk, exported and imported elsewhere it is the same competition (seed ${SEED})`, async () => {
    const id = `cup-${Object.keys(FORMATS).indexOf(name) + 1}`;
    const file = fileOf(event, id);
    done(await importCompetition(here.app, null, JSON.stringify(file)));
    await playToItsEnd(eventId(`${id}/os`), lotFrom(SEED, name));
    const told = done(await exportCompetition(here.app.storage.db, id));
    done(await importCompetition(there.app, null, JSON.stringify(told)));
    assert.deepEqual(await exportCompetition(there.app.storage.db, id), told);
    const [before, now] = [here, there].map(({ app }) => eventWithResults(app.storage.db, eventId(`${id}/os`)));
    assert.equal((await before)?.state.complete, true, "it was played to its end");
    assert.deepEqual((await now)?.state, (await before)?.state);
  });
}

test("who is given more than the other begins every game with the difference, and no score is less", async () => {
  const draw = { lines: ["e1", "e2"] };
  const twoOf = (handicap: number, games: [number, number][]) => ({
    draw,
    entries: entries(2).map((entry, at) => ({ ...entry, handicap: at === 0 ? 2 : handicap })),
    matches: [{ code: "final", games }],
  });
  const taken = (event: Partial<EventPart>, id: string) =>
    importCompetition(here.app, null, JSON.stringify(fileOf(event, id)));
  done(
    await taken(
      twoOf(5, [
        [11, 3],
        [11, 4],
      ]),
      "given",
    ),
  );
  const row = await matchRow(here.app.storage.db, matchIdOf(eventId("given/os"), "final"));
  assert.equal(row?.handicap, JSON.stringify({ home: 0, away: 3 }));
  for (const [event, code] of [
    [
      twoOf(5, [
        [11, 2],
        [11, 4],
      ]),
      "illegal-game-score",
    ],
    [twoOf(11, []), "handicap-too-high"],
  ] as const) {
    const refused = await taken(event, "given-wrong");
    assert.ok(isRefused(refused));
    assert.equal(refused.code, code);
  }
});
