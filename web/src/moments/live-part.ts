import type { LiveMessage } from "@podium/protocol";
import { topicOfStale } from "../ui/stale-parts.ts";
import { listen } from "../ui/stream.ts";

/** Open pages do not all read on at the same moment. */
const SPREAD_MS = 300;

/**
 * `<live-part id topics>`: a part of a page that is read anew when the ceremony goes on, or a match in it is corrected. Beside a conversation it is told
 * by the stream of that.
 */
export class LivePart extends HTMLElement {
  #waiting = 0;

  connectedCallback(): void {
    const topics = (this.getAttribute("topics") ?? "").split(" ");
    this.addEventListener("stale-part", () => this.#readSoon());
    if (document.querySelector("open-thread") !== null) return;
    listen(topics, { onMessage: (message) => this.#take(message), missed: () => void this.#read() });
  }

  #take(message: LiveMessage): void {
    const topics = (this.getAttribute("topics") ?? "").split(" ");
    if (topics.includes(topicOfStale(message) ?? "")) this.#readSoon();
  }

  /** What comes while it waits is read with it. */
  #readSoon(): void {
    if (this.#waiting !== 0) return;
    this.#waiting = window.setTimeout(() => void this.#read(), Math.random() * SPREAD_MS);
  }

  async #read(): Promise<void> {
    this.#waiting = 0;
    const response = await fetch(location.href).catch(() => null);
    if (response === null || !response.ok) return;
    const page = new DOMParser().parseFromString(await response.text(), "text/html");
    const fresh = page.getElementById(this.id);
    if (fresh !== null) this.replaceChildren(...fresh.childNodes);
  }
}
