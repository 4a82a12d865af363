import { globSync } from "node:fs";
import { relative, resolve } from "node:path";
import { inspect } from "node:util";
import { run } from "node:test";
import { root } from "../bootstrap/runtime.mjs";
import type { Finding } from "./gate.ts";

/** The files that match a pattern, outside of what is installed or built, and under the given paths when there are any. */
export function filesMatching(pattern: string, paths: readonly string[]): readonly string[] {
  const exclude = (file: string) => /(^|\/)(node_modules|dist(\.\d+)?|\.git)$/.test(file);
  const files = globSync(pattern, { cwd: root, exclude }).sort();
  const isAskedFor = (file: string) =>
    paths.length === 0 || paths.some((path) => file.startsWith(path.replace(/^\.\//, "")));
  return files.filter(isAskedFor);
}

/** How test files are run: how many at a time, after how long one test counts as hanging, and how long all may take. */
export interface RunPace {
  readonly concurrency: number;
  readonly timeoutSeconds: number;
  readonly limitSeconds: number;
}

/**
 * Runs test files, each in a process of its own, and shows each when it ends. A test that is skipped or left to do has
 * proved nothing, so it counts as failed.
 */
export async function runTestFiles(files: readonly string[], pace: RunPace): Promise<Finding> {
  if (files.length === 0) return { passed: 0, failed: 0, report: "" };
  const events = run({
    cwd: root,
    files: [...files],
    concurrency: pace.concurrency,
    timeout: pace.timeoutSeconds * 1000,
    signal: AbortSignal.timeout(pace.limitSeconds * 1000),
  });
  const silent = new Set(files.map((file) => resolve(root, file)));
  let finding: Finding = { passed: 0, failed: 0, report: "" };
  const failures: string[] = [];
  const output = new Map<string, string>();
  events.on("test:stderr", ({ file, message }) => output.set(file, (output.get(file) ?? "") + message));
  // What a test itself has to say, such as how long something took; the runner's own totals stand at the outermost level.
  events.on(
    "test:diagnostic",
    ({ message, file }) => void (file !== undefined && process.stdout.write(`  ℹ ${message}\n`)),
  );
  events.on("test:fail", ({ name, file, details }) => {
    if (isOnlyAbout(details.error)) return;
    silent.delete(resolve(root, file ?? name));
    failures.push(failureReport(name, file, details.error));
    // A file that fails as a whole, because it cannot be loaded, says why on stderr only.
    if (file !== undefined && file === resolve(root, name)) failures.push(output.get(file) ?? "");
  });
  events.on("test:summary", ({ file, counts, duration_ms: milliseconds }) => {
    const failed = counts.tests - counts.passed;
    if (file === undefined) finding = { passed: counts.passed, failed, report: "" };
    else silent.delete(resolve(root, file));
    if (file !== undefined) showFile(file, { passed: counts.passed, failed, seconds: milliseconds / 1000 });
    if (file !== undefined && counts.skipped + counts.todo > 0)
      failures.push(`${inRepository(file)}: a test is skipped or left to do`);
  });
  for await (const _ of events);
  // A file that never said how it ended has proved nothing, whatever its process answered.
  for (const file of silent) failures.push(`✖ ${inRepository(file)}: ended without saying how`);
  return { ...finding, failed: finding.failed + silent.size, report: failures.filter(Boolean).join("\n\n") };
}

/** A suite or a file fails only because of what is inside it, which is reported already. */
function isOnlyAbout(error: Error): boolean {
  return "failureType" in error && error.failureType === "subtestsFailed";
}

function failureReport(name: string, file: string | undefined, error: Error): string {
  const cause =
    error.cause instanceof Error ? (error.cause.stack ?? error.cause.message) : inspect(error.cause ?? error);
  return `✖ ${file ? inRepository(file) : ""}: ${name}\n${cause.replaceAll(/^/gm, "    ")}`;
}

function showFile(file: string, ending: { passed: number; failed: number; seconds: number }): void {
  const mark = ending.failed === 0 ? "✓" : "✖";
  const failed = ending.failed === 0 ? "" : `, ${ending.failed} failed`;
  process.stdout.write(
    `  ${mark} ${inRepository(file)}: ${ending.passed} passed${failed} (${ending.seconds.toFixed(1)} s)\n`,
  );
}

function inRepository(file: string): string {
  return relative(root, file);
}
