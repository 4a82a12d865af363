import type { Language, Text } from "@podium/protocol";
import { inLanguage } from "@podium/protocol";
import { findSentence, type Say, speaker } from "../ui/words.ts";
import en from "./words.en.json" with { type: "json" };
import ko from "./words.ko.json" with { type: "json" };
import zh from "./words.zh.json" with { type: "json" };

const catalogues = { en, ko, zh };

/** The words of the moment page. */
export const say: (language: Language) => Say<keyof typeof en> = speaker(catalogues);

/** A fact of a storyline: a number, a text that is the same in every language, or a name by language. */
export type Told = Readonly<Record<string, string | number | Text>>;

/** The sentence of a storyline or of a piece of evidence; null when the catalogue does not know its code. */
export function storylineSentence(key: string, facts: Told, language: Language): string | null {
  const named = Object.entries(facts).map(([name, fact]) => [name, typeof fact === "object" ? inLanguage(fact, language) : fact] as const);
  return findSentence(catalogues, language)(`storyline.${key}`, Object.fromEntries(named));
}
