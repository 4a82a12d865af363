import assert from "node:assert/strict";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { NO_SMALL_DISK, onSmallDisk } from "../storage/small-disk.testing.ts";
import { StorageFault } from "../storage/storage.ts";
import { wherePossible } from "../storage/where-possible.testing.ts";
import { secretIn } from "./secret.ts";

const folder = mkdtempSync(join(tmpdir(), "podium-secret-"));
after(() => rmSync(folder, { recursive: true }));

test("a secret is made once, and nothing else is left beside it", () => {
  const made = secretIn(folder);
  assert.equal(Buffer.from(made, "base64url").length, 48);
  assert.equal(secretIn(folder), made);
  assert.deepEqual(readdirSync(folder), ["secret"]);
});

test("what is no secret signs nothing", () => {
  const path = join(folder, "secret");
  const whole = readFileSync(path, "utf8");
  for (const part of ["", "\n", whole.slice(0, 20)]) {
    writeFileSync(path, part);
    assert.throws(
      () => secretIn(folder),
      (fault) => fault instanceof StorageFault && fault.kind === "damaged" && fault.message.includes(path),
    );
  }
});

wherePossible(NO_SMALL_DISK, () =>
  test("on a full disk no secret is made, and none in part", () => {
    const module = new URL("secret.ts", import.meta.url).href;
    const output = onSmallDisk(8, [
      "--input-type=module",
      "-e",
      `import { appendFileSync, readdirSync } from "node:fs"; import { secretIn } from "${module}";
       try { for (;;) appendFileSync("DISK/filler", "x".repeat(4096)); } catch {}
       try { console.log(secretIn("DISK")); } catch (fault) { console.log(fault.name, fault.kind, readdirSync("DISK").join()); }`,
    ]);
    assert.equal(output, "StorageFault full filler\n");
  }),
);
