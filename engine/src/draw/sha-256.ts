/** SHA-256 (FIPS 180-4), written out so that every proof is made by the same lines on a server and in a browser. */

const ROUND_CONSTANTS = fractionalRoots(64, 1 / 3);
const FIRST_STATE = fractionalRoots(8, 1 / 2);

/** The digest of some bytes, as 32 bytes. */
export function sha256(message: Uint8Array): Uint8Array {
  const state = Uint32Array.from(FIRST_STATE);
  const padded = padding(message);
  const words = new Uint32Array(64);
  for (let offset = 0; offset < padded.length; offset += 64) {
    schedule(words, padded.subarray(offset, offset + 64));
    compress(state, words);
  }
  return bytesOf(state);
}

/** The digest of a text in UTF-8, as 64 hexadecimal digits. */
export function sha256Hex(text: string): string {
  return hex(sha256(utf8(text)));
}

/** Bytes as hexadecimal digits. */
function hex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** A text as UTF-8; a lone surrogate becomes U+FFFD. */
export function utf8(text: string): Uint8Array {
  const bytes: number[] = [];
  for (const character of text) {
    const point = wellFormed(character.codePointAt(0) ?? 0);
    if (point < 0x80) bytes.push(point);
    else if (point < 0x800) bytes.push(0xc0 | (point >> 6), tail(point));
    else if (point < 0x10000) bytes.push(0xe0 | (point >> 12), tail(point >> 6), tail(point));
    else bytes.push(0xf0 | (point >> 18), tail(point >> 12), tail(point >> 6), tail(point));
  }
  return Uint8Array.from(bytes);
}

function wellFormed(point: number): number {
  return point >= 0xd800 && point <= 0xdfff ? 0xfffd : point;
}

function tail(bits: number): number {
  return 0x80 | (bits & 0x3f);
}

/** The first 32 bits of the fraction of a root of the first primes. */
function fractionalRoots(count: number, exponent: number): Uint32Array {
  const roots: number[] = [];
  for (let candidate = 2; roots.length < count; candidate += 1) {
    if (isPrime(candidate)) roots.push(fractionBits(candidate, exponent));
  }
  return Uint32Array.from(roots);
}

function isPrime(candidate: number): boolean {
  for (let factor = 2; factor * factor <= candidate; factor += 1) if (candidate % factor === 0) return false;
  return true;
}

/** Whole-number roots, so that no rounding of the machine enters the constants. */
function fractionBits(prime: number, exponent: number): number {
  const power = exponent < 0.4 ? 3n : 2n;
  const scaled = BigInt(prime) << (32n * power);
  let low = 0n;
  let high = 1n << 40n;
  while (high - low > 1n) {
    const middle = (low + high) >> 1n;
    if (middle ** power <= scaled) low = middle;
    else high = middle;
  }
  return Number(low & 0xffffffffn);
}

function padding(message: Uint8Array): Uint8Array {
  const padded = new Uint8Array(Math.ceil((message.length + 9) / 64) * 64);
  padded.set(message);
  padded[message.length] = 0x80;
  const bits = message.length * 8;
  for (let byte = 0; byte < 8; byte += 1) padded[padded.length - 1 - byte] = Math.floor(bits / 2 ** (8 * byte)) % 256;
  return padded;
}

function schedule(words: Uint32Array, block: Uint8Array): void {
  for (let i = 0; i < 16; i += 1) {
    const at = (byte: number) => block[4 * i + byte] ?? 0;
    words[i] = (at(0) << 24) | (at(1) << 16) | (at(2) << 8) | at(3);
  }
  for (let i = 16; i < 64; i += 1) {
    const before = word(words, i - 15);
    const last = word(words, i - 2);
    const small0 = turn(before, 7) ^ turn(before, 18) ^ (before >>> 3);
    const small1 = turn(last, 17) ^ turn(last, 19) ^ (last >>> 10);
    words[i] = word(words, i - 16) + small0 + word(words, i - 7) + small1;
  }
}

function compress(state: Uint32Array, words: Uint32Array): void {
  let [a, b, c, d, e, f, g, h] = Array.from(state) as [number, number, number, number, number, number, number, number];
  for (let i = 0; i < 64; i += 1) {
    const sum1 = turn(e, 6) ^ turn(e, 11) ^ turn(e, 25);
    const first = (h + sum1 + ((e & f) ^ (~e & g)) + word(ROUND_CONSTANTS, i) + word(words, i)) | 0;
    const sum0 = turn(a, 2) ^ turn(a, 13) ^ turn(a, 22);
    const second = (sum0 + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    [h, g, f, e, d, c, b, a] = [g, f, e, (d + first) | 0, c, b, a, (first + second) | 0];
  }
  for (const [i, value] of [a, b, c, d, e, f, g, h].entries()) state[i] = word(state, i) + value;
}

function turn(value: number, bits: number): number {
  return (value >>> bits) | (value << (32 - bits));
}

function word(words: Uint32Array, index: number): number {
  return words[index] ?? 0;
}

function bytesOf(state: Uint32Array): Uint8Array {
  const bytes = new Uint8Array(32);
  for (let i = 0; i < 32; i += 1) bytes[i] = (word(state, i >> 2) >>> (24 - 8 * (i & 3))) & 0xff;
  return bytes;
}
