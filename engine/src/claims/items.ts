import type { NameAutomaton } from "./names/automaton.ts";
import { isLetter, isUnspaced, type Letters } from "./names/letters.ts";

/** Somebody whose name is on no record: never anybody else of that family. */
export const STRANGER = "?";

/** `form`: how much of the name it is. */
export interface PersonMeaning {
  readonly kind: "person";
  readonly person: string;
  readonly form: "full" | "family" | "given";
}

/** What a name may mean. */
export type NameMeaning =
  | PersonMeaning
  /** `isCode`: written as its code, in capitals. */
  | { readonly kind: "association"; readonly code: string; readonly isCode?: boolean };

/** A tag with its value, as grammars write it: `round:final`. */
export interface Tag {
  readonly name: string;
  readonly value: string;
  /** The word as it has to be written, where its accents make the difference. */
  readonly exact?: string;
}

/** The smallest part of a text that means something: a word, a name, a figure or a mark. */
export interface Item {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly tags: Readonly<Record<string, string>>;
  readonly names: readonly NameMeaning[];
  /** `4-2`. */
  readonly score: readonly [number, number] | null;
  /** `11-6, 7-11, 11-8`. */
  readonly points: readonly (readonly [number, number])[] | null;
  readonly isMark: boolean;
  readonly isCapital: boolean;
}

export interface Lexicon {
  readonly names: NameAutomaton<NameMeaning>;
  readonly exonyms: NameAutomaton<NameMeaning>;
  readonly words: NameAutomaton<Tag>;
  /** Whether months and competitions need a capital to be meant. */
  readonly capitals: boolean;
}

const NO_TAGS: Readonly<Record<string, string>> = {};

export function makeItem(part: Partial<Item> & { start: number; end: number; text: string }): Item {
  return { tags: NO_TAGS, names: [], score: null, points: null, isMark: false, isCapital: false, ...part };
}

/** A text as items, read once from the left; at each place the longest name or phrase is taken. */
export class ItemReader {
  readonly #text: string;
  readonly #letters: Letters;
  readonly #lexicon: Lexicon;
  /** The next letter that has not been read. */
  #letter = 0;

  constructor(text: string, letters: Letters, lexicon: Lexicon) {
    this.#text = text;
    this.#letters = letters;
    this.#lexicon = lexicon;
  }

  /** The items of a stretch of the text; stretches are asked for from left to right. */
  read(start: number, end: number): Item[] {
    const items: Item[] = [];
    let at = start;
    while (at < end) {
      const item = this.#itemAt(at, end);
      if (item !== null) items.push(item);
      at = item === null ? at + 1 : item.end;
    }
    return items;
  }

