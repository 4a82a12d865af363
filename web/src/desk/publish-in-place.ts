import { boxesIn, putSections } from "./desk-sections.ts";

/**
 * Publishes without leaving the page: what has changed is put in place, the page stays where it is, and the match that
 * moved up has the focus, so that the next key is for it.
 */
export function publishInPlace(desk: HTMLElement): void {
  desk.addEventListener("submit", (event) => {
    const form = event.target;
    if (!(form instanceof HTMLFormElement) || !/\/publications?$/.test(new URL(form.action).pathname)) return;
    event.preventDefault();
    void publish(desk, form);
  });
  desk.addEventListener("click", (event) => {
    if (!(event.target instanceof Element) || event.target.closest("[data-act=tick]") === null) return;
    event.preventDefault();
    const boxes = [...boxesIn(desk)];
    const tick = boxes.some(({ checked }) => !checked);
    for (const box of boxes) box.checked = tick;
  });
}

async function publish(desk: HTMLElement, form: HTMLFormElement): Promise<void> {
  const section = form.closest<HTMLElement>("[data-section]");
  const at = section === null ? -1 : rowsOf(section).findIndex((row) => row.contains(form));
  const fields = [...new FormData(form)].map(([name, value]): [string, string] => [name, String(value)]);
  const answer = await fetch(form.action, { method: "POST", body: new URLSearchParams(fields) }).catch(() => null);
  const notice = desk.querySelector<HTMLElement>(".desk-said");
  const page = answer === null ? null : new DOMParser().parseFromString(await answer.text(), "text/html");
  if (notice === null) return;
  // A session that ended, or a role taken back, is answered by another page: nothing was published.
  if (page === null || page.querySelector("[data-desk]") === null) {
    notice.textContent = notice.dataset["failed"] ?? "";
    return;
  }
  putSections(desk, page);
  notice.textContent = page.querySelector(".desk-notice")?.textContent ?? "";
  focusIn(section, Math.max(0, at));
}

function focusIn(section: HTMLElement | null, at: number): void {
  if (section === null) return;
  const rows = rowsOf(section);
  const link = (rows[at] ?? rows.at(-1))?.querySelector<HTMLElement>("th a");
  if (link !== null && link !== undefined) return link.focus({ preventScroll: true });
  const heading = section.querySelector<HTMLElement>("h2");
  heading?.setAttribute("tabindex", "-1");
  heading?.focus({ preventScroll: true });
}

function rowsOf(section: HTMLElement): HTMLElement[] {
  return [...section.querySelectorAll<HTMLElement>("tr[data-match]")];
}
