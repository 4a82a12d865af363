import assert from "node:assert/strict";
import { type ChildProcess, spawn } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { root } from "./runtime.mjs";
import { unwritable } from "./stop.mjs";

interface Exit {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

function ended(child: ChildProcess): Promise<Exit> {
  let stdout = "";
  let stderr = "";
  child.stdout?.on("data", (chunk: Buffer) => (stdout += chunk.toString()));
  child.stderr?.on("data", (chunk: Buffer) => (stderr += chunk.toString()));
  return new Promise((resolve) => child.once("close", (code, signal) => resolve({ code, signal, stdout, stderr })));
}

/** A folder with the scripts and the lock file of this repository, in which nothing is installed. */
function bareFolder(): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "podium-bare-")));
  for (const path of ["scripts", "podium", "package.json", "package-lock.json"])
    cpSync(join(root, path), join(folder, path), { recursive: true });
  return folder;
}

describe("on a machine where Podium cannot be installed", () => {
  let folder = "";
  before(() => {
    folder = bareFolder();
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  const unreachable = {
    PATH: process.env["PATH"],
    npm_config_registry: "http://127.0.0.1:9/",
    npm_config_fetch_retries: "0",
    npm_config_cache: join(tmpdir(), `podium-no-cache-${process.pid}`),
  };
  const rows = [
    {
      name: "without npm",
      environment: { PATH: "/nowhere" },
      sentence: /^Podium could not install what it needs: npm was not found on this machine\.\n$/,
    },
    {
      name: "without the registry",
      environment: unreachable,
      sentence: /^Podium could not install what it needs: [^\n]+\n$/,
    },
  ];
  for (const { name, environment, sentence } of rows) {
    for (const script of ["start.mjs", "podium.mjs", "test.mjs"]) {
      test(`${script} ${name} says so in one sentence and fails`, async () => {
        const { code, stderr, stdout } = await ended(
          spawn(process.execPath, [join(folder, "scripts", script)], { env: environment }),
        );
        assert.equal(code, 1);
        assert.match(script === "podium.mjs" ? stderr.slice(stderr.indexOf("\n") + 1) : stderr, sentence);
        assert.equal(script === "podium.mjs" ? stdout : "", "");
      });
    }
  }
  after(() => rmSync(unreachable.npm_config_cache, { recursive: true, force: true }));

  test("a folder that cannot be written to is named", () => {
    for (const code of ["EACCES", "EPERM", "EROFS"]) {
      const error = Object.assign(new Error(code), { code });
      assert.equal(
        unwritable(error, "/srv/podium")?.message,
        "Podium cannot write to /srv/podium: the folder is read-only for this user.",
      );
    }
    assert.equal(unwritable(new Error("something else"), "/srv/podium"), undefined);
  });
});

describe("a program that a script becomes", () => {
  let folder = "";
  before(() => {
    folder = bareFolder();
    symlinkSync(join(root, "node_modules"), join(folder, "node_modules"), "dir");
    mkdirSync(join(folder, "cli/src"), { recursive: true });
    writeFileSync(
      join(folder, "program.mjs"),
      `import { becomeProgram } from "./scripts/bootstrap/runtime.mjs";\nif (process.env.WAIT) delete process.execve;\nawait becomeProgram("cli/src/main.ts", process.argv.slice(2));\n`,
    );
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  function become(source: string, args: readonly string[], wait: boolean): ChildProcess {
    writeFileSync(join(folder, "cli/src/main.ts"), source);
    return spawn(process.execPath, [join(folder, "program.mjs"), ...args], { env: wait ? { WAIT: "1" } : {} });
  }

  for (const wait of [false, true]) {
    const way = wait ? "while the script waits" : "in the script's place";
    test(`${way}, gets its arguments and input untouched and keeps its output and exit code`, async () => {
      const child = become(
        `const text: string[] = [];\nfor await (const chunk of process.stdin) text.push(String(chunk));\nprocess.stdout.write(JSON.stringify([process.argv.slice(2), text.join("")]));\nprocess.exitCode = 7;\n`,
        ["score", "--as", "a b", ""],
        wait,
      );
      child.stdin?.end("11-6\n");
      const { code, stdout, stderr } = await ended(child);
      assert.deepEqual(JSON.parse(stdout), [["score", "--as", "a b", ""], "11-6\n"]);
      assert.equal(stderr, "");
      assert.equal(code, 7);
    });

    test(`${way}, hears SIGTERM and may end in its own way`, async () => {
      const child = become(
        `process.on("SIGTERM", () => process.exit(5));\nsetInterval(() => {}, 1000);\nprocess.stdout.write("ready");\n`,
        [],
        wait,
      );
      child.stdout?.once("data", () => child.kill("SIGTERM"));
      const { code, signal } = await ended(child);
      assert.deepEqual([code, signal], [5, null]);
    });
  }
});
