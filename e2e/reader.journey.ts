import assert from "node:assert/strict";
import { after, before, suite, test } from "node:test";
import type { Browser } from "playwright-core";
import { assertCalm, openBrowser, openReader, type Reader, type ReaderOptions } from "./browser.ts";
import { type PodiumProcess, openInstallation } from "./installation.ts";
import { shownMatch, shownTable } from "./reading.ts";

const PHONE: ReaderOptions = { width: 360, touch: true };
const DESKTOP: ReaderOptions = { width: 1280 };

suite("a reader", () => {
  let podium: PodiumProcess;
  let browser: Browser;

  before(async () => {
    [podium, browser] = await Promise.all([openInstallation(), openBrowser()]);
  });
  after(async () => {
    await browser.close();
    await podium.close();
  });

  for (const options of [PHONE, DESKTOP]) {
    for (const script of [true, false]) {
      test(`goes from the home page to the last comment at ${options.width} px ${script ? "with" : "without"} script`, async () => {
        const reader = await openReader(browser, podium.url, { ...options, script });
        await readBracket(reader);
        await readMatch(reader);
        await followEntry(reader);
        await readMoment(reader);
        await readThread(reader);
        await changeLanguage(reader);
        assert.equal(podium.complaints(), "");
        await reader.page.context().close();
      });
    }
  }

  test("reads in the language of the browser before any is chosen", async () => {
    for (const [language, words] of [
      ["ko-KR", "혼합 복식"],
      ["zh-CN", "混合双打"],
      ["fr-FR", "Mixed doubles"],
    ] as const) {
      const { page } = await openReader(browser, podium.url, { ...PHONE, language });
      await page.goto("/competitions/paris-2024/xd");
      assert.match(
        (await page.getByRole("heading", { level: 1 }).innerText()).replaceAll(/\s/g, ""),
        new RegExp(words.replaceAll(" ", "")),
      );
      await page.context().close();
    }
  });
});

async function readBracket(reader: Reader): Promise<void> {
  const { page } = reader;
  await page.goto("/");
  await assertCalm(reader);
  await page.locator('a[href="/competitions/paris-2024"]').first().click();
  await page.waitForURL("**/competitions/paris-2024");
  await assertCalm(reader);
  await page.locator('main a[href="/competitions/paris-2024/xd"]').first().click();
  await page.waitForURL("**/competitions/paris-2024/xd");
  await assertCalm(reader);
  assert.deepEqual(
    await page
      .locator("live-bracket .round")
      .evaluateAll((rounds) => rounds.map((round) => round.querySelectorAll("ol live-score").length)),
    [8, 4, 2, 1],
  );
  const pairs = await page
    .locator("#round-r16 [data-entry]")
    .evaluateAll((rows) => rows.map((row) => row.getAttribute("data-entry")));
  assert.equal(new Set(pairs).size, 16);
  assert.deepEqual(await shownMatch(page, "paris-2024/xd/final"), {
    home: "WANG Chuqin / SUN Yingsha",
    away: "RI Jong Sik / KIM Kum Yong",
    score: "4-2",
    games: "11-6 7-11 11-8 11-5 7-11 11-8",
  });
  assert.deepEqual(await shownMatch(page, "paris-2024/xd/bronze"), {
    home: "LIM Jonghoon / SHIN Yubin",
    away: "WONG Chun Ting / DOO Hoi Kem",
    score: "4-0",
    games: "11-5 11-7 11-7 14-12",
  });
  const medals = await page.locator(".medals li").allInnerTexts();
  assert.deepEqual(
    medals.map((line) => /(CHN|PRK|KOR)/.exec(line)?.[1]),
    ["CHN", "PRK", "KOR"],
  );
  const names = await page
    .locator(".medals abbr")
    .evaluateAll((codes) => codes.map((code) => code.getAttribute("title")));
  assert.deepEqual(names, ["China", "DPR Korea", "Republic of Korea"]);
}

