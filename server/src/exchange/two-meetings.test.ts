import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { isRefused, type EventPlan } from "@podium/engine";
import type { CompetitionFile, DrawPart, MatchLine } from "@podium/protocol";
import type { StoredMatchRow } from "../matches/match-rows.ts";
import { medalsOf } from "../medals/medals.ts";
import { install, type Installation } from "../web-server/scenario.testing.ts";
import { importCompetition } from "./import.ts";
import { strayLine, type IndexedLine } from "./open-lines.ts";
import { smallEvent, WON } from "./small-event.testing.ts";
import { eventId } from "../storage/codes.ts";

/** Where two entries meet more than once, codes, phases and times say which match a line tells; never its place in the file. */

let here: Installation;

before(async () => {
  here = await install({ examples: [] });
});

after(() => here.close());

const GROUP_AND_FINAL: DrawPart = {
  groups: [{ name: "A", entries: ["e1", "e2", "e3"] }],
  advance: 2,
  lines: [
    { group: "A", place: 1 },
    { group: "A", place: 2 },
  ],
};

let imports = 0;

async function taken(draw: DrawPart, entries: number, matches: readonly MatchLine[]): Promise<string> {
  imports += 1;
  const small = smallEvent(entries, { draw, matches: [...matches] });
  const file: CompetitionFile = { ...small, competition: { ...small.competition, id: `cup-${imports}` } };
  const imported = await importCompetition(here.app, null, JSON.stringify(file, null, 1));
  if (isRefused(imported)) return `${imported.code}: ${imported.message}`;
  return (await medalsOf(here.app.storage.db, eventId(`cup-${imports}/os`)))
    .map(({ medal, entry }) => `${medal} ${entry}`)
    .join(", ");
}

const IN_GROUP: MatchLine = { home: "e1", away: "e2", games: WON };
const FINAL: MatchLine = { home: "e2", away: "e1", games: WON };
const OTHERS: readonly MatchLine[] = [
  { home: "e1", away: "e3", games: WON },
  { home: "e2", away: "e3", games: WON },
];
const TITLE = "gold e2, silver e1, bronze e3";

const ORDERS: Readonly<Record<string, readonly MatchLine[]>> = {
  "the group first": [IN_GROUP, FINAL],
  "the final first": [FINAL, IN_GROUP],
};

for (const [name, lines] of Object.entries(ORDERS)) {
  const timed = (group: string, final: string) =>
    lines.map((line) => ({ ...line, start: line === FINAL ? final : group }));
  test(`times tell the group from the final: ${name}`, async () => {
    const matches = [...OTHERS, ...timed("2026-05-02T10:00:00Z", "2026-05-02T15:00:00Z")];
    assert.equal(await taken(GROUP_AND_FINAL, 3, matches), TITLE);
  });
  test(`days without hours tell them too: ${name}`, async () => {
    assert.equal(await taken(GROUP_AND_FINAL, 3, [...OTHERS, ...timed("2026-05-02", "2026-05-03T09:00:00Z")]), TITLE);
  });
  test(`a code tells one, and so the other: ${name}`, async () => {
    const coded = lines.map((line) => (line === FINAL ? { ...line, code: "final" } : line));
    assert.equal(await taken(GROUP_AND_FINAL, 3, [...OTHERS, ...coded]), TITLE);
  });
  test(`without times or codes it stays open and is refused with its line: ${name}`, async () => {
    const answer = await taken(GROUP_AND_FINAL, 3, [...OTHERS, ...lines]);
    assert.match(
      answer,
      /^match-ambiguous: Line \d+ \(events\[0\]\.matches\[[23]\]\): e\d and e\d meet more than once/,
    );
  });
  test(`the same day for both says nothing: ${name}`, async () => {
    const answer = await taken(GROUP_AND_FINAL, 3, [...OTHERS, ...timed("2026-05-02", "2026-05-02T15:00:00Z")]);
    assert.match(answer, /^match-ambiguous: /);
  });
}

test("one line about two who meet in the final as well is their match of the group, which had to be played first", async () => {
  assert.equal(await taken(GROUP_AND_FINAL, 3, [...OTHERS, IN_GROUP]), "bronze e3");
});

test("one line about two matches of which neither follows from the other stays open", () => {
  const pair = { home: { from: "entry", entry: "e1" }, away: { from: "entry", entry: "e2" } };
  const plan = {
    groups: [{ name: "A" }, { name: "B" }],
    matches: ["a-1", "b-1"].map((code) => ({ code, group: code.charAt(0).toUpperCase(), ...pair })),
  };
  const rows = plan.matches.map(({ code, group }) => ({ code, group_name: group, home_entry: "e1", away_entry: "e2" }));
  const found = { index: 0, line: IN_GROUP };
  const stray = (told: ReadonlyMap<string, IndexedLine>) =>
    strayLine(plan as unknown as EventPlan, rows as unknown as StoredMatchRow[], told);
  assert.equal(stray(new Map([["a-1", found]])), found);
  assert.equal(stray(new Map([["a-1", { index: 0, line: { ...IN_GROUP, code: "a-1" } }]])), undefined);
});

