import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { isRefused } from "@podium/engine";
import type { CompetitionFile, EventPage, EventPart, MatchLine } from "@podium/protocol";
import { install, load, play, type Installation } from "../web-server/scenario.testing.ts";
import { exportCompetition } from "./export.ts";
import { importCompetition } from "./import.ts";
import { smallEvent, WON } from "./small-event.testing.ts";

/** Lots, medals withheld and medals annulled come in with the file and go out with it. */

let here: Installation;

before(async () => {
  here = await install({ examples: [] });
});

after(() => here.close());

const CIRCLE: readonly MatchLine[] = [
  { home: "e1", away: "e2", games: WON },
  { home: "e2", away: "e3", games: WON },
  { home: "e3", away: "e1", games: WON },
];

const inGroup = (lots?: string[]): Partial<EventPart> => ({
  draw: { groups: [{ name: "A", entries: ["e1", "e2", "e3"], ...(lots ? { lots } : {}) }] },
  matches: [...CIRCLE],
});

const KNOCK_OUT: Partial<EventPart> = {
  draw: { lines: ["e1", "e2", "e3", "e4"], bronzeMatch: true },
  matches: ["sf-1", "sf-2", "final", "bronze"].map((code) => ({ code, games: WON })),
};

function fileOf(id: string, entries: number, part: Partial<EventPart>): CompetitionFile {
  const file = smallEvent(entries, part);
  return { ...file, competition: { ...file.competition, id } };
}

async function medalsOf(id: string): Promise<string> {
  const { text } = await play(here, { name: id, path: `/competitions/${id}/os.json`, expects: { status: 200 } });
  const page: EventPage = JSON.parse(text);
  return page.medals.map(({ medal, entry }) => `${medal} ${entry.code}`).join(", ");
}

async function sameElsewhere(id: string): Promise<void> {
  const exported = await exportCompetition(here.app.storage.db, id);
  assert.ok(!isRefused(exported));
  const elsewhere = await install({ examples: [] });
  await load(elsewhere.app, JSON.stringify(exported));
  assert.deepEqual(await exportCompetition(elsewhere.app.storage.db, id), exported);
  await elsewhere.close();
}

test("a group that only lots can order ends with them, and says so", async () => {
  await load(here.app, JSON.stringify(fileOf("open-lots", 3, inGroup())));
  assert.equal(await medalsOf("open-lots"), "");
  await load(here.app, JSON.stringify(fileOf("lots", 3, inGroup(["e3", "e1", "e2"]))));
  assert.equal(await medalsOf("lots"), "gold e3, silver e1, bronze e2");
  await play(here, {
    name: "the trace",
    path: "/competitions/lots/os",
    expects: { status: 200, contains: ["Lots were drawn"], absent: ["lots decide"] },
  });
  await sameElsewhere("lots");
});

test("a medal that was withheld goes to nobody; for one that was annulled those below move up", async () => {
  const rulings = [{ entry: "e1", ruling: "withheld" as const, reason: "The racket test of the day" }];
  await load(here.app, JSON.stringify(fileOf("withheld", 4, { ...KNOCK_OUT, rulings })));
  assert.equal(await medalsOf("withheld"), "silver e3, bronze e2");
  await load(
    here.app,
    JSON.stringify(
      fileOf("annulled", 4, { ...KNOCK_OUT, rulings: rulings.map((one) => ({ ...one, ruling: "annulled" })) }),
    ),
  );
  assert.equal(await medalsOf("annulled"), "gold e3, silver e2, bronze e4");
  await sameElsewhere("withheld");
  await sameElsewhere("annulled");
});

const LOST = WON.map(([more, less]): [number, number] => [less, more]);
const GOES_ON = { match: "sf-1", entry: "e1", ruling: "goes-on" as const, reason: "Corrected after the final" };
const KEPT: Partial<EventPart> = {
  ...KNOCK_OUT,
  matches: [
    { code: "sf-1", home: "e1", away: "e2", games: LOST },
    { code: "sf-2", home: "e3", away: "e4", games: WON },
    { code: "final", home: "e1", away: "e3", games: WON },
    { code: "bronze", home: "e2", away: "e4", games: WON },
  ],
};

test("a draw that was kept as it was played comes in and goes out with its ruling, and not without", async () => {
  const withheld = { entry: "e4", ruling: "withheld" as const, reason: "The racket test of the day" };
  await load(here.app, JSON.stringify(fileOf("kept", 4, { ...KEPT, rulings: [withheld, GOES_ON] })));
  assert.equal(await medalsOf("kept"), "gold e1, silver e3, bronze e2");
  await play(here, {
    name: "its page says why",
    path: "/competitions/kept/os",
    expects: { status: 200, contains: ["Corrected after the final", "the draw being kept"] },
  });
  await sameElsewhere("kept");
  const bare = await importCompetition(here.app, null, JSON.stringify(fileOf("bare", 4, KEPT)));
  assert.ok(isRefused(bare));
});

const WRONG: readonly (readonly [string, Partial<EventPart>, number, string])[] = [
  ["lots of who is not in the group", inGroup(["e3", "e1", "e9"]), 3, "lots-contradict"],
  ["lots that hold somebody twice", inGroup(["e3", "e1", "e1"]), 3, "lots-contradict"],
  [
    "a ruling about nobody",
    { ...KNOCK_OUT, rulings: [{ entry: "e9", ruling: "withheld", reason: "?" }] },
    4,
    "entry-unknown",
  ],
  [
    "an entry that goes on from a match of others",
    { ...KEPT, rulings: [{ ...GOES_ON, entry: "e3" }] },
    4,
    "draw-not-kept",
  ],
  ["who goes on from the final", { ...KEPT, rulings: [{ ...GOES_ON, match: "final" }] }, 4, "draw-not-kept"],
  ["who goes on from no match", { ...KEPT, rulings: [{ ...GOES_ON, match: "qf-9" }] }, 4, "match-unknown"],
];

for (const [name, part, entries, code] of WRONG) {
  test(`an import is refused: ${name}`, async () => {
    const imported = await importCompetition(here.app, null, JSON.stringify(fileOf("wrong", entries, part)));
    assert.equal(isRefused(imported) && imported.code, code);
  });
}
