/**
 * The languages of the interface, each with its own name for itself and the locale whose customs its dates and lists
 * follow; English puts the day before the month. Their words stand in web/src/languages. Content may be in any language
 * (BCP 47).
 */
const SPOKEN = {
  en: { name: "English", locale: "en-GB", encoding: "windows-1252" },
  ko: { name: "한국어", locale: "ko-KR", encoding: "euc-kr" },
  zh: { name: "中文", locale: "zh-CN", encoding: "gb18030" },
} as const satisfies Readonly<
  Record<string, { readonly name: string; readonly locale: string; readonly encoding: string }>
>;

export type Language = keyof typeof SPOKEN;

/** Their tags (BCP 47), in the order in which they are offered. */
export const LANGUAGES = Object.keys(SPOKEN) as readonly Language[];

/** The language of a reader of whom nothing is known. */
export const DEFAULT_LANGUAGE: Language = "en";

/** A language's own name for itself. */
export function nameOfLanguage(language: Language): string {
  return SPOKEN[language].name;
}

/** The locale of a language: `en-GB`. */
export function localeOf(language: Language): string {
  return SPOKEN[language].locale;
}

/** How spreadsheets save text in a language where they do not save it in UTF-8 (WHATWG Encoding): `euc-kr`. */
export function encodingOf(language: Language): string {
  return SPOKEN[language].encoding;
}

/** The language of the interface with this tag; undefined where there is none. */
export function languageWithTag(tag: string | undefined): Language | undefined {
  return LANGUAGES.find((language) => language === tag);
}

/** The same words in several languages, by BCP 47 tag. At least one is there. */
export type Text = Readonly<Record<string, string>>;

/** The words in the reader's language, else in English, else in whatever language there is. */
export function inLanguage(words: Text, language: string): string {
  return words[language] ?? words["en"] ?? Object.values(words)[0] ?? "";
}

/** The language in which inLanguage answers: for the `lang` attribute. */
export function languageOf(words: Text, language: string): string {
  if (words[language] !== undefined) return language;
  if (words["en"] !== undefined) return "en";
  return Object.keys(words)[0] ?? language;
}
