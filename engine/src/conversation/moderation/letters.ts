import { composeHangul, withLatinVowels } from "./hangul.ts";
import { simplifiedHan } from "./han-variants.ts";
import type { Letter, Script } from "./letter.ts";

type Fold = Pick<Letter, "code" | "bare" | "script">;

/** Marks that a base can carry before it is taken for defacement; Vietnamese has two. */
const MARKS_KEPT = 2;
/** Never seen: joiners, soft hyphens, directions, fillers, variation selectors, tags. */
const INVISIBLE = /^[\p{Cf}\p{Variation_Selector}\p{Default_Ignorable_Code_Point}\u2800]$/u;
const MARK = /^[\p{M}\u309B\u309C\uFF9E\uFF9F]$/u;
/** The marks of voice that stand by themselves, with those that join the kana before. */
const JOINING: ReadonlyMap<number, string> = new Map([
  [0x30_9b, "\u3099"],
  [0x30_9c, "\u309A"],
]);
const SPACE = /^[\s\p{Z}\p{Cc}]$/u;
const LETTER = /^[\p{L}\p{M}]$/u;
const DIGIT = /^\p{N}$/u;
const SCRIPTS: readonly (readonly [Script, RegExp])[] = [
  ["latin", /^\p{Script=Latin}$/u],
  ["cyrillic", /^\p{Script=Cyrillic}$/u],
  ["greek", /^\p{Script=Greek}$/u],
  ["arabic", /^\p{Script=Arabic}$/u],
  ["hebrew", /^\p{Script=Hebrew}$/u],
  ["jamo", /^[\u1100-\u11FF\u3131-\u318E]$/u],
  ["hangul", /^\p{Script=Hangul}$/u],
  ["han", /^[\p{Script=Han}]$/u],
  ["hiragana", /^\p{Script=Hiragana}$/u],
  ["katakana", /^[\p{Script=Katakana}ー]$/u],
  ["thai", /^[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]$/u],
  ["indic", /^[\u0900-\u0DFF]$/u],
];

/** Letters that one writes for another: spelling, not language. */
const SPELLED: ReadonlyMap<string, string> = new Map([
  ["ß", "ss"],
  ["ς", "σ"],
  ["ё", "е"],
  ["ŀ", "l"],
  // Letters of Cyrillic neighbours that are put for Russian ones; where they are at home, both sides are folded.
  ["ү", "у"],
  ["ұ", "у"],
  ["қ", "к"],
  ["ғ", "г"],
  ["ө", "о"],
  ["ң", "н"],
  ["أ", "ا"],
  ["إ", "ا"],
  ["آ", "ا"],
  ["ٱ", "ا"],
  ["ى", "ي"],
  ["ی", "ي"],
  ["ئ", "ي"],
  ["ؤ", "و"],
  ["ة", "ه"],
  ["ک", "ك"],
  ["ہ", "ه"],
  ["ھ", "ه"],
  ["ـ", ""],
  // The dot below is left out by many who write Hindi, and so is the moon over the nasal one.
  ["\u093C", ""],
  ["\u09BC", ""],
  ["\u0901", "\u0902"],
  ["ヶ", "ケ"],
  ["ヵ", "カ"],
]);

/** The squared and circled Latin capitals that NFKC leaves alone, and the letters of flags, by the code of their A. */
const CAPITALS = [0x1_f1_50, 0x1_f1_70, 0x1_f1_e6];
const ALPHABET = 26;
const KATAKANA = { first: 0x30_a1, last: 0x30_f6, toHiragana: 0x60 };
/** Scripts in which a mark is decoration of the letter; in others it is a vowel. */
const DECORATED: ReadonlySet<Script> = new Set([
  "latin",
  "greek",
  "cyrillic",
  "arabic",
  "hebrew",
  "hangul",
  "jamo",
  "han",
  "hiragana",
  "katakana",
  "digit",
  "sign",
  "space",
]);

/** Thai and Lao am stays one letter, as the dictionary has it. */
const AM: ReadonlySet<number> = new Set([0x0e_33, 0x0e_b3]);

const INVISIBLE_FOLD: readonly Fold[] = [];
const folds = new Map<number, readonly Fold[]>();
const FOLDS_KEPT = 50_000;

