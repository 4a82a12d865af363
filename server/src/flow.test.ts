import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { factsAfter } from "./facts/journal.ts";
import { flow } from "./flow.ts";
import { install, play, type Installation } from "./web-server/scenario.testing.ts";
import { everyRow } from "./storage/rows.testing.ts";
import { transact } from "./app.ts";

let here: Installation;

before(async () => {
  here = await install({ examples: ["paris-2024", "club-open"] });
});

after(() => here.close());

test("every kind of fact has its line, and every fact of both examples is of a kind with a line", async () => {
  const facts = await factsAfter(here.app.storage.db, 0, 100_000);
  assert.ok(facts.length > 500);
  for (const { kind } of facts) assert.ok(Object.hasOwn(flow, kind), kind);
});

async function replayAll(): Promise<number> {
  const facts = await factsAfter(here.app.storage.db, 0, 100_000);
  let reactions = 0;
  for (const fact of facts) {
    await transact(here.app, null, async (unit) => {
      for (const react of flow[fact.kind]) {
        reactions += 1;
        await react(unit, fact);
      }
    });
  }
  return reactions;
}

test("every consequence of every fact, run again, changes no row and records nothing", async () => {
  const rows = await everyRow(here.app.storage.db);
  assert.ok((await replayAll()) > 500);
  assert.deepEqual(await everyRow(here.app.storage.db), rows);
});

test("nor does it after corrections that went to and fro", async () => {
  const enter = async (match: string, json: unknown) => {
    const path = `/desk/matches/${match}/result`;
    const answer = await fetch(here.url + path, {
      method: "POST",
      headers: { cookie: await here.signIn("organiser"), "content-type": "application/json" },
      body: JSON.stringify(json),
    });
    assert.equal(answer.status, 200, await answer.text());
  };
  await enter("paris-2024/xd/sf-2", {
    games: [4, 3, 2, 1].map((away) => ({ home: 11, away })),
    outcome: "play",
    version: 7,
  });
  await enter("riverside-open/od/sf-2", { games: [], outcome: "walkover", against: "home", version: 0 });
  await play(here, {
    name: "signed off",
    method: "POST",
    path: "/desk/matches/paris-2024/xd/sf-2/publication",
    as: "organiser",
    json: {},
    expects: { status: 200, facts: ["result-published"] },
  });
  const rows = await everyRow(here.app.storage.db);
  await replayAll();
  assert.deepEqual(await everyRow(here.app.storage.db), rows);
});
