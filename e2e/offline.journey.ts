import assert from "node:assert/strict";
import { after, before, suite, test } from "node:test";
import type { Browser } from "playwright-core";
import { assertCalm, CUT, forgive, openBrowser, openReader, openTab, type Reader } from "./browser.ts";
import { type PodiumProcess, openInstallation } from "./installation.ts";
import { enterAs, handOutChair, linesOnRecord, pointsOnBoard, rally, untilPlay, untilSent } from "./umpire.ts";

/** A hall without a network: the phone is loaded again, its tab is closed and opened, and nothing is missing. */
suite("a chair that opens without a network", () => {
  let podium: PodiumProcess;
  let browser: Browser;
  let phone: Reader;
  let chair = "";

  before(async () => {
    [podium, browser] = await Promise.all([openInstallation(), openBrowser()]);
    const desk = await openReader(browser, podium.url, { width: 1280 });
    await enterAs(desk, "organiser");
    chair = await handOutChair(desk, "riverside-open/od/sf-2");
    phone = await openReader(browser, podium.url, { width: 360, touch: true });
    await phone.page.goto(chair);
    await untilPlay(phone.page);
    await rally(phone.page, "home");
    await untilSent(phone.page);
    await phone.page.waitForFunction(async () => (await (await caches.open("podium-chair-page")).keys()).length > 0);
  });
  after(async () => {
    await browser.close();
    await podium.close();
  });

  test("keeps its own page and the built files, and nothing else", async () => {
    const cached = await phone.page.evaluate(async () => {
      const shelves = await Promise.all((await caches.keys()).map(async (name) => (await caches.open(name)).keys()));
      return shelves.flat().map(({ url }) => new URL(url).pathname);
    });
    assert.deepEqual(
      cached.filter((path) => !path.startsWith("/assets/")),
      [new URL(chair).pathname],
    );
  });

  test("opens when it is loaded again, with the tap that was not sent", async () => {
    await phone.page.context().setOffline(true);
    await rally(phone.page, "home");
    await phone.page.reload();
    assert.deepEqual(await pointsOnBoard(phone.page), { home: "2", away: "0" });
    await rally(phone.page, "away");
    forgive(phone, CUT);
    await assertCalm(phone);
  });

  test("opens in a new tab, goes on, and sends everything once when the network is back", async () => {
    const another = await openTab(phone);
    await phone.page.close();
    await another.page.goto(chair);
    assert.deepEqual(await pointsOnBoard(another.page), { home: "2", away: "1" });
    await rally(another.page, "away");
    await another.page.context().setOffline(false);
    await untilSent(another.page);
    const lines = await linesOnRecord(chair);
    assert.deepEqual(
      lines.map(({ entry }) => entry.winner ?? entry.kind),
      ["service", "home", "home", "away", "away"],
    );
    assert.equal(new Set(lines.map(({ id }) => id)).size, lines.length);
  });

  test("keeps what the umpire notes beside the play, and sends it once", async () => {
    const { page } = await openTab(phone);
    await page.goto(chair);
    await untilSent(page);
    await page.context().setOffline(true);
    await page.locator(".chair-menu > summary").tap();
    await page.getByText("Note an incident", { exact: true }).tap();
    await page.getByLabel("What happened, in one line").fill("A ball from the next table");
    await page.getByRole("button", { name: "Note", exact: true }).tap();
    await page.locator(".chair-network", { hasText: "1 waiting" }).waitFor();
    await page.reload();
    await page.locator(".chair-network", { hasText: "1 waiting" }).waitFor();
    await page.locator(".chair-menu > summary").tap();
    await page.getByText("Note an incident", { exact: true }).tap();
    await page.getByText("Kept on this phone; sent when the network is back.").waitFor();
    await page.context().setOffline(false);
    await untilSent(page);
    const read = await (await fetch(`${podium.url}/matches/riverside-open/od/sf-2`)).text();
    assert.equal(read.split("A ball from the next table").length, 2, "it stands on the page of the match, once");
    await page.close();
  });

  test("opens no other page of Podium without a network", async () => {
    const another = await openTab(phone);
    await another.page.context().setOffline(true);
    await assert.rejects(another.page.goto("/"), /ERR_INTERNET_DISCONNECTED/);
  });
});
