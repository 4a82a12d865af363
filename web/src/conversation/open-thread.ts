import { type CommentView, type CountView, type Language, languageWithTag, type LiveMessage } from "@podium/protocol";
import type { KeyOf } from "../languages/catalogues.ts";
import { listen } from "../ui/stream.ts";
import { ageInWords } from "../ui/times.ts";
import { type Catalogue, finder, translator } from "../languages/translation.ts";
import { topicOfStale } from "../ui/stale-parts.ts";
import { checkedComment, recordHtml } from "./comment-record.ts";
import { showOriginal, showTranslation } from "./comment-translation.ts";
import { commentAddress, commentHtml, commentItemHtml, type CommentOptions } from "./comment-html.ts";
import { countLine } from "./count-line.ts";
import { isBelowTheReader, type CommentPlace, placeOf, put, withoutMovingTheReader } from "./thread-place.ts";
import { UnreadComments } from "./unread-comments.ts";
import { quoteOf } from "./quote.ts";
import { draftStore, ThreadDrafts } from "./thread-drafts.ts";
import { send, sendingId, type SendOutcome } from "./thread-requests.ts";

const AGES_EVERY_MS = 60_000;
/** What can have the focus in a comment. */
const CONTROLS = "a, button, summary";

/**
 * `<open-thread>`: a conversation that goes on while it is read. The count follows at once. A new comment is put in its place
 * by itself only where that pushes nothing the reader sees; else a button offers it. Posting, answering and voting
 * stay on the page. Without this script all of it works with whole pages.
 */
export class OpenThread extends HTMLElement {
  readonly #waiting = new Map<string, CommentView>();
  #words: Catalogue<KeyOf<"conversation">> | null = null;
  #missed = false;
  #drafts: ThreadDrafts | null = null;

