import type { Language } from "@podium/protocol";
import { type Translate, translator } from "../ui/words.ts";
import en from "./words.en.json" with { type: "json" };
import ko from "./words.ko.json" with { type: "json" };
import zh from "./words.zh.json" with { type: "json" };

/** The translations of the desk in one language. */
export type TranslateDesk = Translate<keyof typeof en>;
export const deskWords: (language: Language) => TranslateDesk = translator({ en, ko, zh });
