import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const PROGRAM = fileURLToPath(new URL("../server/src/main.ts", import.meta.url));
const START_SECONDS = 120;

/** A Podium of its own: a server process, a new data folder, the examples in it. */
export interface PodiumProcess {
  readonly url: string;
  /** What the server complained about since the beginning; empty when all is well. */
  readonly complaints: () => string;
  /** Ends the server as a power cut would: no signal it could answer. */
  readonly cutPower: () => Promise<void>;
  /** Starts the server again on the same address and data. */
  readonly startAgain: () => Promise<void>;
  readonly close: () => Promise<void>;
}

/**
 * Opens an installation on a free port, with the examples of a folder or Podium's own: on this machine alone, or on
 * another address, by further settings. Throws with what the server said when it does not start.
 */
export async function openInstallation(
  examples = "",
  host = "127.0.0.1",
  settings: Readonly<Record<string, string>> = {},
): Promise<PodiumProcess> {
  const data = mkdtempSync(join(tmpdir(), "podium-journey-"));
  let complaints = "";
  const start = (port: string) =>
    startServer({
      data,
      host,
      port,
      examples,
      settings,
      onOutput: (words) => {
        complaints += words;
      },
    });
  let server = await start("0");
  const { url } = server;
  // A journey that breaks off leaves no server and no data behind.
  process.once("exit", () => {
    server.process.kill("SIGKILL");
    rmSync(data, { recursive: true, force: true });
  });
  return {
    url,
    complaints: () => complaints,
    cutPower: () => ended(server.process, "SIGKILL"),
    startAgain: async () => {
      server = await start(new URL(url).port);
    },
    close: async () => {
      await ended(server.process, "SIGTERM");
      rmSync(data, { recursive: true, force: true });
    },
  };
}

interface Starting {
  readonly data: string;
  readonly host: string;
  readonly port: string;
  /** Empty for Podium's own. */
  readonly examples: string;
  readonly settings: Readonly<Record<string, string>>;
  readonly onOutput: (words: string) => void;
}

async function startServer({
  data,
  host,
  port,
  examples,
  settings,
  onOutput,
}: Starting): Promise<{ url: string; process: ChildProcess }> {
  const env = {
    ...process.env,
    HOST: host,
    PORT: port,
    PODIUM_DATA: data,
    PODIUM_DEMO: "on",
    PODIUM_ORIGIN: "",
    PODIUM_EXAMPLES: examples,
    ...settings,
  };
  const server = spawn(process.execPath, [PROGRAM], { env, stdio: ["ignore", "pipe", "pipe"] });
  server.stderr.setEncoding("utf8").on("data", onOutput);
  const url = await new Promise<string>((resolve, reject) => {
    let output = "";
    const fail = (why: string) => reject(new Error(`The server ${why}. It said:\n${output}`));
    const timer = setTimeout(() => fail(`did not start within ${START_SECONDS} s`), START_SECONDS * 1000);
    server.stderr.on("data", (words: string) => {
      output += words;
    });
    server.stdout.setEncoding("utf8").on("data", (words: string) => {
      output += words;
      const address = /open at (\S+?)\/\n/.exec(output)?.[1];
      if (address !== undefined) resolve(address);
    });
    server.once("exit", (code) => fail(`ended with ${code}`));
    server.once("exit", () => clearTimeout(timer));
    server.stdout.once("data", () => timer.unref());
  });
  return { url, process: server };
}

function ended(server: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    server.once("exit", () => resolve());
    server.kill(signal);
  });
}
