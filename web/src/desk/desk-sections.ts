/** Puts the parts of a desk that was read anew in place of those that stand; what is ticked and has not changed stays ticked. */
export function putSections(
  desk: HTMLElement,
  page: Document,
  mayReplace: (section: HTMLElement) => boolean = () => true,
): void {
  for (const section of desk.querySelectorAll<HTMLElement>("[data-section]")) {
    const fresh = page.querySelector(`[data-section="${section.dataset["section"]}"]`);
    if (fresh === null || fresh.innerHTML === section.innerHTML || !mayReplace(section)) continue;
    const ticked = new Set([...boxesIn(section)].filter(({ checked }) => checked).map(nameAndVersion));
    section.replaceChildren(...fresh.childNodes);
    for (const box of boxesIn(section)) box.checked = ticked.has(nameAndVersion(box));
  }
}

/** The boxes in front of the results that may be published. */
export function boxesIn(part: Element): NodeListOf<HTMLInputElement> {
  return part.querySelectorAll<HTMLInputElement>(".desk-tick input");
}

function nameAndVersion({ name, value }: HTMLInputElement): string {
  return `${name} ${value}`;
}
