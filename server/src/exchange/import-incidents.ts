import { isRefused, type Refusal } from "@podium/engine";
import { declareEquipment } from "../entries/equipment.ts";
import { enterBroadcast } from "../moments/broadcasts.ts";
import { noteIncident } from "../moments/incidents.ts";
import { competitionId, matchIdOf, playerId } from "../storage/codes.ts";
import { at, type Importing } from "./importing.ts";

/** What players play with, what happened beside the play, and where it is shown; none of it changes a result. */
export async function takeInIncidents(importing: Importing): Promise<Refusal | undefined> {
  const { unit, read } = importing;
  const { file } = read;
  const competition = competitionId(file.competition.id);
  for (const [line, { id: code, player, kind, name }] of (file.equipment ?? []).entries()) {
    const item = { code, player: playerId(player), kind, name };
    const done = await at(importing, ["equipment", line], declareEquipment(unit, competition, item));
    if (isRefused(done)) return done;
  }
  for (const [line, part] of (file.incidents ?? []).entries()) {
    const {
      id: code,
      kind = "incident",
      words,
      language,
      match,
      player,
      equipment = null,
      source = null,
      url = null,
    } = part;
    const noted = {
      code,
      kind,
      words,
      language,
      equipment,
      source,
      url,
      atMs: part.at === undefined ? null : Date.parse(part.at),
      match: match === undefined ? null : matchIdOf(competition, match),
      player: player === undefined ? null : playerId(player),
      isOfChair: part.chair === true,
    };
    const done = await at(importing, ["incidents", line], noteIncident(unit, competition, noted));
    if (isRefused(done)) return done;
  }
  for (const [line, { id: code, ...broadcast }] of (file.broadcasts ?? []).entries()) {
    const done = await at(importing, ["broadcasts", line], enterBroadcast(unit, competition, { code, ...broadcast }));
    if (isRefused(done)) return done;
  }
  return undefined;
}
