import type { Language } from "@podium/protocol";
import { type Say, speaker } from "../ui/words.ts";
import en from "./words.en.json" with { type: "json" };
import ko from "./words.ko.json" with { type: "json" };
import zh from "./words.zh.json" with { type: "json" };

/** The desk's voice in one language. */
export type SayDesk = Say<keyof typeof en>;
export const deskWords: (language: Language) => SayDesk = speaker({ en, ko, zh });
