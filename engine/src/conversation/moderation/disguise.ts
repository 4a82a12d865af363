import type { Letter, Script } from "./letter.ts";
import { cyrillicOf, cyrillicOfDigit, isAmbiguousSign, isShape, latinOfLetter, latinOfSign } from "./look-alikes.ts";
import { addBreak, addCode, newReading, type Reading } from "./reading.ts";

/** A stretch of alphabetic letters, digits and signs: the letters `from` to `to`. */
interface Stretch {
  readonly from: number;
  readonly to: number;
  /** How many of its letters are Latin, and of another alphabet. */
  readonly latin: number;
  readonly other: number;
  /** How many are there for their shape alone. */
  readonly shapes: number;
  /** Whether something in it has no look-alike in Latin, in Cyrillic. */
  readonly notLatin: boolean;
  readonly notCyrillic: boolean;
  /** Digits, signs and accents that may stand for letters. */
  readonly signs: boolean;
  readonly ambiguous: boolean;
}

const ALPHABETS: ReadonlySet<Script> = new Set(["latin", "greek", "cyrillic"]);

/**
 * The readings of words in which letters of one alphabet, digits or signs stand for letters of another: "idiоt" with
 * a Cyrillic о, "a$$", "дypaк". Only such words are in them; a word wholly in another alphabet is one only among words
 * of the alphabet that it looks like.
 */
export function disguisedReadings(letters: readonly Letter[]): Reading[] {
  const stretches = stretchesOf(letters);
  const native = {
    latin: stretches.some(({ latin, notCyrillic }) => latin > 0 && notCyrillic),
    cyrillic: stretches.some(({ other, notLatin }) => other > 0 && notLatin),
  };
  const toLatin = stretches.filter((stretch) => looksLatin(stretch, native));
  const toCyrillic = stretches.filter((stretch) => looksCyrillic(stretch, native));
  return [
    read(letters, toLatin, ({ code, bare, script }) => latinFor(code, bare, { script, asL: false }), "latin"),
    read(
      letters,
      toLatin.filter(({ ambiguous }) => ambiguous),
      ({ code, bare, script }) => latinFor(code, bare, { script, asL: true }),
      "latin",
    ),
    read(
      letters,
      toCyrillic,
      ({ code, bare, script }) => (script === "cyrillic" ? code : cyrillicOf(bare)),
      "cyrillic",
    ),
    read(
      letters,
      toCyrillic.filter(({ signs }) => signs),
      ({ code, bare, script }) => (script === "cyrillic" ? code : cyrillicOfDigit(bare)),
      "cyrillic",
    ),
  ].filter(({ codes }) => codes.length > 0);
}

interface Native {
  readonly latin: boolean;
  readonly cyrillic: boolean;
}

const FEWEST_SHAPES = 3;

function looksLatin(stretch: Stretch, native: Native): boolean {
  if (stretch.notLatin) return false;
  if (stretch.shapes > 0) return stretch.latin + stretch.other >= FEWEST_SHAPES;
  if (stretch.other > 0) return stretch.latin > 0 || (native.latin && !native.cyrillic);
  return stretch.latin > 0 && stretch.signs;
}

/** So many letters that all look Cyrillic are read so among Latin words, too: "cyka". */
const LOOKS_ON_PURPOSE = 4;

function looksCyrillic(stretch: Stretch, native: Native): boolean {
  if (stretch.notCyrillic) return false;
  if (stretch.latin >= LOOKS_ON_PURPOSE) return true;
  if (stretch.latin > 0) return stretch.other > 0 || (native.cyrillic && !native.latin);
  return stretch.other > 0 && stretch.signs;
}

function stretchesOf(letters: readonly Letter[]): Stretch[] {
  const stretches: Stretch[] = [];
  for (let from = 0; from < letters.length; from += 1) {
    if (!mayBelong(letters[from])) continue;
    let to = from + 1;
    while (to < letters.length && mayBelong(letters[to])) to += 1;
    stretches.push(stretchOf(letters, from, to));
    from = to;
  }
  return stretches;
}

