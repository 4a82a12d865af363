import type { Outcome } from "@podium/engine";
import type { Language } from "@podium/protocol";
import { shared } from "./shared-words.ts";

/** How a match ended that was not played out; empty for one that was, and before its end. */
export function outcomeInWords(outcome: Outcome | null, language: Language): string {
  if (outcome === null || outcome.by === "play") return "";
  const t = shared(language);
  if (outcome.by !== "abandonment") return t(`ui.outcome.${outcome.by}`);
  return t(outcome.undecided === true ? "ui.outcome.abandoned-open" : "ui.outcome.abandonment");
}
