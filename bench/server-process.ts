import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../", import.meta.url));

/** A server in a process of its own, on a data folder that can serve the next start. */
export interface ServerProcess {
  readonly url: string;
  readonly startedAfterMs: number;
  /** Resident memory, in bytes; null where the system does not report it. */
  residentBytes(): number | null;
  stop(): Promise<void>;
}

/** A folder that ends with the work done in it. */
export async function inTemporaryFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), "podium-bench-"));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Starts a server on a free port, as `npm start` does after its checks, and waits for its address. */
export async function startServer(
  dataFolder: string,
  { core }: { readonly core?: number } = {},
): Promise<ServerProcess> {
  const begun = performance.now();
  const [program = "", ...words] = [
    ...(core === undefined ? [] : ["taskset", "-c", String(core)]),
    process.execPath,
    "server/src/main.ts",
  ];
  const child = spawn(program, words, {
    cwd: ROOT,
    env: {
      ...process.env,
      PORT: "0",
      HOST: "127.0.0.1",
      PODIUM_DATA: dataFolder,
      PODIUM_DEMO: "on",
      PODIUM_STREAMS: "20000",
    },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const url = await addressFrom(child);
  await (await fetch(`${url}/`)).text();
  return {
    url,
    startedAfterMs: performance.now() - begun,
    residentBytes: () => residentBytesOf(child.pid),
    stop: async () => {
      const ended = once(child, "exit");
      child.kill("SIGTERM");
      await ended;
    },
  };
}

function addressFrom(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let output = "";
    child.stdout?.on("data", (chunk) => {
      output += String(chunk);
      const url = /Podium is open at (\S+?)\/\s/.exec(output)?.[1];
      if (url !== undefined) resolve(url);
    });
    child.once("exit", () => reject(new Error(`The server ended before it was open: ${output}`)));
  });
}

function residentBytesOf(pid: number | undefined): number | null {
  try {
    const kilobytes = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1];
    return kilobytes === undefined ? null : Number(kilobytes) * 1024;
  } catch {
    return null;
  }
}
