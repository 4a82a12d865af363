import { composeHangul } from "./hangul.ts";
import type { Letter, Script } from "./letter.ts";
import { latinOfLetter, latinOfSign } from "./look-alikes.ts";
import { addBreak, addCode, newReading, type Reading } from "./reading.ts";

/** Letters that stand together, and what stands between them and the letters before. */
interface Part {
  readonly from: number;
  readonly to: number;
  /** How many letters they are without the vowels and tones upon them. */
  readonly size: number;
  readonly gap: "far" | "sentence" | "sign" | "space" | "stop";
}

const ALPHABETIC: ReadonlySet<Script> = new Set(["latin", "greek", "cyrillic", "arabic", "hebrew", "digit"]);
const JAMO: ReadonlySet<Script> = new Set(["jamo"]);
const SYLLABIC: ReadonlySet<Script> = new Set(["hangul", "han", "hiragana", "katakana", "thai", "indic"]);
const MOST_BETWEEN = 5;
const FEWEST_LETTERS = 3;
/** Abuse in two initials: ㅅ.ㅂ. */
const FEWEST_JAMO = 2;
const SENTENCE_ENDS: ReadonlySet<number> = new Set(
  [...'。！？!?，,、；;…:：()「」『』《》“”"“”'].map((sign) => sign.codePointAt(0) ?? 0),
);
/** A full stop, a slash or an at sign parts the words of an address. */
const STOPS: ReadonlySet<number> = new Set([..."./@"].map((sign) => sign.codePointAt(0) ?? 0));

/** The letters that stand alone, one after another: "i d i o t", "i.d.i.o.t". */
export function spacedReading(letters: readonly Letter[]): Reading | null {
  const reading = newReading("spaced", letters);
  const parts = partsOf(letters, ALPHABETIC);
  for (let index = 0; index < parts.length; index += 1) {
    let end = index;
    while (isSingle(parts[end]) && (end === index || parts[end]?.gap !== "far")) end += 1;
    if (end - index >= FEWEST_LETTERS) addSingles(reading, parts.slice(index, end));
    index = Math.max(index, end - 1);
  }
  return reading.codes.length === 0 ? null : reading;
}

function isSingle(part: Part | undefined): boolean {
  return part?.size === 1;
}

function addSingles(reading: Reading, parts: readonly Part[]): void {
  const singles = parts.flatMap(({ from }) => reading.letters[from] ?? []);
  const asLatin = singles.some(({ script }) => script === "latin");
  addBreak(reading, parts[0]?.from ?? 0);
  for (const { from, to } of parts) {
    const letter = reading.letters[from];
    if (letter !== undefined) addCode(reading, asLatin ? asLatinLetter(letter) : letter.code, [from, to]);
  }
}

function asLatinLetter({ bare, script }: Letter): number {
  if (script === "digit") return latinOfSign(bare, false) ?? bare;
  return script === "latin" ? bare : (latinOfLetter(bare) ?? bare);
}

/** Jamo that stand alone, one after another, put together: ㅂ ㅏ ㅂ ㅗ is 바보. */
export function spacedJamoReading(letters: readonly Letter[]): Reading | null {
  const reading = newReading("spaced", letters, { gaps: [] });
  const parts = partsOf(letters, JAMO);
  for (let index = 0; index < parts.length; index += 1) {
    let end = index;
    while (isSingle(parts[end]) && (end === index || parts[end]?.gap !== "far")) end += 1;
    if (end - index >= FEWEST_JAMO) addJamo(reading, parts.slice(index, end));
    index = Math.max(index, end - 1);
  }
  return reading.codes.length === 0 ? null : reading;
}

function addJamo(reading: Reading, parts: readonly Part[]): void {
  const single = parts.flatMap(({ from }) => reading.letters[from] ?? []);
  const places = new Map(parts.flatMap(({ from }) => [[reading.letters[from]?.start ?? 0, from] as const]));
  const ends = new Map(parts.flatMap(({ from, to }) => [[reading.letters[from]?.end ?? 0, to] as const]));
  addBreak(reading, parts[0]?.from ?? 0);
  for (const { code, start, end } of composeHangul(single)) {
    addCode(reading, code, [places.get(start) ?? 0, ends.get(end) ?? 0]);
    reading.gaps?.push("sign");
  }
}

/**
 * Syllables and characters with signs or single spaces between them: 바.보, 시1발, 傻 瓜. White space and full stops are
 * passed over only beside one that stands alone, because 다시 발표 are two words.
 */
