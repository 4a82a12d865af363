import { after, before, test } from "node:test";
import { smallEvent } from "../exchange/small-event.testing.ts";
import type { FactKind } from "../facts/fact.ts";
import { install, load, play, type Installation, type Scenario, type Who } from "../web-server/scenario.testing.ts";

let here: Installation;

before(async () => {
  here = await install({ examples: [] });
  const draw = { lines: ["e1", "e2", "e3", "e4"], bronzeMatch: false };
  await load(here.app, JSON.stringify(smallEvent(4, { draw, matches: [] })));
});

after(() => here.close());

const desk = (match: string) => `/desk/matches/cup/os/${match}`;

async function chair(match: string): Promise<string> {
  const expects = { status: 200, facts: ["chair-issued"] as const };
  const path = `${desk(match)}/chair`;
  const { text } = await play(here, { name: "chair", method: "POST", path, as: "organiser", json: {}, expects });
  return JSON.parse(text).chairHref;
}

async function send(path: string, json: object, { as, ...expects }: Scenario["expects"] & { readonly as?: Who }) {
  const name = path.replace(/chair\/[^/]+/, "chair");
  return play(here, { name, method: "POST", path, json, ...(as === undefined ? {} : { as }), expects });
}

const read = (path: string, as: Who, expects: Scenario["expects"]) => play(here, { name: path, path, as, expects });

const game = (home: number, away: number) => ({ kind: "game", score: { home, away } });
const lines = (...entries: object[]) => entries.map((entry, at) => ({ id: `line-${at}-of-it`, entry }));
const confirmed = { status: 200, facts: ["result-confirmed"] as const };

test("each side confirms what stands, and what was confirmed no longer counts once the result is another", async () => {
  const phone = await chair("sf-1");
  await send(`${phone}/confirmation`, { side: "home", version: 0 }, { status: 422, contains: ['"match-goes-on"'] });
  const played = { after: 0, lines: lines(game(11, 3), game(11, 5)) };
  const finished: readonly FactKind[] = ["match-line", "match-line", "match-finished"];
  await send(`${phone}/log`, played, { status: 200, facts: finished });
  await send(`${phone}/confirmation`, { side: "home", version: 2 }, confirmed);
  await read(desk("sf-1"), "referee", { status: 200, contains: ["Confirmed by ", ", not yet by "] });
  await send(`${phone}/confirmation`, { side: "away", version: 2 }, confirmed);
  await read(desk("sf-1"), "referee", { status: 200, contains: ["Confirmed by both sides."] });
  const form = { games: [game(11, 5).score, game(11, 3).score], outcome: "play", version: 2 };
  await send(`${desk("sf-1")}/result`, form, {
    as: "referee",
    status: 200,
    facts: ["match-reset", "match-reopened", ...finished],
  });
  await read(desk("sf-1"), "referee", { status: 200, absent: ["Confirmed by "] });
  await send(`${phone}/confirmation`, { side: "home", version: 2 }, { status: 409, contains: ['"match-moved-on"'] });
});

test("which side confirmed a result, and when, is on record", async () => {
  const path = "/desk/cup/journal?kind=result-confirmed";
  await read(path, "organiser", { status: 200, contains: ["Result confirmed by a side: ", "/matches/cup/os/sf-1"] });
});

test("an abandoned match that nobody has decided is not confirmed by anybody", async () => {
  const phone = await chair("sf-2");
  const played = { after: 0, lines: lines(game(11, 3), { kind: "abandoned" }) };
  await send(`${phone}/log`, played, { status: 200, facts: ["match-line", "match-line", "match-finished"] });
  const shown = { status: 200, contains: ["abandoned, not decided"], absent: ["yes, this is the result"] };
  await play(here, { name: "next", path: `${phone}/next`, expects: shown });
  await send(
    `${phone}/confirmation`,
    { side: "home", version: 2 },
    { status: 422, facts: [], contains: ['"match-undecided"'] },
  );
});
