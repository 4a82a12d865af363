import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { isRefused } from "@podium/engine";
import type { CompetitionFile, EventPage, MatchLine, MatchPage, MomentPage } from "@podium/protocol";
import { storylinesOf } from "../history/storylines.ts";
import { install, load, play, type Installation } from "../web-server/scenario.testing.ts";
import { exportCompetition } from "./export.ts";
import { importCompetition } from "./import.ts";
import { smallEvent, WON } from "./small-event.testing.ts";
import { eventId } from "../storage/codes.ts";

/** Results of which little is known: what is shown is what is known, and no more. */

let here: Installation;
let elsewhere: Installation;

const KNOCK_OUT: readonly MatchLine[] = [
  { code: "sf-1", start: "2026-05-02", score: [2, 1] },
  { code: "sf-2", start: "2026-05-02T10:00:00Z", table: "1", games: WON },
  { code: "final", start: "2026-05-03", home: "e3", away: "e1", winner: "e3" },
];

const file = smallEvent(4, { draw: { lines: ["e1", "e2", "e3", "e4"] }, matches: [...KNOCK_OUT] });

before(async () => {
  [here, elsewhere] = [await install({ examples: [] }), await install({ examples: [] })];
  await load(here.app, JSON.stringify(file));
});

after(async () => {
  await here.close();
  await elsewhere.close();
});

async function read<Data>(path: string): Promise<Data> {
  const { text } = await play(here, { name: path, path: `${path}.json`, expects: { status: 200 } });
  return JSON.parse(text);
}

test("a score in games, a winner alone and a day without an hour are a result: the event is decided", async () => {
  const event = await read<EventPage>("/competitions/cup/os");
  assert.deepEqual(
    event.medals.map(({ medal, entry }) => `${medal} ${entry.code}`),
    ["gold e3", "silver e1", "bronze e2", "bronze e4"],
  );
  const of = (code: string) => event.orderOfPlay.find(({ id }) => id === `cup/os/${code}`);
  const known = (code: string) => [of(code)?.gamesWon, of(code)?.games, of(code)?.startMs, of(code)?.day];
  assert.deepEqual(known("sf-1"), [{ home: 2, away: 1 }, [], null, "2026-05-02"]);
  assert.deepEqual(known("final"), [null, [], null, "2026-05-03"]);
  assert.deepEqual(
    event.orderOfPlay.map(({ id }) => id),
    ["cup/os/sf-2", "cup/os/sf-1", "cup/os/final"],
    "a match of which only the day is known stands at the end of its day",
  );
});

test("what is exported is what was told, and is the same competition elsewhere", async () => {
  const exported = await exportCompetition(here.app.storage.db, "cup");
  assert.ok(!isRefused(exported));
  assert.deepEqual(exported.events[0]?.matches, [
    { code: "sf-1", home: "e1", away: "e2", start: "2026-05-02", score: [2, 1] },
    { code: "sf-2", home: "e3", away: "e4", start: "2026-05-02T10:00:00.000Z", table: "1", games: WON },
    { code: "final", home: "e1", away: "e3", start: "2026-05-03", winner: "e3" },
  ]);
  await load(elsewhere.app, JSON.stringify(exported));
  assert.deepEqual(await exportCompetition(elsewhere.app.storage.db, "cup"), exported);
});

const PAGES: readonly { path: string; contains: readonly string[]; absent: readonly string[] }[] = [
  {
    path: "/matches/cup/os/sf-1",
    contains: ["2–1", "the points of the games are not", "2 May 2026", 'dateTime="2026-05-02"'],
    absent: ["00:00", "23:59"],
  },
  {
    path: "/matches/cup/os/final",
    contains: ["Only the outcome of this match is on record", "3 May 2026"],
    absent: ["0–0", "0-0", "23:59"],
  },
  { path: "/competitions/cup/os", contains: ["score not known"], absent: ["0–0", "23:59"] },
  { path: "/players/p3", contains: ["score not known"], absent: ["0–0", "23:59"] },
  { path: "/moments/cup-os", contains: ["score not known"], absent: ["0–0", "0-0"] },
  { path: "/", contains: [], absent: ["0–0", "23:59"] },
];

for (const { path, contains, absent } of PAGES) {
  test(`${path} says what is known and no more`, async () => {
    await play(here, {
      name: path,
      path,
      expects: { status: 200, contains: contains.map((text) => text.replace("dateTime", "datetime")), absent },
    });
  });
}

test("a match page tells programs what is known of it", async () => {
  assert.equal((await read<MatchPage>("/matches/cup/os/sf-1")).match.known, "score");
  const { match } = await read<MatchPage>("/matches/cup/os/final");
  assert.deepEqual([match.known, match.winner, match.outcome?.gamesWon], ["none", "away", null]);
});

