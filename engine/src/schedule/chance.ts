/** Numbers that look like chance and are the same every time: the search must answer the same to the same request. */
export class Chance {
  private state: number;

  constructor(seed: number) {
    this.state = seed;
  }

  /** A whole number from 0 up to, not including, `count`. */
  below(count: number): number {
    // xorshift32
    this.state ^= this.state << 13;
    this.state ^= this.state >>> 17;
    this.state ^= this.state << 5;
    return (this.state >>> 0) % count;
  }

  /** From 0 up to, not including, 1. */
  share(): number {
    return this.below(2 ** 20) / 2 ** 20;
  }
}