  connectedCallback(): void {
    const written = this.querySelector("script[data-part=words]")?.textContent;
    if (!written) return;
    this.#words = JSON.parse(written);
    this.addEventListener("submit", (event) => void this.#submit(event));
    this.addEventListener("click", (event) => this.#click(event));
    this.#drafts = new ThreadDrafts(draftStore(), this.#thread);
    this.addEventListener("input", (event) => this.#typed(event.target));
    const main = this.querySelector<HTMLFormElement>("#act > form.answer");
    if (main) this.#goOn(main);
    void new UnreadComments(this, this.#options.t);
    this.#tellAges();
    setInterval(() => this.#tellAges(), AGES_EVERY_MS);
    listen([`thread:${this.#thread}`, ...topicsOfParts()], {
      onMessage: (message) => this.onMessage(message),
      missed: () => this.#miss(),
    });
  }

  /** Takes in a live message. */
  onMessage(message: LiveMessage): void {
    const stale = topicOfStale(message);
    if (stale !== null)
      for (const part of liveParts()) if (topicsOf(part).includes(stale)) part.dispatchEvent(new Event("stale-part"));
    if (!("thread" in message) || message.thread !== this.#thread) return;
    this.#showCount(message.count);
    if (message.kind === "comment") this.#take(message.comment);
  }

  /** Of what was said lately, how long ago that was. The time stands last in its line, so that nothing moves. */
  #tellAges(within: ParentNode = this): void {
    for (const time of within.querySelectorAll<HTMLTimeElement>(".comment-line time")) {
      const words = ageInWords(Date.parse(time.dateTime), Date.now(), this.#language);
      if (words !== null && time.textContent !== words) time.textContent = words;
    }
  }

  get #thread(): string {
    return this.getAttribute("thread") ?? "";
  }

  get #language(): Language {
    const language = languageWithTag(document.documentElement.lang);
    if (language === undefined) throw new Error("This page is in no language of the interface.");
    return language;
  }

  get #options(): CommentOptions {
    const words = this.#words;
    if (words === null) throw new Error("A conversation was used before it was there.");
    const signs = (this.dataset["options"] ?? "").split(" ");
    const t = translator(words, this.#language);
    return {
      t,
      language: this.#language,
      mayVote: signs.includes("vote"),
      mayPost: signs.includes("post"),
      mayEnter: signs.includes("enter"),
      moderates: signs.includes("moderate"),
    };
  }

  #part(name: string): HTMLElement | null {
    return this.querySelector<HTMLElement>(`[data-part=${name}]`);
  }

  #showCount(count: CountView): void {
    const line = this.#part("count");
    if (line !== null) line.textContent = countLine(count, this.#options.t);
    this.dataset["posted"] = String(count.posted);
  }

  #take(comment: CommentView): void {
    const here = document.getElementById(`c-${comment.id}`);
    if (here !== null) this.#rewrite(here, comment);
    else if (comment.state !== "shown") this.#waiting.delete(comment.id);
    else if (this.#waiting.has(comment.id)) this.#waiting.set(comment.id, comment);
    else this.#arrive(comment);
    this.#offer();
  }

  #arrive(comment: CommentView): void {
    const place = placeOf(this, comment);
    if (place === null && !this.#answersOneWaiting(comment)) return;
    if (place === null || !isBelowTheReader(this, place)) this.#waiting.set(comment.id, comment);
    else {
      this.#put(place, comment);
      this.#announce(this.#options.t("conversation.new", { count: 1 }));
    }
  }

  #answersOneWaiting(comment: CommentView): boolean {
    return comment.parent !== null && this.#waiting.has(comment.parent);
  }

  #put(place: CommentPlace, comment: CommentView): HTMLElement | null {
    this.#part("none")?.remove();
    const item = put(this, place, commentItemHtml(comment, this.#options));
    item?.classList.add("is-new");
    if (item !== null) this.#tellAges(item);
    return item;
  }

  /** Writes a comment anew; what is the reader's own about it stays. */
  #rewrite(item: HTMLElement, comment: CommentView): void {
    const vote = Number(item.dataset["vote"] ?? 0);
    const shown: CommentView = {
      ...comment,
      mine: item.dataset["mine"] !== undefined,
      myVote: vote === 1 || vote === -1 ? vote : 0,
    };
    const article = item.querySelector(":scope > article");
    if (article === null) return;
    const focused = [...article.querySelectorAll(CONTROLS)].findIndex((element) => element === document.activeElement);
    article.outerHTML = commentHtml(shown, this.#options);
    this.#tellAges(item);
    item.classList.toggle("is-hidden", comment.state !== "shown");
    if (focused >= 0) item.querySelectorAll<HTMLElement>(`:scope > article :is(${CONTROLS})`).item(focused)?.focus();
  }

  #offer(): void {
    const offer = this.#part("arrivals");
    const button = offer?.querySelector("button");
    if (!offer || !button) return;
    const count = this.#waiting.size;
    offer.hidden = count === 0 && !this.#missed;
    button.textContent =
      count === 0 ? this.#options.t("conversation.sort.new") : this.#options.t("conversation.new", { count });
    if (!offer.hidden && count > 0) this.#announce(button.textContent);
  }

  /** Too much happened while nobody listened: the newest can be read anew. */
  #miss(): void {
    this.#missed = true;
    this.#offer();
  }

  #showWaiting(): void {
    if (this.#missed) {
      location.assign(`/threads/${this.#thread}?sort=new`);
      return;
    }
    const comments = [...this.#waiting.values()].sort((a, b) => a.number - b.number);
    this.#waiting.clear();
    withoutMovingTheReader(this, () => {
      for (const comment of comments) {
        const place = placeOf(this, comment);
        if (place !== null) this.#put(place, comment);
      }
    });
    this.#offer();
    this.#announce(this.#options.t("conversation.arrived", { count: comments.length }));
  }

  #announce(words: string): void {
    const place = this.#part("announcement");
    if (place !== null) place.textContent = words;
  }

