import assert from "node:assert/strict";
import { type Browser, chromium, type Page } from "playwright-core";
import { type FontSet, fontconfigFile } from "./font-sets.ts";

const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];
/** How long a page may take to come or to change before a journey gives up on it, in milliseconds. */
const PATIENCE_MS = 15_000;
/** The desk alone may move, by the height of a row: matches change their section when they begin and end. */
const DESK_SHIFT_MAX = 0.01;

/** Starts the browser that CHROMIUM names, on a system with all its fonts or with one set of them. */
export function openBrowser(fonts?: FontSet): Promise<Browser> {
  return chromium.launch({
    executablePath: process.env["CHROMIUM"] ?? "/usr/bin/chromium",
    args: FLAGS,
    ...(fonts === undefined ? {} : { env: { ...process.env, FONTCONFIG_FILE: fontconfigFile(fonts) } }),
  });
}

/** The viewport and settings of a reader. */
export interface ReaderOptions {
  readonly width: number;
  readonly height?: number;
  readonly script?: boolean;
  readonly touch?: boolean;
  readonly dark?: boolean;
  readonly language?: string;
}

/** A page in a context of its own, with what went wrong in it. */
export interface Reader {
  readonly page: Page;
  readonly script: boolean;
  /** What the browser complained about: errors and warnings on the console, exceptions, answers of 500 and above. */
  readonly complaints: string[];
  /** What it may complain about until the page is next found calm. */
  readonly forgiven: RegExp[];
}

/** Opens an empty page of somebody whom the server has never seen. */
export async function openReader(browser: Browser, baseURL: string, options: ReaderOptions): Promise<Reader> {
  const context = await browser.newContext({
    baseURL,
    viewport: { width: options.width, height: options.height ?? (options.width < 600 ? 640 : 800) },
    javaScriptEnabled: options.script ?? true,
    hasTouch: options.touch ?? false,
    isMobile: options.touch ?? false,
    colorScheme: options.dark === true ? "dark" : "light",
    locale: options.language ?? "en",
    timezoneId: "Europe/Paris",
  });
  context.setDefaultTimeout(PATIENCE_MS);
  return watched(await context.newPage(), options.script ?? true);
}

/** Another page in the same context: the same person, a second tab. */
export async function openTab(reader: Reader): Promise<Reader> {
  return watched(await reader.page.context().newPage(), reader.script);
}

function watched(page: Page, script: boolean): Reader {
  const complaints: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning")
      complaints.push(`${message.type()} on ${page.url()}: ${message.text()}`);
  });
  page.on("pageerror", (error) => complaints.push(`exception on ${page.url()}: ${error.message}`));
  page.on("response", (response) => {
    if (response.status() >= 500) complaints.push(`${response.status()} from ${response.url()}`);
  });
  return { page, script, complaints, forgiven: [] };
}

/** The page stands still unless somebody acts on it, fits its width and has not complained. */
export async function assertCalm(reader: Reader): Promise<void> {
  const { page, script } = reader;
  if (script) await page.evaluate(untilPainted);
  const { shift, moved } = await page.evaluate(layoutShift);
  const most = new URL(page.url()).pathname.startsWith("/desk/") ? DESK_SHIFT_MAX : 0;
  assert.ok(shift <= most, `${page.url()} moved under the reader's eye by ${shift}:\n${moved.join("\n")}`);
  await assertFits(page);
  assertNoComplaint(reader);
}

/** The browser has complained about nothing but what the journey did on purpose. */
export function assertNoComplaint({ complaints, forgiven }: Reader): void {
  assert.deepEqual(
    complaints.filter((complaint) => !forgiven.some((expected) => expected.test(complaint))),
    [],
  );
  complaints.length = 0;
  forgiven.length = 0;
}

/** Nothing stands beyond the edge of the window, where only sideways scrolling would find it. */
export async function assertFits(page: Page): Promise<void> {
  const { window, content } = await page.evaluate(() => ({
    window: document.documentElement.clientWidth,
    content: document.documentElement.scrollWidth,
  }));
  assert.ok(content <= window, `${page.url()} is ${content} wide in a window of ${window}`);
}

/** The part of the browser's LayoutShift that is read here; TypeScript's library does not have it yet. */
interface Shift extends PerformanceEntry {
  readonly value: number;
  readonly hadRecentInput: boolean;
  readonly sources: readonly {
    readonly node: Node | null;
    readonly previousRect: DOMRect;
    readonly currentRect: DOMRect;
  }[];
}

/** Runs in the page: by how much it has moved by itself since it came, and what did, from where to where. */
function layoutShift(): { shift: number; moved: string[] } {
  const observer = new PerformanceObserver(() => undefined);
  observer.observe({ type: "layout-shift", buffered: true });
  const byItself = (observer.takeRecords() as Shift[]).filter(({ hadRecentInput }) => !hadRecentInput);
  const place = ({ x, y, width, height }: DOMRect) => [x, y, width, height].map(Math.round).join(" ");
  return {
    shift: byItself.reduce((sum, { value }) => sum + value, 0),
    moved: byItself.flatMap(({ startTime, sources }) =>
      sources.map(({ node, previousRect, currentRect }) => {
        const element = node instanceof Element ? node : node?.parentElement;
        const words = (node?.textContent ?? "").slice(0, 40);
        return `${Math.round(startTime)} ms: ${element?.className} "${words}" ${place(previousRect)} > ${place(currentRect)}`;
      }),
    ),
  };
}

/** Runs in the page: fonts are there, and what its scripts changed while it came has been laid out. */
async function untilPainted(): Promise<void> {
  await document.fonts.ready;
  for (let frame = 0; frame < 3; frame += 1)
    await new Promise((resolve) => {
      requestAnimationFrame(resolve);
    });
}

/** What the browser says of a network or a server that the journey itself took away. */
export const CUT =
  /net::ERR_(INTERNET_DISCONNECTED|CONNECTION_\w+|EMPTY_RESPONSE|INCOMPLETE_CHUNKED_ENCODING|NETWORK_CHANGED|SOCKET_NOT_CONNECTED)$/;
/** What the browser says of an answer to something wrong that the journey itself has sent. */
export const REFUSED = /responded with a status of 4\d\d/;

/**
 * Leaves out complaints about what the journey did on purpose: those there are, and those that come until the page is
 * next found calm, since the browser says of a request that failed some time after it did.
 */
export function forgive({ forgiven }: Reader, expected: RegExp): void {
  forgiven.push(expected);
}
