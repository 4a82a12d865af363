import { sha256, utf8 } from "./sha-256.ts";

/** A source of chance that can be replayed. */
export interface Lot {
  /** A whole number from 0 up to, not including, `count`, each equally likely. */
  below(count: number): number;
}

const BITS_32 = 2 ** 32;

/**
 * The deterministic generator of a draw: SHA-256 in counter mode. The key is the digest of commitment and randomness;
 * block i is the digest of the key and i (4 bytes, big-endian), read as eight 32-bit numbers. A number that would favour
 * the first choices is thrown away (rejection sampling), so that every choice is equally likely.
 */
export function lotFrom(commitment: string, randomness: string): Lot {
  const key = sha256(utf8(`podium-lot/1\n${commitment}\n${randomness}`));
  let block = 0;
  let numbers: number[] = [];
  const next = (): number => {
    const number = numbers.shift();
    if (number !== undefined) return number;
    numbers = numbersOf(sha256(withCounter(key, block)));
    block += 1;
    return next();
  };
  return {
    below: (count) => {
      if (!Number.isInteger(count) || count < 1 || count > BITS_32) throw new RangeError(`no lot among ${count}`);
      const limit = BITS_32 - (BITS_32 % count);
      let number = next();
      while (number >= limit) number = next();
      return number % count;
    },
  };
}

function withCounter(key: Uint8Array, block: number): Uint8Array {
  const bytes = new Uint8Array(key.length + 4);
  bytes.set(key);
  for (let byte = 0; byte < 4; byte += 1) bytes[key.length + byte] = (block >>> (24 - 8 * byte)) & 0xff;
  return bytes;
}

function numbersOf(digest: Uint8Array): number[] {
  const numbers: number[] = [];
  for (let i = 0; i < digest.length; i += 4) {
    const at = (byte: number) => digest[i + byte] ?? 0;
    numbers.push(((at(0) << 24) | (at(1) << 16) | (at(2) << 8) | at(3)) >>> 0);
  }
  return numbers;
}
