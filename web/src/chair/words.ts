import type { Language } from "@podium/protocol";
import { catalogueOf } from "../languages/catalogues.ts";
import type { ChairWords } from "./translation.ts";

/** Everything the chair says in one language: chosen on the server, so that a phone loads no other. */
export function chairWords(language: Language): ChairWords {
  return { language, words: catalogueOf("chair", language) };
}
