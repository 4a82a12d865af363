import type { EntryView, PlayerView } from "@podium/protocol";
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
    players: row.players.map(presentPlayer),
    association: row.association === null ? null : presentAssociation(row.association, associations),
    seed: row.seed,
    rank: row.rank,
  };
}
