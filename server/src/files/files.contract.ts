import assert from "node:assert/strict";
import { suite, test } from "node:test";
import { proveFiles, type Files } from "./files.ts";

const bytes = (...values: number[]) => Uint8Array.from(values);

/** The keys of a store, or of a folder in it, in the order in which they are listed. */
export async function keysOf(files: Files, folder?: string): Promise<string[]> {
  const keys: string[] = [];
  for await (const { key } of files.list(folder)) keys.push(key);
  return keys;
}

/** What every store of files must do; run against each adapter. `open` gives an empty one. */
export function filesContract(name: string, open: () => Files): void {
  suite(`files contract: ${name}`, () => {
    test("what was put is got, byte by byte", async () => {
      const files = open();
      const large = Uint8Array.from({ length: 300_000 }, (_, index) => index % 251);
      await files.put("photos/a/1-480.webp", large);
      assert.deepEqual(await files.get("photos/a/1-480.webp"), large);
    });

    test("what was never put is nothing", async () => assert.equal(await open().get("photos/nothing"), null));

    test("the last one under a key counts", async () => {
      const files = open();
      await files.put("a", bytes(1));
      await files.put("a", bytes(2, 3));
      assert.deepEqual(await files.get("a"), bytes(2, 3));
    });

    test("of many who write one key at once, one is there whole", async () => {
      const files = open();
      await Promise.all(Array.from({ length: 20 }, (_, index) => files.put("a", new Uint8Array(50_000).fill(index))));
      const got = (await files.get("a")) ?? bytes();
      assert.equal(got.length, 50_000);
      assert.equal(new Set(got).size, 1);
    });

    test("what was removed is gone, alone or with its folder, and removing it again does nothing", async () => {
      const files = open();
      for (const key of ["photos/a/1", "photos/a/2", "photos/ab/1"]) await files.put(key, bytes(1));
      await files.remove("photos/a/1");
      assert.equal(await files.get("photos/a/1"), null);
      await files.remove("photos/a");
      await files.remove("photos/a");
      assert.equal(await files.get("photos/a/2"), null);
      assert.deepEqual(await files.get("photos/ab/1"), bytes(1));
    });

    test("what was put is listed in the order of its keys with its time, all of it or a folder, and what was removed is not", async () => {
      const files = open();
      for (const key of ["photos/b/1.webp", "originals/z", "photos/a/2-960.jpeg", "photos/ab/1", "photos/a/10"])
        await files.put(key, bytes(1));
      await files.remove("photos/b");
      assert.deepEqual(await keysOf(files), ["originals/z", "photos/a/10", "photos/a/2-960.jpeg", "photos/ab/1"]);
      for await (const { writtenMs } of files.list()) assert.ok(Math.abs(Date.now() - writtenMs) < 60_000);
      assert.deepEqual(await keysOf(files, "photos/a"), ["photos/a/10", "photos/a/2-960.jpeg"]);
      assert.deepEqual(await keysOf(files, "nothing"), []);
    });

    test("it is proved by a file that is gone afterwards, and says where it is", async () => {
      const files = open();
      await proveFiles(files);
      assert.deepEqual(await keysOf(files), []);
      assert.match(files.place, /^The \w+ /);
    });

    for (const key of ["../a", "a/../b", "/a", "", "a//b", ".a", "a\u0000b", "a\\b"])
      test(`no key leads out of the store: ${JSON.stringify(key)}`, async () => {
        await assert.rejects(async () => open().put(key, bytes(1)), /No key of a file/);
        await assert.rejects(async () => open().get(key), /No key of a file/);
        await assert.rejects(async () => open().remove(key), /No key of a file/);
        await assert.rejects(async () => keysOf(open(), key), /No key of a file/);
      });
  });
}
