import type { Language, MedalRow } from "@podium/protocol";
import { shared } from "./shared-words.ts";

/** A medal as a tinted disc and its word; the tint never stands alone. */
export function Medal({ medal, language }: { readonly medal: MedalRow["medal"]; readonly language: Language }) {
  return <span class={`medal ${medal}`}>{shared(language)(`ui.medal.${medal}`)}</span>;
}
