import type { Kysely } from "kysely";
import type { Schema } from "../schema.ts";

/** The parts of the schema that this migration reads and writes, as they were. */
interface Before {
  readonly events: { readonly id: string; readonly plan: string | null; readonly draw: string | null };
  readonly draws: { readonly event_id: string; readonly plan: string; readonly draw: string };
  readonly matches: PlannedColumns & { readonly event_id: string; readonly code: string };
}

interface PlannedColumns {
  readonly phase: string;
  readonly round: string;
  readonly place_in_round: number;
  readonly group_name: string | null;
  readonly home_source: string;
  readonly away_source: string;
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
  for (const [name, type, value] of COLUMNS)
    await db.schema
      .alterTable("matches")
      .addColumn(name, type, (column) => column.notNull().defaultTo(value))
      .execute();
  await db.schema.alterTable("matches").addColumn("group_name", "text").execute();
  await db.schema
    .alterTable("events")
    .addColumn("results_version", "integer", (column) => column.notNull().defaultTo(0))
    .execute();
  await moveDraws(db as unknown as Kysely<Before>);
  await db.schema.alterTable("events").dropColumn("plan").execute();
  await db.schema.alterTable("events").dropColumn("draw").execute();
}

/** What stands in a row before it is told: a match without a draw cannot be. */
const COLUMNS = [
  ["phase", "text", "knock-out"],
  ["round", "text", ""],
  ["place_in_round", "integer", 1],
  ["home_source", "text", '{"from":"open"}'],
  ["away_source", "text", '{"from":"open"}'],
] as const;

async function moveDraws(db: Kysely<Before>): Promise<void> {
  const events = await db.selectFrom("events").select(["id", "plan", "draw"]).execute();
  for (const { id, plan, draw } of events) {
    if (plan === null || draw === null) continue;
    await db.insertInto("draws").values({ event_id: id, plan, draw }).execute();
    const { matches }: PlanBefore = JSON.parse(plan);
    for (const { code, phase, round, order, group, home, away } of matches) {
      await db
        .updateTable("matches")
        .set({
          phase,
          round,
          place_in_round: order,
          group_name: group,
          home_source: JSON.stringify(home),
          away_source: JSON.stringify(away),
        })
        .where("event_id", "=", id)
        .where("code", "=", code)
        .execute();
    }
  }
}
