import { DEFAULT_LANGUAGE, expectedBeside, languageWithTag, type LiveMessage, type MatchRow } from "@podium/protocol";
import { listen } from "../ui/stream.ts";
import { timeInWords } from "../ui/times.ts";
import { isNewer } from "./patch.ts";

/** An element that receives live messages. */
export interface LiveListener {
  onMessage(message: LiveMessage): void;
}

const QUIET_MS = 1500;
const LOST_MS = 4000;

/**
 * `<live-page topics="...">`: keeps one connection for everything live inside it. What screen readers are told is
 * gathered for a short time, so that a fast rally does not interrupt the one before.
 */
export class LivePage extends HTMLElement {
  #timer = 0;

  connectedCallback(): void {
    const topics = (this.getAttribute("topics") ?? "").split(" ").filter((topic) => topic !== "");
    if (topics.length === 0) return;
    listen(topics, {
      onMessage: (message) => this.#dispatch(message),
      missed: () => this.#read(),
      connection: (isThere) => this.#setConnection(isThere),
    });
    this.addEventListener("announce", (event) => this.#announce(event));
    this.addEventListener("missed", () => void this.#renew());
  }

  #dispatch(message: LiveMessage): void {
    if (message.kind === "match") {
      this.#showCall(message.match);
      this.#showExpected(message.match);
    }
    for (const element of this.querySelectorAll("live-score, live-match, live-count"))
      if (isLiveListener(element)) element.onMessage(message);
  }

  /** Who is called to a table is told where the match stands on the page. */
  #showCall({ id, calledMs, table }: MatchRow): void {
    for (const mark of this.querySelectorAll<HTMLElement>(`[data-called="${CSS.escape(id)}"]`)) {
      const isCalled = calledMs !== null && table !== null;
      mark.hidden = !isCalled;
      mark.textContent = isCalled ? (mark.dataset["words"] ?? "").replace("{table}", table) : "";
    }
  }

  /** And when it is expected, where the day runs otherwise than planned. */
  #showExpected(match: MatchRow): void {
    const ms = expectedBeside(match);
    const language = languageWithTag(document.documentElement.lang) ?? DEFAULT_LANGUAGE;
    const time = ms === null ? "" : timeInWords(ms, { zone: match.zone, language, form: "clock" });
    for (const mark of this.querySelectorAll<HTMLElement>(`[data-expected="${CSS.escape(match.id)}"]`)) {
      const words = ms === null ? "" : (mark.dataset["words"] ?? "").replace("{time}", time);
      mark.hidden = ms === null;
      if (mark.textContent !== words) mark.textContent = words;
    }
  }

  #lost = 0;

  /** Nothing is live while nothing can come; a connection that comes back at once is not worth a word. */
  #setConnection(isThere: boolean): void {
    if (isThere) {
      clearTimeout(this.#lost);
      this.#lost = 0;
      this.#showLost(false);
    } else if (this.#lost === 0) this.#lost = window.setTimeout(() => this.#showLost(true), LOST_MS);
  }

  #showLost(isLost: boolean): void {
    const sentence = this.querySelector<HTMLElement>(":scope > [data-part=connection]");
    this.classList.toggle("is-lost", isLost);
    if (sentence !== null) sentence.textContent = isLost ? (sentence.dataset["lost"] ?? "") : "";
  }

  #announce(event: Event): void {
    const words = event instanceof CustomEvent ? String(event.detail) : "";
    clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => {
      const place = this.querySelector(":scope > [data-part=announcement]");
      if (place) place.textContent = words;
    }, QUIET_MS);
  }

  /** After a long break every number may have changed. At the top the page is loaded anew; else nobody is moved: matches are renewed in place. */
  #read(): void {
    if (window.scrollY === 0 && document.activeElement === document.body) location.reload();
    else void this.#renew();
  }

  #isRenewing = false;

  async #renew(): Promise<void> {
    if (this.#isRenewing) return;
    this.#isRenewing = true;
    await this.#renewMatches();
    this.#isRenewing = false;
  }

  async #renewMatches(): Promise<void> {
    const response = await fetch(location.href).catch(() => null);
    if (response === null || !response.ok) return;
    const page = new DOMParser().parseFromString(await response.text(), "text/html");
    for (const mark of this.querySelectorAll<HTMLElement>("[data-called], [data-expected]")) renewMark(mark, page);
    for (const element of this.querySelectorAll<HTMLElement>("live-score, live-match")) {
      const fresh = page.querySelector<HTMLElement>(`${element.localName}[match="${element.getAttribute("match")}"]`);
      if (fresh !== null) renewMatch(element, fresh);
    }
  }
}

/** Who is called and when a match is expected, as the page that was read anew has it. */
function renewMark(mark: HTMLElement, page: Document): void {
  const name = mark.dataset["called"] === undefined ? "expected" : "called";
  const fresh = page.querySelector<HTMLElement>(`[data-${name}="${CSS.escape(mark.dataset[name] ?? "")}"]`);
  mark.hidden = fresh?.hidden ?? true;
  mark.textContent = fresh?.textContent ?? "";
}

/** What came by the stream in the meantime stays when it is newer, and nothing is taken from under a focus. */
function renewMatch(element: HTMLElement, fresh: HTMLElement): void {
  if (element.contains(document.activeElement) || !isNewer(element, Number(fresh.dataset["version"] ?? 0))) return;
  element.dataset["status"] = fresh.dataset["status"] ?? "";
  element.replaceChildren(...fresh.childNodes);
}

/** Has a sentence read out, politely, by the page around an element. */
export function announce(element: HTMLElement, words: string): void {
  element.dispatchEvent(new CustomEvent("announce", { detail: words, bubbles: true }));
}

function isLiveListener(element: Element): element is Element & LiveListener {
  return "onMessage" in element && typeof element.onMessage === "function";
}
