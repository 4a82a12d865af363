import { refuse, type CompetitionId, type EventId, type MatchId, type PlayerId, type Refusal } from "@podium/engine";
import { INCIDENT_KINDS, type IncidentView, type PlayerView } from "@podium/protocol";
import type { UnitOfWork } from "../app.ts";
import { freeCodeIn } from "../competitions/free-code.ts";
import { equipmentKindOf } from "../entries/equipment.ts";
import { playerRows } from "../entries/entries.ts";
import { presentPlayer } from "../entries/present.ts";
import { competitionOf, eventOf } from "../storage/codes.ts";
import type { Db } from "../storage/storage.ts";
import { momentOfEvent } from "./moments.ts";

/** An incident or a statement that is noted, with what it hangs on. */
export interface NotedIncident {
  /** Its code in the file; left out it gets one of its own. */
  readonly code?: string;
  readonly kind: IncidentView["kind"];
  readonly atMs: number | null;
  readonly words: string;
  readonly language: string;
  readonly match: MatchId | null;
  readonly player: PlayerId | null;
  /** Code of an equipment item of the competition. */
  readonly equipment: string | null;
  readonly source: string | null;
  readonly url: string | null;
  readonly isOfChair: boolean;
  /** What the phone of the chair calls it. */
  readonly sentAs?: string | undefined;
}

/**
 * Notes what happened beside the play, or what somebody stated about it: it hangs on a match, a player or an equipment item
 * of the competition. What a phone sends again is there already. Refuses `form-invalid` with the field.
 */
export async function noteIncident(
  unit: UnitOfWork,
  competition: CompetitionId,
  noted: NotedIncident,
): Promise<undefined | Refusal> {
  const refusal = await refusedIncident(unit.db, competition, noted);
  if (refusal) return refusal;
  if (await hasArrived(unit.db, noted)) return undefined;
  // Of words that are taken back no code may tell.
  const code = noted.code ?? (await freeCodeIn(unit.db, "incidents", { competition, words: "incident" }));
  const id = `${competition}/${code}`;
  const { kind, words, language, match, player, source, url } = noted;
  await unit.db
    .insertInto("incidents")
    .values({
      id,
      competition_id: competition,
      kind,
      at_ms: noted.atMs,
      noted_at_ms: unit.nowMs,
      words,
      language,
      match_id: match,
      player_id: player,
      equipment_id: noted.equipment === null ? null : `${competition}/${noted.equipment}`,
      source,
      url,
      of_chair: noted.isOfChair ? 1 : 0,
      taken_back_ms: null,
      sent_as: noted.sentAs ?? null,
    })
    .execute();
  await unit.record({
    kind: "incident-noted",
    subject: { kind: "incident", id },
    data: { isOfChair: noted.isOfChair },
  });
  await invalidateIncident(unit, { competition_id: competition, match_id: match, player_id: player });
  return undefined;
}

/** Whether a phone has sent it before; what was taken back since stays so. */
async function hasArrived(db: Db, { match, sentAs }: NotedIncident): Promise<boolean> {
  if (sentAs === undefined || match === null) return false;
  const known = await db
    .selectFrom("incidents")
    .select("id")
    .where("match_id", "=", match)
    .where("sent_as", "=", sentAs)
    .executeTakeFirst();
  return known !== undefined;
}

async function refusedIncident(
  db: Db,
  competition: CompetitionId,
  { code, kind, match, player, equipment, source }: NotedIncident,
): Promise<Refusal | undefined> {
  if (match === null && player === null && equipment === null)
    return unfit("match", "an incident hangs on a match, a player or an equipment item.");
  if (kind === "statement" && source === null) return unfit("source", "a statement needs whose it is.");
  const known = async (table: "incidents" | "equipment" | "matches", id: string) =>
    (await db
      .selectFrom(table)
      .select("id")
      .where("id", "=", id as never)
      .executeTakeFirst()) !== undefined;
  if (code !== undefined && (await known("incidents", `${competition}/${code}`)))
    return unfit("id", "an incident of the competition has it already.");
  if (match !== null && (competitionOf(match) !== competition || !(await known("matches", match))))
    return unfit("match", "the competition has no such match.");
  if (equipment !== null && !(await known("equipment", `${competition}/${equipment}`)))
    return unfit("equipment", "nobody has declared it.");
  if (player !== null && !(await isEntered(db, competition, player)))
    return unfit("player", "nobody of this competition has this id.");
  return undefined;
}

