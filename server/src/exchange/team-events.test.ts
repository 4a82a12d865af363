import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, test } from "node:test";
import { isRefused, type EventId, type MatchId } from "@podium/engine";
import { medalsOf } from "../medals/medals.ts";
import { eventWithResults } from "../results/results.ts";
import { install, type Installation } from "../web-server/scenario.testing.ts";
import { exportCompetition } from "./export.ts";
import { importCompetition } from "./import.ts";

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

let made = 0;

/** A file as somebody writes it who has read the format alone: only what a team event needs. */
function teamFile(teams: string, event: Readonly<Record<string, unknown>>) {
  made += 1;
  return {
    format: "podium-competition/1",
    competition: { id: `teams-${made}`, title: "Teams", zone: "UTC", from: "2026-05-02", to: "2026-05-03" },
    events: [
      {
        code: "mt",
        title: "Men's team",
        kind: "team",
        bestOf: 5,
        entries: teams.split(" ").map((code) => ({ code, name: `Team ${code}` })),
        ...event,
      },
    ],
  };
}

async function taken(file: ReturnType<typeof teamFile>) {
  const answer = await importCompetition(here.app, null, JSON.stringify(file));
  assert.ok(!isRefused(answer), isRefused(answer) ? answer.message : "");
  const event = `${answer.competition}/mt` as EventId;
  const played = await eventWithResults(here.app.storage.db, event);
  assert.ok(played);
  return { event, state: played.state, medals: await medalsOf(here.app.storage.db, event) };
}

/** Exported, taken in elsewhere and exported again, it is the same. */
async function roundTrip(id: string) {
  const told = await exportCompetition(here.app.storage.db, id);
  const answer = await importCompetition(there.app, null, JSON.stringify(told));
  assert.ok(!isRefused(answer), isRefused(answer) ? answer.message : "");
  assert.deepEqual(await exportCompetition(there.app.storage.db, id), told);
  return told;
}

async function refused(file: ReturnType<typeof teamFile>) {
  const answer = await importCompetition(here.app, null, JSON.stringify(file, null, 1));
  assert.ok(isRefused(answer), "it was taken in");
  return answer;
}

test("a knock-out of ties of which only the scores are known gives the medals of teams without a player", async () => {
  const { event, medals, state } = await taken(
    teamFile("a b c d", {
      draw: { lines: ["a", "b", "c", "d"], bronzeMatch: true },
      matches: [
        { home: "a", away: "b", score: "3-1" },
        { home: "d", away: "c", score: "3:0" },
        { home: "a", away: "d", score: [3, 2], start: "2026-05-03T10:00:00Z" },
        { home: "b", away: "c", winner: "c" },
      ],
    }),
  );
  assert.deepEqual(
    medals.map(({ medal, entry }) => `${medal} ${entry}`),
    ["gold a", "silver d", "bronze c"],
  );
  assert.deepEqual(
    state.placings.map(({ place, entry }) => `${place} ${entry}`),
    ["1 a", "2 d", "3 c", "4 b"],
  );
  const told = await roundTrip(event.split("/")[0] ?? "");
  assert.ok(!isRefused(told));
  assert.deepEqual(
    told.events[0]?.matches?.map(({ score, winner }) => score ?? winner),
    [[3, 1], [0, 3], "c", [3, 2]],
  );
});

test("a group of ties is ranked by match points, and those level in them by the rubbers of their own ties", async () => {
  const { state } = await taken(
    teamFile("a b c d", {
      draw: { groups: [{ name: "A", entries: ["a", "b", "c", "d"] }] },
      matches: [
        { home: "a", away: "b", score: "3-2" },
        { home: "b", away: "c", score: "3-0" },
        { home: "c", away: "a", score: "3-1" },
        { home: "a", away: "d", score: "3-0" },
        { home: "b", away: "d", score: "3-0" },
        { home: "c", away: "d", score: "3-2" },
      ],
    }),
  );
  const [group] = state.groups;
  assert.deepEqual(
    group?.rows.map(({ entry, matchPoints, rubbers, games }) => [entry, matchPoints, rubbers, games]),
    [
      ["b", 5, [8, 3], null],
      ["a", 5, [7, 5], null],
      ["c", 5, [6, 6], null],
      ["d", 3, [2, 9], null],
    ],
  );
});

