import { listen } from "../ui/stream.ts";
import { BEHIND, DrawShow } from "./draw-show.ts";

/** A page does not ask for a new draw in the same moment as all others. */
const SPREAD_MS = 1500;
/** Nor for the next ball; and not more often than so. */
const BALL_SPREAD_MS = 250;
const BALL_REST_MS = 600;

/** Follows the draw of an event on an open page: ball by ball as they are told, another draw by reading the page anew. */
export function followDraw(page: HTMLElement, event: string): void {
  page.addEventListener(BEHIND, catchingUp(page));
  listen([`event:${event}`], {
    onMessage: (message) => {
      if (message.kind !== "draw" || message.event !== event) return;
      const shown = page.querySelector(`draw-show[number="${message.number}"]`);
      const isOver = message.from >= Number(shown?.getAttribute("data-balls") ?? 0) && message.paceMs === 0;
      if (shown instanceof DrawShow && !isOver) shown.follow(message);
      else setTimeout(() => void read(page), Math.random() * SPREAD_MS);
    },
    missed: () => setTimeout(() => void read(page), Math.random() * SPREAD_MS),
  });
  for (const show of page.querySelectorAll("draw-show")) if (show instanceof DrawShow) show.look();
}

/** Reads the balls that are out; what comes out meanwhile is read together. */
function catchingUp(page: HTMLElement): () => void {
  let isReading = false;
  const readBalls = async (): Promise<void> => {
    if (isReading) return;
    isReading = true;
    await wait(Math.random() * BALL_SPREAD_MS);
    await putOut(page);
    await wait(BALL_REST_MS);
    isReading = false;
    for (const show of page.querySelectorAll("draw-show")) if (show instanceof DrawShow) show.look();
  };
  return () => void readBalls();
}

function wait(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

/** What a ball changes. All else stays: what is open, and what has the focus. */
const PARTS = ["drawn", "balls", "step", "ball"];

async function putOut(page: HTMLElement): Promise<void> {
  const fresh = await readPage();
  for (const show of page.querySelectorAll("draw-show")) {
    const told = fresh?.querySelector(`draw-show[number="${show.getAttribute("number")}"]`);
    if (!(show instanceof DrawShow) || !(told instanceof HTMLElement)) continue;
    if (show.dataset["shown"] !== told.dataset["shown"])
      for (const part of PARTS) {
        const [now, then] = [show, told].map((each) => each.querySelector(`[data-part="${part}"]`));
        if (now && then) now.replaceChildren(...then.childNodes);
      }
    Object.assign(show.dataset, told.dataset);
    show.renewed();
  }
}

async function readPage(): Promise<Element | null> {
  const response = await fetch(location.href).catch(() => null);
  if (response === null || !response.ok) return null;
  return new DOMParser().parseFromString(await response.text(), "text/html").querySelector("[data-draw]");
}

/** Puts the page as it is now in the place of what is shown; what somebody is typing stays. */
async function read(page: HTMLElement): Promise<void> {
  const fresh = await readPage();
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
