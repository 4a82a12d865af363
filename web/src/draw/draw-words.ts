import { findersOf, type KeyOf, translationsOf } from "../languages/catalogues.ts";
import type { Translate } from "../languages/translation.ts";

/** The translations of what is said of draws, in one language. */
export type TranslateDraw = Translate<KeyOf<"draw">>;
export const drawWords = translationsOf("draw");

/** The same for keys that may be in no catalogue. */
export const findDrawWords = findersOf("draw");
