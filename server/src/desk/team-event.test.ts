import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { MatchRow } from "@podium/protocol";
import { install, type Installation, type Who } from "../web-server/scenario.testing.ts";

/** A team event at the desk, from an empty page on. */

let here: Installation;

before(async () => {
  here = await install({ examples: [] });
});

after(() => here.close());

/** Whatever is answered; a test reads what it needs of it. */
// oxlint-disable-next-line typescript/no-explicit-any
type Answered = any;

async function send(path: string, json: unknown, who: Who = "organiser") {
  const headers = { "content-type": "application/json", accept: "application/json", cookie: await here.signIn(who) };
  const answered = await fetch(here.url + path, { method: "POST", headers, body: JSON.stringify(json) });
  const body: Answered = await answered.json();
  return { status: answered.status, body };
}

async function done(path: string, json: unknown): Promise<Answered> {
  const { status, body } = await send(path, json);
  assert.equal(status, 200, JSON.stringify(body));
  return body;
}

async function page(path: string, who: Who | null = "organiser"): Promise<string> {
  const headers: Record<string, string> = who === null ? {} : { cookie: await here.signIn(who) };
  return (await fetch(here.url + path, { headers })).text();
}

const TEAMS = [
  "Harbour (HAR): ADAMS Ann; BAKER Bea; COOK Cat",
  "Hill (HIL): XU Xia; YOUNG Yui; ZIMMER Zoe",
  "Mill: DOE Dan; EVE Eva; FOX Fay",
  "",
  "Lake\tGRAY Gus\tHILL Hal\tIVES Ida",
].join("\n");

/** A knock-out of four teams, drawn and published. */
async function published(id: string, order: Readonly<Record<string, unknown>>): Promise<void> {
  const begun = await done("/desk/drafts", {
    id,
    "title-en": "Cup",
    zone: "UTC",
    from: "2026-05-02",
    to: "2026-05-03",
  });
  const event = `/desk/drafts/${id}/events`;
  const asked = { version: begun.version, "title-en": "Teams", kind: "team", bestOf: "3", ...order };
  const added = await done(event, asked);
  const taken = await done(`${event}/teams/entries`, { version: added.version, list: TEAMS, take: "yes" });
  assert.deepEqual(
    taken.events[0].entries.map((entry: Answered) => [entry.name, entry.association]),
    [
      ["Harbour", "HAR"],
      ["Hill", "HIL"],
      ["Mill", null],
      ["Lake", null],
    ],
  );
  const drawn = await done(`${event}/teams/draw`, {
    version: taken.version,
    format: "knock-out",
    bronzeMatch: "yes",
    randomness: "4 4 2",
  });
  await done(`/desk/drafts/${id}/publication`, { version: drawn.version });
}

async function matchOf(id: string): Promise<MatchRow> {
  const cookie = await here.signIn("organiser");
  const answered = await fetch(`${here.url}/matches/${id}.json`, { headers: { cookie } });
  assert.equal(answered.status, 200, id);
  return ((await answered.json()) as Answered).match;
}

async function score(match: string, home: number, away: number) {
  const { version } = await matchOf(match);
  return send(`/desk/matches/${match}/result`, { version, games: [], outcome: "play", score: { home, away } });
}

test("four teams are pasted, drawn and published, and their ties told by the score alone, corrected with what follows", async () => {
  await published("score-cup", { tie: "olympic" });
  for (const tie of ["sf-1", "sf-2"]) assert.equal((await score(`score-cup/teams/${tie}`, 3, 1)).status, 200);
  const final = await matchOf("score-cup/teams/final");
  assert.deepEqual([final.status, final.kind], ["ready", "team"]);
  assert.equal((await score("score-cup/teams/sf-1", 1, 3)).status, 200);
  const other = await matchOf("score-cup/teams/final");
  assert.notEqual(other.home.entry?.code, final.home.entry?.code);
  assert.equal((await score("score-cup/teams/final", 2, 2)).body.refused.code, "tie-score-impossible");
});

test("an order of play of one's own is written as people write it, and refused where nobody could win", async () => {
  await published("own-cup", { tie: "own", rubbers: "A-X, B-Y, AB-XY", wonBy: "2" });
  assert.equal((await score("own-cup/teams/sf-1", 2, 1)).status, 200);
  await published("eight-cup", { tie: "own", rubbers: "8", wonBy: "all" });
  assert.equal((await score("eight-cup/teams/sf-1", 6, 2)).status, 200);
  const begun = await done("/desk/drafts", {
    id: "bad-cup",
    "title-en": "Cup",
    zone: "UTC",
    from: "2026-05-02",
    to: "2026-05-03",
  });
  const event = { version: begun.version, "title-en": "Teams", kind: "team", bestOf: "3", tie: "own" };
  for (const [rubbers, wonBy, code] of [
    ["A-XY", "", "order-of-play"],
    ["", "", "order-of-play"],
    ["singles, doubles", "3", "team-format"],
  ] as const) {
    const { status, body } = await send("/desk/drafts/bad-cup/events", { ...event, rubbers, wonBy });
    assert.deepEqual([status, body.refused.code, body.refused.detail.field], [422, code, "rubbers"], rubbers);
  }
  const form = await page("/desk/drafts/bad-cup");
  assert.match(form, /Order of play of the ties/);
});
