import assert from "node:assert/strict";
import { createServer, type AddressInfo } from "node:net";
import { after, before, suite, test } from "node:test";
import type { Browser } from "playwright-core";
import { sendLettersOf } from "../server/src/conversation/letters.ts";
import { startJobWorker, type JobWorker } from "../server/src/jobs/worker.ts";
import { linkIn, type MailServer, openMailServer } from "../server/src/people/mail-server.testing.ts";
import { builtWeb, install, type Installation } from "../server/src/web-server/scenario.testing.ts";
import { assertCalm, CUT, forgive, openBrowser, openReader, type Reader } from "./browser.ts";
import { enterAs } from "./umpire.ts";

const THREAD = "/threads/paris-2024-xd-podium";
const NAME = "미나 Lindqvist";
const EMAIL = "mina@example.org";
const PASSWORD = "nine tables, one net";
const WORDS = "Written where there was no network, in the third row.";

/** One membership from its beginning to its end: each test goes on where the one before it stopped. */
suite("a membership", () => {
  let mail: MailServer;
  let here: Installation;
  let worker: JobWorker;
  let browser: Browser;
  let member: Reader;

  before(async () => {
    mail = await openMailServer();
    const port = await freePort();
    const origin = `http://127.0.0.1:${port}`;
    const mails = { PODIUM_SMTP_URL: mail.url, PODIUM_MAIL_FROM: "Podium <podium@podium.test>" };
    here = await install({ settings: { ...mails, PODIUM_ORIGIN: origin, PORT: String(port) } });
    const { storage, clock, randomId } = here.app;
    const kinds = [sendLettersOf(here.app, (await builtWeb()).renderLetter)];
    worker = startJobWorker({ storage, kinds, clock, randomId, onFault: () => undefined, pollMs: 20 });
    browser = await openBrowser();
    member = await openReader(browser, here.url, { width: 360, touch: true });
  });
  after(async () => {
    await browser.close();
    await worker.stop();
    await here.close();
    await mail.close();
  });

  /** The letter of a number; the clock of the server goes on until it comes. */
  function letter(number: number): Promise<string> {
    return mail.letter(number, () => {
      here.at.ms += 61_000;
    });
  }

  test("somebody joins, and confirms their address by the button behind the link of a letter", async () => {
    const { page } = member;
    await page.goto("/sign-up");
    await page.locator("input[name=name]").fill(NAME);
    await page.locator("input[name=email]").fill(EMAIL);
    await page.locator("input[name=password]").fill(PASSWORD);
    await page.locator("form.entrance button").tap();
    await page.waitForURL("**/sign-in?*notice=account-opened*");
    await page.goto(linkIn(await letter(1), "/mail/confirmation"));
    await page.locator("form.entrance button").tap();
    await page.getByText("Your address is confirmed.").waitFor();
    await page.goto(`/sign-in?next=${encodeURIComponent(THREAD)}`);
    await page.locator("input[name=email]").fill(EMAIL);
    await page.locator("input[name=password]").fill(PASSWORD);
    await page.locator("form.entrance button").tap();
    await page.waitForURL(`**${THREAD}*`);
    await assertCalm(member);
  });

  test("what is written without a network is kept, and stands there once when the network is back", async () => {
    const { page } = member;
    await page.locator("#act textarea").tap();
    await page.locator("#act textarea").fill(WORDS);
    await page.context().setOffline(true);
    await page.locator("#act form button").tap();
    await page.locator("#act [role=alert], #act .refused").filter({ hasText: /\S/ }).first().waitFor();
    assert.equal(await page.locator("#act textarea").inputValue(), WORDS);
    await page.context().setOffline(false);
    await page.reload();
    assert.equal(await page.locator("#act textarea").inputValue(), WORDS, "the draft outlives the page");
    await page.locator("#act textarea").tap();
    await page.locator("#act form button").tap();
    await page.locator("li.comment[data-mine]").waitFor();
    forgive(member, CUT);
    const { count } = await here.app.storage.db
      .selectFrom("comments")
      .select((eb) => eb.fn.countAll<number>().as("count"))
      .where("body", "=", WORDS)
      .executeTakeFirstOrThrow();
    assert.equal(Number(count), 1);
  });

  test("an answer is told by mail and on the page, with the way to it", async () => {
    const other = await openReader(browser, here.url, { width: 1280 });
    await enterAs(other, "editor");
    const comment = (await member.page.locator("li.comment[data-mine]").getAttribute("id")) ?? "";
    await other.page.goto(`${THREAD}/comments/${comment.slice(2)}`);
    await other.page.locator(`#${comment} a[data-act=reply]`).first().click();
    await other.page.locator(`#${comment} form.answer textarea`).fill("그 줄에 저도 있었어요.");
    await other.page.locator(`#${comment} form.answer button`).click();
    await other.page.locator(`#${comment} li.comment`).waitFor();
    const told = await letter(2);
    assert.match(told, /^Subject: 1 notification/m);
    assert.match(told, /^To: mina@example\.org/m);
    assert.ok(told.includes(`${THREAD}/comments/`));
    await member.page.goto("/notifications");
    await member.page.locator("li.is-new blockquote", { hasText: "그 줄에" }).waitFor();
    await assertCalm(member);
  });

  test("one press behind the link of the letter ends letters, without signing in", async () => {
    const guest = await openReader(browser, here.url, { width: 360 });
    await guest.page.goto(linkIn(await letter(2), "/mail/unsubscribe"));
    await guest.page.locator("form.entrance button").click();
    await guest.page.getByText("You are not written to any more.").waitFor();
    await member.page.goto("/account");
    await member.page
      .locator("input[name=rhythm][value=never]:checked, option[value=never]:checked")
      .waitFor({ state: "attached" });
    await assertCalm(guest);
  });

  test("the member takes their data along and leaves: the words go, the place stays, nobody is let in", async () => {
    const { page } = member;
    const data = JSON.parse(await page.evaluate(async () => (await fetch("/account/data")).text()));
    assert.deepEqual([data.account.email, data.comments[0].body], [EMAIL, WORDS]);
    await page.goto("/account");
    await page.locator('section[aria-labelledby="leaving"] summary').tap();
    await page.locator("input[name=choice][value=delete]").check();
    await page.locator("input[name=sure]").check();
    await page.locator('form[action="/account/leaving"] button').tap();
    await page.waitForURL("**/?notice=member-left");
    await page.goto(`${THREAD}?sort=new`);
    await page
      .locator("li.comment.is-hidden > article .comment-gone", { hasText: "Deleted by its author" })
      .first()
      .waitFor();
    const text = await page.locator("main").innerText();
    assert.ok(!text.includes(WORDS) && !text.includes("Lindqvist"));
    await page.goto("/sign-in");
    await page.locator("input[name=email]").fill(EMAIL);
    await page.locator("input[name=password]").fill(PASSWORD);
    await page.locator("form.entrance button").tap();
    await page.getByRole("alert").waitFor();
    assert.equal(mail.inbox.length, 2, "nothing more was written");
  });
});

/** A port on which nothing listens: the address must be known before the server is opened, since letters lead to it. */
async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo; // it listens
  await new Promise((resolve) => server.close(resolve));
  return port;
}
