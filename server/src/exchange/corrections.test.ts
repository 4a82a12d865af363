import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { isRefused } from "@podium/engine";
import type { CompetitionFile, DrawPart, ResultForm } from "@podium/protocol";
import * as fc from "fast-check";
import { transact } from "../app.ts";
import { matchRows } from "../matches/match-rows.ts";
import { enterResult } from "../results/results.ts";
import { makeRuling } from "../medals/rulings.ts";
import { eventId } from "../storage/codes.ts";
import { install, load, type Installation } from "../web-server/scenario.testing.ts";
import { exportCompetition } from "./export.ts";
import { smallEvent } from "./small-event.testing.ts";

/**
 * Whatever was entered and corrected on the way, what stands in the end is what an import of the same facts makes: the
 * file, and every page as people and programs read it.
 */

const SEED = Number(process.env["PODIUM_SEED"] ?? 20240730);
const RUNS = 12;

let here: Installation;
let elsewhere: Installation;

before(async () => {
  [here, elsewhere] = [await install({ examples: [] }), await install({ examples: [] })];
});

after(async () => {
  await here.close();
  await elsewhere.close();
});

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
};

/** One thing done at the desk: a result entered over whatever stands in a match, or a ruling. */
interface Act {
  readonly match: number;
  readonly winner: "home" | "away";
  readonly how: "games" | "score" | "lost" | "walkover" | "both" | "retired" | "disqualified" | "ruling";
}

const acts = fc.array(
  fc.record<Act>({
    match: fc.nat(3),
    winner: fc.constantFrom("home", "away"),
    how: fc.constantFrom(
      "games",
      "games",
      "games",
      "score",
      "lost",
      "walkover",
      "both",
      "retired",
      "disqualified",
      "ruling",
    ),
  }),
  { minLength: 3, maxLength: 14 },
);

const other = (side: "home" | "away") => (side === "home" ? "away" : "home");

async function play(event: string, act: Act): Promise<void> {
  const rows = await matchRows(here.app.storage.db, eventId(event));
  const row = rows[act.match % rows.length];
  if (row === undefined) return;
  if (act.how === "ruling") {
    const ruling = {
      entry: `e${act.match + 1}`,
      ruling: act.winner === "home" ? "annulled" : "withheld",
      reason: "A test",
    } as const;
    await transact(here.app, null, (unit) => makeRuling(unit, eventId(event), ruling));
    return;
  }
  const [home, away] = act.winner === "home" ? [11, 5] : [5, 11];
  const game = { home, away };
  const against = act.how === "both" ? "both" : other(act.winner);
  const form = (FORMS[act.how] ?? FORMS["games"])?.({ game, against, winner: act.winner });
  assert.ok(form);
  await transact(here.app, null, (unit) => enterResult(unit, row.id, { ...form, version: row.version }));
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
async function pagesOf(installation: Installation, id: string): Promise<Readonly<Record<string, string>>> {
  const event = `${id}/os`;
  const rows = await matchRows(installation.app.storage.db, eventId(event));
  const paths = [
    "/",
    `/competitions/${id}`,
    `/competitions/${event}`,
    ...rows.map((row) => `/matches/${row.id}`),
    ...["e1", "e2", "e3", "e4"].map((entry) => `/entries/${event}/${entry}`),
    ...[1, 2, 3, 4].map((player) => `/players/${id}-p${player}`),
    `/moments/${id}-os`,
  ];
  const read = async (path: string) => {
    const answer = await fetch(installation.url + path);
    assert.ok(answer.status === 200 || path.startsWith("/moments/"), `${answer.status} ${path}`);
    const text = (await answer.text())
      .replaceAll(installation.url, "")
      .replaceAll(/data-version="\d+"|"version":\d+|<meta name="podium-live"[^>]*>|"openedAtMs":\d+/g, "");
    return `${answer.status} ${text}`;
  };
  const all = paths.flatMap((path) => [path, `${path}.json`]);
  const texts: [string, string][] = [];
  for (const path of all) texts.push([path, await read(path)]);
  return Object.fromEntries(texts);
}

let number = 0;

for (const [name, draw] of Object.entries(DRAWS)) {
  test(`${name}: after any corrections, file and pages are those of a fresh import (seed ${SEED})`, async () => {
    await fc.assert(
      fc.asyncProperty(acts, async (done) => {
        number += 1;
        const id = `cup-${number}`;
        const small = smallEvent(4, { draw });
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
        const [ours, fresh] = [await pagesOf(here, id), await pagesOf(elsewhere, id)];
        for (const [path, text] of Object.entries(ours)) assert.equal(text, fresh[path], path);
      }),
      { seed: SEED, numRuns: RUNS, endOnFailure: true },
    );
  });
}
