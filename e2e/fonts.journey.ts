import assert from "node:assert/strict";
import { after, before, suite, test } from "node:test";
import { LANGUAGES } from "@podium/protocol";
import type { Browser } from "playwright-core";
import { assertCalm, assertFits, forgive, openBrowser, openReader, type Reader, REFUSED } from "./browser.ts";
import { FONT_SETS, hasFonts } from "./font-sets.ts";
import { openInstallation, type PodiumProcess } from "./installation.ts";
import { pathOf, writeLargeDraws } from "./large-draws.ts";
import { printBracket, printPage } from "./paper.ts";
import { closeGame, enterAs, handOutChair, rally, untilSent, type Winner } from "./umpire.ts";

const PATHS = [
  "/",
  "/competitions/paris-2024",
  "/competitions/paris-2024/xd",
  "/competitions/riverside-open/os",
  "/matches/paris-2024/xd/final",
  "/matches/riverside-open/os/qf-3",
  "/matches/riverside-open/os/final",
  "/entries/paris-2024/xd/prk",
  "/moments/paris-2024-xd-podium",
  "/threads/paris-2024-xd-podium",
  "/sign-in",
  "/nothing/here",
];
const WIDTHS = [360, 1280];
const MATCH = "riverside-open/od/sf-2";
/** Every page that follows the match, in one of the languages. */
const FOLLOWING = [
  "/?lang=en",
  `/matches/${MATCH}?lang=ko`,
  "/competitions/riverside-open?lang=zh",
  "/competitions/riverside-open/od?lang=en",
];
const KILOBYTE = 1024;
/** Longer than a browser waits for a face that may stay away. */
const LATE_MS = 300;
const A4 = [842, 595] as const;
const A3 = [1191, 842] as const;
const LARGE = [
  { kind: "doubles", lines: 16, names: "usual", paper: A4 },
  { kind: "doubles", lines: 16, names: "long", paper: A4 },
  { kind: "singles", lines: 16, names: "long", paper: A4 },
  { kind: "doubles", lines: 32, names: "long", paper: A3 },
  { kind: "singles", lines: 32, names: "long", paper: A3 },
  { kind: "doubles", lines: 64, names: "usual", paper: A3 },
  { kind: "doubles", lines: 64, names: "long", paper: A3 },
  { kind: "singles", lines: 64, names: "long", paper: A3 },
] as const;

const UPRIGHT = [595, 842] as const;
const LETTER = [612, 792] as const;
/** What is printed for the hall, and how many sheets it takes whatever the fonts: the draws above have their bracket in parts of 16 lines. */
const PRINTS = [
  { path: "order-of-play", pages: 1, paper: UPRIGHT },
  { path: "order-of-play?by=table", pages: 4, paper: UPRIGHT },
  { path: "order-of-play?by=person", pages: 1, paper: UPRIGHT },
  { path: "score-sheets", pages: 2, paper: UPRIGHT },
  { path: "score-sheets?size=letter", pages: 2, paper: LETTER },
  { path: "groups", pages: 4, paper: UPRIGHT },
  { path: "players", pages: 1, paper: UPRIGHT },
  { path: "brackets", pages: 2, paper: A4 },
] as const;
const LARGE_PRINTS = [
  { path: "brackets", pages: 24, paper: A4 },
  { path: "brackets?size=letter", pages: 24, paper: [792, 612] },
] as const;

const here = FONT_SETS.filter(hasFonts);

