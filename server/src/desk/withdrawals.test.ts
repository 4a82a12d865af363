import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { isRefused } from "@podium/engine";
import type { EventPage, MatchPage } from "@podium/protocol";
import { exportCompetition } from "../exchange/export.ts";
import { smallEvent, WON } from "../exchange/small-event.testing.ts";
import { factsOf } from "../facts/journal.ts";
import { install, load, play, type Installation, type Scenario } from "../web-server/scenario.testing.ts";

/** An entry withdraws: before its first match, in the middle of play, with or without a lucky loser in its place. */

let here: Installation;

before(async () => {
  here = await install({ examples: [] });
  await load(here.app, JSON.stringify(smallEvent(4, { draw: { lines: ["e1", "e2", "e3", "e4"] } })));
  const group = smallEvent(3, {
    draw: { groups: [{ name: "A", entries: ["e1", "e2", "e3"] }] },
    matches: [{ home: "e1", away: "e2", games: WON }],
  });
  await load(here.app, JSON.stringify({ ...group, competition: { ...group.competition, id: "group" } }));
  const phases = [
    { code: "q", format: "knock-out" as const, lines: ["e4", "e5", "e6", "e7"] },
    { code: "main", format: "knock-out" as const, lines: ["e1", "e2", "e3", { winner: "q-final" }] },
  ];
  const matches = ["q-sf-1", "q-sf-2", "q-final"].map((code) => ({ code, games: WON }));
  const qualified = smallEvent(7, { draw: { phases }, matches });
  await load(here.app, JSON.stringify({ ...qualified, competition: { ...qualified.competition, id: "lucky" } }));
});

after(() => here.close());

async function asked(
  event: string,
  send: Pick<Scenario, "form" | "json" | "as">,
  expects: Scenario["expects"],
): Promise<string> {
  const path = `/desk/events/${event}/rulings`;
  const { text } = await play(here, { name: path, method: "POST", path, as: "organiser", ...send, expects });
  return text;
}

async function read<Data>(path: string): Promise<Data> {
  const { text } = await play(here, { name: path, path: `${path}.json`, expects: { status: 200 } });
  return JSON.parse(text);
}

/** A match in a line: who is in it, what became of it, and who won. */
async function match(id: string): Promise<string> {
  const { match: row } = await read<MatchPage>(`/matches/${id}`);
  const sides = [row.home, row.away].map(({ entry }) => entry?.code ?? "-").join("-");
  return `${sides} ${row.status} ${row.outcome === null ? "" : `${row.outcome.by} ${row.winner}`}`.trim();
}

const gone = { entry: "e2", ruling: "withdrawn", reason: "Injured" };
const back = { entry: "e2", ruling: "plays-again", reason: "It was another P2" };

test("what follows from a withdrawal is said first, and nothing is changed by saying it", async () => {
  await asked(
    "cup/os",
    { form: gone },
    {
      status: 200,
      facts: [],
      contains: [": a walkover, P1 goes on without playing", "Injured", 'value="yes"'],
    },
  );
  assert.equal(await match("cup/os/sf-1"), "e1-e2 ready");
});

test("once it is confirmed the opponent goes on, who withdrew and when stays on record, and its chair writes no more", async () => {
  const chair = await play(here, {
    name: "a chair",
    method: "POST",
    path: "/desk/matches/cup/os/sf-1/chair",
    as: "organiser",
    json: {},
    expects: { status: 200, facts: ["chair-issued"] },
  });
  const { chairHref } = JSON.parse(chair.text);
  await asked(
    "cup/os",
    { form: gone },
    {
      status: 200,
      facts: [],
      contains: ["the chair that is out for it is taken back"],
      remembers: { seen: /name="seen" value="(\d+)"/ },
    },
  );
  await asked(
    "cup/os",
    { form: { ...gone, confirm: "yes", seen: "{seen}" } },
    {
      status: 303,
      to: "/desk/events/cup/os",
      facts: ["entry-withdrawn", "chair-withdrawn"],
    },
  );
  assert.equal(await match("cup/os/sf-1"), "e1-e2 over walkover home");
  assert.equal(await match("cup/os/final"), "e1-- waiting");
  const facts = await factsOf(here.app.storage.db, { kind: "event", id: "cup/os" });
  const fact = facts.find(({ kind }) => kind === "entry-withdrawn");
  assert.deepEqual(fact?.data, { entry: "e2", replacedBy: null, reason: "Injured" });
  assert.ok(fact?.who !== null && typeof fact?.atMs === "number");
  await play(here, { name: "the chair", path: chairHref, expects: { status: 410 } });
  await play(here, {
    name: "readers see it",
    path: "/competitions/cup/os",
    expects: { status: 200, contains: ["withdrew", "Injured"] },
  });
  const page = { name: "the desk", path: "/desk/events/cup/os", as: "organiser" } as const;
  await play(here, { ...page, expects: { status: 200, contains: ["Let them play again", "Injured"] } });
});

