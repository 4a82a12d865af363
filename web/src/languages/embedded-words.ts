import en from "./en/embed.json" with { type: "json" };
import ko from "./ko/embed.json" with { type: "json" };
import zh from "./zh/embed.json" with { type: "json" };

/** What stands around a conversation under the page of another site: these words alone, since every byte counts there. */
export const EMBEDDED_WORDS = { en, ko, zh } as const;
export const DEFAULT_LANGUAGE = "en";