suite("pages and paper do not depend on the reader's fonts", () => {
  let podium: PodiumProcess;
  let large: PodiumProcess;
  const browsers = new Map<string, Browser>();

  before(async () => {
    [podium, large] = await Promise.all([openInstallation(), openInstallation(writeLargeDraws(LARGE))]);
    for (const fonts of here) browsers.set(fonts.name, await openBrowser(fonts));
  });
  after(async () => {
    for (const browser of browsers.values()) await browser.close();
    await podium.close();
    await large.close();
  });

  function open(fonts: string, width: number): Promise<Reader> {
    const browser = browsers.get(fonts);
    assert.ok(browser);
    return openReader(browser, podium.url, { width });
  }

  test("the faces are light, kept for ever, and asked for before the stylesheet", async (t) => {
    for (const { name, folder } of FONT_SETS.filter((fonts) => !hasFonts(fonts)))
      t.diagnostic(`${name}: skipped, because there is no ${folder}`);
    const html = await (await fetch(podium.url)).text();
    const preloaded = [...html.matchAll(/<link rel="preload" href="([^"]+)" as="font"/g)].map(([, href]) => href);
    const style = /<link rel="stylesheet" href="([^"]+)"/.exec(html);
    assert.equal(preloaded.length, 3);
    assert.ok(html.indexOf('rel="preload"') < (style?.index ?? 0));
    const css = await (await fetch(`${podium.url}${style?.[1]}`)).text();
    const all = [...new Set(css.match(/\/assets\/[\w.-]+\.woff2/g))];
    for (const face of preloaded) assert.ok(all.includes(face ?? ""), `${face} is asked for and not used`);
    const sizes = await Promise.all(all.map((address) => weightOf(podium.url + address)));
    assert.ok(Math.max(...sizes) <= 40 * KILOBYTE, sizes.join(" "));
    assert.ok(sizes.reduce((sum, size) => sum + size, 0) <= 120 * KILOBYTE, sizes.join(" "));
  });

  for (const { name, standIn } of here) {
    test(`under ${name} no page moves while it comes or is wider than its window`, async () => {
      for (const width of WIDTHS) {
        const reader = await open(name, width);
        for (const language of LANGUAGES) for (const path of PATHS) await visit(reader, `${path}?lang=${language}`);
        await reader.page.context().close();
      }
    });

    test(`under ${name} no page moves or is wider when the faces come late or never`, async () => {
      for (const width of WIDTHS) {
        const late = await open(name, width);
        await late.page.route("**/*.woff2", async (route) => {
          await new Promise((resolve) => {
            setTimeout(resolve, LATE_MS);
          });
          await route.continue();
        });
        for (const path of PATHS) await visit(late, path);
        await late.page.context().close();
      }
    });

    test(`under ${name} each stand-in is as wide and as high as its face`, async () => {
      const { page } = await open(name, 1280);
      await page.goto("/moments/paris-2024-xd-podium");
      for (const [face, weight] of [
        ["Podium Text", 400],
        ["Podium Text", 700],
        ["Podium Display", 600],
      ] as const) {
        const own = await page.evaluate(measure, { family: face, weight });
        const other = await page.evaluate(measure, { family: `${face} on ${standIn}`, weight });
        assert.ok(Math.abs(other.width / own.width - 1) < 0.03, `${face} ${weight}: ${other.width} for ${own.width}`);
        assert.ok(
          Math.abs(other.height - own.height) <= 1,
          `${face} ${weight}: ${other.height} for ${own.height} high`,
        );
      }
      await page.context().close();
    });

    test(`under ${name} a bracket of 16 prints on one A4 sheet and larger ones on one A3, with the faces and without`, async () => {
      for (const withFaces of [true, false]) {
        const { page } = await open(name, 1280);
        if (!withFaces) await page.route("**/*.woff2", (route) => route.abort());
        for (const language of LANGUAGES) {
          await page.goto(`/competitions/paris-2024/xd?lang=${language}`);
          assert.deepEqual(await printBracket(page), { pages: 1, size: A4 }, language);
        }
        // With the faces Latin is the same under every set.
        for (const draw of withFaces && name !== here[0]?.name ? [] : LARGE) {
          await page.goto(large.url + pathOf(draw));
          assert.deepEqual(await printBracket(page), { pages: 1, size: draw.paper }, pathOf(draw));
        }
        await page.context().close();
      }
    });
  }

  for (const { name } of here)
    test(`under ${name} what is printed for the hall takes the same sheets, and nothing is cut off`, async () => {
      const { page } = await open(name, 1280);
      for (const language of LANGUAGES)
        for (const { path, pages, paper } of PRINTS) {
          await page.goto(`/paper/riverside-open/${path}${path.includes("?") ? "&" : "?"}lang=${language}`);
          assert.deepEqual(await page.evaluate(cutOff), [], path);
          assert.deepEqual(await printPage(page), { pages, size: paper }, `${path} in ${language}`);
        }
      await page.goto("/paper/paris-2024/certificates");
      assert.deepEqual(await printPage(page), { pages: 12, size: A4 });
      // Their names are Latin, which is the same under every set.
      for (const { path, pages, paper } of name === here[0]?.name ? LARGE_PRINTS : []) {
        await page.goto(`${large.url}/paper/large/${path}`);
        assert.deepEqual(await printPage(page), { pages, size: paper }, path);
      }
      await page.context().close();
    });

  test("a match is played from its first service to its end, and no page that follows it moves", async () => {
    const browser = browsers.values().next().value ?? (await openBrowser());
    const desk = await openReader(browser, podium.url, { width: 1280 });
    await enterAs(desk, "organiser");
    const phone = await openReader(browser, podium.url, { width: 360, height: 640, touch: true });
    await phone.page.goto(await handOutChair(desk, MATCH));
    const readers: Reader[] = [];
    for (const { name } of here)
      for (const width of WIDTHS)
        for (const path of name === here[0]?.name ? FOLLOWING : [`/matches/${MATCH}`])
          readers.push(await follow(await open(name, width), path));
    for (const winner of [...love(11), ...closeGame("home", 10), ...love(11)]) await rally(phone.page, winner);
    await untilSent(phone.page);
    for (const reader of readers) {
      if (reader.page.url().includes(MATCH)) await reader.page.locator("live-match[data-status=over]").waitFor();
      await assertCalm(reader);
    }
    await assertCalm(phone);
    if (here.length === 0) await browser.close();
  });
});

