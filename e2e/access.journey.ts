import assert from "node:assert/strict";
import { after, before, suite, test } from "node:test";
import type axe from "axe-core";
import type { Browser, Page } from "playwright-core";
import { violations } from "./axe.ts";
import { assertFitToUse } from "./fit.ts";
import { assertCalm, assertFits, forgive, openBrowser, openReader, type Reader, REFUSED } from "./browser.ts";
import { type PodiumProcess, openInstallation } from "./installation.ts";
import { enterAs, handOutChair, pointsOnBoard, tap, untilPlay, winnersOnRecord } from "./umpire.ts";

const PUBLIC = [
  "/now",
  "/competitions",
  "/players",
  "/players/wang-chuqin",
  "/players/wang-chuqin/against",
  "/pairs/wang-chuqin/sun-yingsha",
  "/moments",
  "/",
  "/competitions/paris-2024",
  "/competitions/paris-2024/xd",
  "/competitions/riverside-open/os",
  "/matches/paris-2024/xd/final",
  "/matches/riverside-open/os/a-6",
  "/matches/riverside-open/os/qf-3",
  "/matches/riverside-open/os/final",
  "/entries/paris-2024/xd/prk",
  "/moments/paris-2024-xd-podium",
  "/threads/paris-2024-xd-podium",
  "/sign-in",
  "/sign-up",
  "/password",
  "/nothing/here",
];
const SCREENS = ["/screens/riverside-open", "/screens/riverside-open/tables"];
const OF_THE_DESK = [
  "/desk",
  "/desk/riverside-open",
  "/desk/matches/riverside-open/os/qf-4",
  "/account",
  "/threads/paris-2024-xd-podium",
];
/** What staff sees, with an invitation, a draft, a report and held words made before; and what is public beside it. */
const OF_STAFF = {
  organiser: [
    "/desk/staff",
    "/desk/riverside-open/staff",
    "/desk/riverside-open/journal",
    "/desk/riverside-open/plan",
    "/desk/riverside-open/plan/moves",
    "/following",
    "/desk/riverside-open/incidents",
    "/embedding/paris-2024",
    "/order-of-play/riverside-open",
    "/desk/events/riverside-open/os",
    "/desk/events/riverside-open/os/draw",
    "/competitions/riverside-open/os/draw",
    "/desk/drafts",
    "/desk/drafts/zebra-cup",
    "/desk/drafts/zebra-cup/events/open-singles",
    "/desk/matches/paris-2024/mt/final",
  ],
  editor: [
    "/newsroom/paris-2024",
    "/newsroom/paris-2024/paris-2024-xd-podium/reports/an-hour",
    "/newsroom/paris-2024/paris-2024-xd-podium/reactions",
    "/newsroom/paris-2024/broadcasts",
    "/notes?about=comment:paris-2024-xd-podium/xd-podium-01",
  ],
  moderator: ["/moderation", "/moderation/rules"],
} as const;
/** What is sent before, by whom. */
const BEFORE = [
  ["organiser", "/desk/riverside-open/staff/invitations", { role: "referee" }],
  [
    "organiser",
    "/desk/drafts",
    { id: "zebra-cup", "title-en": "Zebra Cup", zone: "Europe/Paris", from: "2026-10-03", to: "2026-10-04" },
  ],
  ["organiser", "/desk/drafts/zebra-cup/events", { version: "1", title: "Open singles", kind: "singles", bestOf: "5" }],
  [
    "organiser",
    "/desk/drafts/zebra-cup/events/open-singles/entries",
    { version: "2", take: "yes", list: "ADAMS Ann\nBAKER Bea\nCOOK Cleo" },
  ],
  ["editor", "/newsroom/paris-2024/reports", { event: "xd", headline: "An hour", language: "en", text: "4-1." }],
  ["moderator", "/moderation/rules/words", { add: "knave" }],
  ["organiser", "/threads/paris-2024-xd-podium/comments", { body: "What a knave." }],
] as const;
/** Narrow, these have controls of their own, or scroll sideways inside. */
const OTHERWISE_ON_A_PHONE = ["/", "/competitions/paris-2024/xd", "/matches/riverside-open/os/qf-3"];
const WIDTHS = [360, 1280];
const EVERY_RULE: axe.RunOptions = { resultTypes: ["violations"] };
const RULES_OF_COLOUR: axe.RunOptions = {
  resultTypes: ["violations"],
  runOnly: { type: "tag", values: ["cat.color"] },
};

