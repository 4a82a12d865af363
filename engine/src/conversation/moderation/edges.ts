import {
  ARABIC_BEFORE,
  ARABIC_BEFORE_LONG,
  ARABIC_ENDINGS,
  ARABIC_ENDINGS_SHORT,
  CYRILLIC_ABUSE,
  CYRILLIC_BEFORE,
  CYRILLIC_PREPOSITIONS,
  HANGUL_BEFORE,
  HANGUL_BEFORE_SHORT,
  HANGUL_BEHIND,
  HANGUL_BEHIND_SHORT,
  HEBREW_BEFORE,
  HEBREW_ENDINGS,
  KANA_BEFORE,
  KANA_BEHIND,
  KANA_OPENING,
  KATAKANA_BEFORE,
  KATAKANA_BEHIND,
  LATIN_BEFORE,
  LATIN_BEHIND,
  LATIN_DOUBLED,
  LATIN_DOUBLED_SHORT,
  LATIN_ENDINGS,
  TURKISH_ENDINGS,
  words,
} from "./affixes.ts";
import type { Script } from "./letter.ts";
import { BREAK, scriptAt, type Reading } from "./reading.ts";
import type { Segments } from "./segments.ts";

/** Where a pattern was found in a reading: the codes `first` to `last`, and what may follow if it is a stem. */
export interface FoundAt {
  readonly reading: Reading;
  readonly first: number;
  readonly last: number;
  readonly endings: ReadonlySet<string> | null;
  /** The words of the dictionary in this reading; made only where they are asked for. */
  readonly segments: () => Segments;
}

type Family = "alphabet" | "arabic" | "hebrew" | "hangul" | "kana" | "katakana" | "none" | "thai" | "indic" | "other";

const FAMILY: Readonly<Record<Script, Family>> = {
  latin: "alphabet",
  greek: "alphabet",
  cyrillic: "alphabet",
  arabic: "arabic",
  hebrew: "hebrew",
  hangul: "hangul",
  han: "kana",
  hiragana: "kana",
  katakana: "katakana",
  thai: "thai",
  indic: "indic",
  other: "other",
  jamo: "none",
  digit: "none",
  sign: "none",
  space: "none",
};

/** The longest prefix or ending that is looked at; what is longer makes another word. */
const LONGEST_AFFIX = 16;

/**
 * Whether what was found stands there as a word of its own. What that means hangs on the script: an alphabet has
 * spaces and endings, Korean particles without a space, Chinese and Japanese no spaces at all. A word that is spelled
 * out letter by letter has no neighbours.
 */
export function standsAlone(place: FoundAt): boolean {
  const { reading, first, last } = place;
  if (reading.how === "spaced" && reading.gaps === undefined) return isSpelledOut(place);
  const [left, right] = [FAMILY[scriptAt(reading, first)], FAMILY[scriptAt(reading, last)]];
  if (left !== right) return isEdge(place, left, first - 1) && isEdge(place, right, last + 1);
  if (left === "hangul") return standsInKorean(place);
  if (left === "kana" || left === "katakana") return standsInHanOrKana(place);
  if (left === "none") return standsAmongSigns(place);
  if (left === "thai") return isPartedWell(place) && standsInThai(place);
  if (left === "indic") return isPartedWell(place) && standsInIndic(place);
  return standsInAlphabet(place, left);
}

/** A long word may be spelled out anywhere in a row of letters; a short one is the whole row, behind an article. */
const LONG_ENOUGH_ANYWHERE = 4;

function isSpelledOut({ reading, first, last, endings }: FoundAt): boolean {
  if (last - first + 1 >= LONG_ENOUGH_ANYWHERE) return true;
  const { codes } = reading;
  const begins = first <= 1 || codes[first - 1] === BREAK || codes[first - 2] === BREAK;
  let end = last + 1;
  while (end < codes.length && codes[end] !== BREAK && end - last <= LONGEST_AFFIX) end += 1;
  const behind = String.fromCodePoint(...codes.slice(last + 1, end));
  return begins && (endings === null ? behind === "" : endings.has(behind));
}

/** A number or a jamo word is not part of a longer one. */
function standsAmongSigns({ reading, first, last }: FoundAt): boolean {
  const own = scriptAt(reading, first);
  if (own === "sign" || own === "space") return true;
  const laughter = new Set([0x11_0f, 0x11_12, 0x11_72, 0x11_6e, 0x11_6d, 0x11_74]);
  const ends = (index: number): boolean => scriptAt(reading, index) !== own || laughter.has(reading.codes[index] ?? 0);
  return ends(first - 1) && ends(last + 1);
}

