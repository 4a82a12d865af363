import { listen } from "../ui/stream.ts";
import { putSections } from "./desk-sections.ts";

const PAUSE_MS = 1500;
const CLOCK_MS = 20_000;

/** Keeps the desk as it stands in the competition: after a click anywhere, what changed is read again and put in place. */
export function keepFresh(desk: HTMLElement, competition: string): void {
  let timer: number | null = null;
  const soon = (): void => {
    timer ??= window.setTimeout(() => {
      timer = null;
      void refresh(desk);
    }, PAUSE_MS);
  };
  // A clock that has run out is nobody's message.
  if (desk.dataset["clock"] !== undefined) window.setInterval(soon, CLOCK_MS);
  listen([`competition:${competition}`], { onMessage: soon, missed: soon });
}

async function refresh(desk: HTMLElement): Promise<void> {
  const response = await fetch(desk.dataset["from"] ?? location.href).catch(() => null);
  if (response === null || !response.ok) return;
  const page = new DOMParser().parseFromString(await response.text(), "text/html");
  putSections(desk, page, (section) => !isInUse(section));
}

/** Nothing moves under a reader's eye: a part in focus, or with something open, stays. */
export function isInUse(section: HTMLElement): boolean {
  return section.contains(document.activeElement) || section.querySelector("details[open]") !== null;
}
