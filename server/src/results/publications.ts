import type { EventId } from "@podium/engine";
import type { Db } from "../storage/storage.ts";

/** The matches of an event whose present result is signed off. */
export async function publishedMatches(db: Db, event: EventId): Promise<Set<string>> {
  const rows = await db
    .selectFrom("publications")
    .innerJoin("matches", "matches.id", "publications.match_id")
    .select("matches.id")
    .where("matches.event_id", "=", event)
    .whereRef("publications.version", "=", "matches.version")
    .execute();
  return new Set(rows.map((row) => row.id));
}
