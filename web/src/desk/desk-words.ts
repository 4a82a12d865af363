import { type KeyOf, translationsOf } from "../languages/catalogues.ts";
import type { Translate } from "../languages/translation.ts";

/** The translations of the desk in one language. */
export type TranslateDesk = Translate<KeyOf<"desk">>;
export const deskWords = translationsOf("desk");
