import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { isRefused } from "@podium/engine";
import type { EventPage, MatchPage } from "@podium/protocol";
import { exportCompetition } from "../exchange/export.ts";
import { smallEvent, WON } from "../exchange/small-event.testing.ts";
import type { FactKind } from "../facts/fact.ts";
import { factsOf } from "../facts/journal.ts";
import { install, load, play, type Installation, type Scenario } from "../web-server/scenario.testing.ts";

/** A result that is corrected after the next round was played, with the draw kept as it was played. */

let here: Installation;

before(async () => {
  here = await install({ examples: [] });
  const matches = ["sf-1", "sf-2", "final", "bronze"].map((code) => ({ code, games: WON }));
  const part = { draw: { lines: ["e1", "e2", "e3", "e4"], bronzeMatch: true }, matches };
  await load(here.app, JSON.stringify(smallEvent(4, part)));
});

after(() => here.close());

const EVENT = "cup/os";
const DESK = `/desk/events/${EVENT}`;
const SEMI_FINAL = `/desk/matches/${EVENT}/sf-1/result`;
const FINAL = `/desk/matches/${EVENT}/final/result`;
const REASON = "The score sheet was read the wrong way round";

async function asked(
  path: string,
  send: Pick<Scenario, "form" | "json" | "as">,
  expects: Scenario["expects"],
): Promise<string> {
  const { text } = await play(here, { name: path, method: "POST", path, as: "organiser", ...send, expects });
  return text;
}

async function read<Data>(path: string): Promise<Data> {
  const { text } = await play(here, { name: path, path: `${path}.json`, expects: { status: 200 } });
  return JSON.parse(text);
}

async function resultOf(code: string, games = "3-11 5-11"): Promise<Record<string, string>> {
  const { match } = await read<MatchPage>(`/matches/${EVENT}/${code}`);
  return { games, outcome: "play", against: "", version: String(match.version) };
}

/** What stands: the medals, who is in the final and who won the semi-final. */
async function told(): Promise<string> {
  const page = await read<EventPage>(`/competitions/${EVENT}`);
  const final = (await read<MatchPage>(`/matches/${EVENT}/final`)).match;
  const semi = (await read<MatchPage>(`/matches/${EVENT}/sf-1`)).match;
  const won = page.medals.map(({ medal, entry }) => `${medal} ${entry.code}`).join(", ");
  const inFinal = [final.home, final.away].map(({ entry }) => entry?.code ?? "-").join("-");
  return `${won} | final ${inFinal} ${final.status} | sf-1 ${semi.outcome?.winner ?? "-"}`;
}

const AS_PLAYED = "gold e1, silver e3, bronze e2 | final e1-e3 over | sf-1 home";
const KEPT = "gold e1, silver e3, bronze e2 | final e1-e3 over | sf-1 away";

test("a correction that changes later matches offers to keep the draw, one that changes none does not", async () => {
  const offered = { status: 200, facts: [], contains: ['name="drawKept"', "P2 plays instead of P1"] };
  await asked(SEMI_FINAL, { form: await resultOf("sf-1") }, offered);
  const form = await resultOf("sf-1", "11-9 11-9");
  await asked(SEMI_FINAL, { form }, { status: 200, facts: [], absent: ['name="drawKept"'] });
  const ofFinal = { form: await resultOf("final") };
  await asked(FINAL, ofFinal, { status: 200, facts: [], absent: ['name="drawKept"'] });
});

test("what follows when the draw is kept is said first, and nothing is changed by saying it", async () => {
  const form = { ...(await resultOf("sf-1")), drawKept: REASON };
  await asked(
    SEMI_FINAL,
    { form },
    {
      status: 200,
      facts: [],
      contains: ["P1 still goes on", REASON, 'value="yes"', "P2 wins the match"],
      absent: ["plays instead of", "Gold"],
    },
  );
  assert.equal(await told(), AS_PLAYED);
});

