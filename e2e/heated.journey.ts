import assert from "node:assert/strict";
import { after, before, suite, test } from "node:test";
import type { Browser, Page } from "playwright-core";
import { isRefused } from "@podium/engine";
import { transact } from "../server/src/app.ts";
import { giveRole } from "../server/src/people/roles.ts";
import { install, type Installation, type Who } from "../server/src/web-server/scenario.testing.ts";
import { assertCalm, openBrowser, openReader, type Reader } from "./browser.ts";
import { assertFocusSeen, enterAt, tabTo, typeInto } from "./keyboard.ts";
import { enterAs } from "./umpire.ts";

const THREAD = "/threads/paris-2024-xd-podium";
const MINUTE_MS = 60_000;
/** One evening, four languages: what is held for a word that stands on the list, and what only looks like it. */
const EVENING = [
  { language: "ko", words: "너는바보야", innocent: "오늘 경기 정말 좋았어요" },
  { language: "zh", words: "你这个傻瓜", innocent: "这场比赛打得真好" },
  { language: "ja", words: "バカじゃないの", innocent: "今日の試合は最高でした" },
  { language: "en", words: "You utter numpty", innocent: "What a match that was tonight" },
] as const;
const LISTED = ["바보", "傻瓜", "バカ", "numpty"];

