import assert from "node:assert/strict";
import { test } from "node:test";
import { isRefused } from "@podium/engine";
import type { CompetitionFile } from "@podium/protocol";
import { readConfig } from "../config.ts";
import { openPodium, type Podium } from "../podium.ts";
import { openTestDatabase } from "../storage/database.testing.ts";
import { transact } from "../app.ts";
import { recordLines } from "../matches/matches.ts";
import { exportCompetition } from "./export.ts";
import { importCompetition } from "./import.ts";
import { smallEvent, WON } from "./small-event.testing.ts";
import { matchId } from "../storage/codes.ts";

const NOBODY_CAME = [{ kind: "walkover", absent: "both" }] as const;

async function inMemory(work: (podium: Podium) => Promise<void>): Promise<void> {
  const podium = await openPodium({ ...readConfig({}), dataFolder: "/nowhere" }, openTestDatabase);
  try {
    await work(podium);
  } finally {
    await podium.close();
  }
}

async function taken({ app }: Podium, file: CompetitionFile): Promise<void> {
  const imported = await importCompetition(app, null, JSON.stringify(file));
  assert.ok(!isRefused(imported), isRefused(imported) ? imported.message : "");
}

async function refusedAs({ app }: Podium, file: CompetitionFile): Promise<string | undefined> {
  const imported = await importCompetition(app, null, JSON.stringify(file));
  return isRefused(imported) ? imported.code : undefined;
}

const moments = ({ app }: Podium) =>
  app.storage.db.selectFrom("moments").select(["id", "opened_at_ms"]).orderBy("id").execute();
const openIds = async (podium: Podium) =>
  (await moments(podium)).filter((row) => row.opened_at_ms !== null).map((row) => row.id);
const named = (id: string, code: string) => {
  const file = smallEvent(2, {
    code,
    draw: { lines: ["e1", "e2"] },
    matches: [{ home: "e1", away: "e2", games: WON }],
  });
  return { ...file, competition: { ...file.competition, id } };
};

test("groups whose matches would have the same name, or none that can stand in an address, are refused", () =>
  inMemory(async (podium) => {
    const groups = (...names: readonly string[]) =>
      smallEvent(2 * names.length, {
        draw: { groups: names.map((name, at) => ({ name, entries: [`e${2 * at + 1}`, `e${2 * at + 2}`] })) },
      });
    assert.equal(await refusedAs(podium, groups("A", "a")), "match-code-twice");
    assert.equal(await refusedAs(podium, groups("A", "A")), "match-code-twice");
    assert.equal(await refusedAs(podium, groups("1/2")), "group-name");
    assert.equal(await refusedAs(podium, groups("가")), "group-name");
    const knockOutToo = smallEvent(10, {
      draw: {
        groups: [{ name: "QF", entries: ["e9", "e10"] }],
        lines: ["e1", "e2", "e3", "e4", "e5", "e6", "e7", "e8"],
      },
    });
    assert.equal(await refusedAs(podium, knockOutToo), "match-code-twice");
    assert.equal(await refusedAs(podium, groups("Group 1", "B")), undefined);
  }));

test("two events whose addresses read alike get a moment each", () =>
  inMemory(async (podium) => {
    await taken(podium, named("club-open", "a"));
    await taken(podium, named("club", "open-a"));
    assert.deepEqual(await openIds(podium), ["club-open-a", "club-open-a-2"]);
  }));

test("a moment that nobody named has a name that a file can carry, however long those of its event are", () =>
  inMemory(async (podium) => {
    const id = `${"x".repeat(49)}-${"y".repeat(10)}`;
    await taken(podium, named(id, "z".repeat(60)));
    const file = await exportCompetition(podium.app.storage.db, id);
    assert.ok(!isRefused(file));
    assert.equal(file.moments?.[0]?.id.length, 60);
    await inMemory((elsewhere) => taken(elsewhere, file));
  }));

test("one event has one moment: a second under another id is refused, not mixed into the first", () =>
  inMemory(async (podium) => {
    const two = smallEvent(
      2,
      {},
      {
        moments: [
          { id: "first", event: "os", title: { en: "First" } },
          { id: "second", event: "os", title: { en: "Second" } },
        ],
      },
    );
    assert.equal(await refusedAs(podium, two), "event-has-moment");
  }));

test("the moment opens when the last match is done, even when that one gave nobody a medal", () =>
  inMemory(async (podium) => {
    const lines = ["e1", "e2", "e3", "e4"];
    await taken(
      podium,
      smallEvent(4, {
        draw: { lines, bronzeMatch: true },
        matches: ["sf-1", "sf-2", "final"].map((code) => ({ code, games: WON })),
      }),
    );
    assert.deepEqual(await openIds(podium), []);
    const done = await transact(podium.app, null, (unit) =>
      recordLines(unit, matchId("cup/os/bronze"), { after: 0, lines: NOBODY_CAME.map((entry) => ({ entry })) }),
    );
    assert.ok(!isRefused(done));
    assert.deepEqual(await openIds(podium), ["cup-os"]);
  }));

test("where nobody won a medal there is no moment", () =>
  inMemory(async (podium) => {
    await taken(
      podium,
      smallEvent(2, { draw: { lines: ["e1", "e2"] }, matches: [{ code: "final", log: [...NOBODY_CAME] }] }),
    );
    assert.deepEqual(await moments(podium), []);
    const file = await exportCompetition(podium.app.storage.db, "cup");
    assert.ok(!isRefused(file));
    await inMemory((elsewhere) => taken(elsewhere, file));
  }));