async function visit(reader: Reader, path: string): Promise<void> {
  await reader.page.goto(path);
  forgive(reader, REFUSED);
  await assertCalm(reader);
}

async function follow(reader: Reader, path: string): Promise<Reader> {
  await reader.page.goto(path);
  await assertFits(reader.page);
  return reader;
}

function love(points: number): Winner[] {
  return Array.from({ length: points }, () => "home");
}

/** Runs in the page: the forms whose words do not fit into the room that they have on paper. */
function cutOff(): string[] {
  const forms = [...document.querySelectorAll<HTMLElement>(".score-sheet, .form-head, .certificate")];
  return forms
    .filter((form) => form.scrollHeight > form.clientHeight + 1 || form.scrollWidth > form.clientWidth + 1)
    .map((form) => form.innerText.slice(0, 200));
}

/** Bytes of a file that browsers may keep for ever. */
async function weightOf(address: string): Promise<number> {
  const response = await fetch(address);
  assert.match(response.headers.get("cache-control") ?? "", /immutable/);
  return (await response.arrayBuffer()).byteLength;
}

/** Runs in the page: how wide its words are in one line, and how high a line is, in a face at 100 px. */
async function measure({
  family,
  weight,
}: {
  family: string;
  weight: number;
}): Promise<{ width: number; height: number }> {
  const font = `${weight} 100px "${family}"`;
  const faces = await document.fonts.load(font);
  if (faces.length === 0) throw new Error(`There is no ${family} of ${weight}.`);
  const line = document.createElement("span");
  line.style.cssText = `position: absolute; white-space: nowrap; font: ${font}`;
  line.textContent = (document.querySelector("main")?.innerText ?? "").replaceAll(/[^\x20-\x7e]+/g, " ").slice(0, 2000);
  document.body.append(line);
  const { width, height } = line.getBoundingClientRect();
  line.remove();
  return { width, height };
}
