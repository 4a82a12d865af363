import assert from "node:assert/strict";
import { after, before, suite, test } from "node:test";
import type { Browser } from "playwright-core";
import { assertCalm, forgive, openBrowser, openReader, openTab, REFUSED, type Reader } from "./browser.ts";
import { assertFitToUse } from "./fit.ts";
import { type PodiumProcess, openInstallation } from "./installation.ts";
import { enterAs } from "./umpire.ts";

const REPORT = "/moments/paris-2024-xd-podium/reports/an-hour-of-table-tennis";
/** Invented. */
const QUOTED = "这样的照片以后再也看不到了，真好。";
const DAY_MS = 86_400_000;

/** From the first word to the correction, in order: each test goes on where the one before it stopped. */
suite("the newsroom", () => {
  let podium: PodiumProcess;
  let browser: Browser;
  let editor: Reader;
  let reader: Reader;

  before(async () => {
    [podium, browser] = await Promise.all([openInstallation(), openBrowser()]);
    editor = await openReader(browser, podium.url, { width: 1280 });
    reader = await openReader(browser, podium.url, { width: 360, script: false });
    await enterAs(editor, "editor");
  });
  after(async () => {
    await browser.close();
    await podium.close();
  });

  async function press(name: string, { page }: Reader = editor): Promise<void> {
    await page.getByRole("button", { name, exact: true }).click();
  }

  test("an editor pastes a report", async () => {
    const { page } = editor;
    await page.getByRole("link", { name: "Newsroom", exact: true }).click();
    await page.locator('a[href="/newsroom/paris-2024"]').click();
    await page.getByLabel("Headline").fill("An hour of table tennis");
    await page
      .getByRole("textbox", { name: "Text" })
      .fill(`<p>The final took <b>an hour</b>.</p><p>Nobody left early.</p><p>“${QUOTED}” wrote a Weibo user.</p>`);
    await assertFitToUse(editor);
    await press("Begin");
    assert.equal(
      await page.getByRole("textbox", { name: "Text" }).inputValue(),
      `The final took an hour.\n\nNobody left early.\n\n“${QUOTED}” wrote a Weibo user.`,
    );
    await assertFitToUse(editor);
  });

  test("keeps what it quotes as a reaction, with a translation; what the report does not tell is marked", async () => {
    const { page } = editor;
    const report = page.url();
    await page.getByText("Not told: author, address, when it was said, original words").waitFor();
    await page.getByRole("link", { name: "Keep as a reaction" }).click();
    const words = page.getByLabel("Words, as they were written");
    assert.equal(await words.inputValue(), QUOTED);
    assert.equal(await page.getByLabel("Platform").inputValue(), "Weibo");
    assert.equal(await page.getByLabel("How it is known").inputValue(), "second-hand");
    await assertFitToUse(editor);
    await page.getByLabel("Language", { exact: true }).fill("zh");
    await page.getByLabel("Translation", { exact: true }).fill("We will not see such a picture again, how good.");
    await page.getByLabel("Language of the translation").fill("en");
    await page.getByLabel("Translated by").fill("Podium");
    await press("Enter");
    await page.getByRole("status").waitFor();
    await reader.page.goto("/moments/paris-2024-xd-podium");
    await reader.page.getByText(QUOTED).waitFor();
    await reader.page.getByText("We will not see such a picture again, how good.").waitFor();
    await page.goto(report);
    assert.equal(await page.getByRole("link", { name: "Keep as a reaction" }).count(), 0, "it is kept already");
  });

  test("publishes it under embargo, and until then readers do not find it", async () => {
    const { page } = editor;
    await page.getByLabel("Place (dateline)").fill("PARIS");
    await page.getByLabel("Embargo").fill(new Date(Date.now() + 2 * DAY_MS).toISOString().slice(0, 16));
    await press("Publish");
    await page.getByRole("heading", { name: "Embargoed" }).waitFor();
    assert.equal((await reader.page.goto(REPORT))?.status(), 404);
    forgive(reader, REFUSED);
    await reader.page.goto("/moments/paris-2024-xd-podium");
    assert.equal(await reader.page.getByText("An hour of table tennis").count(), 0);
  });

  test("then at once, and a reader without script reads it", async () => {
    const { page } = editor;
    await page.getByLabel("Embargo").fill("");
    await press("Publish");
    await page.getByRole("heading", { name: "Published", exact: true }).waitFor();
    await reader.page.goto("/moments/paris-2024-xd-podium");
    await reader.page.getByRole("link", { name: "An hour of table tennis" }).click();
    await reader.page.getByText("PARIS — The final took an hour.").waitFor();
    await assertCalm(reader);
  });

  test("of two who change it at once, the second sees both texts", async () => {
    const other = await openTab(editor);
    await other.page.goto(editor.page.url());
    await editor.page.getByRole("textbox", { name: "Text" }).fill("The final took fifty minutes.");
    await editor.page.getByLabel("What is corrected").fill("The final took less than an hour.");
    await press("Publish the correction");
    await editor.page.getByRole("status").waitFor();
    await other.page.getByRole("textbox", { name: "Text" }).fill("The final took ninety minutes.");
    await other.page.getByLabel("What is corrected").fill("The final took longer.");
    await press("Publish the correction", other);
    await other.page.getByText("The final took fifty minutes.").waitFor();
    assert.equal(
      await other.page.getByRole("textbox", { name: "Text" }).inputValue(),
      "The final took ninety minutes.",
    );
    forgive(other, REFUSED);
    await assertFitToUse(other);
    await assertCalm(editor);
    await other.page.close();
  });

  test("the correction stands under the report, with its date", async () => {
    await reader.page.reload();
    await reader.page.getByRole("heading", { name: "Corrections" }).waitFor();
    await reader.page.getByText("The final took less than an hour.").waitFor();
    assert.equal(await reader.page.getByText("an hour.", { exact: true }).count(), 0);
    await editor.page.goto(REPORT);
    await assertFitToUse(editor);
  });

  test("nothing was complained about", () => {
    assert.equal(podium.complaints(), "");
  });
});