test("teams level in rubbers are told apart by games that nobody noted: the event waits for who knows", async () => {
  const cycle = [
    { home: "a", away: "b", score: "3-1" },
    { home: "b", away: "c", score: "3-1" },
    { home: "c", away: "a", score: "3-1" },
  ];
  const group = { name: "A", entries: ["a", "b", "c"] };
  const open = await taken(teamFile("a b c", { draw: { groups: [group] }, matches: cycle }));
  assert.deepEqual(open.medals, []);
  assert.equal(open.state.groups[0]?.steps.at(-1)?.kind, "unknown");
  const known = await taken(
    teamFile("a b c", { draw: { groups: [{ ...group, lots: ["c", "b", "a"] }] }, matches: cycle }),
  );
  assert.deepEqual(
    known.medals.map(({ entry }) => entry),
    ["c", "b", "a"],
  );
});

test("in an evening in which all ten rubbers are played a tie may be drawn, for a point each", async () => {
  const { event, state } = await taken(
    teamFile("a b", {
      tie: { rubbers: 10, all: true },
      draw: { groups: [{ name: "A", entries: ["a", "b"] }], meetings: 2 },
      matches: [
        { home: "a", away: "b", score: "5-5" },
        { home: "b", away: "a", score: "8-2" },
      ],
    }),
  );
  assert.deepEqual(
    state.groups[0]?.rows.map(({ entry, played, won, lost, matchPoints }) => [entry, played, won, lost, matchPoints]),
    [
      ["b", 2, 1, 0, 3],
      ["a", 2, 0, 1, 1],
    ],
  );
  await roundTrip(event.split("/")[0] ?? "");
});

test("a mixed team that first wins eight games has won, however the matches went", async () => {
  const { medals, event } = await taken(
    teamFile("a b", {
      bestOf: 3,
      tie: "mixed-team",
      draw: { lines: ["a", "b"] },
      matches: [{ home: "a", away: "b", score: "8-6" }],
    }),
  );
  assert.deepEqual(
    medals.map(({ entry }) => entry),
    ["a", "b"],
  );
  await roundTrip(event.split("/")[0] ?? "");
});

const FINAL_OF_FIVE = {
  tie: "olympic",
  draw: { lines: ["a", "b"] },
  entries: [
    { code: "a", name: "A", association: "AAA", players: ["ADAMS Ann", "BAKER Bea", "COOK Cat"] },
    { code: "b", name: "B", association: "BBB" },
  ],
};

const RUBBERS = [
  { home: ["Bea BAKER", "COOK Cat"], away: ["YOUNG Yui", "ZIMMER Zoe"], games: ["11-5", "11-5", "11-5"] },
  { home: "ADAMS Ann", away: "XU Xia", games: ["5-11", "5-11", "5-11"] },
  { home: "Cook", away: "Zimmer", score: "3-2" },
  {
    home: "Adams",
    away: "Young",
    games: [
      [11, 3],
      [9, 11],
      [11, 3],
      [12, 10],
    ],
  },
];

test("a tie told rubber by rubber is won by them, with players known by their names or new in the team", async () => {
  const { event, medals, state } = await taken(
    teamFile("", { ...FINAL_OF_FIVE, matches: [{ home: "a", away: "b", rubbers: RUBBERS }] }),
  );
  assert.deepEqual(
    medals.map(({ entry }) => entry),
    ["a", "b"],
  );
  assert.deepEqual(state.matches[0]?.result?.outcome, { winner: "home", by: "play", gamesWon: { home: 3, away: 1 } });
  const told = await roundTrip(event.split("/")[0] ?? "");
  assert.ok(!isRefused(told));
  const [tie] = told.events[0]?.matches ?? [];
  assert.equal(tie?.score, undefined, "what the rubbers tell is not told twice");
  assert.deepEqual(
    tie?.rubbers?.map(({ kind, home, away }) => [kind, home, away]),
    [
      ["doubles", ["baker-bea", "cook-cat"], ["young-yui", "zimmer-zoe"]],
      ["singles", ["adams-ann"], ["xu-xia"]],
      ["singles", ["cook-cat"], ["zimmer-zoe"]],
      ["singles", ["adams-ann"], ["young-yui"]],
    ],
  );
  assert.deepEqual(told.events[0]?.entries[1]?.players, ["young-yui", "zimmer-zoe", "xu-xia"]);
});

