import { Automaton } from "./automaton.ts";
import { disguisedReadings, isDisguise } from "./disguise.ts";
import { standsAlone, type FoundAt } from "./edges.ts";
import { INNOCENT_WORDS } from "./innocent-words.ts";
import type { Letter } from "./letter.ts";
import { lettersOf } from "./letters.ts";
import { findMasked, maskable, type Masked } from "./mask.ts";
import { partedReading, punctuatedReading, spacedJamoReading, spacedReading } from "./parting.ts";
import { shownOrder } from "./mirrored.ts";
import { codesOf, patternsOf, type Pattern } from "./pattern.ts";
import { BREAK, plainReading, type How, type Reading } from "./reading.ts";
import { isDrawnOut, repeatedReading } from "./repetition.ts";
import { segmentsOf, type Segments } from "./segments.ts";

/** A listed word in a text: which, how it is written there, and from which UTF-16 code unit to which (not included). */
interface FoundWord {
  readonly word: string;
  readonly how: How;
  readonly start: number;
  readonly end: number;
}

/** Nobody reads more reasons than this for one text. */
const MOST_FOUND = 50;

/** A list of words, ready to be looked for in any number of texts. */
export interface WordList {
  readonly words: readonly string[];
  readonly patterns: readonly Pattern[];
  readonly automaton: Automaton;
  readonly masked: Masked;
  /** Words that hold a listed one and mean no harm: made when first asked for. */
  readonly innocent: () => Innocent;
}

/** Prepares a list. Case, width, accents of decoration and invisible signs in a listed word make no difference. */
export function wordList(words: readonly string[]): WordList {
  const letters = words.map(lettersOf);
  const patterns = letters.flatMap((word, index) => patternsOf(index, word));
  const automaton = new Automaton(patterns.map(({ codes }) => codes));
  let made: Innocent | null = null;
  const innocent = () => (made ??= makeInnocent());
  return { words, patterns, automaton, masked: maskable(letters.map((word, index) => [index, word])), innocent };
}

/**
 * Finds the listed words that stand in a text as words, in whatever script, however they are disguised. In the order
 * of their place; the same word at the same place once. Linear in the length of the text.
 */
export function findWords(list: WordList, text: string): FoundWord[] {
  const shown = shownOrder(text);
  if (shown === null) return findIn(list, text);
  const mirrored = findIn(list, shown.text).map((found) => {
    const [start, end] = shown.placeOf([found.start, found.end]);
    return { ...found, start, end };
  });
  const known = new Set(mirrored.map(({ word, start }) => `${start} ${word}`));
  const plain = findIn(list, text).filter(({ word, start }) => !known.has(`${start} ${word}`));
  return [...mirrored, ...plain].sort((a, b) => a.start - b.start || b.end - a.end).slice(0, MOST_FOUND);
}

function findIn(list: WordList, text: string): FoundWord[] {
  const letters = lettersOf(text);
  const readings = readingsOf(letters);
  const search = new Search(list, text, { letters, readings });
  for (const reading of readings) search.read(reading);
  findMasked(letters, list.masked, (word, from, to) => search.add(word, "masked", [from, to]));
  return search.found();
}

/** All ways to read a text; the plain one first. */
function readingsOf(letters: readonly Letter[]): Reading[] {
  const plain = plainReading(letters);
  const disguised = disguisedReadings(letters);
  const apart = [
    spacedReading(letters),
    spacedJamoReading(letters),
    partedReading(letters),
    punctuatedReading(letters),
  ].filter((reading) => reading !== null);
  const repeated = [plain, ...disguised, ...apart.slice(0, 1)]
    .map(repeatedReading)
    .filter((reading) => reading !== null);
  return [plain, ...disguised, ...repeated, ...apart];
}

interface Innocent {
  readonly automaton: Automaton;
  /** The letters of each word. */
  readonly words: readonly (readonly Letter[])[];
}

/** The same for every list; made when the first suspicion is raised. */
function makeInnocent(): Innocent {
  const words = [...new Set(INNOCENT_WORDS)].map(lettersOf);
  return { automaton: new Automaton(words.map(codesOf)), words };
}

/** かすが is a name, カスが is not: what is written in one kana is innocent only in that one. */
function isSameKana({ letters, from }: Reading, first: number, word: readonly Letter[]): boolean {
  return word.every(({ script }, index) => {
    const written = letters[from[first + index] ?? 0]?.script;
    return (script !== "hiragana" && script !== "katakana") || written === script;
  });
}

/** The letters of a text and all ways to read them. */
interface Read {
  readonly letters: readonly Letter[];
  readonly readings: readonly Reading[];
}

