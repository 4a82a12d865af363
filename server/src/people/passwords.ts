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
    isRun(small) ||
    isOwnWords(small, ["podium", ...words]) ||
    KEYBOARDS.some((keys) => keys.includes(small)) ||
    stemsOf(small).some((stem) => KNOWN_HERE.has(stem)) ||
    (await isKnown(small));
  return isWeak
    ? refuse("password-known", "This password is easily guessed. Take a few words that do not belong together.")
    : null;
}

async function isKnown(small: string): Promise<boolean> {
  const passwords = await knownPasswords();
  return stemsOf(small).some((stem) => passwords.has(stem));
}

/** Long words that a table tennis club would think of, beside what others have. */
const KNOWN_HERE: ReadonlySet<string> = new Set([
  "tabletennis",
  "table tennis",
  "pingpong",
  "ping pong",
  "letmein please",
]);

const ROWS = ["qwertyuiopasdfghjklzxcvbnm1234567890", "azertyuiopqsdfghjklmwxcvbn", "qwertzuiopasdfghjklyxcvbnm"];
/** The keys in the order in which they lie, forwards and backwards. */
const KEYBOARDS = ROWS.flatMap((keys) => [keys, [...keys].reverse().join("")]);

/** The password itself, what it repeats, and both without the digits and signs around and with letters for 0, 1, 3, 4, 5, 7, @ and $. */
function stemsOf(small: string): string[] {
  const unit = repeatedIn(small);
  return [small, unit].flatMap((text) => {
    const read = [...text].map((sign) => LETTER_OF_SIGN.get(sign) ?? sign).join("");
    return [text, bareOf(text), read, bareOf(read)].filter((stem) => stem !== "");
  });
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

/** The shortest text that makes this one when it is written again and again. */
function repeatedIn(text: string): string {
  const again = (text + text).indexOf(text, 1);
  return text.slice(0, again);
}

/** Whether most characters follow one another as in 123, aaa or cba. */
function isRun(text: string): boolean {
  const codes = [...text].map((sign) => sign.codePointAt(0) ?? 0);
  const steps = codes.slice(1).filter((code, at) => Math.abs(code - (codes[at] ?? 0)) <= 1).length;
  return steps / (codes.length - 1) > STEPS_SHARE_MAX;
}

function isOwnWords(small: string, words: readonly string[]): boolean {
  const parts = words.flatMap((word) =>
    word
      .normalize("NFKC")
      .toLowerCase()
      .split(/[^\p{L}\p{N}]+/u),
  );
  const left = parts.filter((part) => part.length > 2).reduce((rest, part) => rest.replaceAll(part, ""), small);
  return left !== small && left.replaceAll(/[^\p{L}\p{N}]/gu, "").length < OWN_PART_MIN;
}
