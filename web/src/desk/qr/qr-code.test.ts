import assert from "node:assert/strict";
import { describe, test } from "node:test";
import * as fc from "fast-check";
import { qrCode } from "./qr-code.ts";

type ModuleRows = readonly (readonly boolean[])[];

/** Reads a code by the standard's own steps, with tables of logarithms instead of the maker's arithmetic. */
function read(modules: ModuleRows): string {
  const size = modules.length;
  const codewords = codewordsIn(modules, formatOf(modules));
  const [blocks, checks] = ({ 21: [1, 10], 25: [1, 16], 29: [1, 26], 33: [2, 18], 37: [2, 24], 41: [4, 16] } as const)[
    size as 21
  ] ?? [0, 0];
  const dataLength = codewords.length / blocks - checks;
  const parts = Array.from({ length: blocks }, (_, block) => codewords.filter((_, at) => at % blocks === block));
  for (const part of parts)
    for (let power = 0; power < checks; power += 1) assert.equal(valueAt(part, power), 0, "a check byte is wrong");
  const bits = parts
    .flatMap((part) => part.slice(0, dataLength))
    .map((byte) => byte.toString(2).padStart(8, "0"))
    .join("");
  assert.equal(bits.slice(0, 4), "0100", "not in byte mode");
  const length = Number.parseInt(bits.slice(4, 12), 2);
  const bytes = Array.from({ length }, (_, at) => Number.parseInt(bits.slice(12 + at * 8, 20 + at * 8), 2));
  return new TextDecoder().decode(new Uint8Array(bytes));
}

/** The mask, read from both places, with level M and without an error. */
function formatOf(modules: ModuleRows): number {
  const size = modules.length;
  const at = (row: number, column: number): string => (modules[row]?.[column] === true ? "1" : "0");
  const upper = [
    ...[0, 1, 2, 3, 4, 5, 7, 8].map((row) => at(row, 8)),
    ...[7, 5, 4, 3, 2, 1, 0].map((column) => at(8, column)),
  ];
  const lower = [
    ...[1, 2, 3, 4, 5, 6, 7, 8].map((back) => at(8, size - back)),
    ...[7, 6, 5, 4, 3, 2, 1].map((back) => at(size - back, 8)),
  ];
  assert.deepEqual(upper, lower, "the two formats differ");
  // The eight formats of level M as the standard prints them, annex C, highest bit first.
  const formats = [0x5412, 0x5125, 0x5e7c, 0x5b4b, 0x45f9, 0x40ce, 0x4f97, 0x4aa0];
  const mask = formats.indexOf(Number.parseInt(upper.toReversed().join(""), 2));
  assert.ok(mask >= 0, "no format of level M");
  return mask;
}

const TURNS: readonly ((i: number, j: number) => number)[] = [
  (i, j) => (i + j) % 2,
  (i) => i % 2,
  (_, j) => j % 3,
  (i, j) => (i + j) % 3,
  (i, j) => ((i >> 1) + Math.trunc(j / 3)) % 2,
  (i, j) => ((i * j) % 2) + ((i * j) % 3),
  (i, j) => (((i * j) % 2) + ((i * j) % 3)) % 2,
  (i, j) => (((i + j) % 2) + ((i * j) % 3)) % 2,
];

function codewordsIn(modules: ModuleRows, mask: number): readonly number[] {
  const size = modules.length;
  const bits: string[] = [];
  const columns = Array.from({ length: size }, (_, at) => size - 1 - at).filter((column) => column !== 6);
  for (let pair = 0; pair < columns.length / 2; pair += 1) {
    const rows = Array.from({ length: size }, (_, at) => (pair % 2 === 0 ? size - 1 - at : at));
    for (const row of rows) {
      for (const column of columns.slice(pair * 2, pair * 2 + 2)) {
        if (isForData(size, row, column))
          bits.push(modules[row]?.[column] === (TURNS[mask]?.(row, column) === 0) ? "0" : "1");
      }
    }
  }
  return Array.from({ length: Math.floor(bits.length / 8) }, (_, at) =>
    Number.parseInt(bits.slice(at * 8, at * 8 + 8).join(""), 2),
  );
}

function isForData(size: number, row: number, column: number): boolean {
  if (row === 6 || column === 6) return false;
  if (row < 9 && (column < 9 || column >= size - 8)) return false;
  if (row >= size - 8 && column < 9) return false;
  const middle = size - 7;
  return size === 21 || Math.abs(row - middle) > 2 || Math.abs(column - middle) > 2;
}

const EXPONENTS: number[] = [1];
for (let at = 1; at < 255; at += 1) {
  const doubled = (EXPONENTS[at - 1] ?? 0) * 2;
  EXPONENTS.push(doubled > 255 ? doubled ^ 0x11d : doubled);
}

/** The codewords as a polynomial, at the given power of two: zero for every root when nothing is wrong. */
function valueAt(codewords: readonly number[], power: number): number {
  return codewords.reduce(
    (value, byte) => byte ^ (value === 0 ? 0 : (EXPONENTS[(EXPONENTS.indexOf(value) + power) % 255] ?? 0)),
    0,
  );
}

describe("a QR code", () => {
  test("of any address can be read back by the standard's steps", () => {
    fc.assert(
      fc.property(
        fc.webUrl().filter((url) => url.length <= 106),
        (url) => {
          const modules = qrCode(url);
          assert.ok(modules !== null);
          assert.equal(read(modules), url);
        },
      ),
      { numRuns: 300 },
    );
  });

  test("takes the smallest square that holds the text", () => {
    const sizes = [1, 14, 15, 26, 27, 42, 43, 62, 63, 84, 85, 106].map((length) => qrCode("x".repeat(length))?.length);
    assert.deepEqual(sizes, [21, 21, 25, 25, 29, 29, 33, 33, 37, 37, 41, 41]);
  });

  test("is not made of a text that is too long, counted in bytes", () => {
    assert.equal(qrCode("x".repeat(107)), null);
    assert.equal(qrCode("한".repeat(36)), null);
    assert.notEqual(qrCode("한".repeat(35)), null);
  });
});
