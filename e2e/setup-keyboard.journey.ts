import assert from "node:assert/strict";
import { after, before, suite, test } from "node:test";
import type { Browser, Locator } from "playwright-core";
import { forgive, openBrowser, openReader, type Reader, REFUSED } from "./browser.ts";
import { assertFitToUse } from "./fit.ts";
import { type PodiumProcess, openInstallation } from "./installation.ts";
import { assertFocusKept, choose, enterAt, pasteInto, tabTo, typeInto } from "./keyboard.ts";
import { LIST, PAIRS } from "./pasted-lists.ts";

/** From nothing to a competition that is drawn and published without touching a mouse, in order. */
suite("setting up a competition with the keyboard alone", () => {
  let podium: PodiumProcess;
  let browser: Browser;
  let desk: Reader;

  before(async () => {
    [podium, browser] = await Promise.all([openInstallation(), openBrowser()]);
    desk = await openReader(browser, podium.url, { width: 1280 });
    await desk.page.goto("/sign-in");
    await enterAt(desk.page, desk.page.locator('form[action="/demo/sign-in/organiser"] button'));
  });
  after(async () => {
    await browser.close();
    await podium.close();
  });

  function press(name: string): Promise<void> {
    return enterAt(desk.page, desk.page.getByRole("button", { name, exact: true }));
  }

  function follow(name: string): Promise<void> {
    return enterAt(desk.page, desk.page.getByRole("link", { name, exact: true }).first());
  }

  function type(label: string, words: string): Promise<void> {
    return typeInto(desk.page, desk.page.getByLabel(label, { exact: true }).first(), words);
  }

  /** Chooses in a list by the first letters of what is chosen. */
  async function select(list: Locator, words: string): Promise<void> {
    await tabTo(desk.page, list);
    await desk.page.keyboard.type(words);
  }

  test("begins, and a slip is shown beside what was typed", async () => {
    const { page } = desk;
    await page.goto("/desk");
    await follow("New competition");
    await type("Address", "summer-cup");
    await type("Name", "Summer Cup");
    await type("Place", "Lyon");
    await tabTo(page, page.getByLabel("First day").first());
    await page.keyboard.type("12052026");
    await tabTo(page, page.getByLabel("Last day").first());
    await page.keyboard.type("12042026");
    await type("Time zone", "Europe/Paris");
    await Promise.all([page.waitForEvent("load"), page.keyboard.press("Enter")]);
    assert.match(await page.getByRole("alert").innerText(), /before it begins/);
    assert.equal(await page.getByLabel("Place", { exact: true }).inputValue(), "Lyon");
    forgive(desk, REFUSED);
    await assertFitToUse(desk);
    await tabTo(page, page.getByLabel("Last day").first());
    await page.keyboard.type("12052026");
    await press("Begin");
    assert.match(await page.locator("h1").innerText(), /Summer Cup/);
  });

  test("takes a pasted list in with its doubts decided", async () => {
    const { page } = desk;
    await type("Name of the event", "Open singles");
    await press("Add an event");
    await pasteInto(page, page.getByLabel("List", { exact: true }), LIST);
    await press("Look at the list");
    await select(page.getByLabel("Line 23"), "It is SUN");
    await press("Take these entries in");
    const entries = await page.locator(".setup-entries li").allInnerTexts();
    assert.equal(entries.length, 24);
    assert.ok(entries.some((entry) => entry.startsWith("SUN Yingsha ")));
  });

  test("is drawn into groups with the knock-out after them", async () => {
    const { page } = desk;
    await choose(page, page.getByRole("radio", { name: "Groups, then a knock-out" }));
    await type("Randomness", "3 5 2 6");
    await press("Draw");
    assert.equal(await page.locator(".drawn-groups section").count(), 6);
  });

  test("keeps a doubles event for a draw in public, and publishes both", async () => {
    const { page } = desk;
    await follow("Summer Cup");
    await type("Name of the event", "Doubles");
    await select(page.getByLabel("Who plays"), "Doubles");
    await press("Add an event");
    await pasteInto(page, page.getByLabel("List", { exact: true }), PAIRS);
    await press("Look at the list");
    await press("Take these entries in");
    assert.equal(await page.locator(".setup-entries li").count(), 4);
    await choose(page, page.getByRole("radio", { name: "Knock-out Who loses is out" }));
    await press("Keep for a draw in public");
    await follow("Summer Cup");
    await press("Publish");
    await page.waitForURL("**/desk/summer-cup");
  });

  test("is drawn in public ball by ball, and verified without the focus being lost", async () => {
    const { page } = desk;
    await enterAt(page, page.locator('a[href="/desk/events/summer-cup/doubles/draw"]'));
    await type("Randomness", "4 1 6");
    await type("Given by", "The guest of the evening");
    await press("Start the draw in public");
    await press("Stand still");
    await press("Next ball");
    await press("Show all");
    await page.goto("/competitions/summer-cup/doubles/draw");
    const verify = page.getByRole("button", { name: "Verify this draw" });
    await tabTo(page, verify);
    await page.keyboard.press("Space");
    await page.getByText("Verified: this browser drew again").waitFor();
    await assertFocusKept(page, verify);
    await assertFitToUse(desk);
  });
});
