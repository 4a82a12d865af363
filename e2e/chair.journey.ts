import assert from "node:assert/strict";
import { after, before, suite, test } from "node:test";
import type { Browser, Page } from "playwright-core";
import { assertCalm, CUT, forgive, openBrowser, openReader, openTab, type Reader } from "./browser.ts";
import { onEachDatabase } from "./databases.ts";
import type { PodiumProcess } from "./installation.ts";
import { shownMatch, shownTable } from "./reading.ts";
import {
  closeGame,
  enterAs,
  handOutChair,
  linesOnRecord,
  pointsOnBoard,
  rally,
  tap,
  type Winner,
  untilPlay,
  untilSent,
  winnersOnRecord,
} from "./umpire.ts";

const MATCH = "riverside-open/od/sf-2";

/** One match, in order: each test goes on where the one before it stopped. */
onEachDatabase((database, open) =>
  suite(`a chair and the page that follows it, on ${database}`, () => {
    let podium: PodiumProcess;
    let browser: Browser;
    let desk: Reader;
    let phone: Reader;
    let reader: Reader;
    let chair = "";
    const played: Winner[] = [];

    before(async () => {
      [podium, browser] = await Promise.all([open(), openBrowser()]);
      desk = await openReader(browser, podium.url, { width: 1280 });
      phone = await openReader(browser, podium.url, { width: 360, height: 640, touch: true });
      reader = await openReader(browser, podium.url, { width: 1280 });
    });
    after(async () => {
      await browser.close();
      await podium.close();
    });

    async function score(winners: readonly Winner[]): Promise<void> {
      for (const winner of winners) {
        await rally(phone.page, winner);
        played.push(winner);
      }
    }

    test("the organiser hands out a chair, and the umpire's phone opens it and chooses who serves", async () => {
      await enterAs(desk, "organiser");
      chair = await handOutChair(desk, MATCH);
      assert.match(chair, new RegExp(`^${podium.url}/chair/[A-Za-z0-9_-]{20,}$`));
      await phone.page.goto(chair);
      await untilPlay(phone.page);
      assert.deepEqual(await pointsOnBoard(phone.page), { home: "0", away: "0" });
      assert.match(await phone.page.locator(".chair-field").innerText(), /serves to/);
      await assertCalm(phone);
    });

    test("what is played in two games stands on the open page and in the log, rally by rally", async () => {
      await reader.page.goto(`/matches/${MATCH}`);
      await score([...closeGame("home", 11), ...closeGame("away", 10)]);
      await untilShown(reader.page, { home: 10, away: 12 });
      assert.equal(await shownTable(reader.page), "13-11 10-12");
      assert.deepEqual(await winnersOnRecord(chair), played);
      await assertCalm(reader);
    });

    test("a rally that is undone is gone from both pages", async () => {
      await score(["home", "away"]);
      await untilShown(reader.page, { home: 1, away: 1 });
      await tap(phone.page.locator(".chair-undo button"));
      played.pop();
      await untilShown(reader.page, { home: 1, away: 0 });
      assert.deepEqual(await pointsOnBoard(phone.page), { home: "1", away: "0" });
      await untilSent(phone.page);
      assert.deepEqual(await winnersOnRecord(chair), played);
    });

    test("a phone that is loaded again in the middle of a game goes on from the same score", async () => {
      await score(["home"]);
      await phone.page.reload();
      assert.deepEqual(await pointsOnBoard(phone.page), { home: "2", away: "0" });
      await score(["home"]);
      await untilSent(phone.page);
      assert.deepEqual(await pointsOnBoard(phone.page), { home: "3", away: "0" });
      assert.deepEqual(await winnersOnRecord(chair), played);
    });

    test("20 rallies without a network, across the end of a game, arrive once and in order", async () => {
      const before = await linesOnRecord(chair);
      await phone.page.context().setOffline(true);
      await score([...home(8), ...closeGame("away", 5)]);
      await phone.page.locator(".chair-network", { hasText: /waiting/ }).waitFor();
      assert.deepEqual(await linesOnRecord(chair), before);
      await phone.page.context().setOffline(false);
      await untilSent(phone.page);
      assert.deepEqual(await winnersOnRecord(chair), played);
      await untilShown(reader.page, { home: 5, away: 7 });
      assert.equal(await shownTable(reader.page), "13-11 10-12 11-0 5-7");
    });

    test("a phone that is closed before its taps were sent sends them when it is opened again", async () => {
      await phone.page.context().setOffline(true);
      await score(home(3));
      await phone.page.close();
      await phone.page.context().setOffline(false);
      phone = await openTab(phone);
      await phone.page.goto(chair);
      assert.deepEqual(await pointsOnBoard(phone.page), { home: "8", away: "7" });
      await untilSent(phone.page);
      assert.deepEqual(await winnersOnRecord(chair), played);
    });

    test("a power cut in the middle of a rally loses nothing that was acknowledged, and the chair goes on", async () => {
      let acknowledged = 0;
      phone.page.on("requestfinished", async (request) => {
        if (request.method() !== "POST") return;
        const answer = await (await request.response())?.json().catch(() => null);
        acknowledged = Math.max(acknowledged, Number(answer?.length ?? 0));
      });
      const another = await openReader(browser, podium.url, { width: 360, touch: true });
      await another.page.goto(`/matches/${MATCH}`);
      await another.page.evaluate(() => scrollTo(0, 120));
      await score(["away"]);
      await untilSent(phone.page);
      acknowledged = Math.max(acknowledged, (await linesOnRecord(chair)).length);
      await score(["home"]);
      const cut = podium.cutPower();
      await score(["away"]);
      await cut;
      await score(["home", "away"]);
      await phone.page.context().setOffline(true);
      await podium.startAgain();
      const recorded = await linesOnRecord(chair);
      assert.ok(
        recorded.length >= acknowledged,
        `${acknowledged} lines were acknowledged, ${recorded.length} are kept`,
      );
      await phone.page.context().setOffline(false);
      await untilSent(phone.page);
      assert.deepEqual(await winnersOnRecord(chair), played);
      await untilShown(reader.page, { home: 10, away: 10 });
      await untilShown(another.page, { home: 10, away: 10 });
      assert.equal(await another.page.evaluate(() => scrollY), 120);
    });

    test("the match is played to its end, the open page says so, and the winner stands in the final", async () => {
      const bracket = await openTab(reader);
      await bracket.page.goto("/competitions/riverside-open/od");
      await score(home(2));
      assert.match(await phone.page.locator(".chair-call").innerText(), /^Match won by/);
      await reader.page.locator("live-match[data-status=over]").waitFor();
      assert.equal(await shownTable(reader.page), "13-11 10-12 11-0 12-10");
      await bracket.page
        .locator(
          'live-bracket live-score[match="riverside-open/od/final"] [data-entry="riverside-open/od/samak-ramli"]',
        )
        .waitFor();
      assert.equal((await shownMatch(bracket.page, MATCH)).score, "3-1");
      await desk.page.locator(`[data-section=decide] tr[data-match="${MATCH}"]`).waitFor();
      for (const person of [desk, phone, reader, bracket]) {
        forgive(person, CUT);
        await assertCalm(person);
      }
      assert.equal(podium.complaints(), "");
    });

    function home(rallies: number): Winner[] {
      return Array.from({ length: rallies }, () => "home");
    }
  }),
);

/** Waits until the large numerals of a match page are these. */
async function untilShown(page: Page, points: Readonly<Record<Winner, number>>): Promise<void> {
  for (const [side, count] of Object.entries(points)) {
    await page.locator(`.half[data-side=${side}] [data-part=large]`, { hasText: new RegExp(`^${count}$`) }).waitFor();
  }
}
