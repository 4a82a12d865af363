import { inLanguage, type Language, type Text } from "@podium/protocol";

/** Sentences by key. `{name}` stands for a parameter, a list or a name as the language says it; a key with `_one` and `_other` is chosen by the parameter `count`. */
export type Catalogue<Key extends string = string> = Readonly<Record<Key, string>>;
export type Catalogues<Key extends string = string> = Readonly<Record<Language, Catalogue<Key>>>;
export type TranslationParams = Readonly<Record<string, string | number | readonly string[] | Text>>;

/** A key as a page asks for it: without the ending of its plural. */
export type SentenceKey<Key extends string> = Key extends `${infer Base}_${"one" | "other"}` ? Base : Key;
/** Translates a key into one language. */
export type Translate<Key extends string> = (key: SentenceKey<Key>, params?: TranslationParams) => string;

const pluralRules = {
  en: new Intl.PluralRules("en"),
  ko: new Intl.PluralRules("ko"),
  zh: new Intl.PluralRules("zh"),
} as const;
const numberFormats = {
  en: new Intl.NumberFormat("en"),
  ko: new Intl.NumberFormat("ko"),
  zh: new Intl.NumberFormat("zh"),
} as const;
const listFormats = {
  en: new Intl.ListFormat("en-GB"),
  ko: new Intl.ListFormat("ko"),
  zh: new Intl.ListFormat("zh"),
} as const;

/** Makes the translations of a screen from its three catalogues. */
export function translator<Key extends string>(catalogues: Catalogues<Key>): (language: Language) => Translate<Key> {
  const translateIn = (language: Language): Translate<Key> => {
    const find = findSentence(catalogues, language);
    return (key, params) => find(key, params) ?? key;
  };
  const byLanguage: Readonly<Record<Language, Translate<Key>>> = {
    en: translateIn("en"),
    ko: translateIn("ko"),
    zh: translateIn("zh"),
  };
  return (language) => byLanguage[language];
}

/** Looks for the sentence of a key that came from elsewhere; null when the catalogue has none. */
export function findSentence(
  catalogues: Catalogues,
  language: Language,
): (key: string, params?: TranslationParams) => string | null {
  return (key, params = {}) => {
    const words = catalogues[language];
    const count = params["count"];
    const counted =
      typeof count === "number"
        ? (words[`${key}_${pluralRules[language].select(count)}`] ?? words[`${key}_other`])
        : undefined;
    const sentence = counted ?? words[key];
    return sentence === undefined ? null : fill(sentence, params, language);
  };
}

/** Whether a parameter is a list: Array.isArray does not tell one that may not be changed from words. */
function isList(param: TranslationParams[string]): param is readonly string[] {
  return Array.isArray(param);
}

/** Sentences taken apart at their gaps: what is the same for every page is found once. */
const taken = new Map<string, readonly string[]>();

/** The words of a sentence and the names of its parameters, by turns. */
function partsOf(sentence: string): readonly string[] {
  const known = taken.get(sentence);
  if (known !== undefined) return known;
  const parts = sentence.split(/\{(\w+)\}/);
  taken.set(sentence, parts);
  return parts;
}

function fill(sentence: string, params: TranslationParams, language: Language): string {
  const parts = partsOf(sentence);
  if (parts.length === 1) return sentence;
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
  return listFormats[language].format(names);
}

/** A number as the language writes it. A year goes into a sentence as text, so that its four digits stay together. */
export function number(value: number, language: Language): string {
  // Below a thousand all three write the digits alone, and the formatter is slow for the numbers of a long thread.
  if (Number.isInteger(value) && value >= 0 && value < 1000) return String(value);
  return numberFormats[language].format(value);
}
