import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { isRefused } from "@podium/engine";
import { install, worldText, type Installation } from "../http/scenario.testing.ts";
import { everyRow } from "../storage/rows.testing.ts";
import { loadWorlds } from "./worlds.ts";

const folder = mkdtempSync(join(tmpdir(), "podium-worlds-"));
let here: Installation;

before(async () => {
  here = await install({ worlds: [], settings: { PODIUM_EXAMPLES: folder } });
});

after(async () => {
  await here.close();
  rmSync(folder, { recursive: true });
});

test("worlds are loaded all or none, each by its name, and once", async () => {
  const empty = await everyRow(here.world.storage.db);
  writeFileSync(join(folder, "a.json"), worldText("paris-2024"));
  writeFileSync(join(folder, "b.json"), "{}");
  const refused = await loadWorlds(here.world, () => {});
  assert.ok(isRefused(refused));
  assert.match(refused.message, /^b\.json: Line 1/);
  assert.deepEqual(await everyRow(here.world.storage.db), empty, "the world that was sound is not left alone");
  writeFileSync(join(folder, "b.json"), worldText("club-open"));
  writeFileSync(join(folder, "notes.txt"), "no world");
  const said: string[] = [];
  assert.equal(await loadWorlds(here.world, (line) => said.push(line)), undefined);
  assert.equal(said.length, 4);
  const loaded = await everyRow(here.world.storage.db);
  assert.equal(loaded.get("competitions")?.length, 2);
  assert.equal(await loadWorlds(here.world, () => assert.fail("nothing is loaded twice")), undefined);
  assert.deepEqual(await everyRow(here.world.storage.db), loaded);
});
