import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { PairPage, PlayerAgainstPage, PlayerPage, PlayerRecordPage } from "@podium/protocol";
import { smallEvent, WON } from "../exchange/small-event.testing.ts";
import { install, load, loadExample, type Installation } from "../web-server/scenario.testing.ts";

let installation: Installation;

before(async () => {
  installation = await install({ examples: [] });
  for (const number of [1, 2, 3]) await load(installation.app, knockOut(number));
  await loadExample(installation.app, "paris-2024");
});

after(() => installation.close());

/** Four players; the upper one of two wins, and the first two meet in the final. */
function knockOut(number: number): string {
  const matches = [
    { home: "e1", away: "e3", games: WON },
    { home: "e2", away: "e4", games: WON },
    { home: "e1", away: "e2", games: WON },
  ];
  const day = `2026-0${number}-02`;
  const competition = { id: `cup-${number}`, title: { en: `Cup ${number}` }, zone: "UTC", from: day, to: day };
  return JSON.stringify(
    smallEvent(4, { code: "ms", draw: { lines: ["e1", "e3", "e2", "e4"] }, matches }, { competition }),
  );
}

async function read<Data>(path: string): Promise<Data> {
  const answered = await fetch(`${installation.url}${path}`, { headers: { accept: "application/json" } });
  assert.equal(answered.status, 200, path);
  return (await answered.json()) as Data;
}

const balances = (lines: NonNullable<PlayerPage["record"]>["opponents"]) =>
  lines.map(({ player, balance: { won, lost } }) => `${player.id} ${won}-${lost}`);

test("a player's record counts every match across competitions, with everybody who was met", async () => {
  const { record, storylines } = await read<PlayerPage>("/players/p1");
  assert.deepEqual(record?.balance, { won: 6, lost: 0, undecided: 0 });
  assert.deepEqual(record.medals, { gold: 3, silver: 0, bronze: 0 });
  assert.deepEqual(balances(record.opponents), ["p2 3-0", "p3 3-0"]);
  assert.deepEqual(record.partners, []);
  assert.deepEqual(
    storylines.filter(({ code }) => code === "wins-in-a-row").map(({ facts }) => facts["count"]),
    [6],
  );
  const loser = await read<PlayerPage>("/players/p4");
  assert.deepEqual(loser.record?.balance, { won: 0, lost: 3, undecided: 0 });
  assert.deepEqual(loser.storylines, []);
});

test("the same record stands on a page of its own", async () => {
  const { record } = await read<PlayerPage>("/players/p2");
  assert.deepEqual((await read<PlayerRecordPage>("/players/p2/record")).record, record);
});

test("head to head counts the matches of two from the side of the first, the latest first", async () => {
  const { meetings } = await read<PlayerAgainstPage>("/players/p2/against/p1");
  assert.deepEqual(meetings?.balance, { won: 0, lost: 3, undecided: 0 });
  assert.deepEqual(
    meetings.matches.map(({ competition, match }) => `${competition["en"]} ${match.round}`),
    ["Cup 3 final", "Cup 2 final", "Cup 1 final"],
  );
  const never = await read<PlayerAgainstPage>("/players/p3/against/p4");
  assert.deepEqual([never.meetings?.matches, never.meetings?.balance.won], [[], 0]);
});

test("an opponent is found by a part of the name in any script", async () => {
  for (const name of ["yingsha", "SUN", "孙颖", "sun yingsha"]) {
    const { found } = await read<PlayerAgainstPage>(`/players/p1/against?name=${encodeURIComponent(name)}`);
    assert.ok(
      found.some(({ id }) => id === "sun-yingsha"),
      name,
    );
  }
  for (const name of ["", "%", "_", "nobody at all", "p1"])
    assert.deepEqual((await read<PlayerAgainstPage>(`/players/p1/against?name=${encodeURIComponent(name)}`)).found, []);
});

test("partners have their record, of pairs and of the doubles of a tie", async () => {
  const { record } = await read<PlayerPage>("/players/sun-yingsha");
  assert.ok(record);
  assert.ok(balances(record.partners).includes("wang-chuqin 4-0"));
  const { won, lost, undecided } = record.balance;
  const met = record.opponents.flatMap(({ balance }) => [balance.won, balance.lost]).reduce((sum, n) => sum + n, 0);
  assert.ok(met > won + lost + undecided, "of doubles both opponents were met");
});

test("a pair has one address, whoever is named first, and counts what the two played together alone", async () => {
  const pair = await read<PairPage>("/pairs/sun-yingsha/wang-chuqin");
  assert.deepEqual(pair.balance, { won: 4, lost: 0, undecided: 0 });
  assert.deepEqual(pair.medals, { gold: 1, silver: 0, bronze: 0 });
  assert.deepEqual(
    pair.paths.map(({ event }) => event.id),
    ["paris-2024/xd"],
  );
  const turned = await fetch(`${installation.url}/pairs/wang-chuqin/sun-yingsha`, { redirect: "manual" });
  assert.equal(turned.headers.get("location"), "/pairs/sun-yingsha/wang-chuqin");
  const strangers = await fetch(`${installation.url}/pairs/p1/p2`);
  assert.equal(strangers.status, 404);
});

test("what reports say of a player stands on their page by whole names, with what the record has instead", async () => {
  const { named } = await read<PlayerPage>("/players/sun-yingsha");
  const [moment] = named;
  assert.equal(moment?.moment.id, "paris-2024-xd-podium");
  assert.ok(moment.reports.length > 0);
  for (const { sentence } of moment.reports) assert.match(sentence, /Sun Yingsha|孙颖莎|쑨잉사/);
  assert.deepEqual((await read<PlayerPage>("/players/p1")).named, []);
});
