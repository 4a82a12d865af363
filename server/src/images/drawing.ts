import { openSharp } from "./sharp.ts";
import { outlineOf, UNITS_PER_EM, widthOf } from "./letters.ts";

export type Colour = readonly [red: number, green: number, blue: number];

/** Where words stand: their base line from the left, or from the right. */
interface WordsPlace {
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly colour: Colour;
  /** They are made smaller until they fit, and then cut. */
  readonly widthMax: number;
  readonly isRight?: boolean;
}

const SMALLEST = 0.6;

/**
 * A picture that is drawn: rectangles, and words in outlines of our own. It needs no font of the machine and no reader of SVG,
 * which is never allowed to read a picture (`images.ts`).
 */
export class Drawing {
  readonly #width: number;
  readonly #height: number;
  readonly #pixels: Uint8Array;

  constructor(width: number, height: number, background: Colour) {
    this.#width = width;
    this.#height = height;
    this.#pixels = new Uint8Array(width * height * 3);
    this.rectangle({ x: 0, y: 0, width, height }, background);
  }

  rectangle(
    at: { readonly x: number; readonly y: number; readonly width: number; readonly height: number },
    colour: Colour,
  ): void {
    for (let y = at.y; y < Math.min(this.#height, at.y + at.height); y += 1)
      for (let x = at.x; x < Math.min(this.#width, at.x + at.width); x += 1)
        this.#pixels.set(colour, (y * this.#width + x) * 3);
  }

  /** Draws words on one line; answers how wide they came out. */
  words(words: string, { x, y, size: wished, colour, widthMax, isRight = false }: WordsPlace): number {
    const size = Math.max(wished * SMALLEST, Math.min(wished, (wished * widthMax) / widthOf(words, wished)));
    const shown = this.#cut(words, size, widthMax);
    const width = widthOf(shown, size);
    const top = Math.floor(y - size);
    const coverage = new Coverage(this.#width, Math.ceil(size * 1.4));
    let pen = isRight ? x - width : x;
    for (const letter of shown) {
      const [advance, contours] = outlineOf(letter);
      const scale = size / UNITS_PER_EM;
      for (const contour of contours) coverage.fill(contour, { x: pen, y: y - top, scale });
      pen += advance * scale;
    }
    coverage.each((at, row, part) => this.#blend(at, top + row, { colour, part }));
    return width;
  }

  png(): Promise<Uint8Array> {
    const raw = { width: this.#width, height: this.#height, channels: 3 } as const;
    return openSharp().then((sharp) => sharp(this.#pixels, { raw }).png({ palette: true, effort: 4 }).toBuffer());
  }

  #cut(words: string, size: number, widthMax: number): string {
    const letters = [...words];
    while (letters.length > 1 && widthOf(letters.join(""), size) > widthMax + 1) letters.splice(-2, 2, "…");
    return letters.join("");
  }

  #blend(x: number, y: number, { colour, part }: { readonly colour: Colour; readonly part: number }): void {
    if (y < 0 || y >= this.#height) return;
    const at = (y * this.#width + x) * 3;
    for (let channel = 0; channel < 3; channel += 1) {
      const below = this.#pixels[at + channel] ?? 0;
      this.#pixels[at + channel] = Math.round(below + ((colour[channel] ?? 0) - below) * part);
    }
  }
}

/** How much of each pixel is covered: each edge adds the signed area that lies to its right, and sums along a row tell the rest. */
class Coverage {
  readonly #width: number;
  readonly #height: number;
  readonly #areas: Float32Array;

  constructor(width: number, height: number) {
    this.#width = width;
    this.#height = height;
    this.#areas = new Float32Array(width * height + 2);
  }

  /** Adds a contour of quadratic curves (TrueType: between two points beside the line, it goes through their middle). */
  fill(
    contour: readonly number[],
    { x, y, scale }: { readonly x: number; readonly y: number; readonly scale: number },
  ): void {
    const points = Array.from({ length: contour.length / 3 }, (_, at) => ({
      x: x + (contour[at * 3] ?? 0) * scale,
      y: y - (contour[at * 3 + 1] ?? 0) * scale,
      isOn: contour[at * 3 + 2] === 1,
    }));
    const outline = points.flatMap((point, at) => {
      const next = points[(at + 1) % points.length] ?? point;
      return point.isOn || next.isOn ? [point] : [point, { ...middle(point, next), isOn: true }];
    });
    const start = Math.max(
      0,
      outline.findIndex(({ isOn }) => isOn),
    );
    let from: Point = outline[start] ?? { x, y };
    let beside: Point | null = null;
    for (let step = 1; step <= outline.length; step += 1) {
      const point = outline[(start + step) % outline.length] ?? { ...from, isOn: true };
      if (!point.isOn) beside = point;
      else {
        this.#curve(from, beside ?? from, point);
        from = point;
        beside = null;
      }
    }
  }

  /** Every pixel that is covered at all, and how much of it. */
  each(visit: (x: number, y: number, part: number) => void): void {
    for (let y = 0; y < this.#height; y += 1) {
      let sum = 0;
      for (let x = 0; x < this.#width; x += 1) {
        sum += this.#areas[y * this.#width + x] ?? 0;
        const part = Math.min(1, Math.abs(sum));
        if (part > 0.002) visit(x, y, part);
      }
    }
  }

  #curve(from: Point, beside: Point, to: Point): void {
    const pieces = Math.max(
      1,
      Math.ceil(Math.sqrt(Math.hypot(from.x - 2 * beside.x + to.x, from.y - 2 * beside.y + to.y) * 2)),
    );
    let last = from;
    for (let piece = 1; piece <= pieces; piece += 1) {
      const t = piece / pieces;
      const next = middle(middle(from, beside, t), middle(beside, to, t), t);
      this.#edge(last, next);
      last = next;
    }
  }

  #edge(from: Point, to: Point): void {
    if (from.y === to.y) return;
    const direction = from.y < to.y ? 1 : -1;
    const [upper, lower] = from.y < to.y ? [from, to] : [to, from];
    const slope = (lower.x - upper.x) / (lower.y - upper.y);
    for (let row = Math.max(0, Math.floor(upper.y)); row < Math.min(this.#height, Math.ceil(lower.y)); row += 1) {
      const above = Math.max(row, upper.y);
      const below = Math.min(row + 1, lower.y);
      const one = upper.x + (above - upper.y) * slope;
      const other = upper.x + (below - upper.y) * slope;
      this.#row(row, Math.min(one, other), { right: Math.max(one, other), area: (below - above) * direction });
    }
  }

  /** An edge within one row, from `left` to `right`: what each column has of it to its own right, and the next one the rest. */
  #row(row: number, left: number, { right, area }: { readonly right: number; readonly area: number }): void {
    const first = Math.max(0, Math.floor(left));
    const last = Math.min(this.#width - 1, Math.floor(right));
    let told = 0;
    for (let column = first; column <= last; column += 1) {
      const covered = right - left < 1e-6 ? column + 1 - left : integral(column + 1, left, right);
      this.#add(row, column, area * (covered - told));
      told = covered;
    }
    this.#add(row, last + 1, area * (1 - told));
  }

  #add(row: number, column: number, area: number): void {
    const at = row * this.#width + column;
    if (column < this.#width) this.#areas[at] = (this.#areas[at] ?? 0) + area;
  }
}

/** Of one pixel column that ends at `x`: the mean over an edge from `left` to `right` of how much of it lies right of the edge. */
function integral(x: number, left: number, right: number): number {
  const upTo = (end: number) =>
    end <= left ? 0 : end >= right ? end - (left + right) / 2 : (end - left) ** 2 / (2 * (right - left));
  return upTo(x) - upTo(x - 1);
}

interface Point {
  readonly x: number;
  readonly y: number;
}

function middle(one: Point, other: Point, t = 0.5): Point {
  return { x: one.x + (other.x - one.x) * t, y: one.y + (other.y - one.y) * t };
}
