import type { Kysely } from "kysely";
import type { Schema } from "../schema.ts";

/** The parts of the schema that this migration reads and writes, as they were. */
interface Before {
  readonly competitions: { readonly id: string; readonly from_date: string };
  readonly events: { readonly id: string; readonly competition_id: string };
  readonly matches: { readonly event_id: string; readonly start_ms: number | null; readonly day_ms: number };
}

/**
 * A match stands under its start, or under the first day of its competition where no start is known: what was decided
 * last, and what comes next, is read from an index, however many competitions there are.
 */
export async function up(db: Kysely<Schema>): Promise<void> {
  await db.schema
    .alterTable("matches")
    .addColumn("day_ms", "bigint", (column) => column.notNull().defaultTo(0))
    .execute();
  await fillDays(db as unknown as Kysely<Before>);
  await db.schema.dropIndex("matches_by_status").execute();
  await db.schema
    .createIndex("matches_by_status")
    .on("matches")
    .columns(["status", "start_ms", "event_id", "position"])
    .execute();
  await db.schema
    .createIndex("matches_by_day")
    .on("matches")
    .columns(["status", "day_ms desc", "event_id", "position desc"])
    .execute();
}

async function fillDays(db: Kysely<Before>): Promise<void> {
  for (const { id, from_date: day } of await db.selectFrom("competitions").selectAll().execute()) {
    await db
      .updateTable("matches")
      .set(({ fn, ref, val }) => ({ day_ms: fn.coalesce(ref("start_ms"), val(Date.parse(day))) }))
      .where("event_id", "in", (events) => events.selectFrom("events").select("id").where("competition_id", "=", id))
      .execute();
  }
}
