import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { smallEvent } from "../exchange/small-event.testing.ts";
import { install, load, play, type Installation } from "../web-server/scenario.testing.ts";

let here: Installation;

before(async () => {
  here = await install({ examples: [] });
  const draw = { lines: ["e1", "e2", "e3", "e4"], bronzeMatch: false };
  await load(here.app, JSON.stringify(smallEvent(4, { draw, matches: [] })));
});

after(() => here.close());

const told = (name: string, expects: { readonly contains?: string[]; readonly absent?: string[] }) =>
  play(here, { name, path: "/notifications.json", as: "member", expects: { status: 200, ...expects } });

async function call(match: string, table: string): Promise<void> {
  await play(here, {
    name: `${match} is called`,
    method: "POST",
    path: `/desk/matches/cup/os/${match}/call`,
    as: "organiser",
    json: { table },
    expects: { status: 200, facts: ["match-called"] },
  });
}

test("whoever holds the page of a player is told that their match is called, and of no other match", async () => {
  const { text } = await play(here, {
    name: "the match",
    path: "/matches/cup/os/sf-2.json",
    expects: { status: 200 },
  });
  const player: string = JSON.parse(text).match.home.entry.players[0].id;
  await play(here, {
    name: "a member asks to hold the page",
    method: "POST",
    path: `/players/${player}/requests`,
    as: "member",
    json: { kind: "hold", words: "I am that player", reach: "player@example.org" },
    expects: { status: 200, facts: ["page-request-made"], remembers: { asked: /"id":"([\w-]+)"/ } },
  });
  await call("sf-1", "1");
  await told("nothing of the first", { absent: ['"kind":"called"'] });
  await play(here, {
    name: "it is granted",
    method: "POST",
    path: "/page-requests/{asked}",
    as: "organiser",
    json: { decision: "granted", answer: "Seen at the desk" },
    expects: { status: 200, facts: ["page-request-answered"] },
  });
  await call("sf-2", "7");
  await told("the call", { contains: ['"kind":"called"', '"by":"7"', '"match":"cup/os/sf-2"'] });
  const page = await play(here, {
    name: "in words",
    path: "/notifications",
    as: "member",
    expects: { status: 200, contains: ["You are called to table 7.", 'href="/matches/cup/os/sf-2"'] },
  });
  assert.equal(page.text.match(/You are called/g)?.length, 1);
});

test("my matches name the match that is called first, with its table", async () => {
  const { text } = await play(here, {
    name: "the match",
    path: "/matches/cup/os/sf-2.json",
    expects: { status: 200 },
  });
  const player: string = JSON.parse(text).match.away.entry.players[0].id;
  const mine = await play(here, { name: "mine", path: `/players/${player}/matches.json`, expects: { status: 200 } });
  const { toCome, played } = JSON.parse(mine.text);
  assert.deepEqual([toCome[0].id, toCome[0].table, played], ["cup/os/sf-2", "7", []]);
});
