import type { Kysely } from "kysely";
import type { Schema } from "../schema.ts";

/** The parts of the schema that this migration reads and writes, as they were. */
interface Before {
  readonly events: { readonly id: string; readonly plan: string | null; readonly draw: string | null };
  readonly draws: { readonly event_id: string; readonly plan: string; readonly draw: string };
  readonly matches: { readonly id: string; readonly event_id: string; readonly code: string; readonly planned: string };
}

interface PlanBefore {
  readonly matches: readonly {
    readonly code: string;
    readonly phase: string;
    readonly round: string;
    readonly order: number;
    readonly group: string | null;
    readonly home: unknown;
    readonly away: unknown;
  }[];
}

/**
 * The draw of an event moves to a table of its own, so that reading an event does not read its plan; what a line
 * about a match shows of the plan stands with the match. An event counts the changes of its results.
 */
export async function up(db: Kysely<Schema>): Promise<void> {
  await db.schema
    .createTable("draws")
    .addColumn("event_id", "text", (column) => column.primaryKey().references("events.id"))
    .addColumn("plan", "text", (column) => column.notNull())
    .addColumn("draw", "text", (column) => column.notNull())
    .execute();
  await db.schema
    .alterTable("matches")
    .addColumn("planned", "text", (column) => column.notNull().defaultTo("{}"))
    .execute();
  await db.schema
    .alterTable("events")
    .addColumn("results_version", "integer", (column) => column.notNull().defaultTo(0))
    .execute();
  await moveDraws(db as unknown as Kysely<Before>);
  await db.schema.alterTable("events").dropColumn("plan").execute();
  await db.schema.alterTable("events").dropColumn("draw").execute();
}

async function moveDraws(db: Kysely<Before>): Promise<void> {
  const events = await db.selectFrom("events").select(["id", "plan", "draw"]).execute();
  for (const { id, plan, draw } of events) {
    if (plan === null || draw === null) continue;
    await db.insertInto("draws").values({ event_id: id, plan, draw }).execute();
    const { matches }: PlanBefore = JSON.parse(plan);
    for (const { code, phase, round, order, group, home, away } of matches) {
      await db
        .updateTable("matches")
        .set({ planned: JSON.stringify({ phase, round, order, group, home, away }) })
        .where("event_id", "=", id)
        .where("code", "=", code)
        .execute();
    }
  }
}
