import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { openTestDatabase } from "../storage/database.testing.ts";
import { migrate } from "../storage/migrations.ts";
import { makeAuth } from "./auth.ts";

/** Milliseconds of processor time: of the thread that answers requests, and of all threads. */
async function costOf(work: () => Promise<unknown>): Promise<{ readonly here: number; readonly everywhere: number }> {
  const [thread, all] = [process.threadCpuUsage(), process.cpuUsage()];
  await work();
  const [inThread, inAll] = [process.threadCpuUsage(thread), process.cpuUsage(all)];
  return { here: (inThread.user + inThread.system) / 1000, everywhere: (inAll.user + inAll.system) / 1000 };
}

test("passwords are hashed and compared beside the thread that answers requests", async () => {
  const folder = mkdtempSync(join(tmpdir(), "podium-password-"));
  const storage = await openTestDatabase(join(folder, "podium.sqlite"));
  try {
    await migrate(storage);
    const auth = makeAuth({ db: storage.db, origin: "http://here", secret: "s".repeat(40) });
    const { password } = await auth.$context;
    const hash = await password.hash("a long password");
    const words = Array.from({ length: 4 }, (_, at) => `a long password ${at}`);
    const hashing = await costOf(() => Promise.all(words.map((word) => password.hash(word))));
    const comparing = await costOf(() => Promise.all(words.map((word) => password.verify({ password: word, hash }))));
    for (const { here, everywhere } of [hashing, comparing]) {
      assert.ok(everywhere > 80, `four hashes cost ${everywhere} ms: no longer dear to guess`);
      assert.ok(here < everywhere / 4, `${here} of ${everywhere} ms in the thread that answers`);
    }
  } finally {
    await storage.close();
    rmSync(folder, { recursive: true });
  }
});