suite("everybody can use the pages", () => {
  let podium: PodiumProcess;
  let browser: Browser;
  let reader: Reader;
  let desk: Reader;
  let phone: Reader;

  before(async () => {
    [podium, browser] = await Promise.all([openInstallation(), openBrowser()]);
    reader = await openReader(browser, podium.url, { width: 1280 });
    desk = await openReader(browser, podium.url, { width: 1280 });
    phone = await openReader(browser, podium.url, { width: 360, height: 640, touch: true });
  });
  after(async () => {
    await browser.close();
    await podium.close();
  });

  for (const path of PUBLIC) {
    test(`${path} has no violation that axe knows, in light and dark, narrow and wide`, async () => {
      await reader.page.goto(path);
      forgive(reader, REFUSED);
      await assertCalm(reader);
      await assertAccessible(reader.page);
    });
  }

  test("the desk, its forms and the account have none either", async () => {
    await enterAs(desk, "organiser");
    for (const path of OF_THE_DESK) {
      await desk.page.goto(path);
      await assertCalm(desk);
      await assertAccessible(desk.page);
    }
    await desk.page.goto("/desk/matches/paris-2024/xd/final");
    await desk.page.locator("#games").fill("11-6 7-11 11-10");
    await desk.page.locator("form.result-form button").click();
    await assertAccessible(desk.page);
    await desk.page.locator("#games").fill("6-11 11-7 8-11 5-11 11-7 8-11");
    await desk.page.locator("form.result-form button").click();
    await desk.page.locator(".desk-confirm").waitFor();
    await assertAccessible(desk.page);
  });

  test("the pages of the staff have none either, and are worked by keyboard", async () => {
    const staff = new Map<string, Reader>();
    for (const person of Object.keys(OF_STAFF)) {
      const one = await openReader(browser, podium.url, { width: 1280 });
      await enterAs(one, person);
      staff.set(person, one);
    }
    for (const [person, path, form] of BEFORE) {
      const sent = { form, headers: { origin: podium.url.replace(/\/$/, "") } };
      const answer = await staff.get(person)?.page.request.post(path, sent);
      assert.ok(answer?.ok(), `${path} ${answer?.status()}`);
    }
    const planner = staff.get("organiser")?.page ?? assert.fail();
    await planner.goto("/desk/riverside-open/plan");
    await planner.getByRole("button", { name: "Make a plan" }).click();
    await planner.locator("button[name=confirm]").click();
    await planner.waitForURL("**/order-of-play/riverside-open?day=*");
    for (const [person, paths] of Object.entries(OF_STAFF))
      for (const path of paths) {
        const reader = staff.get(person) ?? assert.fail();
        await assertTabOrder(reader.page, path);
        await assertFitToUse(reader);
      }
  });

  test("a screen that follows the desk has none, whatever it shows", async () => {
    for (const path of SCREENS) {
      await reader.page.goto(path);
      await assertCalm(reader);
      await assertAccessible(reader.page);
    }
  });

  test("the chair has none: choosing, playing, with its menu open", async () => {
    const chair = await handOutChair(desk, "riverside-open/od/sf-2");
    await assertAccessible(desk.page);
    await phone.page.goto(chair);
    await phone.page.locator(".chair-start").waitFor();
    await assertAccessible(phone.page);
    await untilPlay(phone.page);
    await assertAccessible(phone.page);
    await tap(phone.page.locator(".chair-menu > summary"));
    await assertAccessible(phone.page);
  });

  test("the first key of every page leads past the menu to the content", async () => {
    for (const path of PUBLIC) {
      const { page } = reader;
      await page.goto(path);
      await page.keyboard.press("Tab");
      const skip = page.locator(":focus");
      assert.equal(await skip.getAttribute("href"), "#content", path);
      const box = await skip.boundingBox();
      assert.ok(
        box !== null && box.x >= 0 && box.y >= 0 && box.height >= 20,
        `${path}: the link to the content is not seen`,
      );
      await page.keyboard.press("Enter");
      assert.equal(await page.evaluate(() => document.activeElement?.id), "content", path);
    }
  });

  test("the tabulator reaches every control of every page, and shows where it is", async () => {
    for (const path of PUBLIC) await assertTabOrder(reader.page, path);
    await reader.page.setViewportSize({ width: 360, height: 640 });
    for (const path of OTHERWISE_ON_A_PHONE) await assertTabOrder(reader.page, path);
    for (const path of OF_THE_DESK) await assertTabOrder(desk.page, path);
  });

  test("every control of a phone is 24 px high and wide at least, those of the bar at the thumb 44", async () => {
    const reached = await openReader(browser, podium.url, { width: 360, touch: true });
    const small = [];
    for (const path of PUBLIC) {
      await reached.page.goto(path);
      small.push(...(await reached.page.evaluate(smallControls, 24)).map((control) => `${path} ${control}`));
    }
    assert.deepEqual(small, []);
    const bar = await reached.page.locator(".around a").all();
    assert.equal(bar.length, 4);
    for (const link of bar) {
      const box = await link.boundingBox();
      assert.ok(box !== null && box.height >= 44 && box.width >= 44 && box.y + box.height <= 640);
    }
  });

  test("who serves is seen also where the system gives the colours", async () => {
    const { page } = await openReader(browser, podium.url, { width: 360 });
    await page.emulateMedia({ forcedColors: "active" });
    await page.goto("/matches/riverside-open/os/qf-3");
    const [mark, paper] = await page.evaluate(() => {
      const server = document.querySelector("[data-role=server]") ?? document.body;
      return [getComputedStyle(server, "::after"), getComputedStyle(document.documentElement)].map(
        (style) => style.backgroundColor,
      );
    });
    assert.notEqual(mark, paper);
    assert.notEqual(mark, "rgba(0, 0, 0, 0)");
  });

  test("a match is scored by keyboard alone", async () => {
    const { page } = await openReader(browser, podium.url, { width: 1280 });
    await page.goto(await handOutChair(desk, "riverside-open/os/qf-4"));
    await press(page, "input[name=server]", " ");
    await press(page, ".chair-start", "Enter");
    await page.locator(".chair-half:enabled").first().waitFor();
    await press(page, ".chair-half[value=home]", "Enter");
    await page.locator(".chair-half[value=home] .chair-points", { hasText: /^1$/ }).waitFor();
    await press(page, ".chair-undo button", "Enter");
    await page.locator(".chair-half[value=home] .chair-points", { hasText: /^0$/ }).waitFor();
  });

  test("a match is scored without script, a page for each tap", async () => {
    const { page } = await openReader(browser, podium.url, { width: 360, height: 640, touch: true, script: false });
    const chair = await handOutChair(desk, "riverside-open/os/sf-1");
    const tapAndLoad = (control: string) => Promise.all([page.waitForEvent("load"), page.locator(control).tap()]);
    await page.goto(chair);
    await page.locator(".chair-option:has(input[name=server])").first().tap();
    await tapAndLoad(".chair-start");
    for (const winner of ["home", "away", "home"]) await tapAndLoad(`.chair-half[value=${winner}]`);
    assert.deepEqual(await pointsOnBoard(page), { home: "2", away: "1" });
    await tapAndLoad(".chair-undo button");
    assert.deepEqual(await pointsOnBoard(page), { home: "1", away: "1" });
    assert.deepEqual(await winnersOnRecord(chair), ["home", "away"]);
  });
});

