/** How a list or a register writes somebody: the family name, and the given name where it is known apart. */
export interface WrittenName {
  readonly family: string;
  readonly given: string;
}

/** Chinese and Korean family names of two characters; all others have one. */
const LONG_FAMILY_NAMES = new Set(
  "欧阳 歐陽 司马 司馬 上官 诸葛 諸葛 东方 東方 皇甫 尉迟 尉遲 公孙 公孫 慕容 司徒 夏侯 남궁 황보 제갈 사공 선우 독고 서문 동방".split(
    " ",
  ),
);

const HAN_OR_HANGUL = /^[\p{Script=Han}\p{Script=Hangul}]{2,6}$/u;

/** A name without accents, case, hyphens and blanks: what two spellings are compared by. */
export function foldedName(name: string): string {
  return name
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, "");
}

/**
 * Parts one written name into family and given: `SUN Yingsha`, `Sun, Yingsha`, `Yingsha Sun`, `孙颖莎`, `신유빈`. Capitals and a
 * comma tell the family; without either, the last word is taken for it, and `isSure` is false.
 */
export function partedName(written: string): WrittenName & { readonly isSure: boolean } {
  const name = written.trim().replace(/\s+/g, " ");
  const [beforeComma = "", ...afterComma] = name.split(/[,，]/).map((part) => part.trim());
  if (afterComma.length === 1 && beforeComma !== "" && afterComma[0] !== undefined && afterComma[0] !== "")
    return { family: beforeComma, given: afterComma[0], isSure: true };
  if (HAN_OR_HANGUL.test(name)) return partedCharacters(name);
  const words = name.split(" ");
  const capitals = words.filter(isInCapitals);
  if (capitals.length > 0 && capitals.length < words.length)
    return { family: capitals.join(" "), given: words.filter((word) => !isInCapitals(word)).join(" "), isSure: true };
  if (words.length === 1) return { family: name, given: "", isSure: true };
  return { family: words.at(-1) ?? "", given: words.slice(0, -1).join(" "), isSure: false };
}

function partedCharacters(name: string): WrittenName & { readonly isSure: boolean } {
  const length = name.length > 2 && LONG_FAMILY_NAMES.has(name.slice(0, 2)) ? 2 : 1;
  return { family: name.slice(0, length), given: name.slice(length), isSure: true };
}

/** Two letters at least, all of them capitals: an initial tells nothing. */
function isInCapitals(word: string): boolean {
  const letters = word.replace(/[^\p{L}]/gu, "");
  return letters.length > 1 && letters === letters.toUpperCase() && letters !== letters.toLowerCase();
}

/**
 * The same for every order in which the words of a name may stand (`SUN Yingsha`, `Yingsha Sun`) and however they are joined
 * or parted (`Yu bin Shin`, `SHIN Yubin`): the first by letters of all that begin with another letter and go round.
 */
export function nameKey(name: string): string {
  const letters = foldedName(name);
  let first = letters;
  for (let at = 1; at < letters.length; at += 1) {
    const turned = letters.slice(at) + letters.slice(0, at);
    if (turned < first) first = turned;
  }
  return first;
}

/** A name as it is compared with others that may be slips of the pen. */
export interface ComparedName {
  readonly key: string;
  /** Without blanks, beginning with each of its words. */
  readonly turned: readonly string[];
}

export function comparedName(name: string): ComparedName {
  const words = name
    .split(/[\s,，]+/)
    .map(foldedName)
    .filter((word) => word !== "");
  const turned = words.map((_, at) => [...words.slice(at), ...words.slice(0, at)].join(""));
  return { key: nameKey(name), turned };
}

/** Names that differ in a letter or two of many may be one name misspelt; in short ones a letter makes another name. */
const LETTERS_A_SLIP = 6;

/** Whether one name may be a slip of the pen away from the other, but is not the same. */
export function isAlmost(one: ComparedName, other: ComparedName): boolean {
  const slips = Math.min(2, Math.floor(Math.min(one.key.length, other.key.length) / LETTERS_A_SLIP));
  if (one.key === other.key || slips === 0) return false;
  return one.turned.some((turned) => slipsBetween(turned, other.turned[0] ?? "", slips) <= slips);
}

/** As many letters as two names that may be one share at their beginning or at their end. */
const SHARED_LETTERS = 3;

/** Names by their beginnings and ends, so that not every name is compared with every other. */
export class NameIndex<Of> {
  private readonly byEnds = new Map<string, { readonly name: ComparedName; readonly of: Of }[]>();

  add(name: ComparedName, of: Of): void {
    for (const end of endsOf(name.turned[0] ?? "")) {
      const known = this.byEnds.get(end);
      if (known === undefined) this.byEnds.set(end, [{ name, of }]);
      else known.push({ name, of });
    }
  }

  /** The first of those whose name this may be with a slip of the pen. */
  almost(name: ComparedName): Of | undefined {
    for (const end of name.turned.flatMap(endsOf))
      for (const known of this.byEnds.get(end) ?? []) if (isAlmost(name, known.name)) return known.of;
    return undefined;
  }
}

function endsOf(letters: string): string[] {
  return [`${letters.slice(0, SHARED_LETTERS)}-`, `-${letters.slice(-SHARED_LETTERS)}`];
}

/** How many letters are changed, left out, added or exchanged with the next; more than `most` is all the same. */
function slipsBetween(one: string, other: string, most: number): number {
  if (Math.abs(one.length - other.length) > most) return most + 1;
  let before: number[] = [];
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let at = 1; at <= one.length; at += 1) {
    const next = [at];
    for (let to = 1; to <= other.length; to += 1) {
      const isSame = one[at - 1] === other[to - 1];
      const isExchanged = at > 1 && to > 1 && one[at - 1] === other[to - 2] && one[at - 2] === other[to - 1];
      next.push(
        Math.min(
          (row[to - 1] ?? 0) + (isSame ? 0 : 1),
          (row[to] ?? 0) + 1,
          (next[to - 1] ?? 0) + 1,
          isExchanged ? (before[to - 2] ?? 0) + 1 : Number.MAX_SAFE_INTEGER,
        ),
      );
    }
    before = row;
    row = next;
  }
  return row[other.length] ?? most + 1;
}
