import { CYRILLIC_DERIVED, CYRILLIC_ENDINGS, INDIC_ENDINGS, INDIC_PLURALS, INDIC_QUALITIES } from "./affixes.ts";
import type { Letter, Script } from "./letter.ts";
import { BREAK } from "./reading.ts";
import { drawTogether } from "./repetition.ts";

/** A row of codes that gives a listed word away. */
export interface Pattern {
  /** The number of the listed word. */
  readonly word: number;
  readonly codes: readonly number[];
  /** How many of each letter the word has, where repeated letters are drawn together. */
  readonly counts: readonly number[];
  /** Whether `codes` have no letter twice in a row: only such patterns are looked for among repeated letters. */
  readonly drawn: boolean;
  /** Whether the word has to be written with letters drawn together: `as` is no `ass`. */
  readonly onlyRepeated: boolean;
  /** What may follow when the codes are the stem of a word; null where the usual endings may. */
  readonly endings: ReadonlySet<string> | null;
}

type Form = readonly [form: string, endings: ReadonlySet<string> | null];

const UMLAUTS: Readonly<Record<string, string>> = { ä: "ae", ö: "oe", ü: "ue" };
const SHORTEST_STEM = 3;
const LONG_WORD = 5;
const NO_ENDING: ReadonlySet<string> = new Set([""]);

/** Everything that a listed word is looked for as. */
export function patternsOf(word: number, letters: readonly Letter[]): Pattern[] {
  const text = String.fromCodePoint(...codesOf(letters));
  const scripts = new Set(
    letters.map(({ script }) => script).filter((script) => script !== "space" && script !== "sign"),
  );
  const [only] = scripts.size === 1 ? scripts : [];
  const forms = only === undefined ? [[text, null] as const] : (FORMS[only]?.(text) ?? [[text, null] as const]);
  const joined = joinedForm(text, only);
  return [...forms, ...joined].flatMap(([form, endings]) =>
    withRepetition(
      word,
      [...form].map((sign) => sign.codePointAt(0) ?? 0),
      endings,
    ),
  );
}

const ALPHABETS: ReadonlySet<Script | undefined> = new Set<Script>(["latin", "greek", "cyrillic", "arabic"]);
const SHORTEST_JOINED = 9;

/** A turn of several words written as one: "killyourself". Short ones would be found in other words. */
function joinedForm(text: string, script: Script | undefined): Form[] {
  if (!text.includes(" ") || text.length < SHORTEST_JOINED || !ALPHABETS.has(script)) return [];
  return [[text.replaceAll(" ", ""), NO_ENDING]];
}

/** The codes of a listed word; white space is one space, and none at its ends. */
export function codesOf(letters: readonly Letter[]): number[] {
  const codes: number[] = [];
  for (const { code, script } of letters) {
    if (script !== "space") codes.push(code);
    else if (codes.length > 0 && codes.at(-1) !== BREAK) codes.push(BREAK);
  }
  return codes.at(-1) === BREAK ? codes.slice(0, -1) : codes;
}

function withRepetition(word: number, codes: readonly number[], endings: ReadonlySet<string> | null): Pattern[] {
  const together = drawTogether(codes);
  const drawn = together.codes.length === codes.length;
  const pattern: Pattern = { word, codes, counts: together.counts, drawn, onlyRepeated: false, endings };
  if (drawn || together.codes.length < 2) return [pattern];
  return [pattern, { word, ...together, drawn: true, onlyRepeated: true, endings }];
}

function latinForms(word: string): Form[] {
  const forms: Form[] = [[word, null]];
  if (/[äöü]/.test(word)) forms.push([word.replace(/[äöü]/g, (letter) => UMLAUTS[letter] ?? letter), null]);
  const stem = word.slice(0, -1);
  if (stem.length < SHORTEST_STEM || word.includes(" ")) return forms;
  const bare = withoutAccents(word);
  if (bare !== null) forms.push([bare, null]);
  if (word.endsWith("e")) forms.push([stem, new Set(["ing", "ings", "in", "ist", "ists"])]);
  if (/[^aeiou]y$/.test(word)) forms.push([stem, new Set(["ies", "ier", "iest"])]);
  return forms;
}

