/** Writes a numeral where it has changed; the numeral turns, and nothing else moves. */
export function write(place: Element | null | undefined, words: string | number): void {
  const text = String(words);
  if (!place || place.textContent === text) return;
  place.textContent = text;
  place.classList.remove("turn");
  // Reading a size lets the browser notice that the class was gone, so that the turn begins anew.
  void place.clientHeight;
  place.classList.add("turn");
}

/** An element made from its name, class and text. */
export function make(
  name: string,
  { className = "", text = "" }: { className?: string; text?: string } = {},
): HTMLElement {
  const element = document.createElement(name);
  if (className !== "") element.className = className;
  if (text !== "") element.textContent = text;
  return element;
}

/** Whether what came is newer than what the element shows; then it is noted. */
export function isNewer(element: HTMLElement, version: number): boolean {
  if (version < Number(element.dataset["version"] ?? 0)) return false;
  element.dataset["version"] = String(version);
  return true;
}
