import { sql } from "kysely";
import type { NodeTable } from "./node-tables.ts";
import type { Db } from "./storage.ts";

/** How long a node that was not seen any more stays in the list. */
const LISTED_MS = 24 * 3_600_000;

/** Milliseconds since 1970 by the clock of PostgreSQL. */
const NOW_MS = sql<number>`cast(extract(epoch from clock_timestamp()) * 1000 as bigint)`;

/** Writes that a node is there. */
export async function markSeen(db: Db, node: Omit<NodeTable, "started_at_ms" | "seen_at_ms">): Promise<void> {
  const { state, message_id } = node;
  await db
    .insertInto("nodes")
    .values({ ...node, started_at_ms: NOW_MS, seen_at_ms: NOW_MS })
    .onConflict((known) => known.column("id").doUpdateSet({ state, message_id, seen_at_ms: NOW_MS }))
    .execute();
}

/** Removes a node that has ended, and those that nobody has seen for a day. */
export async function removeNode(db: Db, id: string): Promise<void> {
  await db
    .deleteFrom("nodes")
    .where((node) => node.or([node("id", "=", id), node("seen_at_ms", "<", sql<number>`${NOW_MS} - ${LISTED_MS}`)]))
    .execute();
}

/** Of a node that was not seen for longer, nobody knows whether it still runs: it writes every two seconds. */
export const SEEN_WITHIN_MS = 6_000;

/** A node as it was last seen, and how long ago. */
export interface SeenNode extends NodeTable {
  readonly unseenMs: number;
}

/** Who serves from a database of PostgreSQL, in the order in which they came; and the newest message that there is to tell. */
export async function nodesOf(
  db: Db,
): Promise<{ readonly nodes: readonly SeenNode[]; readonly newestMessage: number }> {
  const nodes = await db
    .selectFrom("nodes")
    .selectAll()
    .select(sql<number>`${NOW_MS} - seen_at_ms`.as("unseenMs"))
    .orderBy("started_at_ms")
    .orderBy("id")
    .execute();
  const { newest } = await db
    .selectFrom("live_messages")
    .select((messages) => messages.fn.max("id").as("newest"))
    .executeTakeFirstOrThrow();
  return { nodes, newestMessage: newest ?? 0 };
}

/** How many connections the server takes from everybody, those for its owner aside. */
export async function connectionsOf(db: Db): Promise<number> {
  const { rows } = await sql<{ most: number }>`
    select current_setting('max_connections')::int - current_setting('superuser_reserved_connections')::int as most
  `.execute(db);
  return rows[0]?.most ?? 0;
}
