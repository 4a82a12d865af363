import { z } from "zod";

/** The languages of the interface. Content may be in any language (BCP 47). */
export const LANGUAGES = ["en", "ko", "zh"] as const;
export type Language = (typeof LANGUAGES)[number];

/** The same words in several languages, by BCP 47 tag. At least one is there. */
export type Text = Readonly<Record<string, string>>;

const languageTag = z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, "A language tag looks like en, ko or zh-Hant.");

/** A plain string counts as English. */
export const text = z.union([
  z.string().trim().min(1).max(2000).transform((en): Text => ({ en })),
  z.record(languageTag, z.string().trim().min(1).max(2000)).refine((words) => Object.keys(words).length > 0, "At least one language."),
]);

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

export { languageTag };
