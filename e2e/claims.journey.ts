import assert from "node:assert/strict";
import { after, before, suite, test } from "node:test";
import { setTimeout } from "node:timers/promises";
import type { Browser, Page } from "playwright-core";
import { assertCalm, openBrowser, openReader, type Reader } from "./browser.ts";
import { assertFitToUse } from "./fit.ts";
import { type PodiumProcess, openInstallation } from "./installation.ts";
import { enterAs } from "./umpire.ts";

const REPORT = "/moments/paris-2024-xd-podium/reports/four-games-to-one";
const WRONG = "Wang Chuqin and Sun Yingsha beat Ri Jong Sik and Kim Kum Yong 4-1 in the mixed doubles final.";
const RIGHT = WRONG.replace("4-1", "4-2");
const TURNED = "The result was corrected after this was published:";

/** A report with a wrong score from its first word until its result is corrected: each test goes on where the last one stopped. */
suite("what is written, held against the record", () => {
  let podium: PodiumProcess;
  let browser: Browser;
  let editor: Reader;
  let organiser: Reader;
  let reader: Reader;

  before(async () => {
    [podium, browser] = await Promise.all([openInstallation(), openBrowser()]);
    editor = await openReader(browser, podium.url, { width: 1280 });
    organiser = await openReader(browser, podium.url, { width: 1280 });
    reader = await openReader(browser, podium.url, { width: 360, script: false });
    await enterAs(editor, "editor");
    await enterAs(organiser, "organiser");
  });
  after(async () => {
    await browser.close();
    await podium.close();
  });

  const text = () => editor.page.getByRole("textbox", { name: "Text" });

  test("a wrong score is underlined and told while it is typed", async () => {
    const { page } = editor;
    await page.goto("/newsroom/paris-2024");
    await page.getByLabel("Headline").fill("Four games to one");
    await text().pressSequentially(WRONG);
    await page.locator(".typed-marks mark", { hasText: "4-1" }).waitFor();
    await page.locator(".typed-wrong li", { hasText: "The record has: 4-2" }).waitFor();
    await assertFitToUse(editor);
  });

  test("one key leads to the truth, and one press puts it into the text", async () => {
    const { page } = editor;
    await text().press("Control+.");
    assert.equal(await page.evaluate(() => document.activeElement?.textContent), "Write “4-2”");
    await page.keyboard.press("Enter");
    assert.equal(await text().inputValue(), RIGHT);
    await page.locator(".typed-marks mark").waitFor({ state: "detached" });
    assert.equal(await page.locator(".typed-wrong li").count(), 0);
  });

  test("it is published, and readers see no note", async () => {
    const { page } = editor;
    await page.getByRole("button", { name: "Begin", exact: true }).click();
    await page.getByRole("button", { name: "Publish", exact: true }).click();
    await page.getByRole("heading", { name: "Published", exact: true }).waitFor();
    await reader.page.goto(REPORT);
    await reader.page.getByText(RIGHT).waitFor();
    assert.equal(await reader.page.locator(".record-notes").count(), 0);
  });

  test("the result is corrected at the desk, and the page says so with a note", async () => {
    const { page } = organiser;
    await page.goto("/desk/matches/paris-2024/xd/final");
    await page.locator("#games").fill("11-6 7-11 11-8 11-5 11-7");
    await page.locator("form.result-form button").click();
    await page.locator("button[name=confirm]").click();
    await page.locator(".desk-notice").waitFor();
    await reloadUntil(reader.page, REPORT, { words: TURNED, times: 1 });
    await reader.page.locator(".record-notes", { hasText: "The record has: 4-1." }).waitFor();
    await page.goto(REPORT);
    await assertFitToUse(organiser);
  });

  test("it is a task of the editor, who corrects the report; then neither task nor note is left", async () => {
    const { page } = editor;
    await reloadUntil(page, "/newsroom/paris-2024", { words: "To be corrected", times: 1 });
    await assertFitToUse(editor);
    const task = page.locator(".newsroom-tasks li", { hasText: "Four games to one" });
    await task.getByRole("link", { name: "Open the text" }).click();
    await page.locator(".typed-wrong li").getByRole("button", { name: "Write “4-1”" }).click();
    await page.getByLabel("What is corrected").fill("The final ended 4-1, as the jury decided.");
    await page.getByRole("button", { name: "Publish the correction", exact: true }).click();
    await page.getByRole("status").first().waitFor();
    await reloadUntil(reader.page, REPORT, { words: TURNED, times: 0 });
    await reader.page.getByText("The final ended 4-1, as the jury decided.").waitFor();
    assert.equal(await reader.page.locator(".record-notes").count(), 0);
    await page.goto("/newsroom/paris-2024");
    assert.equal(await page.locator(".newsroom-tasks li", { hasText: "Four games to one" }).count(), 0);
    await assertCalm(reader);
  });

  test("without script the button beside the field shows the same", async () => {
    await enterAs(reader, "editor");
    const { page } = reader;
    await page.goto("/newsroom/paris-2024");
    await page.getByRole("textbox", { name: "Text" }).fill(WRONG.replace("4-1", "4-3"));
    const opened = page.waitForEvent("popup");
    await page.getByRole("button", { name: "Check against the record" }).click();
    await (await opened).getByText("The record has: 4-1").first().waitFor();
  });
});

interface Wanted {
  readonly words: string;
  readonly times: 0 | 1;
}

/** Reads a page again until a text stands on it so often: a job works it out after the change. */
async function reloadUntil(page: Page, address: string, { words, times }: Wanted): Promise<void> {
  const deadline = Date.now() + 60_000;
  for (;;) {
    await page.goto(address);
    if ((await page.getByText(words).count()) === times) return;
    assert.ok(Date.now() < deadline, `${words} on ${address}`);
    await setTimeout(200);
  }
}
