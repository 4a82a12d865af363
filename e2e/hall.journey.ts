import assert from "node:assert/strict";
import { after, before, suite, test } from "node:test";
import type { Browser, Page } from "playwright-core";
import { assertCalm, CUT, forgive, openBrowser, openReader, type Reader } from "./browser.ts";
import { type PodiumProcess, openInstallation } from "./installation.ts";
import {
  choose,
  enterAs,
  handOutChair,
  linesOnRecord,
  pointsOnBoard,
  rally,
  tap,
  untilPlay,
  untilSent,
} from "./umpire.ts";

/** What the browser says of a header that it heeds under https only. */
const UNTRUSTED = /Cross-Origin-Opener-Policy header has been ignored/;
const MATCH = "riverside-open/od/sf-2";

/** Taps closer together than a finger means them count once (web/src/chair/one-tap.ts). */
const LONGER_THAN_A_BOUNCE_MS = 200;

/** One match in a hall, in order: each test goes on where the one before it stopped. */
suite("an umpire's chair in a hall", () => {
  let podium: PodiumProcess;
  let browser: Browser;
  let desk: Reader;
  let phone: Reader;
  let other: Reader;
  let chair = "";

  before(async () => {
    [podium, browser] = await Promise.all([openInstallation(), openBrowser()]);
    desk = await openReader(browser, podium.url, { width: 1280 });
    phone = await openReader(browser, podium.url, { width: 360, height: 640, touch: true });
    await enterAs(desk, "organiser");
    chair = await handOutChair(desk, MATCH);
  });
  after(async () => {
    await browser.close();
    await podium.close();
  });

  test("the warm-up runs down from two minutes, and is no line of the log", async () => {
    await phone.page.goto(chair);
    await tap(phone.page.locator(".chair-answer", { hasText: "Start the warm-up" }));
    assert.match(await clockOn(phone.page), /^(2:00|1:5\d)$/);
    assert.deepEqual(await linesOnRecord(chair), []);
    await assertCalm(phone);
  });

  test("a finger that bounces counts one rally, and two rallies in quick succession count two", async () => {
    await untilPlay(phone.page);
    await phone.page.waitForTimeout(LONGER_THAN_A_BOUNCE_MS);
    await tapsAt(phone.page, [0, 60]);
    await phone.page.waitForTimeout(LONGER_THAN_A_BOUNCE_MS);
    assert.deepEqual(await pointsOnBoard(phone.page), { home: "1", away: "0" });
    await tapsAt(phone.page, [0, 150]);
    await phone.page.waitForTimeout(LONGER_THAN_A_BOUNCE_MS);
    assert.deepEqual(await pointsOnBoard(phone.page), { home: "3", away: "0" });
    await untilSent(phone.page);
    assert.equal((await linesOnRecord(chair)).filter(({ entry }) => entry.kind === "rally").length, 3);
  });

  test("a time-out runs down from its minute", async () => {
    await choose(phone.page, "Time-out", 0);
    assert.match(await clockOn(phone.page), /^(1:00|0:5\d)$/);
    await tap(phone.page.locator(".chair-answer", { hasText: "End the time-out" }));
    await assertCalm(phone);
  });

  test("under expedite returns are counted, one is taken back, and the thirteenth wins the rally for who receives", async () => {
    await choose(phone.page, "Expedite", 2);
    const returns = phone.page.locator(".chair-returns");
    const before = await pointsOnBoard(phone.page);
    const receiving = await phone.page.locator(".chair-half:has(.receives)").getAttribute("value");
    await tapSlowly(phone.page, 3);
    await tap(phone.page.locator(".chair-undo button", { hasText: "One return fewer" }));
    await phone.page.waitForTimeout(LONGER_THAN_A_BOUNCE_MS);
    assert.equal(await returns.innerText(), "Return 2 of 13");
    await assertCalm(phone);
    await tapSlowly(phone.page, 11);
    await phone.page.waitForTimeout(LONGER_THAN_A_BOUNCE_MS);
    assert.equal(await returns.innerText(), "Return 0 of 13");
    const now = await pointsOnBoard(phone.page);
    assert.ok(receiving === "home" || receiving === "away");
    assert.equal(Number(now[receiving]), Number(before[receiving]) + 1);
    await rally(phone.page, "home");
    await untilSent(phone.page);
  });

  test("the idle one of two phones on a match follows what the other records", async () => {
    other = await openReader(browser, podium.url, { width: 360, height: 640, touch: true });
    await other.page.goto(chair);
    await untilPlay(other.page);
    const before = await pointsOnBoard(other.page);
    await rally(phone.page, "home");
    const points = other.page.locator(".chair-half[value=home] .chair-points");
    await points.filter({ hasText: new RegExp(`^${Number(before.home) + 1}$`) }).waitFor({ timeout: 3000 });
    await untilSent(other.page);
    await rally(other.page, "away");
    await untilSent(other.page);
    const shown = await pointsOnBoard(other.page);
    await phone.page.locator(".chair-half[value=away] .chair-points").getByText(shown.away, { exact: true }).waitFor();
    const lines = (await linesOnRecord(chair)).length;
    await rally(phone.page, "away");
    await untilSent(phone.page);
    assert.equal((await linesOnRecord(chair)).length, lines + 1);
    await assertCalm(other);
  });

  test("a server that has stopped leaves nothing live, neither on a page nor on a phone, until it is back", async () => {
    const reader = await openReader(browser, podium.url, { width: 360 });
    await reader.page.goto(`/matches/${MATCH}`);
    const mark = reader.page.locator(".first-screen .live-mark").first();
    const lost = reader.page.locator(".live-lost:not(:empty)");
    assert.equal(await mark.evaluate(opacity), "1");
    await podium.cutPower();
    await lost.waitFor();
    assert.equal(await mark.evaluate(opacity), "0");
    await other.page.locator(".chair-network", { hasText: "not connected" }).waitFor();
    await podium.startAgain();
    await untilSent(other.page);
    await lost.waitFor({ state: "detached" });
    assert.equal(await mark.evaluate(opacity), "1");
    for (const each of [reader, other, phone]) forgive(each, CUT);
    for (const each of [reader, other, phone]) await assertCalm(each);
  });

  test("a chair whose match is over leads on, and back to the desk", async () => {
    await choose(phone.page, "Retirement", 0);
    await untilSent(phone.page);
    assert.match(await phone.page.locator(".chair-line").innerText(), /^Match won by [A-Z /]+ opponent retired$/);
    await assertCalm(phone);
    await phone.page.getByRole("link", { name: "Confirm the result, then go on" }).tap();
    assert.match(
      await phone.page.locator("main").innerText(),
      /The result[^]+: yes, this is the result[^]+Next on table 4[^]+Not confirmed yet[^]+No match of this table can begin now/,
    );
    await assertCalm(phone);
    await phone.page.getByRole("button", { name: "Hand this chair back" }).tap();
    await phone.page.waitForURL(/\/matches\/riverside-open\/od\/sf-2\?notice=chair-returned$/);
    assert.match(await phone.page.locator(".notice").first().innerText(), /handed back/);
  });
});

