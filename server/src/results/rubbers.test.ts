import assert from "node:assert/strict";
import { afterEach, beforeEach, test } from "node:test";
import { type ChairId, isRefused, type EventId, type MatchId } from "@podium/engine";
import * as fc from "fast-check";
import { transact } from "../app.ts";
import { foretellFork, handInFork, markOfSettlement, openFork, openForks, settleFork } from "../matches/forks.ts";
import { install, load, type Installation } from "../web-server/scenario.testing.ts";
import { enterResult, eventWithResults, foretellResult } from "./results.ts";

const EVENT = "cup/mt" as EventId;
const TIES = ["sf-1", "sf-2"] as const;

let here: Installation;

/** Two semi-finals with five rubbers each laid out, of which nobody knows anything yet. */
beforeEach(async () => {
  here = await install({ examples: [] });
  const rubbers = (team: string, other: string) =>
    [1, 2, 3, 4, 5].map((rubber) => ({
      home: `${team.toUpperCase()}${rubber} One`,
      away: `${other.toUpperCase()}${rubber} One`,
    }));
  await load(
    here.app,
    JSON.stringify({
      format: "podium-competition/1",
      competition: { id: "cup", title: "Cup", zone: "UTC", from: "2026-05-02", to: "2026-05-02" },
      events: [
        {
          code: "mt",
          title: "Teams",
          kind: "team",
          bestOf: 3,
          entries: ["a", "b", "c", "d"].map((code) => ({ code, name: code })),
          draw: { lines: ["a", "b", "c", "d"] },
          matches: [
            { home: "a", away: "b", rubbers: rubbers("a", "b") },
            { home: "c", away: "d", rubbers: rubbers("c", "d") },
          ],
        },
      ],
    }),
  );
});

afterEach(() => here.close());

const GAMES = {
  home: [
    { home: 11, away: 4 },
    { home: 11, away: 6 },
  ],
  away: [
    { home: 4, away: 11 },
    { home: 6, away: 11 },
  ],
};

async function versionOf(id: string): Promise<number> {
  const { db } = here.app.storage;
  const row = await db
    .selectFrom("matches")
    .select("version")
    .where("id", "=", id as MatchId)
    .executeTakeFirst();
  return row?.version ?? -1;
}

async function formFor(id: string, winner: "home" | "away") {
  return { games: GAMES[winner], outcome: "play" as const, version: await versionOf(id) };
}

/** Whether it was taken: a rubber that is left when its tie is decided is not played. */
async function enter(id: string, winner: "home" | "away"): Promise<boolean> {
  const form = await formFor(id, winner);
  const entered = await transact(here.app, null, (unit) => enterResult(unit, id as MatchId, form));
  if (!isRefused(entered)) return true;
  assert.equal(entered.code, "tie-over", entered.message);
  return false;
}

/** The tie as its rubbers say, counted by hand. */
function expected(won: ReadonlyMap<string, "home" | "away">, tie: string) {
  const of = [1, 2, 3, 4, 5].flatMap((rubber) => won.get(`${tie}-rubber-${rubber}`) ?? []);
  const score = {
    home: of.filter((side) => side === "home").length,
    away: of.filter((side) => side === "away").length,
  };
  const winner = score.home >= 3 ? "home" : score.away >= 3 ? "away" : null;
  return { score, winner };
}

test("rubbers entered and corrected in any order make the ties, the final and the medals that their last results make", async () => {
  const result = fc.record({
    tie: fc.constantFrom(...TIES),
    rubber: fc.integer({ min: 1, max: 5 }),
    winner: fc.constantFrom("home" as const, "away" as const),
  });
  const won = new Map<string, "home" | "away">();
  await fc.assert(
    fc.asyncProperty(fc.array(result, { minLength: 1, maxLength: 8 }), async (results) => {
      for (const { tie, rubber, winner } of results) {
        const code = `${tie}-rubber-${rubber}`;
        const isLeft = !won.has(code) && expected(won, tie).winner !== null;
        assert.equal(await enter(`${EVENT}/${code}`, winner), !isLeft, code);
        if (!isLeft) won.set(code, winner);
      }
      const played = await eventWithResults(here.app.storage.db, EVENT);
      for (const tie of TIES) {
        const { score, winner } = expected(won, tie);
        const outcome = played?.state.matches.find(({ code }) => code === tie)?.result?.outcome ?? null;
        const told = outcome && { winner: outcome.winner, score: outcome.gamesWon };
        assert.deepEqual(told, winner === null ? null : { winner, score });
      }
    }),
    { numRuns: 6 },
  );
});

test("what a corrected rubber would change is foretold: who plays the final, and the medals", async () => {
  for (const tie of TIES)
    for (const rubber of [1, 2, 3, 4, 5]) await enter(`${EVENT}/${tie}-rubber-${rubber}`, rubber < 3 ? "away" : "home");
  const finalists = async () => {
    const played = await eventWithResults(here.app.storage.db, EVENT);
    return played?.state.matches.find(({ code }) => code === "final")?.entries;
  };
  assert.deepEqual(await finalists(), { home: "a", away: "c" });
  const last = `${EVENT}/sf-1-rubber-5`;
  const foretold = await foretellResult(here.app.storage.db, last as MatchId, await formFor(last, "away"));
  assert.ok(!isRefused(foretold), isRefused(foretold) ? foretold.message : "");
  assert.deepEqual(
    foretold.found.replaced.map(({ match }) => match),
    ["final"],
  );
  assert.deepEqual(await finalists(), { home: "a", away: "c" }, "nothing is changed by saying it");
  await enter(last, "away");
  assert.deepEqual(await finalists(), { home: "b", away: "c" });
  const medals = await here.app.storage.db
    .selectFrom("medals")
    .selectAll()
    .where("event_id", "=", EVENT)
    .orderBy("entry_id")
    .execute();
  assert.deepEqual(
    medals.map(({ medal, entry_id: entry }) => `${medal} ${entry}`),
    ["bronze cup/mt/a", "bronze cup/mt/d"],
  );
});

test("a rubber that a phone told too late is not played by settling it: its tie is decided", async () => {
  const rubber = `${EVENT}/sf-1-rubber-4` as MatchId;
  const lines = [
    { id: "late-service", entry: { kind: "service" as const, server: "home1" as const } },
    { id: "late-rally", entry: { kind: "rally" as const, winner: "home" as const, atMs: 1 } },
  ];
  const chair = { id: "late" as ChairId, match_id: rubber };
  assert.ok(!isRefused(await transact(here.app, null, (unit) => handInFork(unit, chair, { after: 0, lines }))));
  for (const number of [1, 2, 3]) assert.ok(await enter(`${EVENT}/sf-1-rubber-${number}`, "home"));
  const { db } = here.app.storage;
  const id = (await openForks(db, EVENT)).get(rubber)?.[0]?.id ?? assert.fail("no fork");
  const version = await versionOf(rubber);
  const open = await openFork(db, rubber, id);
  assert.ok(!isRefused(open));
  const settle = (chosen: readonly { readonly of: "other"; readonly index: number }[]) => {
    const foretold = foretellFork(open, chosen);
    assert.ok(!isRefused(foretold));
    const decision = { id, version, shown: markOfSettlement(foretold), chosen };
    return transact(here.app, null, (unit) => settleFork(unit, rubber, decision));
  };
  const played = await settle([0, 1].map((index) => ({ of: "other", index })));
  assert.equal(played?.code, "tie-over");
  assert.equal(await versionOf(rubber), version);
  assert.equal(await settle([]), undefined);
});
