import { mkdirSync, statSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Page, PageScreenshotOptions } from "playwright-core";
import { openBrowser, openReader, type ReaderOptions } from "./browser.ts";
import { openInstallation } from "./installation.ts";
import { enterAs, handOutChair, rally, type Winner, untilPlay, untilSent } from "./umpire.ts";

// Takes the pictures of the README anew, from the examples of a fresh installation: node e2e/pictures.ts

const FOLDER = fileURLToPath(new URL("../docs/pictures/", import.meta.url));
const DESKTOP: ReaderOptions = { width: 1280, height: 600 };
const PHONE: ReaderOptions = { width: 360, height: 640, touch: true };
const MATCH = "riverside-open/od/sf-2";

/** Who won each rally in the pictures of the match and of its chair: 11-8 and 7-9. */
const PLAYED = Array.from("hhhaahaaaahhahhahhhaaahahhhhaahaaah", (letter): Winner =>
  letter === "h" ? "home" : "away",
);

const podium = await openInstallation();
const browser = await openBrowser();
try {
  mkdirSync(FOLDER, { recursive: true });
  await takePage("/competitions/paris-2024/xd", "event", 1262);
  await takePage("/moments/paris-2024-xd-podium", "moment", 1100);
  await takeChair();
  await takePage(`/matches/${MATCH}`, "match", 1400);
} finally {
  await browser.close();
  await podium.close();
}

async function takePage(path: string, name: string, height: number): Promise<void> {
  const { page } = await openReader(browser, podium.url, DESKTOP);
  await page.goto(path);
  await take(page, name, { fullPage: true, clip: { x: 0, y: 0, width: DESKTOP.width, height } });
}

async function takeChair(): Promise<void> {
  const desk = await openReader(browser, podium.url, DESKTOP);
  const { page } = await openReader(browser, podium.url, PHONE);
  await enterAs(desk, "organiser");
  await page.goto(await handOutChair(desk, MATCH));
  for (const winner of PLAYED) await rally(page, winner);
  await untilPlay(page);
  await untilSent(page);
  await take(page, "chair");
}

async function take(page: Page, name: string, part: PageScreenshotOptions = {}): Promise<void> {
  const path = `${FOLDER}${name}.png`;
  await page.screenshot({ path, animations: "disabled", ...part });
  console.log(`docs/pictures/${name}.png: ${Math.ceil(statSync(path).size / 1024)} KB`);
}
