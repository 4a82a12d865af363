import type { Language } from "@podium/protocol";
import { translationsOf } from "../languages/catalogues.ts";

/** The words of incidents, equipment and broadcasts, on the pages of readers, at the desk and in the newsroom. */
export const incidentsWords = translationsOf("incidents");

/** What a territory of ISO 3166-1 is called. */
export function territoryNamed(territory: string, language: Language): string {
  if (territory === "001") return incidentsWords(language)("incidents.world");
  return new Intl.DisplayNames([language], { type: "region", fallback: "code" }).of(territory) ?? territory;
}

/** What a language is called in another one. */
export function languageNamed(tag: string, language: Language): string {
  return new Intl.DisplayNames([language], { type: "language", fallback: "code" }).of(tag) ?? tag;
}
