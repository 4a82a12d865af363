import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { isRefused } from "@podium/engine";
import { competitionFile } from "@podium/protocol";
import { readConfig } from "../config.ts";
import { storylinesOf } from "../history/storylines.ts";
import { openPodium } from "../podium.ts";
import { openTestDatabase } from "../storage/database.testing.ts";
import { exportCompetition } from "./export.ts";
import { importCompetition } from "./import.ts";
import { eventId } from "../storage/codes.ts";

const folder = mkdtempSync(join(tmpdir(), "podium-round-trip-"));
const open = (name: string) =>
  openPodium({ ...readConfig({}), dataFolder: folder }, () => openTestDatabase(join(folder, `${name}.sqlite`)));
const here = await open("here");
const elsewhere = await open("elsewhere");

after(async () => {
  await here.close();
  await elsewhere.close();
  rmSync(folder, { recursive: true });
});

const FILES = [
  { id: "paris-2024", path: "../../../examples/paris-2024.json" },
  { id: "riverside-open", path: "../../../examples/club-open.json" },
  { id: "paris-2024-ms", path: "../competitions/records/paris-2024-ms.json" },
] as const;

for (const { id, path } of FILES) {
  test(`${id}: what is exported and imported elsewhere is the same competition`, async () => {
    const imported = await importCompetition(here.app, null, readFileSync(new URL(path, import.meta.url), "utf8"));
    assert.ok(!isRefused(imported), isRefused(imported) ? imported.message : "");
    const file = await exportCompetition(here.app.storage.db, id);
    assert.ok(!isRefused(file));
    assert.deepEqual(await importCompetition(elsewhere.app, null, JSON.stringify(file)), imported);
    assert.deepEqual(await exportCompetition(elsewhere.app.storage.db, id), file);
  });
}

test("an export says what the file said: entries, draw, scores, honours, and the thread to its last vote", async () => {
  const given = competitionFile.parse(JSON.parse(readFileSync(new URL(FILES[0].path, import.meta.url), "utf8")));
  const file = await exportCompetition(here.app.storage.db, "paris-2024");
  assert.ok(!isRefused(file));
  const facts = ({ events: [event], honours, associations }: typeof given) => ({
    entries: event?.entries,
    draw: event?.draw,
    matches: event?.matches?.map(({ start, ...match }) => ({ ...match, startMs: Date.parse(start ?? "") })),
    honours,
    associations,
  });
  assert.deepEqual(facts(file), facts(given));
  const votes = ({ moments }: typeof given) =>
    moments?.[0]?.thread?.comments.map(({ id, parent, author, body, up = 0, down = 0 }) => ({
      id,
      parent,
      author,
      body,
      up,
      down,
    }));
  assert.deepEqual(votes(file), votes(given));
});

test("the same storylines are told here and elsewhere", async () => {
  const told = await storylinesOf(here.app.storage.db, eventId("paris-2024/xd"));
  assert.equal(told[0]?.code, "podium-together-since");
  assert.deepEqual(await storylinesOf(elsewhere.app.storage.db, eventId("paris-2024/xd")), told);
});
