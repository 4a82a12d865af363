import assert from "node:assert/strict";
import { after, before, suite, test } from "node:test";
import type { Browser, Locator } from "playwright-core";
import { assertCalm, CUT, forgive, openBrowser, openReader, openTab, type Reader } from "./browser.ts";
import {
  beginCompetition,
  clashesInJournal,
  dayNow,
  type MatchInHall,
  matchesAtDesk,
  morningSomewhere,
  playersOf,
  send,
} from "./hall.ts";
import { type PodiumProcess, openInstallation } from "./installation.ts";
import { printPage } from "./paper.ts";
import { LIST } from "./pasted-lists.ts";
import { choose, enterAs, rally, untilSent } from "./umpire.ts";

const CUP = "spring-cup";
const EVENT = `${CUP}/open-singles`;
const TABLES = 6;
/** All but the matches of who has withdrawn, which nobody plays. */
const CALLED_LEAST = 6 * 6 + 11 - 3;
/** A4, in points. */
const A4 = [595, 842];

/** The 24 of a pasted list, from the plan of their day to its medals, in order: each test goes on where the one before it stopped. */
suite("a day of play on six tables", () => {
  let podium: PodiumProcess;
  let browser: Browser;
  let desk: Reader;
  let screen: Reader;
  let phone: Reader;
  const { zone, date, twoHoursAgo } = morningSomewhere();

  before(async () => {
    [podium, browser] = await Promise.all([openInstallation(), openBrowser()]);
    desk = await openReader(browser, podium.url, { width: 1280 });
    screen = await openReader(browser, podium.url, { width: 1920, height: 1080 });
    phone = await openReader(browser, podium.url, { width: 360, height: 640, touch: true });
    await enterAs(desk, "organiser");
    const draw = { randomness: "3 5 2 6", groups: 6, advance: 2 };
    await beginCompetition(desk, CUP, { zone, date, event: "Open singles", list: LIST, draw });
  });
  after(async () => {
    await browser.close();
    await podium.close();
  });

  test("is planned on its page, every match on one of the tables at a time of its own", async () => {
    // A tab of its own: its last page is read anew when so many matches have moved.
    const { page } = await openTab(desk);
    await page.goto(`/desk/${CUP}/plan`);
    await page.locator("#field-tables").fill(`1-${TABLES}`);
    await page.locator("#field-from").fill(twoHoursAgo);
    await page.locator("#field-rest").fill("0");
    await page.getByRole("button", { name: "Make a plan" }).click();
    await page.locator("button[name=confirm]").click();
    await page.waitForURL(`**/order-of-play/${CUP}?day=${date}`);
    await page.close();
    const planned = await matchesAtDesk(desk.page, CUP);
    assert.equal(planned.length, 6 * 6 + 11);
    assert.equal(new Set(planned.map(({ row }) => `${row.startMs} ${row.table}`)).size, planned.length);
    assert.deepEqual([...new Set(planned.map(({ row }) => row.table))].sort(), ["1", "2", "3", "4", "5", "6"]);
  });

  test("a match is moved by the mouse and by the arrow keys: what it would break is seen before it is dropped", async () => {
    const { page } = await openTab(desk);
    await page.goto(`/desk/${CUP}/plan/moves`);
    const final = page.locator(`a[data-match="${EVENT}/final"]`);
    const before = await final.locator("xpath=ancestor::section").getAttribute("data-table");
    assert.equal(before, "1");
    const foretold = page.locator(".moves-foretold");
    const yes = page.locator("button[name=confirm]:focus");
    await final.dragTo(page.locator("[data-table='6'] li").first());
    await foretold.getByText("Who plays it is not known in time").first().waitFor();
    await yes.waitFor();
    assert.equal((await matchNow("final")).row.table, "1", "nothing is moved before the yes");
    await page.locator("#field-others").selectOption("follow");
    const due = await final.locator("xpath=ancestor::li").getAttribute("data-start");
    const group = page.locator(`a[data-match="${EVENT}/b-1"]`);
    await group.focus();
    await page.keyboard.press("Space");
    await page.locator("#field-table").selectOption("1");
    await page.locator("#field-time").fill(due ?? "");
    await group.focus();
    await page.keyboard.press("Enter");
    await foretold.getByText("These make room").waitFor();
    await yes.waitFor();
    assert.deepEqual(await foretold.getAttribute("data-breaks"), "0", "others are not moved along before the yes");
    await page.goto(`/desk/${CUP}/plan/moves`);
    const semiFinal = page.locator(`a[data-match="${EVENT}/sf-2"]`);
    const held = page.locator("[data-part=held]");
    const chosen = await page.locator("#field-match").inputValue();
    await semiFinal.focus();
    await page.keyboard.press("Space");
    await held.filter({ hasText: /^Table 2, \d\d:\d\d: \D*Semi-final 2: .* is held/ }).waitFor();
    await page.keyboard.press("ArrowRight");
    await held.filter({ hasText: /^Table 3, / }).waitFor();
    await page.keyboard.press("Escape");
    await held.filter({ hasText: /^$/ }).waitFor({ state: "attached" });
    assert.equal(await page.locator("#field-match").inputValue(), chosen, "Escape leaves the form as it was");
    await page.keyboard.press("Space");
    await page.keyboard.press("ArrowRight");
    await page.locator("#field-pinned-of-move").check();
    await foretold.getByText("It breaks nothing").waitFor();
    await page.locator(`a[data-match="${EVENT}/sf-2"]`).focus();
    await page.keyboard.press("Enter");
    await page.locator(`[data-table='3'] a[data-match="${EVENT}/sf-2"][data-pinned]`).waitFor();
    await page.close();
    assert.equal((await matchNow("sf-2")).row.table, "3");
  });

  test("is printed: what each table plays, what an umpire writes on, the groups, the brackets, the players", async () => {
    const { page } = desk;
    const pages: Record<string, number> = {};
    for (const kind of ["order-of-play", "score-sheets", "groups", "brackets", "players"]) {
      await page.goto(`/paper/${CUP}/${kind}`);
      const sheets = await printPage(page);
      assert.deepEqual(
        sheets.size.toSorted((a, b) => a - b),
        A4,
        kind,
      );
      pages[kind] = sheets.pages;
    }
    // Two columns of tables; four score sheets on a page; a group a page; the knock-out on one.
    await page.goto(`/desk/${CUP}/table-cards`);
    assert.deepEqual(await printPage(page), { pages: 3, size: A4 }, "two cards on a sheet");
    assert.deepEqual(pages, { "order-of-play": 2, "score-sheets": 12, groups: 6, brackets: 1, players: 1 });
  });

  test("a phone opens the address of a table, waits, and scores what is called there; the screen of the hall goes along", async () => {
    await screen.page.goto(`/screens/${CUP}/tables`);
    assert.equal(await screen.page.locator(".screen-tables-now li").count(), TABLES);
    await desk.page.goto(`/desk/${CUP}/day`);
    await phone.page.goto((await table("1").locator(".day-address a").getAttribute("href")) ?? "");
    assert.match(await phone.page.locator("main").innerText(), /Nothing is called to this table/);
    await desk.page.locator(".day-matches form[action$='/a-1/call'] button[value='1']").click();
    await phone.page.getByRole("button", { name: "Score this match" }).tap();
    const onScreen = screen.page.locator(".screen-tables-now li").first();
    for (let point = 0; point < 11; point += 1) await rally(phone.page, "home");
    await onScreen.locator(".winner, .screen-sides p").first().filter({ hasText: "1" }).waitFor();
    assert.match(await onScreen.innerText(), /live/i);
    await choose(phone.page, "Retirement", 1);
    await untilSent(phone.page);
    assert.equal((await matchNow("a-1")).row.status, "over");
    await onScreen.filter({ hasNotText: /live/i }).waitFor();
    await assertCalm(phone);
  });

  test("who comes late is awaited by the clock, and plays; who does not come has lost, in two presses", async () => {
    const { page } = desk;
    await page.goto(`/desk/${CUP}/day`);
    await page.locator(".day-matches form[action$='/a-2/call'] button[value='2']").click();
    await page.locator(".day-matches form[action$='/b-1/call'] button[value='3']").click();
    const [first, late] = [
      table("2").locator(".day-players button").nth(0),
      table("2").locator(".day-players button").nth(1),
    ];
    await first.click();
    await table("2").getByRole("button", { name: "5 minutes" }).click();
    await table("2").getByRole("button", { name: "Stop the clock" }).waitFor();
    await late.click();
    await table("2").locator(".day-call-state.is-present").waitFor();
    await finish(await matchNow("a-2"));
    await page.goto(`/desk/${CUP}/day`);
    await table("3").locator(".day-players button").first().click();
    await table("3").getByRole("button", { name: "5 minutes" }).click();
    await table("3").getByRole("button", { name: "Walkover" }).click();
    await page.locator("button[name=confirm]").click();
    assert.equal((await matchNow("b-1")).row.status, "over");
    await assertCalm(desk);
  });

  test("is played on through the groups; one withdraws in the middle of them", async () => {
    const { page } = screen;
    await page.goto(`/order-of-play/${CUP}`);
    const expected = page.locator(`.match-line [data-expected="${EVENT}/final"]`);
    await expected.filter({ hasText: /^expected 1\d:\d\d/ }).waitFor();
    await playWhile((match) => match.row.round === "1");
    const gone = (await matchNow("c-1")).row.home.entry?.code ?? "";
    const rulings = `/desk/events/${EVENT}/rulings`;
    const ruling = { entry: gone, ruling: "withdrawn", reason: "Hurt" };
    const seen = /name="seen" value="(\d+)"/.exec(await send(desk.page, rulings, ruling))?.[1] ?? "";
    await send(desk.page, rulings, { ...ruling, confirm: "yes", seen });
    await playWhile((match) => match.row.phase === "groups");
    const left = (await matchesAtDesk(desk.page, CUP)).filter(
      ({ row }) => row.phase === "groups" && row.status !== "over",
    );
    // The groups were two hours late and took no time: the rest is as it was planned.
    await expected.waitFor({ state: "hidden" });
    assert.deepEqual(
      left.map(({ row }) => row.id),
      [],
    );
  });

  test("a result is corrected two rounds later: who has played on stays in the draw", async () => {
    await playWhile(({ row }) => ["r16", "qf", "sf"].includes(row.round));
    await desk.page.goto(`/desk/matches/${EVENT}/r16-2`);
    await desk.page.locator("#games").fill("4-11 11-8 5-11");
    await desk.page.locator("form.result-form button").click();
    assert.match(
      await desk.page.locator(".desk-confirm ul").innerText(),
      /Quarter-final 1: its result no longer counts/,
    );
    await desk.page.locator("#draw-kept").fill("The protest came too late");
    await desk.page.getByRole("button", { name: "Keep the draw" }).click();
    await desk.page.getByText("The protest came too late").waitFor();
    await assertCalm(desk);
    await desk.page.locator("button[name=confirm]").click();
    await desk.page.locator(".desk-notice").waitFor();
    const [corrected, next] = [(await matchNow("r16-2")).row, (await matchNow("qf-1")).row];
    assert.equal(corrected.winner, "away");
    assert.deepEqual([next.status, next.away.entry?.code], ["over", corrected.home.entry?.code]);
  });

  test("a screen that follows the desk shows what it is told, and comes back by itself after a power cut", async () => {
    const wall = await openReader(browser, podium.url, { width: 1920, height: 1080 });
    await wall.page.goto(`/screens/${CUP}`);
    await wall.page.locator(".screen-tables").waitFor();
    await steerTo("results");
    await wall.page.locator(".screen-results").waitFor();
    await podium.cutPower();
    assert.ok(await wall.page.locator(".screen-results .screen-rows li").first().isVisible(), "what it showed stays");
    await podium.startAgain();
    await steerTo("bracket:open-singles");
    await wall.page.locator(".screen-bracket").waitFor();
    for (const each of [wall, desk, screen, phone]) forgive(each, CUT);
    await assertCalm(wall);
    await wall.page.close();
  });

  test("ends with its medals, on the screen and on certificates", async () => {
    await playWhile(() => true);
    await screen.page.goto(`/screens/${CUP}/medals`);
    assert.equal(await screen.page.locator(".screen-turn").first().locator("tbody tr").count(), 3);
    await steerTo("ceremony:open-singles");
    await screen.page.goto(`/screens/${CUP}`);
    await screen.page.locator(".screen-ceremony .hall-step").waitFor();
    await assertCalm(screen);
    await desk.page.goto(`/paper/${CUP}/certificates`);
    assert.equal((await printPage(desk.page)).pages, 4);
    await desk.page.goto(`/desk/${CUP}`);
    await desk.page.locator("[data-act=tick]").click();
    await desk.page.locator(".desk-publish button").click();
    await desk.page.locator(".desk-said", { hasText: "results are published" }).waitFor();
    const all = await matchesAtDesk(desk.page, CUP);
    assert.ok(all.every(({ row, published }) => row.status === "over" && published));
  });

  test("nobody ever stood at two tables, and no table had two matches: the journal says so", async () => {
    const { calls, clashes } = await clashesInJournal(desk.page, CUP);
    assert.deepEqual(clashes, []);
    assert.ok(calls >= CALLED_LEAST, `${calls} matches were called`);
    assert.equal(podium.complaints(), "");
  });

  async function steerTo(shows: string): Promise<void> {
    await desk.page.goto(`/desk/${CUP}/day`);
    await desk.page.locator("#screen-shows").selectOption(shows);
    await desk.page.getByRole("button", { name: "Show this" }).click();
    await desk.page.locator(`#screen-shows option[value="${shows}"][selected]`).waitFor({ state: "attached" });
  }

  function table(name: string): Locator {
    return desk.page.locator(".day-tables > li", {
      has: desk.page.getByRole("heading", { name: `Table ${name}`, exact: true }),
    });
  }

  async function matchNow(code: string): Promise<MatchInHall> {
    const found = (await matchesAtDesk(desk.page, CUP)).find(({ row }) => row.id === `${EVENT}/${code}`);
    return found ?? assert.fail(`no match ${code}`);
  }

  /** Calls what may begin to the tables that are free, ends one half of what is on, and so on, while such matches are left. */
  async function playWhile(isMeant: (match: MatchInHall) => boolean): Promise<void> {
    for (;;) {
      const { mayBegin, free } = await dayNow(desk.page, CUP);
      const busy = new Set<string>();
      for (const match of mayBegin.filter(isMeant)) {
        const at = free.find((name) => name === match.row.table) ?? free[0];
        if (at === undefined || playersOf(match).some((player) => busy.has(player))) continue;
        await send(desk.page, `/desk/matches/${match.row.id}/call`, { table: at });
        free.splice(free.indexOf(at), 1);
        for (const player of playersOf(match)) busy.add(player);
      }
      const { called } = await dayNow(desk.page, CUP);
      if (called.length === 0) return;
      for (const match of called.filter((_, index) => index % 2 === 0)) await finish(match);
    }
  }

  /** Writes a result as umpires do, in one line: whose code comes first has won. */
  async function finish({ row }: MatchInHall): Promise<void> {
    const games = (row.home.entry?.code ?? "") < (row.away.entry?.code ?? "") ? "7 -8 9" : "-7 8 -9";
    const form = { games, outcome: "play", version: String(row.version) };
    await send(desk.page, `/desk/matches/${row.id}/result`, { ...form, confirm: "yes" });
  }
});
