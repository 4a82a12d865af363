import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";

const MAIN = fileURLToPath(new URL("main.ts", import.meta.url));

/** The server as an operator runs it: a process of its own. */
export interface Child {
  readonly url: string;
  /** Sends a signal that does not end it: SIGSTOP, SIGCONT. */
  send(signal: NodeJS.Signals): void;
  /** Sends a signal; answers when the process has ended, with its exit code. */
  end(signal: NodeJS.Signals): Promise<number | null>;
}

/** What a process that could not start has said. */
export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export type Settings = Readonly<Record<string, string>>;

function run(settings: Settings, main: string) {
  const env = { PATH: process.env["PATH"], PORT: "0", PODIUM_DEMO: "on", ...settings };
  const child = spawn(process.execPath, [main], { env, stdio: ["ignore", "pipe", "pipe"] });
  const output = { stdout: "", stderr: "" };
  child.stdout.setEncoding("utf8").on("data", (text: string) => (output.stdout += text));
  child.stderr.setEncoding("utf8").on("data", (text: string) => (output.stderr += text));
  return { child, output };
}

/** Starts the server, or that of another checkout; answers when it is open. */
export async function startServer(settings: Settings, main = MAIN): Promise<Child> {
  const { child, output } = run(settings, main);
  const ended = once(child, "exit");
  const url = await new Promise<string>((resolve, reject) => {
    child.stdout.on("data", () => {
      const found = /sign in +(http:\/\/\S+?)\/sign-in/.exec(output.stdout)?.[1];
      if (found !== undefined) resolve(found);
    });
    child.once("exit", (code) => reject(new Error(`The server ended with ${code}: ${output.stderr}`)));
  });
  return {
    url,
    send: (signal) => void child.kill(signal),
    end: async (signal) => {
      child.kill(signal);
      const [code] = await ended;
      assert.ok(code === null || typeof code === "number");
      return code;
    },
  };
}

/** Runs the server where it cannot start; answers what it said. */
export async function startInVain(settings: Settings, main = MAIN): Promise<Ended> {
  const { child, output } = run(settings, main);
  const timer = setTimeout(() => child.kill("SIGKILL"), 30_000);
  const [code] = await once(child, "close");
  clearTimeout(timer);
  return { code, ...output };
}