function mayBelong(letter: Letter | undefined): boolean {
  if (letter === undefined) return false;
  const { script, code } = letter;
  return (
    ALPHABETS.has(script) ||
    script === "digit" ||
    script === "sign" ||
    (script === "other" && latinOfLetter(code) !== undefined)
  );
}

function stretchOf(letters: readonly Letter[], from: number, to: number): Stretch {
  const stretch = {
    from,
    to,
    latin: 0,
    other: 0,
    shapes: 0,
    notLatin: false,
    notCyrillic: false,
    signs: false,
    ambiguous: false,
  };
  for (let index = from; index < to; index += 1) {
    const { code, bare, script } = letters[index] ?? { code: 0, bare: 0, script: "space" };
    if (script === "latin") {
      stretch.latin += 1;
      stretch.notCyrillic ||= cyrillicOf(bare) === undefined;
      stretch.signs ||= bare !== code || latinOfLetter(code) !== undefined;
    } else if (script === "digit" || script === "sign") {
      stretch.signs ||= latinOfSign(code, false) !== undefined || cyrillicOf(code) !== undefined;
      stretch.ambiguous ||= isAmbiguousSign(code);
    } else {
      stretch.other += 1;
      stretch.shapes += isShape(bare) ? 1 : 0;
      stretch.notLatin ||= latinOfLetter(bare) === undefined;
      stretch.notCyrillic ||= script !== "cyrillic" && cyrillicOf(bare) === undefined;
    }
  }
  return stretch;
}

function latinFor(
  code: number,
  bare: number,
  { script, asL }: { readonly script: Script; readonly asL: boolean },
): number | undefined {
  if (script === "latin") return latinOfLetter(bare) ?? bare;
  return script === "digit" || script === "sign" ? latinOfSign(code, asL) : latinOfLetter(bare);
}

function read(
  letters: readonly Letter[],
  stretches: readonly Stretch[],
  ...[fold, alphabet]: [(letter: Letter) => number | undefined, Script]
): Reading {
  const reading = newReading("look-alike", letters, { alphabet });
  for (const { from, to } of stretches) {
    for (let index = from; index < to; index += 1) {
      const letter = letters[index];
      const code = letter === undefined || isPunctuation(letters, index) ? undefined : fold(letter);
      if (code === undefined) addBreak(reading, index);
      else addCode(reading, code, [index, index + 1]);
    }
    addBreak(reading, to);
  }
  return reading;
}

const INNER_SIGNS: ReadonlySet<number> = new Set([..."!|¡+"].map((sign) => sign.codePointAt(0) ?? 0));

/** An exclamation mark is a letter only where a letter follows. */
function isPunctuation(letters: readonly Letter[], index: number): boolean {
  const letter = letters[index];
  return letter !== undefined && INNER_SIGNS.has(letter.code) && !ALPHABETS.has(letters[index + 1]?.script ?? "space");
}

/**
 * Whether enough true letters stand in a disguised word: not in 455, and not in A55, where digits behind letters are a
 * number; a single accent in a word of three letters makes it another word (año).
 */
export function isDisguise({ letters, from, to }: Reading, first: number, last: number): boolean {
  const read = letters.slice(from[first], to[last]);
  const written = read.filter(({ script }) => script !== "digit" && script !== "sign").length;
  const accents = read.filter(({ script, code, bare }) => script === "latin" && code !== bare).length;
  const changed =
    read.length - written + accents + read.filter(({ script }) => script !== "latin" && ALPHABETS.has(script)).length;
  if (read.length <= 3 && changed === accents && accents === 1) return false;
  const digitsBehind =
    read.at(-1)?.script === "digit" &&
    /^[^d]+d+$/.test(read.map(({ script }) => (script === "digit" ? "d" : "l")).join(""));
  if (digitsBehind && written < 3) return false;
  return (
    written * 2 >= read.length ||
    (written >= 2 && read.length >= 5) ||
    (written >= 1 && read.every(({ script }) => script !== "digit"))
  );
}
