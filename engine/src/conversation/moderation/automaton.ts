/** Where a pattern ends in a sequence of codes: `end` is the index of its last code. */
type Hit = (pattern: number, end: number) => void;

interface Node {
  readonly next: Map<number, Node>;
  /** Where to go on when no child fits: the longest proper suffix that is also a prefix of some pattern. */
  fail: Node | null;
  /** The nearest node on the way of `fail` at which a pattern ends. */
  shorter: Node | null;
  readonly ends: number[];
}

const newNode = (): Node => ({ next: new Map(), fail: null, shorter: null, ends: [] });

/**
 * Finds every occurrence of any number of patterns in one pass (Aho and Corasick, CACM 18/6, 1975). Patterns and texts
 * are sequences of numbers. The time grows with the length of the text and the number of hits, not with the patterns.
 */
export class Automaton {
  readonly #root = newNode();

  constructor(patterns: readonly (readonly number[])[]) {
    for (const [index, codes] of patterns.entries()) this.#add(codes, index);
    this.#link();
  }

  /** Tells every hit in the order of its end; of those that end together the longest first. */
  find(codes: readonly number[], hit: Hit): void {
    const root = this.#root;
    let node = root;
    for (let index = 0; index < codes.length; index += 1) {
      node = step(node, codes[index] ?? 0) ?? root;
      for (let at: Node | null = node.ends.length > 0 ? node : node.shorter; at !== null; at = at.shorter) {
        for (const pattern of at.ends) hit(pattern, index);
      }
    }
  }

  #add(codes: readonly number[], index: number): void {
    if (codes.length === 0) return;
    let node = this.#root;
    for (const code of codes) {
      const next = node.next.get(code) ?? newNode();
      node.next.set(code, next);
      node = next;
    }
    node.ends.push(index);
  }

  /** Breadth first, so that what is shorter is linked before what is longer. */
  #link(): void {
    const queue = [this.#root];
    for (const node of queue) {
      for (const [code, child] of node.next) {
        child.fail = (node.fail === null ? null : step(node.fail, code)) ?? this.#root;
        child.shorter = child.fail.ends.length > 0 ? child.fail : child.fail.shorter;
        queue.push(child);
      }
    }
  }
}

function step(from: Node, code: number): Node | null {
  for (let node: Node | null = from; node !== null; node = node.fail) {
    const next = node.next.get(code);
    if (next !== undefined) return next;
  }
  return null;
}
