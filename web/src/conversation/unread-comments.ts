import type { TranslateConversation } from "./conversation-words.ts";

const STORED = "podium.read.";

/**
 * What the reader of a conversation has not read yet, since the last visit with this browser: marked, counted on a
 * button and gone through by `n`. `c` hides what answers the comment in focus, and shows it again.
 */
export class UnreadComments {
  readonly #thread: HTMLElement;
  readonly #t: TranslateConversation;
  readonly #readBefore: number | null;

  constructor(thread: HTMLElement, t: TranslateConversation) {
    this.#thread = thread;
    this.#t = t;
    this.#readBefore = storedNumber(this.#key);
    this.#mark();
    document.addEventListener("keydown", (event) => this.#press(event));
    thread.querySelector("[data-part=unread] button")?.addEventListener("click", () => this.next());
    addEventListener("pagehide", () => this.#remember());
  }

  get #key(): string {
    return `${STORED}${this.#thread.getAttribute("thread") ?? ""}`;
  }

  /** Goes to the next comment that was not read; from then on it counts as read. */
  next(): void {
    const unread = this.#thread.querySelector<HTMLElement>("li.comment.is-unread");
    if (unread === null) return;
    unread.classList.remove("is-unread");
    for (let above = unread.parentElement?.closest<HTMLElement>("li.comment"); above; above = aboveOf(above))
      show(above, true, this.#t);
    focusOn(unread);
    this.#count();
  }

  #mark(): void {
    if (this.#readBefore === null) return;
    for (const item of this.#thread.querySelectorAll<HTMLElement>("li.comment:not(.is-hidden, [data-mine])"))
      item.classList.toggle("is-unread", numberOf(item) > this.#readBefore);
    this.#count();
  }

  #count(): void {
    const line = this.#thread.querySelector<HTMLElement>("[data-part=unread]");
    const button = line?.querySelector("button");
    if (!line || !button) return;
    const count = this.#thread.querySelectorAll("li.comment.is-unread").length;
    line.hidden = count === 0;
    button.textContent = this.#t("conversation.unread", { count });
  }

  #press(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey || event.repeat || isTyping(event.target)) return;
    if (event.key === "n") this.next();
    if (event.key !== "c") return;
    const item = document.activeElement?.closest<HTMLElement>("li.comment");
    if (item && this.#thread.contains(item)) show(item, item.classList.contains("is-collapsed"), this.#t);
  }

  /** The next visit begins behind what was there at this one. */
  #remember(): void {
    try {
      localStorage.setItem(this.#key, this.#thread.dataset["posted"] ?? "0");
    } catch {
      // Without storage every visit is the first.
    }
  }
}

function aboveOf(item: HTMLElement): HTMLElement | null {
  return item.parentElement?.closest<HTMLElement>("li.comment") ?? null;
}

/** Hides or shows what answers a comment, and says which. */
function show(item: HTMLElement, isShown: boolean, t: TranslateConversation): void {
  const replies = item.querySelector<HTMLElement>(":scope > ol.replies");
  if (replies === null) return;
  replies.hidden = !isShown;
  item.classList.toggle("is-collapsed", !isShown);
  const heading = item.querySelector<HTMLElement>(":scope > article h3");
  heading?.setAttribute(
    "title",
    t(isShown ? "conversation.collapse" : "conversation.expand", { number: numberOf(item) }),
  );
  if (!isShown && replies.contains(document.activeElement)) focusOn(item);
}

function focusOn(item: HTMLElement): void {
  item.scrollIntoView({ block: "start", behavior: "instant" });
  item.querySelector<HTMLElement>(".comment-line summary")?.focus({ preventScroll: true });
}

function numberOf(item: HTMLElement): number {
  return Number(item.querySelector(":scope > article .comment-number")?.textContent ?? 0);
}

function storedNumber(key: string): number | null {
  try {
    const stored = localStorage.getItem(key);
    return stored === null ? null : Number(stored);
  } catch {
    return null;
  }
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.matches("input, select, textarea");
}
