import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import type { EventPage } from "@podium/protocol";
import { isRefused } from "@podium/engine";
import type { App } from "../app.ts";
import { readConfig } from "../config.ts";
import { importCompetition } from "../exchange/import.ts";
import { smallEvent, WON } from "../exchange/small-event.testing.ts";
import type { Answer, Route } from "../http/route.ts";
import { openPodium, type Podium } from "../podium.ts";
import type { Db } from "../storage/storage.ts";
import { competitionPages } from "./competition-pages.ts";
import { listPages } from "./list-pages.ts";
import { matchPages } from "./match-pages.ts";
import { playerPages } from "./player-pages.ts";

let podium: Podium;
const folder = mkdtempSync(join(tmpdir(), "podium-costs-"));

before(async () => {
  podium = await openPodium(readConfig({ PODIUM_DATA: folder, PODIUM_EXAMPLES: "none" }));
  for (let number = 1; number <= 30; number += 1) await load(knockOut(`cup-${number}`, 4));
  await load(knockOut("large", 256));
});

after(async () => {
  await podium.close();
  rmSync(folder, { recursive: true });
});

async function load(text: string): Promise<void> {
  const imported = await importCompetition(podium.app, null, text);
  assert.ok(!isRefused(imported), JSON.stringify(imported));
}

/** A knock-out that is played to its end: of two entries the upper one wins. */
function knockOut(id: string, size: number): string {
  const codes = Array.from({ length: size }, (_, index) => `e${index + 1}`);
  const matches = [];
  for (let left = codes; left.length > 1; left = left.filter((_, index) => index % 2 === 0))
    for (let at = 0; at < left.length; at += 2) matches.push({ home: left[at], away: left[at + 1], games: WON });
  const competition = { id, title: { en: id }, zone: "UTC", from: "2026-05-02", to: "2026-05-03" };
  return JSON.stringify(smallEvent(size, { code: "ms", draw: { lines: codes }, matches }, { competition }));
}

/** Answers a route and counts what it asked the database. */
async function read(path: string, params: Record<string, string>, query: Record<string, string> = {}) {
  let statements = 0;
  const counting: Parameters<Db["withPlugin"]>[0] = {
    transformQuery: ({ node }) => {
      statements += 1;
      return node;
    },
    transformResult: async ({ result }) => result,
  };
  const { storage } = podium.app;
  const app: App = {
    ...podium.app,
    states: new Map(), // nothing has been read yet
    storage: { ...storage, db: storage.db.withPlugin(counting) },
  };
  const route = [...competitionPages, ...listPages, ...matchPages, ...playerPages].find(
    (candidate) => candidate.path === path,
  );
  const answered = await (route as Route).answer({ app, params, query, path } as never);
  return { statements, answered };
}

function dataOf<Data>(answered: Answer): Data {
  assert.equal(answered.kind, "page");
  return (answered as unknown as { page: { data: Data } }).page.data;
}

test("the home page asks at most 15 things, however many competitions there are", async () => {
  const { statements, answered } = await read("/", {});
  assert.ok(statements <= 15, `${statements} statements`);
  const { competitions, hasMore } = dataOf<{ competitions: unknown[]; hasMore: boolean }>(answered);
  assert.deepEqual([competitions.length, hasMore], [12, true]);
});

test("what is live, all players and all moments ask few things, however many there are", async () => {
  for (const [path, most] of [
    ["/now", 8],
    ["/players", 1],
    ["/moments", 9],
  ] as const) {
    const { statements } = await read(path, {});
    assert.ok(statements <= most, `${path}: ${statements} statements`);
  }
  const first = dataOf<{ players: { family: string }[]; earlier: number | null }>(
    (await read("/players", {})).answered,
  );
  assert.deepEqual([first.players.length, first.earlier], [120, 2]);
  const names = first.players.map(({ family }) => family.toUpperCase());
  assert.deepEqual(names, [...names].sort());
});

test("a match, an entry and an event cost as many statements among 256 entries as among 4", async () => {
  for (const [path, last] of [
    ["/matches/:competition/:event/:match", { match: "final" }],
    ["/entries/:competition/:event/:entry", { entry: "e1" }],
  ] as const) {
    const small = await read(path, { competition: "cup-1", event: "ms", ...last });
    const large = await read(path, { competition: "large", event: "ms", ...last });
    assert.equal(large.statements, small.statements, path);
    assert.ok(small.statements <= 20, `${path}: ${small.statements} statements`);
  }
});