test("no storyline is made of games that nobody noted", async () => {
  const codes = (await storylinesOf(here.app.storage.db, eventId("cup/os"))).map(({ code }) => code);
  const ofGames = ["deciding-game", "only-deciding-game", "comeback", "most-games", "longest-game", "no-game-lost"];
  assert.deepEqual(
    codes.filter((code) => ofGames.includes(code)),
    [],
  );
  const { storylines } = await read<MomentPage>("/moments/cup-os");
  assert.doesNotMatch(JSON.stringify(storylines), /"score":"0-0"/);
});

const REFUSED: readonly { name: string; line: MatchLine; code: string }[] = [
  { name: "games and a score", line: { code: "sf-1", games: WON, score: [2, 0] }, code: "games-and-score" },
  {
    name: "a walkover with a score",
    line: { code: "sf-1", outcome: "walkover", against: "e1", score: [0, 2] },
    code: "games-and-score",
  },
  { name: "a log and a score", line: { code: "sf-1", log: [], score: [2, 0] }, code: "log-and-games" },
  { name: "a score that wins nothing", line: { code: "sf-1", score: [1, 0] }, code: "score-impossible" },
  { name: "more games than the match has", line: { code: "sf-1", score: [3, 0] }, code: "score-impossible" },
  {
    name: "a winner who lost by the score",
    line: { code: "sf-1", score: [2, 0], winner: "e2" },
    code: "winner-differs",
  },
  { name: "a winner who lost by the games", line: { code: "sf-1", games: WON, winner: "e2" }, code: "winner-differs" },
  { name: "a winner who does not play", line: { code: "sf-1", winner: "e3" }, code: "winner-unknown" },
  {
    name: "a retirement of both",
    line: { code: "sf-1", outcome: "retired", against: "both", games: WON },
    code: "against-unknown",
  },
];

for (const { name, line, code } of REFUSED) {
  test(`an import is refused with its line: ${name}`, async () => {
    const wrong: CompetitionFile = {
      ...smallEvent(4, { draw: { lines: ["e1", "e2", "e3", "e4"] }, matches: [line] }),
      competition: { ...file.competition, id: "wrong" },
    };
    const imported = await importCompetition(here.app, null, JSON.stringify(wrong));
    assert.ok(isRefused(imported));
    assert.deepEqual([imported.code, imported.message.startsWith("Line 1 (events[0].matches[0]): ")], [code, true]);
  });
}

const KEPT: readonly { name: string; line: MatchLine }[] = [
  { name: "neither came", line: { outcome: "walkover", against: "both" } },
  { name: "gave up at one game each", line: { score: [1, 1], outcome: "retired", against: "e2" } },
  { name: "gave up, nobody noted when", line: { winner: "e1", outcome: "retired", against: "e2" } },
  { name: "disqualified after winning", line: { score: [0, 2], outcome: "disqualified", against: "e2" } },
];

for (const [at, { name, line }] of KEPT.entries()) {
  test(`an end of which little is known is exported as it was told: ${name}`, async () => {
    const id = `kept-${at}`;
    const told = { code: "final", home: "e1", away: "e2", ...line };
    await load(
      here.app,
      JSON.stringify({
        ...smallEvent(2, { draw: { lines: ["e1", "e2"] }, matches: [told] }),
        competition: { ...file.competition, id },
      }),
    );
    const exported = await exportCompetition(here.app.storage.db, id);
    assert.ok(!isRefused(exported));
    assert.deepEqual(exported.events[0]?.matches, [{ ...(line.outcome === "walkover" ? { games: [] } : {}), ...told }]);
    await load(elsewhere.app, JSON.stringify(exported));
    assert.deepEqual(await exportCompetition(elsewhere.app.storage.db, id), exported);
  });
}

test("a group in which points decide that nobody noted says so, and shows no figures that it does not have", async () => {
  const circle: MatchLine[] = [
    { home: "e1", away: "e2", score: [2, 1] },
    { home: "e2", away: "e3", score: [2, 1] },
    { home: "e3", away: "e1", score: [2, 1] },
  ];
  await load(
    here.app,
    JSON.stringify({
      ...smallEvent(3, { draw: { groups: [{ name: "A", entries: ["e1", "e2", "e3"] }] }, matches: circle }),
      competition: { ...file.competition, id: "circle" },
    }),
  );
  await play(here, {
    name: "the table",
    path: "/competitions/circle/os",
    expects: {
      status: 200,
      contains: ["3–3", "Not known of every match", "points won to lost, which are not known"],
      absent: ["0–0"],
    },
  });
});
