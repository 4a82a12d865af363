import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { isRefused, MEDALS } from "@podium/engine";
import { competitionFile } from "@podium/protocol";
import { readConfig } from "../config.ts";
import { openPodium } from "../podium.ts";
import { openTestDatabase } from "../storage/database.testing.ts";
import { exportCompetition } from "./export.ts";
import { importCompetition } from "./import.ts";
import { eventId } from "../storage/codes.ts";

const doc = readFileSync(new URL("../../../docs/format.md", import.meta.url), "utf8");
const example = /```json\n(.*?)```/s.exec(doc)?.[1] ?? "";

const folder = mkdtempSync(join(tmpdir(), "podium-format-"));
const podium = await openPodium({ ...readConfig({}), dataFolder: folder }, openTestDatabase);
const { app } = podium;

after(async () => {
  await podium.close();
  rmSync(folder, { recursive: true });
});

async function medalsOf(event: string): Promise<string[]> {
  const rows = await app.storage.db.selectFrom("medals").selectAll().where("event_id", "=", eventId(event)).execute();
  return MEDALS.flatMap((medal) =>
    rows.filter((row) => row.medal === medal).map(({ entry_id }) => `${medal} ${entry_id.slice(event.length + 1)}`),
  );
}

/** The rows of the table of refusals: what is written instead of what, and what is said to it. */
const refused = [...doc.matchAll(/^\| `(.+?)` \| `(.+?)` \| `([a-z-]+)`: (.+) \|$/gm)].map(
  ([, instead = "", written = "", code = "", sentence = ""]) => ({ instead, written, code, sentence }),
);

test("the table of refusals is read", () => {
  assert.ok(refused.length > 10);
});

for (const { instead, written, code, sentence } of refused) {
  test(`${written} instead of ${instead} is refused with its line`, async () => {
    assert.ok(example.includes(instead), "the example holds what is to be changed");
    const answer = await importCompetition(app, null, example.replace(instead, written));
    assert.ok(isRefused(answer));
    assert.deepEqual([answer.code, answer.message], [code, sentence]);
    assert.equal(
      await app.storage.db.selectFrom("competitions").select("id").executeTakeFirst(),
      undefined,
      "nothing was taken in",
    );
  });
}

test("the example of the document can be imported, and its medals follow from its matches", async () => {
  assert.deepEqual(await importCompetition(app, null, example), {
    competition: "four-winds-cup",
    entries: 4,
    matches: 4,
  });
  assert.deepEqual(await medalsOf("four-winds-cup/os"), ["gold east", "silver north", "bronze south"]);
});

test("what is exported holds the example: matches by code, scores turned to the upper line", async () => {
  const file = await exportCompetition(app.storage.db, "four-winds-cup");
  assert.ok(!isRefused(file));
  assert.deepEqual(competitionFile.parse(file), file);
  const matches = file.events[0]?.matches ?? [];
  assert.deepEqual(
    matches.map(({ code, home, away }) => [code, home, away]),
    [
      ["sf-1", "north", "west"],
      ["sf-2", "east", "south"],
      ["bronze", "west", "south"],
      ["final", "north", "east"],
    ],
  );
  assert.deepEqual(matches[1]?.games, [
    [11, 8],
    [14, 12],
    [9, 11],
    [11, 5],
  ]);
});

test("a competition that is there already is refused", async () => {
  const answer = await importCompetition(app, null, example);
  assert.ok(isRefused(answer));
  assert.equal(answer.code, "competition-exists");
});

test("67 players with a preliminary round and byes are a draw of 128 lines", async () => {
  const record = readFileSync(new URL("../competitions/records/paris-2024-ms.json", import.meta.url), "utf8");
  assert.deepEqual(await importCompetition(app, null, record), {
    competition: "paris-2024-ms",
    entries: 67,
    matches: 67,
  });
  assert.deepEqual(await medalsOf("paris-2024-ms/ms"), [
    "gold fan-zhendong",
    "silver truls-moregard",
    "bronze felix-lebrun",
  ]);
});