/** Whether somebody plays in a competition. */
export async function isEntered(db: Db, competition: CompetitionId, player: PlayerId): Promise<boolean> {
  const row = await db
    .selectFrom("entry_players")
    .innerJoin("entries", "entries.id", "entry_players.entry_id")
    .innerJoin("events", "events.id", "entries.event_id")
    .select("entry_players.player_id")
    .where("entry_players.player_id", "=", player)
    .where("events.competition_id", "=", competition)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

function unfit(field: string, why: string): Refusal {
  return refuse("form-invalid", `The field ${field} is not right: ${why}`, { field });
}

/** Takes back what was noted: nobody reads it any more, and the journal keeps that it was. Refuses `not-found`. */
export async function takeBackIncident(
  unit: UnitOfWork,
  id: string,
  match: MatchId | null = null,
): Promise<undefined | Refusal> {
  const row = await unit.db
    .selectFrom("incidents")
    .select(["competition_id", "match_id", "player_id", "of_chair"])
    .where("id", "=", id)
    .where("taken_back_ms", "is", null)
    .executeTakeFirst();
  // From the chair only what was noted on it, of the same match.
  if (row === undefined || (match !== null && (row.match_id !== match || row.of_chair === 0)))
    return refuse("not-found", "There is no such incident.");
  await unit.db.updateTable("incidents").set({ taken_back_ms: unit.nowMs }).where("id", "=", id).execute();
  await unit.record({ kind: "incident-taken-back", subject: { kind: "incident", id }, data: {} });
  await invalidateIncident(unit, row);
  return undefined;
}

/** It stands on the pages of the match, of the player and of the moment. */
async function invalidateIncident(
  unit: UnitOfWork,
  row: { readonly competition_id: string; readonly match_id: MatchId | null; readonly player_id: PlayerId | null },
): Promise<void> {
  const moment = row.match_id === null ? undefined : await momentOfEvent(unit.db, eventOf(row.match_id));
  unit.invalidate([
    `competition:${row.competition_id}`,
    ...(row.match_id === null ? [] : [`match:${row.match_id}`]),
    ...(row.player_id === null ? [] : [`player:${row.player_id}`]),
    ...(moment === undefined ? [] : [`moment:${moment.id}`]),
  ]);
}

/** Incidents on one page of a player, the latest first. */
const SHOWN = 50;

function standing(db: Db) {
  return db
    .selectFrom("incidents")
    .innerJoin("competitions", "competitions.id", "incidents.competition_id")
    .leftJoin("equipment", "equipment.id", "incidents.equipment_id")
    .selectAll("incidents")
    .select(["competitions.zone", "equipment.kind as equipment_kind", "equipment.name as equipment_name"])
    .select("equipment.player_id as owner_id")
    .where("incidents.taken_back_ms", "is", null)
    .orderBy("incidents.noted_at_ms")
    .orderBy("incidents.id");
}

type IncidentRow = Awaited<ReturnType<ReturnType<typeof standing>["execute"]>>[number];

/** All of a competition, in the order in which they were noted. */
export function incidentRows(db: Db, competition: CompetitionId): Promise<IncidentRow[]> {
  return standing(db).where("incidents.competition_id", "=", competition).execute();
}

/** All of a competition as everybody may read them. */
export async function incidentsOf(db: Db, competition: CompetitionId): Promise<IncidentView[]> {
  return presentIncidents(db, await incidentRows(db, competition));
}

/** Those of a match. */
export async function incidentsOfMatch(db: Db, match: MatchId): Promise<IncidentView[]> {
  return presentIncidents(db, await standing(db).where("incidents.match_id", "=", match).execute());
}

/** Those of a player and of what they play with. */
export async function incidentsOfPlayer(db: Db, player: PlayerId): Promise<IncidentView[]> {
  const rows = await standing(db)
    .where((eb) => eb.or([eb("incidents.player_id", "=", player), eb("equipment.player_id", "=", player)]))
    .limit(SHOWN)
    .execute();
  return presentIncidents(db, rows);
}

/** Those of the matches of an event, and those of its players that hang on no match. */
export async function incidentsOfEvent(db: Db, event: EventId): Promise<IncidentView[]> {
  const rows = await incidentRows(db, competitionOf(event));
  if (rows.length === 0) return [];
  const seats = await db
    .selectFrom("entry_players")
    .innerJoin("entries", "entries.id", "entry_players.entry_id")
    .select("entry_players.player_id")
    .where("entries.event_id", "=", event)
    .execute();
  const players = new Set<string>(seats.map(({ player_id: id }) => id));
  return presentIncidents(
    db,
    rows.filter(({ match_id: match, player_id: player, owner_id: owner }) =>
      match === null ? players.has(player ?? owner ?? "") : eventOf(match) === event,
    ),
  );
}

async function presentIncidents(db: Db, rows: readonly IncidentRow[]): Promise<IncidentView[]> {
  const ids = rows.flatMap(({ player_id: player, owner_id: owner }) => player ?? owner ?? []);
  const players = new Map<string, PlayerView>(
    (ids.length === 0 ? [] : await playerRows(db, ids)).map((row) => [row.id, presentPlayer(row)]),
  );
  return rows.map((row) => ({
    id: row.id,
    kind: INCIDENT_KINDS.find((kind) => kind === row.kind) ?? "incident",
    atMs: row.at_ms === null ? null : Number(row.at_ms),
    zone: row.zone,
    words: row.words,
    language: row.language,
    match: row.match_id,
    player: players.get(row.player_id ?? row.owner_id ?? "") ?? null,
    equipment:
      row.equipment_kind === null || row.equipment_name === null
        ? null
        : { kind: equipmentKindOf(row.equipment_kind), name: row.equipment_name },
    source: row.source,
    url: row.url,
    isOfChair: row.of_chair === 1,
  }));
}