test("the same tie written from the other side, or with its score beside some of its rubbers, has the same winner", async () => {
  const turnedRubbers = RUBBERS.map(({ home, away, score }) => ({
    home: away,
    away: home,
    winner: score === undefined && home === "ADAMS Ann" ? "b" : "a",
  }));
  const other = await taken(
    teamFile("", { ...FINAL_OF_FIVE, matches: [{ home: "b", away: "a", rubbers: turnedRubbers }] }),
  );
  assert.deepEqual(other.state.matches[0]?.result?.outcome.gamesWon, { home: 3, away: 1 });
  const some = await taken(
    teamFile("", { ...FINAL_OF_FIVE, matches: [{ home: "a", away: "b", score: "3-1", rubbers: RUBBERS.slice(0, 2) }] }),
  );
  assert.deepEqual(some.state.matches[0]?.result?.outcome.gamesWon, { home: 3, away: 1 });
  await roundTrip(some.event.split("/")[0] ?? "");
});

test("a tie under way stands by its rubbers, and nobody has won it", async () => {
  const { medals, event } = await taken(
    teamFile("", { ...FINAL_OF_FIVE, matches: [{ home: "a", away: "b", rubbers: RUBBERS.slice(0, 2) }] }),
  );
  assert.deepEqual(medals, []);
  const row = await here.app.storage.db
    .selectFrom("matches")
    .selectAll()
    .where("id", "=", `${event}/final` as MatchId)
    .executeTakeFirst();
  assert.deepEqual([row?.status, JSON.parse(row?.figures ?? "{}").score], ["live", { home: 1, away: 1 }]);
  await roundTrip(event.split("/")[0] ?? "");
});

test("a mixed tie that counts games is over in the middle of a rubber, with its eighth game", async () => {
  const { state } = await taken(
    teamFile("a b", {
      bestOf: 3,
      tie: "mixed-team",
      draw: { lines: ["a", "b"] },
      matches: [
        {
          home: "a",
          away: "b",
          rubbers: [
            { games: ["11-1", "11-1", "11-1"] },
            { games: ["11-1", "11-1", "1-11"] },
            { games: ["11-1", "11-1", "1-11"] },
            { log: [{ kind: "game", score: { home: 11, away: 1 } }] },
          ],
        },
      ],
    }),
  );
  assert.deepEqual(state.matches[0]?.result?.outcome, { winner: "home", by: "play", gamesWon: { home: 8, away: 2 } });
});

test("teams level in match points and rubbers are told apart by the games of their rubbers", async () => {
  const tie = (home: string, away: string, lost: number) => ({
    home,
    away,
    rubbers: [1, 2, 3].map((rubber) => ({ score: [3, rubber === 1 ? lost : 0] })),
  });
  const { state } = await taken(
    teamFile("a b c", {
      draw: { groups: [{ name: "A", entries: ["a", "b", "c"] }] },
      matches: [tie("a", "b", 2), tie("b", "c", 1), tie("c", "a", 0)],
    }),
  );
  assert.deepEqual(
    state.groups[0]?.rows.map(({ entry, rubbers, games }) => [entry, rubbers, games]),
    [
      ["c", [3, 3], [10, 9]],
      ["b", [3, 3], [11, 10]],
      ["a", [3, 3], [9, 11]],
    ],
  );
});

test("a team that does not come has lost every rubber, for no match point", async () => {
  const { state } = await taken(
    teamFile("a b", {
      draw: { groups: [{ name: "A", entries: ["a", "b"] }] },
      matches: [{ home: "a", away: "b", outcome: "walkover", against: "a" }],
    }),
  );
  assert.deepEqual(
    state.groups[0]?.rows.map(({ entry, matchPoints, rubbers, games, points }) => [
      entry,
      matchPoints,
      rubbers,
      games,
      points,
    ]),
    [
      ["b", 2, [3, 0], [9, 0], [99, 0]],
      ["a", 0, [0, 3], [0, 9], [0, 99]],
    ],
  );
});

