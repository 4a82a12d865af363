/** Letters of other alphabets, and signs, that are drawn like a Latin letter: pairs of the sign and the letter. */
const AS_LATIN = `аa еe оo рp сc уy хx кk мm тt нh вb іi јj ѕs ԁd һh ӏl ԛq ԝw гr пn яr иu ьb ыb ґr цu шw
  αa οo ρp νv τt ιi κk υu εe χx βb ηn ωw γy μu σo ζz օo սu հh ոn ցg զq
  øo łl đd ħh ŧt ıi ɡg ɪi ʟl ᴀa ʙb ᴄc ᴅd ᴇe ꜰf ɢg ʜh ᴊj ᴋk ᴍm ɴn ᴏo ᴘp ʀr ꜱs ᴛt ᴜu ᴠv ᴡw ʏy ᴢz ɑa ɐa ɯm ǝe ƒf`;

/** What is drawn like a Russian letter. */
const AS_CYRILLIC =
  "aа eе oо pр cс yу xх kк mм tт hн bв iи uи nп rг gд αа οо ρр νв τт κк χх εе βв ηп γу 0о 1и 3з 4ч 6б @а $с";

/** Digits and signs that stand for Latin letters. A 1 is an i or an l: see `AS_L`. */
const AS_LATIN_SIGNS = "0o 1i 3e 4a 5s 7t 8b 9g @a $s !i |i €e £l ¢c ¥y +t";

/** Signs that are an l as easily as an i. */
const AS_L: ReadonlySet<number> = new Set([..."1!|"].map(codeOf));

function codeOf(letter: string): number {
  return letter.codePointAt(0) ?? 0;
}

function pairs(table: string): ReadonlyMap<number, number> {
  return new Map(
    table.split(/\s+/).map((pair): [number, number] => {
      const [sign = "", letter = ""] = pair;
      return [codeOf(sign), codeOf(letter)];
    }),
  );
}

const latin = pairs(AS_LATIN);
const latinSigns = pairs(AS_LATIN_SIGNS);
const cyrillic = pairs(AS_CYRILLIC);

/** The Latin letter that a letter of another alphabet looks like. */
export function latinOfLetter(code: number): number | undefined {
  return latin.get(code);
}

/** The Latin letter that a digit or sign stands for, with `l` taken where it is as likely as `i`. */
export function latinOfSign(code: number, ambiguousAsL: boolean): number | undefined {
  return ambiguousAsL && AS_L.has(code) ? codeOf("l") : latinSigns.get(code);
}

/** Whether a sign is an i or an l. */
export function isAmbiguousSign(code: number): boolean {
  return AS_L.has(code);
}

/** The Cyrillic letter that a letter, digit or sign looks like. */
export function cyrillicOf(code: number): number | undefined {
  return cyrillic.get(code);
}
