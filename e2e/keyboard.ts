import assert from "node:assert/strict";
import type { Locator, Page } from "playwright-core";

/** More stops than any page of the desk has. */
const STOPS_MAX = 200;

/** Where the focus is: null where it is on nothing, which is where a reader without a mouse is lost. */
interface Focus {
  readonly what: string;
  readonly isInWindow: boolean;
  readonly isMarked: boolean;
  readonly isOnTop: boolean;
}

/** Presses Tab until something has the focus. At every stop on the way the focus is seen, and is never lost. */
export async function tabTo(page: Page, control: Locator): Promise<void> {
  await control.waitFor();
  for (let stops = 0; stops < STOPS_MAX; stops += 1) {
    if (await control.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press("Tab");
    await assertFocusSeen(page);
  }
  assert.fail(`${page.url()}: Tab does not lead to ${control}`);
}

/** Something has the focus, stands in the window with nothing over it, and is marked as what has it. */
export async function assertFocusSeen(page: Page): Promise<void> {
  const focus = await page.evaluate(focusNow);
  if (focus === null) return;
  const { what, ...seen } = focus;
  assert.deepEqual(seen, { isInWindow: true, isMarked: true, isOnTop: true }, `${page.url()}: the focus on ${what}`);
}

/** The focus is on something of the page still, after the page has changed by itself or by an act. */
export async function assertFocusKept(page: Page, control: Locator): Promise<void> {
  assert.ok(await control.evaluate((element) => element === document.activeElement), `${page.url()} lost the focus`);
}

/** Goes to something that leads to another page, presses Enter and waits for that page. */
export async function enterAt(page: Page, control: Locator): Promise<void> {
  await tabTo(page, control);
  await Promise.all([page.waitForEvent("load"), page.keyboard.press("Enter")]);
}

/** Types into a field. What stood in it is replaced. */
export async function typeInto(page: Page, field: Locator, words: string): Promise<void> {
  await tabTo(page, field);
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.type(words);
}

/** Pastes into a field. */
export async function pasteInto(page: Page, field: Locator, text: string): Promise<void> {
  await tabTo(page, field);
  await page.keyboard.insertText(text);
}

/** Moves from the radio button that is chosen to another one of its group by the arrow keys. */
export async function choose(page: Page, radio: Locator): Promise<void> {
  const name = await radio.getAttribute("name");
  const group = page.locator(`input[type=radio][name="${name}"]`);
  const checked = group.and(page.locator(":checked"));
  await tabTo(page, (await checked.count()) > 0 ? checked : group.first());
  for (let stops = await group.count(); stops > 0 && !(await radio.isChecked()); stops -= 1) {
    await page.keyboard.press("ArrowDown");
    await assertFocusSeen(page);
  }
  assert.ok(await radio.isChecked(), `${radio} is reached by the arrow keys`);
}

/** Runs in the page: what has the focus, and whether a reader can see that. Null for the end of the page, where Tab leaves it. */
function focusNow(): Focus | null {
  const element = document.activeElement;
  if (element === null || element === document.body) return null;
  const { left, top, width, height } = element.getBoundingClientRect();
  const [x, y] = [left + width / 2, top + Math.min(height / 2, 10)];
  const over = document.elementFromPoint(x, y);
  const style = getComputedStyle(element);
  return {
    what: `${element.tagName} ${element.getAttribute("name") ?? ""} ${(element.textContent ?? "").slice(0, 40)}`,
    isInWindow: top < innerHeight && top + height > 0 && left < innerWidth && left + width > 0,
    isMarked: style.outlineStyle !== "none" && Number.parseFloat(style.outlineWidth) > 0,
    isOnTop: over !== null && (element.contains(over) || over.contains(element)),
  };
}
