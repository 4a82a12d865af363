/** A text as letters and digits alone, lower case, without accents: what names and words are looked up in. */
export interface Letters {
  readonly codes: readonly number[];
  /** Where each letter begins and ends in the text. */
  readonly from: readonly number[];
  readonly to: readonly number[];
  /** Whether a word may begin, or end, at each letter. */
  readonly begins: readonly boolean[];
  readonly ends: readonly boolean[];
  /** How many marks that no name runs across (a comma, a full stop) stand before each letter. */
  readonly breaks: readonly number[];
}

const EXPANSIONS: Readonly<Record<string, string>> = {
  ø: "o",
  ł: "l",
  ß: "ss",
  æ: "ae",
  œ: "oe",
  đ: "d",
  ð: "d",
  þ: "th",
  ı: "i",
  ħ: "h",
  ŋ: "n",
};

/** Traditional and Japanese forms of characters, each before the simplified one that it is read as. */
const HAN =
  "欽钦穎颖孫孙黃黄鎮镇凱凯陳陈張张韓韩國国銀银銅铜決决賽赛團团雙双單单戰战勝胜敗败擊击組组強强時时馬马龍龙鐘钟勳勋東东賢贤許许劉刘陸陆麗丽" +
  "楊杨鄭郑趙赵吳吴謝谢獲获奪夺號号種种間间歲岁輪轮選选將将淘淘輸输與与敵敌負负贏赢進进級级隊队對对聯联為为們们後后過过這这運运會会彎弯" +
  "鍾钟蓮莲葉叶衛卫蘇苏蕭萧嚴严顧顾龔龚范範寧宁寶宝鵬鹏飛飞華华傑杰錦锦詩诗瑋玮瑩莹瓊琼恆恒憲宪應应戶户広广応应沢泽辺边浜滨壹一鐵铁";

const SIMPLIFIED = new Map(
  [...HAN].flatMap((form, at, all) => (at % 2 === 0 ? [[form, all[at + 1] ?? form] as const] : [])),
);

/** What may stand inside a name or a phrase. */
const JOINTS = new Set(" \u00a0\u202f\u3000\t-‐‑'’ʼ´`·・‧./／");

const LETTER = /[\p{Letter}\p{Number}]/u;
const UNSPACED = /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}ー]/u;
const MARK = /\p{Mark}/u;

/** The letters of one character: none for a mark, one or two else. */
function foldCharacter(character: string): string {
  const lower = character.toLowerCase();
  const code = lower.codePointAt(0) ?? 0;
  if (code < 128) return lower;
  if (code < 0x590 || (code >= 0x1e00 && code < 0x2000)) {
    return EXPANSIONS[lower] ?? lower.normalize("NFD").replaceAll(/\p{Mark}/gu, "");
  }
  if (code >= 0xff10 && code <= 0xff5a) return String.fromCodePoint(code - 0xfee0).toLowerCase();
  return SIMPLIFIED.get(lower) ?? lower;
}

/** Whether a character is written without spaces between words. */
export function isUnspaced(character: string): boolean {
  return character.charCodeAt(0) >= 0x1100 && UNSPACED.test(character);
}

/** Whether a character is a letter or a digit. */
export function isLetter(character: string): boolean {
  const code = character.charCodeAt(0);
  if (code < 128) return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57);
  return LETTER.test(character);
}

/** The letters of a name or a phrase: how it stands in a lexicon. */
export function fold(words: string): string {
  let folded = "";
  for (const character of words) if (isLetter(character)) folded += foldCharacter(character);
  return folded;
}

interface Growing {
  readonly codes: number[];
  readonly from: number[];
  readonly to: number[];
  readonly begins: boolean[];
  readonly ends: boolean[];
  readonly breaks: number[];
}

/** Reads a text as letters, in one pass. */
export function lettersOf(text: string): Letters {
  const letters: Growing = { codes: [], from: [], to: [], begins: [], ends: [], breaks: [] };
  let at = 0;
  let breaks = 0;
  let inWord = false;
  let unspaced = false;
  for (const character of text) {
    const next = at + character.length;
    if (isLetter(character)) {
      const isNowUnspaced = isUnspaced(character);
      const begins = !inWord || isNowUnspaced || unspaced;
      if (begins && letters.ends.length > 0) letters.ends[letters.ends.length - 1] = true;
      addLetters(letters, { folded: foldCharacter(character), at, next, begins, breaks });
      inWord = true;
      unspaced = isNowUnspaced;
    } else if (!MARK.test(character)) {
      if (letters.ends.length > 0) letters.ends[letters.ends.length - 1] = true;
      inWord = false;
      if (!JOINTS.has(character)) breaks += 1;
    }
    at = next;
  }
  if (letters.ends.length > 0) letters.ends[letters.ends.length - 1] = true;
  return letters;
}

interface Added {
  readonly folded: string;
  readonly at: number;
  readonly next: number;
  readonly begins: boolean;
  readonly breaks: number;
}

function addLetters(letters: Growing, { folded, at, next, begins, breaks }: Added): void {
  for (let index = 0; index < folded.length; index += 1) {
    letters.codes.push(folded.charCodeAt(index));
    letters.from.push(at);
    letters.to.push(next);
    letters.begins.push(begins && index === 0);
    letters.ends.push(false);
    letters.breaks.push(breaks);
  }
}
