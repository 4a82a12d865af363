import { listen } from "../ui/stream.ts";
import { DrawShow } from "./draw-show.ts";

/** A page does not ask for a new draw in the same moment as all others. */
const SPREAD_MS = 1500;

/** Follows the draw of an event on an open page: its pace at once, another draw by reading the page anew. */
export function followDraw(page: HTMLElement, event: string): void {
  listen([`event:${event}`], {
    onMessage: (message) => {
      if (message.kind !== "draw" || message.event !== event) return;
      const shown = page.querySelector(`draw-show[number="${message.number}"]`);
      const isOver = message.from >= Number(shown?.getAttribute("data-balls") ?? 0) && message.paceMs === 0;
      if (shown instanceof DrawShow) shown.follow(message);
      if (!(shown instanceof DrawShow) || isOver) readSoon(page);
    },
    missed: () => readSoon(page),
  });
}

function readSoon(page: HTMLElement): void {
  setTimeout(() => void read(page), Math.random() * SPREAD_MS);
}

/** Puts the page as it is now in the place of what is shown; what somebody is typing stays. */
async function read(page: HTMLElement): Promise<void> {
  const response = await fetch(location.href).catch(() => null);
  if (response === null || !response.ok) return;
  const fresh = new DOMParser().parseFromString(await response.text(), "text/html").querySelector("[data-draw]");
  if (fresh === null || page.querySelector("form")?.contains(document.activeElement)) return;
  const hadFocus = page.contains(document.activeElement);
  page.replaceChildren(...fresh.childNodes);
  if (hadFocus) keepFocus(page);
  page.dispatchEvent(new CustomEvent("renewed"));
}

/** What had the focus is gone: whoever goes by the keyboard goes on from here, not from the top of the page. */
function keepFocus(page: HTMLElement): void {
  page.tabIndex = -1;
  page.focus({ preventScroll: true });
}
