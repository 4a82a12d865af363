import { inLanguage, type Language, LANGUAGES, localeOf, type Text } from "@podium/protocol";

/**
 * Sentences by key. `{name}` stands for a parameter, a list or a name as the language says it. A key with the ending of a
 * plural category is chosen by the parameter `count`; a language has those categories that it tells apart (CLDR).
 */
export type Catalogue<Key extends string = string> = Readonly<Partial<Record<Key, string>>>;
export type TranslationParams = Readonly<Record<string, string | number | readonly string[] | Text>>;

/** A key as a page asks for it: without the ending of its plural. */
export type SentenceKey<Key extends string> = Key extends `${infer Base}_${"one" | "other"}` ? Base : Key;
/** Translates a key into one language. */
export type Translate<Key extends string> = (key: SentenceKey<Key>, params?: TranslationParams) => string;
/** The same for a key that came from elsewhere; null when the catalogue has no sentence for it. */
export type FindSentence = (key: string, params?: TranslationParams) => string | null;

interface Formats {
  readonly plural: Intl.PluralRules;
  readonly number: Intl.NumberFormat;
  readonly list: Intl.ListFormat;
  /** Numbers are written with the digits 0 to 9. */
  readonly hasPlainDigits: boolean;
}

const FORMATS = Object.fromEntries(LANGUAGES.map((language) => [language, formatsOf(language)])) as Readonly<
  Record<Language, Formats>
>;

function formatsOf(language: Language): Formats {
  const number = new Intl.NumberFormat(language);
  return {
    plural: new Intl.PluralRules(language),
    number,
    list: new Intl.ListFormat(localeOf(language)),
    hasPlainDigits: number.resolvedOptions().numberingSystem === "latn",
  };
}

/** Makes the translations of a catalogue, which is in this language. */
export function translator<Key extends string>(words: Catalogue<Key>, language: Language): Translate<Key> {
  const find = finder(words, language);
  return (key, params) => find(key, params) ?? key;
}

/** The same for keys that may be in no catalogue. */
export function finder(words: Catalogue, language: Language): FindSentence {
  const parts = new Map<string, readonly string[]>();
  // Sentences are taken apart at their gaps: what is the same for every page is found once.
  const partsOf = (sentence: string): readonly string[] => {
    const known = parts.get(sentence) ?? sentence.split(/\{(\w+)\}/);
    parts.set(sentence, known);
    return known;
  };
  return (key, params = {}) => {
    const sentence = sentenceOf(key, params["count"]) ?? words[key];
    return sentence === undefined ? null : fill(partsOf(sentence), params, language);
  };

  function sentenceOf(key: string, count: TranslationParams[string] | undefined): string | undefined {
    if (typeof count !== "number") return undefined;
    return words[`${key}_${FORMATS[language].plural.select(count)}`] ?? words[`${key}_other`];
  }
}

/** Whether a parameter is a list: Array.isArray does not tell one that may not be changed from words. */
function isList(param: TranslationParams[string]): param is readonly string[] {
  return Array.isArray(param);
}

/** The words of a sentence and its parameters, by turns. */
function fill(parts: readonly string[], params: TranslationParams, language: Language): string {
  return parts.map((part, index) => (index % 2 === 0 ? part : paramInWords(part, params, language))).join("");
}

function paramInWords(name: string, params: TranslationParams, language: Language): string {
  const param = params[name];
  if (param === undefined) return `{${name}}`;
  if (isList(param)) return list(param, language);
  if (typeof param === "object") return inLanguage(param, language);
  return typeof param === "number" ? number(param, language) : param;
}

/** Several names as the language lists them: "A, B and C". */
export function list(names: readonly string[], language: Language): string {
  return FORMATS[language].list.format(names);
}

/** A number as the language writes it. A year goes into a sentence as text, so that its four digits stay together. */
export function number(value: number, language: Language): string {
  const { number, hasPlainDigits } = FORMATS[language];
  // Below a thousand the digits stand alone, and the formatter is slow for the numbers of a long thread.
  if (hasPlainDigits && Number.isInteger(value) && value >= 0 && value < 1000) return String(value);
  return number.format(value);
}
