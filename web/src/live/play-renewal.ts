/** Readers of one match do not all ask at the same time. */
const SPREAD_MS = 1500;

/** The parts of a match that are written over where they differ: numerals, calls, the service. */
const PARTS = ".half [data-part], .game-table td, .game-table [data-part], [data-seat]";

/**
 * Reads the page again, at a time of its own, and puts what it says of the match in place. Answers the version of
 * the match that the page shows; null when it could not be read.
 */
export async function renewPlay(match: HTMLElement): Promise<number | null> {
  await new Promise((resolve) => {
    setTimeout(resolve, Math.random() * SPREAD_MS);
  });
  const response = await fetch(location.href).catch(() => null);
  if (response === null || !response.ok) return null;
  const page = new DOMParser().parseFromString(await response.text(), "text/html");
  const fresh = page.querySelector<HTMLElement>(`live-match[match="${match.getAttribute("match")}"]`);
  if (fresh === null) return null;
  const version = Number(fresh.dataset["version"] ?? 0);
  if (version >= Number(match.dataset["version"] ?? 0)) renewParts(match, fresh);
  return version;
}

function renewParts(match: HTMLElement, fresh: HTMLElement): void {
  renewEnding(match, fresh);
  const parts = [...match.querySelectorAll<HTMLElement>(PARTS)];
  const freshParts = [...fresh.querySelectorAll<HTMLElement>(PARTS)];
  if (parts.length === freshParts.length)
    for (const [index, part] of parts.entries()) renewPart(part, freshParts[index] ?? part);
  for (const list of fresh.querySelectorAll<HTMLElement>(".tape ol")) renewTape(match, list);
  const sections = [...fresh.querySelectorAll<HTMLElement>(".lead-graph, .rallies")];
  const unknown = match.querySelector(":scope > .known");
  if (unknown !== null && sections.length > 0) return unknown.replaceWith(...sections);
  for (const section of sections) {
    const standing = match.querySelector<HTMLElement>(`:scope > .${section.classList[0]}`);
    if (standing !== null && mayReplace(standing)) standing.replaceWith(asOpen(section, standing));
  }
}

function renewPart(part: HTMLElement, fresh: HTMLElement): void {
  part.dataset["role"] = fresh.dataset["role"] ?? "";
  if (part.children.length === 0 && part.textContent !== fresh.textContent) part.textContent = fresh.textContent;
}

/** The rallies that were missed, where the list itself stays. */
function renewTape(match: HTMLElement, fresh: HTMLElement): void {
  const game = fresh.closest<HTMLElement>(".tape")?.dataset["game"] ?? "";
  const list = match.querySelector(`.tape[data-game="${game}"] ol`);
  if (list !== null && list.children.length !== fresh.children.length)
    list.replaceChildren(...[...fresh.children].map((item) => item.cloneNode(true)));
}

/** Why a match ended that was not played out. */
function renewEnding(match: HTMLElement, fresh: HTMLElement): void {
  const [standing, ending] = [match, fresh].map((place) => place.querySelector("[data-part=ending]"));
  if (standing && ending && match.dataset["status"] === "over") standing.textContent = ending.textContent;
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
