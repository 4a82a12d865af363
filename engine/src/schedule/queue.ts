/** A heap of matches; the lowest key comes out first, the lower number among equals. */
export class Queue {
  private readonly matches: Int32Array;
  private readonly keys: Float64Array;
  size = 0;

  constructor(capacity: number) {
    this.matches = new Int32Array(capacity + 1);
    this.keys = new Float64Array(capacity + 1);
  }

  add(match: number, key: number): void {
    let at = this.size;
    this.size += 1;
    while (at > 0) {
      const above = (at - 1) >> 1;
      if (!this.isFirst(match, key, above)) break;
      this.move(above, at);
      at = above;
    }
    this.matches[at] = match;
    this.keys[at] = key;
  }

  /** The first one; there must be one. */
  take(): number {
    const first = this.matches[0] ?? 0;
    this.size -= 1;
    const match = this.matches[this.size] ?? 0;
    const key = this.keys[this.size] ?? 0;
    let at = 0;
    for (;;) {
      let below = 2 * at + 1;
      if (below >= this.size) break;
      if (below + 1 < this.size && this.isFirst(this.matches[below + 1] ?? 0, this.keys[below + 1] ?? 0, below))
        below += 1;
      if (this.isFirst(match, key, below)) break;
      this.move(below, at);
      at = below;
    }
    this.matches[at] = match;
    this.keys[at] = key;
    return first;
  }

  private isFirst(match: number, key: number, other: number): boolean {
    const otherKey = this.keys[other] ?? 0;
    return key === otherKey ? match < (this.matches[other] ?? 0) : key < otherKey;
  }

  private move(from: number, to: number): void {
    this.matches[to] = this.matches[from] ?? 0;
    this.keys[to] = this.keys[from] ?? 0;
  }
}
