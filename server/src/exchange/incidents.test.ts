import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { isRefused } from "@podium/engine";
import type { CompetitionFile } from "@podium/protocol";
import { transact } from "../app.ts";
import { takeBackIncident } from "../moments/incidents.ts";
import { install, type Installation } from "../web-server/scenario.testing.ts";
import { exportCompetition } from "./export.ts";
import { importCompetition } from "./import.ts";
import { smallEvent, WON } from "./small-event.testing.ts";

let here: Installation;

before(async () => {
  here = await install({ examples: [] });
});

after(() => here.close());

/** Two players, their final, and what hung on it. */
function withIncidents(id: string, change: Partial<CompetitionFile> = {}): string {
  const competition = { id, title: { en: id }, zone: "UTC", from: "2026-05-02", to: "2026-05-03" };
  const matches = [{ code: "final", home: "e1", away: "e2", games: WON }];
  const file = smallEvent(2, { draw: { lines: ["e1", "e2"] }, matches }, { competition });
  return JSON.stringify({
    ...file,
    equipment: [{ id: "blade", player: "p1", kind: "racket", name: "An invented blade" }],
    incidents: [
      {
        id: "broken",
        at: "2026-05-02T12:00:00.000Z",
        words: "The blade broke after the last rally",
        language: "en",
        match: "os/final",
        player: "p1",
        equipment: "blade",
        chair: true,
      },
      {
        id: "said",
        kind: "statement",
        words: "It was stepped on",
        language: "en",
        player: "p1",
        source: "The player",
        url: "https://news.example/1",
      },
    ],
    broadcasts: [
      {
        id: "club",
        event: "os",
        territory: "KR",
        language: "ko",
        name: "Channel of the club",
        url: "https://club.example/live",
        from: "2026-05-02",
        until: "2026-06-02",
      },
      { id: "all", territory: "001", language: "en", name: "Stream" },
    ],
    ...change,
  });
}

async function take(text: string): Promise<void> {
  const done = await importCompetition(here.app, null, text);
  assert.ok(!isRefused(done), isRefused(done) ? done.message : "");
}

async function exported(id: string): Promise<CompetitionFile> {
  const file = await exportCompetition(here.app.storage.db, id);
  assert.ok(!isRefused(file));
  return file;
}

test("equipment, incidents and broadcasts come out of the file as they went in", async () => {
  await take(withIncidents("whole"));
  const { equipment, incidents, broadcasts } = await exported("whole");
  const told = JSON.parse(withIncidents("whole")) as CompetitionFile;
  assert.deepEqual(equipment, told.equipment);
  assert.deepEqual(incidents, told.incidents);
  const byId = (list: CompetitionFile["broadcasts"]) => [...(list ?? [])].sort((a, b) => (a.id < b.id ? -1 : 1));
  assert.deepEqual(byId(broadcasts), byId(told.broadcasts));
});

test("what was taken back is in no export, and cannot be taken back twice", async () => {
  await take(withIncidents("back"));
  const takeBack = () => transact(here.app, null, (unit) => takeBackIncident(unit, "back/broken"));
  assert.equal(await takeBack(), undefined);
  assert.ok(isRefused(await takeBack()));
  const file = await exported("back");
  assert.deepEqual(
    file.incidents?.map(({ id }) => id),
    ["said"],
  );
  assert.doesNotMatch(JSON.stringify(file), /The blade broke/);
});

const REFUSED: readonly (readonly [law: string, change: Partial<CompetitionFile>])[] = [
  ["an incident that hangs on nothing", { incidents: [{ id: "a", words: "A word", language: "en" }] }],
  ["an incident of no match", { incidents: [{ id: "a", words: "A word", language: "en", match: "os/none" }] }],
  ["an incident of nobody", { incidents: [{ id: "a", words: "A word", language: "en", player: "nobody" }] }],
  [
    "a statement of nobody",
    { incidents: [{ id: "a", kind: "statement", words: "A word", language: "en", player: "p1" }] },
  ],
  ["two items of one id", { equipment: [0, 1].map(() => ({ id: "a", player: "p1", kind: "other", name: "Shoes" })) }],
  ["equipment of nobody", { incidents: [], equipment: [{ id: "a", player: "nobody", kind: "other", name: "Shoes" }] }],
  ["a broadcast of no event", { broadcasts: [{ id: "a", event: "none", territory: "KR", language: "ko", name: "A" }] }],
];

for (const [law, change] of REFUSED)
  test(`${law} is refused at its line, and nothing is taken in`, async () => {
    const done = await importCompetition(here.app, null, withIncidents("refused", change));
    assert.ok(isRefused(done));
    assert.ok(isRefused(await exportCompetition(here.app.storage.db, "refused")));
  });
