import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { MatchLine } from "@podium/protocol";
import { factsOf } from "../facts/journal.ts";
import { medalsOf } from "../medals/medals.ts";
import { install, load, play, type Installation, type Scenario } from "../web-server/scenario.testing.ts";
import { smallEvent, WON } from "../exchange/small-event.testing.ts";
import { eventId } from "../storage/codes.ts";

/** What the desk decides beside the results: lots, medals withheld and annulled, and that neither side came. */

let here: Installation;

const CIRCLE: MatchLine[] = [
  { home: "e1", away: "e2", games: WON },
  { home: "e2", away: "e3", games: WON },
  { home: "e3", away: "e1", games: WON },
];

before(async () => {
  here = await install({ examples: [] });
  const inGroup = smallEvent(3, { draw: { groups: [{ name: "A", entries: ["e1", "e2", "e3"] }] }, matches: CIRCLE });
  await load(here.app, JSON.stringify(inGroup));
  const matches = ["sf-1", "sf-2", "final", "bronze"].map((code) => ({ code, games: WON }));
  const knockOut = smallEvent(4, { draw: { lines: ["e1", "e2", "e3", "e4"], bronzeMatch: true }, matches });
  await load(here.app, JSON.stringify({ ...knockOut, competition: { ...knockOut.competition, id: "open" } }));
  const ready = smallEvent(4, { draw: { lines: ["e1", "e2", "e3", "e4"] } });
  await load(here.app, JSON.stringify({ ...ready, competition: { ...ready.competition, id: "ready" } }));
});

after(() => here.close());

const CUP = "/desk/events/cup/os";
const OPEN = "/desk/events/open/os";

async function asked(
  path: string,
  send: Pick<Scenario, "form" | "json">,
  expects: Scenario["expects"],
): Promise<string> {
  const { text } = await play(here, { name: path, method: "POST", path, as: "organiser", ...send, expects });
  return text;
}

const medals = async (event: string) =>
  (await medalsOf(here.app.storage.db, eventId(event))).map(({ medal, entry }) => `${medal} ${entry}`).join(", ");

test("the desk shows where lots decide, to those who may decide", async () => {
  await play(here, {
    name: "lots",
    path: CUP,
    as: "organiser",
    expects: { status: 200, contains: ["Place 1 among them", 'name="place-3"'], absent: ["Withhold or annul"] },
  });
  await play(here, { name: "a member", path: CUP, as: "member", expects: { status: 403 } });
  await play(here, { name: "nobody", path: "/desk/events/cup/none", as: "organiser", expects: { status: 404 } });
});

const DRAWN = { group: "A", "place-1": "e3", "place-2": "e1", "place-3": "e2" };

test("lots that name somebody twice are refused, with what was typed still there", async () => {
  const text = await asked(
    `${CUP}/lots`,
    { form: { ...DRAWN, "place-2": "e3", confirm: "yes" } },
    { status: 422, facts: [], contains: ["Lots are not what decides between these entries"] },
  );
  assert.match(text, /name="place-2"[^]*?<option[^>]*selected[^>]*>P3|selected[^>]*value="e3"/);
  assert.equal(await medals("cup/os"), "");
});

test("what the lots change is said first, and nothing is changed by saying it", async () => {
  await asked(
    `${CUP}/lots`,
    { form: DRAWN },
    {
      status: 200,
      facts: [],
      contains: ["Gold", "P3", 'value="yes"'],
      remembers: { seen: /name="seen" value="(\d+)"/ },
    },
  );
  assert.equal(await medals("cup/os"), "");
});

test("once they are entered the event ends: who drew them and when stays on record", async () => {
  await asked(
    `${CUP}/lots`,
    { form: { ...DRAWN, confirm: "yes", seen: "{seen}" } },
    { status: 303, to: CUP, facts: ["lots-drawn", "event-decided", "moment-opened", "thread-opened"] },
  );
  assert.equal(await medals("cup/os"), "gold e3, silver e1, bronze e2");
  const fact = (await factsOf(here.app.storage.db, { kind: "event", id: "cup/os" })).find(
    ({ kind }) => kind === "lots-drawn",
  );
  assert.deepEqual(fact?.data, { group: "A", order: ["e3", "e1", "e2"] });
  assert.ok(fact?.who !== null && typeof fact?.atMs === "number");
  await play(here, {
    name: "the trace",
    path: "/competitions/cup/os",
    expects: { status: 200, contains: ["Lots were drawn"], absent: ["lots decide"] },
  });
});

