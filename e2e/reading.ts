import type { Locator, Page } from "playwright-core";

/** A match as its two rows show it. */
export interface ShownMatch {
  readonly home: string;
  readonly away: string;
  /** Games won, home first: `4-2`. */
  readonly score: string;
  /** Points of each game, home first: `11-6 7-11`. */
  readonly games: string;
}

/** Reads a match of a bracket or a list from what is written in its rows. */
export async function shownMatch(page: Page, id: string): Promise<ShownMatch> {
  const match = page.locator(`live-score[match="${id}"]`).first();
  const [home, away] = [
    await shownRow(match.locator("[data-side=home]")),
    await shownRow(match.locator("[data-side=away]")),
  ];
  return { home: home.who, away: away.who, score: `${home.won}-${away.won}`, games: joined(home.games, away.games) };
}

/** Reads the games of a match page's table, home first: `11-6 7-11`. */
export async function shownTable(page: Page): Promise<string> {
  const row = (side: string) => page.locator(`.game-table [data-side=${side}] [data-game]`).allInnerTexts();
  return joined(await row("home"), await row("away"));
}

async function shownRow(row: Locator): Promise<{ who: string; won: string; games: string[] }> {
  const [who, won, games] = await Promise.all([
    row.locator(".who a").innerText(),
    row.locator(".won").innerText(),
    row.locator(".games span").allInnerTexts(),
  ]);
  return { who: who.trim().replaceAll(/\s*\n\s*/g, " / "), won, games };
}

function joined(home: readonly string[], away: readonly string[]): string {
  return home
    .map((points, game) => `${points.trim()}-${away[game]?.trim()}`)
    .filter((game) => game !== "-")
    .join(" ");
}
