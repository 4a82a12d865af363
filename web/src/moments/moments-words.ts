import { translationsOf } from "../languages/catalogues.ts";

/** The words of the moment page. */
export const momentWords = translationsOf("moments");
