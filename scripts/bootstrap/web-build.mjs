import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { withProgress } from "./progress.mjs";
import { root, runtimePath } from "./runtime.mjs";
import { Stop, unwritable } from "./stop.mjs";

const dist = join(root, "web", "dist");
const markerPath = join(dist, ".sources");

/** Everything the two bundles are made of. */
const sources = [
  "web/src",
  "web/public",
  "web/vite.config.ts",
  "web/package.json",
  "protocol/src",
  "engine/src",
  "package-lock.json",
];

/**
 * Builds the pages' scripts, stylesheet and server-side renderer, unless they were built from the same sources.
 * @param {NodeJS.WriteStream} stream where progress is shown
 */
export async function ensureWebBuilt(stream) {
  const wanted = sourcesHash();
  if (existsSync(markerPath) && readFileSync(markerPath, "utf8") === wanted) return;
  await withProgress(stream, "Building the pages", () => build(wanted));
}

function sourcesHash() {
  const hash = createHash("sha256");
  for (const source of sources) addToHash(hash, source);
  return hash.digest("hex");
}

/**
 * @param {import("node:crypto").Hash} hash
 * @param {string} path
 */
function addToHash(hash, path) {
  const absolute = join(root, path);
  if (!existsSync(absolute)) return;
  const isFolder = !/\.\w+$/.test(path);
  if (!isFolder) {
    hash.update(path).update("\0").update(readFileSync(absolute)).update("\0");
    return;
  }
  for (const entry of readdirSync(absolute, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))) {
    if (!/\.test\.tsx?$/.test(entry.name)) addToHash(hash, `${path}/${entry.name}`);
  }
}

/**
 * Builds beside the old bundles and swaps them at the end, so that a failure or a running server meets no half of them.
 * @param {string} hash
 */
async function build(hash) {
  const next = join(root, "web", `dist.${process.pid}`);
  try {
    mkdirSync(next, { recursive: true });
    await runVite(["build", "--outDir", next]);
    await runVite(["build", "--outDir", next, "--ssr", "src/render.tsx"]);
    writeFileSync(join(next, ".sources"), hash);
    rmSync(dist, { recursive: true, force: true });
    renameSync(next, dist);
  } catch (error) {
    throw unwritable(error, join(root, "web")) ?? error;
  } finally {
    rmSync(next, { recursive: true, force: true });
  }
}

/** @param {string[]} args */
async function runVite(args) {
  const vite = join(root, "node_modules", "vite", "bin", "vite.js");
  const child = spawn(runtimePath(), [vite, ...args, "--logLevel", "warn"], {
    cwd: join(root, "web"),
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  child.stdout.on("data", (chunk) => (output += chunk));
  child.stderr.on("data", (chunk) => (output += chunk));
  const code = await new Promise((resolve) => child.once("close", resolve));
  if (code !== 0) throw new Stop(`The pages could not be built.\n${output.trim()}`);
}
