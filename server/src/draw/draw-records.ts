import type { EventId } from "@podium/engine";
import type { DrawRecord, DrawRecordView, DrawRules, Text } from "@podium/protocol";
import { eventRow } from "../competitions/competitions.ts";
import { entryRows } from "../entries/entries.ts";
import type { UnitOfWork } from "../app.ts";
import type { Db } from "../storage/storage.ts";
import type { EventToDraw } from "./draw-rules.ts";

/** The rules by which an event is drawn; null where nobody has chosen them. */
export async function drawRulesOf(db: Db, event: EventId): Promise<DrawRules | null> {
  const row = await eventRow(db, event);
  return row?.draw_rules ? JSON.parse(row.draw_rules) : null;
}

/** The draws of an event, the first one first. */
export async function drawRecordsOf(db: Db, event: EventId): Promise<DrawRecordView[]> {
  const rows = await db
    .selectFrom("draw_records")
    .selectAll()
    .where("event_id", "=", event)
    .orderBy("number")
    .execute();
  return rows.map(({ number, record, showing }) => ({
    number,
    record: JSON.parse(record),
    showing: showing === null ? null : JSON.parse(showing),
  }));
}

/** The draw that counts, or is being made; undefined before the first, and after one was taken back. */
export function standing(records: readonly DrawRecordView[]): DrawRecordView | undefined {
  const last = records.at(-1);
  return last?.record.withdrawn === undefined ? last : undefined;
}

/** The file of an event has its draws without those whose balls still come out. */
export async function publishedRecords(db: Db, event: EventId): Promise<DrawRecord[]> {
  return (await drawRecordsOf(db, event)).flatMap(({ record, showing }) => (showing === null ? [record] : []));
}

/** Adds a draw to those of an event, and answers its number. */
export async function addRecord(
  unit: UnitOfWork,
  event: EventId,
  { record, showing }: Pick<DrawRecordView, "record" | "showing">,
): Promise<number> {
  const number = (await drawRecordsOf(unit.db, event)).length + 1;
  await unit.db
    .insertInto("draw_records")
    .values({
      event_id: event,
      number,
      record: JSON.stringify(record),
      showing: showing === null ? null : JSON.stringify(showing),
    })
    .execute();
  return number;
}

/** Changes how far a draw is shown, or that it was taken back. */
export async function changeRecord(
  unit: UnitOfWork,
  event: EventId,
  { number, record, showing }: DrawRecordView,
): Promise<void> {
  await unit.db
    .updateTable("draw_records")
    .set({ record: JSON.stringify(record), showing: showing === null ? null : JSON.stringify(showing) })
    .where("event_id", "=", event)
    .where("number", "=", number)
    .execute();
}

/** An event with its entries as the draw sees them; null where there is no such event. */
export async function eventToDraw(db: Db, event: EventId): Promise<EventToDraw | null> {
  const row = await eventRow(db, event);
  if (row === undefined) return null;
  const entries = (await entryRows(db, event)).map(({ code, name, players, association, seed, rank }) => ({
    code,
    name:
      nameToDraw(
        name === null ? undefined : JSON.parse(name),
        players.map(({ family, given }) => `${family} ${given}`.trim()),
      ) ?? code,
    association: association ?? undefined,
    seed: seed ?? undefined,
    rank: rank ?? undefined,
  }));
  return { sport: row.sport, edition: row.edition, entries };
}

/** What an entry is called in a draw: a team by its name, others by their players; undefined where nobody is named. */
export function nameToDraw(name: Text | undefined, players: readonly string[]): string | undefined {
  const called = name?.["en"] ?? Object.values(name ?? {})[0] ?? players.join(" / ");
  return called === "" ? undefined : called.slice(0, 200);
}
