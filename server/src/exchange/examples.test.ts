import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { isRefused } from "@podium/engine";
import { install, exampleText, type Installation } from "../web-server/scenario.testing.ts";
import { everyRow } from "../storage/rows.testing.ts";
import { loadExamples } from "./examples.ts";

const folder = mkdtempSync(join(tmpdir(), "podium-examples-"));
let here: Installation;

before(async () => {
  here = await install({ examples: [], settings: { PODIUM_EXAMPLES: folder } });
});

after(async () => {
  await here.close();
  rmSync(folder, { recursive: true });
});

/** None of these has acts beside it. */
const play = () => assert.fail("there is nothing to play");

test("examples are loaded all or none, each by its name, and once", async () => {
  const empty = await everyRow(here.app.storage.db);
  writeFileSync(join(folder, "a.json"), exampleText("paris-2024"));
  writeFileSync(join(folder, "b.json"), "{}");
  const refused = await loadExamples(here.app, () => {}, play);
  assert.ok(isRefused(refused));
  assert.match(refused.message, /^b\.json: Line 1/);
  assert.deepEqual(await everyRow(here.app.storage.db), empty, "the example that was sound is not left alone");
  writeFileSync(join(folder, "b.json"), exampleText("club-open"));
  writeFileSync(join(folder, "notes.txt"), "no example");
  const printed: string[] = [];
  assert.equal(await loadExamples(here.app, (line) => printed.push(line), play), undefined);
  assert.equal(printed.length, 4);
  const loaded = await everyRow(here.app.storage.db);
  assert.equal(loaded.get("competitions")?.length, 2);
  assert.equal(await loadExamples(here.app, () => assert.fail("nothing is loaded twice"), play), undefined);
  assert.deepEqual(await everyRow(here.app.storage.db), loaded);
});
