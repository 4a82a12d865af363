import assert from "node:assert/strict";
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, before, describe, test } from "node:test";
import { root } from "../bootstrap/runtime.mjs";
import { type Unlawful, unlawfulIn } from "./arrows.ts";
import { folders, packages, testsStandOn } from "./folders.mjs";

/** A tree as files by path. Each package is entered by its index.ts, whatever else it has. */
type Tree = Readonly<Record<string, readonly string[]>>;

const names = Object.keys(packages);

/** The file that stands for a row: the file itself, or one in the folder. */
function fileOf(name: string, row: string): string {
  return `${name}/src/${row.includes(".") ? row : `${row}/plain.ts`}`;
}

/** Where a package has a file that may break a rule between packages. */
function roomOf(name: string): string {
  return `${name}/src/${folders[name]?.find(([row]) => !row.includes("."))?.[0] ?? ""}`.replace(/\/$/, "");
}

function importOf(from: string, to: string): string {
  return `import "${"../".repeat(from.split("/").length - 1)}${to}";`;
}

interface Pair {
  readonly name: string;
  readonly from: string;
  readonly to: string;
  readonly isAllowed: boolean;
}

/** Every ordered pair of rows of a package. */
const pairs: readonly Pair[] = Object.entries(folders).flatMap(([name, rows]) =>
  rows.flatMap(([from, allowed]) =>
    rows.filter(([to]) => to !== from).map(([to]) => ({ name, from, to, isAllowed: allowed.includes(to) })),
  ),
);

const front = Object.fromEntries(names.map((name) => [`${name}/src/index.ts`, []]));
const plain = Object.fromEntries(
  Object.entries(folders).flatMap(([name, rows]) => rows.map(([row]) => [fileOf(name, row), [] as string[]])),
);

/** Every row, each of which imports all that it may; packages import one another by name. */
function lawful(): Tree {
  const tree: Record<string, string[]> = structuredClone({ ...front, ...plain });
  for (const { name, from, to, isAllowed } of pairs)
    if (isAllowed) tree[fileOf(name, from)]?.push(importOf(fileOf(name, from), fileOf(name, to)));
  for (const [name, allowed] of Object.entries(packages))
    tree[`${roomOf(name)}/neighbours.ts`] = allowed.map((other) => `import "@podium/${other}";`);
  return {
    ...tree,
    "protocol/src/text.ts": [`import { z } from "zod";`],
    "server/src/storage/sqlite.ts": [`import "node:sqlite";`, `import "kysely";`],
    "server/src/podium.ts": [...(tree["server/src/podium.ts"] ?? []), `import "./storage/sqlite.ts";`],
    "server/src/matches/plain.test.ts":
      testsStandOn["server"]?.map((row) => importOf("server/src/matches/plain.test.ts", fileOf("server", row))) ?? [],
    "server/src/app.test.ts": [`import "./web-server/plain.ts";`],
  };
}

/** Every row, and beside it a file that imports all that it may not. A file's row is that file. */
function forbidden(): Tree {
  const tree: Record<string, string[]> = structuredClone({ ...front, ...plain });
  for (const { name, from, to, isAllowed } of pairs) {
    const file = plantedIn(name, from);
    if (!isAllowed) (tree[file] ??= []).push(importOf(file, fileOf(name, to)));
  }
  return tree;
}

function plantedIn(name: string, row: string): string {
  return fileOf(name, row).replace("/plain.ts", "/planted.ts");
}

/** Each row plants a file that breaks another rule, and names the rule that must catch it. */
const single: readonly { file: string; source: string; rule: string }[] = [
  ...names.flatMap((name) =>
    names
      .filter((other) => other !== name && !packages[name]?.includes(other))
      .map((other) => ({
        file: `${roomOf(name)}/to-${other}.ts`,
        source: importOf(`${roomOf(name)}/to-${other}.ts`, `${other}/src/index.ts`),
        rule: `${name}-imports-${packages[name]?.join("-and-") || "no-other-package"}`,
      })),
  ),
  ...names.flatMap((name) =>
    names
      .filter((other) => other !== name)
      .map((other) => ({
        file: `${roomOf(other)}/behind-${name}.ts`,
        source: importOf(`${roomOf(other)}/behind-${name}.ts`, `${name}/src/inside.ts`),
        rule: `${name}-is-entered-at-the-front-door`,
      })),
  ),
  { file: "engine/src/draw/core.ts", source: `import "node:crypto";`, rule: "engine-is-pure" },
  { file: "engine/src/draw/npm.ts", source: `import { z } from "zod";`, rule: "engine-is-pure" },
  { file: "protocol/src/hono.ts", source: `import { Hono } from "hono";`, rule: "protocol-needs-only-zod" },
  { file: "web/src/live/core.ts", source: `import "node:fs";`, rule: "pages-need-nothing-of-node" },
  { file: "server/src/moments/sql.ts", source: `import "node:sqlite";`, rule: "only-storage-touches-a-database" },
  { file: "cli/src/sql.ts", source: `import type { X } from "kysely";`, rule: "only-storage-touches-a-database" },
  { file: "server/src/draw/sql.ts", source: `import "../storage/sqlite.ts";`, rule: "only-podium-picks-the-adapter" },
  { file: "engine/src/draw/again.ts", source: `import type { X } from "./around.ts";`, rule: "no-cycles" },
  { file: "engine/src/draw/lost.ts", source: `import "./nowhere.ts";`, rule: "everything-resolves" },
  {
    file: "server/src/matches/late.test.ts",
    source: `import "../medals/plain.ts";`,
    rule: "server-matches-is-tested-on-what-tests-stand-on",
  },
];

