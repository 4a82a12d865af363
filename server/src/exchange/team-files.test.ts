import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { isRefused, type EventId } from "@podium/engine";
import * as fc from "fast-check";
import { medalsOf } from "../medals/medals.ts";
import { eventWithResults } from "../results/results.ts";
import { install, type Installation } from "../web-server/scenario.testing.ts";
import { exportCompetition } from "./export.ts";
import { importCompetition } from "./import.ts";

/** Team events as somebody writes them who has read the document of the format and nothing else. */

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

function fileOf(event: Readonly<Record<string, unknown>>) {
  made += 1;
  return {
    format: "podium-competition/1",
    competition: { id: `team-file-${made}`, title: "Teams", zone: "UTC", from: "2026-01-10", to: "2026-06-28" },
    events: [{ code: "t", title: "Teams", kind: "team", bestOf: 5, ...event }],
  };
}

function teams(codes: string) {
  return codes.split(" ").map((code) => ({ code, name: `Team ${code.toUpperCase()}` }));
}

/** Taken in, and, exported and taken in elsewhere, the same. */
async function taken(event: Readonly<Record<string, unknown>>) {
  const answer = await importCompetition(here.app, null, JSON.stringify(fileOf(event)));
  assert.ok(!isRefused(answer), isRefused(answer) ? answer.message : "");
  const told = await exportCompetition(here.app.storage.db, answer.competition);
  const again = await importCompetition(there.app, null, JSON.stringify(told));
  assert.ok(!isRefused(again), isRefused(again) ? again.message : "");
  assert.deepEqual(await exportCompetition(there.app.storage.db, answer.competition), told);
  const id = `${answer.competition}/t` as EventId;
  const played = await eventWithResults(here.app.storage.db, id);
  assert.ok(played);
  return { state: played.state, medals: (await medalsOf(here.app.storage.db, id)).map(({ entry }) => entry) };
}

/** The outcome of the one tie of an event. */
async function tieTold(line: Readonly<Record<string, unknown>>, event: Readonly<Record<string, unknown>> = {}) {
  const { state } = await taken({ ...TWO, ...event, matches: [{ home: "a", away: "b", ...line }] });
  return state.matches[0]?.result?.outcome;
}

const TWO = { entries: teams("a b"), draw: { lines: ["a", "b"] } };

test("a season of a league: a walkover, a tie given up, one to come, one drawn, one between teams that did not come", async () => {
  const { state } = await taken({
    tie: { rubbers: 8, wonBy: 5, points: [3, 1, 0] },
    entries: teams("harbour hill mill lake"),
    draw: { groups: [{ name: "Division 1", entries: ["harbour", "hill", "mill", "lake"] }], meetings: 2 },
    matches: [
      { home: "harbour", away: "hill", start: "2026-01-10", score: "5-1" },
      { home: "mill", away: "lake", start: "2026-01-10", score: "4:4" },
      { home: "hill", away: "lake", start: "2026-02-07", outcome: "walkover", against: "lake", score: "5-0" },
      { home: "harbour", away: "mill", start: "2026-02-07", score: "3-2", outcome: "retired", against: "mill" },
      { home: "lake", away: "harbour", start: "2026-03-07", outcome: "walkover", against: "both" },
      { home: "hill", away: "mill", start: "2026-03-07", winner: "mill" },
      { home: "hill", away: "harbour", start: "2026-04-11T18:30:00Z", table: "Hall 2" },
    ],
  });
  const [table] = state.groups;
  assert.deepEqual(
    table?.rows.map(({ entry, won, lost, matchPoints }) => [entry, won, lost, matchPoints]),
    [
      ["harbour", 2, 1, 6],
      ["mill", 1, 1, 4],
      ["hill", 1, 2, 3],
      ["lake", 0, 2, 1],
    ],
  );
  assert.equal(state.complete, false);
  const page = await (await fetch(`${here.url}/competitions/team-file-${made}/t`)).text();
  assert.match(page, /Ties won, drawn and lost/);
  assert.match(page, />Rubbers</);
  assert.doesNotMatch(page, />Points</, "nobody noted points");
});

test("groups and a knock-out of ties by their scores alone give every team its place", async () => {
  const group = (name: string, entries: string) => ({ name, entries: entries.split(" ") });
  const played = (pairs: string) =>
    pairs.split(" ").map((pair) => {
      const [home, away] = pair.split("-");
      return { home, away, score: "3-1" };
    });
  const { state, medals } = await taken({
    tie: "New Swaythling",
    entries: teams("a b c d e f"),
    draw: {
      groups: [group("A", "a b c"), group("B", "d e f")],
      advance: 2,
      lines: [
        { group: "A", place: 1 },
        { group: "B", place: 2 },
        { group: "A", place: 2 },
        { group: "B", place: 1 },
      ],
      places: 4,
    },
    matches: played("a-b a-c b-c d-e d-f e-f a-e d-b a-d b-e"),
  });
  assert.deepEqual(medals, ["a", "d", "b"]);
  assert.deepEqual(state.placings.map(({ entry }) => entry).toSorted(), ["a", "b", "c", "d", "e", "f"]);
});

