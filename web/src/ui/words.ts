import { inLanguage, type Language, type Text } from "@podium/protocol";

/** Sentences by key. `{name}` stands for a fact, a list or a name as the language says it; a key with `_one` and `_other` is chosen by the fact `count`. */
export type Catalogue<Key extends string = string> = Readonly<Record<Key, string>>;
export type Catalogues<Key extends string = string> = Readonly<Record<Language, Catalogue<Key>>>;
export type Facts = Readonly<Record<string, string | number | readonly string[] | Text>>;

/** A key as a page asks for it: without the ending of its plural. */
export type Asked<Key extends string> = Key extends `${infer Base}_${"one" | "other"}` ? Base : Key;
/** Says the sentence of a key in one language. */
export type Say<Key extends string> = (key: Asked<Key>, facts?: Facts) => string;

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

/** Makes the voice of a screen from its three catalogues. */
export function speaker<Key extends string>(catalogues: Catalogues<Key>): (language: Language) => Say<Key> {
  const voiceOf = (language: Language): Say<Key> => {
    const find = findSentence(catalogues, language);
    return (key, facts) => find(key, facts) ?? key;
  };
  const voices: Readonly<Record<Language, Say<Key>>> = { en: voiceOf("en"), ko: voiceOf("ko"), zh: voiceOf("zh") };
  return (language) => voices[language];
}

/** Looks for the sentence of a key that came from elsewhere; null when the catalogue has none. */
export function findSentence(
  catalogues: Catalogues,
  language: Language,
): (key: string, facts?: Facts) => string | null {
  return (key, facts = {}) => {
    const words = catalogues[language];
    const count = facts["count"];
    const counted =
      typeof count === "number"
        ? (words[`${key}_${pluralRules[language].select(count)}`] ?? words[`${key}_other`])
        : undefined;
    const sentence = counted ?? words[key];
    return sentence === undefined ? null : fill(sentence, facts, language);
  };
}

/** Whether a fact is a list: Array.isArray does not tell one that may not be changed from words. */
function isList(fact: Facts[string]): fact is readonly string[] {
  return Array.isArray(fact);
}

/** Sentences taken apart at their gaps: what is the same for every page is found once. */
const taken = new Map<string, readonly string[]>();

/** The words of a sentence and the names of its facts, by turns. */
function partsOf(sentence: string): readonly string[] {
  const known = taken.get(sentence);
  if (known !== undefined) return known;
  const parts = sentence.split(/\{(\w+)\}/);
  taken.set(sentence, parts);
  return parts;
}

function fill(sentence: string, facts: Facts, language: Language): string {
  const parts = partsOf(sentence);
  if (parts.length === 1) return sentence;
  return parts.map((part, index) => (index % 2 === 0 ? part : factInWords(part, facts, language))).join("");
}

function factInWords(name: string, facts: Facts, language: Language): string {
  const fact = facts[name];
  if (fact === undefined) return `{${name}}`;
  if (isList(fact)) return listFormats[language].format(fact);
  if (typeof fact === "object") return inLanguage(fact, language);
  return typeof fact === "number" ? number(fact, language) : fact;
}

/** A number as the language writes it. A year goes into a sentence as text, so that its four digits stay together. */
export function number(value: number, language: Language): string {
  // Below a thousand all three write the digits alone, and the formatter is slow for the numbers of a long thread.
  if (Number.isInteger(value) && value >= 0 && value < 1000) return String(value);
  return numberFormats[language].format(value);
}
