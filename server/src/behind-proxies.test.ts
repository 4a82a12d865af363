import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { after, suite, test } from "node:test";
import { CADDY, freePort, missingProxy, NGINX, startProxy } from "./behind-proxies.testing.ts";
import { startServer } from "./child.testing.ts";
import { openStream } from "./live/stream.testing.ts";
import { chairOf, lineAt, MATCH } from "./scoring.testing.ts";
import { wherePossible } from "./storage/where-possible.testing.ts";

const EXAMPLES = fileURLToPath(new URL("../../examples", import.meta.url));

for (const proxy of [NGINX, CADDY]) {
  wherePossible(missingProxy(proxy), () =>
    suite(`behind ${proxy.name}, set up as the document says`, () => {
      const folder = mkdtempSync(join(tmpdir(), `podium-${proxy.name}-`));
      const running: { end(): Promise<unknown> }[] = [];
      after(async () => {
        for (const one of running) await one.end();
        rmSync(folder, { recursive: true });
      });

      test("who asks is known, whatever they write of themselves; what is told comes through at once", async () => {
        const port = await freePort();
        const node = await startServer({
          PORT: String(port),
          PODIUM_DATA: join(folder, "data"),
          PODIUM_EXAMPLES: EXAMPLES,
          PODIUM_ORIGIN: "http://podium.example",
          PODIUM_STREAMS: "1",
        });
        running.push({ end: () => node.end("SIGKILL") });
        const proxied = await startProxy(proxy, join(folder, "proxy"), [port]);
        running.push(proxied);
        const { url } = proxied;

        const page = await openStream(url, [`match:${MATCH}`], { "x-forwarded-for": "203.0.113.1" });
        const second = await fetch(`${url}/live?topic=home`, { headers: { "x-forwarded-for": "203.0.113.2" } });
        assert.equal(second.status, 429, "both are of one network, whatever they say");
        const direct = await openStream(`http://127.0.0.1:${port}`, ["home"], { "x-forwarded-for": "203.0.113.3" });
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