test("on an address without https a chair says what this phone cannot do, once, and scores all the same", async () => {
  const [podium, browser] = await Promise.all([openInstallation("", "0.0.0.0"), openBrowser()]);
  try {
    const desk = await openReader(browser, podium.url, { width: 1280 });
    const phone = await openReader(browser, podium.url, { width: 360, height: 640, touch: true });
    const { page } = phone;
    await enterAs(desk, "organiser");
    const chair = await handOutChair(desk, MATCH);
    await page.goto(chair);
    assert.match(await page.locator(".chair-held").innerText(), /screen may go dark.*opens again only.*https/s);
    assert.equal(await page.locator(".chair-half, .chair-start").count(), 0);
    forgive(phone, UNTRUSTED);
    await assertCalm(phone);
    await page.getByRole("button", { name: "Understood" }).tap();
    await rally(page, "home");
    await untilSent(page);
    await page.reload();
    assert.deepEqual(await pointsOnBoard(page), { home: "1", away: "0" });
    await tap(page.locator(".chair-menu > summary"));
    await tap(page.locator(".chair-act > summary", { hasText: "What this phone cannot do here" }));
    assert.ok(await page.locator(".chair-limits").isVisible());
    forgive(phone, UNTRUSTED);
    await assertCalm(phone);
  } finally {
    await browser.close();
    await podium.close();
  }
});

/** Runs in the page: how much of an element is seen. */
function opacity(element: Element): string {
  return getComputedStyle(element).opacity;
}

async function clockOn(page: Page): Promise<string> {
  return page.locator("[role=timer]").innerText();
}

async function tapSlowly(page: Page, times: number): Promise<void> {
  for (let made = 0; made < times; made += 1) {
    await tap(page.locator(".chair-returns"));
  }
}

/** Taps home's half at these times, as the fingers of the browser do, whatever the page is at. */
async function tapsAt(page: Page, timesMs: readonly number[]): Promise<void> {
  const box = await page.locator(".chair-half[value=home]").boundingBox();
  assert.ok(box !== null);
  const touch = await page.context().newCDPSession(page);
  const start = performance.now();
  for (const atMs of timesMs) {
    await page.waitForTimeout(Math.max(0, atMs - (performance.now() - start)));
    const timestamp = (Date.now() - (performance.now() - start) + atMs) / 1000;
    const at = { x: box.x + box.width / 2, y: box.y + box.height * 0.75 };
    await touch.send("Input.dispatchTouchEvent", { type: "touchStart", touchPoints: [at], timestamp });
    await touch.send("Input.dispatchTouchEvent", { type: "touchEnd", touchPoints: [], timestamp: timestamp + 0.01 });
  }
}
