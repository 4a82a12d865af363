/** The keys that go from row to row, and how far. */
const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, j: 1, ArrowUp: -1, k: -1 };

/** Lets the desk be worked by keyboard: up and down between matches, one letter for each action of the row in focus. */
export function listenToKeys(desk: HTMLElement): void {
  for (const hint of desk.querySelectorAll<HTMLElement>(".desk-keys")) hint.hidden = false;
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
    const step = STEPS[event.key];
    if (step === undefined ? act(event.key) : move(desk, step)) event.preventDefault();
  });
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && target.matches("input:not([type=checkbox]), select, textarea, [contenteditable]")
  );
}

/** Goes to the match above or below; to the first one when none is in focus. */
function move(desk: HTMLElement, step: number): boolean {
  const links = [...desk.querySelectorAll<HTMLElement>("tr[data-match] th a")];
  const at = links.findIndex((link) => link.closest("tr") === rowInFocus());
  const next = links[at === -1 ? 0 : at + step];
  next?.focus();
  next?.scrollIntoView({ block: "nearest" });
  return next !== undefined;
}

function act(key: string): boolean {
  if (!/^[a-z]$/.test(key)) return false;
  const target = rowInFocus()?.querySelector<HTMLElement>(`[data-key="${key}"]`) ?? null;
  target?.click();
  return target !== null;
}

function rowInFocus(): Element | null {
  return document.activeElement?.closest("tr[data-match]") ?? null;
}
