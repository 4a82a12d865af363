import { type KeyOf, translationsOf } from "../languages/catalogues.ts";
import type { Translate } from "../languages/translation.ts";

/** The translations of the pages that prepare a competition, in one language. */
export type TranslateSetup = Translate<KeyOf<"setup">>;
export const setupWords = translationsOf("setup");
