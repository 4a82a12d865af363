import assert from "node:assert/strict";
import { after, before, suite, test } from "node:test";
import type { Browser } from "playwright-core";
import { violations } from "./axe.ts";
import { assertCalm, openBrowser, openReader, type Reader } from "./browser.ts";
import { type PodiumProcess, openInstallation } from "./installation.ts";
import { enterAs } from "./umpire.ts";

const CLUBS = ["RIV", "HAN", "KIE", "NIL"];
const NAMES = [..."ABCDEFGHIJKLMNOPQRSTU"].map((letter) => `${letter.repeat(2)}MANN ${letter}ora`);

/** 24 lines as a spreadsheet has them: two spellings to look at, one who stands twice, one without a club. */
const LIST = [
  "Name\tClub",
  ...NAMES.map((name, at) => `${name}\t${CLUBS[at % 4]}`),
  "SUN Yingsah\tCHN",
  "AAMANN Aora\tRIV",
  "WOLFSBERG Kim\t",
  "WOLFSBURG Kim\tNIL",
].join("\n");

/** The fewest acts that somebody needs for it, and room for a few more. */
const CLICKS_MAX = 40;

/** From nothing to a competition at the desk, in order: each test goes on where the one before it stopped. */
suite("setting up a competition", () => {
  let podium: PodiumProcess;
  let browser: Browser;
  let desk: Reader;
  let clicks = 0;

  before(async () => {
    [podium, browser] = await Promise.all([openInstallation(), openBrowser()]);
    desk = await openReader(browser, podium.url, { width: 1280 });
    await enterAs(desk, "organiser");
  });
  after(async () => {
    await browser.close();
    await podium.close();
  });

  async function press(name: string): Promise<void> {
    clicks += 1;
    await desk.page.getByRole("button", { name, exact: true }).click();
  }

  /** Looks at the page as it stands, on a phone and on a desk, by day and by night. */
  async function assertFitToUse(): Promise<void> {
    const { page } = desk;
    for (const [width, colorScheme] of [
      [360, "dark"],
      [1280, "light"],
    ] as const) {
      await page.setViewportSize({ width, height: 800 });
      await page.emulateMedia({ colorScheme });
      assert.deepEqual(await violations(page, { resultTypes: ["violations"] }), [], page.url());
    }
    await assertCalm(desk);
  }

  test("begins at the desk with a name, days and a time zone", async () => {
    const { page } = desk;
    await page.goto("/desk");
    clicks += 1;
    await page.getByRole("link", { name: "New competition" }).click();
    await page.getByLabel("Address").fill("spring-cup");
    await page.getByLabel("Name (English)").fill("Spring Cup");
    await page.getByLabel("First day").fill("2026-12-05");
    await page.getByLabel("Last day").fill("2026-12-05");
    await page.getByLabel("Time zone").fill("Europe/Paris");
    await assertFitToUse();
    await press("Begin");
    assert.match(await page.locator("h1").innerText(), /Spring Cup/);
    await assertFitToUse();
  });

  test("takes a pasted list in with its doubts decided", async () => {
    const { page } = desk;
    await page.getByLabel("Name of the event").fill("Open singles");
    await press("Add an event");
    await assertFitToUse();
    await page.getByLabel("List").fill(LIST);
    await press("Look at the list");
    const doubts = await page.locator("tr.doubtful").allInnerTexts();
    assert.deepEqual(
      doubts.map((row) => /^\d+/.exec(row)?.[0]),
      ["23", "24", "25", "26"],
    );
    await assertFitToUse();
    clicks += 1;
    await page.getByLabel("Line 23").selectOption({ label: "It is SUN Yingsha CHN" });
    await press("Take these entries in");
    const entries = await page.locator(".setup-entries li").allInnerTexts();
    assert.equal(entries.length, 24);
    assert.ok(entries.some((entry) => entry.startsWith("SUN Yingsha ")));
    await assertFitToUse();
  });

  test("is drawn into groups, with the knock-out after them, and published", async () => {
    const { page } = desk;
    await page.getByLabel("Randomness").fill("3 5 2 6");
    await press("Draw");
    assert.equal(await page.locator(".setup-groups section").count(), 6);
    await assertFitToUse();
    await page.getByRole("link", { name: "Spring Cup" }).click();
    clicks += 1;
    assert.equal((await page.request.get(`${podium.url}/competitions/spring-cup`)).status(), 404);
    await press("Publish");
    await page.waitForURL("**/desk/spring-cup");
    assert.ok(clicks < CLICKS_MAX, `${clicks} clicks`);
    await page.goto("/competitions/spring-cup/open-singles");
    assert.match(await page.locator("main").innerText(), /WOLFSBERG/);
    await assertFitToUse();
  });

  test("is begun by the keyboard alone, and shows a slip beside what was typed", async () => {
    const { page } = desk;
    await page.goto("/desk/drafts");
    await page.getByLabel("Address").focus();
    for (const words of ["autumn-cup", "Autumn Cup", "", "", "Lyon"]) {
      await page.keyboard.type(words);
      await page.keyboard.press("Tab");
    }
    await page.getByLabel("First day").fill("2026-12-05");
    await page.getByLabel("Last day").fill("2026-12-04");
    await page.getByLabel("Time zone").focus();
    await page.keyboard.type("Europe/Paris");
    await page.keyboard.press("Enter");
    assert.match(await page.getByRole("alert").innerText(), /before it begins/);
    assert.equal(await page.getByLabel("Place").inputValue(), "Lyon");
    desk.complaints.splice(0);
    await assertFitToUse();
  });
});
