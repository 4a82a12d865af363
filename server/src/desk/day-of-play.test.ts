import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { isRefused } from "@podium/engine";
import type { DayOfPlayPage, DayPlanAnswer, JournalPage, OrderOfPlayPage } from "@podium/protocol";
import { transact } from "../app.ts";
import { smallEvent } from "../exchange/small-event.testing.ts";
import { up as callsInTheJournal } from "../storage/migrations/0380-calls-in-the-journal.ts";
import { expectDay } from "../matches/expected-times.ts";
import { competitionId, matchId } from "../storage/codes.ts";
import { install, load, play, type Installation, type Scenario } from "../web-server/scenario.testing.ts";

/** A knock-out of four on one table: half an hour a match, ten minutes of rest. */

let here: Installation;
const DAY = "2026-05-02";
const at = (clock: string) => Date.parse(`${DAY}T${clock}:00Z`);

before(async () => {
  here = await install({ examples: [] });
  const draw = { lines: ["e1", "e2", "e3", "e4"], bronzeMatch: false };
  await load(here.app, JSON.stringify(smallEvent(4, { draw, matches: [] })));
  here.at.ms = at("08:30");
});

after(() => here.close());

async function ask<Answer>(path: string, json?: unknown, expects: Partial<Scenario["expects"]> = {}): Promise<Answer> {
  const method = json === undefined ? "GET" : "POST";
  const body = json === undefined ? {} : { json };
  const asked = { name: path, method, path, as: "organiser", ...body, expects: { status: 200, ...expects } } as const;
  return JSON.parse((await play(here, asked)).text);
}

/** The clock at which each match is expected, by its code. */
async function expected(): Promise<Record<string, string | null>> {
  const done = await transact(here.app, null, async (unit) => {
    await expectDay(unit, competitionId("cup"));
  });
  assert.ok(!isRefused(done));
  const { matches } = await ask<OrderOfPlayPage>(`/order-of-play/cup.json?day=${DAY}`);
  const clock = (ms: number | null) => (ms === null ? null : new Date(ms).toISOString().slice(11, 16));
  return Object.fromEntries(matches.map(({ id, expectedMs }) => [id.split("/")[2], clock(expectedMs)]));
}

const result = (match: string) => `/desk/matches/cup/os/${match}/result`;
const games = [
  { home: 11, away: 3 },
  { home: 11, away: 5 },
];

test("a planned day is expected as it was planned", async () => {
  const form = { date: DAY, from: "09:00", tables: "1", rest: "10", "minutes-os": "30" };
  const { shown } = await ask<DayPlanAnswer>("/desk/cup/plan", form);
  const facts = Array.from({ length: 3 }, () => "match-planned" as const);
  await ask("/desk/cup/plan", { ...form, confirm: "yes", shown }, { facts });
  assert.deepEqual(await expected(), { "sf-1": "09:00", "sf-2": "09:30", final: "10:10" });
});

test("a match that nobody calls pushes all that waits for it", async () => {
  here.at.ms = at("09:20");
  assert.deepEqual(await expected(), { "sf-1": "09:20", "sf-2": "09:50", final: "10:30" });
});

test("what is told stays until it is out by more than two minutes: nobody is told of every minute", async () => {
  const told = { "sf-1": "09:20", "sf-2": "09:50", final: "10:30" };
  here.at.ms = at("09:22");
  assert.deepEqual(await expected(), told);
  here.at.ms = at("09:23");
  assert.deepEqual(await expected(), { "sf-1": "09:23", "sf-2": "09:53", final: "10:33" });
  here.at.ms = at("09:20");
  assert.deepEqual(await expected(), told);
});

test("a match that was called is waited for; one that takes longer than all is carried on too", async () => {
  await ask("/desk/matches/cup/os/sf-1/call", { table: "1" }, { facts: ["match-called"] });
  assert.deepEqual(await expected(), { "sf-1": "09:20", "sf-2": "09:50", final: "10:30" });
  here.at.ms = at("10:20");
  assert.deepEqual(await expected(), { "sf-1": "09:20", "sf-2": "10:21", final: "11:01" });
});

