import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { EventPage, MatchPage, MatchRow } from "@podium/protocol";
import { smallEvent, WON } from "../exchange/small-event.testing.ts";
import { install, load, play, type Installation } from "../web-server/scenario.testing.ts";

let here: Installation;

/** Four in a group, of whom the first two played, in a year of its own. */
function cup(id: string, year: number): string {
  const file = smallEvent(4, {
    draw: { groups: [{ name: "A", entries: ["e1", "e2", "e3", "e4"] }] },
    matches: [{ home: "e1", away: "e2", games: WON }],
  });
  const competition = { ...file.competition, id, title: { en: id }, from: `${year}-05-02`, to: `${year}-05-03` };
  return JSON.stringify({ ...file, competition });
}

before(async () => {
  here = await install({ examples: ["paris-2024", "club-open"] });
  await load(here.app, cup("first", 2023));
  await load(here.app, cup("early", 2024));
  await load(here.app, cup("late", 2025));
});

after(() => here.close());

async function read(match: string): Promise<MatchPage> {
  const path = `/matches/${match}`;
  return JSON.parse((await play(here, { name: path, path: `${path}.json`, expects: { status: 200 } })).text);
}

const codes = (rows: readonly (MatchRow | null)[]) => rows.map((row) => row?.id.split("/")[2] ?? null);

test("a semi-final stands between the way of both sides and the matches that its winner and its loser play", async () => {
  const { context } = await read("paris-2024/xd/sf-1");
  assert.deepEqual(codes(context.ways.home), ["r16-1", "qf-1"]);
  assert.deepEqual(codes(context.ways.away), ["r16-4", "qf-2"]);
  assert.deepEqual(codes([context.next.winner, context.next.loser]), ["final", "bronze"]);
  assert.deepEqual(codes([context.beside.before, context.beside.after]), ["qf-4", "sf-2"]);
  assert.deepEqual(context.meetings, []);
});

test("after the last match nothing is played", async () => {
  const { context } = await read("paris-2024/xd/final");
  assert.deepEqual([context.next.winner, context.next.loser], [null, null]);
  assert.equal(context.ways.home.length, 3);
});

test("a match whose sides are not known has no way and no meeting", async () => {
  const { context } = await read("riverside-open/os/final");
  assert.deepEqual([context.ways.home, context.ways.away, context.meetings], [[], [], []]);
});

test("the same two met in another competition, the latest first, and this match is not among their meetings", async () => {
  const event: EventPage = JSON.parse(
    (await play(here, { name: "event", path: "/competitions/late/os.json", expects: { status: 200 } })).text,
  );
  const played = event.orderOfPlay.find(({ status }) => status === "over")?.id.split("/")[2] ?? "";
  for (const [one, others] of [
    ["first", ["late", "early"]],
    ["early", ["late", "first"]],
    ["late", ["early", "first"]],
  ] as const) {
    const { meetings } = (await read(`${one}/os/${played}`)).context;
    assert.deepEqual(
      meetings.map(({ competition, match }) => [competition["en"], match.id]),
      others.map((other) => [other, `${other}/os/${played}`]),
    );
  }
  const open = event.orderOfPlay.find(({ status }) => status === "ready")?.id ?? "";
  assert.deepEqual((await read(open)).context.meetings, [], "what was not played is no meeting");
});