class Search {
  readonly #found = new Map<string, FoundWord>();
  /** For every letter the furthest end of an innocent word that begins at it or before it; by reading. */
  #innocent: readonly (readonly [from: number, to: number])[] | null = null;
  readonly #innocentEnd: Int32Array;
  readonly #innocentEndBefore: Int32Array;
  readonly list: WordList;
  readonly text: string;
  readonly letters: readonly Letter[];
  readonly readings: readonly Reading[];

  constructor(list: WordList, text: string, { letters, readings }: Read) {
    this.list = list;
    this.text = text;
    this.letters = letters;
    this.readings = readings;
    this.#innocentEnd = new Int32Array(letters.length + 1);
    this.#innocentEndBefore = new Int32Array(letters.length + 1);
  }

  read(reading: Reading): void {
    let made: Segments | null = null;
    const segments = (): Segments => (made ??= segmentsOf(this.text, reading));
    this.list.automaton.find(reading.codes, (index, last) => {
      const pattern = this.list.patterns[index];
      if (pattern === undefined || this.#found.size >= MOST_FOUND) return;
      const first = last - pattern.codes.length + 1;
      const place: FoundAt = { reading, first, last, endings: pattern.endings, segments };
      if (!isRightReading(place, pattern)) return;
      if (standsAlone(place) && !this.#isInnocent(place)) {
        this.add(pattern.word, reading.how, [reading.from[place.first] ?? 0, reading.to[last] ?? 0]);
      }
    });
  }

  add(word: number, how: How, [from, to]: readonly [number, number]): void {
    const start = this.letters[from]?.start ?? 0;
    const end = this.letters[to - 1]?.end ?? start;
    const listed = this.list.words[word] ?? "";
    const key = `${start} ${listed}`;
    if (!this.#found.has(key)) this.#found.set(key, { word: listed, how, start, end });
  }

  found(): FoundWord[] {
    return [...this.#found.values()].sort((a, b) => a.start - b.start || b.end - a.end);
  }

  /** Whether an innocent word holds the place inside itself; one that is written in a special way may also be it. */
  #isInnocent({ reading, first, last }: FoundAt): boolean {
    if (this.#innocent === null) this.#findInnocent();
    const [from, to] = [reading.from[first] ?? 0, reading.to[last] ?? 0];
    const [ends, endsBefore] = [this.#innocentEnd[from] ?? 0, this.#innocentEndBefore[from] ?? 0];
    return ends > to || endsBefore >= to || (reading.how === "repeated" && ends >= to);
  }

  #findInnocent(): void {
    const { automaton, words } = this.list.innocent();
    const innocent: [number, number][] = [];
    for (const reading of this.readings) {
      if (reading.how !== "plain" && reading.how !== "spaced") continue;
      automaton.find(reading.codes, (index, last) => {
        const word = words[index] ?? [];
        const first = last - word.length + 1;
        if (isSameKana(reading, first, word)) innocent.push([reading.from[first] ?? 0, reading.to[last] ?? 0]);
      });
    }
    this.#innocent = innocent;
    const longest = new Int32Array(this.letters.length + 1);
    for (const [from, to] of innocent) longest[from] = Math.max(longest[from] ?? 0, to);
    let end = 0;
    for (const [index, to] of longest.entries()) {
      this.#innocentEndBefore[index] = end;
      end = Math.max(end, to);
      this.#innocentEnd[index] = end;
    }
  }
}

/** Whether a reading shows what it is made to show, and not only what another shows better. */
function isRightReading({ reading, first, last }: FoundAt, pattern: Pattern): boolean {
  if (pattern.codes.length === 0) return false;
  if (reading.counts !== undefined) return pattern.drawn && isDrawnOut(reading, [first, last], pattern.counts);
  if (pattern.onlyRepeated) return false;
  if (reading.alphabet !== undefined) return isDisguise(reading, first, last);
  if (reading.how !== "spaced") return true;
  if (reading.gaps === undefined) return hasEnoughLetters(reading, first, last);
  const gaps = reading.gaps.slice(first + 1, last + 1);
  return gaps.some((gap) => gap !== null) && (isSyllabic(reading, first) || isWholeRun(reading, first));
}

const isSyllabic = ({ codes }: Reading, index: number): boolean => (codes[index] ?? 0) > 0x8_ff;
const isWholeRun = ({ codes }: Reading, first: number): boolean => first === 0 || codes[first - 1] === BREAK;

/** In a row of single digits and letters at least half are letters: 4 s 5 is no word. */
function hasEnoughLetters({ letters, from }: Reading, first: number, last: number): boolean {
  let digits = 0;
  for (let index = first; index <= last; index += 1) if (letters[from[index] ?? 0]?.script === "digit") digits += 1;
  return digits * 2 <= last - first + 1;
}
