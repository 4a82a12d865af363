import assert from "node:assert/strict";
import { after, before, suite, test } from "node:test";
import type { Browser, Locator } from "playwright-core";
import { assertCalm, openBrowser, openReader, type Reader } from "./browser.ts";
import { onEachDatabase } from "./databases.ts";
import type { PodiumProcess } from "./installation.ts";
import { enterAs } from "./umpire.ts";

const THREAD = "/threads/paris-2024-xd-podium";
const MOMENT = "/moments/paris-2024-xd-podium";
const HOSTILE = '<img src=x onerror="document.title=1"><script>document.title=2</script> & <b>bold</b>';

/** One conversation, in order: each test goes on where the one before it stopped. */
onEachDatabase((database, open) =>
  suite(`a member, on ${database}`, () => {
    let podium: PodiumProcess;
    let browser: Browser;
    let member: Reader;
    let other: Reader;
    let onlooker: Reader;
    let comment = "";

    before(async () => {
      [podium, browser] = await Promise.all([open(), openBrowser()]);
      member = await openReader(browser, podium.url, { width: 1280 });
      other = await openReader(browser, podium.url, { width: 360, touch: true });
      onlooker = await openReader(browser, podium.url, { width: 1280 });
    });
    after(async () => {
      await browser.close();
      await podium.close();
    });

    test("signs up with an e-mail address and a password, and comes back to the conversation", async () => {
      const { page } = member;
      await page.goto(THREAD);
      await page.locator("#act a").click();
      await page.locator('a[href^="/sign-up"]').click();
      await page.locator("input[name=name]").fill("Ines");
      await page.locator("input[name=email]").fill("ines@example.org");
      await page.locator("input[name=password]").fill("nine tables, one net");
      await page.locator("form.entrance button").click();
      await page.waitForURL("**/sign-in?*notice=account-opened*");
      await page.locator("input[name=email]").fill("ines@example.org");
      await page.locator("input[name=password]").fill("nine tables, one net");
      await page.locator("form.entrance button").click();
      await page.waitForURL(`**${THREAD}*`);
      assert.match(await page.locator(".masthead").innerText(), /Ines/);
      assert.equal(new URL(page.url()).hash, "#act", "where signing in began");
      await assertCalm(member);
    });

    test("on a phone one answers from the foot of the screen: a line that opens when it is touched", async () => {
      const phone = await openReader(browser, podium.url, { width: 360, touch: true });
      const { page } = phone;
      await enterAs(phone, "member");
      await page.goto(THREAD);
      const words = page.locator("#act textarea");
      const post = page.locator("#act form button");
      const closed = await words.boundingBox();
      assert.ok(closed !== null && closed.y + closed.height <= 640 && closed.height >= 44, JSON.stringify(closed));
      assert.equal(await post.isVisible(), false);
      await words.tap();
      assert.equal(await page.locator(".around").isVisible(), false);
      await words.fill("From the foot of the screen.");
      await words.evaluate((area) => area.blur());
      const box = await post.boundingBox();
      assert.ok(box !== null && box.y + box.height <= 640 - 44, "what was typed is not put away");
      assert.equal(await page.locator(".around").isVisible(), true);
      await assertCalm(phone);
    });

    test("is told in a sentence what is wrong with an address or a password, and keeps what was typed", async () => {
      const { page } = await openReader(browser, podium.url, { width: 360 });
      await page.goto("/sign-in");
      await page.locator("input[name=email]").fill("ines@example.org");
      await page.locator("input[name=password]").fill("not the password");
      await page.locator("form.entrance button").click();
      assert.match(await page.getByRole("alert").innerText(), /\S+ \S+.*\.$/);
      assert.equal(await page.locator("input[name=email]").inputValue(), "ines@example.org");
      assert.equal(await page.locator("input[name=password]").inputValue(), "");
      assert.doesNotMatch(await page.locator(".masthead").innerText(), /Ines/);
    });

    test("posts a comment, and an open page shows it without being loaded again", async () => {
      await onlooker.page.goto(`${THREAD}?sort=new`);
      await mark(onlooker);
      await member.page.goto(THREAD);
      await member.page.locator("#act textarea").fill(HOSTILE);
      await member.page.locator("#act form button").click();
      const posted = member.page.locator("li.comment[data-mine]");
      await posted.waitFor();
      comment = (await posted.getAttribute("id")) ?? "";
      await count(onlooker, /^31 comments: 28 shown/);
      await show(onlooker, comment);
      assert.equal(await isMarked(onlooker), true);
      await count(member, /^31 comments: 28 shown/);
    });

    test("what looks like HTML comes out as text, in the page that posted, in the open page and after loading", async () => {
      await other.page.goto(`${THREAD}?sort=new`);
      for (const { page } of [member, onlooker, other]) {
        assert.equal(await page.locator(`#${comment} .comment-words`).first().innerText(), HOSTILE);
        assert.equal(await page.locator(".comment-words :is(img, script, b)").count(), 0);
        assert.doesNotMatch(await page.title(), /^[12]$/);
      }
    });

    test("another member, let in by one click, answers and votes; the answer stands under the comment", async () => {
      await enterAs(other, "member");
      await other.page.goto(`${THREAD}?sort=new`);
      const item = other.page.locator(`#${comment}`);
      await item.locator("a[data-act=reply]").first().tap();
      await item.locator("form.answer textarea").fill("둘 다 맞아요. 그 사진은 오래 남을 겁니다.");
      await item.locator("form.answer button").tap();
      const reply = other.page.locator(`#${comment} li.comment`);
      await reply.waitFor();
      assert.equal(await reply.locator(".comment-language").innerText(), "KO");
      await vote(item, "1");
      await assertVotes(item, /^\+\s*1/);
      await count(onlooker, /^32 comments: 29 shown/);
      await show(onlooker, (await reply.getAttribute("id")) ?? "");
      assert.equal(await onlooker.page.locator(`#${comment} li.comment`).count(), 1);
      assert.equal(await isMarked(onlooker), true);
      await assertCalm(other);
    });

    test("a comment has an address of its own, where everybody reads it with its answer and its votes", async () => {
      const { page } = onlooker;
      await page.locator(`#${comment} .comment-line summary`).first().click();
      await page.locator(`#${comment} .comment-line details a`).first().click();
      await page.waitForURL(`**${THREAD}/comments/${comment.slice(2)}`);
      await page.locator(`#${comment}`).waitFor();
      assert.equal(await page.locator("li.comment").count(), 2);
      assert.match(await page.locator(`#${comment} .votes`).first().innerText(), /1 for, 0 against/);
      await vote(other.page.locator(`#${comment}`), "0");
      await assertVotes(other.page.locator(`#${comment}`), /^\+\s*0/);
      await page.reload();
      assert.equal(await page.locator(`#${comment} > article .votes`).count(), 0);
      await assertCalm(onlooker);
    });

    test("an empty comment is refused and nothing changes, even when the page does not hold it back", async () => {
      const before = await lines(onlooker);
      const { page } = member;
      await page.goto(THREAD);
      await page.locator("#act textarea").evaluate((area) => area.removeAttribute("required"));
      await page.locator("#act textarea").fill("   ");
      await page.locator("#act form button").click();
      await page.locator("#act .refused", { hasText: /\S/ }).waitFor();
      await onlooker.page.goto(THREAD);
      assert.equal(await lines(onlooker), before);
    });

    test("the author deletes the comment: its place and the answer stay, and the count says why it is not shown", async () => {
      await onlooker.page.goto(`${THREAD}?sort=new`);
      await mark(onlooker);
      const { page } = member;
      await page.goto(`${THREAD}/comments/${comment.slice(2)}`);
      await page.locator(`#${comment} a[data-act=edit]`).first().click();
      await page.locator('form[action$="/deletion"] button').click();
      await page.locator(`#${comment}.is-hidden`).waitFor();
      const gone = onlooker.page.locator(`#${comment}`);
      await onlooker.page
        .locator(`#${comment}.is-hidden > article .comment-gone`, { hasText: "Deleted by its author" })
        .waitFor();
      assert.equal(await gone.locator("li.comment").count(), 1);
      assert.doesNotMatch(await gone.innerText(), /onerror/);
      await count(onlooker, /^32 comments: 28 shown, 1 removed by moderators, 3 deleted by their authors$/);
      assert.equal(await isMarked(onlooker), true);
      await onlooker.page.goto(MOMENT);
      await count(onlooker, /^32 comments: 28 shown, 1 removed by moderators, 3 deleted by their authors$/);
    });

    test("does all of it without script as well", async () => {
      const plain = await openReader(browser, podium.url, { width: 360, script: false });
      const { page } = plain;
      await enterAs(plain, "member");
      await page.goto(THREAD);
      await page.locator("#act textarea").fill("Without script, line one.\n\nAnd a second paragraph.");
      await page.locator("#act form button").click();
      await page.waitForURL(`**${THREAD}/comments/*`);
      assert.match(await page.getByRole("status").first().innerText(), /posted/);
      assert.equal(await page.locator("li.comment[data-mine] .comment-words p").count(), 2);
      await count(plain, /^33 comments: 29 shown/);
      await page.locator("li.comment[data-mine] a[data-act=edit]").click();
      await page.locator('form[action$="/deletion"] button').click();
      await page.locator("li.comment.is-hidden").waitFor();
      await assertCalm(plain);
      assert.equal(podium.complaints(), "");
    });
  }),
);

/** A sign that is lost when the page is loaded again. */
async function mark({ page }: Reader): Promise<void> {
  await page.evaluate(() => Reflect.set(globalThis, "stillTheSamePage", true));
}

function isMarked({ page }: Reader): Promise<boolean> {
  return page.evaluate(() => Reflect.get(globalThis, "stillTheSamePage") === true);
}

async function count({ page }: Reader, line: RegExp): Promise<void> {
  await page.locator("[data-part=count]", { hasText: line }).waitFor();
}

function lines({ page }: Reader): Promise<string> {
  return page.locator("[data-part=count]").innerText();
}

/** A new comment stands in its place by itself, or a button offers it. */
async function show({ page }: Reader, id: string): Promise<void> {
  const offer = page.locator("[data-part=arrivals] button");
  const item = page.locator(`#${id}`);
  await item.or(offer).first().waitFor();
  if (!(await item.isVisible())) await offer.click();
  await item.waitFor();
}

async function vote(item: Locator, value: string): Promise<void> {
  await item.locator(`form.votes button[value="${value}"]`).first().tap();
}

async function assertVotes(item: Locator, words: RegExp): Promise<void> {
  await item.locator("form.votes", { hasText: words }).first().waitFor();
}
