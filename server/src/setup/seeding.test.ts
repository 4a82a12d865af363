import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { isRefused } from "@podium/engine";
import { draftSeedsForm, type EventPart, type MatchLine } from "@podium/protocol";
import { smallEvent, WON } from "../exchange/small-event.testing.ts";
import { install, load, type Installation } from "../web-server/scenario.testing.ts";
import { seeded } from "./seeding.ts";

/** Seeds by the ratings of the matches that were played here. */

let here: Installation;

before(async () => {
  here = await install({ examples: [] });
  const pairs = [
    ["e3", "e1"],
    ["e3", "e2"],
    ["e1", "e2"],
  ];
  const matches = pairs.map(([home = "", away = ""]): MatchLine => ({ home, away, games: WON }));
  const file = smallEvent(3, { draw: { groups: [{ name: "A", entries: ["e1", "e2", "e3"] }] }, matches });
  await load(here.app, JSON.stringify(file));
  const invented = { ...file.competition, id: "made-up", invented: true };
  const turned = matches.map(({ home, away, ...match }) => ({ ...match, home: away, away: home }));
  const events = file.events.map((event) => ({ ...event, matches: turned }));
  await load(here.app, JSON.stringify({ ...file, competition: invented, events }));
});

after(() => here.close());

const EVENT: EventPart = {
  code: "ws",
  title: { en: "Singles" },
  kind: "singles",
  bestOf: 5,
  entries: ["p1", "p2", "p3", "p4"].map((player) => ({ code: `x${player}`, players: [player] })),
};

const seedsBy = async (event: EventPart, wish: { seeds?: number } = {}) => {
  const made = await seeded(here.app.storage.db, event, {
    known: [],
    from: "2026-10-01",
    form: draftSeedsForm.parse({ version: 1, by: "rating", ...wish }),
  });
  return isRefused(made) ? made.code : [made.entries.map(({ seed }) => seed ?? "-").join(" "), made.seeding?.by];
};

test("who has won most here is seeded first, who has never played here not at all; what is invented does not count", async () => {
  assert.deepEqual(await seedsBy(EVENT, { seeds: 4 }), ["2 3 1 -", "rating"]);
  assert.deepEqual(await seedsBy(EVENT), ["2 - 1 -", "rating"]);
});

test("another sport and pairs that never played together have no rating", async () => {
  assert.equal(await seedsBy({ ...EVENT, sport: "badminton" }), "nobody-ranked");
  assert.equal(
    await seedsBy({ ...EVENT, kind: "doubles", entries: [{ code: "x", players: ["p1", "p3"] }] }),
    "nobody-ranked",
  );
});
