import { chromium, type Browser } from "playwright-core";
import { count, percentile, type Row } from "./row.ts";
import type { ServerProcess } from "./server-process.ts";

const PATH = "/moments/paris-2024-xd-podium";
const VIEWS = 5;

/** A phone of the middle price on a slow 4G: what Lighthouse takes for "mobile" where the browser itself slows down. */
const SLOW_4G = { offline: false, latency: 562.5, downloadThroughput: 1.44e6 / 8, uploadThroughput: 0.675e6 / 8 };
const CPU_SLOWER = 4;

/** The first view of the moment page on a throttled phone: bytes on the wire, and when something and the largest part is painted. */
export async function measurePhone(server: ServerProcess): Promise<Row[]> {
  const what = "the moment page, first view on a phone";
  let browser: Browser;
  try {
    browser = await chromium.launch({
      executablePath: process.env["CHROMIUM"] ?? "/usr/bin/chromium",
      args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
    });
  } catch {
    return [{ what, figure: "-", note: "skipped, because there is no Chromium: set CHROMIUM to its path" }];
  }
  try {
    const views: View[] = [];
    for (let view = 0; view < VIEWS; view += 1) views.push(await viewOf(browser, server.url + PATH));
    const middle = (of: (view: View) => number) => count(percentile(views.map(of), 0.5));
    return [
      {
        what,
        figure: `${middle(({ bytes }) => bytes)} bytes, ${middle(({ largestMs }) => largestMs)} ms`,
        note:
          `${middle(({ requests }) => requests)} requests; first paint ${middle(({ firstMs }) => firstMs)} ms, largest part in the figure; ` +
          `slow 4G (1.44 Mbit/s, 562.5 ms a request), processor ${CPU_SLOWER} times slower, middle of ${VIEWS}`,
      },
    ];
  } finally {
    await browser.close();
  }
}

interface View {
  readonly bytes: number;
  readonly requests: number;
  readonly firstMs: number;
  readonly largestMs: number;
}

async function viewOf(browser: Browser, address: string): Promise<View> {
  const context = await browser.newContext({
    viewport: { width: 360, height: 640 },
    deviceScaleFactor: 2,
    isMobile: true,
    hasTouch: true,
    locale: "en",
  });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  let [bytes, requests] = [0, 0];
  session.on("Network.loadingFinished", ({ encodedDataLength }) => {
    bytes += encodedDataLength;
    requests += 1;
  });
  await session.send("Network.enable");
  await session.send("Network.emulateNetworkConditions", SLOW_4G);
  await session.send("Emulation.setCPUThrottlingRate", { rate: CPU_SLOWER });
  await page.goto(address, { waitUntil: "load" });
  const painted = await page.evaluate(paints);
  await context.close();
  return { bytes, requests, ...painted };
}

/** Runs in the page. */
async function paints(): Promise<{ firstMs: number; largestMs: number }> {
  const largestMs = await new Promise<number>((resolve) => {
    new PerformanceObserver((list) => resolve(list.getEntries().at(-1)?.startTime ?? 0)).observe({
      type: "largest-contentful-paint",
      buffered: true,
    });
  });
  return { firstMs: performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? 0, largestMs };
}
