import assert from "node:assert/strict";
import { after, before, suite, test } from "node:test";
import type { Browser, Locator } from "playwright-core";
import { assertCalm, openBrowser, openReader, type Reader } from "./browser.ts";
import { assertFitToUse } from "./fit.ts";
import { type PodiumProcess, openInstallation } from "./installation.ts";
import { LIST, PAIRS } from "./pasted-lists.ts";
import { enterAs } from "./umpire.ts";

/** The fewest acts that somebody needs for it, and room for a few more. */
const CLICKS_MAX = 40;

/** From nothing to a competition that is drawn, in order: each test goes on where the one before it stopped. */
suite("setting up a competition", () => {
  let podium: PodiumProcess;
  let browser: Browser;
  let desk: Reader;
  let follower: Reader;
  let reader: Reader;
  let clicks = 0;

  before(async () => {
    [podium, browser] = await Promise.all([openInstallation(), openBrowser()]);
    desk = await openReader(browser, podium.url, { width: 1280 });
    follower = await openReader(browser, podium.url, { width: 360 });
    reader = await openReader(browser, podium.url, { width: 1280 });
    await enterAs(desk, "organiser");
  });
  after(async () => {
    await browser.close();
    await podium.close();
  });

  /** Clicks something of the desk that leads to another page, and waits for that page. */
  async function click(control: Locator): Promise<void> {
    clicks += 1;
    await Promise.all([desk.page.waitForEvent("load"), control.click()]);
  }

  function press(name: string): Promise<void> {
    return click(desk.page.getByRole("button", { name, exact: true }));
  }

  function follow(name: string): Promise<void> {
    return click(desk.page.getByRole("link", { name, exact: true }).first());
  }

  test("begins at the desk with a name, days and a time zone", async () => {
    const { page } = desk;
    await page.goto("/desk");
    await follow("New competition");
    await page.getByLabel("Address").first().fill("spring-cup");
    await page.getByLabel("Name", { exact: true }).fill("Spring Cup");
    await page.getByLabel("First day").first().fill("2026-12-05");
    await page.getByLabel("Last day").first().fill("2026-12-05");
    await page.getByLabel("Time zone").fill("Europe/Paris");
    await assertFitToUse(desk);
    await press("Begin");
    assert.match(await page.locator("h1").innerText(), /Spring Cup/);
    await assertFitToUse(desk);
  });

  test("takes a pasted list in with its doubts decided", async () => {
    const { page } = desk;
    await page.getByLabel("Name of the event", { exact: true }).fill("Open singles");
    await press("Add an event");
    await assertFitToUse(desk);
    await page.getByLabel("List", { exact: true }).fill(LIST);
    await press("Look at the list");
    const doubts = await page.locator("tr.doubtful").allInnerTexts();
    assert.deepEqual(
      doubts.map((row) => /^\d+/.exec(row)?.[0]),
      ["23", "24", "25", "26"],
    );
    await assertFitToUse(desk);
    clicks += 1;
    await page.getByLabel("Line 23").selectOption({ label: "It is SUN Yingsha CHN" });
    await press("Take these entries in");
    const entries = await page.locator(".setup-entries li").allInnerTexts();
    assert.equal(entries.length, 24);
    assert.ok(entries.some((entry) => entry.startsWith("SUN Yingsha ")));
    await assertFitToUse(desk);
  });

  test("is drawn into groups of four, with the knock-out after them, on record with what chance gave", async () => {
    const { page } = desk;
    clicks += 1;
    await page.getByRole("radio", { name: "Groups, then a knock-out" }).check();
    await page.getByLabel("Randomness").fill("3 5 2 6");
    await press("Draw");
    assert.deepEqual(
      await page
        .locator(".drawn-groups section")
        .evaluateAll((groups) => groups.map((group) => group.querySelectorAll("li").length)),
      [4, 4, 4, 4, 4, 4],
    );
    assert.match(await page.locator(".draw-chance").innerText(), /3 5 2 6/);
    await assertFitToUse(desk);
  });

  test("keeps the format of another event for a draw in public, and publishes both", async () => {
    const { page } = desk;
    await follow("Spring Cup");
    await page.getByLabel("Name of the event", { exact: true }).fill("Doubles");
    clicks += 1;
    await page.getByLabel("Who plays").selectOption("doubles");
    await press("Add an event");
    await page.getByLabel("List", { exact: true }).fill(PAIRS);
    await press("Look at the list");
    await press("Take these entries in");
    assert.equal(await page.locator(".setup-entries li").count(), 4);
    clicks += 1;
    await page.getByRole("radio", { name: "Knock-out Who loses is out" }).check();
    await press("Keep for a draw in public");
    await follow("Spring Cup");
    assert.equal((await page.request.get(`${podium.url}/competitions/spring-cup`)).status(), 404);
    await press("Publish");
    await page.waitForURL("**/desk/spring-cup");
    await page.goto("/competitions/spring-cup/open-singles");
    assert.match(await page.locator("main").innerText(), /WOLFSBERG/);
    await assertFitToUse(desk);
  });

  test("is drawn in public: a second page follows ball by ball, and verifies the draw by itself", async () => {
    const { page } = follower;
    await page.goto("/competitions/spring-cup/doubles/draw");
    const committed = await page.locator(".draw-to-come code").innerText();
    assert.match(committed, /^[0-9a-f]{64}$/);
    await assertFitToUse(follower);
    await reader.page.goto("/competitions/spring-cup/doubles");
    await assertFitToUse(reader);
    await desk.page.goto("/desk/spring-cup");
    await click(desk.page.locator('a[href="/desk/events/spring-cup/doubles/draw"]'));
    await assertFitToUse(desk);
    await desk.page.getByLabel("Randomness").fill("4 1 6");
    await desk.page.getByLabel("Given by").fill("The guest of the evening");
    await press("Start the draw in public");
    await press("Stand still");
    await press("Next ball");
    const ball = await desk.page.locator(".draw-now").innerText();
    await page.locator(".draw-now", { hasText: ball.split("\n")[0] ?? "" }).waitFor();
    assert.equal(await page.locator(".draw-now").innerText(), ball);
    await reader.page.locator(".draw-now", { hasText: ball.split("\n")[0] ?? "" }).waitFor();
    const filled = reader.page.locator(".drawn-name:visible");
    assert.ok((await filled.count()) < 4, "the page of the event shows what is out, and no more");
    await assertFitToUse(reader);
    await assertCalm(follower);
    await page.reload();
    assert.equal(await page.locator(".draw-now").innerText(), ball, "who comes late is at the same ball");
    await assertFitToUse(follower);
    await press("Show all");
    await page.getByText("The draw is made.").waitFor();
    await assertCalm(follower);
    await reader.page.locator(".event-draw .bracket").first().waitFor();
    await assertFitToUse(reader);
    await page.getByRole("button", { name: "Verify this draw" }).click();
    await page.getByText("Verified: this browser drew again").waitFor();
    await page.reload();
    assert.equal(await page.locator(".draw-chance code").first().innerText(), committed);
    assert.match(await page.locator(".draw-chance").innerText(), /4 1 6.*The guest of the evening/);
    await assertFitToUse(follower);
    await desk.page.goto("/desk/events/spring-cup/doubles/draw");
    await assertFitToUse(desk);
    assert.ok(clicks < CLICKS_MAX, `${clicks} clicks`);
  });
});