/** Holds the page against its width and every rule of axe in both widths, and against those about colour in the dark as well. */
async function assertAccessible(page: Page): Promise<void> {
  const before = page.viewportSize() ?? { width: 1280, height: 800 };
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 800 });
    await assertFits(page);
    for (const [colorScheme, rules] of [
      ["light", EVERY_RULE],
      ["dark", RULES_OF_COLOUR],
    ] as const) {
      await page.emulateMedia({ colorScheme });
      assert.deepEqual(await violations(page, rules), [], `${page.url()} at ${width} px, ${colorScheme}`);
    }
  }
  await page.emulateMedia({ colorScheme: "light" });
  await page.setViewportSize(before);
}

/** Presses Tab through the whole page: each control has its turn, in the order of the page, and is seen to have it. */
async function assertTabOrder(page: Page, path: string): Promise<void> {
  await page.goto(path);
  const wanted = await page.evaluate(countControls);
  for (let turn = 0; turn < wanted; turn += 1) {
    const { number, control, seen } = await nextControl(page, turn - 1);
    assert.equal(number, turn, `${path}: the tabulator comes to ${control}`);
    assert.ok(seen, `${path}: nobody sees that ${control} has the focus`);
  }
}

/** Presses Tab, and again while the focus goes through the parts of a date or a time. */
async function nextControl(page: Page, before: number): Promise<ReturnType<typeof controlInFocus>> {
  for (;;) {
    await page.keyboard.press("Tab");
    const there = await page.evaluate(controlInFocus);
    if (there.number !== before || !/type="(date|time|datetime-local)"/.test(there.control)) return there;
  }
}