test("of two meetings in one group it does not matter which a line tells", async () => {
  const twice: DrawPart = { groups: [{ name: "A", entries: ["e1", "e2"] }], meetings: 2 };
  assert.equal(await taken(twice, 2, [IN_GROUP]), "");
  assert.equal(
    await taken(twice, 2, [
      IN_GROUP,
      {
        ...IN_GROUP,
        games: [
          [11, 1],
          [11, 2],
        ],
      },
    ]),
    "gold e1, silver e2",
  );
  assert.match(await taken(twice, 2, [IN_GROUP, IN_GROUP, FINAL]), /^match-ambiguous: /);
});

for (const [name, lines] of Object.entries(ORDERS))
  test(`the round tells one, and so the other: ${name}`, async () => {
    const told = lines.map((line) => (line === FINAL ? { ...line, round: "final" } : line));
    assert.equal(await taken(GROUP_AND_FINAL, 3, [...OTHERS, ...told]), TITLE);
  });

const GROUP_TWICE_AND_FINAL: DrawPart = {
  ...GROUP_AND_FINAL,
  groups: [{ name: "A", entries: ["e1", "e2"] }],
  meetings: 2,
};

test("of three meetings, two of them in one group, the time of the final is enough", async () => {
  const lines: MatchLine[] = [
    { ...FINAL, start: "2026-05-03T15:00:00Z" },
    { ...IN_GROUP, start: "2026-05-02" },
    { ...IN_GROUP, games: [...WON, [11, 9]].slice(1) as MatchLine["games"], start: "2026-05-02" },
  ];
  for (const at of [0, 1, 2])
    assert.equal(
      await taken(GROUP_TWICE_AND_FINAL, 2, [...lines.slice(at), ...lines.slice(0, at)]),
      "gold e2, silver e1",
    );
});

test("a day that may be before the final or after it leaves three meetings open", async () => {
  const lines: MatchLine[] = [
    { ...IN_GROUP, start: "2026-05-02T10:00:00Z" },
    { ...IN_GROUP, games: [...WON, [11, 9]].slice(1) as MatchLine["games"], start: "2026-05-02" },
    { ...FINAL, start: "2026-05-02T15:00:00Z" },
  ];
  for (const at of [0, 1, 2])
    assert.match(
      await taken(GROUP_TWICE_AND_FINAL, 2, [...lines.slice(at), ...lines.slice(0, at)]),
      /^match-(ambiguous|not-in-draw): /,
    );
});

test("the three meetings of a double elimination are told apart by times, in any order of lines", async () => {
  const draw: DrawPart = { phases: [{ code: "main", format: "double-elimination", lines: ["e1", "e2", "e3", "e4"] }] };
  const [early, late, last] = ["2026-05-02T09:00:00Z", "2026-05-03T15:00:00Z", "2026-05-03T16:00:00Z"];
  const others: MatchLine[] = [
    { home: "e3", away: "e4", games: WON },
    { home: "e1", away: "e3", games: WON },
    { home: "e2", away: "e4", games: WON },
    { home: "e2", away: "e3", games: WON },
  ];
  const meetings: MatchLine[] = [
    { home: "e2", away: "e1", games: WON, start: late },
    { home: "e1", away: "e2", games: WON, start: last },
    { home: "e1", away: "e2", games: WON, start: early },
  ];
  for (const at of [0, 1, 2]) {
    const lines = [...meetings.slice(at), ...others, ...meetings.slice(0, at)];
    assert.match(await taken(draw, 4, lines), /^gold e1, silver e2/);
  }
  const open = meetings.map(({ start, ...line }) => (start === early ? { ...line, start } : line));
  assert.match(await taken(draw, 4, [...open, ...others]), /^match-ambiguous: /);
});

test("of two lines that say the same it does not matter which is which", async () => {
  const twice: MatchLine = { home: "e1", away: "e2", games: WON };
  assert.equal(await taken(GROUP_AND_FINAL, 3, [...OTHERS, twice, twice]), "gold e1, silver e2, bronze e3");
});

test("an entry that stands in no group and on no line is refused by its name", async () => {
  assert.match(await taken(GROUP_AND_FINAL, 4, []), /^entry-not-drawn: Line \d+ \(events\[0\]\.draw\): e4 is entered/);
  assert.match(await taken({ lines: ["e1", "bye"] }, 2, []), /^entry-not-drawn: /);
  assert.equal(await taken({ lines: ["e1", "open"] }, 2, []), "", "on open lines somebody may still be drawn");
});
