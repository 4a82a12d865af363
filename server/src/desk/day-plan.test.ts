import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { isRefused } from "@podium/engine";
import type { DayPlanAnswer, DayPlanForm, OrderOfPlayPage } from "@podium/protocol";
import { transact } from "../app.ts";
import { competitionRow } from "../competitions/competitions.ts";
import { competitionId } from "../storage/codes.ts";
import { install, load, play, type Installation, type Scenario } from "../web-server/scenario.testing.ts";
import { eventsAtDesk } from "./day-at-desk.ts";
import { putInForce } from "./plan-in-force.ts";

/** A day of two events with the same twelve people, on three tables. */

let here: Installation;
const codes = Array.from({ length: 12 }, (_, at) => `p${at + 1}`);
const MINUTES = 25;
const REST = 10;

before(async () => {
  here = await install({ examples: [] });
  const entriesOf = (event: string) => codes.map((code) => ({ code: `${event}${code}`, players: [code] }));
  const lines = (event: string) => [...codes, "", "", "", ""].map((code) => (code === "" ? "bye" : `${event}${code}`));
  const groups = ["A", "B", "C"].map((name, at) => ({
    name,
    entries: codes.slice(at * 4, at * 4 + 4).map((code) => `g${code}`),
  }));
  const event = { title: { en: "Singles" }, sport: "table-tennis", kind: "singles", bestOf: 5 };
  const file = {
    format: "podium-competition/1",
    competition: {
      id: "club-day",
      title: { en: "Club day" },
      zone: "Europe/Paris",
      from: "2026-03-28",
      to: "2026-03-29",
    },
    players: codes.map((id) => ({ id, family: id.toUpperCase(), given: "A" })),
    events: [
      { ...event, code: "gs", entries: entriesOf("g"), draw: { groups } },
      { ...event, code: "ks", entries: entriesOf("k"), draw: { lines: lines("k") } },
    ],
  };
  await load(here.app, JSON.stringify(file));
});

after(() => here.close());

const day = {
  date: "2026-03-29",
  from: "09:00",
  tables: "1-3",
  rest: String(REST),
  breakFrom: "12:00",
  breakTo: "12:45",
};
const lengths = { "minutes-gs": String(MINUTES), "minutes-ks": String(MINUTES) };

async function send<Answered>(json: object, expects: Scenario["expects"] = { status: 200 }): Promise<Answered> {
  const { text } = await play(here, {
    name: "plan",
    method: "POST",
    path: "/desk/club-day/plan",
    as: "organiser",
    json: { ...day, ...lengths, ...json },
    expects,
  });
  return JSON.parse(text);
}

async function orderOfPlay(): Promise<OrderOfPlayPage> {
  const { text } = await play(here, {
    name: "order of play",
    path: "/order-of-play/club-day.json?day=2026-03-29",
    expects: { status: 200 },
  });
  return JSON.parse(text);
}

test("a plan that is confirmed gives every match a table and a time, and nobody two at once", async () => {
  const shown = await send<DayPlanAnswer>({});
  assert.equal(shown.plan.length, 18 + 11);
  const facts = shown.plan.map(() => "match-planned" as const);
  await send({ confirm: "yes", shown: shown.shown }, { status: 200, facts });
  const { matches } = await orderOfPlay();
  assert.equal(matches.length, 29);
  const played = matches.map(({ startMs, table, home, away }) => ({
    start: (startMs ?? 0) / 60_000,
    table,
    people: [home, away].flatMap(({ entry }) => entry?.players.map(({ id }) => id) ?? []),
  }));
  for (const [at, one] of played.entries()) {
    for (const other of played.slice(at + 1)) {
      const between = Math.abs(one.start - other.start) - MINUTES;
      if (one.table === other.table) assert.ok(between >= 0, `table ${one.table} is taken twice`);
      if (one.people.some((person) => other.people.includes(person))) assert.ok(between >= REST);
    }
  }
});

test("the times are those of the clocks in the hall, also on the night when they change", async () => {
  const { matches } = await orderOfPlay();
  assert.equal(
    new Date(Math.min(...matches.map(({ startMs }) => startMs ?? Infinity))).toISOString(),
    "2026-03-29T07:00:00.000Z",
  );
});