/** What the single rows point at. */
const pointedAt: Tree = {
  ...Object.fromEntries(names.map((name) => [`${name}/src/inside.ts`, []])),
  "server/src/storage/sqlite.ts": [],
  "engine/src/draw/around.ts": [`import type { X } from "./again.ts";`],
};

describe("the architecture's arrows", () => {
  const made: string[] = [];

  after(() => {
    for (const tree of made) rmSync(tree, { recursive: true, force: true });
  });

  async function found(files: Tree): Promise<Unlawful> {
    const tree = realpathSync(mkdtempSync(join(tmpdir(), "podium-arrows-")));
    made.push(tree);
    mkdirSync(join(tree, "node_modules/@podium"), { recursive: true });
    for (const name of names) {
      mkdirSync(join(tree, name));
      cpSync(join(root, name, "package.json"), join(tree, name, "package.json"));
      symlinkSync(join(tree, name), join(tree, "node_modules/@podium", name), "dir");
    }
    for (const name of ["zod", "hono", "kysely"])
      symlinkSync(join(root, "node_modules", name), join(tree, "node_modules", name), "dir");
    for (const [file, lines] of Object.entries(files)) {
      mkdirSync(dirname(join(tree, file)), { recursive: true });
      writeFileSync(join(tree, file), `${lines.join("\n")}\nexport type X = 1;\n`);
    }
    return unlawfulIn(tree);
  }

  test("every folder may import what its row names, and an installation is there for tests", async () => {
    assert.deepEqual(await found(lawful()), { imports: [], folders: [] });
  });

  test(`all ${pairs.filter(({ isAllowed }) => !isAllowed).length} imports that no row names are caught`, async () => {
    const { imports } = await found(forbidden());
    assert.deepEqual(
      imports.filter((line) => line.includes("imports-only-what-its-row-names")).toSorted(),
      pairs
        .filter(({ isAllowed }) => !isAllowed)
        .map(({ name, from, to }) => {
          const rule = `${name}-${from}-imports-only-what-its-row-names`;
          return `${rule}: ${plantedIn(name, from)} → ${fileOf(name, to)}`;
        })
        .toSorted(),
    );
  });

  describe("what holds for single files", () => {
    let caught: readonly string[] = [];

    before(async () => {
      const planted = Object.fromEntries(single.map(({ file, source }) => [file, [source]]));
      caught = (await found({ ...front, ...plain, ...pointedAt, ...planted })).imports;
    });

    for (const { file, source, rule } of single) {
      test(`${rule} catches ${source} in ${file}`, () => {
        assert.ok(
          caught.some((violation) => violation.startsWith(`${rule}: ${file} `)),
          `found only: ${caught.join("; ") || "nothing"}`,
        );
      });
    }
  });

  test("a folder that stands in no row is found, and so is a row of what is not there", async () => {
    const { "web/src/desk/plain.ts": _, ...rest } = plain;
    const { folders: unlike } = await found({ ...front, ...rest, "server/src/photos/photo.ts": [] });
    assert.deepEqual(unlike, [
      "server/src/photos stands in no row of folders.mjs",
      "web/src/desk is a row of what is not there",
    ]);
  });

  for (const [name, rows] of Object.entries(folders)) {
    test(`ARCHITECTURE.md has every row of ${name}, in the order of the table`, () => {
      const [, section = ""] = readFileSync(join(root, "ARCHITECTURE.md"), "utf8").split(`### \`${name}/src\``);
      const [listed = ""] = section.split(/^##/m);
      const cells = [...listed.matchAll(/^\| (`.+?) \|/gm)].flatMap(([, cell = ""]) => [...cell.matchAll(/`(.+?)`/g)]);
      assert.deepEqual(
        cells.map(([, row]) => row),
        rows.map(([row]) => row),
      );
    });
  }
});
