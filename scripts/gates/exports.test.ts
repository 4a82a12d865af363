import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { root } from "../bootstrap/runtime.mjs";
import { unusedExports } from "./exports.ts";
import { filesMatching } from "./test-files.ts";

const SOURCES = "{engine,protocol,server,web,cli,e2e,bench,scripts,examples}/**/*.{ts,tsx,mjs}";

/** Started, or loaded by their name. */
const ENTRIES = [/(^|\/)main\.ts$/, /^cli\/src\/commands\//, /^web\/src\/(entry-|render)/, /config\.ts$/];

/** Packages in which nothing is exported that nobody imports. */
const HELD = /^(engine|protocol)\//;

/** Laws that are read and tested, whose pages are still to be made, and names for what the server calls text. */
const AWAITED = [
  /^engine\/src\/brand\.ts$/,
  /^engine\/src\/draw\/(double-elimination|swiss)\.ts$/,
  /^engine\/src\/entries\//,
  /^engine\/src\/schedule\//,
  /^engine\/src\/matches\/team\.ts$/,
];

test("what is exported is imported somewhere", () => {
  const unused = unusedExports(root, filesMatching(SOURCES, []), ENTRIES);
  assert.deepEqual(
    unused
      .filter(({ file, from }) => HELD.test(file) && !AWAITED.some((awaited) => awaited.test(from)))
      .map(({ file, name }) => `${file} exports ${name}`),
    [],
  );
});

const PLANTED: Readonly<Record<string, string>> = {
  "engine/src/index.ts": `export * from "./a.ts";\nexport { kept, alsoKept as renamed, dropped } from "./b.ts";`,
  "engine/src/a.ts": `export const used = 1;\nexport const unused = 2;\nexport type Shape = 3;\nexport function main() {}`,
  "engine/src/b.ts": `export const kept = 1, dropped = 2;\nexport const { alsoKept } = { alsoKept: 3 };`,
  "server/src/c.ts": `import { used, kept, renamed } from "@podium/engine";\nconst later = import("./d.ts");`,
  "server/src/d.ts": `import type { Shape } from "../../engine/src/a.ts";\nexport class D {}\nexport enum E {}`,
  "server/src/main.ts": `export const started = true;`,
};

test("an export that nobody imports is found, also where an index passes it on", () => {
  const tree = mkdtempSync(join(tmpdir(), "podium-exports-"));
  try {
    for (const [file, text] of Object.entries(PLANTED)) {
      mkdirSync(dirname(join(tree, file)), { recursive: true });
      writeFileSync(join(tree, file), `${text}\n`);
    }
    assert.deepEqual(
      unusedExports(tree, Object.keys(PLANTED), ENTRIES).map(({ file, name }) => `${file} ${name}`),
      ["engine/src/index.ts dropped", "engine/src/a.ts unused", "engine/src/a.ts main", "engine/src/b.ts dropped"],
    );
  } finally {
    rmSync(tree, { recursive: true, force: true });
  }
});
