import { readFileSync } from "node:fs";

/** A letter as an outline: how far it moves on, and its contours, each point as x, y and whether the line goes through it. */
type Outline = readonly [advance: number, contours: readonly (readonly number[])[]];

interface Letters {
  readonly unitsPerEm: number;
  readonly letters: Readonly<Record<string, Outline>>;
}

/**
 * The outlines of Barlow Condensed 600, as `web/src/ui/fonts` has it: Latin alone. What is drawn with them is the same on every
 * machine, and no font of the system is asked (docs/decisions/0014-faces.md).
 */
const LETTERS: Letters = JSON.parse(readFileSync(new URL("./letters.json", import.meta.url), "utf8"));

/** Whether there is an outline for all of it. */
export function canDraw(words: string): boolean {
  return [...words].every((letter) => LETTERS.letters[letter] !== undefined);
}

/** How wide words are in a size, in pixels. */
export function widthOf(words: string, size: number): number {
  return [...words].reduce((sum, letter) => sum + outlineOf(letter)[0], 0) * (size / LETTERS.unitsPerEm);
}

/** The outline of a letter in units of the face; nothing where there is none. */
export function outlineOf(letter: string): Outline {
  return LETTERS.letters[letter] ?? [0, []];
}

export const UNITS_PER_EM = LETTERS.unitsPerEm;
