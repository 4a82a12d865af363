import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { isRefused } from "@podium/engine";
import { clockOf, type DayPlanAnswer, type ForetoldMove, type JournalPage, type MovesPage } from "@podium/protocol";
import { transact } from "../app.ts";
import { competitionRow } from "../competitions/competitions.ts";
import { smallEvent } from "../exchange/small-event.testing.ts";
import { dayInPlay } from "../matches/day-in-play.ts";
import { makeMove } from "../matches/moves.ts";
import { keptDayPlan } from "../schedule/day-plans.ts";
import { competitionId } from "../storage/codes.ts";
import { install, load, play, type Installation, type Scenario } from "../web-server/scenario.testing.ts";

/** A knock-out of eight on two tables: half an hour a match, no rest. */

let here: Installation;
const DAY = "2026-05-02";
const at = (clock: string) => Date.parse(`${DAY}T${clock}:00Z`);
const MOVES = "/desk/cup/plan/moves";
const id = (code: string) => `cup/os/${code}`;

before(async () => {
  here = await install({ examples: [] });
  const lines = Array.from({ length: 8 }, (_, index) => `e${index + 1}`);
  await load(here.app, JSON.stringify(smallEvent(8, { draw: { lines, bronzeMatch: false }, matches: [] })));
  here.at.ms = at("08:30");
  const form = { date: DAY, from: "09:00", tables: "1-2", rest: "0", "minutes-os": "30" };
  const { shown } = await ask<DayPlanAnswer>("/desk/cup/plan", form);
  const facts = Array.from({ length: 7 }, () => "match-planned" as const);
  await ask("/desk/cup/plan", { ...form, confirm: "yes", shown }, { facts });
});

after(() => here.close());

async function ask<Answer>(path: string, json?: unknown, expects: Partial<Scenario["expects"]> = {}): Promise<Answer> {
  const method = json === undefined ? "GET" : "POST";
  const body = json === undefined ? {} : { json };
  const asked = { name: path, method, path, as: "organiser", ...body, expects: { status: 200, ...expects } } as const;
  return JSON.parse((await play(here, asked)).text);
}

/** Where every match is planned, by its code: its table and its time. */
async function planned(): Promise<Record<string, string>> {
  const { matches } = await ask<MovesPage>(`${MOVES}.json?day=${DAY}`);
  return Object.fromEntries(
    matches.map(({ row, table, start }) => [row.id.split("/")[2], `${table} ${clockOf(start)}`]),
  );
}

const codes = (foretold: ForetoldMove) => foretold.violations.map(({ code }) => code);

const asPlanned = {
  "qf-1": "1 09:00",
  "qf-2": "2 09:00",
  "qf-3": "1 09:30",
  "qf-4": "2 09:30",
  "sf-1": "1 10:00",
  "sf-2": "2 10:00",
  final: "1 10:30",
};

test("what is shown counts with what it breaks: a time that has passed meanwhile is not confirmed unseen", async () => {
  assert.deepEqual(await planned(), asPlanned);
  here.at.ms = at("08:50");
  const move = { day: DAY, match: id("final"), table: "2", time: "10:40" };
  const shown = await ask<ForetoldMove>(MOVES, move);
  assert.deepEqual(codes(shown), []);
  here.at.ms = at("10:45");
  const late = await ask<ForetoldMove>(MOVES, move);
  assert.ok(codes(late).includes("too-early"));
  await ask(MOVES, { ...move, confirm: "yes", shown: shown.shown }, { status: 409, contains: ['"plan-moved-on"'] });
});

test("who makes room are matches to come that the move pushes: none that is over or called, and none that is only late", async () => {
  here.at.ms = at("09:03");
  await ask("/desk/matches/cup/os/qf-1/call", { table: "1" }, { facts: ["match-called"] });
  here.at.ms = at("09:25");
  const games = [
    { home: 11, away: 3 },
    { home: 11, away: 5 },
  ];
  const result = { games, outcome: "play", version: 0 };
  const facts = ["match-line", "match-line", "match-finished"] as const;
  await ask("/desk/matches/cup/os/qf-1/result", result, { facts });
  here.at.ms = at("10:12");
  await ask("/desk/matches/cup/os/qf-2/call", { table: "2" }, { facts: ["match-called"] });
  here.at.ms = at("10:20");
  const move = { day: DAY, match: id("qf-4"), table: "1", time: "10:20", others: "follow" };
  const foretold = await ask<ForetoldMove>(MOVES, move);
  assert.deepEqual(
    foretold.others.map(({ match }) => match),
    [id("qf-3")],
  );
  assert.deepEqual(codes(foretold), []);
  await ask(
    MOVES,
    { ...move, confirm: "yes", shown: foretold.shown },
    { facts: ["match-moved", "match-moved"], contains: ['"matches":2'] },
  );
  const now = await planned();
  assert.deepEqual({ ...now, "qf-3": "", "qf-4": "" }, { ...asPlanned, "qf-3": "", "qf-4": "" });
  assert.equal(now["qf-4"], "1 10:20");
});

test("a move is held against the match that is on where it was called, and not where it was planned", async () => {
  const onTheSameTable = await ask<ForetoldMove>(MOVES, { day: DAY, match: id("final"), table: "2", time: "10:30" });
  assert.ok(onTheSameTable.violations.some((one) => one.code === "table-taken" && one.other === id("qf-2")));
});

test("the journal tells who moved, pinned and unpinned which match", async () => {
  const move = { day: DAY, match: id("final"), table: "1", time: "12:00", others: "stay" };
  const confirm = async (form: object, facts: Scenario["expects"]["facts"] & object) => {
    const { shown } = await ask<ForetoldMove>(MOVES, form);
    await ask(MOVES, { ...form, confirm: "yes", shown }, { facts });
  };
  await confirm({ ...move, pinned: "yes" }, ["match-moved", "match-pinned"]);
  await confirm({ ...move, pinned: "yes" }, []);
  await confirm(move, ["pin-taken-back"]);
  const { deeds } = await ask<JournalPage>("/desk/cup/journal.json");
  const told = deeds.slice(0, 3).map(({ kind, about, table, startMs }) => [kind, about?.words, table, startMs]);
  assert.deepEqual(told, [
    ["pin-taken-back", "os/final", null, null],
    ["match-pinned", "os/final", "1", at("12:00")],
    ["match-moved", "os/final", "1", at("12:00")],
  ]);
  assert.ok(deeds.slice(0, 3).every(({ who, atMs }) => who !== null && atMs === here.at.ms));
  await confirm({ ...move, time: "10:30" }, ["match-moved"]);
});

test("a match that was called since is not moved along", async () => {
  const done = await transact(here.app, null, async (unit) => {
    const cup = await competitionRow(unit.db, competitionId("cup"));
    const plan = await keptDayPlan(unit.db, competitionId("cup"), DAY);
    assert.ok(cup !== undefined && plan !== null);
    const day = await dayInPlay(unit.db, cup, { plan, date: DAY });
    const move = { match: id("final"), table: "1", start: 720, pinned: false, others: "follow" } as const;
    const others = [{ match: id("qf-2"), table: "2", start: 660 }];
    return makeMove(unit, { day, plan, now: 620, nowMs: unit.nowMs }, { move, others, date: DAY });
  });
  assert.ok(isRefused(done) && done.code === "match-under-way");
  assert.equal((await planned())["final"], asPlanned.final);
});
