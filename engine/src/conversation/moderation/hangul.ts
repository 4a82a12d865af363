import type { Letter } from "./letter.ts";

/** The arithmetic of Hangul syllables: The Unicode Standard, 3.12. */
const SYLLABLE = 0xac_00;
const LAST_SYLLABLE = 0xd7_a3;
const INITIAL = 0x11_00;
const VOWEL = 0x11_61;
const FINAL = 0x11_a7;
const INITIALS = 19;
const VOWELS = 21;
const FINALS = 28;
const SILENT_INITIAL = 11;
/** The syllables that begin with the silent ㅇ: 아 to 잏. */
const SILENT = SYLLABLE + SILENT_INITIAL * VOWELS * FINALS;
const SILENT_END = SILENT + VOWELS * FINALS;

/** For every initial the final that is the same consonant; ㄸ, ㅃ and ㅉ have none. */
const FINAL_OF_INITIAL = [1, 2, 4, 7, 0, 8, 16, 17, 0, 19, 20, 21, 22, 0, 23, 24, 25, 26, 27];
/** ㅋ and ㅎ behind a word are laughter, not its last consonant. */
const LAUGHTER: ReadonlySet<number> = new Set([15, 18]);

/** The parts of a syllable, as numbers from 0; `final` 0 is none. */
interface Syllable {
  readonly initial: number;
  readonly vowel: number;
  readonly final: number;
}

/** A syllable taken apart; null for any other letter. */
function syllableOf(code: number): Syllable | null {
  if (code < SYLLABLE || code > LAST_SYLLABLE) return null;
  const index = code - SYLLABLE;
  return {
    initial: Math.floor(index / (VOWELS * FINALS)),
    vowel: Math.floor(index / FINALS) % VOWELS,
    final: index % FINALS,
  };
}

/** Whether a syllable only draws out the vowel before it, as 아 in 바아보. */
export function lengthens(code: number, before: number): boolean {
  if (code < SILENT || code >= SILENT_END) return false;
  const syllable = syllableOf(code);
  const previous = syllableOf(before);
  if (syllable === null || previous === null) return false;
  return (
    syllable.initial === SILENT_INITIAL &&
    syllable.final === 0 &&
    previous.final === 0 &&
    syllable.vowel === previous.vowel
  );
}

const initialOf = (letter: Letter | undefined): number => within(letter, INITIAL, INITIALS);
const vowelOf = (letter: Letter | undefined): number => within(letter, VOWEL, VOWELS);

function within(letter: Letter | undefined, first: number, count: number): number {
  const index = (letter?.code ?? 0) - first;
  return index >= 0 && index < count ? index : -1;
}

/** Latin letters that are put for the vowel they look like: ㅂr보, ㄱH. */
const LATIN_VOWELS: ReadonlyMap<number, number> = new Map(
  [
    ["r", 0x11_61],
    ["h", 0x11_62],
  ].map(([letter, vowel]) => [String(letter).charCodeAt(0), Number(vowel)]),
);

/** The same with a single Latin letter behind an initial as the vowel that it looks like. */
export function withLatinVowels(letters: Letter[]): Letter[] {
  if (!letters.some(({ script }) => script === "jamo")) return letters;
  return letters.map((letter, index) => {
    const vowel = letter.script === "latin" ? LATIN_VOWELS.get(letter.code) : undefined;
    const isAlone = letters[index + 1]?.script !== "latin" && initialOf(letters[index - 1]) >= 0;
    return vowel === undefined || !isAlone ? letter : { ...letter, code: vowel, bare: vowel, script: "jamo" };
  });
}

/** Puts syllables together that were written as single jamo: ㅂㅏㅂㅗ is 바보. */
export function composeHangul(letters: Letter[]): Letter[] {
  if (!letters.some(({ script }) => script === "jamo")) return letters;
  const composed: Letter[] = [];
  for (let index = 0; index < letters.length;) {
    const taken = syllableAt(letters, index);
    const [first, last] = [letters[index], letters[index + (taken?.length ?? 1) - 1]];
    if (first === undefined || last === undefined) break;
    const { code } = taken ?? first;
    composed.push(taken === null ? first : { code, bare: code, script: "hangul", start: first.start, end: last.end });
    index += taken?.length ?? 1;
  }
  return composed;
}

function syllableAt(
  letters: readonly Letter[],
  index: number,
): { readonly code: number; readonly length: number } | null {
  const begun = begunAt(letters, index);
  if (begun === null) return null;
  const final = finalAt(letters, index + begun.length);
  return { code: begun.code + final, length: begun.length + (final > 0 ? 1 : 0) };
}

/** An initial and a vowel, or a syllable that a final of its own follows. */
function begunAt(letters: readonly Letter[], index: number): { readonly code: number; readonly length: number } | null {
  const letter = letters[index];
  const whole = letter === undefined ? null : syllableOf(letter.code);
  if (letter !== undefined && whole !== null) {
    return whole.final === 0 && within(letters[index + 1], FINAL + 1, FINALS - 1) >= 0
      ? { code: letter.code, length: 1 }
      : null;
  }
  const [initial, vowel] = [initialOf(letter), vowelOf(letters[index + 1])];
  return initial < 0 || vowel < 0 ? null : { code: SYLLABLE + (initial * VOWELS + vowel) * FINALS, length: 2 };
}

/** The final at a place: a true one, or a consonant that no vowel follows. */
function finalAt(letters: readonly Letter[], index: number): number {
  const own = within(letters[index], FINAL + 1, FINALS - 1);
  if (own >= 0) return own + 1;
  const initial = initialOf(letters[index]);
  if (initial < 0 || LAUGHTER.has(initial) || vowelOf(letters[index + 1]) >= 0) return 0;
  return FINAL_OF_INITIAL[initial] ?? 0;
}