/** Runs in the page: how many controls can be seen, and a way to list them again, because live parts are renewed. */
function countControls(): number {
  const isSeen = (control: HTMLElement) =>
    !control.matches(":disabled, [type=hidden]") && control.checkVisibility({ visibilityProperty: true });
  // A set of radio buttons has one turn.
  const isFirst = (control: HTMLElement) =>
    !(control instanceof HTMLInputElement) ||
    control.type !== "radio" ||
    control === document.querySelector(`input[name="${control.name}"]`);
  const list = () =>
    [
      ...document.querySelectorAll<HTMLElement>("a[href], button, input, select, textarea, summary, [tabindex='0']"),
    ].filter((control) => isSeen(control) && isFirst(control));
  Reflect.set(globalThis, "controlsInOrder", list);
  return list().length;
}

/** Runs in the page: the controls that are seen and smaller than so many pixels in either direction. */
function smallControls(least: number): string[] {
  return [...document.querySelectorAll<HTMLElement>("a[href], button, input:not([type=hidden]), select, summary")]
    .filter((control) => control.checkVisibility({ visibilityProperty: true }) && !control.matches(".skip"))
    .flatMap((control) => {
      const { height, width } = control.getBoundingClientRect();
      return height < least - 0.5 || width < least - 0.5
        ? [`${Math.round(width)} x ${Math.round(height)}: ${control.outerHTML.slice(0, 100)}`]
        : [];
    });
}

/** Runs in the page: which control has the focus, and whether an outline or another change shows it inside the window. */
function controlInFocus(): { number: number; control: string; seen: boolean } {
  const control = document.activeElement;
  if (!(control instanceof HTMLElement)) return { number: -1, control: "nothing", seen: false };
  const { outlineStyle, outlineWidth } = getComputedStyle(control);
  const box = control.getBoundingClientRect();
  const isInside = box.width > 0 && box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
  return {
    number: Reflect.get(globalThis, "controlsInOrder")().indexOf(control),
    control: control.outerHTML.slice(0, 120),
    seen: isInside && outlineStyle !== "none" && Number.parseFloat(outlineWidth) >= 1,
  };
}

/** Brings the focus to a control by the tabulator and presses a key on it. */
async function press(page: Page, control: string, key: string): Promise<void> {
  for (let turn = 0; turn < 60; turn += 1) {
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted) === true, control))
      return page.keyboard.press(key);
    await page.keyboard.press("Tab");
  }
  assert.fail(`${control} is not reached by the tabulator`);
}
