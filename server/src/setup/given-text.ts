import { guessLanguage, refuse, type Refusal } from "@podium/engine";
import { languageTag, type Language, type Text } from "@podium/protocol";

/** The form of something that is named in languages, and who sent it. */
export interface GivenIn {
  readonly form: Readonly<Record<string, unknown>>;
  readonly language: Language;
}

const LETTERS_MAX = 200;

/**
 * Words of a form by language: `title-ko` in Korean, `title-other` in the language that `other` names, and `title` in the one
 * that its letters tell, else in the reader's. Null where none were given; refuses `form-invalid`.
 */
export function givenText(field: string, { form, language }: GivenIn): Text | null | Refusal {
  const words: Record<string, string> = {};
  for (const [key, given] of Object.entries(form)) {
    if ((key !== field && !key.startsWith(`${field}-`)) || typeof given !== "string" || given.trim() === "") continue;
    const tag = tagOf(key.slice(field.length + 1), given, { form, language });
    if (!languageTag.safeParse(tag).success)
      return refused(key, key === `${field}-other` ? "Choose its language." : "A language tag looks like en or ko.");
    if (given.trim().length > LETTERS_MAX) return refused(key, `At most ${LETTERS_MAX} letters.`);
    if (Object.hasOwn(words, tag)) return refused(key, `It was given in this language (${tag}) in another field.`);
    words[tag] = given.trim();
  }
  return Object.keys(words).length === 0 ? null : words;
}

/** The same of what must have a name; refuses none at all. */
export function givenName(field: string, given: GivenIn): Text | Refusal {
  return givenText(field, given) ?? refused(field, "A name in one language at least.");
}

/** The language of words: by their letters, else the reader's. */
export function languageWritten(words: string, language: Language): string {
  return guessLanguage(words, language) ?? language;
}

function tagOf(chosen: string, words: string, { form, language }: GivenIn): string {
  if (chosen === "") return languageWritten(words, language);
  return chosen === "other" ? String(form["other"] ?? "") : chosen;
}

function refused(field: string, why: string): Refusal {
  return refuse("form-invalid", `The field ${field} is not right: ${why}`, { field });
}
