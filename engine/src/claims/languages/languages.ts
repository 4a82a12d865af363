import { en } from "./en.ts";
import type { Grammar } from "./grammar.ts";
import { en as enAssociations } from "../names/exonyms/en.ts";

/** A language: its grammar and what it calls the associations. Adding one is a line here (docs/claims.md). */
export interface Language {
  readonly grammar: Grammar;
  readonly associations: Readonly<Record<string, string>>;
}

export const LANGUAGES: Readonly<Record<string, Language>> = {
  en: { grammar: en, associations: enAssociations },
};
