import type { MatchState } from "@podium/engine";

/** Readers of one match do not all ask in the same moment. */
const SPREAD_MS = 1500;

/** What is drawn by the server alone, in one word: the beginning, time-outs, cards, injuries, expedite, the end. It changes when they do. */
export function playSignature(state: MatchState | null): string {
  if (state === null) return "";
  const { games, cards, timeOutsLeft, medical, expedite, progress } = state;
  return [
    games.length > 0,
    cards.length,
    timeOutsLeft.home,
    timeOutsLeft.away,
    medical ?? "-",
    expedite,
    progress === "over",
  ].join(" ");
}

/** Reads the page again, at a moment of its own, and puts the graph and the rallies in place as they stand there. */
export async function renewPlay(match: HTMLElement): Promise<void> {
  await new Promise((resolve) => {
    setTimeout(resolve, Math.random() * SPREAD_MS);
  });
  const response = await fetch(location.href).catch(() => null);
  if (response === null || !response.ok) return;
  const page = new DOMParser().parseFromString(await response.text(), "text/html");
  showEnding(match, page);
  const sections = [...page.querySelectorAll<HTMLElement>(".lead-graph, .rallies")];
  const unknown = match.querySelector(":scope > .known");
  if (unknown !== null && sections.length > 0) return unknown.replaceWith(...sections);
  for (const fresh of sections) {
    const standing = match.querySelector<HTMLElement>(`:scope > .${fresh.classList[0]}`);
    if (standing !== null && mayReplace(standing)) standing.replaceWith(asOpen(fresh, standing));
  }
}

/** Why a match ended that was not played out. */
function showEnding(match: HTMLElement, page: Document): void {
  const [standing, fresh] = [match, page].map((place) => place.querySelector("[data-part=ending]"));
  if (standing && fresh && match.dataset["status"] === "over") standing.textContent = fresh.textContent;
}

/** Nothing is taken from under a focus; the rallies, which may grow a slider, only while they are out of sight below. */
function mayReplace(standing: HTMLElement): boolean {
  if (standing.contains(document.activeElement)) return false;
  return !standing.matches(".rallies") || standing.getBoundingClientRect().top > innerHeight;
}

function asOpen(fresh: HTMLElement, standing: HTMLElement): HTMLElement {
  const table = fresh.querySelector("details");
  if (table !== null) table.open = standing.querySelector("details")?.open === true;
  return fresh;
}
