import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { MatchPage } from "@podium/protocol";
import { smallEvent } from "../exchange/small-event.testing.ts";
import { install, load, play, type Installation } from "../web-server/scenario.testing.ts";

let here: Installation;

before(async () => {
  here = await install({ examples: [] });
  await load(here.app, JSON.stringify(smallEvent(4, { draw: { lines: ["e1", "e2", "e3", "e4"] } })));
});

after(() => here.close());

const page = "/matches/cup/os/sf-1";
const SAYS = "A result entered at the desk has taken their place";

const read = async (): Promise<MatchPage> =>
  JSON.parse((await play(here, { name: page, path: `${page}.json`, expects: { status: 200 } })).text);

test("points that a result of the desk has replaced stay readable for everybody, and it is said what replaced them", async () => {
  await play(here, {
    name: "a chair",
    method: "POST",
    path: "/desk/matches/cup/os/sf-1/chair",
    as: "organiser",
    json: {},
    expects: { status: 200, facts: ["chair-issued"], remembers: { chair: /\/chair\/([\w-]+)/ } },
  });
  const rally = { kind: "rally", winner: "home" };
  const lines = [{ kind: "service", server: "home1" }, rally, { ...rally, winner: "away" }, rally];
  await play(here, {
    name: "rallies",
    method: "POST",
    path: "/chair/{chair}/log",
    json: { after: 0, lines: lines.map((entry, at) => ({ id: `line-number-${at}`, entry })) },
    expects: { status: 200, facts: ["match-line", "match-line", "match-line", "match-line"] },
  });
  await play(here, { name: page, path: page, expects: { status: 200, absent: [SAYS] } });
  assert.deepEqual((await read()).earlier, []);
  const { version } = (await read()).match;
  await play(here, {
    name: "a result",
    method: "POST",
    path: "/desk/matches/cup/os/sf-1/result",
    as: "organiser",
    json: { games: [1, 2].map(() => ({ home: 11, away: 5 })), outcome: "play", version },
    expects: { status: 200, facts: ["match-reset", "match-line", "match-line", "match-finished"] },
  });
  await play(here, {
    name: page,
    path: page,
    expects: { status: 200, contains: [SAYS, "What stood before, rally by rally", "1-0 1-1 2-1"] },
  });
  const [log, ...others] = (await read()).earlier;
  assert.deepEqual(others, []);
  assert.deepEqual(log?.games, [{ score: { home: 2, away: 1 }, rallies: ["home", "away", "home"] }]);
});
