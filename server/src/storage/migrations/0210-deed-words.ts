import type { Kysely } from "kysely";
import type { Schema } from "../schema.ts";

/** What was done in a competition can be searched by its words, and by who did it, without reading all of it. */
export async function up(db: Kysely<Schema>): Promise<void> {
  await db.schema
    .createTable("deed_words")
    .addColumn("competition", "text", (column) => column.notNull())
    .addColumn("word", "text", (column) => column.notNull())
    .addColumn("seq", "bigint", (column) => column.notNull())
    .addPrimaryKeyConstraint("deed_words_key", ["competition", "word", "seq"])
    .execute();
  await db.schema.createIndex("facts_of_person").on("facts").columns(["competition", "who", "seq"]).execute();
  for (let after = 0; ;) {
    const rows = await db
      .selectFrom("facts")
      .select(["seq", "competition", "data"])
      .where("seq", ">", after)
      .where("competition", "is not", null)
      .orderBy("seq")
      .limit(ROWS_AT_ONCE)
      .execute();
    const words = rows.flatMap(({ seq, competition, data }) =>
      competition === null ? [] : wordsIn(data).map((word) => ({ competition, word, seq })),
    );
    for (let from = 0; from < words.length; from += ROWS_AT_ONCE)
      await db
        .insertInto("deed_words")
        .values(words.slice(from, from + ROWS_AT_ONCE))
        .execute();
    const last = rows.at(-1);
    if (last === undefined) return;
    after = last.seq;
  }
}

const ROWS_AT_ONCE = 300;

/** As `facts/deed-words.ts` read them when this was written. */
function wordsIn(data: string): string[] {
  const { reason, role, entry } = JSON.parse(data);
  const told = [reason, role, entry].filter((words) => typeof words === "string").join(" ");
  const words =
    told
      .normalize("NFKC")
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  return [...new Set(words.flatMap((word: string) => (/\p{sc=Han}/u.test(word) ? pairsIn(word) : [word])))];
}

function pairsIn(word: string): string[] {
  const signs = [...word];
  return signs.map((sign, at) => sign + (signs[at + 1] ?? ""));
}
