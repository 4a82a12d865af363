import assert from "node:assert/strict";
import { after, before, suite, test } from "node:test";
import type { Browser } from "playwright-core";
import { phonePhoto } from "../server/src/images/pictures.testing.ts";
import { openBrowser, openReader, openTab, type Reader } from "./browser.ts";
import { assertFitToUse } from "./fit.ts";
import { openInstallation, type PodiumProcess } from "./installation.ts";
import { enterAs } from "./umpire.ts";

const EVENT = "/desk/events/paris-2024/ms";
const PHOTOS = `${EVENT}/photos`;

/** What is read of the final. */
interface TurnedMatch {
  readonly winner: string;
  readonly home: { readonly entry: { readonly players: readonly { readonly family: string }[] } };
  readonly away: { readonly entry: { readonly players: readonly { readonly family: string }[] } };
  readonly games: readonly { readonly home: number; readonly away: number }[];
}

/** From the call of the medallists to a photo that is taken down, in order: each test goes on where the one before it stopped. */
suite("the moment", () => {
  let podium: PodiumProcess;
  let browser: Browser;
  let desk: Reader;
  let screen: Reader;
  let phone: Reader;
  let moment = "";

  before(async () => {
    [podium, browser] = await Promise.all([openInstallation(), openBrowser()]);
    desk = await openReader(browser, podium.url, { width: 1280 });
    phone = await openReader(browser, podium.url, { width: 360, script: false });
    await enterAs(desk, "organiser");
  });
  after(async () => {
    await browser.close();
    await podium.close();
  });

  async function press(name: string | RegExp, { page }: Reader = desk): Promise<void> {
    await page.getByRole("button", { name, exact: true }).first().click();
  }

  /** The sizes are made by a job: the desk is read again until they are there. */
  async function sizesMade(): Promise<void> {
    for (let reads = 0; reads < 200; reads += 1) {
      await desk.page.goto(PHOTOS);
      if ((await desk.page.getByText("Its sizes are being made.").count()) === 0) return;
    }
    assert.fail("the sizes are not made");
  }

  /** A link of somebody in the photo, by their place from the left. */
  async function linkOf(place: number): Promise<string> {
    await desk.page.goto(PHOTOS);
    const person = desk.page.locator("details.photo-person").nth(place - 1);
    await person.locator("summary").click();
    await person.getByRole("button", { name: "Make their link" }).click();
    const href = await desk.page.locator(".desk-link a").getAttribute("href");
    return new URL(href ?? assert.fail("no link")).pathname;
  }

  const PARTS = ["Left edge, %", "Top edge, %", "Width, %", "Height, %"] as const;

  /** The numbers of the part that is the second person's, as the form has them. */
  async function partOf({ page }: Reader): Promise<number[]> {
    const person = page.locator("details.photo-person").nth(1);
    return Promise.all(PARTS.map(async (label) => Number(await person.getByLabel(label).inputValue())));
  }

  /** Their part of the photo by pointer and by keys at the desk, by a finger on a phone; what is saved is what was drawn last. */
  async function drawTheirPart(): Promise<void> {
    const { page } = desk;
    await page.goto(PHOTOS);
    const person = page.locator("details.photo-person").nth(1);
    await person.locator("summary").click();
    const frame = page.locator(".photo-frame").first();
    await frame.scrollIntoViewIfNeeded();
    const { x, y, width, height } = (await frame.boundingBox()) ?? assert.fail("no photo");
    await page.mouse.move(x + width * 0.3, y + height * 0.2);
    await page.mouse.down();
    await page.mouse.move(x + width * 0.6, y + height * 0.7, { steps: 3 });
    await page.mouse.up();
    assert.deepEqual(await partOf(desk), [30, 20, 30, 50]);
    const part = page.locator("button.photo-region");
    await part.press("ArrowRight");
    await part.press("ArrowDown");
    await part.press("Shift+ArrowLeft");
    await part.press("Shift+ArrowUp");
    assert.deepEqual(await partOf(desk), [31, 21, 29, 49]);
    assert.match((await part.getAttribute("aria-label")) ?? "", /: 31 %, 21 %, 29 %, 49 %$/);
    await assertFitToUse(desk);
    await person.getByRole("button", { name: "Save" }).click();
    await drawByFinger();
  }

  async function drawByFinger(): Promise<void> {
    const context = await browser.newContext({
      baseURL: podium.url,
      viewport: { width: 360, height: 640 },
      hasTouch: true,
      isMobile: true,
      locale: "en",
      storageState: await desk.page.context().storageState(),
    });
    const page = await context.newPage();
    await page.goto(PHOTOS);
    await page.locator("details.photo-person").nth(1).locator("summary").tap();
    const frame = page.locator(".photo-frame").first();
    await frame.scrollIntoViewIfNeeded();
    const { x, y, width, height } = (await frame.boundingBox()) ?? assert.fail("no photo");
    const session = await context.newCDPSession(page);
    const touch = (type: "touchStart" | "touchMove" | "touchEnd", part: number) =>
      session.send("Input.dispatchTouchEvent", {
        type,
        touchPoints: type === "touchEnd" ? [] : [{ x: x + width * part, y: y + height * part }],
      });
    await touch("touchStart", 0.05);
    await touch("touchMove", 0.1);
    await touch("touchMove", 0.2);
    await touch("touchEnd", 0.2);
    assert.deepEqual(
      await partOf({ page, script: true, complaints: [], forgiven: [] }),
      [5, 5, 15, 15],
      "a finger draws and does not scroll",
    );
    await context.close();
  }

  /** axe needs the script that the phone has not. */
  async function assertFitThere(address: string): Promise<void> {
    await screen.page.goto(address);
    await assertFitToUse(screen);
  }

  const readMoment = async () => (await fetch(podium.url + moment)).text();

  test("the ceremony is steered from the desk, and the screen in the hall follows", async () => {
    const { page } = desk;
    await page.goto(`${EVENT}/ceremony`);
    await press("Prepare the ceremony");
    moment = (await page.getByRole("link", { name: "Page of the moment" }).getAttribute("href")) ?? assert.fail();
    screen = await openTab(desk);
    await screen.page.goto(`${moment}/screen`);
    await press("The medallists are called");
    await screen.page.getByText("The medallists are called").waitFor();
    assert.equal(await screen.page.getByText("FAN").count(), 0, "nobody stands on it before they are there");
    await press("On the podium");
    await screen.page.getByText("On the podium").waitFor();
    await screen.page.getByText("FAN").first().waitFor();
    await press(/^Bronze/);
    await press(/^Silver/);
    await press(/^Gold/);
    await page.getByLabel("Anthem or song").fill("March of the Volunteers");
    await press("It is played");
    await press("The photo");
    await screen.page.getByText("The photo").waitFor();
    await assertFitToUse(desk);
  });

  test("a phone sends the selfie by the link, without account and script, and the desk shows it", async () => {
    const { page } = desk;
    await page.goto(`${EVENT}/ceremony`);
    await press("Victory selfie: the code for phones");
    const href = (await page.locator(".desk-link a").getAttribute("href")) ?? assert.fail("no link");
    await phone.page.goto(new URL(href).pathname);
    await phone.page.getByLabel("Take a photo, or pick one").setInputFiles({
      name: "IMG_0001.JPG",
      mimeType: "image/jpeg",
      buffer: Buffer.from(await phonePhoto()),
    });
    await press("Send", phone);
    await phone.page.getByText("It is there. Thank you.").waitFor();
    await page.locator(".desk-photo img").waitFor();
    await page.getByText("A link is open for 4 more photos").waitFor();
    await sizesMade();
    await page.getByLabel("What is seen in it, for those who do not see it").fill("Players in front of a phone");
    await press("Save");
    await press("Show in front");
    assert.equal(await page.getByText("has not answered").count(), 3, "the medallists are proposed");
    await press("Close the link");
    await assertFitToUse(desk);
  });

  test("one medallist agrees, one declines, one asks not to be seen, and the page follows each", async () => {
    const agreeing = await linkOf(1);
    await assertFitThere(agreeing);
    await phone.page.goto(agreeing);
    await press("Name me", phone);
    await phone.page.getByText("You are named in this photo.").waitFor();
    const named = /From the left:.*?<\/figcaption>/s.exec(await readMoment())?.[0] ?? assert.fail("nobody is named");
    assert.equal(named.match(/\/players\//g)?.length, 1);

    const declining = await linkOf(3);
    await phone.page.goto(declining);
    await press("Do not name me", phone);
    await phone.page.getByText("You are not named in this photo.").waitFor();
    const still = /From the left:.*?<\/figcaption>/s.exec(await readMoment())?.[0] ?? assert.fail("nobody is named");
    assert.equal(still.match(/\/players\//g)?.length, 1);

    const hiding = await linkOf(2);
    await drawTheirPart();
    await phone.page.goto(hiding);
    await press("Do not name me, and make me unrecognisable", phone);
    await phone.page.getByText("your part of the photo is made unrecognisable").waitFor();
    await sizesMade();
    const { page } = desk;
    assert.match(await readMoment(), /\/photos\/[\w-]+\/\d+-/, "the photo is back, blurred");
    await page.goto(PHOTOS);
    assert.equal(await page.getByText("asked not to be seen").count(), 1);
    assert.deepEqual(await partOf(desk), [31, 21, 29, 49], "as it was drawn, by whoever has no script too");
  });

  test("a reader asks to take the photo down; it is answered, and nothing is left of it", async () => {
    await phone.page.goto(moment);
    await phone.page.getByRole("link", { name: "Ask to take this photo down" }).click();
    await assertFitThere(phone.page.url());
    await phone.page.getByLabel("Why should it be taken down?").fill("The photographer did not agree.");
    await press("Ask", phone);
    await phone.page.getByText("It will be answered by").waitFor();
    const answerAt = phone.page.url();

    await desk.page.goto(PHOTOS);
    await desk.page.getByLabel("Answer, with the reason").fill("You are right.");
    await press("Take it down, with all its files");
    await phone.page.goto(answerAt);
    await phone.page.getByText("You are right.").waitFor();
    await assertFitThere(answerAt);
    assert.doesNotMatch(await readMoment(), /\/photos\//);
  });

  /** Family names of gold and silver, and the games of the final the other way round. */
  async function turnedFinal(): Promise<{ readonly gold: string; readonly silver: string; readonly games: string }> {
    const answered = await fetch(`${podium.url}/matches/paris-2024/ms/final.json`);
    const { match }: { match: TurnedMatch } = await answered.json();
    const nameOf = (side: "home" | "away") => match[side].entry.players[0]?.family ?? assert.fail("nobody");
    const gold = match.winner === "home" ? "home" : "away";
    return {
      gold: nameOf(gold),
      silver: nameOf(gold === "home" ? "away" : "home"),
      games: match.games.map(({ home, away }) => `${away}-${home}`).join(" "),
    };
  }

  const cardOf = async () => Buffer.from(await (await fetch(`${podium.url}${moment}/card.png`)).arrayBuffer());

  test("the final is corrected: open pages, the screen in the hall and the card follow, and the medals are given again", async () => {
    const { page } = desk;
    const final = await turnedFinal();
    await page.goto(`${EVENT}/ceremony`);
    await press("The ceremony is over");
    await page.getByText("Nothing: the ceremony is over.").waitFor();
    await screen.page.goto(`${moment}/screen`);
    const reader = await openReader(browser, podium.url, { width: 360 });
    await reader.page.goto(moment);
    const first = reader.page.locator(".podium li").first();
    await first.filter({ hasText: final.gold }).waitFor();
    const card = await cardOf();

    await page.goto("/desk/matches/paris-2024/ms/final");
    await page.locator("#games").fill(final.games);
    await page.locator("form.result-form button").click();
    await page.locator("button[name=confirm]").click();
    await page.locator(".desk-notice").waitFor();
    await first.filter({ hasText: final.silver }).waitFor();
    await screen.page.locator("svg", { hasText: final.silver }).waitFor();
    assert.notDeepEqual(await cardOf(), card, "the card is drawn from the result");
    const description = /<meta name="description" content="([^"]*)"/.exec(await readMoment())?.[1] ?? "";
    assert.match(description, new RegExp(`${final.silver}.*${final.gold}`, "is"));
    await phone.page.goto("/competitions/paris-2024/ms");
    await phone.page.locator(".medals li").first().filter({ hasText: final.silver }).waitFor();

    await page.goto(`${EVENT}/ceremony`);
    await page.getByRole("heading", { name: "To be handed back" }).waitFor();
    await press("Prepare the ceremony");
    await reader.page.getByRole("heading", { name: "Ceremony 2" }).waitFor();
    await screen.page.getByText("The ceremony is about to begin.").waitFor();
    await press("The medallists are called");
    await press("On the podium");
    await screen.page.getByText("On the podium").waitFor();
    await press(/^Silver/);
    await press(/^Gold/);
    await press("The ceremony is over");
    await screen.page.getByText("The ceremony is over").waitFor();
    await phone.page.goto(moment);
    await phone.page.locator(".podium li").first().filter({ hasText: final.silver }).waitFor();
    assert.equal(await phone.page.locator("section.ceremony").count(), 2, "both are on record, read without script");
    await assertFitToUse(reader);
    await assertFitToUse(desk);
  });
});
