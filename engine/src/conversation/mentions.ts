/** A place in a text where a member may be named: what could be the name, the longest first, as it is written. */
interface Mention {
  readonly start: number;
  readonly names: readonly string[];
}

const LONGEST_NAME = 60;
const MOST_MENTIONS = 10;
/** Where words are not parted by blanks, a name may end before any letter: @민준님, @小明你好. */
const UNPARTED = /[\p{sc=Hang}\p{sc=Hani}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}]/u;
const IN_WORD = /[\p{L}\p{M}\p{N}_]/u;

/** Where a text names members by "@" and their name. An address of mail is none: before the sign stands no letter. */
export function mentionsIn(text: string): readonly Mention[] {
  const found: Mention[] = [];
  for (let at = text.indexOf("@"); at >= 0 && found.length < MOST_MENTIONS; at = text.indexOf("@", at + 1)) {
    if (at > 0 && IN_WORD.test(lastLetter(text, at))) continue;
    const names = namesFrom(text, at + 1);
    if (names.length > 0) found.push({ start: at, names });
  }
  return found;
}

function lastLetter(text: string, before: number): string {
  return /.$/su.exec(text.slice(Math.max(0, before - 2), before))?.[0] ?? "";
}

function namesFrom(text: string, from: number): string[] {
  const line = text.slice(from, from + LONGEST_NAME * 2).split("\n", 1)[0] ?? "";
  const letters = [...line].slice(0, LONGEST_NAME);
  const names: string[] = [];
  let name = "";
  for (const [index, letter] of letters.entries()) {
    name += letter;
    if (!IN_WORD.test(letter)) continue;
    const next = letters[index + 1] ?? "";
    if (!IN_WORD.test(next) || UNPARTED.test(letter) || UNPARTED.test(next)) names.push(name);
  }
  return name.startsWith(" ") ? [] : names.reverse();
}
