import { EventEmitter, once } from "node:events";
import type { Page } from "playwright-core";

/** Tells how long it takes from a tap on the phone until a score is painted on the open page, in milliseconds. */
export type Stopwatch = (score: string, tap: () => Promise<void>) => Promise<number>;

/**
 * Watches both pages. All stamps are of this machine's one clock: a finger coming down on a half, and the end of the frame
 * that painted a score (`11-7`, the large numerals).
 */
export async function startStopwatch(phone: Page, match: Page): Promise<Stopwatch> {
  const stamps = new EventEmitter<Record<string, [number]>>();
  await phone.exposeFunction("noteTapped", (at: number) => stamps.emit("tapped", at));
  await match.exposeFunction("noteShown", (at: number, score: string) => stamps.emit(score, at));
  await phone.evaluate(noteTaps);
  await match.evaluate(notePaintedScores);
  return async (score, tap) => {
    const [[tappedAt], [shownAt]] = await Promise.all([once(stamps, "tapped"), once(stamps, score), tap()]);
    return Number(shownAt) - Number(tappedAt);
  };
}

/** Runs in the page of the chair. An event's own stamp is older than the time at which its listener is called. */
function noteTaps(): void {
  const note = (event: Event) => {
    const isHalf = event.target instanceof Element && event.target.closest(".chair-half") !== null;
    if (isHalf) Reflect.get(globalThis, "noteTapped")(Date.now() - (performance.now() - event.timeStamp));
  };
  addEventListener("pointerdown", note, true);
}

/** Runs in the page of the match. A message to oneself, sent as a frame begins, arrives when it has been painted. */
function notePaintedScores(): void {
  const score = () =>
    [...document.querySelectorAll("[data-part=large]")].map((numeral) => numeral.textContent).join("-");
  let last = score();
  const note = () => {
    const { port1, port2 } = new MessageChannel();
    const painted = score();
    port1.onmessage = () => Reflect.get(globalThis, "noteShown")(Date.now(), painted);
    port2.postMessage(null);
  };
  const observer = new MutationObserver(() => {
    if (score() !== last) requestAnimationFrame(note);
    last = score();
  });
  observer.observe(document.body, { subtree: true, childList: true, characterData: true });
}

/** The smallest of the values that at least so many of a hundred do not exceed (nearest rank). */
export function percentile(values: readonly number[], percent: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil((percent / 100) * sorted.length) - 1)] ?? Number.NaN;
}
