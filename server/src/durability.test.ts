import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { setTimeout as pause } from "node:timers/promises";
import { startServer, type Child } from "./child.testing.ts";
import { chairOf, lineAt, logAt, MATCH } from "./scoring.testing.ts";

const folder = mkdtempSync(join(tmpdir(), "podium-durability-"));
/** The server that runs now: a test that fails leaves none behind. */
let server: Child | undefined;
after(async () => {
  await server?.end("SIGKILL");
  rmSync(folder, { recursive: true });
});

const KILLS = 10;
/** Scores as a chair does: a few lines at a time, the same again until they are acknowledged. Ends when the server is gone. */
async function scoreUntilCut(url: string, acknowledged: { lines: number; sent: number }): Promise<void> {
  for (;;) {
    const after = acknowledged.lines;
    const lines = Array.from({ length: 1 + (after % 5) }, (_, at) => lineAt(after + at));
    acknowledged.sent = after + lines.length;
    try {
      const answer = await fetch(url, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ after, lines }),
      });
      const told = (await answer.json()) as { length: number };
      assert.equal(answer.status, 200, JSON.stringify(told));
      acknowledged.lines = after + lines.length;
      assert.equal(told.length, acknowledged.lines);
    } catch (fault) {
      if (fault instanceof assert.AssertionError) throw fault;
      return;
    }
  }
}

/** Waits until some lines more were acknowledged: a slow machine is cut in the midst of scoring, too. Ends when scoring does. */
async function untilScored(acknowledged: { readonly lines: number }, scoring: Promise<void>): Promise<void> {
  const before = acknowledged.lines;
  const scored = { isOver: false };
  void scoring.finally(() => (scored.isOver = true)).catch(() => undefined);
  while (acknowledged.lines < before + 2 && !scored.isOver) await pause(5);
}

test("of a server that is killed in the midst of scoring, again and again, nothing acknowledged is lost and nothing is doubled", async () => {
  const settings = { PODIUM_DATA: folder };
  server = await startServer(settings);
  const chair = await chairOf(server);
  const acknowledged = { lines: 0, sent: 0 };
  for (let kill = 0; kill < KILLS; kill += 1) {
    const scoring = scoreUntilCut(`${server.url}${chair}/log`, acknowledged);
    await untilScored(acknowledged, scoring);
    await pause((kill * 37) % 90);
    await server.end("SIGKILL");
    await scoring;
    server = await startServer(settings);
    const log = await logAt(server, chair);
    assert.ok(
      log.length === acknowledged.lines || log.length === acknowledged.sent,
      `${log.length} lines, of ${acknowledged.lines} acknowledged and ${acknowledged.sent} sent: all of a request or nothing`,
    );
    assert.deepEqual(
      log,
      log.map((_, at) => lineAt(at).id),
    );
  }
  assert.ok(acknowledged.lines > KILLS, `only ${acknowledged.lines} lines were scored`);
  const page = await fetch(`${server.url}/matches/${MATCH}.json`);
  const { match } = (await page.json()) as { match: { games: { home: number; away: number }[]; version: number } };
  const length = (await logAt(server, chair)).length;
  assert.deepEqual(
    match.games,
    [{ home: Math.ceil((length - 1) / 2), away: Math.floor((length - 1) / 2) }],
    "the page shows what the log holds",
  );
  assert.equal(match.version, length);
  await server.end("SIGTERM");
});
