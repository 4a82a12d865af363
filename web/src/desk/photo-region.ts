import type { PhotoRegion } from "@podium/protocol";

/** A point of a photo in percent of its width and height. */
export interface PhotoPoint {
  readonly x: number;
  readonly y: number;
}

/** A part smaller than this, in percent, is a slip of the finger. */
const SIDE_MIN = 2;

/** Moves a part of a photo as far as the edges let it. */
export function moved({ left, top, width, height }: PhotoRegion, { x, y }: PhotoPoint): PhotoRegion {
  return { left: within(left + x, 0, 100 - width), top: within(top + y, 0, 100 - height), width, height };
}

/** Makes a part of a photo larger or smaller by its lower right corner, as far as the edges let it. */
export function resized({ left, top, width, height }: PhotoRegion, { x, y }: PhotoPoint): PhotoRegion {
  return {
    left,
    top,
    width: within(width + x, SIDE_MIN, 100 - left),
    height: within(height + y, SIDE_MIN, 100 - top),
  };
}

/** The part between two corners, whichever of them came first. */
export function between(one: PhotoPoint, other: PhotoPoint): PhotoRegion {
  const [left, right] = [Math.min(one.x, other.x), Math.max(one.x, other.x)].map((x) => within(x, 0, 100));
  const [top, bottom] = [Math.min(one.y, other.y), Math.max(one.y, other.y)].map((y) => within(y, 0, 100));
  const [x, y] = [Math.min(left ?? 0, 100 - SIDE_MIN), Math.min(top ?? 0, 100 - SIDE_MIN)];
  return resized({ left: x, top: y, width: (right ?? 0) - x, height: (bottom ?? 0) - y }, { x: 0, y: 0 });
}

function within(value: number, least: number, most: number): number {
  return Math.round(Math.min(most, Math.max(least, value)));
}