test("an event keeps to its tables and its hour, every break is kept, and the day remembers them when a match is moved", async () => {
  const limits = { "tables-ks": "3", "from-ks": "10:00", "breakFrom-2": "15:00", "breakTo-2": "15:30" };
  const shown = await send<DayPlanAnswer>(limits);
  const own = shown.plan.filter(({ match }) => match.startsWith("club-day/ks/"));
  assert.equal(own.length, 11);
  assert.deepEqual([...new Set(own.map(({ table }) => table))], ["3"]);
  assert.ok(own.every(({ start }) => start >= 10 * 60));
  for (const [from, to] of [
    [12 * 60, 12 * 60 + 45],
    [15 * 60, 15 * 60 + 30],
  ])
    assert.ok(shown.plan.every(({ start }) => start + MINUTES <= Number(from) || start >= Number(to)));
  const facts = shown.plan.map(() => "match-planned" as const);
  await send({ ...limits, confirm: "yes", shown: shown.shown }, { status: 200, facts });
  const moved = own.at(0)?.match;
  const { text } = await play(here, {
    name: "a move to a table that the event may not use",
    method: "POST",
    path: "/desk/club-day/plan/moves",
    as: "organiser",
    json: { day: "2026-03-29", match: moved, table: "1", time: "09:30" },
    expects: { status: 200, facts: [] },
  });
  const { violations } = JSON.parse(text);
  const codes = violations.map(({ code }: { code: string }) => code);
  assert.ok(codes.includes("table-not-allowed") && codes.includes("too-early"), text);
});

test("a match that has begun meanwhile is not planned again, and the plan that was shown is refused", async () => {
  const shown = await send<DayPlanAnswer>({ from: "10:00" });
  const { matches } = await orderOfPlay();
  const ready = matches.find(({ status }) => status === "ready");
  const match = String(ready?.id);
  await play(here, {
    name: "result",
    method: "POST",
    path: `/desk/matches/${match}/result`,
    as: "organiser",
    json: { games: [0, 1, 2].map(() => ({ home: 11, away: 5 })), outcome: "play", version: 0 },
    expects: { status: 200, facts: ["match-line", "match-line", "match-line", "match-finished"] },
  });
  await send({ from: "10:00", confirm: "yes", shown: shown.shown }, { status: 409, facts: [] });
  const again = await send<DayPlanAnswer>({ from: "10:00" });
  assert.ok(!again.plan.some((placed) => placed.match === match));
});

test("a pinned match keeps its table and its time also where its round is not planned, and a day without its table is refused", async () => {
  const rounds = { "until-ks": "-" };
  const shown = await send<DayPlanAnswer>(lengths);
  await send(
    { confirm: "yes", shown: shown.shown },
    { status: 200, facts: shown.plan.map(() => "match-planned" as const) },
  );
  const final = { match: "club-day/ks/final", table: "3", start: 9 * 60 + 25 };
  const move = { day: "2026-03-29", match: final.match, table: "3", time: "09:25", pinned: "yes" };
  const moves = { name: "pin", method: "POST", path: "/desk/club-day/plan/moves", as: "organiser" } as const;
  const { text } = await play(here, { ...moves, json: move, expects: { status: 200, facts: [] } });
  const pinned = { ...move, confirm: "yes", shown: JSON.parse(text).shown };
  await play(here, { ...moves, json: pinned, expects: { status: 200, facts: ["match-moved", "match-pinned"] } });
  const { plan } = await send<DayPlanAnswer>(rounds);
  assert.deepEqual(
    plan.filter(({ match }) => match.startsWith("club-day/ks/")),
    [final],
  );
  const beside = plan.filter(
    ({ match, table, start }) => match !== final.match && table === "3" && Math.abs(start - final.start) < MINUTES,
  );
  assert.deepEqual(beside, []);
  await send({ ...rounds, tables: "1-2" }, { status: 422, facts: [], contains: ['"pin-not-kept"', '"match":"final"'] });
});

