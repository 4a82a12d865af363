import { createHmac, timingSafeEqual } from "node:crypto";
import type { CompetitionId } from "@podium/engine";
import type { Db } from "../storage/storage.ts";
import type { StoredMatchRow } from "./match-rows.ts";

/** The address of a table, the same for ever: it can be printed once, and whoever stands there scores what is called to it. */
export function tableAddress(secret: string, competition: CompetitionId, table: string): string {
  return `/tables/${competition}/${encodeURIComponent(table)}/${tableKey(secret, competition, table)}`;
}

/** Whether this is the key of a table: what is printed on its card. */
export function isTableKey(
  secret: string,
  { competition, table, key }: { readonly competition: CompetitionId; readonly table: string; readonly key: string },
): boolean {
  const [known, given] = [Buffer.from(tableKey(secret, competition, table)), Buffer.from(key)];
  return known.length === given.length && timingSafeEqual(known, given);
}

function tableKey(secret: string, competition: CompetitionId, table: string): string {
  return createHmac("sha256", secret)
    .update(JSON.stringify(["table", competition, table]))
    .digest("base64url")
    .slice(0, 24);
}

/** The match that is on at a table, or called to it; ties are scored by their rubbers. */
export async function matchAtTable(
  db: Db,
  competition: CompetitionId,
  table: string,
): Promise<StoredMatchRow | undefined> {
  return db
    .selectFrom("matches")
    .innerJoin("events", "events.id", "matches.event_id")
    .selectAll("matches")
    .where("events.competition_id", "=", competition)
    .where("events.kind", "!=", "team")
    .where("matches.table_name", "=", table)
    .where((eb) =>
      eb.or([
        eb("matches.status", "=", "live"),
        eb.and([eb("matches.status", "=", "ready"), eb("matches.table_call", "is not", null)]),
      ]),
    )
    .orderBy("matches.status") // live before ready
    .limit(1)
    .executeTakeFirst();
}

/** The tables that matches of a competition stand on. */
export async function tablesOfMatches(db: Db, competition: CompetitionId): Promise<string[]> {
  const rows = await db
    .selectFrom("matches")
    .innerJoin("events", "events.id", "matches.event_id")
    .select("matches.table_name")
    .distinct()
    .where("events.competition_id", "=", competition)
    .execute();
  return rows.flatMap(({ table_name: table }) => table ?? []);
}
