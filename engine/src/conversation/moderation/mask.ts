import type { Letter, Script } from "./letter.ts";

const ALPHABETIC: ReadonlySet<Script> = new Set(["latin", "greek", "cyrillic", "arabic"]);
const MASKS: ReadonlySet<number> = new Set([..."*#•●■%@✱＊∗"].map((sign) => sign.codePointAt(0) ?? 0));
/** A dash or a line may hide one vowel, nothing else: "sh-t". */
const VOWEL_MASKS: ReadonlySet<number> = new Set([..."-_"].map((sign) => sign.codePointAt(0) ?? 0));
const VOWELS: ReadonlySet<number> = new Set([..."aeiouyаеиоуыэюя"].map((letter) => letter.codePointAt(0) ?? 0));
const SHORTEST = 4;

/** Words by their first letter and their length, for those of which a text shows only some letters. */
export type Masked = ReadonlyMap<string, readonly (readonly [word: number, codes: readonly number[]])[]>;

/** What can be hidden behind asterisks: words of one alphabet, of four letters or more. */
export function maskable(words: readonly (readonly [word: number, letters: readonly Letter[]])[]): Masked {
  const index = new Map<string, (readonly [number, readonly number[]])[]>();
  for (const [word, letters] of words) {
    if (letters.length < SHORTEST || !letters.every(({ script }) => ALPHABETIC.has(script))) continue;
    const key = keyOf(letters[0]?.code ?? 0, letters.length);
    index.set(key, [...(index.get(key) ?? []), [word, letters.map(({ code }) => code)]]);
  }
  return index;
}

const keyOf = (first: number, length: number): string => `${first} ${length}`;

/** Finds the words that stand in a text with letters hidden, as "f**k": the listed word and its letters from and to. */
export function findMasked(
  letters: readonly Letter[],
  masked: Masked,
  found: (word: number, from: number, to: number) => void,
): void {
  for (let from = 0; from < letters.length; from += 1) {
    if (!mayStand(letters[from])) continue;
    let to = from + 1;
    while (to < letters.length && mayStand(letters[to])) to += 1;
    matchMasked(letters.slice(from, to), masked, (word, length) => found(word, from, from + length));
    from = to;
  }
}

function mayStand(letter: Letter | undefined): boolean {
  return (
    letter !== undefined && (ALPHABETIC.has(letter.script) || MASKS.has(letter.code) || VOWEL_MASKS.has(letter.code))
  );
}

function matchMasked(token: readonly Letter[], masked: Masked, found: (word: number, length: number) => void): void {
  const hidden = token.filter(({ script }) => script === "sign").length;
  if (hidden === 0 || hidden * 2 > token.length || token.length < SHORTEST || token[0]?.script === "sign") return;
  for (const length of [token.length, token.length - 1]) {
    const rest = token.slice(length);
    if (rest.some(({ code }) => code !== 0x73)) continue;
    for (const [word, codes] of masked.get(keyOf(token[0]?.code ?? 0, length)) ?? []) {
      if (fits(token, codes)) found(word, length);
    }
  }
}

function fits(token: readonly Letter[], codes: readonly number[]): boolean {
  const shown = codes.filter((_, index) => token[index]?.script !== "sign").length;
  if (shown < 2 || shown === codes.length) return false;
  return codes.every((code, index) => {
    const sign = token[index]?.code ?? 0;
    return sign === code || MASKS.has(sign) || (VOWEL_MASKS.has(sign) && VOWELS.has(code));
  });
}
