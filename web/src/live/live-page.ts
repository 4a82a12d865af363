import type { LiveMessage } from "@podium/protocol";
import { listen } from "../ui/stream.ts";

/** What a live element does with a message. */
export interface Hearing {
  hears(message: LiveMessage): void;
}

const QUIET_MS = 1500;

/**
 * `<live-page topics="...">`: keeps one connection for everything live inside it. What screen readers are told is
 * gathered for a moment, so that a fast rally does not interrupt the one before.
 */
export class LivePage extends HTMLElement {
  #timer = 0;

  connectedCallback(): void {
    const topics = (this.getAttribute("topics") ?? "").split(" ").filter((topic) => topic !== "");
    if (topics.length === 0) return;
    listen(topics, { hears: (message) => this.#tell(message), missed: () => this.#read() });
    this.addEventListener("said", (event) => this.#announce(event));
  }

  #tell(message: LiveMessage): void {
    for (const element of this.querySelectorAll("live-score, live-match, live-count")) if (isHearing(element)) element.hears(message);
  }

  #announce(event: Event): void {
    const words = event instanceof CustomEvent ? String(event.detail) : "";
    clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => {
      const place = this.querySelector(":scope > [data-part=announcement]");
      if (place) place.textContent = words;
    }, QUIET_MS);
  }

  /** After a long break every number may have changed. A reader in the middle of a page keeps it; nobody is moved who scrolled. */
  #read(): void {
    if (window.scrollY === 0 && document.activeElement === document.body) location.reload();
  }
}

/** Has a sentence read out, politely, by the page around an element. */
export function announce(element: HTMLElement, words: string): void {
  element.dispatchEvent(new CustomEvent("said", { detail: words, bubbles: true }));
}

function isHearing(element: Element): element is Element & Hearing {
  return "hears" in element && typeof element.hears === "function";
}