test("a player of thirty competitions stands on two pages, the latest first, read in few statements", async () => {
  const first = await read("/players/:player", { player: "p1" });
  assert.ok(first.statements <= 14, `${first.statements} statements`);
  const page = dataOf<{ paths: unknown[]; earlier: number | null; later: number | null }>(first.answered);
  assert.deepEqual([page.paths.length, page.later, page.earlier], [20, null, 2]);
  const second = await read("/players/:player", { player: "p1" }, { page: "2" });
  const rest = dataOf<typeof page>(second.answered);
  assert.deepEqual([rest.paths.length, rest.later, rest.earlier], [11, 1, null]);
  assert.equal((await read("/players/:player", { player: "p1" }, { page: "3" })).answered.kind, "refusal");
});

interface LargeEvent {
  readonly phases: EventPage["phases"];
  readonly orderOfPlay: readonly unknown[];
  readonly placings: readonly unknown[];
  readonly parts: { readonly sections: readonly unknown[]; readonly orderPages: number; readonly placesPages: number };
}

test("a draw of 256 is shown by its last rounds and in sections, which together hold every match once but the last", async () => {
  const event = { competition: "large", event: "ms" };
  const shownBy = async (query: Record<string, string>) => {
    const { answered } = await read("/competitions/:competition/:event", event, query);
    const shown = dataOf<LargeEvent>(answered);
    return { ...shown, rounds: shown.phases.flatMap(({ brackets }) => brackets.flatMap(({ rounds }) => rounds)) };
  };
  const overview = await shownBy({});
  assert.deepEqual(
    overview.rounds.map(({ round, matches }) => [round, matches.length]),
    [
      ["r32", 16],
      ["r16", 8],
      ["qf", 4],
      ["sf", 2],
      ["final", 1],
    ],
  );
  assert.equal(overview.parts.sections.length, 8);
  const seen = new Set(overview.rounds.slice(2).flatMap(({ matches }) => matches.map(({ id }) => id)));
  for (let section = 1; section <= 8; section += 1) {
    const { rounds } = await shownBy({ section: String(section) });
    assert.deepEqual(
      rounds.map(({ matches }) => matches.length),
      [16, 8, 4, 2, 1],
    );
    for (const { matches } of rounds) for (const { id } of matches) seen.add(id);
  }
  assert.equal(seen.size, 255);
  assert.equal((await shownBy({ order: "3" })).orderOfPlay.length, 55);
  assert.equal((await shownBy({ places: "1" })).placings.length, 100);
});

test("a part that is not there, and parts of an event that stands on one page, are not found", async () => {
  const path = "/competitions/:competition/:event";
  for (const [competition, query] of [
    ["large", { section: "9" }],
    ["large", { section: "0" }],
    ["large", { order: "x" }],
    ["large", { order: "1", places: "1" }],
    ["cup-1", { section: "1" }],
  ] as const) {
    const { answered } = await read(path, { competition, event: "ms" }, query);
    assert.equal(answered.kind, "refusal", JSON.stringify([competition, query]));
  }
});

test("an event that nobody follows yet, as after a start, is worked out by its first reader for those after", async () => {
  podium.app.replays.events.clear();
  const readers = [];
  for (const section of ["2", "3", "4"])
    readers.push(
      (await read("/competitions/:competition/:event", { competition: "large", event: "ms" }, { section })).statements,
    );
  const [first = 0, second, third] = readers;
  assert.deepEqual([second, third], [first - 2, first - 2], "neither plan nor all matches are read again");
});

test("an import takes a few statements for each match, however many there are", async () => {
  const statements = async (size: number) => {
    let count = 0;
    const db = podium.app.storage.db.withPlugin({
      transformQuery: ({ node }) => {
        count += 1;
        return node;
      },
      transformResult: async ({ result }) => result,
    });
    const counting = { ...podium.app, storage: { ...podium.app.storage, db } };
    const imported = await importCompetition(counting, null, knockOut(`import-${size}`, size));
    assert.ok(!isRefused(imported), JSON.stringify(imported));
    return count;
  };
  const [some, many] = [await statements(64), await statements(128)];
  assert.ok((many - some) / 64 < 6, `${some} and ${many}`);
});
