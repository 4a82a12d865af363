import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { isRefused } from "@podium/engine";
import type { CompetitionFile, DeskPage, EventPage, MatchLine } from "@podium/protocol";
import { install, load, play, type Installation, type Scenario } from "../web-server/scenario.testing.ts";
import { exportCompetition } from "./export.ts";
import { smallEvent, WON } from "./small-event.testing.ts";

/** Matches that were abandoned: the event waits for the referee, who decides at the desk or in the file. */

let here: Installation;
let elsewhere: Installation;

const LINES: readonly MatchLine[] = [
  {
    code: "sf-1",
    home: "e1",
    away: "e2",
    games: [
      [11, 5],
      [3, 2],
    ],
    outcome: "abandoned",
  },
  { code: "sf-2", home: "e3", away: "e4", games: WON },
];
const LEAGUE: CompetitionFile = {
  ...smallEvent(0, {
    kind: "team",
    tie: { rubbers: 10, wonBy: 6 },
    entries: ["a", "b", "c"].map((code) => ({ code, name: { en: code.toUpperCase() }, players: [] })),
    draw: { groups: [{ name: "League", entries: ["a", "b", "c"] }] },
    matches: [
      { code: "league-1", home: "b", away: "c", score: [4, 3], outcome: "abandoned", against: "c" },
      { code: "league-2", home: "a", away: "c", score: [5, 2], outcome: "abandoned", against: "both" },
      { code: "league-3", home: "a", away: "b", score: [5, 5] },
    ],
  }),
};

before(async () => {
  [here, elsewhere] = [await install({ examples: [] }), await install({ examples: [] })];
  const file = smallEvent(4, { draw: { lines: ["e1", "e2", "e3", "e4"] }, matches: [...LINES] });
  await load(here.app, JSON.stringify(file));
  await load(here.app, JSON.stringify({ ...LEAGUE, competition: { ...LEAGUE.competition, id: "league" } }));
});

after(async () => {
  await here.close();
  await elsewhere.close();
});

async function read<Data>(path: string, as?: "organiser"): Promise<Data> {
  const who = as === undefined ? {} : { as };
  const { text } = await play(here, { name: path, path: `${path}.json`, ...who, expects: { status: 200 } });
  return JSON.parse(text);
}

async function sent(path: string, json: unknown, expects: Scenario["expects"]): Promise<string> {
  const { text } = await play(here, { name: path, method: "POST", path, as: "organiser", json, expects });
  return text;
}

test("what is exported of abandoned matches is what was told, and the same elsewhere", async () => {
  for (const id of ["cup", "league"]) {
    const exported = await exportCompetition(here.app.storage.db, id);
    assert.ok(!isRefused(exported));
    assert.deepEqual(exported.events[0]?.matches, id === "cup" ? LINES : LEAGUE.events[0]?.matches);
    await load(elsewhere.app, JSON.stringify(exported));
    assert.deepEqual(await exportCompetition(elsewhere.app.storage.db, id), exported);
  }
});

test("a tie that was abandoned counts as the referee says: for one team with its score, or for neither", async () => {
  const { phases } = await read<EventPage>("/competitions/league/os");
  const [league] = phases.flatMap(({ groups }) => groups);
  assert.deepEqual(
    league?.standing.rows.map(({ entry, won, lost, rubbers }) => [entry, won, lost, rubbers]),
    [
      ["b", 1, 0, [9, 8]],
      ["a", 0, 0, [5, 5]],
      ["c", 0, 1, [3, 4]],
    ],
  );
});

test("the event waits: the final has no opponent, and the pages say that nothing is decided", async () => {
  const { orderOfPlay } = await read<EventPage>("/competitions/cup/os");
  const final = orderOfPlay.find(({ id }) => id === "cup/os/final");
  assert.deepEqual([final?.status, final?.home.entry ?? null], ["waiting", null]);
  for (const path of ["/competitions/cup/os", "/matches/cup/os/sf-1"])
    await play(here, { name: path, path, expects: { status: 200, contains: ["abandoned, not decided"] } });
  const contains = ["Abandoned: say who goes on, or have it played again"];
  await play(here, { name: "desk", path: "/desk/cup", as: "organiser", expects: { status: 200, contains } });
});

test("what is not decided is not made official", async () => {
  const { matches } = await read<DeskPage>("/desk/cup", "organiser");
  const version = matches.find(({ row }) => row.id === "cup/os/sf-1")?.row.version;
  assert.match(await sent("/desk/cup/publications", { "cup/os/sf-1": version }, { status: 422 }), /match-undecided/);
});

test("the referee says who goes on, takes it back, and has the match played again", async () => {
  const { matches } = await read<DeskPage>("/desk/cup", "organiser");
  let version = matches.find(({ row }) => row.id === "cup/os/sf-1")?.row.version ?? 0;
  const enter = async (against: object) => {
    const games = [
      { home: 11, away: 5 },
      { home: 3, away: 2 },
    ];
    const form = { version, games, outcome: "abandoned", ...against };
    const facts = ["match-reset", "match-reopened", "match-line", "match-line", "match-finished"] as const;
    const answer = await sent("/desk/matches/cup/os/sf-1/result", form, { status: 200, facts });
    version = JSON.parse(answer).version;
  };
  const finalist = async () =>
    (await read<EventPage>("/competitions/cup/os")).orderOfPlay.find(({ id }) => id === "cup/os/final")?.home.entry
      ?.code;
  await enter({ against: "home" });
  assert.equal(await finalist(), "e2");
  await enter({});
  assert.equal(await finalist(), undefined);
  await sent(
    "/desk/matches/cup/os/sf-1/replay",
    { version, reason: "The light failed" },
    { status: 200, facts: ["match-reset", "match-reopened"] },
  );
  const row = (await read<DeskPage>("/desk/cup", "organiser")).matches.find(
    ({ row: { id } }) => id === "cup/os/sf-1",
  )?.row;
  assert.deepEqual([row?.status, row?.games], ["ready", []]);
});

test("a line that names as out who does not play is refused", async () => {
  const matches: MatchLine[] = [{ code: "sf-1", outcome: "abandoned", against: "e3" }];
  const file = smallEvent(4, { draw: { lines: ["e1", "e2", "e3", "e4"] }, matches });
  await assert.rejects(
    load(elsewhere.app, JSON.stringify({ ...file, competition: { ...file.competition, id: "no" } })),
    /against/,
  );
});
