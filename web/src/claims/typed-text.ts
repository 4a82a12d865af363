import type { TypedAnswer, CheckedClaim, TypedRequest } from "./checking.ts";
import { markedText } from "./marked-text.ts";

/** The style that the marks behind a field share with it, so that they stand under its words. */
const SHARED_STYLE = [
  "font",
  "line-height",
  "letter-spacing",
  "padding",
  "border-width",
  "box-sizing",
  "direction",
  "tab-size",
] as const;

/**
 * `<checked-text>`: what is typed in its field is held against the record by a worker. What is wrong is underlined where it
 * stands and listed below with the truth. Ctrl and the full stop lead from the text to the next entry of the list, Enter
 * puts the truth in its place, Escape leads back.
 */
export class TypedText extends HTMLElement {
  readonly #marks = document.createElement("div");
  readonly #count = document.createElement("p");
  readonly #list = document.createElement("ol");
  #field: HTMLTextAreaElement | null = null;
  #worker: Worker | null = null;
  #wrong: readonly CheckedClaim[] = [];

  connectedCallback(): void {
    const field = this.querySelector("textarea");
    if (field === null || this.#field !== null) return;
    this.#field = field;
    this.#lay(field);
    field.addEventListener("input", () => this.#ask());
    field.addEventListener("scroll", () => this.#follow());
    field.addEventListener("keydown", (event) => this.#keyInText(event));
    field.addEventListener("focus", () => this.#begin(), { once: true });
    field.form?.addEventListener("change", ({ target }) => {
      if (target !== field) this.#ask();
    });
    new ResizeObserver(() => this.#follow()).observe(field);
    if (field.value.trim() !== "") this.#begin();
  }

  #lay(field: HTMLTextAreaElement): void {
    const place = document.createElement("div");
    place.className = "typed";
    this.#marks.className = "typed-marks";
    this.#marks.setAttribute("aria-hidden", "true");
    this.#count.setAttribute("role", "status");
    this.#count.className = "typed-count";
    this.#list.className = "typed-wrong";
    field.setAttribute("spellcheck", "true");
    field.before(place);
    place.append(this.#marks, field);
    place.after(this.#count, this.#list);
    const style = getComputedStyle(field);
    for (const name of SHARED_STYLE) this.#marks.style.setProperty(name, style.getPropertyValue(name));
  }

  /** The worker takes the record with it, so it starts when there is something to check. */
  #begin(): void {
    if (this.#worker !== null) return;
    this.#worker = new Worker(new URL("./checking.worker.ts", import.meta.url), { type: "module" });
    this.#worker.addEventListener("message", ({ data }: MessageEvent<TypedAnswer>) => this.#show(data));
    this.#fetchRecord();
    this.#ask();
  }

  #fetchRecord(): void {
    this.#worker?.postMessage({ record: `/check/record/${encodeURIComponent(this.#competition)}` });
  }

  get #competition(): string {
    return this.getAttribute("competition") ?? this.#other("competition", "all");
  }

  /** What another field of the form holds. */
  #other(name: string, otherwise: string): string {
    const other = this.#field?.form?.elements.namedItem(name);
    const isField = other instanceof HTMLInputElement || other instanceof HTMLSelectElement;
    return isField && other.value !== "" ? other.value : otherwise;
  }

  #ask(): void {
    if (this.#field === null) return;
    this.#begin();
    const request: TypedRequest = {
      text: this.#field.value,
      language: this.#other("language", "en"),
      date: this.#other("date", ""),
      competition: this.#competition,
    };
    this.#worker?.postMessage(request);
  }

  /** An answer to a text that is not there any more shows nothing: the next one is under way. */
  #show({ text, claims }: TypedAnswer): void {
    if (this.#field === null || text !== this.#field.value) return;
    this.#wrong = claims.filter(({ claim }) => claim.verdict === "contradicted");
    const found = this.#wrong.map(({ claim }) => claim);
    const parts = markedText(text, found).map(({ words, claim }) => {
      if (claim === null) return words;
      const mark = document.createElement("mark");
      mark.textContent = words;
      return mark;
    });
    this.#marks.replaceChildren(...parts, "\n");
    this.#follow();
    this.#list.replaceChildren(...this.#wrong.map((each) => this.#line(each)));
    const count = this.#wrong.length;
    const told = count === 0 ? "" : this.#words(count === 1 ? "wrongOne" : "wrong", { count: String(count) });
    if (this.#count.textContent !== told) this.#count.textContent = told;
  }

  #line(checked: CheckedClaim): HTMLLIElement {
    const { claim, mended } = checked;
    const line = document.createElement("li");
    const quoted = document.createElement("q");
    quoted.dir = "auto";
    quoted.textContent = this.#field?.value.slice(claim.words.start, claim.words.end) ?? "";
    const truth = document.createElement("strong");
    truth.textContent = this.#words("truth", { truth: claim.truth ?? "" });
    const evidence = document.createElement("span");
    evidence.className = "quiet";
    evidence.lang = "en";
    evidence.textContent = claim.evidence[0]?.label ?? "";
    const button = document.createElement("button");
    button.type = "button";
    button.className = "quiet";
    button.textContent = mended === null ? this.#words("go", {}) : this.#words("mend", { words: mended });
    button.addEventListener("click", () => this.#mend(checked));
    button.addEventListener("keydown", (event) => {
      if (event.key === "Escape") this.#select(checked);
    });
    line.append(quoted, " ", truth, " ", evidence, " ", button);
    return line;
  }

  /** Puts the truth in the place of the words; where that takes more than other words, they are selected. */
  #mend(checked: CheckedClaim): void {
    const { claim, mended } = checked;
    const field = this.#field;
    if (field === null) return;
    if (mended === null) return this.#select(checked);
    field.focus();
    field.setRangeText(mended, claim.words.start, claim.words.end, "end");
    field.dispatchEvent(new Event("input", { bubbles: true }));
  }

  #select({ claim }: CheckedClaim): void {
    this.#field?.focus();
    this.#field?.setSelectionRange(claim.words.start, claim.words.end);
  }

  #keyInText(event: KeyboardEvent): void {
    if (event.key !== "." || !(event.ctrlKey || event.metaKey) || this.#wrong.length === 0) return;
    event.preventDefault();
    const at = this.#field?.selectionStart ?? 0;
    const next = this.#wrong.findIndex(({ claim }) => claim.words.end >= at);
    this.#list.querySelectorAll("button")[Math.max(0, next)]?.focus();
  }

  #follow(): void {
    if (this.#field === null) return;
    const { borderLeftWidth, borderRightWidth } = getComputedStyle(this.#field);
    const width = this.#field.clientWidth + Number.parseFloat(borderLeftWidth) + Number.parseFloat(borderRightWidth);
    this.#marks.style.setProperty("width", `${width}px`);
    this.#marks.scrollTop = this.#field.scrollTop;
  }

  #words(name: string, params: Readonly<Record<string, string>>): string {
    const text = this.dataset[name] ?? "";
    return text.replaceAll(/\{(\w+)\}/g, (whole, key: string) => params[key] ?? whole);
  }
}