test("lots where none decide are refused", async () => {
  const json = { group: "A", order: ["e1", "e2"] };
  await asked(`${CUP}/lots`, { json }, { status: 422, facts: [], contains: ['"code":"lots-not-needed"'] });
  await asked(`${OPEN}/lots`, { json }, { status: 422, facts: [] });
});

const ANNULLED = { entry: "e1", ruling: "annulled", reason: "A doping test of the final" };

test("who moves up is said before a medal is annulled, and nobody before it is confirmed", async () => {
  await asked(
    `${OPEN}/rulings`,
    { form: ANNULLED },
    {
      status: 200,
      facts: [],
      contains: ["Gold goes from P1 to P3", "Bronze goes from P2 to P4", "A doping test of the final"],
      remembers: { seen: /name="seen" value="(\d+)"/ },
    },
  );
  assert.equal(await medals("open/os"), "gold e1, silver e3, bronze e2");
});

test("a medal is annulled, withheld instead, and given back", async () => {
  const facts = ["medal-ruled", "event-decided"] as const;
  await asked(
    `${OPEN}/rulings`,
    { form: { ...ANNULLED, confirm: "yes", seen: "{seen}" } },
    { status: 303, to: OPEN, facts },
  );
  assert.equal(await medals("open/os"), "gold e3, silver e2, bronze e4");
  await asked(`${OPEN}/rulings`, { json: { ...ANNULLED, ruling: "withheld" } }, { status: 200, facts });
  assert.equal(await medals("open/os"), "silver e3, bronze e2");
  await play(here, {
    name: "the public page",
    path: "/competitions/open/os",
    expects: { status: 200, contains: ["A doping test of the final"] },
  });
  await asked(`${OPEN}/rulings`, { json: { ...ANNULLED, ruling: "none" } }, { status: 200, facts });
  assert.equal(await medals("open/os"), "gold e1, silver e3, bronze e2");
  await asked(`${OPEN}/rulings`, { json: { ...ANNULLED, ruling: "none" } }, { status: 422, facts: [] });
});

test("a ruling without a reason, about nobody, or of no kind is refused and changes nothing", async () => {
  const text = await asked(`${OPEN}/rulings`, { form: { ...ANNULLED, reason: " " } }, { status: 400, facts: [] });
  assert.match(text, /<option[^>]*value="annulled"[^>]*selected|selected[^>]*value="annulled"/);
  await asked(`${OPEN}/rulings`, { json: { ...ANNULLED, entry: "e9" } }, { status: 422, facts: [] });
  await asked(`${OPEN}/rulings`, { json: { ...ANNULLED, ruling: "shared" } }, { status: 400, facts: [] });
  assert.equal(await medals("open/os"), "gold e1, silver e3, bronze e2");
});

const RESULT = "/desk/matches/ready/os/sf-1/result";

test("that neither came is entered at the desk, and corrected to a score of which the points are not known", async () => {
  const both = { games: "", outcome: "walkover", against: "both", version: "0" };
  await asked(RESULT, { form: both }, { status: 200, facts: [], contains: ["Walkover, Both"] });
  await asked(RESULT, { form: { ...both, confirm: "yes" } }, { status: 303, facts: ["match-line", "match-finished"] });
  const score = { games: "2-1", outcome: "play", version: "1", confirm: "yes" };
  const facts = ["match-reset", "match-reopened", "match-line", "match-finished"] as const;
  await asked(RESULT, { form: score }, { status: 303, facts });
  const { text } = await play(here, { name: "sf-1", path: "/matches/ready/os/sf-1.json", expects: { status: 200 } });
  assert.deepEqual(JSON.parse(text).match.gamesWon, { home: 2, away: 1 });
});

test("who lost is enough where nobody noted the score; that both lost, or gave up, is refused", async () => {
  const path = "/desk/matches/ready/os/sf-2/result";
  const lost = { games: [], outcome: "lost", against: "home", version: 0 };
  await asked(path, { json: { ...lost, against: "both" } }, { status: 422, facts: [], contains: ["against-missing"] });
  await asked(path, { json: { ...lost, outcome: "retired", against: "both" } }, { status: 422, facts: [] });
  await asked(
    path,
    { json: lost },
    { status: 200, facts: ["match-line", "match-finished"], contains: ['"winner":"away"'] },
  );
});
