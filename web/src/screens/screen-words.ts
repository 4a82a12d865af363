import { translationsOf } from "../languages/catalogues.ts";

/** The words on screens in a hall. */
export const screenWords = translationsOf("screens");
