import { listen } from "../ui/stream.ts";

/** A screen shows a rally at most this late, and asks no more often however many tables play. */
const RENEW_MS = 700;
/** It asks by itself as well: after a night without network, or when the server was started anew. */
const PATIENCE_MS = 20_000;

/** Nobody waits longer for one answer: a connection that hangs would hold up every later one. */
const ANSWER_MS = 10_000;

/** `<hall-screen id topics seconds>`: turns its pages, is read anew when something changes, and keeps what it shows while nobody answers. */
export class HallScreen extends HTMLElement {
  #waiting = 0;
  #at = 0;

  connectedCallback(): void {
    const topics = (this.getAttribute("topics") ?? "").split(" ");
    listen(topics, { onMessage: () => this.#readSoon(), missed: () => this.#readSoon() });
    window.setInterval(() => this.#readSoon(), PATIENCE_MS);
    const seconds = Number(this.getAttribute("seconds") ?? 0);
    if (seconds > 0) window.setInterval(() => this.#turn(), seconds * 1000);
    void navigator.wakeLock?.request("screen").catch(() => null);
  }

  /** What comes while it waits is read with it. */
  #readSoon(): void {
    if (this.#waiting !== 0) return;
    this.#waiting = window.setTimeout(() => void this.#read(), RENEW_MS);
  }

  async #read(): Promise<void> {
    const response = await fetch(location.href, { signal: AbortSignal.timeout(ANSWER_MS) }).catch(() => null);
    const text = response?.ok === true ? await response.text().catch(() => null) : null;
    this.#waiting = 0;
    if (text === null) return;
    const page = new DOMParser().parseFromString(text, "text/html");
    const fresh = page.getElementById(this.id);
    if (styleOf(page) !== styleOf(document) || isAnother(fresh, this)) return location.reload();
    if (fresh === null) return;
    show(fresh, this.#at);
    if (fresh.innerHTML !== this.innerHTML) this.replaceChildren(...fresh.childNodes);
  }

  #turn(): void {
    const pages = this.querySelectorAll(".screen-turn").length;
    this.#at = pages === 0 ? 0 : (this.#at + 1) % pages;
    show(this, this.#at);
  }
}

/** One that is steered to something else has other colours, and may have to listen to more. */
function isAnother(fresh: HTMLElement | null, shown: HTMLElement): boolean {
  return fresh !== null && ["class", "topics"].some((name) => fresh.getAttribute(name) !== shown.getAttribute(name));
}

/** Another one after an update of Podium: then the whole page is loaded anew. */
function styleOf(page: Document): string {
  return page.querySelector<HTMLLinkElement>("link[rel=stylesheet]")?.getAttribute("href") ?? "";
}

function show(screen: Element, at: number): void {
  const pages = [...screen.querySelectorAll<HTMLElement>(".screen-turn")];
  for (const [index, page] of pages.entries()) page.dataset["shown"] = String(index === at % pages.length);
}
