import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { accessSync, constants, existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { withProgress } from "./progress.mjs";
import { root } from "./runtime.mjs";
import { Stop, unwritable } from "./stop.mjs";

const markerPath = join(root, "node_modules", ".podium-installed");

/**
 * Installs exactly what the lock file names, unless that is already there.
 * @param {NodeJS.WriteStream} stream where progress is shown
 */
export async function ensureInstalled(stream) {
  const wanted = wantedMarker();
  if (readIfThere(markerPath) === wanted) return;
  if (!installedByHand()) {
    refuseReadOnly();
    await withProgress(stream, "Installing what Podium needs (some 180 MB, only once)", install);
  }
  mark(wanted);
}

/** What is installed belongs to one lock file and one platform. */
function wantedMarker() {
  const lock = readFileSync(join(root, "package-lock.json"));
  return `${createHash("sha256").update(lock).digest("hex")} ${process.platform}-${process.arch}\n`;
}

/** npm keeps its own record of an installation; when it holds all of the lock file, `npm ci` was run by hand. */
function installedByHand() {
  const record = readIfThere(join(root, "node_modules", ".package-lock.json"));
  if (!record) return false;
  const installed = JSON.parse(record).packages;
  const wanted = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8")).packages;
  return Object.keys(wanted).every((path) => {
    const isInstallable = path.startsWith("node_modules/") && isForThisMachine(wanted[path]);
    return !isInstallable || installed[path]?.version === wanted[path].version;
  });
}

/** @param {{ optional?: boolean, os?: string | string[], cpu?: string | string[], libc?: string | string[] }} entry */
function isForThisMachine(entry) {
  const fits =
    [entry.os ?? process.platform].flat().includes(process.platform) &&
    [entry.cpu ?? process.arch].flat().includes(process.arch);
  // Whether a package for one C library is wanted is npm's to know.
  return fits && !entry.libc && !(entry.optional && !entry.os);
}

function refuseReadOnly() {
  const folder = existsSync(join(root, "node_modules")) ? join(root, "node_modules") : root;
  try {
    accessSync(folder, constants.W_OK);
  } catch (error) {
    throw unwritable(error, folder) ?? error;
  }
}

/** @param {string} wanted */
function mark(wanted) {
  try {
    writeFileSync(markerPath, wanted);
  } catch (error) {
    // A read-only folder that is fully installed works; it is only looked at more closely at each start.
    if (!unwritable(error, root)) throw error;
  }
}

async function install() {
  const args = [
    "ci",
    "--prefer-offline",
    "--ignore-scripts",
    "--no-audit",
    "--no-fund",
    "--no-update-notifier",
    "--loglevel=error",
  ];
  const { command, before } = npmCommand();
  const { code, output } = await outcomeOf(command, [...before, ...args]);
  if (code !== 0) throw new Stop(`Podium could not install what it needs: ${reasonIn(output)}`);
}

/** Under `npm start` the npm that runs us is named in the environment, with the machine's own Node; else it is on the PATH. */
function npmCommand() {
  const { npm_execpath: script, npm_node_execpath: node } = process.env;
  if (script && /npm-cli\.[cm]?js$/.test(script)) return { command: node ?? process.execPath, before: [script] };
  return { command: process.platform === "win32" ? "npm.cmd" : "npm", before: [] };
}

/**
 * @param {string} command
 * @param {string[]} args
 * @returns {Promise<{ code: number, output: string }>}
 */
function outcomeOf(command, args) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: root,
      stdio: ["ignore", "pipe", "pipe"],
      shell: command.endsWith(".cmd"),
    });
    let output = "";
    child.stdout.on("data", (chunk) => (output += chunk));
    child.stderr.on("data", (chunk) => (output += chunk));
    child.once("error", () =>
      reject(new Stop("Podium could not install what it needs: npm was not found on this machine.")),
    );
    child.once("close", (code) => resolve({ code: code ?? 1, output }));
  });
}

/**
 * The first line of npm's complaint that says something.
 * @param {string} output
 */
function reasonIn(output) {
  const lines = output.split("\n").map((line) => line.replace(/^npm (error|ERR!) ?/, "").trim());
  const telling = lines.filter((line) => line && !/^(code|errno|syscall|path|A complete log|Log files)/.test(line));
  return telling[0] ?? "npm gave no reason.";
}

/** @param {string} path */
function readIfThere(path) {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return undefined;
  }
}
