/** `<live-bracket>`: an entry that is pointed at, focused or tapped is lit in every round it reached. */
export class LiveBracket extends HTMLElement {
  connectedCallback(): void {
    this.addEventListener("pointerover", (event) => this.#follow(entryAt(event)));
    this.addEventListener("pointerleave", () => this.#follow(null));
    this.addEventListener("focusin", (event) => this.#follow(entryAt(event)));
    this.addEventListener("focusout", () => this.#follow(null));
    this.addEventListener("click", (event) => this.#touch(event), true);
  }

  /** The first tap lights the path; the second follows the link. */
  #touch(event: Event): void {
    const isTouch = event instanceof PointerEvent && event.pointerType === "touch";
    const entry = entryAt(event);
    if (!isTouch || entry === null || this.dataset["tapped"] === entry) return;
    event.preventDefault();
    this.dataset["tapped"] = entry;
    this.#follow(entry);
  }

  #follow(entry: string | null): void {
    this.classList.toggle("following", entry !== null);
    for (const side of this.querySelectorAll<HTMLElement>("[data-entry]"))
      side.classList.toggle("lit", side.dataset["entry"] === entry);
  }
}

function entryAt(event: Event): string | null {
  const place = event.target instanceof Element ? event.target.closest<HTMLElement>("[data-entry]") : null;
  return place?.dataset["entry"] ?? null;
}
