import assert from "node:assert/strict";
import { cpSync, mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, before, describe, test } from "node:test";
import { root } from "../bootstrap/runtime.mjs";
import { forbiddenImports } from "./arrows.ts";

const packages = ["engine", "protocol", "server", "web", "cli"];

/** Each row plants one file that breaks the architecture, and names the rule that must catch it. */
const planted: readonly { file: string; source: string; rule: string }[] = [
  { file: "engine/src/index.ts", source: `import "@podium/protocol";`, rule: "engine-imports-no-other-package" },
  { file: "protocol/src/index.ts", source: `import "@podium/server";`, rule: "protocol-imports-engine" },
  { file: "server/src/index.ts", source: `import "@podium/web";`, rule: "server-imports-engine-and-protocol" },
  {
    file: "server/src/index.ts",
    source: `import "../../cli/src/main.ts";`,
    rule: "server-imports-engine-and-protocol",
  },
  {
    file: "web/src/index.ts",
    source: `import type { X } from "@podium/server";`,
    rule: "web-imports-engine-and-protocol",
  },
  { file: "cli/src/main.ts", source: `import "@podium/web";`, rule: "cli-imports-engine-and-protocol-and-server" },
  {
    file: "server/src/index.ts",
    source: `import "../../engine/src/draw/lot.ts";`,
    rule: "engine-is-entered-at-the-front-door",
  },
  {
    file: "engine/src/matches/bad.ts",
    source: `import type { X } from "../medals/medal.ts";`,
    rule: "matches-knows-nothing-downstream",
  },
  {
    file: "server/src/competitions/bad.ts",
    source: `import "../entries/entry.ts";`,
    rule: "competitions-knows-nothing-downstream",
  },
  {
    file: "server/src/claims/bad.ts",
    source: `import "../conversation/thread.ts";`,
    rule: "claims-knows-nothing-downstream",
  },
  { file: "engine/src/draw/bad.ts", source: `import "node:crypto";`, rule: "engine-is-pure" },
  { file: "engine/src/draw/bad.ts", source: `import { z } from "zod";`, rule: "engine-is-pure" },
  { file: "protocol/src/bad.ts", source: `import { Hono } from "hono";`, rule: "protocol-needs-only-zod" },
  { file: "web/src/live/bad.ts", source: `import "node:fs";`, rule: "pages-need-nothing-of-node" },
  { file: "web/src/live/bad.tsx", source: `import "../chair/chair.tsx";`, rule: "live-screens-do-not-know-the-others" },
  {
    file: "web/src/ui/bad.ts",
    source: `import type { X } from "../chair/chair.tsx";`,
    rule: "shared-parts-know-no-screen",
  },
  { file: "server/src/moments/bad.ts", source: `import "node:sqlite";`, rule: "only-storage-touches-a-database" },
  { file: "cli/src/bad.ts", source: `import type { X } from "kysely";`, rule: "only-storage-touches-a-database" },
  { file: "server/src/draw/bad.ts", source: `import "../storage/sqlite.ts";`, rule: "only-podium-picks-the-adapter" },
  { file: "server/src/draw/bad.ts", source: `import "../flow.ts";`, rule: "facts-are-wired-in-flow" },
  { file: "engine/src/draw/bad.ts", source: `import type { X } from "./worse.ts";`, rule: "no-cycles" },
  { file: "engine/src/draw/bad.ts", source: `import "./nowhere.ts";`, rule: "everything-resolves" },
];

/** The files that the planted ones point at; by themselves they break nothing. */
const lawful: Readonly<Record<string, string>> = {
  "engine/src/index.ts": `export * from "./draw/lot.ts";`,
  "engine/src/draw/lot.ts": `export const lot = 1;`,
  "engine/src/draw/worse.ts": `import type { X } from "./bad.ts";`,
  "engine/src/draw/bad.ts": `export type X = 1;`,
  "engine/src/medals/medal.ts": `import "../draw/lot.ts";\nexport type X = 1;`,
  "protocol/src/index.ts": `import { z } from "zod";\nimport "@podium/engine";`,
  "server/src/index.ts": `import "@podium/protocol";\nexport type X = 1;`,
  "server/src/podium.ts": `import "./storage/sqlite.ts";\nimport "./flow.ts";`,
  "server/src/flow.ts": `import "./entries/entry.ts";\nimport "./conversation/thread.ts";`,
  "server/src/entries/entry.ts": `export {};`,
  "server/src/conversation/thread.ts": `import "../entries/entry.ts";`,
  "server/src/storage/sqlite.ts": `import "node:sqlite";\nimport "kysely";`,
  "web/src/index.ts": `import "@podium/protocol";`,
  "web/src/chair/chair.tsx": `import "../ui/button.tsx";\nexport type X = 1;`,
  "web/src/ui/button.tsx": `export const button = <b />;`,
  "cli/src/main.ts": `import "@podium/server";`,
};

describe("the architecture's arrows", () => {
  let tree = "";

  before(() => {
    tree = realpathSync(mkdtempSync(join(tmpdir(), "podium-arrows-")));
    mkdirSync(join(tree, "node_modules/@podium"), { recursive: true });
    for (const name of packages) {
      mkdirSync(join(tree, name));
      cpSync(join(root, name, "package.json"), join(tree, name, "package.json"));
      symlinkSync(join(tree, name), join(tree, "node_modules/@podium", name), "dir");
    }
    for (const name of ["zod", "hono", "kysely"])
      symlinkSync(join(root, "node_modules", name), join(tree, "node_modules", name), "dir");
    for (const [file, source] of Object.entries(lawful)) plant(file, source);
  });

  after(() => rmSync(tree, { recursive: true, force: true }));

  function plant(file: string, source: string): void {
    mkdirSync(dirname(join(tree, file)), { recursive: true });
    writeFileSync(join(tree, file), `${source}\n`);
  }

  function uproot(file: string): void {
    const source = lawful[file];
    if (source === undefined) rmSync(join(tree, file));
    else plant(file, source);
  }

  test("a lawful tree has nothing forbidden", async () => {
    assert.deepEqual(await forbiddenImports(tree), []);
  });

  for (const { file, source, rule } of planted) {
    test(`${rule} catches ${source} in ${file}`, async () => {
      plant(file, source);
      const found = await forbiddenImports(tree);
      uproot(file);
      assert.ok(
        found.some((violation) => violation.startsWith(`${rule}: ${file} `)),
        `found only: ${found.join("; ") || "nothing"}`,
      );
    });
  }
});