test("the file of teams in the document of the format can be imported, and everybody has the medals of their team", async () => {
  const doc = readFileSync(new URL("../../../docs/format.md", import.meta.url), "utf8");
  const examples = [...doc.matchAll(/```json\n(.*?)```/gs)].map(([, example = ""]) => example);
  const example = examples.find((text) => text.includes('"harbour-teams"')) ?? "";
  const answer = await importCompetition(here.app, null, example);
  assert.ok(!isRefused(answer), isRefused(answer) ? answer.message : "");
  const medals = await Promise.all(
    ["wt", "mt", "league", "xt"].map((code) => medalsOf(here.app.storage.db, `harbour-teams/${code}` as EventId)),
  );
  assert.deepEqual(
    medals.map((won) => won.map(({ entry }) => entry).join(" ")),
    ["nor sou east", "a d b f", "a b c", "sou nor"],
  );
  await roundTrip("harbour-teams");
});

const two = { draw: { lines: ["a", "b"] } };

for (const slip of [
  {
    name: "a score no tie ends with",
    event: { ...two, matches: [{ score: "4-1", code: "final" }] },
    says: /A tie of 5 rubbers, won by 3, cannot end 4-1/,
  },
  {
    name: "a score that wins nothing",
    event: { ...two, matches: [{ score: "2-1", code: "final" }] },
    says: /cannot end 2-1/,
  },
  {
    name: "games of a tie",
    event: { ...two, matches: [{ games: [[11, 3]], code: "final" }] },
    says: /told by its score or by its rubbers/,
  },
  {
    name: "an order of play nobody knows",
    event: { ...two, tie: "davis-cup" },
    says: /No order of play is called davis-cup; there are olympic/,
  },
  {
    name: "more to win than there is",
    event: { ...two, tie: { rubbers: 3, wonBy: 4 } },
    says: /A tie is won by some of its rubbers/,
  },
  {
    name: "a tie of a single player",
    event: { ...two, kind: "singles", tie: "olympic" },
    says: /Only an event of teams has ties/,
  },
  {
    name: "a team without a name",
    event: { ...two, entries: [{ code: "a" }, { code: "b", name: "B" }] },
    says: /The team a needs a name or an association/,
  },
  {
    name: "rubbers that win more than the score",
    event: { ...two, matches: [{ home: "a", away: "b", score: "1-3", rubbers: [{ winner: "a" }, { winner: "a" }] }] },
    says: /The rubbers end 2-0, which is not the score of the tie/,
  },
  {
    name: "a rubber after the tie was won",
    event: { ...two, matches: [{ home: "a", away: "b", rubbers: [1, 2, 3, 4].map(() => ({ winner: "a" })) }] },
    says: /Rubber 4: The tie was decided by the rubbers before/,
  },
  {
    name: "a player in a third singles",
    event: {
      ...two,
      tie: "olympic",
      matches: [{ home: "a", away: "b", rubbers: [{}, { home: "Ada" }, { home: "Ada" }, { home: "Ada" }] }],
    },
    says: /Rubber 4: ada plays in 2 rubbers of this tie already/,
  },
  {
    name: "an id nobody has",
    event: { ...two, matches: [{ home: "a", away: "b", rubbers: [{ home: "ada-ash" }] }] },
    says: /Rubber 1: The entry a names a player ada-ash who is not registered/,
  },
  {
    name: "somebody of the other team",
    event: {
      ...two,
      matches: [{ home: "a", away: "b", rubbers: [{ home: "Ada Ash", away: "Bo Birch" }, { away: "Ada Ash" }] }],
    },
    says: /Rubber 2: ash-ada is in the event already, as a/,
  },
  {
    name: "a drawn tie of a knock-out",
    event: { ...two, tie: { rubbers: 10, wonBy: 6 }, matches: [{ score: "5-5", code: "final" }] },
    says: /A drawn tie of a knock-out needs the winner that goes on/,
  },
  {
    name: "a score that is none",
    event: { ...two, matches: [{ score: "x", code: "final" }] },
    says: /Two numbers/,
  },
])
  test(`refused with its line: ${slip.name}`, async () => {
    const { message } = await refused(teamFile("a b", slip.event));
    assert.match(message, slip.says);
    assert.match(message, /^Line \d+ \(/);
  });
