import { spawn } from "node:child_process";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { root, runtimePath } from "../bootstrap/runtime.mjs";
import type { Plant } from "./plant.ts";

/** How tests ended: `timeout` when they used more processor or more time than they were given. */
export type Ending = "passed" | "failed" | "timeout";

export interface Trial {
  readonly ending: Ending;
  /** Of the process that ran the tests; 0 unless they passed. */
  readonly cpuSeconds: number;
}

/** What a trial is given: processor time tells an endless loop from a machine that is busy with something else. */
export interface Allowance {
  readonly cpuSeconds: number;
  readonly wallSeconds: number;
  /** Where the process writes through which places it came; it does not when left out. */
  readonly coverageFolder?: string;
}

const script = (name: string) => join(root, "scripts/mutation", name);

/** Runs test files (paths below the root) in one process of their own, with an error planted unless `plant` is null. */
export async function runTrial(files: readonly string[], plant: Plant | null, allowed: Allowance): Promise<Trial> {
  const hook = `--import=${pathToFileURL(script("plant.ts")).href}`;
  const command = [runtimePath(), script("run-until-failure.ts"), ...files.map((file) => join(root, file))];
  const limited = ["-c", `ulimit -t ${Math.ceil(allowed.cpuSeconds)}; exec "$@"`, "sh", ...command];
  const child = spawn("sh", limited, {
    cwd: root,
    env: {
      ...process.env,
      NODE_OPTIONS: hook,
      ...(plant === null ? {} : { PLANT: JSON.stringify(plant) }),
      ...(allowed.coverageFolder === undefined ? {} : { NODE_V8_COVERAGE: allowed.coverageFolder }),
    },
    stdio: ["ignore", "pipe", "ignore"],
    detached: true,
  });
  let output = "";
  child.stdout.on("data", (chunk: Buffer) => (output += chunk.toString()));
  const late = { is: false };
  const clock = setTimeout(() => {
    late.is = true;
    endGroup(child.pid);
  }, allowed.wallSeconds * 1000);
  const { code, signal } = await new Promise<{ code: number | null; signal: string | null }>((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code, signal) => resolve({ code, signal }));
  });
  clearTimeout(clock);
  endGroup(child.pid);
  if (late.is || signal === "SIGXCPU" || signal === "SIGKILL") return { ending: "timeout", cpuSeconds: 0 };
  if (code !== 0) return { ending: "failed", cpuSeconds: 0 };
  const { cpuSeconds } = JSON.parse(output.trim().split("\n").at(-1) ?? "") as { cpuSeconds: number };
  return { ending: "passed", cpuSeconds };
}

/** Ends what the tests started and left behind as well. */
function endGroup(pid: number | undefined): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, "SIGKILL");
  } catch {
    // All of it has ended.
  }
}
