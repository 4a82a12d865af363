import type { CommentView } from "@podium/protocol";

/** Where a new comment belongs on the page. */
export interface CommentPlace {
  /** The comment it answers, or nothing at the top of the thread. */
  readonly parent: HTMLElement | null;
  /** Before the first of its siblings, or behind the last. */
  readonly end: "first" | "last";
}

/** Where a comment belongs in an open conversation; null when that is on another page. */
export function placeOf(thread: HTMLElement, comment: CommentView): CommentPlace | null {
  const end = thread.dataset["sort"] === "new" ? "first" : "last";
  if (comment.parent !== null) {
    const parent = document.getElementById(`c-${comment.parent}`);
    return parent === null || depthOf(parent) >= Number(thread.dataset["deepest"]) ? null : { parent, end };
  }
  if (thread.dataset["focus"] !== undefined) return null;
  const isElsewhere =
    end === "last"
      ? thread.querySelector("[data-part=next]") !== null
      : new URLSearchParams(location.search).has("after");
  return isElsewhere ? null : { parent: null, end };
}

function depthOf(item: HTMLElement): number {
  let depth = 0;
  for (let above = item.parentElement?.closest("li"); above; above = above.parentElement?.closest("li")) depth += 1;
  return depth;
}

/** Puts the item of a comment into its place and answers it. */
export function put(thread: HTMLElement, place: CommentPlace, html: string): HTMLElement | null {
  const list = place.parent === null ? thread.querySelector("[data-part=list]") : repliesOf(place.parent);
  list?.insertAdjacentHTML(place.end === "first" ? "afterbegin" : "beforeend", html);
  const item = place.end === "first" ? list?.firstElementChild : list?.lastElementChild;
  return item instanceof HTMLElement ? item : null;
}

function repliesOf(parent: HTMLElement): Element {
  const known = parent.querySelector(":scope > ol.replies");
  if (known !== null) return known;
  const list = document.createElement("ol");
  list.className = "replies";
  parent.append(list);
  return list;
}

/** Whether a comment put there would push nothing that the reader sees: every comment behind it is below the screen. */
export function isBelowTheReader(thread: HTMLElement, place: CommentPlace): boolean {
  if (document.activeElement instanceof HTMLTextAreaElement && thread.contains(document.activeElement)) return false;
  const next = place.end === "first" ? firstSibling(thread, place) : behind(place.parent);
  return next === null || next.getBoundingClientRect().top >= window.innerHeight;
}

function firstSibling(thread: HTMLElement, { parent }: CommentPlace): Element | null {
  const list = parent === null ? thread.querySelector("[data-part=list]") : parent.querySelector(":scope > ol.replies");
  return list?.firstElementChild ?? (parent === null ? null : behind(parent));
}

/** The next comment that stands behind one and all its replies. */
function behind(item: HTMLElement | null): Element | null {
  for (let above: Element | null | undefined = item; above; above = above.parentElement?.closest("li")) {
    if (above.nextElementSibling !== null) return above.nextElementSibling;
  }
  return null;
}

/** Does something to the page and scrolls it so that the comment which the reader was at stays where it was. */
export function withoutMovingTheReader(thread: HTMLElement, work: () => void): void {
  const seen = [...thread.querySelectorAll<HTMLElement>("li.comment > article")].find(
    (article) => article.getBoundingClientRect().bottom > 0,
  );
  const before = seen?.getBoundingClientRect().top ?? 0;
  work();
  if (seen !== undefined) window.scrollBy({ top: seen.getBoundingClientRect().top - before, behavior: "instant" });
}
