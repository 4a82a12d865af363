import { refuse, type CompetitionId, type PlayerId, type Refusal } from "@podium/engine";
import { EQUIPMENT_KINDS, type EquipmentView } from "@podium/protocol";
import type { UnitOfWork } from "../app.ts";
import { freeCodeIn } from "../competitions/free-code.ts";
import { codeOf } from "../storage/codes.ts";
import type { Db } from "../storage/storage.ts";
import { presentPlayer } from "./present.ts";

/** What a player has declared to play with. */
interface DeclaredEquipment {
  /** Its code in the file; left out it gets one of its own. */
  readonly code?: string;
  readonly player: PlayerId;
  readonly kind: EquipmentView["kind"];
  readonly name: string;
}

/** Keeps what a player of a competition has declared. Refuses `form-invalid` with the field. */
export async function declareEquipment(
  unit: UnitOfWork,
  competition: CompetitionId,
  { code, player, kind, name }: DeclaredEquipment,
): Promise<undefined | Refusal> {
  const own = code ?? (await freeCodeIn(unit.db, "equipment", { competition, words: kind }));
  const id = `${competition}/${own}`;
  const entered = await unit.db
    .selectFrom("entry_players")
    .innerJoin("entries", "entries.id", "entry_players.entry_id")
    .innerJoin("events", "events.id", "entries.event_id")
    .select("entry_players.player_id")
    .where("entry_players.player_id", "=", player)
    .where("events.competition_id", "=", competition)
    .executeTakeFirst();
  if (entered === undefined) return unfit("player", "nobody of this competition has this id.");
  const taken = await unit.db.selectFrom("equipment").select("id").where("id", "=", id).executeTakeFirst();
  if (taken !== undefined) return unfit("id", "an item of the competition has it already.");
  await unit.db
    .insertInto("equipment")
    .values({ id, competition_id: competition, player_id: player, kind, name })
    .execute();
  await unit.record({ kind: "equipment-declared", subject: { kind: "equipment", id }, data: { item: name } });
  unit.invalidate([`player:${player}`]);
  return undefined;
}

function unfit(field: string, why: string): Refusal {
  return refuse("form-invalid", `The field ${field} is not right: ${why}`, { field });
}

/** Removes what was declared by mistake; what happened to it keeps its words. Refuses `not-found`. */
export async function removeEquipment(unit: UnitOfWork, id: string): Promise<undefined | Refusal> {
  const row = await unit.db.selectFrom("equipment").select("player_id").where("id", "=", id).executeTakeFirst();
  if (row === undefined) return refuse("not-found", "There is no such equipment.");
  const hung = await unit.db
    .selectFrom("incidents")
    .select("id")
    .where("equipment_id", "=", id)
    .where("taken_back_ms", "is", null)
    .executeTakeFirst();
  if (hung !== undefined) return unfit("equipment", "an incident hangs on it: take that back first.");
  await unit.db.deleteFrom("equipment").where("id", "=", id).execute();
  await unit.record({ kind: "equipment-removed", subject: { kind: "equipment", id }, data: {} });
  unit.invalidate([`player:${row.player_id}`]);
  return undefined;
}

/** The kind of a stored item. */
export function equipmentKindOf(kind: string): EquipmentView["kind"] {
  return EQUIPMENT_KINDS.find((known) => known === kind) ?? "other";
}

function declared(db: Db) {
  return db
    .selectFrom("equipment")
    .innerJoin("players", "players.id", "equipment.player_id")
    .selectAll("players")
    .select(["equipment.id as item", "equipment.kind", "equipment.name", "equipment.competition_id"])
    .orderBy("equipment.id");
}

/** What the players of a competition have declared. */
export async function equipmentOf(db: Db, competition: CompetitionId): Promise<EquipmentView[]> {
  return (await declared(db).where("equipment.competition_id", "=", competition).execute()).map(presentEquipment);
}

/** As many items of one player. */
const SHOWN = 20;

/** What a player has declared, item by item, once where it was declared again. */
export async function equipmentOfPlayer(db: Db, player: PlayerId): Promise<EquipmentView[]> {
  const rows = await declared(db).where("equipment.player_id", "=", player).limit(SHOWN).execute();
  const views = rows.map(presentEquipment);
  return [...new Map(views.map((view) => [`${view.kind} ${view.name}`, view])).values()];
}

/** The same item by item, each with the competition it was declared for. */
export async function equipmentByCompetition(
  db: Db,
  player: PlayerId,
): Promise<(EquipmentView & { readonly competition: string })[]> {
  const rows = await declared(db).where("equipment.player_id", "=", player).execute();
  return rows.map((row) => ({ ...presentEquipment(row), competition: row.competition_id }));
}

function presentEquipment(row: Awaited<ReturnType<ReturnType<typeof declared>["execute"]>>[number]): EquipmentView {
  return { id: codeOf(row.item), player: presentPlayer(row), kind: equipmentKindOf(row.kind), name: row.name };
}
