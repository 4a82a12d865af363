import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { smallEvent } from "../exchange/small-event.testing.ts";
import type { FactKind } from "../facts/fact.ts";
import { matchId } from "../storage/codes.ts";
import { install, load, play, type Installation, type Scenario, type Who } from "../web-server/scenario.testing.ts";

let here: Installation;

before(async () => {
  here = await install({ examples: [] });
  const draw = { lines: ["e1", "e2", "e3", "e4"], bronzeMatch: false };
  await load(here.app, JSON.stringify(smallEvent(4, { draw, matches: [] })));
});

after(() => here.close());

const DESK = "/desk/matches/cup/os/sf-1";

async function chair(facts: readonly FactKind[]): Promise<string> {
  const expects = { status: 200, facts };
  const asked = { name: "chair", method: "POST", path: `${DESK}/chair`, as: "organiser", json: {}, expects } as const;
  return JSON.parse((await play(here, asked)).text).chairHref;
}

const line = (id: string, entry: object) => ({ id: `line-of-${id}`, entry });
const rally = (id: string, winner: string, atMs: number) => line(id, { kind: "rally", winner, atMs });
const serve = line("serve", { kind: "service", server: "home1" });

interface Told {
  readonly after: number;
  readonly last?: string;
  readonly lines: readonly object[];
}

const sendTo = (path: string, told: Told, expects: Scenario["expects"]) =>
  play(here, { name: path.replace(/chair\/[^/]+/, "chair"), method: "POST", path, json: told, expects });

async function logNow(): Promise<{ version: number; score: string; length: number }> {
  const { text } = await play(here, { name: "m", path: "/matches/cup/os/sf-1.json", expects: { status: 200 } });
  const { match } = JSON.parse(text);
  const { home, away } = match.state.games.at(-1).score;
  return { version: match.version, score: `${home}-${away}`, length: match.state.rallies };
}

test("what a phone could not send before another one took over is kept, once, and changes nothing by itself", async () => {
  const first = await chair(["chair-issued"]);
  await sendTo(`${first}/log`, { after: 0, lines: [serve] }, { status: 200, facts: ["match-line"] });
  const second = await chair(["chair-withdrawn", "chair-issued"]);
  const seen = { after: 1, lines: [rally("b1", "away", 50_000), rally("b2", "away", 70_000)] };
  await sendTo(`${second}/log`, seen, { status: 200, facts: ["match-line", "match-line"] });
  const unsent = { after: 1, lines: [rally("a1", "home", 10_000), rally("a2", "home", 30_000)] };
  await sendTo(`${first}/log`, unsent, { status: 410, facts: [] });
  await sendTo(`${first}/fork`, unsent, { status: 200, facts: ["fork-handed-in"], contains: ['"length":2'] });
  await sendTo(`${first}/fork`, unsent, { status: 200, facts: [] });
  const unlawful = { after: 1, lines: [line("again", { kind: "service", server: "away1" })] };
  await sendTo(`${first}/fork`, unlawful, { status: 422, facts: [] });
  await sendTo("/chair/nobody/fork", unsent, { status: 404, facts: [] });
  assert.equal((await logNow()).score, "0-2");
});

test("the desk is told of it, and the referee sees both by the clock, with what would stand", async () => {
  const desk = { name: "desk", path: "/desk/cup/day", as: "referee" } as const;
  const { text } = await play(here, { ...desk, expects: { status: 200, contains: ["Two phones told these matches"] } });
  const path = /\/desk\/matches\/cup\/os\/sf-1\/forks\/[\w-]+/.exec(text)?.[0] ?? assert.fail("no fork");
  const page = { status: 200, contains: ["Point for P1", "Point for P2", "games 0–0, points 2–2"] };
  await play(here, { name: "fork", path, as: "referee", expects: page });
  const { version } = await logNow();
  const send = (json: object, expects: Scenario["expects"], as: Who = "referee") =>
    play(here, { name: "settle", method: "POST", path, as, json, expects });
  const both = { "other-0": "on", "log-1": "on", "log-2": "on" };
  const foretold = await send({ version, ...both }, { status: 200, facts: [] });
  const { points, shown } = JSON.parse(foretold.text);
  assert.deepEqual(points, { home: 1, away: 2 });
  await send({ version, ...both, confirm: "yes" }, { status: 403, facts: [] }, "member");
  await send({ version, "other-7": "on" }, { status: 404, facts: [] });
  await send({ version: version - 1, ...both, shown, confirm: "yes" }, { status: 409, facts: [] });
  const other = { status: 409, facts: [], contains: ['"code":"fork-moved-on"'] };
  await send({ version, "log-1": "on", "log-2": "on", shown, confirm: "yes" }, other);
  await send({ version, ...both, confirm: "yes" }, other);
  const written = Array.from({ length: 5 }, () => "match-line" as const);
  await send({ version, ...both, shown, confirm: "yes" }, { status: 200, facts: [...written, "fork-settled"] });
  assert.deepEqual([(await logNow()).score, (await logNow()).length], ["1-2", 3]);
  await send({ version, ...both, confirm: "yes" }, { status: 409, contains: ['"code":"fork-settled"'] });
  await play(here, { ...desk, expects: { status: 200, absent: ["Two phones told these matches"] } });
});

