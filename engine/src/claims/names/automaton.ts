import { fold, type Letters } from "./letters.ts";

interface Node<Meaning> {
  readonly next: Map<number, Node<Meaning>>;
  meanings: Meaning[] | null;
}

/** What was found: from this letter to before that one. */
interface Found<Meaning> {
  readonly until: number;
  readonly meanings: readonly Meaning[];
}

/**
 * All names and words in one automaton over letters. A text is read once; however many names there are, each letter costs
 * no more than the longest of them. Spaces, hyphens, apostrophes and accents make no difference.
 */
export class NameAutomaton<Meaning> {
  readonly #root: Node<Meaning> = { next: new Map(), meanings: null };

  /** Adds a name or a phrase; the same one may mean several things. */
  add(words: string, meaning: Meaning): void {
    const folded = fold(words);
    if (folded === "") return;
    let node = this.#root;
    for (let index = 0; index < folded.length; index += 1) {
      const code = folded.charCodeAt(index);
      let next = node.next.get(code);
      if (next === undefined) {
        next = { next: new Map(), meanings: null };
        node.next.set(code, next);
      }
      node = next;
    }
    node.meanings ??= [];
    if (!node.meanings.includes(meaning)) node.meanings.push(meaning);
  }

  /** The longest name or phrase of whole words that begins at this letter. */
  longest(letters: Letters, at: number): Found<Meaning> | null {
    let node: Node<Meaning> | undefined = this.#root;
    let found: Found<Meaning> | null = null;
    const breaks = letters.breaks[at];
    for (let index = at; index < letters.codes.length && letters.breaks[index] === breaks; index += 1) {
      node = node.next.get(letters.codes[index] ?? 0);
      if (node === undefined) break;
      if (node.meanings !== null && letters.ends[index] === true) found = { until: index + 1, meanings: node.meanings };
    }
    return found;
  }
}
