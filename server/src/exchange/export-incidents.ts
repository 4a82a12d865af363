import type { CompetitionId } from "@podium/engine";
import type { BroadcastPart, CompetitionFile, EquipmentPart, IncidentPart } from "@podium/protocol";
import { equipmentOf } from "../entries/equipment.ts";
import { broadcastsOf } from "../moments/broadcasts.ts";
import { incidentRows } from "../moments/incidents.ts";
import { codeOf } from "../storage/codes.ts";
import type { Db } from "../storage/storage.ts";
import { present } from "./present-fields.ts";

/** Equipment, incidents that stand, and broadcasts as the file has them; nothing where there is none. */
export async function exportIncidents(
  db: Db,
  competition: CompetitionId,
): Promise<Pick<CompetitionFile, "equipment" | "incidents" | "broadcasts">> {
  const equipment = (await equipmentOf(db, competition)).map(({ id, player, kind, name }): EquipmentPart => ({
    id,
    player: player.id,
    kind,
    name,
  }));
  const incidents = (await incidentRows(db, competition)).map((row): IncidentPart => ({
    id: codeOf(row.id),
    ...present({ kind: row.kind === "statement" ? ("statement" as const) : undefined }),
    ...present({ at: row.at_ms === null ? undefined : new Date(Number(row.at_ms)).toISOString() }),
    words: row.words,
    language: row.language,
    ...present({
      match: row.match_id?.slice(competition.length + 1),
      player: row.player_id ?? undefined,
      equipment: row.equipment_id === null ? undefined : codeOf(row.equipment_id),
      source: row.source ?? undefined,
      url: row.url ?? undefined,
      chair: row.of_chair === 1 ? (true as const) : undefined,
    }),
  }));
  const broadcasts = (await broadcastsOf(db, competition)).map(
    ({ id, event, territory, language, name, url, from, until }): BroadcastPart => ({
      id,
      ...present({ event: event === null ? undefined : codeOf(event) }),
      territory,
      language,
      name,
      ...present({ url: url ?? undefined, from: from ?? undefined, until: until ?? undefined }),
    }),
  );
  return {
    ...(equipment.length === 0 ? {} : { equipment }),
    ...(incidents.length === 0 ? {} : { incidents }),
    ...(broadcasts.length === 0 ? {} : { broadcasts }),
  };
}
