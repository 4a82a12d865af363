import { translationsOf } from "../languages/catalogues.ts";

/** The words of the pages of players and pairs. */
export const playersWords = translationsOf("players");