/** Two moderators who touch no mouse. Each test goes on where the one before it stopped. */
suite("a heated evening in four languages, moderated by two people with the keyboard alone", () => {
  let here: Installation;
  let browser: Browser;
  let one: Reader;
  let two: Reader;

  before(async () => {
    [here, browser] = await Promise.all([install(), openBrowser()]);
    one = await openReader(browser, here.url, { width: 1280 });
    two = await openReader(browser, here.url, { width: 1280 });
    await enterAs(one, "moderator");
    await enterAs(two, "referee");
    const given = { competition: "*", role: "moderator", by: null } as const;
    const second = (await named("referee")).id;
    const done = await transact(here.app, null, (unit) => giveRole(unit, second, given));
    assert.ok(!isRefused(done));
  });
  after(async () => {
    await browser.close();
    await here.close();
  });

  /** Who is signed in with the cookie of somebody of the demo. */
  async function named(who: Who) {
    const cookie = await here.signIn(who);
    const answer = await fetch(`${here.url}/account/data`, { headers: { cookie } });
    const { account } = JSON.parse(await answer.text());
    const persons = here.app.storage.db.selectFrom("persons").select(["id", "name"]);
    return persons.where("id", "=", account.id).executeTakeFirstOrThrow();
  }

  async function send(who: Who, path: string, form: Readonly<Record<string, string>>) {
    const headers = { cookie: await here.signIn(who), "content-type": "application/json" };
    const answer = await fetch(here.url + path, { method: "POST", headers, body: JSON.stringify(form) });
    return { status: answer.status, told: JSON.parse(await answer.text()) };
  }

  /** Presses a key of the queue, and waits for the page that follows. */
  async function press({ page }: Reader, key: string): Promise<void> {
    await Promise.all([page.waitForEvent("load"), page.keyboard.press(key)]);
  }

  async function goToCase(reader: Reader, words: string): Promise<void> {
    const { page } = reader;
    const wanted = page.locator("[data-case]", { hasText: words });
    await wanted.waitFor();
    for (let stops = await page.locator("[data-case]").count(); stops > 0; stops -= 1) {
      if (await wanted.evaluate((element) => element === document.activeElement)) break;
      await page.keyboard.press("j");
    }
    await assertFocusSeen(page);
    assert.ok(await wanted.evaluate((element) => element === document.activeElement), `${words} is reached by j`);
  }

  const cases = (page: Page) => page.locator("[data-case]").count();

  test("a moderator lists words of four languages", async () => {
    const { page } = one;
    await page.goto("/moderation/rules");
    await tabTo(page, page.locator("#field-add"));
    await page.keyboard.insertText(LISTED.join("\n"));
    await enterAt(page, page.locator('form[action="/moderation/rules/words"] button'));
    assert.equal(await page.locator(".words-listed li").count(), LISTED.length);
    await assertCalm(one);
  });

  test("what stands on the list is held in each language, what does not is read at once", async () => {
    for (const { words, innocent } of EVENING) {
      here.at.ms += 10 * MINUTE_MS;
      assert.equal((await send("editor", `${THREAD}/comments`, { body: innocent })).status, 201, innocent);
      assert.equal((await send("member", `${THREAD}/comments`, { body: words })).status, 202, words);
    }
    const read = await (await fetch(`${here.url}${THREAD}.json?sort=new`)).text();
    for (const { words, innocent } of EVENING)
      assert.deepEqual([read.includes(words), read.includes(innocent)], [false, true]);
    await one.page.goto("/moderation");
    assert.equal(await cases(one.page), 4);
  });

  test("a case that one moderator takes is seen as theirs by the other", async () => {
    const [korean] = EVENING;
    await goToCase(one, korean.words);
    await press(one, "a");
    await two.page.goto("/moderation");
    const { name } = await named("moderator");
    await two.page
      .locator("[data-case]", { hasText: korean.words })
      .locator(".case-assigned", { hasText: name })
      .waitFor();
    await assertCalm(two);
  });

  test("one key decides, the next case is at hand, and the author reads why", async () => {
    const [korean, chinese, japanese, english] = EVENING;
    await goToCase(one, korean.words);
    await press(one, "1");
    await assertFocusSeen(one.page);
    await two.page.goto("/moderation");
    await goToCase(two, chinese.words);
    await press(two, "1");
    await goToCase(two, japanese.words);
    await press(two, "p");
    await one.page.goto("/moderation");
    await goToCase(one, english.words);
    await one.page.keyboard.press("r");
    await one.page.keyboard.type("It is about the player, not the play.");
    await Promise.all([one.page.waitForEvent("load"), one.page.keyboard.press("Enter")]);
    assert.equal(await cases(one.page), 0);
    const author = await openReader(browser, here.url, { width: 360 });
    await enterAs(author, "member");
    await author.page.goto("/notifications");
    await author.page.getByText("It is about the player, not the play.").waitFor();
    await assertCalm(author);
  });

  test("an appeal goes to the other moderator, who takes the decision back", async () => {
    const [korean] = EVENING;
    const author = await openReader(browser, here.url, { width: 1280 });
    const { page } = author;
    await enterAs(author, "member");
    await page.goto("/notifications");
    const told = page.locator("li", { hasText: korean.words });
    await tabTo(page, told.locator("summary"));
    await page.keyboard.press("Enter");
    await tabTo(page, told.locator("textarea"));
    await page.keyboard.insertText("제 친구의 별명이에요.");
    await enterAt(page, told.locator("form button"));
    await one.page.goto("/moderation");
    const waiting = one.page.locator("[data-case]", { hasText: "제 친구의 별명이에요." });
    await waiting.waitFor();
    assert.equal(await waiting.locator("[data-key=p]").count(), 0, "nobody decides about their own decision");
    await two.page.goto("/moderation");
    await goToCase(two, "제 친구의 별명이에요.");
    await press(two, "p");
    const read = await (await fetch(`${here.url}${THREAD}.json?sort=new`)).text();
    assert.ok(read.includes(korean.words));
  });

  test("the more a comment is reported, the longer an answer to it waits", async () => {
    here.at.ms += 60 * MINUTE_MS;
    const posted = await send("editor", `${THREAD}/comments`, { body: "You saw nothing, as always." });
    const comment: string = posted.told.comment.id;
    const minutes: number[] = [];
    for (const [number, who] of (["member", "organiser"] as const).entries()) {
      assert.equal((await send(who, `${THREAD}/comments/${comment}/flag`, { reason: "insults" })).status, 200);
      await send("member", `${THREAD}/comments`, { parent: comment, body: `Nor did you, number ${number}.` });
      const again = await send("member", `${THREAD}/comments`, { parent: comment, body: `And once more, ${number}.` });
      assert.equal(again.told.refused?.code, "too-heated");
      minutes.push(again.told.refused.detail.minutes);
    }
    assert.ok((minutes[1] ?? 0) > (minutes[0] ?? 0), minutes.join());
    await one.page.goto("/moderation");
    await goToCase(one, "You saw nothing, as always.");
    await press(one, "1");
  });

  test("a mute holds, through a new sign-in too, until it is lifted", async () => {
    const { page } = two;
    const { id } = await named("editor");
    await page.goto(`/moderation/members/${id}`);
    await typeInto(page, page.locator("#days"), "2");
    await typeInto(page, page.locator("#why"), "Three removals in one evening.");
    await enterAt(page, page.locator('form[action$="/restrictions"] button'));
    here.at.ms += 60 * MINUTE_MS;
    const muted = await openReader(browser, here.url, { width: 1280 });
    await enterAs(muted, "editor");
    await muted.page.goto(THREAD);
    await muted.page.locator("#act textarea").fill("I am still here.");
    await muted.page.locator("#act form button").click();
    await muted.page.locator("#act .refused", { hasText: /\S/ }).waitFor();
    assert.equal(await muted.page.getByText("I am still here.").and(muted.page.locator("p")).count(), 0);
    await enterAt(page, page.locator('form[action$="/lifting"] button'));
    assert.equal((await send("editor", `${THREAD}/comments`, { body: "Let us talk about the play." })).status, 201);
  });

  test("all conversations rest at one press, and go on at another", async () => {
    const { page } = one;
    await page.goto("/moderation/log");
    await typeInto(page, page.locator("#pause-reason"), "Everybody takes a breath.");
    await enterAt(page, page.locator('form[action="/moderation/pause"] button'));
    here.at.ms += MINUTE_MS;
    const resting = await send("organiser", `${THREAD}/comments`, { body: "May I say one thing?" });
    assert.equal(resting.told.refused?.code, "conversations-paused");
    await enterAt(page, page.locator('form[action="/moderation/pause/end"] button'));
    assert.equal((await send("organiser", `${THREAD}/comments`, { body: "One thing, then." })).status, 201);
    await assertCalm(one);
  });
});