/** A day whose plan is put in force after something else was done at the desk; answers why it is not. */
async function inForceAfter(meanwhile: () => Promise<unknown>): Promise<string | undefined> {
  const { plan } = await send<DayPlanAnswer>({ tables: "1-4" });
  const competition = await competitionRow(here.app.storage.db, competitionId("club-day"));
  assert.ok(competition !== undefined);
  const events = await eventsAtDesk(here.app.storage.db, competition);
  await meanwhile();
  const form: DayPlanForm = { ...day, ...lengths, tables: "1-4", rest: REST };
  const done = await transact(here.app, null, (unit) => putInForce(unit, competition, { form, events, plan }));
  return isRefused(done) ? done.code : undefined;
}

test("a plan is not put in force over a match that was pinned, moved or called while it was worked out", async () => {
  const moves = { name: "move", method: "POST", path: "/desk/club-day/plan/moves", as: "organiser" } as const;
  const moved = async (move: object, facts: readonly ("match-moved" | "match-pinned" | "pin-taken-back")[]) => {
    const json = { day: "2026-03-29", match: "club-day/ks/final", table: "2", ...move };
    const { text } = await play(here, { ...moves, json, expects: { status: 200, facts: [] } });
    const { shown } = JSON.parse(text);
    return play(here, { ...moves, json: { ...json, confirm: "yes", shown }, expects: { status: 200, facts } });
  };
  const unpin = () => moved({ time: "20:00" }, ["match-moved", "pin-taken-back"]);
  assert.equal(await inForceAfter(unpin), "plan-moved-on");
  assert.equal(await inForceAfter(() => moved({ time: "21:00" }, ["match-moved"])), "plan-moved-on");
  assert.equal(await inForceAfter(() => moved({ time: "21:00", pinned: "yes" }, ["match-pinned"])), "plan-moved-on");
  const { matches } = await orderOfPlay();
  const final = matches.find(({ id }) => id === "club-day/ks/final");
  assert.deepEqual([final?.table, new Date(final?.startMs ?? 0).toISOString()], ["2", "2026-03-29T19:00:00.000Z"]);
  here.at.ms = Date.parse("2026-03-29T10:40:00+02:00");
  const called = matches.find(({ status, id }) => status === "ready" && id.startsWith("club-day/gs/"));
  const call = {
    name: "call",
    method: "POST",
    path: `/desk/matches/${called?.id}/call`,
    as: "organiser",
    json: { table: "4" },
    expects: { status: 200, facts: ["match-called"] },
  } as const;
  assert.equal(await inForceAfter(() => play(here, call)), "match-under-way");
  assert.equal(await inForceAfter(async () => undefined), undefined);
});

test("a called match is not planned: it stays at its table, and nobody else is put there, nor its players elsewhere, meanwhile", async () => {
  const { matches } = await orderOfPlay();
  const called = matches.find(({ calledMs }) => calledMs !== null);
  assert.ok(called !== undefined);
  const people = [called.home, called.away].flatMap(({ entry }) => entry?.players.map(({ id }) => id) ?? []);
  for (const tables of ["1-4", "1-3"]) {
    const shown = await send<DayPlanAnswer>({ tables, from: "10:30" });
    assert.ok(!shown.plan.some(({ match }) => match === called.id));
    const others = shown.plan.flatMap(({ match, ...placed }) => {
      const row = matches.find(({ id }) => id === match);
      return row === undefined ? [] : [{ ...placed, row }];
    });
    assert.equal(others.length, shown.plan.length);
    const [from, to] = [10 * 60 + 40, 10 * 60 + 40 + MINUTES];
    for (const { table, start, row } of others) {
      const isBeside = start < to && start + MINUTES > from;
      if (table === "4") assert.ok(tables === "1-4" && !isBeside, `${row.id} is put on the table of the called match`);
      const isRested = start >= to + REST || start + MINUTES + REST <= from;
      const names = [row.home, row.away].flatMap(({ entry }) => entry?.players.map(({ id }) => id) ?? []);
      assert.ok(isRested || !names.some((name) => people.includes(name)), `${row.id} needs a player who is called`);
    }
    const facts = shown.plan.map(() => "match-planned" as const);
    await send({ tables, from: "10:30", confirm: "yes", shown: shown.shown }, { status: 200, facts });
    const page: OrderOfPlayPage = await orderOfPlay();
    const later: OrderOfPlayPage["matches"][number] | undefined = page.matches.find(({ id }) => id === called.id);
    assert.deepEqual([later?.table, later?.startMs, later?.calledMs], ["4", called.startMs, called.calledMs]);
  }
});
