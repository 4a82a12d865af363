import { ballsShown, type DrawMessage, type ShowingView } from "@podium/protocol";

/**
 * `<draw-show event="..." number="1">`: lets the balls of a draw come out by the clock of the server, so that every page that
 * is open is at the same step, whenever it was opened.
 */
export class DrawShow extends HTMLElement {
  #timer = 0;
  /** How much the clock of the server is ahead of ours. */
  #aheadMs = 0;
  #shown = -1;

  connectedCallback(): void {
    this.#aheadMs = Number(this.dataset["now"]) - Date.now();
    this.#show();
  }

  disconnectedCallback(): void {
    clearTimeout(this.#timer);
  }

  /** The desk has changed the pace. */
  follow({ from, sinceMs, paceMs, nowMs }: DrawMessage): void {
    this.#aheadMs = nowMs - Date.now();
    Object.assign(this.dataset, { from: String(from), since: String(sinceMs), pace: String(paceMs) });
    this.#show();
  }

  get #showing(): ShowingView {
    const { from, since, pace } = this.dataset;
    return { from: Number(from), sinceMs: Number(since), paceMs: Number(pace) };
  }

  #show(): void {
    clearTimeout(this.#timer);
    const balls = Number(this.dataset["balls"]);
    const nowMs = Date.now() + this.#aheadMs;
    const shown = ballsShown(this.#showing, balls, nowMs);
    if (shown !== this.#shown) this.#reveal(shown, balls);
    const { from, sinceMs, paceMs } = this.#showing;
    if (paceMs === 0 || shown >= balls) return;
    const nextMs = sinceMs + (shown + 1 - from) * paceMs;
    this.#timer = window.setTimeout(() => this.#show(), Math.max(20, nextMs - nowMs));
  }

  #reveal(shown: number, balls: number): void {
    const isFirst = this.#shown < 0;
    this.#shown = shown;
    for (const element of this.querySelectorAll<HTMLElement>("[data-ball]")) {
      const number = Number(element.dataset["ball"]);
      element.hidden = number > shown;
      element.classList.toggle("is-new", !isFirst && number === shown);
    }
    const step = this.querySelector<HTMLElement>("[data-part=step]");
    if (step !== null) step.textContent = wordsOf(step, shown, balls);
    const ball = this.querySelector("[data-part=ball]");
    if (ball !== null) ball.textContent = this.querySelector(`.draw-balls [data-ball="${shown}"]`)?.textContent ?? "";
  }
}

function wordsOf({ dataset }: HTMLElement, shown: number, balls: number): string {
  if (shown === 0) return dataset["soon"] ?? "";
  return (dataset["words"] ?? "").replace("{ball}", String(shown)).replace("{balls}", String(balls));
}