  #click(event: MouseEvent): void {
    const target = event.target instanceof Element ? event.target : null;
    if (target?.closest("[data-part=arrivals] button")) this.#showWaiting();
    const isPlain = !event.ctrlKey && !event.metaKey && !event.shiftKey;
    const link = target?.closest<HTMLElement>("a:is([data-act=reply], [data-act=quote])");
    if (link && isPlain && this.#openReply(link)) event.preventDefault();
    const translate = target?.closest<HTMLAnchorElement>("a[data-translate]");
    if (translate && isPlain) {
      event.preventDefault();
      void showTranslation(translate, { t: this.#options.t, announce: (words) => this.#announce(words) });
    }
    const original = target?.closest<HTMLElement>("[data-original]");
    if (original) showOriginal(original);
    const record = target?.closest<HTMLAnchorElement>("a[data-record]");
    if (record && isPlain) {
      event.preventDefault();
      void this.#showRecord(record);
    }
  }

  /** What the record says of a comment, under its words; where it cannot be asked, the link leads to its page. */
  async #showRecord(link: HTMLAnchorElement): Promise<void> {
    const article = link.closest("article");
    const held = await checkedComment(link.href);
    if (article === null || held === null) return location.assign(link.href);
    article.querySelector(":scope > .comment-record")?.remove();
    article.querySelector(":scope > .comment-words")?.insertAdjacentHTML("afterend", recordHtml(held, this.#options.t));
  }

  /** A form of its own under the comment that is answered; the same link closes it again. */
  #openReply(link: HTMLElement): boolean {
    const item = link.closest<HTMLElement>("li.comment");
    const article = item?.querySelector(":scope > article");
    const pattern = this.querySelector<HTMLFormElement>("#act > form.answer");
    if (!item || !article || !pattern) return false;
    const open = item.querySelector(":scope > form.answer");
    const isQuote = link.dataset["act"] === "quote";
    if (open && !isQuote) open.remove();
    else if (!open) {
      const form = replyForm(pattern, item.id.slice(2), link.getAttribute("aria-label") ?? "");
      this.#goOn(form);
      article.after(form);
    }
    const field = item.querySelector<HTMLTextAreaElement>(":scope > form.answer textarea");
    if (isQuote && field) {
      field.setRangeText(quoteOf(quotable(article)), field.selectionStart, field.selectionEnd, "end");
      this.#typed(field);
    }
    field?.focus();
    return true;
  }

  /** Other words are another comment; they stay on this device until they are posted. */
  #typed(target: EventTarget | null): void {
    forgetId(target);
    const form = target instanceof HTMLElement ? target.closest<HTMLFormElement>("form.answer") : null;
    if (form) this.#storeDraft(form);
  }

  #storeDraft(form: HTMLFormElement): void {
    const body = form.querySelector("textarea")?.value ?? "";
    this.#drafts?.write(parentOf(form), { body, id: form.dataset["id"] ?? null });
  }

