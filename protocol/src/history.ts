/** Sentences computed from the record, as the engine makes them; the words stand in the catalogue under `storyline.<code>`. */
export type { Evidence, Storyline } from "@podium/engine";
