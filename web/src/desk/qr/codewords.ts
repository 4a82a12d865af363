import { checkBytes } from "./galois.ts";

/** A size of the square at error correction level M: all its codewords, its blocks, and the check bytes of each. */
export interface Version {
  readonly number: number;
  readonly codewords: number;
  readonly blocks: number;
  readonly checks: number;
}

/** ISO/IEC 18004, table 9, level M. Six sizes hold an address of 106 bytes, and need no version field. */
const VERSIONS: readonly Version[] = [
  { number: 1, codewords: 26, blocks: 1, checks: 10 },
  { number: 2, codewords: 44, blocks: 1, checks: 16 },
  { number: 3, codewords: 70, blocks: 1, checks: 26 },
  { number: 4, codewords: 100, blocks: 2, checks: 18 },
  { number: 5, codewords: 134, blocks: 2, checks: 24 },
  { number: 6, codewords: 172, blocks: 4, checks: 16 },
];

const BYTE_MODE = 0b0100;
const PADDING = [0xec, 0x11];

export interface Coded {
  readonly version: Version;
  /** In the order in which they are drawn. */
  readonly codewords: readonly number[];
}

/** The codewords of a text in the smallest square that holds it; null when none does. */
export function codewordsOf(text: string): Coded | null {
  const bytes = [...new TextEncoder().encode(text)];
  const version = VERSIONS.find((each) => bytes.length + 2 <= dataCount(each));
  return version === undefined ? null : { version, codewords: woven(padded(bytes, dataCount(version)), version) };
}

function dataCount({ codewords, blocks, checks }: Version): number {
  return codewords - blocks * checks;
}

/** Mode and length take twelve bits, so that every byte of the text lies across two codewords. */
function padded(bytes: readonly number[], count: number): readonly number[] {
  const halves = [
    BYTE_MODE,
    bytes.length >> 4,
    bytes.length & 15,
    ...bytes.flatMap((byte) => [byte >> 4, byte & 15]),
    0,
  ];
  const data = Array.from(
    { length: halves.length / 2 },
    (_, at) => ((halves[at * 2] ?? 0) << 4) | (halves[at * 2 + 1] ?? 0),
  );
  return Array.from({ length: count }, (_, at) => data[at] ?? PADDING[(at - data.length) % 2] ?? 0);
}

/** The blocks byte by byte in turn: first their data, then their check bytes. */
function woven(data: readonly number[], { blocks, checks }: Version): readonly number[] {
  const length = data.length / blocks;
  const parts = Array.from({ length: blocks }, (_, at) => data.slice(at * length, (at + 1) * length));
  return [...inTurn(parts), ...inTurn(parts.map((part) => checkBytes(part, checks)))];
}

function inTurn(parts: readonly (readonly number[])[]): readonly number[] {
  return (parts[0] ?? []).flatMap((_, at) => parts.map((part) => part[at] ?? 0));
}