async function readMatch(reader: Reader): Promise<void> {
  const { page } = reader;
  await page.locator('live-bracket a[href="/matches/paris-2024/xd/final"]').click();
  await page.waitForURL("**/matches/paris-2024/xd/final");
  assert.equal(await shownTable(page), "11-6 7-11 11-8 11-5 7-11 11-8");
  assert.deepEqual(await page.locator("[data-part=large]").allInnerTexts(), ["4", "2"]);
  assert.match(await page.locator("main").innerText(), /rallies are not/);
  await assertCalm(reader);
}

async function followEntry(reader: Reader): Promise<void> {
  const { page } = reader;
  await page.locator('main a[href="/entries/paris-2024/xd/prk"]').first().click();
  await page.waitForURL("**/entries/paris-2024/xd/prk");
  const text = await page.locator("main").innerText();
  for (const opponent of ["HARIMOTO", "KARLSSON", "WONG Chun Ting", "WANG Chuqin"])
    assert.match(text, new RegExp(opponent));
  await assertCalm(reader);
}

async function readMoment(reader: Reader): Promise<void> {
  const { page } = reader;
  await page.goto("/competitions/paris-2024/xd");
  await page.locator('a[href^="/moments/"]').first().click();
  await page.waitForURL("**/moments/*");
  const storylines = page.locator(".storylines details");
  // Those behind "more" too.
  const sentences = await storylines.locator("summary .sentence").allTextContents();
  assert.ok(
    sentences.some((sentence) => /beat seeds 2, 8 and 4/.test(sentence)),
    sentences.join("\n"),
  );
  assert.ok(
    sentences.some((sentence) => /the only one of 16 entries known to have no ranking/.test(sentence)),
    sentences.join("\n"),
  );
  const told = storylines.filter({ hasText: "beat seeds 2, 8 and 4" });
  const evidence = told.locator('a[href="/matches/paris-2024/xd/r16-8"]');
  assert.equal(await evidence.isVisible(), false);
  await told.locator("summary").click();
  await evidence.waitFor({ state: "visible" });
  await evidence.click();
  await page.waitForURL("**/matches/paris-2024/xd/r16-8");
  assert.equal(await shownTable(page), "11-5 7-11 11-4 15-13 12-10");
  await page.goBack();
  await assertCalm(reader);
}

async function readThread(reader: Reader): Promise<void> {
  const { page } = reader;
  const count = page.locator("[data-part=count]");
  assert.equal(await count.innerText(), "30 comments: 27 shown, 1 removed by moderators, 2 deleted by their authors");
  await page.goto("/threads/paris-2024-xd-podium?sort=old");
  assert.equal(await count.innerText(), "30 comments: 27 shown, 1 removed by moderators, 2 deleted by their authors");
  assert.equal(await page.locator("li.comment").count(), 30);
  assert.equal(await page.locator("li.comment.is-hidden").count(), 3);
  assert.match(
    await page
      .locator("li.comment.is-hidden")
      .allInnerTexts()
      .then((texts) => texts.join("\n")),
    /Removed by a moderator: \S/,
  );
  await assertCalm(reader);
}

async function changeLanguage(reader: Reader): Promise<void> {
  const { page } = reader;
  const count = page.locator("[data-part=count]");
  await page.getByRole("link", { name: "한국어" }).click();
  await page.locator("html[lang=ko]").waitFor();
  assert.match(await count.innerText(), /30.*27.*1.*2/);
  assert.doesNotMatch(await count.innerText(), /comment|shown/);
  await page.goto("/competitions/paris-2024/xd");
  await page.locator("html[lang=ko]").waitFor();
  assert.equal((await shownMatch(page, "paris-2024/xd/final")).games, "11-6 7-11 11-8 11-5 7-11 11-8");
  await assertCalm(reader);
  await page.getByRole("link", { name: "中文" }).click();
  await page.locator("html[lang=zh]").waitFor();
  const final = await shownMatch(page, "paris-2024/xd/final");
  assert.equal(final.home, "王楚钦 / 孙颖莎");
  await assertCalm(reader);
}
