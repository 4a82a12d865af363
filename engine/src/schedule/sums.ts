const LONGEST_TABLE = 4_096;

/** What lengths, each used as often as one likes, can add up to: how much of a session can be played at all. */
export class Sums {
  /** The largest sum at most so long. */
  private readonly downTo: Int32Array;
  /** The smallest sum at least so long. */
  private readonly upTo: Int32Array;

  constructor(lengths: Iterable<number>) {
    const distinct = [...new Set(lengths)];
    const table = Math.min(LONGEST_TABLE, 64 + 16 * Math.max(1, ...distinct));
    const isSum = new Uint8Array(table + 1);
    isSum[0] = 1;
    for (let sum = 1; sum <= table; sum += 1)
      if (distinct.some((length) => length <= sum && isSum[sum - length] === 1)) isSum[sum] = 1;
    this.downTo = new Int32Array(table + 1);
    this.upTo = new Int32Array(table + 1).fill(table);
    for (let sum = 1; sum <= table; sum += 1) this.downTo[sum] = isSum[sum] === 1 ? sum : (this.downTo[sum - 1] ?? 0);
    for (let sum = table; sum >= 0; sum -= 1) this.upTo[sum] = isSum[sum] === 1 ? sum : (this.upTo[sum + 1] ?? sum);
    this.only = distinct.length === 1 ? (distinct[0] ?? null) : null;
  }

  /** Where there is one length: its multiples, however long. */
  private readonly only: number | null;

  atMost(length: number): number {
    if (this.only !== null) return length - (length % this.only);
    return this.downTo[length] ?? length;
  }

  atLeast(length: number): number {
    if (this.only !== null) return Math.ceil(length / this.only) * this.only;
    return this.upTo[length] ?? length;
  }
}

/** Sums by their lengths, each worked out once. */
export class KnownSums {
  private readonly known = new Map<string, Sums>();

  of(lengths: Iterable<number>): Sums {
    const distinct = [...new Set(lengths)].sort((a, b) => a - b);
    const key = distinct.join(" ");
    const sums = this.known.get(key) ?? new Sums(distinct);
    this.known.set(key, sums);
    return sums;
  }
}
