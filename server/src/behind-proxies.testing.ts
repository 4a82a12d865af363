import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { fileURLToPath } from "node:url";

const DOCUMENT = fileURLToPath(new URL("../../docs/self-hosting.md", import.meta.url));

/** A proxy of the document: its program, and what its example becomes here. */
export interface Proxy {
  readonly name: "nginx" | "caddy";
  readonly program: string;
  readonly settings: (nodes: readonly number[], port: number) => string;
  readonly args: (folder: string) => readonly string[];
}

export const NGINX: Proxy = {
  name: "nginx",
  program: "/usr/sbin/nginx",
  settings: (nodes, port) => {
    const servers = nodes.map((node) => `server 127.0.0.1:${node} max_fails=1`).join(" fail_timeout=2s; ");
    const example = exampleOf("nginx").replace("server 127.0.0.1:8080 max_fails=1", servers);
    return `daemon off; pid nginx.pid; error_log stderr; worker_processes 1; events { worker_connections 4096; }
      http { access_log off; ${example.replace("listen 80;", `listen 127.0.0.1:${port};`)} }`;
  },
  args: (folder) => ["-p", folder, "-c", join(folder, "settings")],
};

export const CADDY: Proxy = {
  name: "caddy",
  program: "/usr/bin/caddy",
  settings: (nodes, port) => {
    const servers = nodes.map((node) => `127.0.0.1:${node}`).join(" ");
    const example = exampleOf("caddy").replace("127.0.0.1:8080", servers);
    return `{\n admin off\n auto_https off\n}\n${example.replace("podium.example", `http://:${port}`)}`;
  },
  args: (folder) => ["run", "--adapter", "caddyfile", "--config", join(folder, "settings")],
};

/** The example of the document for whoever runs an installation. */
function exampleOf(name: string): string {
  const found = new RegExp(`\`\`\`${name}\\n([\\s\\S]*?)\`\`\``).exec(readFileSync(DOCUMENT, "utf8"));
  if (found?.[1] === undefined) throw new Error(`${DOCUMENT} has no example for ${name}.`);
  return found[1];
}

/** Why there is no such proxy to test with; null where there is one. */
export function missingProxy({ name, program }: Proxy): string | null {
  return existsSync(program) ? null : `${name}: skipped, because it is not installed (apt-get install ${name}).`;
}

/** A proxy that runs. */
export interface RunningProxy {
  readonly url: string;
  end(): Promise<void>;
}

/** Starts a proxy before the nodes at these ports, in a folder of its own; answers when a node is reached through it. */
export async function startProxy(proxy: Proxy, folder: string, nodes: readonly number[]): Promise<RunningProxy> {
  const port = await freePort();
  mkdirSync(folder);
  writeFileSync(join(folder, "settings"), proxy.settings(nodes, port));
  const env = { ...process.env, HOME: folder, XDG_DATA_HOME: folder, XDG_CONFIG_HOME: folder };
  const child = spawn(proxy.program, proxy.args(folder), { stdio: "ignore", env });
  const url = `http://127.0.0.1:${port}`;
  for (let tries = 0; ; tries += 1) {
    const answer = await fetch(`${url}/health/ready`).catch(() => null);
    await answer?.arrayBuffer();
    if (answer?.status === 200) return { url, end: () => endChild(child) };
    if (tries === 200 || child.exitCode !== null) throw new Error(`${proxy.name} does not answer.`);
    await setTimeout(50);
  }
}

async function endChild(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, "exit");
  child.kill("SIGTERM");
  await gone;
}

/** Below those that systems give to connections that leave: else one of these takes the port of a server that is away. */
const PORTS = { from: 20_000, count: 10_000 } as const;

/** A port of this machine that nobody listens on, and nobody will by accident. */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = PORTS.from + Math.floor(Math.random() * PORTS.count);
    const server = createServer().listen(port, "127.0.0.1");
    const isFree = await once(server, "listening").then(
      () => true,
      () => false,
    );
    if (!isFree) continue;
    server.close();
    await once(server, "close");
    return port;
  }
}
