import type { PhotoRegion } from "@podium/protocol";
import { between, moved, resized, type PhotoPoint } from "./photo-region.ts";

const PARTS = ["left", "top", "width", "height"] as const;
/** Where a part begins that is made by the keyboard. */
const IN_THE_MIDDLE: PhotoRegion = { left: 40, top: 30, width: 20, height: 30 };
/** What one press of a key does, in percent. */
const STEP = 1;

const ARROWS: Readonly<Record<string, PhotoPoint>> = {
  ArrowLeft: { x: -STEP, y: 0 },
  ArrowRight: { x: STEP, y: 0 },
  ArrowUp: { x: 0, y: -STEP },
  ArrowDown: { x: 0, y: STEP },
};

/** Lets the part of a photo that is a person's be drawn on it, by pointer, finger and keys; the numbers in the form follow. */
export function drawRegions(photo: HTMLElement): void {
  const frame = photo.querySelector<HTMLElement>(".photo-frame");
  if (frame === null) return;
  for (const person of photo.querySelectorAll<HTMLDetailsElement>("details.photo-person")) {
    const form = person.querySelector("form");
    const drawing = form?.querySelector<HTMLElement>("[data-region]");
    if (form == null || drawing == null) continue;
    const region = new DrawnRegion(frame, form, drawing.dataset["region"] ?? "");
    drawing.hidden = false;
    drawing.querySelector("button")?.addEventListener("click", () => region.begin());
    person.addEventListener("toggle", () => (person.open ? region.show() : region.hide()));
  }
}

class DrawnRegion {
  readonly #frame: HTMLElement;
  readonly #box = document.createElement("button");
  readonly #inputs: ReadonlyMap<string, HTMLInputElement>;
  readonly #words: string;
  readonly #leave: AbortController[] = [];

  constructor(frame: HTMLElement, form: HTMLFormElement, words: string) {
    this.#frame = frame;
    this.#words = words;
    this.#inputs = new Map(
      PARTS.flatMap((part) => {
        const input = form.elements.namedItem(part);
        return input instanceof HTMLInputElement ? [[part, input] as const] : [];
      }),
    );
    this.#box.type = "button";
    this.#box.className = "photo-region";
    this.#box.append(document.createElement("span"));
    this.#box.addEventListener("keydown", (event) => this.#press(event));
    for (const input of this.#inputs.values()) input.addEventListener("input", () => this.#draw());
  }

  show(): void {
    const leave = new AbortController();
    // Else a pointer drags the picture away.
    this.#frame.addEventListener("dragstart", (event) => event.preventDefault(), { signal: leave.signal });
    this.#leave.push(leave);
    this.#frame.dataset["drawing"] = "";
    this.#frame.addEventListener("pointerdown", (event) => this.#take(event), { signal: leave.signal });
    this.#frame.append(this.#box);
    this.#draw();
  }

  hide(): void {
    this.#leave.pop()?.abort();
    this.#box.remove();
    if (this.#frame.querySelector(".photo-region") === null) delete this.#frame.dataset["drawing"];
  }

  /** A part to move by keys, where there is none yet. */
  begin(): void {
    if (this.#read() === null) this.#write(IN_THE_MIDDLE);
    this.#box.focus();
  }

  #press(event: KeyboardEvent): void {
    const arrow = ARROWS[event.key];
    const region = this.#read();
    if (arrow === undefined || region === null || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    this.#write(event.shiftKey ? resized(region, arrow) : moved(region, arrow));
  }

  /** Moves the part, makes it larger by its corner, or draws a new one: by where it was touched. */
  #take(down: PointerEvent): void {
    const on = down.target instanceof Element ? down.target : null;
    const other = on?.closest(".photo-region");
    if (down.button !== 0 || (other != null && other !== this.#box)) return;
    down.preventDefault();
    const from = this.#pointOf(down);
    const region = on !== null && this.#box.contains(on) ? this.#read() : null;
    const isCorner = on instanceof HTMLSpanElement;
    const follow = (event: PointerEvent) => {
      const to = this.#pointOf(event);
      const by = { x: to.x - from.x, y: to.y - from.y };
      this.#write(region === null ? between(from, to) : isCorner ? resized(region, by) : moved(region, by));
    };
    this.#frame.setPointerCapture(down.pointerId);
    const ended = new AbortController();
    this.#frame.addEventListener("pointermove", follow, { signal: ended.signal });
    for (const end of ["pointerup", "pointercancel"])
      this.#frame.addEventListener(end, () => ended.abort(), { signal: ended.signal });
    this.#box.focus({ preventScroll: true });
  }

  #pointOf({ clientX, clientY }: PointerEvent): PhotoPoint {
    const { left, top, width, height } = this.#frame.getBoundingClientRect();
    return { x: ((clientX - left) / width) * 100, y: ((clientY - top) / height) * 100 };
  }

  #read(): PhotoRegion | null {
    const [left, top, width, height] = PARTS.map((part) => this.#inputs.get(part)?.valueAsNumber ?? Number.NaN);
    if (left === undefined || top === undefined || width === undefined || height === undefined) return null;
    return [left, top, width, height].some(Number.isNaN) ? null : { left, top, width, height };
  }

  #write(region: PhotoRegion): void {
    for (const part of PARTS) {
      const input = this.#inputs.get(part);
      if (input !== undefined) input.valueAsNumber = region[part];
    }
    this.#draw();
  }

  #draw(): void {
    const region = this.#read();
    this.#box.hidden = region === null;
    if (region === null) return;
    for (const part of PARTS) this.#box.style[part] = `${region[part]}%`;
    this.#box.ariaLabel = `${this.#words}: ${PARTS.map((part) => `${region[part]} %`).join(", ")}`;
  }
}
