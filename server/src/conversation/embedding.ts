import { refuse, type CompetitionId, type Refusal } from "@podium/engine";
import type { UnitOfWork } from "../app.ts";
import type { Db } from "../storage/storage.ts";

const ORIGINS_MAX = 50;

/** Under the pages of which sites the conversations of a competition may stand. */
export async function embeddingOrigins(db: Db, competition: string): Promise<readonly string[]> {
  const rows = await db
    .selectFrom("embedding_origins")
    .select("origin")
    .where("competition_id", "=", competition)
    .orderBy("origin")
    .execute();
  return rows.map(({ origin }) => origin);
}

/** Reads sites, one a line, as the browser names them. Refuses `form-invalid` with the first line that is none. */
export function originsIn(typed: string): readonly string[] | Refusal {
  const origins = new Set<string>();
  for (const line of typed.split("\n").map((each) => each.trim())) {
    if (line === "") continue;
    const url = URL.canParse(line) ? new URL(line) : null;
    if (url === null || !/^https?:$/.test(url.protocol) || !["", "/"].includes(url.pathname) || url.search !== "")
      return refuse(
        "form-invalid",
        `Write a site as https://www.example.org, one a line: ${line.slice(0, 100)} is none.`,
      );
    origins.add(url.origin);
  }
  if (origins.size > ORIGINS_MAX) return refuse("form-invalid", `At most ${ORIGINS_MAX} sites can be allowed.`);
  return [...origins];
}

/** From now on these sites, and no other ones. */
export async function allowEmbedding(
  unit: UnitOfWork,
  competition: CompetitionId,
  origins: readonly string[],
): Promise<void> {
  await unit.db.deleteFrom("embedding_origins").where("competition_id", "=", competition).execute();
  if (origins.length > 0)
    await unit.db
      .insertInto("embedding_origins")
      .values(origins.map((origin) => ({ competition_id: competition, origin })))
      .execute();
  await unit.record({ kind: "moderation-changed", subject: { kind: "competition", id: competition }, data: {} });
}
