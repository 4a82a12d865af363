import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import { root } from "../bootstrap/runtime.mjs";
import { objectionToName } from "./file-names.ts";
import { filesMatching } from "./test-files.ts";

const manifests = [
  "package.json",
  "engine/package.json",
  "protocol/package.json",
  "server/package.json",
  "web/package.json",
  "cli/package.json",
];

interface Manifest {
  readonly dependencies?: Record<string, string>;
  readonly devDependencies?: Record<string, string>;
  readonly optionalDependencies?: Record<string, string>;
}

interface Lock {
  readonly packages: Record<
    string,
    { readonly resolved?: string; readonly hasInstallScript?: boolean; readonly link?: boolean }
  >;
}

function readJson<Shape>(path: string): Shape {
  return JSON.parse(readFileSync(join(root, path), "utf8"));
}

const sources = filesMatching("{engine,protocol,server,web,cli,examples,e2e,bench,scripts}/**/*.{ts,tsx,mjs}", []);

describe("file names", () => {
  test("no file has a name that says nothing, and all are kebab-case", () => {
    const files = filesMatching("{engine,protocol,server,web,cli,examples,e2e,bench,scripts,docs}/**/*.*", []);
    assert.deepEqual(
      files.map(objectionToName).filter((objection) => objection !== undefined),
      [],
    );
  });

  const rows = [
    { path: "engine/src/draw/lot.ts", stays: true },
    { path: "engine/src/draw/lot.test.ts", stays: true },
    { path: "README.md", stays: true },
    { path: "engine/src/utils.ts", stays: false },
    { path: "server/src/draw-helpers.ts", stays: false },
    { path: "server/src/types.test.ts", stays: false },
    { path: "web/src/ThreadPage.tsx", stays: false },
    { path: "web/src/thread_page.tsx", stays: false },
    { path: "engine/src/database.ts", stays: true },
  ];
  for (const { path, stays } of rows) {
    test(`${path} ${stays ? "may stay" : "may not stay"}`, () =>
      assert.equal(objectionToName(path) === undefined, stays));
  }
});

describe("what is installed", () => {
  test("the engine depends on nothing", () => {
    assert.equal(readJson<Manifest>("engine/package.json").dependencies, undefined);
  });

  test("every dependency is pinned to one version", () => {
    for (const path of manifests) {
      const { dependencies, devDependencies, optionalDependencies } = readJson<Manifest>(path);
      for (const [name, version] of Object.entries({ ...dependencies, ...devDependencies, ...optionalDependencies })) {
        assert.match(version, /^(npm:.+@)?\d+\.\d+\.\d+$/, `${name} in ${path}`);
      }
    }
  });

  test("no dependency needs an install script, and the lock file names no registry", () => {
    for (const [path, entry] of Object.entries(readJson<Lock>("package-lock.json").packages)) {
      assert.equal(entry.hasInstallScript, undefined, path);
      if (!entry.link) assert.equal(entry.resolved, undefined, path);
    }
  });
});

describe("tests", () => {
  test("none is skipped, narrowed to itself or left to do", () => {
    const evasive = /\b(test|it|describe|suite)\.(skip|only|todo)\b|\{ *(skip|only|todo):/;
    const found = sources.filter(
      (file) => !file.startsWith("scripts/gates/") && evasive.test(readFileSync(join(root, file), "utf8")),
    );
    assert.deepEqual(found, []);
  });
});

test("a path that a document names is there", () => {
  const named = filesMatching("{*.md,docs/**/*.md,examples/**/*.md}", []).flatMap((document) =>
    [
      ...readFileSync(join(root, document), "utf8").matchAll(
        /`((?:engine|server|protocol|web|cli|scripts|e2e|bench|examples|docs)\/[\w./-]+)`/g,
      ),
    ]
      .map(([, path = ""]) => path)
      .filter((path) => !path.startsWith("web/dist") && !existsSync(join(root, path)))
      .map((path) => `${document} names ${path}`),
  );
  assert.deepEqual(named, []);
});
