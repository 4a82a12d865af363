import assert from "node:assert/strict";
import { after, before, suite, test } from "node:test";
import type { Browser } from "playwright-core";
import { assertCalm, CUT, forgive, openBrowser, openReader, openTab, type Reader, REFUSED } from "./browser.ts";
import { assertFitToUse } from "./fit.ts";
import { type PodiumProcess, openInstallation } from "./installation.ts";
import { enterAs, handOutChair, pointsOnBoard, rally, untilPlay, untilSent, winnersOnRecord } from "./umpire.ts";

const FORKED = '[data-section="forked"] a';
const MATCH = "riverside-open/od/sf-2";

/** Two phones on one match: the first loses the network, another one takes over, the first comes back. */
suite("a match that two phones told differently", () => {
  let podium: PodiumProcess;
  let browser: Browser;
  let desk: Reader;
  let list: Reader;
  let day: Reader;
  let first: Reader;
  let second: Reader;
  let chair = "";

  before(async () => {
    [podium, browser] = await Promise.all([openInstallation(), openBrowser()]);
    desk = await openReader(browser, podium.url, { width: 1280 });
    first = await openReader(browser, podium.url, { width: 360, touch: true });
    second = await openReader(browser, podium.url, { width: 360, touch: true });
  });
  after(async () => {
    await browser.close();
    await podium.close();
  });

  test("is scored on without the first phone, which hands in what it could not send", async () => {
    await enterAs(desk, "organiser");
    [list, day] = await Promise.all([openTab(desk), openTab(desk)]);
    await list.page.goto("/desk/riverside-open");
    await day.page.goto("/desk/riverside-open/day");
    await first.page.goto(await handOutChair(desk, MATCH));
    await rally(first.page, "home");
    await untilSent(first.page);
    await first.page.context().setOffline(true);
    await rally(first.page, "home");
    await rally(first.page, "home");
    const answer = await desk.page.request.post(`/desk/matches/${MATCH}/chair`, {
      data: {},
      headers: { accept: "application/json", origin: podium.url },
    });
    chair = `${podium.url}${(await answer.json()).chairHref}`;
    await second.page.goto(chair);
    await untilPlay(second.page);
    await rally(second.page, "away");
    await untilSent(second.page);
    forgive(first, CUT);
    forgive(first, REFUSED);
    await first.page.context().setOffline(false);
    await first.page.getByText("2 touches that were not sent have gone to the desk").waitFor();
    await assertCalm(first);
    assert.deepEqual(await winnersOnRecord(chair), ["home", "away"], "nothing is changed by it");
  });

  test("is told to every desk that was open before", async () => {
    await Promise.all([list, day].map(({ page }) => page.locator(FORKED).waitFor()));
    await list.page.locator(`tr[data-match="${MATCH}"] .desk-fork a`).waitFor();
    await assertFitToUse(day);
  });

  test("is settled rally by rally by the referee, and the phone that holds the chair goes on from there", async () => {
    const { page } = list;
    await page.locator(`tr[data-match="${MATCH}"] .desk-fork a`).click();
    assert.equal(await page.locator(".fork tbody tr").count(), 3);
    await page.getByText("points 3–1").waitFor();
    await page.locator(".fork-other input").last().uncheck();
    await page.getByRole("button", { name: "Work out the score" }).click();
    await page.getByText("points 2–1").waitFor();
    assert.match(
      (await page.locator(".fork-other input").first().getAttribute("aria-label")) ?? "",
      /^Point for .+, \d\d:\d\d:\d\d, the other phone$/,
    );
    await assertFitToUse(list);
    await page.getByRole("button", { name: "Settle it like this" }).click();
    await page.waitForURL(`**/desk/matches/${MATCH}`);
    await day.page.locator(FORKED).waitFor({ state: "detached" });
    await assertCalm(day);
    assert.deepEqual(await winnersOnRecord(chair), ["home", "home", "away"]);
    await second.page.locator(".chair-half[value=home] .chair-points", { hasText: /^2$/ }).waitFor();
    assert.deepEqual(await pointsOnBoard(second.page), { home: "2", away: "1" });
    await rally(second.page, "home");
    await untilSent(second.page);
    assert.deepEqual(await winnersOnRecord(chair), ["home", "home", "away", "home"]);
    await assertCalm(second);
  });
});
