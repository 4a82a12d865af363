import assert from "node:assert/strict";
import { mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, before, describe, test } from "node:test";
import { runtimePath } from "../bootstrap/runtime.mjs";
import { type CommandOutcome, outcomeOf } from "./command.ts";

const importTest = `import { describe, test } from "node:test";\n`;

/** One file a row, with what must be counted for it. */
const rows = [
  {
    name: "two tests that hold",
    source: `${importTest}test("a", () => {});\ntest("b", () => {});`,
    passed: 2,
    failed: 0,
  },
  {
    name: "a suite of one",
    source: `${importTest}describe("s", () => { test("a", () => {}); });`,
    passed: 1,
    failed: 0,
  },
  {
    name: "a failure inside a suite",
    source: `${importTest}describe("s", () => { test("a", () => { throw new Error("planted"); }); });`,
    passed: 0,
    failed: 1,
  },
  { name: "a skipped test", source: `${importTest}test("a", { skip: true }, () => {});`, passed: 0, failed: 1 },
  { name: "a test left to do", source: `${importTest}test("a", { todo: true }, () => {});`, passed: 0, failed: 1 },
  { name: "a file that cannot be loaded", source: `import "./nowhere.ts";`, passed: 0, failed: 1 },
  { name: "a file that ends the process", source: `process.exit(3);`, passed: 0, failed: 1 },
  // The test fails by its own limit; what it left open keeps the file alive until the limit of the run, which fails too.
  {
    name: "a test that hangs",
    source: `${importTest}test("a", () => new Promise((resolve) => setTimeout(resolve, 60_000)));`,
    passed: 0,
    failed: 2,
  },
  { name: "a test that never gives way", source: `${importTest}test("a", () => { for (;;); });`, passed: 0, failed: 1 },
] as const;

describe("what a run of test files counts", () => {
  let folder = "";
  before(() => {
    folder = realpathSync(mkdtempSync(join(tmpdir(), "podium-counts-")));
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  for (const { name, source, passed, failed } of rows) {
    test(`${name}: ${passed} passed, ${failed} failed`, async () => {
      const file = join(folder, "planted.test.ts");
      writeFileSync(file, source);
      const { output } = await countsOf(file);
      assert.match(output, new RegExp(`^counted ${passed} ${failed} (true|false)$`, "m"), output);
      if (failed > 0) assert.match(output, /true$/m, "a failure is told");
    });
  }

  test("a file that cannot be loaded says why", async () => {
    const file = join(folder, "planted.test.ts");
    writeFileSync(file, `import "./nowhere.ts";`);
    assert.match((await countsOf(file)).output, /Cannot find module .*nowhere\.ts/);
  });
});

/** A run of tests cannot be started from inside a test, so a program of its own does it, with no more in its environment than a start by hand. */
function countsOf(file: string): Promise<CommandOutcome> {
  const module = new URL("./test-files.ts", import.meta.url).href;
  const program = join(dirname(file), "count.mjs");
  writeFileSync(
    program,
    `import { runTestFiles } from ${JSON.stringify(module)};
    const finding = await runTestFiles([${JSON.stringify(file)}], { concurrency: 1, timeoutSeconds: 1, limitSeconds: 2.5 });
    process.stdout.write(finding.report + \`\\ncounted \${finding.passed} \${finding.failed} \${finding.report !== ""}\\n\`);
    process.exitCode = 0;\n`,
  );
  return outcomeOf("/usr/bin/env", ["--unset=NODE_TEST_CONTEXT", runtimePath(), program]);
}
