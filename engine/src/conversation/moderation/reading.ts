import type { Letter, Script } from "./letter.ts";

/** How a listed word stands in a text. */
export type How = "plain" | "look-alike" | "repeated" | "spaced" | "masked";

export const BREAK = 0x20;

/**
 * One way to read a text: the codes of its letters in order, with `BREAK` between what does not belong together.
 * `from` and `to` say for every code from which letter of the text to which (not included) it was read.
 */
export interface Reading {
  readonly how: How;
  readonly letters: readonly Letter[];
  readonly codes: number[];
  readonly from: number[];
  readonly to: number[];
  /** How many letters a code stands for, in a reading that draws repeated letters together. */
  readonly counts?: number[];
  /** What was passed over before a code: nothing, signs, or white space as well. */
  readonly gaps?: ("sign" | "space" | null)[];
  /** The alphabet that every letter was read as, if it was read as one. */
  readonly alphabet?: Script;
}

/** An empty reading, to be filled. */
export function newReading(how: How, letters: readonly Letter[], more: Partial<Reading> = {}): Reading {
  return { how, letters, codes: [], from: [], to: [], ...more };
}

/** Adds a code that was read from the letters `from` to `to`. */
export function addCode(reading: Reading, code: number, [from, to]: readonly [number, number]): void {
  reading.codes.push(code);
  reading.from.push(from);
  reading.to.push(to);
}

/** Ends what belongs together, once. */
export function addBreak(reading: Reading, at: number): void {
  if (reading.codes.length === 0 || reading.codes.at(-1) === BREAK) return;
  addCode(reading, BREAK, [at, at]);
  reading.counts?.push(1);
  reading.gaps?.push(null);
}

/** The script of the code at an index; `space` outside and at a break. */
export function scriptAt(reading: Reading, index: number): Script {
  const code = reading.codes[index];
  if (code === undefined || code === BREAK) return "space";
  return reading.alphabet ?? reading.letters[reading.from[index] ?? 0]?.script ?? "space";
}

/** The text as it stands. */
export function plainReading(letters: readonly Letter[]): Reading {
  const reading = newReading("plain", letters);
  for (const [index, letter] of letters.entries()) {
    if (letter.script === "space") addBreak(reading, index);
    else addCode(reading, letter.code, [index, index + 1]);
  }
  return reading;
}