function isEdge({ reading }: FoundAt, family: Family, index: number): boolean {
  return family === "kana" || family === "katakana" || FAMILY[scriptAt(reading, index)] !== family;
}

function standsInAlphabet(place: FoundAt, family: Family): boolean {
  const before = around(place, family, -1);
  const behind = around(place, family, 1);
  if (before === null || behind === null) return false;
  const word = String.fromCodePoint(...place.reading.codes.slice(place.first, place.last + 1));
  const script = scriptAt(place.reading, place.first);
  if (family === "arabic") return mayStandBefore(before, word, "arabic") && mayFollowArabic(behind, word);
  if (family === "hebrew")
    return mayStandBefore(before, word, "hebrew") && (behind === "" || HEBREW_ENDINGS.has(behind));
  if (family === "other") return before === "" && behind === "";
  if (place.endings !== null) return mayStandBefore(before, word, script) && place.endings.has(behind);
  return mayStandBefore(before, word, script) && mayFollowLatin(behind, word);
}

function mayStandBefore(before: string, word: string, script: Script | "arabic" | "hebrew"): boolean {
  if (before === "") return true;
  if (script === "arabic") return ARABIC_BEFORE.has(before) || (word.length >= 3 && ARABIC_BEFORE_LONG.has(before));
  if (script === "hebrew") return HEBREW_BEFORE.has(before);
  if (script !== "cyrillic") return LATIN_BEFORE.has(before);
  return CYRILLIC_BEFORE.has(before) || (CYRILLIC_ABUSE.has(word) && CYRILLIC_PREPOSITIONS.has(before));
}

function mayFollowArabic(behind: string, word: string): boolean {
  return behind === "" || (word.length >= 3 ? ARABIC_ENDINGS : ARABIC_ENDINGS_SHORT).has(behind);
}

/** SBS is no plural. */
const SHORTEST_WITH_ENDING = 3;
const LONG_TURKISH = 5;

function mayFollowLatin(behind: string, word: string): boolean {
  if (behind === "" || LATIN_BEHIND.has(behind)) return true;
  const { length } = word;
  if (length < SHORTEST_WITH_ENDING) return false;
  if (TURKISH_ENDINGS.has(behind) && (length >= LONG_TURKISH || /[ışğçöü]/.test(word))) return true;
  if (length === 4 && behind === "n") return word.endsWith("e");
  const endings = length <= 3 ? LATIN_ENDINGS.short : length === 4 ? LATIN_ENDINGS.middle : LATIN_ENDINGS.long;
  if (endings.has(behind)) return /^(?:d|r|rs)$/.test(behind) ? word.endsWith("e") : true;
  const doubled = length === 3 ? LATIN_DOUBLED_SHORT : LATIN_DOUBLED;
  return length >= 3 && behind.startsWith(word.at(-1) ?? " ") && doubled.has(behind.slice(1));
}

/** The letters of the same family before (-1) or behind (1) a place; null when there are too many to be an affix. */
function around({ reading, first, last }: FoundAt, family: Family, direction: -1 | 1): string | null {
  const next = direction < 0 ? first - 1 : last + 1;
  let end = next;
  while (FAMILY[scriptAt(reading, end)] === family) {
    end += direction;
    if (Math.abs(end - next) > LONGEST_AFFIX) return null;
  }
  if (end === next) return "";
  return String.fromCodePoint(
    ...(direction < 0 ? reading.codes.slice(end + 1, first) : reading.codes.slice(next, end)),
  );
}

function standsInKorean(place: FoundAt): boolean {
  const { reading, first, last } = place;
  const length = last - first + 1;
  if (reading.gaps?.slice(first, last + 1).includes("space") === true && !beginsPart(reading, first)) return false;
  const before = near(place, first - 1, -1);
  const behind = near(place, last + 1, 1);
  if (length === 1) {
    return (
      before.length <= 2 &&
      mayEnd(before, HANGUL_BEFORE_SHORT) &&
      mayBegin(behind, HANGUL_BEHIND_SHORT) &&
      !isCounted(place)
    );
  }
  return mayEnd(before, HANGUL_BEFORE) && mayBegin(behind, HANGUL_BEHIND);
}

