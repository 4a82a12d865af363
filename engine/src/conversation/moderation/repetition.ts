import { lengthens } from "./hangul.ts";
import type { Script } from "./letter.ts";
import { addBreak, addCode, BREAK, newReading, scriptAt, type Reading } from "./reading.ts";

const ALPHABETIC: ReadonlySet<Script> = new Set(["latin", "greek", "cyrillic", "arabic", "hebrew"]);
/** Letters that are drawn out one by one in scripts without case, too. */
const WITH_MARKS: ReadonlySet<Script> = new Set(["thai", "indic"]);
const KANA: ReadonlySet<Script> = new Set(["hiragana", "katakana"]);
/** What draws a kana out: ー, the wave dashes, small vowels. */
const LONG: ReadonlySet<number> = new Set([..."ー〜～~ぁぃぅぇぉ"].map((sign) => sign.codePointAt(0) ?? 0));

/**
 * The words of a reading in which letters are repeated, these drawn together and counted: "idiooot" as idiot, 바아보 as
 * 바보, ばーか as ばか. Null when nothing is repeated.
 */
export function repeatedReading(reading: Reading): Reading | null {
  const { codes } = reading;
  const drawn = newReading("repeated", reading.letters, {
    counts: [],
    ...(reading.alphabet === undefined ? {} : { alphabet: reading.alphabet }),
  });
  for (let from = 0; from < codes.length; from += 1) {
    let to = from;
    let repeats = false;
    for (; to < codes.length && !parts(reading, to); to += 1)
      repeats ||= to > from && mayContinue(codes[to] ?? 0, codes[to - 1] ?? 0);
    if (repeats) drawWord(drawn, reading, [from, to]);
    from = to;
  }
  return drawn.codes.length > 0 ? drawn : null;
}

function parts(reading: Reading, index: number): boolean {
  const code = reading.codes[index] ?? BREAK;
  return code === BREAK || (!LONG.has(code) && scriptAt(reading, index) === "sign");
}

function mayContinue(code: number, before: number): boolean {
  return code === before || LONG.has(code) || lengthens(code, before);
}

function drawWord(drawn: Reading, reading: Reading, [from, to]: readonly [number, number]): void {
  addBreak(drawn, reading.from[from] ?? 0);
  for (let index = from; index < to; index += 1) {
    const code = reading.codes[index] ?? 0;
    if (continues(drawn, code, scriptAt(reading, index))) {
      drawOut(drawn, reading.to[index] ?? 0);
    } else {
      addCode(drawn, code, [reading.from[index] ?? 0, reading.to[index] ?? 0]);
      drawn.counts?.push(1);
    }
  }
}

function continues(drawn: Reading, code: number, script: Script): boolean {
  const before = drawn.codes.at(-1);
  if (before === undefined || before === BREAK) return false;
  if (script === "hangul") return lengthens(code, before);
  if (LONG.has(code)) return KANA.has(scriptAt(drawn, drawn.codes.length - 1));
  return code === before && (ALPHABETIC.has(script) || WITH_MARKS.has(script));
}

function drawOut({ counts = [], to }: Reading, until: number): void {
  counts[counts.length - 1] = (counts.at(-1) ?? 0) + 1;
  to[to.length - 1] = until;
}

/** Codes with repeated letters drawn together, and how many there were of each. */
export function drawTogether(codes: readonly number[]): { readonly codes: number[]; readonly counts: number[] } {
  const drawn: { codes: number[]; counts: number[] } = { codes: [], counts: [] };
  for (const code of codes) {
    if (code === drawn.codes.at(-1) && (code < 0x8_00 || (code >= 0x9_00 && code < 0x10_a0))) {
      drawn.counts[drawn.counts.length - 1] = (drawn.counts.at(-1) ?? 0) + 1;
    } else {
      drawn.codes.push(code);
      drawn.counts.push(1);
    }
  }
  return drawn;
}

/** One letter written three times or more, two letters twice, or one of a longer word: "looser" may be a slip. */
const LOUD = 3;
const LONG_WORD = 5;

/** Whether the letters of a word were drawn out on purpose, and none of them is missing. */
export function isDrawnOut(
  reading: Reading,
  [first, last]: readonly [number, number],
  counts: readonly number[],
): boolean {
  const written = reading.counts?.slice(first, last + 1) ?? [];
  const more = written.map((count, index) => count - (counts[index] ?? 1));
  if (more.some((surplus) => surplus < 0)) return false;
  const drawn = more.filter((surplus) => surplus > 0).length;
  if (drawn === 0) return false;
  if (!ALPHABETIC.has(scriptAt(reading, first))) return true;
  return (
    drawn >= 2 || counts.length >= LONG_WORD || written.some((count, index) => count >= LOUD && (more[index] ?? 0) > 0)
  );
}
