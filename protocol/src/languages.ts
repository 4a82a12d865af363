/** The languages of the interface. Content may be in any language (BCP 47). */
export const LANGUAGES = ["en", "ko", "zh"] as const;
export type Language = (typeof LANGUAGES)[number];

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
