import { type Language, LANGUAGES } from "@podium/protocol";
import { type Catalogue, finder, type FindSentence, type Translate, translator } from "./translation.ts";
import * as en from "./en/words.ts";
import * as ko from "./ko/words.ts";
import * as zh from "./zh/words.ts";

/** Whose words they are: those of a screen, or `ui`, which all of them share. */
export type Stage = keyof typeof en;

/** The keys of a stage; English has them all. */
export type KeyOf<S extends Stage> = keyof (typeof en)[S] & string;

type Words = { readonly [S in Stage]: Catalogue<KeyOf<S>> };

const WORDS: Readonly<Record<Language, Words>> = { en, ko, zh };

/** What a stage says in one language, for a script of the page. */
export function catalogueOf<S extends Stage>(stage: S, language: Language): Words[S] {
  return WORDS[language][stage];
}

/** The translations of a stage. */
export function translationsOf<S extends Stage>(stage: S): (language: Language) => Translate<KeyOf<S>> {
  return inEach((language) => translator<KeyOf<S>>(catalogueOf(stage, language), language));
}

/** The same for keys that may be in no catalogue. */
export function findersOf(stage: Stage): (language: Language) => FindSentence {
  return inEach((language) => finder(catalogueOf(stage, language), language));
}

function inEach<T>(make: (language: Language) => T): (language: Language) => T {
  const made = Object.fromEntries(LANGUAGES.map((language) => [language, make(language)])) as Record<Language, T>;
  return (language) => made[language];
}