/** So many letters of Thai are no part of another word by chance; the dictionary knows few words of abuse. */
const LONG_IN_THAI = 6;
/** Vowels that are written before their consonant, and what is written behind or upon it. */
const LEADS = /^[\u0E40-\u0E44]$/u;
const FOLLOWS = /^[\u0E30\u0E32\u0E33\u0E45\p{M}]$/u;

/** The sign that a word is said twice. */
const THAI_REPEAT = "ๆ";

/** Thai has no spaces between words: the dictionary says where a word begins and ends. */
function standsInThai(place: FoundAt): boolean {
  const { first, last, reading } = place;
  const letterAt = (index: number): string => String.fromCodePoint(reading.codes[index] ?? BREAK);
  if (LEADS.test(letterAt(first - 1)) || FOLLOWS.test(letterAt(last + 1))) return false;
  if (last - first + 1 >= LONG_IN_THAI) return true;
  const begins = beginsPart(reading, first) || place.segments().around(first)[0] === first;
  const ends = beginsPart(reading, last + 1) || letterAt(last + 1) === THAI_REPEAT;
  return begins && (ends || place.segments().around(last)[1] === last + 1);
}

function standsInIndic(place: FoundAt): boolean {
  const before = beginsPart(place.reading, place.first) ? "" : around(place, "indic", -1);
  const behind = beginsPart(place.reading, place.last + 1) ? "" : around(place, "indic", 1);
  return before === "" && behind !== null && (place.endings === null ? behind === "" : place.endings.has(behind));
}

const VOWEL_OR_TONE = /^\p{M}$/u;

/** Blanks inside a word of letters with vowels upon them disguise it only when every piece is one letter. */
function isPartedWell({ reading: { codes, gaps }, first, last }: FoundAt): boolean {
  if (gaps?.slice(first + 1, last + 1).includes("space") !== true) return true;
  let letters = 0;
  for (let index = first; index <= last; index += 1) {
    if (gaps[index] !== null) letters = 0;
    if (!VOWEL_OR_TONE.test(String.fromCodePoint(codes[index] ?? 0))) letters += 1;
    if (letters > 1) return false;
  }
  return true;
}

/** 3 년 is three years. */
function isCounted({ reading, first }: FoundAt): boolean {
  const digit = (index: number): boolean => scriptAt(reading, index) === "digit";
  return digit(first - 1) || (reading.codes[first - 1] === BREAK && digit(first - 2));
}

function beginsPart({ codes, gaps }: Reading, index: number): boolean {
  return index === 0 || index === codes.length || codes[index - 1] === BREAK || (gaps?.[index] ?? null) !== null;
}

/** Up to three syllables next to a place, with nothing between; a digit counts as one, so that 3년 is no 년. */
function near({ reading }: FoundAt, from: number, direction: -1 | 1): string {
  const codes: number[] = [];
  for (let index = from; codes.length < 3; index += direction) {
    const script = scriptAt(reading, index);
    if (script !== "hangul" && !(direction < 0 && script === "digit")) break;
    codes.push(reading.codes[index] ?? 0);
  }
  return String.fromCodePoint(...(direction < 0 ? codes.reverse() : codes));
}

function mayEnd(before: string, endings: ReadonlySet<string>): boolean {
  if (before === "") return true;
  return [1, 2, 3].some((length) => length <= before.length && endings.has(before.slice(-length)));
}

function mayBegin(behind: string, beginnings: readonly string[]): boolean {
  return behind === "" || beginnings.some((beginning) => behind.startsWith(beginning));
}

/** From this length on a row of characters stands in another word only by a chance that is not worth a look. */
const UNMISTAKABLE = 4;
const NO_EXCUSE: ReadonlySet<string> = new Set([
  "他妈的",
  "你妈的",
  "滚出去",
  "滚蛋",
  "滚开",
  "快滚",
  "滚吧",
  "王八蛋",
  "狗屎",
  "大傻瓜",
  "大笨蛋",
  "小傻瓜",
  "ばかばかしい",
  "ばかもの",
  "あほらしい",
  "あほくさい",
  "くそったれ",
  "くそやろう",
]);

function standsInHanOrKana(place: FoundAt): boolean {
  const { reading, first, last } = place;
  const scripts = new Set(reading.codes.slice(first, last + 1).map((_, index) => scriptAt(reading, first + index)));
  if (scripts.size === 1 && scripts.has("katakana")) return standsInKatakana(place);
  if (!inOneGap(place)) return false;
  const [from] = place.segments().around(first);
  const [, to] = place.segments().around(last);
  if (scripts.size === 1 && scripts.has("han")) return standsAmongHan(place, from, to);
  if (from < first && !(isNoExcuse(reading, from, to) || isBehindParticle(place, from))) return false;
  return mayPrecedeKana(place) && mayFollowKana(place, to);
}