test("a fork whose log was replaced since is set aside, and nothing else; till then the result is not official", async () => {
  const second = await chair(["chair-withdrawn", "chair-issued"]);
  const lines = [rally("c1", "home", 90_000)];
  await sendTo(`${second}/fork`, { after: 8, lines }, { status: 200, facts: ["fork-handed-in"] });
  const games = [1, 2].map(() => ({ home: 11, away: 4 }));
  const { version } = await logNow();
  await play(here, {
    name: "a result at the desk",
    method: "POST",
    path: `${DESK}/result`,
    as: "organiser",
    json: { games, outcome: "play", version },
    expects: { status: 200, facts: ["match-reset", "match-line", "match-line", "match-finished"] },
  });
  const publication = `${DESK}/publication`;
  const publish = (expects: Scenario["expects"]) =>
    play(here, { name: "publish", method: "POST", path: publication, as: "organiser", json: {}, expects });
  await publish({ status: 409, facts: [], contains: ['"code":"fork-waits"'] });
  const waits = { status: 200, contains: ["Two phones told it differently"], absent: [publication] };
  await play(here, { name: "match", path: DESK, as: "referee", expects: waits });
  const { text } = await play(here, { name: "desk", path: "/desk/cup", as: "referee", expects: waits });
  const path = /\/desk\/matches\/cup\/os\/sf-1\/forks\/[\w-]+/.exec(text)?.[0] ?? assert.fail("no fork");
  const page = { status: 200, contains: ["was replaced since"] };
  const read = await play(here, { name: "fork", path, as: "referee", expects: page });
  const shown = /name="shown" value="(\w+)"/.exec(read.text)?.[1] ?? assert.fail("nothing shown");
  const form = { version: String((await logNow()).version), shown, confirm: "yes" };
  const expects = { status: 303, to: DESK, facts: ["fork-settled"] } as const;
  await play(here, { name: "set aside", method: "POST", path, as: "referee", form, expects });
  await publish({ status: 200, facts: ["result-published", "chair-withdrawn"] });
});

/** A match that nobody has played, with a chair out for it. */
async function chairOf(match: string): Promise<string> {
  const path = `/desk/matches/cup/os/${match}/chair`;
  const expects = { status: 200, facts: ["chair-issued"] } as const;
  const told = await play(here, { name: "chair", method: "POST", path, as: "organiser", json: {}, expects });
  return JSON.parse(told.text).chairHref;
}

/** What waits of a match: after which line of the log, and the ids of its lines without their start. */
async function waiting(match: string): Promise<readonly string[]> {
  const rows = await here.app.storage.db
    .selectFrom("log_forks")
    .select(["after_line", "lines", "log_began"])
    .where("match_id", "=", matchId(`cup/os/${match}`))
    .where("settled_at_ms", "is", null)
    .orderBy("sent_at_ms")
    .execute();
  return rows.map(({ after_line: at, lines, log_began: began }) => {
    const ids = JSON.parse(lines).map(({ id }: { readonly id: string }) => id.replace("line-of-", ""));
    return `${began < 0 ? "replaced" : at}: ${ids.join(" ")}`;
  });
}

test("what had arrived though its answer was lost is no part of the fork, which begins behind it", async () => {
  const phone = await chairOf("sf-2");
  const first = { ...serve, id: "line-of-serve2" };
  await sendTo(`${phone}/log`, { after: 0, lines: [first] }, { status: 200, facts: ["match-line"] });
  const seen = { after: 1, lines: [rally("d1", "away", 50_000)] };
  await sendTo(`${phone}/log`, seen, { status: 200, facts: ["match-line"] });
  const unsent = { after: 0, lines: [first, rally("e1", "home", 10_000), rally("e2", "home", 30_000)] };
  await sendTo(`${phone}/fork`, unsent, { status: 200, facts: ["fork-handed-in"], contains: ['"length":2'] });
  assert.deepEqual(await waiting("sf-2"), ["1: e1 e2"]);
  const longer = { after: 1, lines: [...unsent.lines.slice(1), rally("e3", "home", 60_000)] };
  await sendTo(`${phone}/fork`, longer, { status: 200, facts: ["fork-handed-in"], contains: ['"length":3'] });
  assert.deepEqual(await waiting("sf-2"), ["1: e1 e2 e3"], "the longer one stands for both");
  await sendTo(`${phone}/fork`, unsent, { status: 200, facts: [] });
  assert.deepEqual(await waiting("sf-2"), ["1: e1 e2 e3"]);
});

test("a phone that knew another log than there is loses nothing: its lines are kept and set aside", async () => {
  const phone = await chair(["chair-issued"]);
  const knew = { after: 1, last: "line-of-serve", lines: [rally("f1", "home", 95_000)] };
  await sendTo(`${phone}/fork`, knew, { status: 200, facts: ["fork-handed-in"] });
  const longer = { after: 40, lines: [rally("f2", "home", 96_000)] };
  await sendTo(`${phone}/fork`, longer, { status: 200, facts: ["fork-handed-in"] });
  assert.deepEqual(await waiting("sf-1"), ["replaced: f1", "replaced: f2"]);
});

test("a chair in wrong hands fills its own places and nobody else's", async () => {
  const hand = (phone: string, id: string, expects: Scenario["expects"]) =>
    sendTo(`${phone}/fork`, { after: 90, lines: [rally(id, "home", 1)] }, expects);
  const wrong = await chair(["chair-withdrawn", "chair-issued"]);
  for (const id of ["g1", "g2", "g3", "g4", "g5"]) await hand(wrong, id, { status: 200, facts: ["fork-handed-in"] });
  await hand(wrong, "g6", { status: 409, facts: [], contains: ['"code":"forks-waiting"'] });
  const right = await chair(["chair-withdrawn", "chair-issued"]);
  await hand(right, "g7", { status: 200, facts: ["fork-handed-in"] });
});

test("a phone hands in as much as it holds at once", async () => {
  const phone = await chair(["chair-withdrawn", "chair-issued"]);
  const lines = Array.from({ length: 900 }, (_, at) => rally(`long-${at}`, "home", at));
  await sendTo(`${phone}/fork`, { after: 90, lines }, { status: 200, facts: ["fork-handed-in"] });
});
