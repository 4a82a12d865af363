import { translationsOf } from "../languages/catalogues.ts";

/** The words of what is printed. */
export const paperWords = translationsOf("paper");