  #itemAt(at: number, end: number): Item | null {
    const character = String.fromCodePoint(this.#text.codePointAt(at) ?? 32);
    if (/\s/.test(character)) return null;
    const found = isLetter(character) ? this.#found(at, end) : null;
    if (found !== null && !/^\d+$/.test(found.text)) return found;
    const figure = /[0-9０-９]/.test(character) ? readFigure(this.#text, { start: at, end }) : null;
    if (figure !== null) return figure;
    if (isLetter(character)) return this.#word(at, end);
    return makeItem({ start: at, end: at + character.length, text: WIDE_MARKS[character] ?? character, isMark: true });
  }

  /** Moves on to the first letter at or after a place of the text. */
  #letterAt(at: number): number {
    const { from } = this.#letters;
    while (this.#letter < from.length && (from[this.#letter] ?? 0) < at) this.#letter += 1;
    return this.#letter;
  }

  #found(at: number, end: number): Item | null {
    const letter = this.#letterAt(at);
    if (this.#letters.begins[letter] !== true) return null;
    const { names, exonyms, words } = this.#lexicon;
    const named = this.#mayName(this.#text.charAt(at)) ? [names, exonyms] : [];
    const hits = named.map((some) => some.longest(this.#letters, letter));
    const phrase = words.longest(this.#letters, letter);
    const until = Math.max(phrase?.until ?? 0, ...hits.map((hit) => hit?.until ?? 0));
    const stop = this.#letters.to[until - 1] ?? 0;
    if (until === 0 || stop > end) return null;
    const text = this.#text.slice(at, stop);
    const isCapital = beginsCapital(text);
    const meant = hits.flatMap((hit) => (hit?.until === until ? hit.meanings : []));
    const item = {
      start: at,
      end: stop,
      text,
      isCapital,
      names: meant.filter((name) =>
        name.kind === "association" && name.isCode === true
          ? // `CAN WE WIN` is no Canadian.
            text === name.code && phrase?.until !== until
          : (isCapital && (name.kind === "association" || areCapitals(text))) ||
            isUnspaced(text.charAt(0)) ||
            // `in der` is no `Inder`.
            (name.kind === "association" && !this.#lexicon.capitals && !text.includes(" ")),
      ),
      tags: phrase?.until === until ? this.#tagsOf(phrase.meanings, text) : NO_TAGS,
    };
    return item.names.length === 0 && Object.keys(item.tags).length === 0 ? this.#shorter(at, until) : makeItem(item);
  }

  /** Where names have capitals, no name begins with a small letter. */
  #mayName(character: string): boolean {
    return !this.#lexicon.capitals || character > "\u007f" || (character >= "A" && character <= "Z");
  }

  /** A longer name was only a likeness (`long`, `fan`): the word itself. */
  #shorter(at: number, until: number): Item | null {
    const phrase = this.#lexicon.words.longest(this.#letters, this.#letterAt(at));
    if (phrase === null || phrase.until >= until) return null;
    const stop = this.#letters.to[phrase.until - 1] ?? 0;
    const text = this.#text.slice(at, stop);
    return makeItem({
      start: at,
      end: stop,
      text,
      isCapital: beginsCapital(text),
      tags: this.#tagsOf(phrase.meanings, text),
    });
  }

  #tagsOf(meanings: readonly Tag[], text: string): Readonly<Record<string, string>> {
    const isCapital = beginsCapital(text);
    const isMeant = ({ name, exact }: Tag) =>
      exact !== undefined
        ? exact === text.toLowerCase()
        : !this.#lexicon.capitals ||
          (name === "month" || name === "contest"
            ? isCapital || text.includes(" ")
            : name !== "unsure" || !isCapital || text !== "May");
    return Object.fromEntries(meanings.filter(isMeant).map(({ name, value }) => [name, value]));
  }

  #word(at: number, end: number): Item {
    let stop = at;
    const isAlone = isUnspaced(this.#text.charAt(at));
    while (stop < end) {
      const character = String.fromCodePoint(this.#text.codePointAt(stop) ?? 32);
      if (!isLetter(character) || (stop > at && isUnspaced(character))) break;
      stop += character.length;
      if (isAlone) break;
    }
    const text = this.#text.slice(at, Math.max(stop, at + 1));
    return makeItem({ start: at, end: Math.max(stop, at + 1), text, isCapital: beginsCapital(text) });
  }
}

/** Small words inside names. */
const PARTICLES = new Set("al bin da de del der den di dos du el la le ten van von".split(" "));

/** Whether each word of a name has a capital: `zum fünften Mal in Folge` is no Ma Lin. */
function areCapitals(text: string): boolean {
  const small = text.split(" ").filter((word) => /^\p{Lowercase}/u.test(word));
  return small.every((word) => PARTICLES.has(word));
}

function beginsCapital(text: string): boolean {
  return /^\p{Uppercase}/u.test(text);
}

/** Marks as wide as a character, and what they are read as. */
const WIDE_MARKS: Readonly<Record<string, string>> = { "（": "(", "）": ")", "，": ",", "；": ";", "：": ":" };

const SCORE = /^(\d{1,2}) ?([-–—−‑‒―ー~〜:：－]|比|대|対|對| 대 ) ?(\d{1,2})(?![\d]|[-–]\d)/;
/** `2:30pm`, `2.30 p.m.`, `5 pm`, `14h30`. */
const CLOCK = /^(\d{1,2})(?:[.:]([0-5]\d))? ?([ap])\.?m(?!\p{Letter})|^(\d{1,2}) ?h ?([0-5]\d)(?!\p{Letter})/iu;
const ORDINAL = /^(\d{1,3})(st|nd|rd|th|ste|er|re|ère|ème|e|º|ª|°)(?!\p{Letter})/u;
const NUMBER = /^\d{1,3}(?:,\d{3})+|^\d+/;
const ISO_DATE = /^(\d{4})-(\d{2})-(\d{2})/;

/** A figure at this place: a day, a score, an ordinal or a number. */
function readFigure(text: string, { start, end }: { start: number; end: number }): Item | null {
  const rest = text
    .slice(start, Math.min(end, start + 24))
    .replaceAll(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0));
  const day = ISO_DATE.exec(rest);
  if (day) return figure(start, day[0], { date: day[0] });
  const clock = CLOCK.exec(rest);
  if (clock) return figure(start, clock[0], clockTags(clock));
  const score = SCORE.exec(rest);
  if (score) {
    const pair = [Number(score[1]), Number(score[3])] as const;
    const isTime = score[2] === ":" && /:\d\d$/.test(score[0]) && pair[0] < 24 && pair[1] < 60;
    return { ...figure(start, score[0], isTime ? { clock: String(pair[0] * 60 + pair[1]) } : {}), score: pair };
  }
  const ordinal = ORDINAL.exec(rest);
  if (ordinal) return figure(start, ordinal[0], { ordinal: ordinal[1] ?? "" });
  const number = NUMBER.exec(rest);
  if (!number) return null;
  const value = number[0].replaceAll(",", "");
  return figure(
    start,
    number[0],
    value.length === 4 && /^(19|20)/.test(value) ? { number: value, year: value } : { number: value },
  );
}

/** Minutes after midnight, and whether the half of the day is said. */
function clockTags([, hour, minute, half, whole, after]: RegExpExecArray): Readonly<Record<string, string>> {
  if (half === undefined) return { "clock-is": String(Number(whole) * 60 + Number(after)) };
  const ofHalf = (Number(hour) % 12) * 60 + Number(minute ?? 0);
  return { "clock-is": String(ofHalf + (half.toLowerCase() === "p" ? 720 : 0)), "half-of-day": "" };
}

function figure(start: number, text: string, tags: Readonly<Record<string, string>>): Item {
  return makeItem({ start, end: start + text.length, text, tags });
}
