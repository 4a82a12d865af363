import { codewordsOf } from "./codewords.ts";
import { penalty } from "./penalty.ts";
import { drawnSquare, type Square, writeFormat } from "./square.ts";

/** The masks of ISO/IEC 18004, table 10: where a module of data is turned. */
const MASKS: readonly ((row: number, column: number) => boolean)[] = [
  (row, column) => (row + column) % 2 === 0,
  (row) => row % 2 === 0,
  (_, column) => column % 3 === 0,
  (row, column) => (row + column) % 3 === 0,
  (row, column) => (Math.floor(row / 2) + Math.floor(column / 3)) % 2 === 0,
  (row, column) => ((row * column) % 2) + ((row * column) % 3) === 0,
  (row, column) => (((row * column) % 2) + ((row * column) % 3)) % 2 === 0,
  (row, column) => (((row + column) % 2) + ((row * column) % 3)) % 2 === 0,
];

/** A text as a QR code, true for dark, row by row without margin; null when it is longer than 106 bytes. */
export function qrCode(text: string): readonly (readonly boolean[])[] | null {
  const coded = codewordsOf(text);
  if (coded === null) return null;
  const square = drawnSquare(coded.version.number);
  writeData(square, coded.codewords);
  const masked = MASKS.map((_, mask) => maskedWith(square, mask));
  const penalties = masked.map(penalty);
  return masked[penalties.indexOf(Math.min(...penalties))] ?? null;
}

/** Bit by bit in columns two wide, from the lower right corner up and down and up, around what is fixed. */
function writeData({ size, dark, fixed }: Square, codewords: readonly number[]): void {
  let bit = 0;
  for (const { row, column } of places(size)) {
    const line = dark[row];
    if (line === undefined || fixed[row]?.[column] !== false) continue;
    line[column] = (((codewords[bit >> 3] ?? 0) >> (7 - (bit & 7))) & 1) === 1;
    bit += 1;
  }
}

function* places(size: number): Generator<{ readonly row: number; readonly column: number }> {
  for (let pair = 0; pair < (size - 1) / 2; pair += 1) {
    const right = size - 1 - 2 * pair;
    // The column of the timing line is stepped over.
    const column = right <= 6 ? right - 1 : right;
    for (let step = 0; step < size; step += 1) {
      const row = pair % 2 === 0 ? size - 1 - step : step;
      yield { row, column };
      yield { row, column: column - 1 };
    }
  }
}

function maskedWith({ size, dark, fixed }: Square, mask: number): readonly (readonly boolean[])[] {
  const turns = MASKS[mask] ?? (() => false);
  const turned = dark.map((line, row) =>
    line.map((isDark, column) => (fixed[row]?.[column] === true ? isDark : isDark !== turns(row, column))),
  );
  writeFormat({ size, dark: turned, fixed: fixed.map((line) => [...line]) }, mask);
  return turned;
}
