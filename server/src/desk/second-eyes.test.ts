import { after, before, test } from "node:test";
import { smallEvent } from "../exchange/small-event.testing.ts";
import { install, load, play, type Installation, type Scenario, type Who } from "../web-server/scenario.testing.ts";

let here: Installation;

before(async () => {
  here = await install({ examples: [] });
  const draw = { lines: ["e1", "e2", "e3", "e4"], bronzeMatch: false };
  const file = smallEvent(4, { draw, matches: [] });
  await load(here.app, JSON.stringify(file));
  await load(here.app, JSON.stringify({ ...file, competition: { ...file.competition, id: "gone" } }));
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

const look = (as: Who, path: string, seen: Pick<Scenario["expects"], "contains" | "absent">) =>
  play(here, { name: path, path, as, expects: { status: 200, ...seen } });

test("the desk offers nobody to publish their own, says so, and tells in the journal what was asked for", async () => {
  await send("referee", `${MATCH}/sf-2/result`, {
    json: { games: [games[1], games[0]], outcome: "play", version: 2 },
    status: 200,
    facts: CORRECTED,
  });
  const button = ['action="/desk/matches/cup/os/sf-2/publication'];
  const left = ["You entered it: somebody else publishes it."];
  for (const page of ["/desk/cup", `${MATCH}/sf-2`]) {
    await look("referee", page, { contains: left, absent: button });
    await look("organiser", page, { contains: button, absent: left });
  }
  await look("referee", "/desk/cup", { absent: ['name="cup/os/sf-2"'] });
  await look("organiser", "/desk/cup", { contains: ['name="cup/os/sf-2"'] });
  await send("organiser", `${MATCH}/sf-2/publication`, { status: 200, facts: ["result-published"] });
  const asked = "Second pair of eyes changed. Whoever enters a result does not publish it";
  await look("organiser", "/desk/cup/journal?kind=second-eyes-changed", { contains: [asked] });
});

test("who corrects a result is the one whose eyes do not count", async () => {
  const corrected = { games: [games[1], games[0]], outcome: "play", version: 5 };
  await send("organiser", `${MATCH}/sf-2/result`, { json: corrected, status: 200, facts: CORRECTED });
  await send("organiser", `${MATCH}/sf-2/publication`, { status: 409, contains: ['"code":"same-eyes"'] });
  await send("referee", `${MATCH}/sf-2/publication`, { status: 200, facts: ["result-published"] });
});

test("whoever handed out the chair does not publish its score, unless both sides confirmed it", async () => {
  const { text } = await send("organiser", `${MATCH}/final/chair`, { status: 200, facts: ["chair-issued"] });
  const lines = games.map((score, at) => ({ id: `line-${at}-of-it`, entry: { kind: "game", score } }));
  await send("member", `${JSON.parse(text).chairHref}/log`, { json: { after: 0, lines }, status: 200, facts: DECIDED });
  const { chairHref } = JSON.parse(text);
  const confirmed = (side: string) =>
    send("member", `${chairHref}/confirmation`, {
      json: { side, version: lines.length },
      status: 200,
      facts: ["result-confirmed"],
    });
  const same = { status: 409, facts: [], contains: ['"code":"same-eyes"'] };
  await send("organiser", `${MATCH}/final/publication`, { ...same });
  await confirmed("home");
  await send("organiser", `${MATCH}/final/publication`, { ...same });
  await confirmed("away");
  const facts = ["result-published", "chair-withdrawn"] as const;
  await send("organiser", `${MATCH}/final/publication`, { status: 200, facts });
});

test("whoever decides that a side withdraws does not publish what follows from it", async () => {
  const facts = ["second-eyes-changed"] as const;
  await send("organiser", "/desk/gone/second-eyes", { json: { wanted: "yes" }, status: 200, facts });
  const withdrawn = { entry: "e2", ruling: "withdrawn", reason: "Injured" };
  await send("referee", "/desk/events/gone/os/rulings", {
    json: withdrawn,
    status: 200,
    facts: ["entry-withdrawn"],
  });
  const path = "/desk/matches/gone/os/sf-1/publication";
  await send("referee", path, { status: 409, facts: [], contains: ['"code":"same-eyes"'] });
  await send("organiser", path, { status: 200, facts: ["result-published"] });
});
