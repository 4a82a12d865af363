import type { EventCard, MedalRow, MatchRow } from "@podium/protocol";
import type { EventRow } from "../competitions/competitions.ts";
import { matchRows } from "../matches/matches.ts";
import { presentMatch, settingOf } from "../matches/present.ts";
import type { Db } from "../storage/storage.ts";

/** An event as a line on other pages. */
export function presentCard(
  row: EventRow,
  shown: { readonly entries: number; readonly matches: readonly MatchRow[]; readonly medals: readonly MedalRow[] },
): EventCard {
  const played = shown.matches.filter((match) => match.status !== "bye");
  return {
    id: row.id,
    code: row.code,
    title: JSON.parse(row.title),
    kind: row.kind,
    entries: shown.entries,
    matches: played.length,
    over: played.filter((match) => match.status === "over").length,
    live: played.filter((match) => match.status === "live").length,
    medals: shown.medals,
  };
}

/** The same for the desk, which knows results and leaves the medals to others. */
export async function presentEventCard(db: Db, row: EventRow): Promise<EventCard> {
  const setting = await settingOf(db, row.id);
  const rows = setting === null ? [] : await matchRows(db, row.id);
  const matches = setting === null ? [] : rows.map((match) => presentMatch(match, setting));
  return presentCard(row, { entries: setting?.entries.size ?? 0, matches, medals: [] });
}
