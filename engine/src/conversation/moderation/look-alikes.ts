/** Letters of other alphabets, and signs, that are drawn like a Latin letter: pairs of the sign and the letter. */
const AS_LATIN = `аa еe оo рp сc уy хx кk мm тt нh вb іi јj ѕs ԁd һh ӏl ԛq ԝw гr пn яr иu ьb ыb ґr цu шw
  αa οo ρp νv τt ιi κk υu εe χx βb ηn ωw γy μu σo ζz օo սu հh ոn ցg զq
  øo łl đd ħh ŧt ıi ɡg ɪi ʟl ᴀa ʙb ᴄc ᴅd ᴇe ꜰf ɢg ʜh ᴊj ᴋk ᴍm ɴn ᴏo ᴘp ʀr ꜱs ᴛt ᴜu ᴠv ᴡw ʏy ᴢz ɑa ɐa ɯm ǝe ƒf`;

/** Letters of scripts that hardly anybody reads, taken for their shape: Cherokee, and the syllables of Canada. */
const AS_LATIN_SHAPES = `ꭺa ᏼb ꮯc ꭰd ꭼe ꮐg ꮋh ꭵi ꮖi ꭻj ꮶk ꮮl ꮇm ꮑn ꮎo ꮲp ꭱr ꮪs ꮥs ꭲt ꮙv ꮤw ꮃw ꭹy ꮓz
  ᗩa ᗷb ᑕc ᗪd ᗴe ᖴf ᕼh ᒍj ᒪl ᗰm ᑎn ᑭp ᖇr ᔕs ᑌu ᐯv ᗯw ᙭x ᘔz`;

/** What is drawn like a Russian letter. */
const AS_CYRILLIC =
  "dд aа eе oо pр cс yу xх kк mм tт hн bв iи uи nп rг gд αа οо ρр νв τт κк χх εе βв ηп γу 0о 1и 3з 4ч 6б @а $с";

/** Digits and signs that stand for Latin letters. A 1 is an i or an l: see `AS_L`. */
const AS_LATIN_SIGNS = "0o 1i 3e 4a 5s 7t 8b 9g @a $s !i |i ¡i €e £l ¢c ¥y +t";

/** Signs that are an l as easily as an i. */
const AS_L: ReadonlySet<number> = new Set([..."1!|¡"].map(codeOf));

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

const shapes = pairs(AS_LATIN_SHAPES);
const latin = new Map([...pairs(AS_LATIN), ...shapes]);
const latinSigns = pairs(AS_LATIN_SIGNS);
const cyrillic = pairs(AS_CYRILLIC);
const cyrillicDigits = pairs("4а 3е 1и");

/** The Latin letter that a letter of another alphabet looks like. */
export function latinOfLetter(code: number): number | undefined {
  return latin.get(code);
}

/** Whether a letter is used for its shape alone, as far as anybody writes here. */
export function isShape(code: number): boolean {
  return shapes.has(code);
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

/** The Cyrillic letter that a digit stands for by the shape of its Latin one: дур4к. */
export function cyrillicOfDigit(code: number): number | undefined {
  return cyrillicDigits.get(code) ?? cyrillicOf(code);
}
