import { refuse, type Refusal } from "@podium/engine";

/** ASVS 5.0, 6.2.1 and 6.2.9: long is what makes a password strong; nothing else is asked of it but that it is not known. */
export const PASSWORD_MIN = 12;
const PASSWORD_MAX = 200;

/** Fewer different characters than that are a pattern, whatever their number. */
const DIFFERENT_MIN = 5;
/** What must be left of a password without the words that everybody knows who is asked for them. */
const OWN_PART_MIN = 6;
/** Which part of the steps from one character to the next may be none, up or down by one: 1234, aaaa, dcba. */
const STEPS_SHARE_MAX = 0.6;

let known: Promise<ReadonlySet<string>> | undefined;

/** The 49,000 passwords that are met most often in what was stolen; loaded when somebody first chooses one. */
async function knownPasswords(): Promise<ReadonlySet<string>> {
  known ??= import("@zxcvbn-ts/language-common").then(
    ({ dictionary }) => new Set<string>(dictionary["passwords-common"]),
  );
  return known;
}

/**
 * Why a password is refused; null for one that may be used. Refused are those with fewer than 12 characters or more than
 * 200, those that were stolen often, alone, twice or with digits and signs around, runs such as 123456789012, and what is made of the
 * person's own name, address or of Podium's (`words`).
 */
export async function whyWeak(password: string, words: readonly string[]): Promise<Refusal | null> {
  const length = [...password].length;
  if (length < PASSWORD_MIN || length > PASSWORD_MAX)
    return refuse("password-short", `A password has ${PASSWORD_MIN} to ${PASSWORD_MAX} characters.`);
  const small = password.normalize("NFKC").toLowerCase();
  const isWeak =
    new Set(small.replaceAll(/\s/gu, "")).size < DIFFERENT_MIN ||
    turnsOf(small).every(isRun) ||
    isWalk(small) ||
    (await isKnown(small)) ||
    (await isOwnWords(small, ["podium", ...words]));
  return isWeak
    ? refuse("password-known", "This password is easily guessed. Take a few words that do not belong together.")
    : null;
}

async function isKnown(small: string): Promise<boolean> {
  const passwords = await knownPasswords();
  return stemsOf(small).some((stem) => KNOWN_HERE.has(stem) || passwords.has(stem));
}

/** Long words that a table tennis club would think of, and what "password" is in other languages, beside what others have. */
const KNOWN_HERE: ReadonlySet<string> = new Set(
  `tabletennis pingpong letmeinplease thequickbrownfox helloworld contraseña contrasena heslo jelszó jelszo salasana lozinka şifre parola
  пароль парола κωδικός סיסמה 비밀번호 패스워드 암호 密码 密碼 口令 パスワード 暗証番号`.split(/\s+/),
);

/** The keys in their rows, as they lie in several countries. */
const KEYBOARDS = ["qwertyuiop asdfghjkl zxcvbnm", "azertyuiop qsdfghjklm wxcvbn", "qwertzuiop asdfghjkl yxcvbnm"].map(
  (rows) => placesOf(["1234567890", ...rows.split(" ")]),
);
/** Which part of the steps may be from a key to one that touches it. Of words it is a quarter. */
const WALKED_SHARE_MAX = 0.7;

function placesOf(rows: readonly string[]): ReadonlyMap<string, readonly [row: number, column: number]> {
  return new Map(rows.flatMap((keys, row) => [...keys].map((key, column) => [key, [row, column] as const] as const)));
}

/** Whether a finger goes from key to key, along rows or up and down: qweasdzxc, 1qaz2wsx. */
function isWalk(small: string): boolean {
  const keys = [...small].map((sign) => KEY_OF_SIGN.get(sign) ?? sign);
  return KEYBOARDS.some((places) => {
    const steps = keys.slice(1).filter((key, at) => touch(places.get(keys[at] ?? ""), places.get(key)));
    return steps.length / (keys.length - 1) > WALKED_SHARE_MAX;
  });
}

type Place = readonly [row: number, column: number] | undefined;

function touch(one: Place, other: Place): boolean {
  if (one === undefined || other === undefined) return false;
  return Math.abs(one[0] - other[0]) <= 1 && Math.abs(one[1] - other[1]) <= 1;
}

/** The digits, as they are with the shift key held. */
const KEY_OF_SIGN: ReadonlyMap<string, string> = new Map(
  [...")!@#$%^&*("].map((sign, digit): [string, string] => [sign, String(digit)]),
);

/**
 * The password itself, what it repeats, and both without the digits and signs around, with letters for 0, 1, 3, 4, 5, 7,
 * @ and $, and with digits for the signs above them; blanks and what parts words do not count.
 */
function stemsOf(small: string): string[] {
  const joined = small.replaceAll(/[\s\-_.]/gu, "");
  const units = [small, joined, bareOf(joined)].flatMap((text) => [text, repeatedIn(text)]);
  const stems = [...new Set(units)].flatMap((text) => {
    const read = readBy(LETTER_OF_SIGN, text);
    return [text, bareOf(text), read, bareOf(read), readBy(KEY_OF_SIGN, text)];
  });
  return stems.filter((stem) => stem !== "");
}

function readBy(meaning: ReadonlyMap<string, string>, text: string): string {
  return [...text].map((sign) => meaning.get(sign) ?? sign).join("");
}

/** From the first letter to the last. */
function bareOf(text: string): string {
  const signs = [...text];
  const isLetter = (sign: string) => /\p{L}/u.test(sign);
  return signs.slice(Math.max(0, signs.findIndex(isLetter)), signs.findLastIndex(isLetter) + 1).join("");
}

const LETTER_OF_SIGN: ReadonlyMap<string, string> = new Map([
  ["0", "o"],
  ["1", "i"],
  ["3", "e"],
  ["4", "a"],
  ["5", "s"],
  ["7", "t"],
  ["@", "a"],
  ["$", "s"],
]);

/** The shortest text that makes this one when it is written again and again, the last time perhaps not to its end. */
function repeatedIn(text: string): string {
  for (let length = 1; length <= text.length / 2; length += 1)
    if (text.startsWith(text.slice(length))) return text.slice(0, length);
  return text;
}

/** The whole; or, where letters and digits take turns as in a1b2c3, both by themselves. */
function turnsOf(small: string): string[] {
  const takesTurns = /^(?:\p{L}\d)+\p{L}?$|^(?:\d\p{L})+\d?$/u.test(small);
  return takesTurns ? [small.replaceAll(/\d/gu, ""), small.replaceAll(/\D/gu, "")] : [small];
}

/** Whether most characters follow one another as in 123, aaa or cba. */
function isRun(text: string): boolean {
  const codes = [...text].map((sign) => sign.codePointAt(0) ?? 0);
  const steps = codes.slice(1).filter((code, at) => Math.abs(code - (codes[at] ?? 0)) <= 1).length;
  return steps / (codes.length - 1) > STEPS_SHARE_MAX;
}

async function isOwnWords(small: string, words: readonly string[]): Promise<boolean> {
  const parts = words.flatMap((word) =>
    word
      .normalize("NFKC")
      .toLowerCase()
      .split(/[^\p{L}\p{N}]+/u),
  );
  const left = parts.filter((part) => part.length > 2).reduce((rest, part) => rest.replaceAll(part, ""), small);
  const own = left.replaceAll(/[^\p{L}\p{N}]/gu, "");
  return left !== small && (own.length < OWN_PART_MIN || isRun(own) || (await isKnown(own)));
}