test("a tie of three doubles, the pairs written in one word or in two, families alone where one is meant", async () => {
  const { medals } = await taken({
    bestOf: 3,
    tie: { rubbers: ["doubles", "doubles", "doubles"] },
    entries: [
      { code: "a", name: "A", players: ["Ann Smith", "Bea Smith", "Cat Jones", "Dot Brown"] },
      { code: "b", name: "B" },
    ],
    draw: { lines: ["a", "b"] },
    matches: [
      {
        home: "b",
        away: "a",
        rubbers: [
          { home: "Xia Xu / Yui Young", away: "A. Smith & Jones", games: ["11-3", "4-11", "9-11"] },
          { home: ["Xu", "Zoe Zimmer"], away: ["Smith B.", "Brown"], score: "2-1" },
          { home: "Zimmer / Young", away: "Jones + Brown", winner: "a" },
        ],
      },
    ],
  });
  assert.deepEqual(medals, ["a", "b"]);
});

for (const { name, line, event = {}, outcome } of [
  {
    name: "a rubber that was not needed, without a game",
    line: { rubbers: [{ winner: "a" }, { winner: "a" }, { winner: "a" }, { games: [] }, { games: ["0-0"] }] },
    outcome: { winner: "home", by: "play", gamesWon: { home: 3, away: 0 } },
  },
  {
    name: "a rubber that was played after the tie was won, with the score of the tie",
    line: { score: "3-1", rubbers: [{ winner: "a" }, { winner: "a" }, { winner: "a" }, { winner: "b" }] },
    outcome: { winner: "home", by: "play", gamesWon: { home: 3, away: 1 } },
  },
  {
    name: "rubbers by the letters of who plays",
    line: { score: "1-2" },
    event: { tie: { rubbers: ["A-X", "AB-XY", "B-Y"] } },
    outcome: { winner: "away", by: "play", gamesWon: { home: 1, away: 2 } },
  },
  {
    name: "an order of play by its name, with all its rubbers played",
    line: { score: "4-1" },
    event: { tie: { rubbers: "Olympic", all: true } },
    outcome: { winner: "home", by: "play", gamesWon: { home: 4, away: 1 } },
  },
  {
    name: "a tie that was given up after two rubbers",
    line: {
      outcome: "retired",
      against: "a",
      rubbers: [{ score: "3-0" }, { games: ["11-2", "3-11", "9-11", "9-11"] }],
    },
    outcome: { winner: "away", by: "retirement", gamesWon: { home: 1, away: 1 } },
  },
  {
    name: "a walkover by who won it, with what it counts for",
    line: { outcome: "walkover", winner: "b", score: "0-3" },
    outcome: { winner: "away", by: "walkover" },
  },
])
  test(`taken in: ${name}`, async () => {
    assert.deepEqual(await tieTold(line, event), outcome);
  });

for (const { name, event, says } of [
  {
    name: "two of a family, and one of them plays",
    event: {
      ...TWO,
      entries: [{ code: "a", name: "A", players: ["Ann Smith", "Bea Smith"] }, ...teams("b")],
      matches: [{ home: "a", away: "b", rubbers: [{}, { home: "Smith", winner: "a" }] }],
    },
    says: /^Line \d+ \(events\[0\]\.matches\[0\]\.rubbers\[1\]\): Rubber 2: Smith may be Smith Ann or Smith Bea: write/,
  },
  {
    name: "a rubber after the tie was won",
    event: {
      ...TWO,
      matches: [{ home: "a", away: "b", rubbers: [1, 2, 3, 4].map(() => ({ winner: "a" })) }],
    },
    says: /rubbers\[3\]\): Rubber 4: The tie was decided .* A rubber that was not played is \{\}; .* "all": true/,
  },
  {
    name: "ties of an event without a draw",
    event: { entries: teams("a b"), matches: [{ home: "a", away: "b", score: "3-0" }] },
    says: /The event has no draw: say who meets whom by "draw"/,
  },
  {
    name: "a second leg where everybody meets once",
    event: {
      entries: teams("a b c"),
      draw: { groups: [{ name: "A", entries: ["a", "b", "c"] }] },
      matches: [
        { home: "a", away: "b", score: "3-0" },
        { home: "b", away: "a", score: "3-1" },
      ],
    },
    says: /Where a group is played twice, its draw has "meetings": 2/,
  },
  {
    name: "a round in which two do not meet",
    event: {
      entries: teams("a b c d"),
      draw: { groups: [{ name: "A", entries: ["a", "b", "c", "d"] }] },
      matches: [1, 2, 3].map((round) => ({ home: "a", away: "b", round: `${round}`, score: "3-0" })).slice(0, 1),
    },
    says: /a and b do not meet in 1 but in \d; leave the round out/,
  },
  {
    name: "letters that are no rubber",
    event: { ...TWO, tie: { rubbers: ["A-XY"] } },
    says: /^Line \d+ \(events\[0\]\.tie/,
  },
  {
    name: "a walkover that was won by more than it counts for",
    event: { ...TWO, matches: [{ home: "a", away: "b", outcome: "walkover", against: "b", score: "3-1" }] },
    says: /A match that was not played has no score, or the one that it counts for/,
  },
])
  test(`refused: ${name}`, async () => {
    const answer = await importCompetition(here.app, null, JSON.stringify(fileOf(event), null, 1));
    assert.ok(isRefused(answer), "it was taken in");
    assert.match(answer.message, says);
  });

