import assert from "node:assert/strict";
import { violations } from "./axe.ts";
import { assertCalm, assertFits, assertNoComplaint, type Reader } from "./browser.ts";

/** Holds the page as it stands against axe, on a phone by night and on a desk by day, and against what it must not do to its reader. */
export async function assertFitToUse(reader: Reader): Promise<void> {
  const { page } = reader;
  // Before its window is another: what moves then is not the page's doing, nor always told apart by the browser.
  await assertCalm(reader);
  for (const [width, colorScheme] of [
    [360, "dark"],
    [1280, "light"],
  ] as const) {
    await page.setViewportSize({ width, height: 800 });
    await page.emulateMedia({ colorScheme });
    assert.deepEqual(await violations(page, { resultTypes: ["violations"] }), [], page.url());
    await assertFits(page);
  }
  assertNoComplaint(reader);
}