test("a draw kept without a reason, or where nobody goes on, is refused with what was typed still there", async () => {
  const form = { ...(await resultOf("sf-1")), drawKept: " ", confirm: "yes" };
  const contains = ['value="3-11 5-11"', 'name="drawKept"'];
  await asked(SEMI_FINAL, { form }, { status: 400, facts: [], contains });
  const long = { ...form, drawKept: "x".repeat(301) };
  await asked(SEMI_FINAL, { form: long }, { status: 400, facts: [], contains: ["x".repeat(301)] });
  const ofFinal = { ...(await resultOf("final")), drawKept: REASON };
  await asked(
    FINAL,
    { form: { ...ofFinal, confirm: "yes" } },
    { status: 422, facts: [], contains: ["Nobody goes on", REASON] },
  );
  await asked(SEMI_FINAL, { form: { ...form, drawKept: REASON }, as: "member" }, { status: 403, facts: [] });
  assert.equal(await told(), AS_PLAYED);
});

test("the result is corrected, and everything after it stays as it was played", async () => {
  const facts: readonly FactKind[] = [
    "draw-kept",
    "match-reset",
    "match-reopened",
    "match-line",
    "match-line",
    "match-finished",
  ];
  const form = { ...(await resultOf("sf-1")), drawKept: REASON, confirm: "yes" };
  await asked(SEMI_FINAL, { form }, { status: 303, facts });
  assert.equal(await told(), KEPT);
  const made = (await factsOf(here.app.storage.db, { kind: "event", id: EVENT })).find(
    ({ kind }) => kind === "draw-kept",
  );
  assert.deepEqual(made?.data, { match: "sf-1", entry: "e1", ruling: "goes-on", reason: REASON });
  assert.ok(made?.who !== null && typeof made?.atMs === "number");
  for (const path of [`/competitions/${EVENT}`, DESK])
    await play(here, { name: path, path, as: "organiser", expects: { status: 200, contains: [REASON] } });
});

test("its file gives the same event elsewhere", async () => {
  const exported = await exportCompetition(here.app.storage.db, "cup");
  assert.ok(!isRefused(exported));
  const elsewhere = await install({ examples: [] });
  await load(elsewhere.app, JSON.stringify(exported));
  assert.deepEqual(await exportCompetition(elsewhere.app.storage.db, "cup"), exported);
  await elsewhere.close();
});

test("what was kept is taken back once it was said what follows: the later matches follow the result", async () => {
  const form = { match: "sf-1", entry: "e1", ruling: "none", reason: "The referee decided otherwise" };
  const says = ["P2 plays instead of P1", 'value="yes"', "The referee decided otherwise"];
  await asked(
    `${DESK}/rulings`,
    { form },
    { status: 200, facts: [], contains: says, remembers: { seen: /name="seen" value="(\d+)"/ } },
  );
  assert.equal(await told(), KEPT);
  const isReset: readonly FactKind[] = ["match-reset", "match-reopened"]; // the bronze match, then the final
  const facts: readonly FactKind[] = ["draw-kept", ...isReset, ...isReset, "event-reopened", "moment-closed"];
  await asked(
    `${DESK}/rulings`,
    { form: { ...form, confirm: "yes", seen: "{seen}" } },
    { status: 303, to: DESK, facts },
  );
  assert.equal(await told(), " | final e2-e3 ready | sf-1 away");
  const path = `/competitions/${EVENT}`;
  await play(here, { name: path, path, expects: { status: 200, absent: [REASON] } });
  await asked(`${DESK}/rulings`, { json: form }, { status: 422, facts: [] });
});

test("a ruling about the draw names its match, one about a medal names none", async () => {
  const json = { entry: "e1", ruling: "goes-on", reason: REASON };
  await asked(`${DESK}/rulings`, { json }, { status: 422, facts: [], contains: ['"code":"ruling-contradicts"'] });
  await asked(`${DESK}/rulings`, { json: { ...json, match: "sf-1", ruling: "withheld" } }, { status: 422, facts: [] });
  await asked(`${DESK}/rulings`, { json: { ...json, match: "../sf-1" } }, { status: 404, facts: [] });
  await asked(`${DESK}/rulings`, { json: { ...json, match: "sf-1", entry: "e3" } }, { status: 422, facts: [] });
});