test("a withdrawal cannot be made twice, of nobody, without a reason, or by who may not", async () => {
  await asked("cup/os", { json: gone }, { status: 422, facts: [], contains: ['"code":"ruling-stands"'] });
  await asked("cup/os", { json: { ...gone, entry: "e9" } }, { status: 422, facts: [], contains: ['"entry-unknown"'] });
  await asked("cup/os", { json: { ...gone, reason: "" } }, { status: 400, facts: [] });
  await asked(
    "cup/os",
    { json: { ...gone, match: "sf-1" } },
    { status: 422, facts: [], contains: ["ruling-contradicts"] },
  );
  await asked("cup/os", { json: back, as: "member" }, { status: 403, facts: [] });
  const shown = await asked(
    "cup/os",
    { form: { ...gone, entry: "e9", reason: "Typed before" } },
    {
      status: 422,
      facts: [],
      contains: ["Typed before"],
    },
  );
  assert.ok(!shown.includes('value="yes"'));
});

test("a file holds the withdrawal and not the walkover, and comes in again as it was", async () => {
  const file = await exportCompetition(here.app.storage.db, "cup");
  assert.ok(!isRefused(file));
  assert.deepEqual([file.events[0]?.rulings, file.events[0]?.matches], [[gone], []]);
  const other = await install({ examples: [] });
  try {
    await load(other.app, JSON.stringify(file));
    assert.deepEqual(await exportCompetition(other.app.storage.db, "cup"), file);
  } finally {
    await other.close();
  }
});

test("taken back, the match is to be played again", async () => {
  await asked(
    "cup/os",
    { form: back },
    { status: 200, facts: [], contains: ["no longer a walkover, it is to be played"] },
  );
  await asked("cup/os", { json: back }, { status: 200, facts: ["withdrawal-taken-back"] });
  assert.equal(await match("cup/os/sf-1"), "e1-e2 ready");
  assert.equal(await match("cup/os/final"), "--- waiting");
});

test("who withdraws in the middle of a group keeps what was played; the group is complete and has its medals", async () => {
  await asked("group/os", { json: gone }, { status: 200, facts: ["entry-withdrawn"] });
  assert.equal(await match("group/os/a-1"), "e2-e3 over walkover away");
  assert.equal(await match("group/os/a-2"), "e1-e3 ready");
  assert.equal(await match("group/os/a-3"), "e1-e2 over play home");
  const before = await read<EventPage>("/competitions/group/os");
  assert.deepEqual(before.medals, []);
  await play(here, {
    name: "the last match",
    method: "POST",
    path: "/desk/matches/group/os/a-2/result",
    as: "organiser",
    json: { games: WON.map(([home, away]) => ({ home, away })), outcome: "play", version: 0 },
    expects: {
      status: 200,
      facts: ["match-line", "match-line", "match-finished", "event-decided", "moment-opened", "thread-opened"],
    },
  });
  const { medals } = await read<EventPage>("/competitions/group/os");
  assert.deepEqual(
    medals.map(({ medal, entry }) => `${medal} ${entry.code}`),
    ["gold e1", "silver e3", "bronze e2"],
  );
});

test("a lucky loser takes the place of who withdraws before its first match, and the medals follow when it is played", async () => {
  const lucky = { ...gone, replacedBy: "e6" };
  await play(here, {
    name: "who can take a place",
    path: "/desk/events/lucky/os",
    as: "organiser",
    expects: {
      status: 200,
      contains: ["is taken by P6", "is taken by P5"],
      absent: ["is taken by P4", "is taken by P1"],
    },
  });
  await asked("lucky/os", { form: lucky }, { status: 200, facts: [], contains: ["P6 plays instead of P2"] });
  await asked("lucky/os", { json: { ...lucky, replacedBy: "e3" } }, { status: 422, facts: [] });
  await asked("lucky/os", { json: lucky }, { status: 200, facts: ["entry-withdrawn"] });
  assert.equal(await match("lucky/os/sf-1"), "e1-e6 ready");
  const file = await exportCompetition(here.app.storage.db, "lucky");
  assert.ok(!isRefused(file));
  const other = await install({ examples: [] });
  try {
    await load(other.app, JSON.stringify(file));
    assert.deepEqual(await exportCompetition(other.app.storage.db, "lucky"), file);
  } finally {
    await other.close();
  }
});
