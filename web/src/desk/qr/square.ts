/** The dark and light modules of a QR code, row by row, and which of them are not for data. */
export interface Square {
  readonly size: number;
  readonly dark: boolean[][];
  readonly fixed: boolean[][];
}

/** An empty square of a version with everything by which a reader finds and measures it. */
export function drawnSquare(version: number): Square {
  const size = 17 + 4 * version;
  const square: Square = { size, dark: grid(size), fixed: grid(size) };
  for (let at = 0; at < size; at += 1) {
    fix(square, [6, at], at % 2 === 0);
    fix(square, [at, 6], at % 2 === 0);
  }
  for (const [row, column] of [
    [3, 3],
    [3, size - 4],
    [size - 4, 3],
  ] as const)
    drawRings(square, [row, column], 4);
  if (version > 1) drawRings(square, [size - 7, size - 7], 2);
  writeFormat(square, 0);
  return square;
}

/** Writes level M and the number of the mask beside the finders, twice (ISO/IEC 18004, 7.9). */
export function writeFormat(square: Square, mask: number): void {
  const { size } = square;
  const bits = formatBits(mask);
  for (let at = 0; at < 15; at += 1) {
    const dark = ((bits >> at) & 1) === 1;
    fix(square, firstPlace(at), dark);
    fix(square, at < 8 ? [8, size - 1 - at] : [size - 15 + at, 8], dark);
  }
  fix(square, [size - 8, 8], true);
}

/** Two bits of level (M is 00), three of mask, ten that check them, over a pattern that is never empty. */
function formatBits(mask: number): number {
  let rest = mask << 10;
  for (let bit = 14; bit >= 10; bit -= 1) if (((rest >> bit) & 1) === 1) rest ^= 0x537 << (bit - 10);
  return ((mask << 10) | rest) ^ 0x5412;
}

type ModulePlace = readonly [row: number, column: number];

/** Down the column of the upper left finder and back along its row, over the timing lines. */
function firstPlace(at: number): ModulePlace {
  if (at < 6) return [at, 8];
  if (at < 8) return [at + 1, 8];
  return [8, at === 8 ? 7 : 14 - at];
}

/** Square rings around a middle: dark, light, dark; a finder has a light one more. */
function drawRings(square: Square, [row, column]: ModulePlace, radius: number): void {
  for (let down = -radius; down <= radius; down += 1) {
    for (let right = -radius; right <= radius; right += 1) {
      const ring = Math.max(Math.abs(down), Math.abs(right));
      fix(square, [row + down, column + right], ring !== 4 && (radius === 4 ? ring !== 2 : ring !== 1));
    }
  }
}

function fix({ size, dark, fixed }: Square, [row, column]: ModulePlace, isDark: boolean): void {
  const [darkRow, fixedRow] = [dark[row], fixed[row]];
  if (darkRow === undefined || fixedRow === undefined || column < 0 || column >= size) return;
  darkRow[column] = isDark;
  fixedRow[column] = true;
}

function grid(size: number): boolean[][] {
  return Array.from({ length: size }, () => Array.from({ length: size }, () => false));
}