  #dropDraft(form: HTMLFormElement): void {
    this.#drafts?.write(parentOf(form), { body: "", id: null });
  }

  /** Puts into an empty form what was being typed there when the page was left. */
  #goOn(form: HTMLFormElement): void {
    const draft = this.#drafts?.read(parentOf(form)) ?? null;
    const field = form.querySelector("textarea");
    if (draft === null || field === null || field.value !== "") return;
    field.value = draft.body;
    if (draft.id !== null) form.dataset["id"] = draft.id;
  }

  async #submit(event: SubmitEvent): Promise<void> {
    const form = event.target;
    if (!(form instanceof HTMLFormElement)) return;
    if (form.matches("form.answer")) {
      event.preventDefault();
      await this.#post(form);
    } else if (form.matches("form.votes") && event.submitter instanceof HTMLButtonElement) {
      event.preventDefault();
      await this.#vote(form, Number(event.submitter.value));
    }
  }

  async #post(form: HTMLFormElement): Promise<void> {
    const fields = Object.fromEntries([...new FormData(form)].filter(([, value]) => value !== ""));
    const id = (form.dataset["id"] ??= sendingId());
    const button = form.querySelector("button");
    if (button) button.disabled = true;
    this.#storeDraft(form);
    const outcome = await send(form.action, { ...fields, id });
    if (button) button.disabled = false;
    if (outcome.kind === "held") {
      this.#dropDraft(form);
      location.assign(`/threads/${this.#thread}?notice=comment-held#held`);
      return;
    }
    const refused = form.querySelector<HTMLElement>(".refused");
    if (refused) {
      refused.hidden = outcome.kind === "done";
      refused.textContent = outcome.kind === "done" ? "" : this.#whyNot(outcome);
    }
    if (outcome.kind === "done") this.#posted(form, outcome);
  }

  #posted(form: HTMLFormElement, { comment, count }: Extract<SendOutcome, { kind: "done" }>): void {
    forgetId(form);
    this.#dropDraft(form);
    this.#waiting.delete(comment.id);
    const item = this.#own(comment);
    if (form.closest("li.comment") !== null) form.remove();
    else form.reset();
    this.#showCount(count);
    this.#offer();
    if (item === null) location.assign(commentAddress(comment.thread, comment.id));
    item?.scrollIntoView({ block: "nearest" });
    item?.querySelector<HTMLElement>(".comment-line summary")?.focus({ preventScroll: true });
    this.#announce(this.#options.t("conversation.posted"));
  }

  /** The stream may have brought it before the answer came. */
  #own(comment: CommentView): HTMLElement | null {
    const here = document.getElementById(`c-${comment.id}`);
    if (here !== null) {
      here.dataset["mine"] = "";
      this.#rewrite(here, comment);
      return here;
    }
    const place = placeOf(this, comment);
    return place === null ? null : this.#put(place, comment);
  }

  async #vote(form: HTMLFormElement, value: number): Promise<void> {
    const outcome = await send(form.action, { value });
    const item = form.closest<HTMLElement>("li.comment");
    if (outcome.kind === "refused" || outcome.kind === "lost") this.#announce(this.#whyNot(outcome));
    else if (outcome.kind === "done" && item) {
      item.dataset["vote"] = String(outcome.comment.myVote);
      this.#rewrite(item, outcome.comment);
    }
  }

  #whyNot(outcome: Extract<SendOutcome, { kind: "refused" | "lost" }>): string {
    const words = this.#words ?? {};
    if (outcome.kind === "lost") return this.#options.t("conversation.lost");
    const sentence = finder(words, this.#language)(`conversation.refusal.${outcome.code}`);
    return `${sentence ?? outcome.message} ${this.#options.t("conversation.kept")}`;
  }
}

/** The comment that a form answers; empty for the conversation itself. */
function parentOf(form: HTMLFormElement): string {
  return form.querySelector<HTMLInputElement>("input[name=parent]")?.value ?? "";
}

/** Other words are another comment. */
function forgetId(target: EventTarget | null): void {
  if (target instanceof HTMLElement) delete target.closest("form")?.dataset["id"];
}

/** What is marked of the words of a comment, or all of them, as they are read. */
function quotable(article: Element): string {
  const words = article.querySelector<HTMLElement>(":scope > .comment-words");
  const marked = getSelection();
  const isHere =
    marked !== null && words !== null && words.contains(marked.anchorNode) && words.contains(marked.focusNode);
  const text = isHere ? marked.toString() : "";
  return (text === "" ? (words?.innerText ?? "") : text).trim();
}

function replyForm(pattern: HTMLFormElement, parent: string, name: string): HTMLFormElement {
  const copy = pattern.cloneNode(true);
  if (!(copy instanceof HTMLFormElement)) throw new Error("A form was copied into something else.");
  copy.reset();
  copy.setAttribute("aria-label", name);
  copy.querySelector("input[name=parent]")?.remove();
  copy.insertAdjacentHTML("afterbegin", '<input type="hidden" name="parent">');
  copy.querySelector<HTMLInputElement>("input[name=parent]")?.setAttribute("value", parent);
  for (const heading of copy.querySelectorAll("h3")) heading.textContent = name;
  for (const refused of copy.querySelectorAll<HTMLElement>(".refused")) refused.hidden = true;
  for (const words of copy.querySelectorAll("textarea")) {
    words.textContent = "";
    words.value = "";
    words.id = `body-${parent}`;
    words.setAttribute("aria-label", name);
  }
  copy.querySelector("label[for]")?.setAttribute("for", `body-${parent}`);
  return copy;
}

/** What else of the page is live: it is told by the one stream of the page. */
function liveParts(): Element[] {
  return [...document.querySelectorAll("live-part[topics]")];
}

function topicsOfParts(): string[] {
  return liveParts().flatMap(topicsOf);
}

function topicsOf(part: Element): string[] {
  return (part.getAttribute("topics") ?? "").split(" ");
}
