import assert from "node:assert/strict";
import { test } from "node:test";
import { openBrowser, openReader } from "./browser.ts";
import { openInstallation } from "./installation.ts";
import { percentile, startStopwatch } from "./latency.ts";
import { closeGame, enterAs, handOutChair, rally, untilPlay, winnersOnRecord } from "./umpire.ts";

const MATCH = "riverside-open/os/qf-4";
const LATENCY_MAX_MS = 100;
/** Each of two close games, so that 1 in 100 is one rally. */
const SERIES_MAX = 2;

test("a rally tapped on the chair is painted on the open page: 99 in 100 within 100 ms", async (t) => {
  const [podium, browser] = await Promise.all([openInstallation(), openBrowser()]);
  t.after(async () => {
    await browser.close();
    await podium.close();
  });
  const desk = await openReader(browser, podium.url, { width: 1280 });
  const phone = await openReader(browser, podium.url, { width: 360, height: 640, touch: true });
  const reader = await openReader(browser, podium.url, { width: 1280 });
  await enterAs(desk, "organiser");
  const chair = await handOutChair(desk, MATCH);
  await desk.page.close();
  await phone.page.goto(chair);
  await untilPlay(phone.page);
  await reader.page.goto(`/matches/${MATCH}`);
  const stopwatch = await startStopwatch(phone.page, reader.page);
  const percentiles: number[] = [];
  let rallies = 0;
  // Whatever else the machine does makes a series slower, never quicker: a slow one is followed by another.
  while (percentiles.length < SERIES_MAX && Math.min(...percentiles) >= LATENCY_MAX_MS) {
    const took: number[] = [];
    for (const game of [closeGame("home", 25), closeGame("away", 25)]) {
      const points = { home: 0, away: 0 };
      for (const winner of game) {
        await untilPlay(phone.page);
        points[winner] += 1;
        took.push(await stopwatch(`${points.home}-${points.away}`, () => rally(phone.page, winner)));
      }
    }
    rallies += took.length;
    percentiles.push(percentile(took, 99));
    t.diagnostic(
      `tap to painted score, ${took.length} rallies: p50 ${percentile(took, 50).toFixed(1)} ms, p99 ${percentile(took, 99).toFixed(1)} ms, longest ${Math.max(...took).toFixed(1)} ms`,
    );
    assert.ok(Math.min(...took) > 0, "a score was shown before its tap");
  }
  assert.equal((await winnersOnRecord(chair)).length, rallies);
  assert.ok(
    Math.min(...percentiles) < LATENCY_MAX_MS,
    `p99 in ms: ${percentiles.map((value) => value.toFixed(1)).join(", ")}`,
  );
});
