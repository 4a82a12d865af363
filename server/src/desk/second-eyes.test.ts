import { after, before, test } from "node:test";
import { smallEvent } from "../exchange/small-event.testing.ts";
import { install, load, play, type Installation, type Scenario, type Who } from "../web-server/scenario.testing.ts";

let here: Installation;

before(async () => {
  here = await install({ examples: [] });
  const draw = { lines: ["e1", "e2", "e3", "e4"], bronzeMatch: false };
  await load(here.app, JSON.stringify(smallEvent(4, { draw, matches: [] })));
});

after(() => here.close());

const MATCH = "/desk/matches/cup/os";
const games = [
  { home: 11, away: 3 },
  { home: 11, away: 5 },
];

const ENTERED = ["match-line", "match-line", "match-finished"] as const;
const DECIDED = [...ENTERED, "event-decided", "moment-opened", "thread-opened"] as const;
const CORRECTED = ["match-reset", "match-reopened", ...ENTERED] as const;

const send = (as: Who, path: string, { json = {}, ...expects }: Scenario["expects"] & { readonly json?: object }) =>
  play(here, { name: path, method: "POST", path, as, json, expects });

test("anybody at the desk publishes what they entered, until the organiser asks for a second pair of eyes", async () => {
  await send("referee", `${MATCH}/sf-1/result`, {
    json: { games, outcome: "play", version: 0 },
    status: 200,
    facts: ENTERED,
  });
  await send("referee", `${MATCH}/sf-1/publication`, { status: 200, facts: ["result-published"] });
  await send("referee", "/desk/cup/second-eyes", { json: { wanted: "yes" }, status: 403, facts: [] });
  await send("organiser", "/desk/cup/second-eyes", {
    json: { wanted: "yes" },
    status: 200,
    facts: ["second-eyes-changed"],
  });
  await send("organiser", "/desk/cup/second-eyes", { json: { wanted: "yes" }, status: 200, facts: [] });
});

test("then whoever entered a result cannot publish it, alone or with others, and somebody else can", async () => {
  await send("referee", `${MATCH}/sf-2/result`, {
    json: { games, outcome: "play", version: 0 },
    status: 200,
    facts: ENTERED,
  });
  const same = { status: 409, facts: [], contains: ['"code":"same-eyes"'] };
  await send("referee", `${MATCH}/sf-2/publication`, { ...same });
  await send("referee", "/desk/cup/publications", { json: { "cup/os/sf-2": 2 }, ...same });
  await send("organiser", `${MATCH}/sf-2/publication`, { status: 200, facts: ["result-published"] });
});

test("who corrects a result is the one whose eyes do not count; of a chair's score anybody's do", async () => {
  const corrected = { games: [games[1], games[0]], outcome: "play", version: 2 };
  await send("organiser", `${MATCH}/sf-2/result`, { json: corrected, status: 200, facts: CORRECTED });
  await send("organiser", `${MATCH}/sf-2/publication`, { status: 409, contains: ['"code":"same-eyes"'] });
  await send("referee", `${MATCH}/sf-2/publication`, { status: 200, facts: ["result-published"] });
  const { text } = await send("organiser", `${MATCH}/final/chair`, { status: 200, facts: ["chair-issued"] });
  const lines = games.map((score, at) => ({ id: `line-${at}-of-it`, entry: { kind: "game", score } }));
  await send("member", `${JSON.parse(text).chairHref}/log`, { json: { after: 0, lines }, status: 200, facts: DECIDED });
  const facts = ["result-published", "chair-withdrawn"] as const;
  await send("organiser", `${MATCH}/final/publication`, { status: 200, facts });
});
