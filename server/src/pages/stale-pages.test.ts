import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { smallEvent, WON } from "../exchange/small-event.testing.ts";
import { install, load, type Installation } from "../web-server/scenario.testing.ts";

let installation: Installation;

before(async () => {
  installation = await install({ examples: [] });
  await load(installation.app, played("first-cup"));
});

after(() => installation.close());

/** Two players and their final. The same two in every competition. */
function played(id: string, names: Record<string, string> = {}): string {
  const competition = { id, title: { en: id }, zone: "UTC", from: "2026-05-02", to: "2026-05-03" };
  const matches = [{ code: "final", home: "e1", away: "e2", games: WON }];
  const file = smallEvent(2, { draw: { lines: ["e1", "e2"] }, matches }, { competition });
  return JSON.stringify({ ...file, players: file.players.map((player) => ({ ...player, names })) });
}

async function read(path: string): Promise<string> {
  const answered = await fetch(installation.url + path);
  assert.equal(answered.status, 200, path);
  return answered.text();
}

test("a competition that comes in stands on the cached pages of home, competitions and its players at once", async () => {
  for (const path of ["/", "/competitions", "/players/p1"]) assert.doesNotMatch(await read(path), /second-cup/, path);
  await load(installation.app, played("second-cup"));
  for (const path of ["/", "/competitions", "/players/p1"]) assert.match(await read(path), /second-cup/, path);
});

test("a name in another script that comes with a later file stands on the cached pages of earlier events at once", async () => {
  const paths = ["/players/p2", "/competitions/first-cup/os", "/matches/first-cup/os/final"];
  for (const path of paths) assert.doesNotMatch(await read(path), /고동민/, path);
  await load(installation.app, played("third-cup", { ko: "고동민" }));
  for (const path of paths) assert.match(await read(`${path}.json`), /고동민/, path);
  assert.match(await read("/players/p2"), /고동민/);
});
