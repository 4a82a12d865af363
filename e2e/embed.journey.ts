import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { after, before, suite, test } from "node:test";
import { brotliCompressSync } from "node:zlib";
import type { Browser } from "playwright-core";
import { openBrowser, openReader } from "./browser.ts";
import { openInstallation, type PodiumProcess } from "./installation.ts";
import { enterAs } from "./umpire.ts";

/** What an island under the pages of others may weigh, in bytes, as it is. */
const ISLAND_BYTES_MAX = 15 * 1024;
const ABOUT = "moment:paris-2024-xd-podium";

suite("a conversation under the page of another site", () => {
  let podium: PodiumProcess;
  let browser: Browser;
  let site: Server;
  let origin = "";

  before(async () => {
    [podium, browser] = await Promise.all([openInstallation(), openBrowser()]);
    site = createServer((_request, response) => {
      response.setHeader("content-type", "text/html; charset=utf-8");
      response.end(
        `<!doctype html><title>News</title><style>* { color: red !important; display: inline !important }</style>
         <p id="own">An article</p><script src="${podium.url}/embed.js" data-about="${ABOUT}" data-language="en" async></script>`,
      );
    });
    await new Promise<void>((resolve) => site.listen(0, "127.0.0.1", resolve));
    origin = `http://localhost:${(site.address() as AddressInfo).port}`;
  });
  after(async () => {
    await browser.close();
    site.close();
    await podium.close();
  });

  test("an organiser allows the site, and its page shows the conversation without a cookie and in its own style", async () => {
    const organiser = await openReader(browser, podium.url, { width: 1280, language: "en" });
    await enterAs(organiser, "organiser");
    const { page: desk } = organiser;
    await desk.goto("/embedding/paris-2024");
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.goto(origin);
    await page.getByText("The conversation is read on Podium.").waitFor();
    await desk.getByLabel("Sites").fill(origin);
    await desk.getByRole("button", { name: "Save" }).click();
    await desk.getByText("It is saved.").waitFor();
    await page.reload();
    await page.getByRole("link", { name: "Read on and write on Podium" }).waitFor();
    assert.ok((await page.locator("section li").count()) > 10);
    assert.deepEqual(await context.cookies(), []);
    const colour = await page.locator("section h2").evaluate((heading) => getComputedStyle(heading).color);
    assert.notEqual(colour, "rgb(255, 0, 0)");
    const own = await page.locator("#own").evaluate((words) => getComputedStyle(words).fontSize);
    assert.equal(own, "16px");
    const address = await page.getByRole("link", { name: "Read on and write on Podium" }).getAttribute("href");
    assert.ok(address?.startsWith(`${podium.url}/threads/`));
  });

  test("the island weighs at most 15 KB, with all that it fetches", async (context) => {
    const loader = await (await fetch(`${podium.url}/embed.js`)).text();
    const files = new Map<string, Buffer>([["/embed.js", Buffer.from(loader)]]);
    const queue = [/"(\/assets\/[\w.-]+)"/.exec(loader)?.[1] ?? ""];
    for (const path of queue) {
      if (files.has(path)) continue;
      const built = readFileSync(new URL(`../web/dist${path}`, import.meta.url));
      files.set(path, built);
      for (const [, name = ""] of built.toString().matchAll(/from"\.\/([\w.-]+)"/g)) queue.push(`/assets/${name}`);
    }
    const raw = [...files.values()].reduce((sum, bytes) => sum + bytes.length, 0);
    const brotli = [...files.values()].reduce((sum, bytes) => sum + brotliCompressSync(bytes).length, 0);
    context.diagnostic(`${files.size} files, ${raw} bytes, ${brotli} with brotli`);
    assert.ok(files.size >= 2 && raw <= ISLAND_BYTES_MAX, `${raw} bytes`);
  });
});
