import { ballsShown, type DrawMessage, type ShowingView } from "@podium/protocol";

/** The next ball is out, and is not on the page yet. */
export const BEHIND = "behind";

/**
 * `<draw-show event="..." number="1">`: knows by the clock of the server when the next ball of a draw comes out, so that
 * every page that is open is at the same step, whenever it was opened. What comes out is told by the server alone, and not
 * before.
 */
export class DrawShow extends HTMLElement {
  #timer = 0;
  /** How much the clock of the server is ahead of ours. */
  #aheadMs = 0;

  connectedCallback(): void {
    this.renewed();
  }

  disconnectedCallback(): void {
    clearTimeout(this.#timer);
  }

  /** The desk has changed the pace. */
  follow({ from, sinceMs, paceMs, nowMs }: DrawMessage): void {
    this.#aheadMs = nowMs - Date.now();
    Object.assign(this.dataset, { from: String(from), since: String(sinceMs), pace: String(paceMs) });
    this.look();
  }

  /** The page has been read anew. */
  renewed(): void {
    this.#aheadMs = Number(this.dataset["now"]) - Date.now();
    this.look();
  }

  /** Looks whether a ball is out that is not on the page. */
  look(): void {
    clearTimeout(this.#timer);
    const balls = Number(this.dataset["balls"]);
    const nowMs = Date.now() + this.#aheadMs;
    const out = ballsShown(this.#showing, balls, nowMs);
    if (out > Number(this.dataset["shown"])) this.dispatchEvent(new CustomEvent(BEHIND, { bubbles: true }));
    const { from, sinceMs, paceMs } = this.#showing;
    if (paceMs === 0 || out >= balls) return;
    const nextMs = sinceMs + (out + 1 - from) * paceMs;
    this.#timer = window.setTimeout(() => this.look(), Math.max(20, nextMs - nowMs));
  }

  get #showing(): ShowingView {
    const { from, since, pace } = this.dataset;
    return { from: Number(from), sinceMs: Number(since), paceMs: Number(pace) };
  }
}
