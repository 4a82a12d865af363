import type { Page } from "playwright-core";

/** What a page takes when it is printed. */
export interface Sheets {
  readonly pages: number;
  /** Width and height of the first, in points. */
  readonly size: readonly [number, number];
}

/** Prints the bracket of an event page by itself. */
export async function printBracket(page: Page): Promise<Sheets> {
  await page.evaluate(leaveOnlyTheBracket);
  return printPage(page);
}

/** Prints a page as a reader would. */
export async function printPage(page: Page): Promise<Sheets> {
  const text = (await page.pdf({ preferCSSPageSize: true })).toString("latin1");
  const box = /\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/.exec(text);
  return {
    pages: text.match(/\/Type \/Page\b/g)?.length ?? 0,
    size: [Math.round(Number(box?.[1])), Math.round(Number(box?.[2]))],
  };
}

/** Runs in the page: what follows the bracket is printed on sheets of its own. */
function leaveOnlyTheBracket(): void {
  for (const other of document.querySelectorAll(".event-page > :not(.sheet)")) other.remove();
  for (const sheet of document.querySelectorAll<HTMLElement>(".sheet")) sheet.style.breakAfter = "auto";
}
