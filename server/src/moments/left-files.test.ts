import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { isRefused } from "@podium/engine";
import { transact } from "../app.ts";
import { phonePhoto } from "../images/pictures.testing.ts";
import { momentIn } from "../storage/codes.ts";
import { install, type Installation } from "../web-server/scenario.testing.ts";
import { removeLeftFiles } from "./left-files.ts";
import { addPhoto, storePhoto } from "./photos.ts";

let here: Installation;
before(async () => {
  here = await install();
});
after(() => here.close());

async function keysHere(): Promise<string[]> {
  const keys: string[] = [];
  for await (const { key } of here.app.files.list()) keys.push(key);
  return keys;
}

const CAPTURED = {
  id: "paris-2024-xd-podium/captured",
  moment_id: momentIn({ moment: "paris-2024-xd-podium" }),
  position: 0,
  platform: "A platform",
  language: "en",
  words: "Words",
  invented: 1,
  screenshot: "a.png",
};

test("a file that no photo and no reaction knows goes a day after it was written; those of photos and younger ones stay", async () => {
  const stored = await storePhoto(here.app, await phonePhoto(64, 48));
  assert.ok(!isRefused(stored));
  const moment = momentIn({ moment: "paris-2024-xd-podium" });
  await transact(here.app, null, (unit) => addPhoto(unit, moment, { photo: stored, isShown: false }));
  for (const key of ["originals/nobody", "photos/nobody/1-480.webp", "screenshots/a.png", "screenshots/b.png"])
    await here.app.files.put(key, Uint8Array.of(1));
  const { db } = here.app.storage;
  await db.insertInto("reactions").values(CAPTURED).execute();
  const before = await keysHere();
  await removeLeftFiles(here.app);
  assert.deepEqual(await keysHere(), before, "what is being sent has no row yet");
  await removeLeftFiles({ ...here.app, clock: () => Date.now() + 25 * 3_600_000 });
  assert.deepEqual(await keysHere(), [`originals/${stored.id}`, "screenshots/a.png"]);
});
