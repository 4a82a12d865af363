import assert from "node:assert/strict";
import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { setTimeout } from "node:timers/promises";
import { after, suite, test } from "node:test";
import { startServer } from "./child.testing.ts";
import { openStream } from "./live/stream.testing.ts";
import { chairOf, lineAt, MATCH } from "./scoring.testing.ts";
import { wherePossible } from "./storage/where-possible.testing.ts";

const DOCUMENT = fileURLToPath(new URL("../../docs/self-hosting.md", import.meta.url));
const EXAMPLES = fileURLToPath(new URL("../../examples", import.meta.url));

/** A proxy of the document: its program, and what its example becomes here. */
interface Proxy {
  readonly name: "nginx" | "caddy";
  readonly program: string;
  readonly settings: (example: string, port: number) => string;
  readonly args: (folder: string) => readonly string[];
}

const PROXIES: readonly Proxy[] = [
  {
    name: "nginx",
    program: "/usr/sbin/nginx",
    settings: (example, port) =>
      `daemon off; pid nginx.pid; error_log stderr; worker_processes 1; events {} http { access_log off;
       ${example.replace(/listen 80;/, `listen 127.0.0.1:${port};`)} }`,
    args: (folder) => ["-p", folder, "-c", join(folder, "settings")],
  },
  {
    name: "caddy",
    program: "/usr/bin/caddy",
    settings: (example, port) =>
      `{\n admin off\n auto_https off\n}\n${example.replace("podium.example", `http://:${port}`)}`,
    args: (folder) => ["run", "--adapter", "caddyfile", "--config", join(folder, "settings")],
  },
];

function exampleOf(name: string, upstream: string): string {
  const [, example = ""] = new RegExp(`\`\`\`${name}\\n([\\s\\S]*?)\`\`\``).exec(readFileSync(DOCUMENT, "utf8")) ?? [];
  return example.replace("127.0.0.1:8080", upstream);
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, "close");
  return port;
}

for (const proxy of PROXIES) {
  const missing = existsSync(proxy.program) ? null : `${proxy.name}: skipped, because it is not installed.`;
  wherePossible(missing, () =>
    suite(`behind ${proxy.name}, set up as the document says`, () => {
      const folder = mkdtempSync(join(tmpdir(), `podium-${proxy.name}-`));
      const running: { end(): Promise<unknown> }[] = [];
      after(async () => {
        for (const one of running) await one.end();
        rmSync(folder, { recursive: true });
      });

      test("who asks is known, whatever they write of themselves; what is told comes through at once", async () => {
        const nodePort = await freePort();
        const nodeUrl = `http://127.0.0.1:${nodePort}`;
        const node = await startServer({
          PORT: String(nodePort),
          PODIUM_DATA: join(folder, "data"),
          PODIUM_EXAMPLES: EXAMPLES,
          PODIUM_ORIGIN: "http://podium.example",
          PODIUM_STREAMS: "1",
        });
        running.push({ end: () => node.end("SIGKILL") });
        const port = await freePort();
        const at = join(folder, "proxy");
        mkdirSync(at);
        writeFileSync(join(at, "settings"), proxy.settings(exampleOf(proxy.name, `127.0.0.1:${nodePort}`), port));
        const environment = { ...process.env, HOME: at, XDG_DATA_HOME: at, XDG_CONFIG_HOME: at };
        const served = spawn(proxy.program, proxy.args(at), { stdio: "ignore", env: environment });
        running.push({ end: () => ended(served) });
        const url = `http://127.0.0.1:${port}`;
        await untilReady(url, served);

        const page = await openStream(url, [`match:${MATCH}`], { "x-forwarded-for": "203.0.113.1" });
        const second = await fetch(`${url}/live?topic=home`, { headers: { "x-forwarded-for": "203.0.113.2" } });
        assert.equal(second.status, 429, "both are of one network, whatever they say");
        const direct = await openStream(nodeUrl, ["home"], { "x-forwarded-for": "203.0.113.3" });
        direct.close();

        const chair = await chairOf({ url });
        const body = JSON.stringify({ after: 0, lines: [lineAt(0)] });
        const headers = { "content-type": "application/json" };
        assert.equal((await fetch(`${url}${chair}/log`, { method: "POST", headers, body })).status, 200);
        assert.equal((await page.next()).event, "match");
        page.close();
      });
    }),
  );
}

async function untilReady(url: string, proxy: ChildProcess): Promise<void> {
  for (let tries = 0; ; tries += 1) {
    const answer = await fetch(`${url}/health/ready`).catch(() => null);
    if (answer?.status === 200) return;
    assert.ok(tries < 200 && proxy.exitCode === null, "the proxy does not answer");
    await setTimeout(50);
  }
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, "exit");
  child.kill("SIGTERM");
  await gone;
}
