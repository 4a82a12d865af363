import type { Honour } from "../history/honours.ts";

/** What a claim was held against: a match, an entry or an event of the record, or a line of the honours; the label is English. */
export type ClaimEvidence =
  | { readonly kind: "match" | "entry"; readonly id: string; readonly label: string }
  | { readonly kind: "honour"; readonly honour: Honour; readonly label: string };

export function honourEvidence(honour: Honour): ClaimEvidence {
  const who = honour.players.length === 0 ? "" : ` (${honour.players.join(" / ")})`;
  const label = `${honour.competition}, ${honour.event}: ${honour.medal}, ${honour.association}${who}`;
  return { kind: "honour", honour, label };
}
