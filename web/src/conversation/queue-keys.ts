/** The keys that go from case to case, and how far. */
const STEPS: Readonly<Record<string, number>> = { j: 1, k: -1 };

/** Lets the queue be worked by keyboard alone: j and k between cases, one key for each decision, u takes the last one back. */
export function listenToQueue(queue: HTMLElement): void {
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.repeat || isTyping(event.target)) return;
    if (press(queue, event.key)) event.preventDefault();
  });
  // After a decision the next case is at hand.
  if (new URLSearchParams(location.search).has("notice")) move(queue, 1);
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.matches("input:not([type=checkbox]), select, textarea");
}

function press(queue: HTMLElement, key: string): boolean {
  const step = STEPS[key];
  if (step !== undefined) return move(queue, step);
  const control =
    key === "u"
      ? queue.querySelector<HTMLElement>("[data-undo]")
      : (caseInFocus()?.querySelector<HTMLElement>(`[data-key="${CSS.escape(key)}"]`) ?? null);
  if (control?.matches("input:not([type=checkbox])")) control.focus();
  else control?.click();
  return control !== null;
}

/** Goes to the case above or below; to the first one when none is in focus. */
function move(queue: HTMLElement, step: number): boolean {
  const cases = [...queue.querySelectorAll<HTMLElement>("[data-case]")];
  const at = cases.findIndex((each) => each === caseInFocus());
  const next = cases[at === -1 ? 0 : at + step];
  next?.focus();
  next?.scrollIntoView({ block: "nearest" });
  return next !== undefined;
}

function caseInFocus(): Element | null {
  return document.activeElement?.closest("[data-case]") ?? null;
}