export function partedReading(letters: readonly Letter[]): Reading | null {
  const reading = newReading("spaced", letters, { gaps: [] });
  const parts = partsOf(letters, SYLLABIC);
  if (!parts.some((part, index) => belongTogether(parts[index - 1], part))) return null;
  for (const [index, part] of parts.entries()) {
    const join = belongTogether(parts[index - 1], part);
    if (!join) addBreak(reading, part.from);
    for (let at = part.from; at < part.to; at += 1) {
      addCode(reading, letters[at]?.code ?? 0, [at, at + 1]);
      reading.gaps?.push(at === part.from && join ? (part.gap === "space" ? "space" : "sign") : null);
    }
  }
  return reading;
}

function belongTogether(before: Part | undefined, { gap, size }: Part): boolean {
  if (before === undefined || gap === "far" || gap === "sentence") return false;
  return gap === "sign" || before.size === 1 || size === 1;
}

/** Words in one piece but for signs inside them: "id-iot". A full stop or slash parts two words more often than one. */
export function punctuatedReading(letters: readonly Letter[]): Reading | null {
  const reading = newReading("spaced", letters, { gaps: [] });
  const parts = partsOf(letters, ALPHABETIC);
  for (let index = 0; index < parts.length; index += 1) {
    let end = index + 1;
    while (end < parts.length && (parts[end]?.gap === "sign" || parts[end]?.gap === "stop")) end += 1;
    const run = parts.slice(index, end);
    if (run.length > 1 && run.slice(1).every(({ gap }) => gap === "sign") && !isContraction(letters, run))
      addPunctuated(reading, run);
    index = end - 1;
  }
  return reading.codes.length === 0 ? null : reading;
}

const APOSTROPHES: ReadonlySet<number> = new Set([..."'’ʼ`´"].map((sign) => sign.codePointAt(0) ?? 0));
const CONTRACTED: ReadonlySet<string> = new Set(["ll", "re", "ve", "s", "d", "t", "m"]);

/** he'll is no hell. */
function isContraction(letters: readonly Letter[], [word, ending, ...more]: readonly Part[]): boolean {
  if (word === undefined || ending === undefined || more.length > 0 || ending.from !== word.to + 1) return false;
  const behind = String.fromCodePoint(...letters.slice(ending.from, ending.to).map(({ code }) => code));
  return APOSTROPHES.has(letters[word.to]?.code ?? 0) && CONTRACTED.has(behind);
}

function addPunctuated(reading: Reading, run: readonly Part[]): void {
  addBreak(reading, run[0]?.from ?? 0);
  for (const [index, { from, to }] of run.entries()) {
    for (let at = from; at < to; at += 1) {
      addCode(reading, reading.letters[at]?.bare ?? 0, [at, at + 1]);
      reading.gaps?.push(index > 0 && at === from ? "sign" : null);
    }
  }
}

function partsOf(letters: readonly Letter[], scripts: ReadonlySet<Script>): Part[] {
  const parts: Part[] = [];
  let until = 0;
  for (let from = 0; from < letters.length; from += 1) {
    if (!scripts.has(letters[from]?.script ?? "space")) continue;
    let to = from + 1;
    while (to < letters.length && scripts.has(letters[to]?.script ?? "space")) to += 1;
    parts.push({ from, to, size: sizeOf(letters, from, to), gap: gapBetween(letters, until, { from, scripts }) });
    until = to;
    from = to;
  }
  return parts;
}

const UPON: ReadonlySet<Script> = new Set(["thai", "indic"]);

function sizeOf(letters: readonly Letter[], from: number, to: number): number {
  let size = to - from;
  for (let index = from; index < to; index += 1) {
    const { script = "space", code = 0 } = letters[index] ?? {};
    if (UPON.has(script) && /^\p{M}$/u.test(String.fromCodePoint(code))) size -= 1;
  }
  return size;
}

function gapBetween(
  letters: readonly Letter[],
  until: number,
  { from, scripts }: { readonly from: number; readonly scripts: ReadonlySet<Script> },
): Part["gap"] {
  if (from - until > MOST_BETWEEN) return "far";
  let gap: Part["gap"] = "sign";
  for (let index = until; index < from; index += 1) {
    const { code, script } = letters[index] ?? { code: 0, script: "space" };
    if (script === "space") gap = "space";
    else if (script !== "sign" && script !== "digit" && script !== "jamo") return "far";
    else if (gap === "sign") gap = gapAt(code, scripts);
  }
  return gap;
}

function gapAt(code: number, scripts: ReadonlySet<Script>): Part["gap"] {
  if (SENTENCE_ENDS.has(code)) return scripts === SYLLABIC ? "sentence" : "stop";
  return STOPS.has(code) ? "stop" : "sign";
}
