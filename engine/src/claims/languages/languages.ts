import { de as deAssociations } from "../names/exonyms/de.ts";
import { de } from "./de.ts";
import { es as esAssociations } from "../names/exonyms/es.ts";
import { es } from "./es.ts";
import { fr as frAssociations } from "../names/exonyms/fr.ts";
import { fr } from "./fr.ts";
import { ja as jaAssociations } from "../names/exonyms/ja.ts";
import { ja } from "./ja.ts";
import { ko as koAssociations } from "../names/exonyms/ko.ts";
import { ko } from "./ko.ts";
import { zh as zhAssociations } from "../names/exonyms/zh.ts";
import { zh } from "./zh.ts";
import { en } from "./en.ts";
import type { Grammar } from "./grammar.ts";
import { en as enAssociations } from "../names/exonyms/en.ts";

/** A language: its grammar and what it calls the associations. Adding one is a line here (docs/claims.md). */
export interface ClaimLanguage {
  readonly grammar: Grammar;
  readonly associations: Readonly<Record<string, string>>;
}

export const LANGUAGES: Readonly<Record<string, ClaimLanguage>> = {
  en: { grammar: en, associations: enAssociations },
  ko: { grammar: ko, associations: koAssociations },
  zh: { grammar: zh, associations: zhAssociations },
  ja: { grammar: ja, associations: jaAssociations },
  fr: { grammar: fr, associations: frAssociations },
  de: { grammar: de, associations: deAssociations },
  es: { grammar: es, associations: esAssociations },
};
