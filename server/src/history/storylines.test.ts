import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { isRefused } from "@podium/engine";
import type { CompetitionFile } from "@podium/protocol";
import { importCompetition } from "../exchange/import.ts";
import { exampleText, install, type Installation } from "../web-server/scenario.testing.ts";
import { storylinesOf } from "./storylines.ts";
import { eventId } from "../storage/codes.ts";

let here: Installation;

before(async () => {
  here = await install({ examples: [] });
});

after(() => here.close());

/** The file of Paris with the same event twice, the second days later, under another name of the competition. */
async function imported(id: string, change: (file: CompetitionFile) => void): Promise<void> {
  const file = JSON.parse(exampleText("paris-2024")) as CompetitionFile; // what the example is is tested where it is read
  const [event] = file.events;
  assert.ok(event);
  const again = structuredClone(event);
  again.code = "xd-2";
  const later = (text: string) =>
    text.replace(/2024-07-(\d\d)/, (_, day: string) => `2024-08-${String(Number(day) - 20).padStart(2, "0")}`);
  for (const match of again.matches ?? []) if (match.start !== undefined) match.start = later(match.start);
  file.competition.id = id;
  file.events = [event, again];
  delete file.moments;
  change(file);
  const answer = await importCompetition(here.app, null, JSON.stringify(file));
  assert.ok(!isRefused(answer), isRefused(answer) ? answer.message : "");
}

async function told(event: string, code: string): Promise<unknown[]> {
  const lines = await storylinesOf(here.app.storage.db, eventId(event));
  return lines.filter((line) => line.code === code).map(({ facts }) => (facts["association"] as { en: string }).en);
}

test("of teams every sentence names them, and none takes their rubbers for games", async () => {
  const answer = await importCompetition(here.app, null, exampleText("paris-2024"));
  assert.ok(!isRefused(answer), isRefused(answer) ? answer.message : "");
  for (const event of ["mt", "wt"]) {
    const lines = await storylinesOf(here.app.storage.db, eventId(`paris-2024/${event}`));
    const codes = lines.map((line) => line.code);
    assert.ok(codes.includes("title-kept-by-team"), codes.join(" "));
    assert.doesNotMatch(codes.join(" "), /game|comeback|title-kept-by-association/);
    assert.doesNotMatch(JSON.stringify(lines), /"en":""/);
  }
});

test("a first medal in years is told of the event that gave it first, and of no other", async () => {
  await imported("both", () => undefined);
  assert.deepEqual(await told("both/xd", "first-medal-since"), ["DPR Korea", "Republic of Korea"]);
  assert.deepEqual(await told("both/xd-2", "first-medal-since"), []);
});

test("without times nobody knows which event gave the first medal", async () => {
  await imported("timeless", (file) => {
    for (const event of file.events) for (const match of event.matches ?? []) delete match.start;
  });
  assert.deepEqual(await told("timeless/xd", "first-medal-since"), []);
  assert.deepEqual(await told("timeless/xd-2", "first-medal-since"), []);
});

test("in a competition of several sports an honour counts for the sport it names", async () => {
  const several = (sport: string | undefined) => (file: CompetitionFile) => {
    const other = file.events[1];
    assert.ok(other);
    other.sport = "badminton";
    other.bestOf = 3;
    delete other.matches;
    for (const line of file.honours ?? []) if (sport !== undefined) line.sport = sport;
  };
  await imported("named", several("table-tennis"));
  assert.deepEqual(await told("named/xd", "first-medal-since"), ["DPR Korea", "Republic of Korea"]);
  await imported("other-sport", several("badminton"));
  assert.deepEqual(await told("other-sport/xd", "first-medal-since"), []);
  assert.deepEqual(await told("other-sport/xd", "first-title"), []);
  await imported("unnamed", several(undefined));
  assert.deepEqual(await told("unnamed/xd", "first-medal-since"), []);
});
