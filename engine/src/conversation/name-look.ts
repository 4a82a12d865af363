import { latinOfLetter, latinOfSign } from "./moderation/look-alikes.ts";

/** What stands on paper above, below and around a Latin, Greek or Cyrillic letter. */
const MARKS = /(?:[\u0300-\u036F]|[\u0483-\u0489]|[\u1AB0-\u1AFF]|[\u1DC0-\u1DFF]|[\u20D0-\u20FF]|[\uFE20-\uFE2F])/gu;
/** Blanks, signs, and what cannot be seen at all. */
const NO_LETTERS = /[\p{Default_Ignorable_Code_Point}\p{C}\p{Z}\p{P}\p{S}]/gu;

/**
 * What a name looks like at a glance: two names of one look are hard to tell apart. Alphabets are read as the Latin
 * letters they resemble, without accents, case, blanks and signs; i, l and 1 are one, as are 0 and o, rn and m, vv and w
 * (after the skeleton of Unicode Technical Standard 39, section 4). A name of signs alone is its own look.
 */
export function lookOfName(name: string): string {
  const bare = name.normalize("NFKD").replaceAll(MARKS, "");
  const shown = [...bare].map((letter) => CAPITALS.get(letter) ?? letter).join("");
  const small = shown.toLowerCase().replaceAll(MARKS, "");
  const look = [...withoutNumerals(small)]
    .map(asLatin)
    .join("")
    .normalize("NFC")
    .replaceAll(NO_LETTERS, "")
    .replaceAll("rn", "m")
    .replaceAll("vv", "w")
    .replaceAll("i", "l");
  return look === "" ? small.replaceAll(/\s/gu, "") : look;
}

/** Capitals of other alphabets that are drawn like other Latin letters than their small ones, or whose small ones are like none. */
const CAPITALS: ReadonlyMap<string, string> = new Map(
  `ΑA ΒB ΕE ΖZ ΗH ΙI ΚK ΜM ΝN ΟO ΡP ΤT ΥY ΧX ẞß
  ᎪA ᏴB ᏟC ᎠD ᎬE ᎻH ᎫJ ᏦK ᏞL ᎷM ᏢP ᎡR ᏒR ᏚS ᎢT ᏙV ᎳW ᏔW ᎩY ᏃZ ᎥI
  ꓮA ꓐB ꓚC ꓓD ꓰE ꓝF ꓖG ꓧH ꓲI ꓙJ ꓗK ꓡL ꓟM ꓠN ꓳO ꓑP ꓣR ꓢS ꓔT ꓴU ꓦV ꓪW ꓫX ꓬY ꓜZ`
    .split(/\s+/)
    .map((pair): [string, string] => [pair.charAt(0), pair.charAt(1)]),
);

/** Letters that are written as two elsewhere. */
const AS_TWO: ReadonlyMap<string, string> = new Map([
  ["ß", "ss"],
  ["æ", "ae"],
  ["œ", "oe"],
]);

function asLatin(letter: string): string {
  const code = letter.codePointAt(0) ?? 0;
  const latin = latinOfLetter(code) ?? (SIGNS.has(letter) ? latinOfSign(code, true) : undefined);
  return AS_TWO.get(letter) ?? (latin === undefined ? letter : String.fromCodePoint(latin));
}

/** Digits and signs that are read as letters; the others tell namesakes apart: Ann 2 and Ann 3. */
const SIGNS: ReadonlySet<string> = new Set("01|!@$");

/** Digits before a letter of the same word stand for letters: 4nn, Mar3k. Behind it they are numerals: Ann2. */
function withoutNumerals(small: string): string {
  return small.replaceAll(/[34578](?=\p{L})/gu, (digit) => {
    const code = latinOfSign(digit.codePointAt(0) ?? 0, true);
    return code === undefined ? digit : String.fromCodePoint(code);
  });
}

const listed = (words: string) => words.split(/\s+/).map(lookOfName);