/** Particles that the dictionary may have joined to a word it does not know, and that no longer word begins with. */
const JOINED_PARTICLES = words("で が は も に を の お");

function isBehindParticle({ reading, first, last, segments }: FoundAt, from: number): boolean {
  const particle = String.fromCodePoint(reading.codes[from] ?? 0);
  return from === first - 1 && JOINED_PARTICLES.has(particle) && segments().around(first)[1] <= last;
}

/** What may stand before and behind a word of abuse inside one word of the dictionary: 大傻瓜, 死吧. */
const HAN_BEFORE = words("大 小 老 臭 死 真 太 你 个 这 那 是 快");
const HAN_BEHIND = words("吧 了 啊 的 吗 呢 呀 哦 嘛 们 啦 哈 着");

function standsAmongHan({ reading, first, last }: FoundAt, from: number, to: number): boolean {
  const length = last - first + 1;
  if (length >= UNMISTAKABLE || isNoExcuse(reading, from, to)) return true;
  if (length === 1) return from === first && to === last + 1 && !isInJapaneseWord(reading, first);
  const before = String.fromCodePoint(...reading.codes.slice(from, first));
  const behind = String.fromCodePoint(...reading.codes.slice(last + 1, to));
  return (before === "" || HAN_BEFORE.has(before)) && (behind === "" || HAN_BEHIND.has(behind));
}

const JAPANESE_NEARBY = 8;

/** Among kana a character next to another one is part of its word: 盲導犬. */
function isInJapaneseWord(reading: Reading, index: number): boolean {
  if (scriptAt(reading, index - 1) !== "han" && scriptAt(reading, index + 1) !== "han") return false;
  if (String.fromCodePoint(...reading.codes.slice(index + 1, index + 3)) === "野郎") return false;
  for (let near = index - JAPANESE_NEARBY; near <= index + JAPANESE_NEARBY; near += 1) {
    if (scriptAt(reading, near) === "hiragana") return true;
  }
  return false;
}

const isNoExcuse = ({ codes }: Reading, from: number, to: number): boolean =>
  NO_EXCUSE.has(String.fromCodePoint(...codes.slice(from, to)));

/** White space inside a word: then one side of it stands alone, or it is two words. */
function inOneGap({ reading, first, last }: FoundAt): boolean {
  const gaps = reading.gaps?.slice(first + 1, last + 1) ?? [];
  if (!gaps.includes("space")) return true;
  const begins = beginsPart(reading, first);
  const ends =
    last + 1 >= reading.codes.length ||
    reading.codes[last + 1] === BREAK ||
    (reading.gaps?.[last + 1] ?? null) !== null;
  return begins || ends;
}

const isJapanese = (script: Script): boolean => FAMILY[script] === "kana" || FAMILY[script] === "katakana";

function kanaBefore({ reading, first }: FoundAt): string {
  return scriptAt(reading, first - 1) === "hiragana" ? String.fromCodePoint(reading.codes[first - 1] ?? 0) : "";
}

/** Before a word in hiragana stands a whole word, or a particle; a single other kana is the beginning of a longer word. */
function mayPrecedeKana(place: FoundAt): boolean {
  const before = kanaBefore(place);
  const opens = !isJapanese(scriptAt(place.reading, place.first - 2));
  return (
    before === "" ||
    (opens ? KANA_OPENING : KANA_BEFORE).has(before) ||
    place.segments().around(place.first - 1)[0] < place.first - 1
  );
}

function mayFollowKana({ reading, last }: FoundAt, wordEnd: number): boolean {
  if (scriptAt(reading, last + 1) !== "hiragana") return wordEnd === last + 1 || scriptAt(reading, last + 1) !== "han";
  const behind = String.fromCodePoint(...reading.codes.slice(last + 1, last + 5));
  return KANA_BEHIND.some((beginning) => behind.startsWith(beginning));
}

/** A word in katakana is the whole row of katakana, but for a few that go with abuse: ブス stands in コロンブス. */
function standsInKatakana(place: FoundAt): boolean {
  const before = around(place, "katakana", -1);
  const behind = around(place, "katakana", 1);
  if (before === null || behind === null || !inOneGap(place)) return false;
  return (before === "" || KATAKANA_BEFORE.has(before)) && (behind === "" || KATAKANA_BEHIND.has(behind));
}
