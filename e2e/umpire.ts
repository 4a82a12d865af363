import assert from "node:assert/strict";
import type { Locator, Page } from "playwright-core";
import type { Reader } from "./browser.ts";

export type Winner = "home" | "away";

/** Signs somebody of the demo in by one click. */
export async function enterAs({ page }: Reader, person: string): Promise<void> {
  await page.goto("/sign-in");
  await page.locator(`form[action="/demo/sign-in/${person}"] button`).click();
  await page.locator('form[action="/sign-out"]').first().waitFor();
}

/** An organiser opens the desk of the competition and hands out a chair; the address is what the desk shows. */
export async function handOutChair({ page }: Reader, match: string): Promise<string> {
  await page.locator('.masthead a[href="/desk"]').click();
  await page.locator(`a[href="/desk/${match.split("/")[0]}"]`).click();
  await page.locator(`tr[data-match="${match}"] form[action$="/chair"] button`).click();
  return page.locator(".desk-address a.address").innerText();
}

/** The umpire taps what the board asks for (who serves, ends, the next game) until the halves are live. */
export async function untilPlay(page: Page): Promise<void> {
  const asked = page.locator(".chair-answer, .chair-start, .chair-half:enabled").first();
  for (;;) {
    const what = (await asked.getAttribute("class")) ?? "";
    if (what.includes("chair-half")) return;
    if (what.includes("chair-start")) await chooseService(page);
    await tap(asked);
  }
}

async function chooseService(page: Page): Promise<void> {
  await tap(page.locator(".chair-option:has(input[name=server])").first());
  const server = await page.locator("input[name=server]:checked").getAttribute("value");
  const other = server?.startsWith("home") === true ? "away" : "home";
  const receiver = page.locator(`.chair-option:has(input[name=receiver][value^=${other}])`).first();
  if ((await receiver.count()) > 0) await tap(receiver);
}

/** What lies between two taps of the fastest finger that means both, in milliseconds. */
const BETWEEN_TAPS_MS = 120;

/** Taps something of the board as a finger does that means it: never so soon after the tap before that it is taken for a bounce. */
export async function tap(control: Locator): Promise<void> {
  await control.page().waitForTimeout(BETWEEN_TAPS_MS);
  await control.tap();
}

/** Taps the half of the side that won the rally. */
export async function rally(page: Page, winner: Winner): Promise<void> {
  await untilPlay(page);
  await tap(page.locator(`.chair-half[value=${winner}]`));
}

/** Something of the menu: the line, and its choice from the top. */
export async function choose(page: Page, item: string, choice: number): Promise<void> {
  await tap(page.locator(".chair-menu > summary"));
  const line = page.locator(".chair-act", { has: page.locator("summary", { hasText: new RegExp(`^${item}$`) }) });
  await tap(line.locator("summary"));
  await tap(line.locator("button").nth(choice));
}

/** Points as the board shows them, by side. */
export async function pointsOnBoard(page: Page): Promise<Record<Winner, string>> {
  const points = (side: Winner) => page.locator(`.chair-half[value=${side}] .chair-points`).innerText();
  return { home: await points("home"), away: await points("away") };
}

/** Waits until the board says that everything was sent. */
export async function untilSent(page: Page): Promise<void> {
  await page.locator(".chair-network", { hasText: /^sent$/ }).waitFor();
}

/** A game in which the sides win rallies in turn, home first, and one of them the last two: `wonBy(home, 25)` ends 27-25. */
export function closeGame(winner: Winner, level: number): readonly Winner[] {
  return [
    ...Array.from({ length: level * 2 }, (_, index): Winner => (index % 2 === 0 ? "home" : "away")),
    winner,
    winner,
  ];
}

/** The winners of the rallies in the log on the server, undone ones left out. Every line must be there once. */
export async function winnersOnRecord(chair: string): Promise<readonly Winner[]> {
  const lines = await linesOnRecord(chair);
  assert.equal(new Set(lines.map((line) => line.id)).size, lines.length, "a line arrived twice");
  const standing: typeof lines = [];
  for (const line of lines) {
    if (line.entry.kind === "undo") standing.pop();
    else standing.push(line);
  }
  return standing.flatMap(({ entry }) => (entry.kind === "rally" && entry.winner !== undefined ? [entry.winner] : []));
}

interface RecordedLine {
  readonly id: string;
  readonly entry: { readonly kind: string; readonly winner?: Winner };
}

/** The log of the match from the chair's address. */
export async function linesOnRecord(chair: string): Promise<RecordedLine[]> {
  const response = await fetch(`${chair}/log`, { headers: { accept: "application/json" } });
  assert.equal(response.status, 200);
  // The shape is ChairAnswer's sister of @podium/protocol: the journeys read it as a phone does.
  const { log } = (await response.json()) as { log: RecordedLine[] };
  return log;
}
