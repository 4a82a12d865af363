import type { EntryView, PlayerView, Text } from "@podium/protocol";
import { presentAssociation } from "../competitions/present.ts";
import type { EntryRow, PlayerRow } from "./entries.ts";

/** The public view of an athlete. */
export function presentPlayer(row: PlayerRow): PlayerView {
  return {
    id: row.id,
    family: row.family,
    given: row.given,
    names: JSON.parse(row.names),
    association: row.association,
  };
}

/** The public view of an entry. */
export function presentEntry(row: EntryRow, associations: ReadonlyMap<string, string>): EntryView {
  return {
    id: row.id,
    code: row.code,
    name: teamName(row, associations),
    players: row.players.map(presentPlayer),
    association: row.association === null ? null : presentAssociation(row.association, associations),
    seed: row.seed,
    rank: row.rank,
    handicap: row.handicap,
  };
}

/** What a team is called; null for a player and a pair. */
export function teamName(
  { name, code, association }: Pick<EntryRow, "name" | "code" | "association">,
  associations: ReadonlyMap<string, string>,
): Text | null {
  if (name === null) return null;
  const own: Text = JSON.parse(name);
  if (Object.keys(own).length > 0) return own;
  return association === null ? { en: code } : presentAssociation(association, associations).name;
}