/** Who speaks for the installation or the competition: nobody is called so, alone or beside a name. */
const OFFICES: ReadonlySet<string> = new Set(
  listed(`podium admin admins administrator administrators administration mod mods moderator moderators moderation
  owner postmaster moderateur veranstalter newsroom ittf deleted removed anonymous nobody
  organiser organisers organizer organizers referee referees umpire umpires editor editors support helpdesk system official
  officials webmaster sysadmin security administrador moderador arbitre arbitro schiedsrichter redaktion
  админ администратор модератор организатор судья арбитр редактор поддержка διαχειριστής ΔΙΑΧΕΙΡΙΣΤΗΣ συντονιστής ΣΥΝΤΟΝΙΣΤΗΣ διαιτητής ΔΙΑΙΤΗΤΗΣ
  관리자 운영자 운영진 주최자 주심 심판 심판장 편집자 고객지원 포디움
  管理员 管理員 管理者 版主 主办方 主辦方 裁判 裁判长 裁判長 审判 審判 编辑 編輯 客服 官方 系统管理员 運営 主催者 管理人 モデレーター المشرف مشرف`),
);

/** Offices that are family names too: Joe Root, Aaron Judge, Ann Staff, Max Jury. Refused where nothing is said beside them. */
const ALSO_NAMES: ReadonlySet<string> = new Set(listed("root staff jury judge judges host"));

/** What stands beside an office without naming anybody. */
const NO_NAMES: ReadonlySet<string> = new Set(
  listed("the a an our your of for and club team teams desk group chief head senior main site page hall real"),
);

/** What a name may not begin with even where more follows it in one word. */
const BEGINNINGS = listed("podium moderator administrator organiser organizer");

/** What follows the name of a person in one word: 김심판 is Kim, the umpire. */
const ENDINGS = listed("관리자 운영자 운영진 심판 심판장 管理员 管理員 管理者 裁判 裁判长 裁判長 官方 客服");

/** Whether a name looks like that of an office: as a word of it, written apart, with a number behind it, or in other letters. */
export function looksLikeOffice(name: string): boolean {
  const together = lookOfName(name);
  const words = wordsOf(name);
  const looks = words.map((word) => withoutNumber(lookOfName(word)));
  return (
    isOffice(together) ||
    isOffice(together.replaceAll("cl", "d")) ||
    ALSO_NAMES.has(withoutNumber(together)) ||
    looks.some((look) => isOffice(look) || isOffice(look.replaceAll("cl", "d"))) ||
    BEGINNINGS.some((beginning) => together.startsWith(beginning)) ||
    ENDINGS.some((ending) => withoutNumber(together).endsWith(ending)) ||
    (looks.some((look) => ALSO_NAMES.has(look)) &&
      looks.every((look) => look === "" || ALSO_NAMES.has(look) || NO_NAMES.has(look)))
  );
}

/** The words of a name. What a hyphen joins to a family name behind a given name belongs to it: Rob Admin-Smith. */
function wordsOf(name: string): string[] {
  const parts = name.normalize("NFKC").split(/[\p{Z}\p{S}\p{Default_Ignorable_Code_Point}]+/u);
  return parts.flatMap((part, at) => {
    const joined = part.split(/[\p{P}]+/u);
    return at > 0 && isDoubleName(part) && isGivenName(parts[at - 1] ?? "") ? [] : joined;
  });
}

/** Two words of letters, one of which is no office and no word that stands beside one. */
function isDoubleName(part: string): boolean {
  if (!/^\p{Lu}\p{L}+[-\u2010\u2011]\p{Lu}\p{L}+$/u.test(part)) return false;
  return part.split(/[-\u2010\u2011]/u).some(isGivenName);
}

function isGivenName(word: string): boolean {
  const look = lookOfName(word);
  return /^\p{L}+$/u.test(word) && !isOffice(look) && !NO_NAMES.has(look);
}

function isOffice(look: string): boolean {
  return OFFICES.has(look) || OFFICES.has(withoutNumber(look));
}

/** A number behind a word, 1 and 0 as the letters they are read as. */
function withoutNumber(look: string): string {
  return look.replace(/(?<![\dlo])[\dlo]+$/u, "");
}