type Rubber = Readonly<Record<string, unknown>>;

const rubber: fc.Arbitrary<Rubber> = fc.oneof(
  fc.constantFrom("a", "b").map((winner): Rubber => ({ winner })),
  fc.constantFrom("3-0", "3-1", "3-2", "0-3", "1-3", "2-3").map((score): Rubber => ({ score })),
  fc.constantFrom("a", "b", "both").map((against): Rubber => ({ outcome: "walkover", against })),
  fc
    .array(fc.constantFrom("11-4", "12-10", "7-11"), { minLength: 1, maxLength: 3 })
    .map((games): Rubber => ({ games: [...games, "5-3"], outcome: "retired", against: "b" }))
    .filter(
      ({ games }) => !["11-4", "12-10"].every((won) => (games as string[]).filter((one) => one === won).length > 2),
    ),
);

const people = fc.constantFrom<Rubber>({}, { home: "Ann Ash", away: "Xia Xu" }, { home: "Bea Birch" });

const tie = fc.record(
  {
    rubbers: fc.array(
      fc.tuple(rubber, people).map(([play, players]) => ({ ...players, ...play })),
      { maxLength: 10 },
    ),
    start: fc.constantFrom("2026-01-10", "2026-02-07T18:00:00Z"),
    table: fc.constantFrom("1", "Hall 2"),
  },
  { requiredKeys: ["rubbers"] },
);

test("whatever is told of a tie, what was taken in, exported and taken in again is the same", async () => {
  await fc.assert(
    fc.asyncProperty(
      tie,
      fc.constantFrom<unknown>({ rubbers: 10, all: true }, { rubbers: 10, wonBy: 6 }),
      async (line, order) => {
        const event = { ...TWO, draw: { groups: [{ name: "A", entries: ["a", "b"] }] }, tie: order };
        const told = { ...event, matches: [{ home: "a", away: "b", ...line }] };
        const answer = await importCompetition(here.app, null, JSON.stringify(fileOf(told)));
        fc.pre(!isRefused(answer));
        await taken(told);
      },
    ),
    { numRuns: 40 },
  );
});

test("a rubber has the number of games that the order of play gives it, others what the event plays", async () => {
  const tie = { rubbers: ["A-X:3", "B-Y", { kind: "doubles", bestOf: 7 }] };
  const rubber = (games: readonly string[]) => ({ home: ["P", "Q"].slice(0, 1), away: ["R"], games });
  const rubbers = [
    rubber(["11-5", "11-7"]),
    rubber(["9-11", "11-7", "11-7", "11-7"]),
    { home: ["S", "T"], away: ["U", "V"], games: ["11-5", "11-7", "9-11", "9-11", "11-3", "11-1"] },
  ];
  const told = [{ ...rubbers[0] }, { ...rubbers[1], home: ["Q"], away: ["W"] }, rubbers[2]];
  const outcome = await tieTold({ rubbers: told }, { tie: { ...tie, all: true } });
  assert.deepEqual([outcome?.winner, outcome?.gamesWon], ["home", { home: 3, away: 0 }]);
  const refused = fileOf({
    ...TWO,
    tie,
    matches: [{ home: "a", away: "b", rubbers: [rubber(["11-5", "11-7", "11-3"])] }],
  });
  const answer = await importCompetition(here.app, null, JSON.stringify(refused));
  assert.ok(isRefused(answer) && answer.code === "match-over", "best of three is over after two games");
  const even = fileOf({ ...TWO, tie: { rubbers: [{ kind: "singles", bestOf: 4 }] } });
  const uneven = await importCompetition(here.app, null, JSON.stringify(even));
  assert.ok(isRefused(uneven) && uneven.code === "best-of-not-odd");
});
