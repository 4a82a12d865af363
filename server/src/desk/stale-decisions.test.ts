import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { smallEvent, WON } from "../exchange/small-event.testing.ts";
import { medalsOf } from "../medals/medals.ts";
import { eventId } from "../storage/codes.ts";
import { install, load, play, type Installation, type Scenario } from "../web-server/scenario.testing.ts";

/** A decision at the desk is made on what was shown: where the event has moved on meanwhile, it is looked at anew. */

let here: Installation;

before(async () => {
  here = await install({ examples: [] });
  const matches = ["sf-1", "sf-2", "final", "bronze"].map((code) => ({ code, games: WON }));
  const knockOut = smallEvent(4, { draw: { lines: ["e1", "e2", "e3", "e4"], bronzeMatch: true }, matches });
  for (const id of ["cup", "other"])
    await load(here.app, JSON.stringify({ ...knockOut, competition: { ...knockOut.competition, id } }));
});

after(() => here.close());

const RULINGS = "/desk/events/cup/os/rulings";
const ANNULLED = { entry: "e1", ruling: "annulled", reason: "A doping test of the final" };

async function sent(path: string, send: Pick<Scenario, "form" | "json">, expects: Scenario["expects"]) {
  const { text } = await play(here, { name: path, method: "POST", path, as: "organiser", ...send, expects });
  return text;
}

const medals = async () =>
  (await medalsOf(here.app.storage.db, eventId("cup/os"))).map(({ medal, entry }) => `${medal} ${entry}`).join(", ");

const seenIn = (page: string) => /name="seen" value="(\d+)"/.exec(page)?.[1] ?? assert.fail("no number");

/** The result of the final of a competition is turned around. */
async function turnFinal(competition: string): Promise<void> {
  const { text } = await play(here, {
    name: "final",
    path: `/matches/${competition}/os/final.json`,
    expects: { status: 200 },
  });
  const { version } = JSON.parse(text).match;
  const games = WON.map(([home, away]) => ({ home: away, away: home }));
  await fetch(`${here.url}/desk/matches/${competition}/os/final/result`, {
    method: "POST",
    headers: { "content-type": "application/json", cookie: await here.signIn("organiser") },
    body: JSON.stringify({ games, outcome: "play", version }),
  }).then(async (answer) => assert.equal(answer.status, 200, await answer.text()));
}

test("a ruling made on what was shown before the final was corrected is refused, with what changed and what follows now", async () => {
  const preview = await sent(RULINGS, { form: ANNULLED }, { status: 200, facts: [], contains: ["Gold goes from P1"] });
  const seen = seenIn(preview);
  await turnFinal("cup");
  assert.equal(await medals(), "gold e3, silver e1, bronze e2");
  const stale = await sent(
    RULINGS,
    { form: { ...ANNULLED, confirm: "yes", seen } },
    {
      status: 409,
      facts: [],
      contains: [
        "Something of this event has changed",
        "Since you looked:",
        "Final",
        "a result was entered",
        'value="yes"',
      ],
      absent: ["Gold goes from P1"],
    },
  );
  assert.equal(await medals(), "gold e3, silver e1, bronze e2");
  const json = { ...ANNULLED, seen: Number(seen) };
  await sent(RULINGS, { json }, { status: 409, facts: [], contains: ['"code":"event-moved-on"'] });
  const facts = ["medal-ruled", "event-decided"] as const;
  await sent(RULINGS, { form: { ...ANNULLED, confirm: "yes", seen: seenIn(stale) } }, { status: 303, facts });
});

test("what happens in another event makes no decision stale", async () => {
  const back = { ...ANNULLED, ruling: "none" };
  const seen = seenIn(await sent(RULINGS, { form: back }, { status: 200, facts: [] }));
  await turnFinal("other");
  const facts = ["medal-ruled", "event-decided"] as const;
  await sent(RULINGS, { form: { ...back, confirm: "yes", seen } }, { status: 303, facts });
});

test("of two who rule on one preview, the second is told of the first", async () => {
  const seen = seenIn(await sent(RULINGS, { form: ANNULLED }, { status: 200, facts: [] }));
  const form = { ...ANNULLED, confirm: "yes", seen };
  await sent(RULINGS, { form }, { status: 303, facts: ["medal-ruled", "event-decided"] });
  await sent(RULINGS, { form }, { status: 409, facts: [], contains: ["a medal was ruled on"] });
});

test("a yes that does not say what it was shown is shown it first", async () => {
  const form = { entry: "e2", ruling: "withheld", reason: "A test", confirm: "yes" };
  await sent(RULINGS, { form }, { status: 200, facts: [], contains: ['name="seen"'] });
});
