import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { isRefused, type EventId } from "@podium/engine";
import type { CompetitionFile, DrawPart, ResultForm } from "@podium/protocol";
import * as fc from "fast-check";
import { transact, type UnitOfWork } from "../app.ts";
import { entryRows } from "../entries/entries.ts";
import { matchRows } from "../matches/match-rows.ts";
import { decideRuling, keepDraw } from "../medals/rulings.ts";
import { drawLots, lotsOf } from "../results/lots.ts";
import { orderReplay } from "../results/replays.ts";
import { enterResult, eventWithResults } from "../results/results.ts";
import { eventId } from "../storage/codes.ts";
import { install, load, type Installation } from "../web-server/scenario.testing.ts";
import { exportCompetition } from "./export.ts";
import { smallEvent } from "./small-event.testing.ts";

/**
 * Whatever was entered and corrected on the way, what stands in the end is what an import of the same facts makes: the
 * file, and every page as people and programs read it.
 */

const SEED = Number(process.env["PODIUM_SEED"] ?? 20240730);
const RUNS = 5;

let here: Installation;
let elsewhere: Installation;

before(async () => {
  [here, elsewhere] = [await install({ examples: [] }), await install({ examples: [] })];
});

after(async () => {
  await here.close();
  await elsewhere.close();
});

const GROUPS_OF_THREE = [
  { name: "A", entries: ["e1", "e2", "e3"] },
  { name: "B", entries: ["e4", "e5", "e6"] },
];

const DRAWS: Readonly<Record<string, DrawPart>> = {
  "a knock-out with a match for bronze": { lines: ["e1", "e2", "e3", "e4"], bronzeMatch: true },
  "a knock-out with two bronzes": { lines: ["e1", "e2", "e3", "e4"] },
  "groups and a final": {
    groups: [
      { name: "A", entries: ["e1", "e2"] },
      { name: "B", entries: ["e3", "e4"] },
    ],
    lines: [
      { group: "A", place: 1 },
      { group: "B", place: 1 },
    ],
  },
  "groups of three from which two go on": {
    groups: GROUPS_OF_THREE,
    advance: 2,
    lines: [
      { group: "A", place: 1 },
      { group: "B", place: 2 },
      { group: "A", place: 2 },
      { group: "B", place: 1 },
    ],
    bronzeMatch: true,
  },
  "a league of two rounds": { groups: [{ name: "A", entries: ["e1", "e2", "e3"] }], meetings: 2 },
  "a double elimination": { phases: [{ format: "double-elimination", lines: ["e1", "e2", "e3", "e4"] }] },
  "a qualification": {
    phases: [
      { code: "q", format: "knock-out", lines: ["e3", "e4", "e5", "e6"], winners: 2 },
      { code: "main", format: "knock-out", lines: ["e1", { winner: "q-1-1" }, { winner: "q-1-2" }, "e2"] },
    ],
  },
};

/** How many entries a draw names. */
const entriesIn = (draw: DrawPart) => new Set(JSON.stringify(draw).match(/"e\d"/g)).size;

/** One thing done at the desk: a result entered over whatever stands in a match, a ruling, lots, or a match set aside. */
interface Act {
  readonly match: number;
  readonly winner: "home" | "away";
  readonly how: (typeof HOWS)[number];
}

const HOWS = [
  "games",
  "games",
  "games",
  "score",
  "lost",
  "walkover",
  "both",
  "retired",
  "disqualified",
  "annulled",
  "withheld",
  "none",
  "withdrawn",
  "plays-again",
  "kept",
  "replay",
  "lots",
] as const;

const acts = fc.array(
  fc.record<Act>({
    match: fc.nat(20),
    winner: fc.constantFrom("home", "away"),
    how: fc.constantFrom(...HOWS),
  }),
  { minLength: 3, maxLength: 24 },
);

const other = (side: "home" | "away") => (side === "home" ? "away" : "home");

/** Does it, as far as it is possible: what is refused changes nothing. */
async function play(id: string, { match, winner, how }: Act): Promise<void> {
  const { app } = here;
  const event = eventId(id);
  const rows = await matchRows(app.storage.db, event);
  const entries = await entryRows(app.storage.db, event);
  const entry = entries[match % entries.length]?.code ?? "";
  const playable = rows.filter(({ home_entry: home, away_entry: away }) => home !== null && away !== null);
  const row = playable[match % playable.length];
  await transact(app, null, async (unit): Promise<unknown> => {
    switch (how) {
      case "annulled":
      case "withheld":
      case "none":
      case "withdrawn":
      case "plays-again":
        return decideRuling(unit, event, { entry, ruling: how, reason: "A test" });
      case "lots":
        return drawOpenLots(unit, event, winner === "home");
    }
    if (row === undefined) return undefined;
    if (how === "replay") return orderReplay(unit, row.id, { version: row.version, reason: "The lights went out" });
    const refusal = how === "kept" ? await keepDraw(unit, row.id, "Too late") : undefined;
    if (refusal !== undefined) return refusal;
    const [home, away] = winner === "home" ? [11, 5] : [5, 11];
    const form = FORMS[how] ?? FORMS["games"];
    const against = how === "both" ? "both" : other(winner);
    assert.ok(form);
    return enterResult(unit, row.id, { ...form({ game: { home, away }, against, winner }), version: row.version });
  });
}