/** What Vietnamese writes its tones with, and letters that carry two marks: without them it is another word. */
const TONES = /[\u0300-\u036F]{2}|[\u0309\u031B\u0323]|đ/;

/** A long word as one writes it who leaves the accents out: "encule", "gerizekali". Short ones would be other words. */
function withoutAccents(word: string): string | null {
  const parted = word.normalize("NFD");
  if (word.length < LONG_WORD || TONES.test(parted)) return null;
  const bare = parted.replaceAll(/[\u0300-\u036F]/g, "").replaceAll("ı", "i");
  return bare === word ? null : bare;
}

/** Two consonants that are also written as one letter: ㅂㅅ as ㅄ. */
const CLUSTERS: Readonly<Record<string, string>> = { "\u1107\u1109": "\u1121" };

function jamoForms(word: string): Form[] {
  const cluster = CLUSTERS[word];
  return cluster === undefined
    ? [[word, null]]
    : [
        [word, null],
        [cluster, null],
      ];
}

/** The declensions of Hindi, by the listed form. */
function indicForms(word: string): Form[] {
  const last = word.at(-1) ?? "";
  const endings = INDIC_ENDINGS[last];
  if (!word.includes(" ") && endings !== undefined) return [[word.slice(0, -1), endings]];
  return [[word, word.length >= LONG_WORD ? INDIC_QUALITIES : INDIC_PLURALS]];
}

const FORMS: Readonly<Partial<Record<Script, (word: string) => Form[]>>> = {
  cyrillic: cyrillicForms,
  latin: latinForms,
  jamo: jamoForms,
  indic: indicForms,
};

/** The declensions of Russian, by the listed form; of several that fit, each is taken. */
function cyrillicForms(word: string): Form[] {
  const stem = word.slice(0, -1);
  if (word.includes(" ") || stem.length < SHORTEST_STEM - 1) return [[word, NO_ENDING]];
  if (/(?:ый|ий|ой)$/.test(word) && word.length >= LONG_WORD) return [[word.slice(0, -2), CYRILLIC_ENDINGS.adjective]];
  const forms: Form[] = [[word, withDerived(word, CYRILLIC_ENDINGS.masculine)]];
  if (stem.length < SHORTEST_STEM)
    return word.length < SHORTEST_STEM ? [[word, NO_ENDING]] : /[аяоеьйыи]$/.test(word) ? [[word, NO_ENDING]] : forms;
  if (word.endsWith("ья"))
    return [
      [stem, CYRILLIC_ENDINGS.feminine],
      [word.slice(0, -2), new Set(["ей"])],
    ];
  if (/[ая]$/.test(word)) return [[stem, withBare(stem, CYRILLIC_ENDINGS.feminine)]];
  if (/[ое]$/.test(word)) return [[stem, withBare(stem, CYRILLIC_ENDINGS.neuter)]];
  if (/[ыи]$/.test(word)) return [[stem, withBare(stem, CYRILLIC_ENDINGS.plural)]];
  if (/ть(?:ся)?$/.test(word)) return [[word.replace(/ть(?:ся)?$/, ""), CYRILLIC_ENDINGS.verb]];
  if (/[ьй]$/.test(word)) forms.push([stem, CYRILLIC_ENDINGS.soft]);
  const fleeting = withoutFleetingVowel(word);
  if (fleeting !== null) forms.push([fleeting, CYRILLIC_ENDINGS.masculine]);
  return forms;
}

function withDerived(word: string, endings: ReadonlySet<string>): ReadonlySet<string> {
  return new Set([...endings, "", ...(word.length >= LONG_WORD ? CYRILLIC_DERIVED : [])]);
}

/** The genitive plural has no ending; a stem of three letters would be found in too much. */
function withBare(stem: string, endings: ReadonlySet<string>): ReadonlySet<string> {
  return stem.length > SHORTEST_STEM ? new Set([...endings, ""]) : endings;
}

/** козел, козла; ублюдок, ублюдка; засранец, засранца. */
function withoutFleetingVowel(word: string): string | null {
  const match = /^(.{2,})[ео]([клнц])$/.exec(word);
  return match === null ? null : `${match[1] ?? ""}${match[2] ?? ""}`;
}
