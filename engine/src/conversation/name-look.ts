import { latinOfLetter, latinOfSign } from "./moderation/look-alikes.ts";

/** What stands on paper above and below a Latin, Greek or Cyrillic letter. */
const MARKS = /[\u0300-\u036F]/gu;
/** Blanks, signs, and what cannot be seen at all. */
const NO_LETTERS = /[\p{Default_Ignorable_Code_Point}\p{C}\p{Z}\p{P}\p{S}]/gu;

/**
 * What a name looks like at a glance: two names of one look are hard to tell apart. Alphabets are read as the Latin
 * letters they resemble, without accents, case, blanks and signs; i, l and 1 are one, as are 0 and o, and rn and m
 * (after the skeleton of Unicode Technical Standard 39, section 4). A name of signs alone is its own look.
 */
export function lookOfName(name: string): string {
  const capitals = [...name.normalize("NFKC")].map((letter) => GREEK_CAPITALS.get(letter) ?? letter);
  const shown = capitals.join("").toLowerCase();
  const letters = [...shown.normalize("NFKD").replaceAll(MARKS, "")].map(asLatin).join("").normalize("NFC");
  const look = letters.replaceAll(NO_LETTERS, "").replaceAll("rn", "m").replaceAll("i", "l");
  return look === "" ? shown.replaceAll(/\s/gu, "") : look;
}

/** Greek capitals that are drawn like other Latin letters than the small ones are. */
const GREEK_CAPITALS: ReadonlyMap<string, string> = new Map(
  "ΑA ΒB ΕE ΖZ ΗH ΙI ΚK ΜM ΝN ΟO ΡP ΤT ΥY ΧX"
    .split(" ")
    .map((pair): [string, string] => [pair.charAt(0), pair.charAt(1)]),
);

function asLatin(letter: string): string {
  const code = letter.codePointAt(0) ?? 0;
  const latin = latinOfLetter(code) ?? (SIGNS.has(letter) ? latinOfSign(code, true) : undefined);
  return latin === undefined ? letter : String.fromCodePoint(latin);
}

/** Digits and signs that are read as letters; the others tell namesakes apart: Ann 2 and Ann 3. */
const SIGNS: ReadonlySet<string> = new Set("01|!@$");

/** Who speaks for the installation or the competition: nobody is called so. */
const OFFICES = [
  "podium admin administrator moderator organiser organizer referee umpire editor staff support system official",
  "webmaster root security jury",
  "관리자 운영자 운영진 주최자 주심 심판 심판장 편집자 고객지원 포디움",
  "管理员 管理員 版主 主办方 主辦方 裁判 裁判长 裁判長 编辑 編輯 客服 官方 系统管理员",
]
  .join(" ")
  .split(" ")
  .map(lookOfName);

/** What a name may not begin with even where more follows it in one word. */
const BEGINNINGS = ["podium", "moderator", "administrator", "organiser", "organizer"].map(lookOfName);

const offices: ReadonlySet<string> = new Set(OFFICES);

/** Whether a name looks like that of an office: as a word of it, written apart, or with a number behind it. */
export function looksLikeOffice(name: string): boolean {
  const words = name.normalize("NFKC").split(/[\p{Z}\p{P}\p{S}\p{Default_Ignorable_Code_Point}]+/u);
  const together = lookOfName(name);
  const isOffice = (word: string) => offices.has(word) || offices.has(word.replace(/(?<![\dlo])[\dlo]+$/u, ""));
  return (
    isOffice(together) ||
    words.some((word) => isOffice(lookOfName(word))) ||
    BEGINNINGS.some((beginning) => together.startsWith(beginning))
  );
}
