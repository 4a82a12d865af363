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

const LINE_UPS = {
  harbour: { "place-A": "ADAMS Ann", "place-B": "BAKER Bea", "place-C": "COOK Cat" },
  hill: { "place-A": "XU Xia", "place-B": "YOUNG Yui", "place-C": "ZIMMER Zoe" },
  mill: { "place-A": "DOE Dan", "place-B": "EVE Eva", "place-C": "FOX Fay" },
  lake: { "place-A": "GRAY Gus", "place-B": "HILL Hal", "place-C": "IVES Ida" },
};

/** The line-up of a team as its side of the order of play names the places. */
function lineUpOf(team: string, side: "home" | "away") {
  const places = Object.entries(LINE_UPS[team as keyof typeof LINE_UPS] ?? {});
  const letterOf: Record<string, string> = { A: "X", B: "Y", C: "Z" };
  const named = places.map(([place, name]): [string, string] => {
    const letter = place.slice(-1);
    return [`place-${side === "home" ? letter : letterOf[letter]}`, name];
  });
  return { side, ...Object.fromEntries(named) };
}

test("line-ups are secret until both are in; then the rubbers are played, the tie follows, and those left are not played", async () => {
  await published("line-cup", { tie: "olympic" });
  const tie = "line-cup/teams/sf-1";
  const { home, away } = await matchOf(tie);
  const teams = { home: home.entry?.code ?? "", away: away.entry?.code ?? "" };
  const first = lineUpOf(teams.home, "home");
  assert.equal((await send(`/desk/matches/${tie}/line-ups`, first, "referee")).status, 200);
  const { body: refused } = await send(`/desk/matches/${tie}/line-ups`, { ...first, "place-B": "" }, "referee");
  assert.deepEqual([refused.refused.code, refused.refused.detail.field], ["line-up-incomplete", "place-B"]);
  assert.equal((await send(`/desk/matches/${tie}-rubber-1/chair`, {})).status, 404);
  await done(`/desk/matches/${tie}/line-ups`, lineUpOf(teams.away, "away"));
  const doubles = await matchOf(`${tie}-rubber-1`);
  assert.deepEqual([doubles.kind, doubles.home.entry?.players.length], ["doubles", 2]);
  const chair = await done(`/desk/matches/${tie}-rubber-4/chair`, {});
  for (const rubber of [1, 2, 3]) {
    const { version } = await matchOf(`${tie}-rubber-${rubber}`);
    const games = [
      { home: 11, away: 4 },
      { home: 11, away: 6 },
    ];
    await done(`/desk/matches/${tie}-rubber-${rubber}/result`, { version, games, outcome: "play" });
  }
  const over = await matchOf(tie);
  assert.deepEqual([over.status, over.gamesWon], ["over", { home: 3, away: 0 }]);
  const late = await send(`/desk/matches/${tie}-rubber-4/chair`, {});
  assert.equal(late.body.refused.code, "tie-over");
  assert.equal((await fetch(here.url + chair.chairHref)).status, 410, "the chair of a rubber that is not played");
  const { version } = await matchOf(`${tie}-rubber-4`);
  const played = {
    version,
    games: [
      { home: 11, away: 1 },
      { home: 11, away: 1 },
    ],
    outcome: "play",
  };
  assert.equal((await send(`/desk/matches/${tie}-rubber-4/result`, played)).body.refused.code, "tie-over");
  assert.doesNotMatch(await page("/desk/line-cup"), /sf-1-rubber-4/);
});

test("a match that was abandoned is played again: what was is set aside with its reason, unless play goes on from it", async () => {
  await published("again-cup", { tie: "olympic" });
  for (const tie of ["sf-1", "sf-2"]) assert.equal((await score(`again-cup/teams/${tie}`, 3, 1)).status, 200);
  const path = "/desk/matches/again-cup/teams";
  const { version } = await matchOf("again-cup/teams/sf-1");
  const stale = await send(`${path}/sf-1/replay`, { version: version - 1, reason: "The lights went out" });
  assert.deepEqual([stale.status, stale.body.refused.code], [409, "match-moved-on"]);
  await done(`${path}/sf-1/replay`, { version, reason: "The lights went out" });
  const again = await matchOf("again-cup/teams/sf-1");
  assert.deepEqual([again.status, again.outcome], ["ready", null]);
  const final = await matchOf("again-cup/teams/final");
  assert.deepEqual([final.status, final.home.entry], ["waiting", null]);
  const twice = await send(`${path}/sf-1/replay`, { version: again.version, reason: "Again" });
  assert.equal(twice.body.refused.code, "nothing-to-replay");
  assert.equal((await score("again-cup/teams/sf-1", 0, 3)).status, 200);
  assert.equal((await score("again-cup/teams/final", 3, 2)).status, 200);
  const late = await matchOf("again-cup/teams/sf-1");
  const refused = await send(`${path}/sf-1/replay`, { version: late.version, reason: "A protest" });
  assert.equal(refused.body.refused.code, "later-match-begun");
});
