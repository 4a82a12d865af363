import { clockOf, minuteOf } from "@podium/protocol";

/** A finger or a mouse that moves on is not asked about every place it passes. */
const PAUSE_MS = 120;
/** How far one press of an arrow key moves a match. */
const STEP_MINUTES = 5;

/** Where a match would be put. */
interface Place {
  readonly table: string;
  readonly time: string;
}

/** Lets the matches of a plan be put elsewhere by the mouse and by the arrow keys: what it would break is shown before they are dropped. */
export function moveMatches(root: HTMLElement): void {
  const form = root.querySelector<HTMLFormElement>(".moves-form");
  if (form === null) return;
  for (const hint of root.querySelectorAll<HTMLElement>(".moves-keys")) hint.hidden = false;
  const mover = new Mover(root, form);
  root.addEventListener("dragstart", (event) => mover.onDragStart(event));
  root.addEventListener("dragover", (event) => mover.onDragOver(event));
  root.addEventListener("drop", (event) => mover.onDrop(event));
  root.addEventListener("dragend", () => mover.putBack());
  root.addEventListener("keydown", (event) => mover.onKey(event));
  form.addEventListener("change", () => void mover.look());
}

class Mover {
  readonly #root: HTMLElement;
  readonly #form: HTMLFormElement;
  #link: HTMLElement | null = null;
  /** Fills the form again as it was before the match was taken. */
  #restore = (): void => undefined;
  #timer = 0;
  #asked = 0;

  constructor(root: HTMLElement, form: HTMLFormElement) {
    this.#root = root;
    this.#form = form;
  }

  onDragStart(event: DragEvent): void {
    const link = linkAt(event.target);
    if (link === null) return;
    event.dataTransfer?.setData("text/plain", link.dataset["match"] ?? "");
    this.#grab(link);
  }

  onDragOver(event: DragEvent): void {
    const table = event.target instanceof Element ? event.target.closest<HTMLElement>("[data-table]") : null;
    if (this.#link === null || table === null) return;
    event.preventDefault();
    this.#put({ table: table.dataset["table"] ?? "", time: timeAt(table, this.#link, event.clientY) });
  }

  onDrop(event: DragEvent): void {
    if (this.#link === null) return;
    event.preventDefault();
    void this.#drop();
  }

  onKey(event: KeyboardEvent): void {
    const link = linkAt(event.target);
    if (link === null) return;
    if (this.#link === null) {
      if (event.key !== " ") return;
      event.preventDefault();
      return this.#grab(link);
    }
    const place = this.#placeAfter(event.key);
    if (place !== null) this.#put(place);
    else if (event.key === "Enter" || event.key === " ") void this.#drop();
    else if (event.key === "Escape") this.putBack();
    else return;
    event.preventDefault();
  }

  /** Leaves the match where it was, and the form as it was before it was taken. */
  putBack(): void {
    if (this.#link === null) return;
    this.#release();
    clearTimeout(this.#timer);
    this.#asked += 1;
    this.#restore();
  }

  #release(): void {
    this.#link?.removeAttribute("data-grabbed");
    this.#link = null;
    this.#tellHeld();
  }

  #grab(link: HTMLElement): void {
    this.putBack();
    this.#restore = this.#snapshot();
    this.#link = link;
    link.dataset["grabbed"] = "yes";
    const start = link.closest<HTMLElement>("[data-start]")?.dataset["start"] ?? "";
    this.#field("match").value = link.dataset["match"] ?? "";
    const pin = this.#pin();
    if (pin !== null) pin.checked = link.dataset["pinned"] === "yes";
    this.#write({ table: link.closest<HTMLElement>("[data-table]")?.dataset["table"] ?? "", time: start });
  }

  #placeAfter(key: string): Place | null {
    const now = { table: this.#field("table").value, time: this.#field("time").value };
    const tables = [...this.#root.querySelectorAll<HTMLElement>("[data-table]")].map(
      (each) => each.dataset["table"] ?? "",
    );
    const at = tables.indexOf(now.table);
    const later = (minutes: number): Place => ({ ...now, time: clockOf(Math.max(0, minuteOf(now.time) + minutes)) });
    switch (key) {
      case "ArrowLeft":
        return { ...now, table: tables[Math.max(0, at - 1)] ?? now.table };
      case "ArrowRight":
        return { ...now, table: tables[at + 1] ?? now.table };
      case "ArrowUp":
        return later(-STEP_MINUTES);
      case "ArrowDown":
        return later(STEP_MINUTES);
      default:
        return null;
    }
  }

  #put(place: Place): void {
    if (place.table === this.#field("table").value && place.time === this.#field("time").value) return;
    this.#write(place);
    clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => void this.look(), PAUSE_MS);
  }

  #write({ table, time }: Place): void {
    this.#field("table").value = table;
    this.#field("time").value = time;
    this.#tellHeld();
  }

