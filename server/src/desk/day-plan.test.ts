import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { DayPlanAnswer, OrderOfPlayPage } from "@podium/protocol";
import { install, load, play, type Installation, type Scenario } from "../web-server/scenario.testing.ts";

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
