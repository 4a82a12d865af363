import type { EventCard, MedalRow } from "@podium/protocol";
import type { EventRow } from "../competitions/competitions.ts";
import type { MatchCounts } from "../matches/match-rows.ts";

const NO_MATCHES: MatchCounts = { matches: 0, over: 0, live: 0 };

/** An event as a line on other pages. */
export function presentCard(
  row: EventRow,
  shown: { readonly entries: number; readonly matches: MatchCounts | undefined; readonly medals: readonly MedalRow[] },
): EventCard {
  return {
    id: row.id,
    code: row.code,
    title: JSON.parse(row.title),
    kind: row.kind,
    entries: shown.entries,
    ...(shown.matches ?? NO_MATCHES),
    medals: shown.medals,
  };
}
