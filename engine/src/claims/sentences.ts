import { isLetter, isUnspaced } from "./names/letters.ts";

/** A sentence of a text: where it begins and ends. */
interface Sentence {
  readonly start: number;
  readonly end: number;
}

const ENDINGS = new Set([".", "!", "?", "。", "！", "？", "…"]);
const WIDE_ENDINGS = new Set(["。", "！", "？"]);
const CLOSERS = new Set(['"', "”", "’", "'", ")", "]", "」", "』", "»", "“"]);

/** What runs on for longer, in UTF-16 code units, is no sentence; it is cut so that reading stays linear. */
const LONGEST = 2000;

/** Short forms after which a full stop ends nothing. */
const SHORT = new Set(
  (
    "no nos mr mrs ms dr st jr sr vs v u.s u.k e.g i.e approx jan feb mar apr jun jul aug sep sept oct nov dec mon tue wed thu fri sat sun " +
    "def bt nr ca bzw z.b m mme mm n.o sra srta av etc prof gen"
  ).split(" "),
);

/** Parts a text into its sentences: at line ends, and at full stops that are not those of a short form or a number. */
export function sentencesOf(text: string): Sentence[] {
  const sentences: Sentence[] = [];
  let start = 0;
  let at = 0;
  while (at < text.length) {
    const character = text.charAt(at);
    if (character === "\n" || (at - start > LONGEST && isCut(character))) {
      push(sentences, text, { start, end: at });
      start = /\s/.test(character) ? at + 1 : at;
    } else if (ENDINGS.has(character) && endsAt(text, at)) {
      at = afterClosers(text, at);
      push(sentences, text, { start, end: at + 1 });
      start = at + 1;
    }
    at += 1;
  }
  push(sentences, text, { start, end: text.length });
  return sentences;
}

/** Between words, or between characters that are written without spaces. */
function isCut(character: string): boolean {
  return /\s/.test(character) || !isLetter(character) || isUnspaced(character);
}

function push(sentences: Sentence[], text: string, { start, end }: Sentence): void {
  let from = start;
  let to = end;
  while (from < to && /\s/.test(text.charAt(from))) from += 1;
  while (to > from && /\s/.test(text.charAt(to - 1))) to -= 1;
  if (to > from) sentences.push({ start: from, end: to });
}

function afterClosers(text: string, at: number): number {
  let last = at;
  while (ENDINGS.has(text.charAt(last + 1)) || (CLOSERS.has(text.charAt(last + 1)) && last + 1 < text.length))
    last += 1;
  return last;
}

function endsAt(text: string, at: number): boolean {
  if (WIDE_ENDINGS.has(text.charAt(at))) return true;
  const after = afterClosers(text, at) + 1;
  if (after >= text.length) return true;
  if (!/\s/.test(text.charAt(after))) return false;
  let next = after;
  while (next < text.length && /[\s"“‘'(«„¿¡]/.test(text.charAt(next))) next += 1;
  if (/\p{Lowercase}/u.test(text.charAt(next))) return false;
  if (text.charAt(at) !== ".") return true;
  let from = at;
  while (from > 0 && /[\p{Letter}.]/u.test(text.charAt(from - 1))) from -= 1;
  const word = text.slice(from, at).toLowerCase();
  if (/^\d/.test(text.charAt(at - 1)) && /[\p{Letter}]/u.test(text.charAt(next)) && isOrdinalStop(text, at, next))
    return false;
  return !(SHORT.has(word) || /^\p{Letter}$/u.test(word) || /^(\p{Letter}\.)+\p{Letter}$/u.test(word));
}

const GERMAN_AFTER_ORDINAL =
  /^(Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember|Platz|Rang|Titel|Gold|Olympi)/;

/** `30. Juli`: the stop of an ordinal number. */
function isOrdinalStop(text: string, at: number, next: number): boolean {
  return at > 0 && GERMAN_AFTER_ORDINAL.test(text.slice(next, next + 10));
}
