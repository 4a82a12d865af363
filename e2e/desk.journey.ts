import assert from "node:assert/strict";
import { after, before, suite, test } from "node:test";
import type { Browser, Page } from "playwright-core";
import { assertCalm, forgive, openBrowser, openReader, openTab, type Reader, REFUSED } from "./browser.ts";
import { type PodiumProcess, openInstallation } from "./installation.ts";
import { shownMatch } from "./reading.ts";
import { enterAs, handOutChair, rally, untilPlay } from "./umpire.ts";

const MATCH = "riverside-open/os/qf-4";
const NEXT = "riverside-open/os/sf-2";
const FORM = `/desk/matches/${MATCH}`;

/** One match at the desk, in order: each test goes on where the one before it stopped. */
suite("the desk", () => {
  let podium: PodiumProcess;
  let browser: Browser;
  let desk: Reader;
  let reader: Reader;

  before(async () => {
    [podium, browser] = await Promise.all([openInstallation(), openBrowser()]);
    desk = await openReader(browser, podium.url, { width: 1280 });
    reader = await openReader(browser, podium.url, { width: 1280 });
  });
  after(async () => {
    await browser.close();
    await podium.close();
  });

  test("asks a guest to sign in, and tells a member that it is not theirs", async () => {
    const { page } = await openReader(browser, podium.url, { width: 360 });
    await page.goto("/desk/riverside-open");
    await page.waitForURL("**/sign-in?next=*");
    await page.locator('form[action="/demo/sign-in/member"] button').click();
    await page.waitForURL("**/desk/riverside-open");
    assert.match(await page.locator("main").innerText(), /You do not have the right to do this/);
    const answer = await page.request.post(`${podium.url}${FORM}/result`, {
      headers: { origin: podium.url },
      form: { games: "11-1 11-1 11-1", outcome: "play", version: "0", confirm: "yes" },
    });
    assert.equal(answer.status(), 403);
    assert.equal(await statusOf(MATCH), "ready");
  });

  test("a wrong game is answered in a sentence; what was typed is kept and nothing is changed", async () => {
    await enterAs(desk, "organiser");
    const { page } = desk;
    await page.goto("/desk/riverside-open");
    await page.locator(`tr[data-match="${MATCH}"] th a`).click();
    for (const wrong of ["11-9 11-10 11-5", "11-9 eleven-5", "11-9 9-11", "11-9 11-7 11-8 11-2"]) {
      await page.locator("#games").fill(wrong);
      await page.locator("form.result-form button").click();
      assert.match(
        await page.getByRole("alert").innerText(),
        /\S+ \S+ .*\.\s+This was not recorded; what you typed is kept below\.$/,
      );
      assert.equal(await page.locator("#games").inputValue(), wrong);
      assert.equal(await page.locator("button[name=confirm]").count(), 0);
      assert.equal(await statusOf(MATCH), "ready");
    }
    forgive(desk, REFUSED);
    await assertCalm(desk);
  });

  test("a right result is shown with what follows; once confirmed, the winner stands in the next round of an open page", async () => {
    await reader.page.goto("/competitions/riverside-open/os");
    const { page } = desk;
    await page.goto(FORM);
    await enter(page, "11-9 9-11 11-7 11-5");
    assert.match(await page.locator(".desk-confirm .lead").innerText(), /11-9 9-11 11-7 11-5/);
    assert.match(await page.locator(".desk-confirm ul").innerText(), /Semi-final 2.*KAWABE Mio/s);
    assert.equal(await statusOf(MATCH), "ready");
    await assertCalm(desk);
    await page.locator("button[name=confirm]").click();
    assert.match(await page.locator(".desk-notice").innerText(), /KAWABE Mio – GANG Haram is recorded/);
    await reader.page
      .locator(`live-bracket live-score[match="${NEXT}"] [data-entry="riverside-open/os/kawabe"]`)
      .waitFor();
    assert.deepEqual(await shownMatch(reader.page, MATCH), {
      home: "KAWABE Mio",
      away: "GANG Haram",
      score: "3-1",
      games: "11-9 9-11 11-7 11-5",
    });
    await assertCalm(reader);
  });

  test("a second desk that has not seen the change is refused, and keeps what was typed", async () => {
    const late = await openTab(desk);
    await late.page.goto(FORM);
    await desk.page.goto(FORM);
    await confirm(desk.page, "11-9 9-11 11-7 11-6");
    await enter(late.page, "11-0 11-0 11-0");
    assert.match(await late.page.getByRole("alert").innerText(), /changed since you opened it/);
    assert.equal(await late.page.locator("#games").inputValue(), "11-0 11-0 11-0");
    assert.equal((await publicMatch(MATCH)).games.length, 4);
    await late.page.close();
  });

  test("by keyboard: down to the match that waits for a decision, and p publishes it", async () => {
    const { page } = desk;
    await page.goto("/desk/riverside-open");
    const row = page.locator(`[data-section=decide] tr[data-match="${MATCH}"]`);
    await row.waitFor();
    for (let step = 0; !(await row.locator("th a").evaluate((link) => link === document.activeElement)); step += 1) {
      assert.ok(step < 40, "the match is not reached by the keyboard");
      await page.keyboard.press("j");
    }
    await page.keyboard.press("p");
    await page.locator(`[data-section=done] tr[data-match="${MATCH}"]`).waitFor();
    assert.match(await page.locator(".desk-said").innerText(), /is published/);
    assert.ok(await page.locator("[data-section=decide] :focus").isVisible(), "the focus stays where it was at work");
    await assertCalm(desk);
  });

  test("all results that are over are ticked and published with one press, and the page stays in its place", async () => {
    const { page } = desk;
    const waiting = page.locator("[data-section=decide] .desk-tick input");
    const count = await waiting.count();
    assert.ok(count > 1, `${count} results wait`);
    await page.locator("[data-act=tick]").click();
    const place = await page.evaluate(() => window.scrollY);
    await page.locator(".desk-publish button").click();
    await page.locator(".desk-said", { hasText: `${count} results are published` }).waitFor();
    assert.equal(await waiting.count(), 0);
    assert.equal(await page.evaluate(() => window.scrollY), place);
    assert.ok(await page.locator("[data-section=decide] :focus").isVisible());
    await assertCalm(desk);
  });

  test("the desk of one table and one event stands under an address of its own", async () => {
    const { page } = desk;
    await page.locator(".desk-filter select[name=event]").selectOption("os");
    await page.locator(".desk-filter select[name=table]").selectOption("1");
    await page.locator(".desk-filter button").click();
    await page.waitForURL(/\?table=1&event=os$/);
    const matches = await page.locator("tr[data-match]").evaluateAll((rows) => rows.map((row) => row.dataset["match"]));
    assert.ok(matches.length > 0 && matches.every((id) => id?.startsWith("riverside-open/os/")), matches.join(" "));
    await assertCalm(desk);
  });

  test("a finished match is corrected: who moves is shown first, and nothing moves before it is confirmed", async () => {
    const { page } = desk;
    await page.goto(FORM);
    await enter(page, "9-11 11-9 7-11 6-11");
    assert.match(
      await page.locator(".desk-confirm ul").innerText(),
      /Semi-final 2.*GANG Haram plays instead of KAWABE Mio/s,
    );
    assert.equal((await publicMatch(NEXT)).away.entry?.code, "kawabe");
    await page.locator("button[name=confirm]").click();
    await reader.page
      .locator(`live-bracket live-score[match="${NEXT}"] [data-entry="riverside-open/os/gang"]`)
      .waitFor();
    assert.equal((await shownMatch(reader.page, MATCH)).score, "1-3");
    await page.locator(`[data-section=decide] tr[data-match="${MATCH}"]`).waitFor();
  });

  test("a correction of a final says which medals would change hands; left alone, it changes nothing", async () => {
    const { page } = desk;
    await page.goto("/desk/matches/paris-2024/xd/final");
    await enter(page, "6-11 11-7 8-11 5-11 11-7 8-11");
    const follows = await page.locator(".desk-confirm ul").innerText();
    assert.match(follows, /Gold goes from WANG.*SUN.* to RI.*KIM/);
    assert.match(follows, /Silver goes from RI.*KIM.* to WANG.*SUN/);
    await reader.page.goto("/moments/paris-2024-xd-podium");
    assert.match(await reader.page.locator(".podium li").first().innerText(), /Gold\s+WANG Chuqin/);
  });

  test("a chair that is taken back writes no more and can no longer be opened; the phone says so and keeps the tap", async () => {
    const other = await openReader(browser, podium.url, { width: 360, touch: true });
    await enterAs(other, "organiser");
    const chair = await handOutChair(other, "riverside-open/od/sf-1");
    const phone = await openReader(browser, podium.url, { width: 360, height: 640, touch: true });
    await phone.page.goto(chair);
    await untilPlay(phone.page);
    await other.page.goto("/desk/riverside-open");
    const row = other.page.locator('tr[data-match="riverside-open/od/sf-1"]');
    await row.locator("summary").tap();
    await row.locator('form[action$="/withdrawal"] button').tap();
    await row.locator("details").waitFor({ state: "detached" });
    await rally(phone.page, "home");
    await phone.page
      .locator(".chair-field", { hasText: /no longer writes on the match.*One touch was not sent/s })
      .waitFor();
    const answer = await phone.page.goto(chair);
    assert.ok(answer !== null && answer.status() >= 400 && answer.status() < 500);
    assert.match(await phone.page.locator("main").innerText(), /ask the desk for a new chair/i);
    assert.equal(podium.complaints(), "");
  });

  async function statusOf(match: string): Promise<string> {
    return (await publicMatch(match)).status;
  }

  async function publicMatch(match: string): Promise<PublicMatch> {
    const response = await fetch(`${podium.url}/matches/${match}.json`);
    // The page as data: MatchPage of @podium/protocol.
    return ((await response.json()) as { match: PublicMatch }).match;
  }
});

interface PublicMatch {
  readonly status: string;
  readonly games: readonly unknown[];
  readonly away: { readonly entry: { readonly code: string } | null };
}

/** Types the games and asks what follows. */
async function enter(page: Page, games: string): Promise<void> {
  await page.locator("#games").fill(games);
  await page.locator("form.result-form button").click();
  await page.waitForLoadState();
}

async function confirm(page: Page, games: string): Promise<void> {
  await enter(page, games);
  await page.locator("button[name=confirm]").click();
  await page.locator(".desk-notice").waitFor();
}