/** The letters of a text, in order, without what nobody sees. Linear in the length of the text. */
export function lettersOf(text: string): Letter[] {
  const letters: Letter[] = [];
  let marks = "";
  for (let start = 0; start < text.length;) {
    const code = text.codePointAt(start) ?? 0;
    const end = start + (code > 0xff_ff ? 2 : 1);
    const last = letters.at(-1);
    if (last !== undefined && code > 0x2_ff && decorates(code, last)) {
      if (marks.length < MARKS_KEPT + 1) marks += JOINING.get(code) ?? String.fromCodePoint(code);
      letters[letters.length - 1] = { ...marked(last, marks, text), end };
    } else {
      const folded = foldOf(code);
      if (folded.length > 0) marks = "";
      for (const { code: folds, bare, script } of folded) letters.push({ code: folds, bare, script, start, end });
    }
    start = end;
  }
  return composeHangul(withLatinVowels(letters));
}

function decorates(code: number, base: Letter): boolean {
  return DECORATED.has(base.script) && isMark(code);
}

const markCache = new Map<number, boolean>();

function isMark(code: number): boolean {
  const known = markCache.get(code);
  if (known !== undefined) return known;
  const is = MARK.test(String.fromCodePoint(code));
  if (markCache.size < FOLDS_KEPT) markCache.set(code, is);
  return is;
}

/** A base with the marks after it: one letter where such a letter exists, otherwise the base alone. */
function marked(letter: Letter, marks: string, text: string): Letter {
  if (letter.script === "space" || letter.script === "sign" || marks.length > MARKS_KEPT)
    return { ...letter, code: letter.bare };
  const base = text.codePointAt(letter.start) ?? 0;
  const composed = (String.fromCodePoint(base) + marks).normalize("NFKC");
  const code = composed.codePointAt(0) ?? 0;
  const whole = composed.length === (code > 0xff_ff ? 2 : 1);
  const [fold, ...more] = whole ? foldOf(code) : [];
  return fold === undefined || more.length > 0 ? { ...letter, code: letter.bare } : { ...letter, ...fold };
}

function foldOf(code: number): readonly Fold[] {
  const known = folds.get(code);
  if (known !== undefined) return known;
  const fold = newFold(code);
  if (folds.size < FOLDS_KEPT) folds.set(code, fold);
  return fold;
}

function newFold(code: number): readonly Fold[] {
  const sign = String.fromCodePoint(code);
  // First: the mark of byte order counts as white space too.
  if (INVISIBLE.test(sign)) return INVISIBLE_FOLD;
  if (SPACE.test(sign)) return [{ code: 0x20, bare: 0x20, script: "space" }];
  if (AM.has(code)) return [{ code, bare: code, script: "thai" }];
  const plain = [...(capital(code) ?? sign).normalize("NFKC").toLowerCase().normalize("NFC")];
  return plain.flatMap((part) => [...(SPELLED.get(part) ?? part)]).flatMap(foldPart);
}

function foldPart(part: string): readonly Fold[] {
  const code = part.codePointAt(0) ?? 0;
  if (SPACE.test(part)) return [{ code: 0x20, bare: 0x20, script: "space" }];
  const script = scriptOf(part);
  if (script === "other" && MARK.test(part) && code < 0x5_91) return [];
  const folded = script === "katakana" ? hiragana(code) : script === "han" ? simplifiedHan(code) : code;
  return [{ code: folded, bare: bareOf(part, script, folded), script }];
}

function bareOf(part: string, script: Script, code: number): number {
  return script === "latin" || script === "greek" ? (part.normalize("NFD").codePointAt(0) ?? code) : code;
}

function scriptOf(part: string): Script {
  if (DIGIT.test(part)) return "digit";
  if (!LETTER.test(part)) return "sign";
  return SCRIPTS.find(([, script]) => script.test(part))?.[0] ?? "other";
}

function hiragana(code: number): number {
  return code >= KATAKANA.first && code <= KATAKANA.last ? code - KATAKANA.toHiragana : code;
}

function capital(code: number): string | undefined {
  const first = CAPITALS.find((letterA) => code >= letterA && code < letterA + ALPHABET);
  return first === undefined ? undefined : String.fromCodePoint(0x61 + code - first);
}