async function drawOpenLots(unit: UnitOfWork, event: EventId, asTheyStand: boolean): Promise<unknown> {
  const found = await eventWithResults(unit.db, event);
  const [open] = found === null ? [] : lotsOf(found.state);
  if (open === undefined) return undefined;
  const order = asTheyStand ? [...open.tied] : open.tied.toReversed();
  return drawLots(unit, event, { group: open.group, order });
}

interface Told {
  readonly game: { readonly home: number; readonly away: number };
  readonly against: "home" | "away" | "both";
  readonly winner: "home" | "away";
}

const FORMS: Readonly<Record<string, (told: Told) => Omit<ResultForm, "version">>> = {
  games: ({ game }) => ({ games: [game, game], outcome: "play" }),
  score: ({ winner }) => ({
    games: [],
    score: winner === "home" ? { home: 2, away: 1 } : { home: 1, away: 2 },
    outcome: "play",
  }),
  lost: ({ against }) => ({ games: [], outcome: "lost", against }),
  walkover: ({ against }) => ({ games: [], outcome: "walkover", against }),
  both: ({ against }) => ({ games: [], outcome: "walkover", against }),
  retired: ({ game, against }) => ({ games: [game], outcome: "retired", against }),
  disqualified: ({ game, against }) => ({ games: [game], outcome: "disqualified", against }),
};

async function fileOf(installation: Installation, id: string): Promise<CompetitionFile> {
  const file = await exportCompetition(installation.app.storage.db, id);
  assert.ok(!isRefused(file));
  return file;
}

/** The pages that tell of a competition, without what counts how often something was written. */
async function pagesOf(
  installation: Installation,
  { id, entries }: { readonly id: string; readonly entries: number },
): Promise<Readonly<Record<string, string>>> {
  const event = `${id}/os`;
  const rows = await matchRows(installation.app.storage.db, eventId(event));
  const numbers = Array.from({ length: entries }, (_, index) => index + 1);
  const paths = [
    "/",
    `/competitions/${id}`,
    `/competitions/${event}`,
    ...rows.map((row) => `/matches/${row.id}`),
    ...numbers.map((entry) => `/entries/${event}/e${entry}`),
    ...numbers.map((player) => `/players/${id}-p${player}`),
    `/moments/${id}-os`,
  ];
  const read = async (path: string) => {
    const answer = await fetch(installation.url + path);
    assert.ok(answer.status === 200 || path.startsWith("/moments/"), `${answer.status} ${path}`);
    const text = (await answer.text())
      .replaceAll(installation.url, "")
      .replaceAll(encodeURIComponent(installation.url), "")
      .replaceAll(/data-version="\d+"|"version":\d+|<meta name="podium-live"[^>]*>|"openedAtMs":\d+/g, "");
    return `${answer.status} ${text}`;
  };
  const all = paths.flatMap((path) => [path, `${path}.json`]);
  const texts: [string, string][] = [];
  for (const path of all) texts.push([path, await read(path)]);
  return Object.fromEntries(texts);
}

/** What once went wrong, before what chance brings. */
const MENDED: readonly (readonly Act[])[] = [
  // A medal is withheld, and then somebody withdraws.
  [
    { match: 0, winner: "home", how: "withheld" },
    { match: 1, winner: "home", how: "withdrawn" },
  ],
  // Two withdraw before they have played, and then their matches are told as they were played.
  [
    { match: 1, winner: "home", how: "withdrawn" },
    { match: 2, winner: "home", how: "withdrawn" },
    { match: 0, winner: "home", how: "withdrawn" },
    ...[0, 1, 2, 3, 4].map((match): Act => ({ match, winner: "home", how: "games" })),
  ],
];

let number = 0;

for (const [name, draw] of Object.entries(DRAWS)) {
  const entries = entriesIn(draw);
  test(`${name}: after any corrections, file and pages are those of a fresh import (seed ${SEED})`, async () => {
    await fc.assert(
      fc.asyncProperty(acts, async (done) => {
        number += 1;
        const id = `cup-${number}`;
        const small = smallEvent(entries, { draw });
        const file: CompetitionFile = {
          ...small,
          competition: { ...small.competition, id },
          players: small.players.map((player) => ({ ...player, id: `${id}-${player.id}` })),
          events: small.events.map((event) => ({
            ...event,
            entries: event.entries.map((entry) => ({
              ...entry,
              players: entry.players.map((player) => `${id}-${player}`),
            })),
          })),
        };
        await load(here.app, JSON.stringify(file));
        for (const act of done) await play(`${id}/os`, act);
        const corrected = await fileOf(here, id);
        await load(elsewhere.app, JSON.stringify(corrected));
        assert.deepEqual(await fileOf(elsewhere, id), corrected);
        const asked = { id, entries };
        const [ours, fresh] = [await pagesOf(here, asked), await pagesOf(elsewhere, asked)];
        for (const [path, text] of Object.entries(ours)) assert.equal(text, fresh[path], path);
      }),
      { seed: SEED, numRuns: RUNS, endOnFailure: true, examples: MENDED.map((done) => [[...done]]) },
    );
  });
}
