import type { Kysely } from "kysely";
import type { Schema } from "../schema.ts";

/** What was done in a competition can be read newest first without the rallies between. */
export async function up(db: Kysely<Schema>): Promise<void> {
  await db.schema.alterTable("facts").addColumn("competition", "text").execute();
  await db.schema.createIndex("facts_of_competition").on("facts").columns(["competition", "seq"]).execute();
  for (let after = 0; ;) {
    const rows = await db
      .selectFrom("facts")
      .select(["seq", "subject_kind", "subject_id", "data"])
      .where("seq", ">", after)
      .where("kind", "in", DEEDS)
      .orderBy("seq")
      .limit(ROWS_AT_ONCE)
      .execute();
    for (const row of rows)
      await db
        .updateTable("facts")
        .set({ competition: competitionOf(row) })
        .where("seq", "=", row.seq)
        .execute();
    const last = rows.at(-1);
    if (last === undefined) return;
    after = last.seq;
  }
}

const ROWS_AT_ONCE = 500;

const DEEDS = [
  "competition-opened",
  "event-opened",
  "draw-published",
  "match-reset",
  "match-finished",
  "match-reopened",
  "result-published",
  "lots-drawn",
  "medal-ruled",
  "draw-kept",
  "entry-withdrawn",
  "withdrawal-taken-back",
  "event-decided",
  "event-reopened",
  "chair-issued",
  "chair-withdrawn",
  "role-given",
  "role-taken-back",
] as const;

interface Row {
  readonly subject_kind: string;
  readonly subject_id: string;
  readonly data: string;
}

function competitionOf({ subject_kind: kind, subject_id: id, data }: Row): string | null {
  const told = JSON.parse(data);
  if (kind === "person") return told.competition ?? null;
  const about: unknown = kind === "chair" ? told.match : id;
  return typeof about === "string" ? (about.split("/")[0] ?? null) : null;
}
