import type { Pace } from "@podium/engine";
import { sql } from "kysely";
import type { Db } from "./storage.ts";

/** Milliseconds since 1970 by the clock of PostgreSQL: clocks of machines differ. */
const NOW_MS = sql<number>`cast(extract(epoch from statement_timestamp()) * 1000 as bigint)`;

/** When the allowance of a key is whole again. Where the clock was set back since, it stands where it stood. */
const FREE_AT_MS = sql<number>`paces.free_at_ms - greatest(0, paces.at_ms - ${NOW_MS})`;

/**
 * Admits something done again and again as the engine's `paced` does, over all nodes, in one statement; answers how long to
 * wait, 0 where it was admitted. PostgreSQL alone: on one file one process counts.
 */
export async function takePace(db: Db, key: string, pace: Pace): Promise<number> {
  const cost = sql<number>`cast(${pace.everyMs * (pace.weight ?? 1)} as bigint)`;
  const burst = sql<number>`cast(${pace.everyMs * (pace.burst - 1)} as bigint)`;
  const wait = sql<number>`greatest(0, ${FREE_AT_MS} - ${NOW_MS} - ${burst})`;
  const row = await db
    .insertInto("paces")
    .values({ key, free_at_ms: sql<number>`${NOW_MS} + ${cost}`, wait_ms: 0, at_ms: NOW_MS })
    .onConflict((known) =>
      known.column("key").doUpdateSet({
        free_at_ms: sql<number>`case when ${wait} > 0 then ${FREE_AT_MS} else greatest(${NOW_MS}, ${FREE_AT_MS}) + ${cost} end`,
        wait_ms: wait,
        at_ms: NOW_MS,
      }),
    )
    .returning("wait_ms")
    .executeTakeFirstOrThrow();
  return row.wait_ms;
}

/** Takes back what was admitted, where something else was in its way. */
export async function givePaceBack(db: Db, keys: readonly string[], { everyMs, weight = 1 }: Pace): Promise<void> {
  if (keys.length === 0) return;
  await db
    .updateTable("paces")
    .set((row) => ({ free_at_ms: row("free_at_ms", "-", everyMs * weight) }))
    .where("key", "in", [...keys])
    .execute();
}

/** Forgets who need not wait any more. */
export async function forgetPaces(db: Db): Promise<void> {
  await db.deleteFrom("paces").where("free_at_ms", "<=", NOW_MS).execute();
}