test("what was played is what the others are expected to take, one long match weighing as much as it should", async () => {
  await ask(
    result("sf-1"),
    { games, outcome: "play", version: 0 },
    { facts: ["match-line", "match-line", "match-finished"] },
  );
  assert.deepEqual(await expected(), { "sf-1": null, "sf-2": "10:21", final: "11:06" }); // 36 minutes: (4 × 30 + 60) / 5
});

test("who was just beaten may begin nothing that they do not play, and who waits for a result is not called", async () => {
  const day = await ask<DayOfPlayPage>("/desk/cup/day.json");
  assert.deepEqual(day.tables, ["1"]);
  assert.deepEqual(day.obstacles, { "cup/os/sf-2": [] });
  await ask("/desk/matches/cup/os/final/call", { table: "1" }, { status: 422, facts: [] });
});

test("a walkover teaches nothing about lengths, and ends the call", async () => {
  await ask("/desk/matches/cup/os/sf-2/call", { table: "1" }, { facts: ["match-called"] });
  here.at.ms = at("10:22");
  const walkover = { games: [], outcome: "walkover", against: "away", version: 0 };
  await ask(result("sf-2"), walkover, { facts: ["match-line", "match-finished"] });
  assert.deepEqual(await expected(), { "sf-1": null, "sf-2": null, final: "10:32" });
  const { matches } = await ask<DayOfPlayPage>("/desk/cup/day.json");
  assert.deepEqual(
    matches.map(({ row, call }) => [row.id, call]),
    [["cup/os/final", null]],
  );
});

test("who has played rests as long as the day was planned with, before their next match may begin", async () => {
  const obstaclesAt = async (clock: string) => {
    here.at.ms = at(clock);
    const { obstacles } = await ask<DayOfPlayPage>("/desk/cup/day.json");
    return obstacles["cup/os/final"]?.length;
  };
  assert.notEqual(await obstaclesAt("10:29"), 0);
  assert.equal(await obstaclesAt("10:32"), 0);
});

test("a call of those who do not play the match any more ends, with all it left", async () => {
  await ask("/desk/matches/cup/os/final/call", { table: "1" }, { facts: ["match-called"] });
  const corrected = { games, outcome: "play", version: 1 };
  await play(here, {
    name: "the other one wins the semi-final",
    method: "POST",
    path: result("sf-2"),
    as: "referee",
    json: { ...corrected, games: games.map(({ home, away }) => ({ home: away, away: home })) },
    expects: {
      status: 200,
      facts: ["match-reset", "match-reopened", "match-line", "match-line", "match-finished"],
    },
  });
  const row = await here.app.storage.db
    .selectFrom("matches")
    .select(["table_call", "begun_ms", "table_name"])
    .where("id", "=", matchId("cup/os/final"))
    .executeTakeFirstOrThrow();
  assert.deepEqual({ ...row }, { table_call: null, begun_ms: null, table_name: "1" });
});

test("a result corrected an hour later ended when it first did: nobody rests anew", async () => {
  here.at.ms = at("11:20");
  const corrected = [
    { home: 11, away: 3 },
    { home: 11, away: 7 },
  ];
  await ask(
    result("sf-1"),
    { games: corrected, outcome: "play", version: 2 },
    { facts: ["match-reset", "match-reopened", "match-line", "match-line", "match-finished"] },
  );
  const { obstacles } = await ask<DayOfPlayPage>("/desk/cup/day.json");
  assert.deepEqual(obstacles, { "cup/os/final": [] });
});

test("the journal tells who was called to which table; of a database of before, what was called then", async () => {
  const calls = async () => {
    const { deeds } = await ask<JournalPage>("/desk/cup/journal.json?kind=match-called");
    return deeds.map(({ about, table }) => `${about?.words} ${table}`);
  };
  const { db } = here.app.storage;
  const told = ["os/final 1", "os/sf-2 1", "os/sf-1 1"];
  assert.deepEqual(await calls(), told);
  await db.updateTable("facts").set({ competition: null }).where("kind", "=", "match-called").execute();
  assert.deepEqual(await calls(), []);
  await callsInTheJournal(db);
  assert.deepEqual(await calls(), told);
});
