import assert from "node:assert/strict";
import { cpSync, mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, before, describe, test } from "node:test";
import { root } from "../bootstrap/runtime.mjs";
import { toolOutcome } from "./command.ts";

/** A folder with this repository's settings and one planted file. */
let tree = "";

before(() => {
  tree = realpathSync(mkdtempSync(join(tmpdir(), "podium-purity-")));
  for (const path of [".oxlintrc.json", "tsconfig.base.json", "engine/tsconfig.json", "engine/package.json"])
    cpSync(join(root, path), join(tree, path));
  symlinkSync(join(root, "node_modules"), join(tree, "node_modules"), "dir");
});

after(() => rmSync(tree, { recursive: true, force: true }));

function plant(file: string, source: string): void {
  mkdirSync(dirname(join(tree, file)), { recursive: true });
  writeFileSync(join(tree, file), `${source}\n`);
}

describe("lint", () => {
  const rows: readonly { file: string; source: string; caughtBy: string | undefined }[] = [
    { file: "engine/src/bad.ts", source: `export const now = Date.now();`, caughtBy: "no-restricted-globals" },
    {
      file: "engine/src/bad.ts",
      source: `export const year = new Date(0).getFullYear();`,
      caughtBy: "no-restricted-globals",
    },
    { file: "engine/src/bad.ts", source: `export const lot = Math.random();`, caughtBy: "no-restricted-properties" },
    {
      file: "engine/src/bad.ts",
      source: `export const answer = fetch("https://example.org");`,
      caughtBy: "no-restricted-globals",
    },
    { file: "engine/src/bad.ts", source: `console.log(1);`, caughtBy: "no-console" },
    {
      file: "engine/src/bad.ts",
      source: `export const later = Promise.resolve(1);`,
      caughtBy: "no-restricted-globals",
    },
    { file: "engine/src/bad.test.ts", source: `export const now = Date.now();`, caughtBy: undefined },
    { file: "server/src/fine.ts", source: `export const now = Date.now();`, caughtBy: undefined },
    { file: "server/src/bad.ts", source: `export const x: any = 1;`, caughtBy: "no-explicit-any" },
    { file: "server/src/bad.ts", source: `export const x = [1].at(0)!;`, caughtBy: "no-non-null-assertion" },
    { file: "server/src/bad.ts", source: `// TODO: later.\nexport const x = 1;`, caughtBy: "no-warning-comments" },
    { file: "server/src/bad.ts", source: `export default 1;`, caughtBy: "no-default-export" },
    {
      file: "server/src/bad.ts",
      source: `export const f = (a: 1, b: 1, c: 1, d: 1) => a + b + c + d;`,
      caughtBy: "max-params",
    },
    {
      file: "server/src/bad.ts",
      source: `export function f() {\n${"  void 0;\n".repeat(51)}}`,
      caughtBy: "max-lines-per-function",
    },
    {
      file: "server/src/bad.ts",
      source: Array.from({ length: 351 }, (_, line) => `export const a${line} = 0;`).join("\n"),
      caughtBy: "max-lines",
    },
  ];
  for (const { file, source, caughtBy } of rows) {
    test(`${caughtBy ?? "nothing"} catches ${source.slice(0, 60)} in ${file}`, async () => {
      plant(file, source);
      const { code, output } = await toolOutcome("oxlint/bin/oxlint", ["--deny-warnings", "--format=unix", file], tree);
      rmSync(join(tree, file));
      if (caughtBy === undefined) assert.equal(code, 0, output);
      else assert.match(output, new RegExp(`\\(${caughtBy}\\)`));
    });
  }
});

describe("the engine's types", () => {
  const rows = [
    "console.log(1);",
    "export const p = process.pid;",
    "setTimeout(() => {}, 1);",
    "export const w = window;",
    `import "node:fs";`,
  ];
  for (const source of rows) {
    test(`know nothing of ${source}`, async () => {
      plant("engine/src/bad.ts", source);
      const { code, output } = await toolOutcome("@typescript/native/bin/tsc", ["--project", "engine"], tree);
      assert.notEqual(code, 0);
      assert.match(output, /engine\/src\/bad\.ts\(1,/);
    });
  }

  test("know the language itself", async () => {
    plant("engine/src/bad.ts", "export const sum = [1, 2].toSorted().at(-1);");
    const { code, output } = await toolOutcome("@typescript/native/bin/tsc", ["--project", "engine"], tree);
    assert.equal(code, 0, output);
  });
});