  /** Says which match is held, and first of all where it would be put; nothing while none is. */
  #tellHeld(): void {
    const line = this.#form.querySelector<HTMLElement>("[data-part=held]");
    if (line === null) return;
    const told: Record<string, string> = {
      table: this.#field("table").value,
      time: this.#field("time").value,
      match: this.#link?.querySelector("[data-part=name]")?.textContent ?? "",
    };
    const words = (line.dataset["words"] ?? "").replaceAll(/\{(\w+)\}/g, (_, name: string) => told[name] ?? "");
    line.textContent = this.#link === null ? "" : words;
  }

  #snapshot(): () => void {
    const fields = (["match", "table", "time"] as const).map((name) => [name, this.#field(name).value] as const);
    const [pin, isPinned] = [this.#pin(), this.#pin()?.checked === true];
    const foretold = this.#form.querySelector("[data-part=foretold]");
    const shown = [...(foretold?.childNodes ?? [])];
    return () => {
      for (const [name, value] of fields) this.#field(name).value = value;
      if (pin !== null) pin.checked = isPinned;
      foretold?.replaceChildren(...shown);
    };
  }

  #pin(): HTMLInputElement | null {
    return this.#form.querySelector<HTMLInputElement>("[name=pinned]");
  }

  /** What breaks nothing and moves no other match is done with the drop; anything else waits for the yes beside what follows. */
  async #drop(): Promise<void> {
    this.#release();
    clearTimeout(this.#timer);
    await this.look();
    const yes = this.#form.querySelector<HTMLButtonElement>("button[name=confirm]");
    const { breaks, others } = this.#form.querySelector<HTMLElement>("[data-breaks]")?.dataset ?? {};
    if (yes !== null && breaks === "0" && others === "0") this.#form.requestSubmit(yes);
    else yes?.focus();
  }

  /** Asks what the move in the form would break, and shows it. An answer that was overtaken is not shown. */
  async look(): Promise<void> {
    this.#asked += 1;
    const asked = this.#asked;
    const fields = new FormData(this.#form);
    fields.delete("shown");
    const body = new URLSearchParams([...fields].map(([name, value]) => [name, String(value)]));
    const response = await fetch(this.#form.action, { method: "POST", body }).catch(() => null);
    const text = response === null ? null : await response.text().catch(() => null);
    if (text === null || asked !== this.#asked) return;
    const page = new DOMParser().parseFromString(text, "text/html");
    const fresh = page.querySelector(".moves-form [data-part=foretold] > *") ?? page.querySelector(".refused");
    this.#form.querySelector("[data-part=foretold]")?.replaceChildren(...(fresh === null ? [] : [fresh]));
  }

  #field(name: "match" | "table" | "time"): HTMLInputElement | HTMLSelectElement {
    const field = this.#form.elements.namedItem(name);
    if (field instanceof HTMLInputElement || field instanceof HTMLSelectElement) return field;
    throw new Error(`The form has no field ${name}.`);
  }
}

function linkAt(target: EventTarget | null): HTMLElement | null {
  return target instanceof Element ? target.closest<HTMLElement>("a[data-match]") : null;
}

/** In front of the match under the pointer, at its time; below the last one when that is over. */
function timeAt(table: HTMLElement, moved: HTMLElement, y: number): string {
  const lines = [...table.querySelectorAll<HTMLElement>("li[data-start]")].filter((line) => !line.contains(moved));
  const under = lines.find((line) => {
    const { top, height } = line.getBoundingClientRect();
    return y < top + height / 2;
  });
  const own = moved.closest<HTMLElement>("li[data-start]")?.dataset["start"] ?? "";
  return under?.dataset["start"] ?? lines.at(-1)?.dataset["end"] ?? own;
}
