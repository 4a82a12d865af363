import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { transact } from "../app.ts";
import { recordLines } from "../matches/matches.ts";
import { smallEvent, WON } from "../exchange/small-event.testing.ts";
import { matchId } from "../storage/codes.ts";
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

const RUNNING = "/competitions/running-cup/os";

/** Records a rally of the match that is under way. */
async function rally(after: number): Promise<void> {
  const entry = { kind: "rally", winner: "home" } as const;
  const lines = [{ id: `stale-line-${after}`, entry }];
  const match = matchId("running-cup/os/final");
  const taken = await transact(installation.app, null, (unit) => recordLines(unit, match, { after, lines }));
  assert.ok(!("refused" in taken), JSON.stringify(taken));
}

/** The number of the newest message that a page knows. */
function liveSince(page: string): number {
  return Number(/name="podium-live" content="(\d+)"/.exec(page)?.[1]);
}

test("a page that is behind running scores is told of them by its own stream, and a result stands on it at once", async () => {
  const competition = { id: "running-cup", title: { en: "Cup" }, zone: "UTC", from: "2026-05-02", to: "2026-05-03" };
  await load(installation.app, JSON.stringify(smallEvent(2, { draw: { lines: ["e1", "e2"] } }, { competition })));
  const stream = await fetch(`${installation.url}/live?topic=event:running-cup/os`);
  const service = { kind: "service", server: "home1", receiver: "away1" } as const;
  const match = matchId("running-cup/os/final");
  const first = { after: 0, lines: [{ id: "stale-line-0", entry: service }] };
  await transact(installation.app, null, (unit) => recordLines(unit, match, first));
  await rally(1);
  const before = await read(RUNNING);
  await rally(2);
  const behind = await read(RUNNING);
  const missed = await fetch(`${installation.url}/live?topic=event:running-cup/os&since=${liveSince(behind)}`);
  const reader = missed.body?.getReader();
  const told = await reader?.read();
  assert.equal(liveSince(behind), liveSince(before), "the same page, since a rally alone was played");
  assert.match(new TextDecoder().decode(told?.value), /"score":\[2,0\]/);
  for (let after = 3; after <= 22; after += 1) await rally(after);
  assert.match(await read(RUNNING), /class="medal gold"/);
  await Promise.all([stream.body?.cancel(), reader?.cancel()]);
});
