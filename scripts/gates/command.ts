import { spawn } from "node:child_process";
import { join } from "node:path";
import { root, runtimePath } from "../bootstrap/runtime.mjs";

/** How a command ended, with all it said. */
export interface CommandOutcome {
  readonly code: number;
  readonly output: string;
}

/** Runs a command to its end, in the repository's folder unless another is named. */
export function outcomeOf(command: string, args: readonly string[], folder: string = root): Promise<CommandOutcome> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: folder, stdio: ["ignore", "pipe", "pipe"] });
    let output = "";
    child.stdout.on("data", (chunk: Buffer) => (output += chunk.toString()));
    child.stderr.on("data", (chunk: Buffer) => (output += chunk.toString()));
    child.once("error", reject);
    child.once("close", (code) => resolve({ code: code ?? 1, output }));
  });
}

/** Runs an installed tool, given by its script inside node_modules, with Podium's own Node. */
export function toolOutcome(script: string, args: readonly string[], folder: string = root): Promise<CommandOutcome> {
  return outcomeOf(runtimePath(), [join(root, "node_modules", script), ...args], folder);
}
