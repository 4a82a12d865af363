import { type MomentId, type Refusal, refuse } from "@podium/engine";
import type { ReactionPart, ReportPart } from "@podium/protocol";
import { momentRow } from "../moments/moments.ts";
import type { Db } from "../storage/storage.ts";
import type { UnitOfWork } from "../app.ts";

/** Publishes a report about a moment, as a record with its source. */
export async function publishReport(
  unit: UnitOfWork,
  moment: MomentId,
  form: ReportPart,
): Promise<undefined | Refusal> {
  if (!(await momentRow(unit.db, moment))) return refuse("moment-unknown", `There is no moment ${moment}.`, { moment });
  const id = `${moment}/${form.id}`;
  const twice = await unit.db.selectFrom("reports").select("id").where("id", "=", id).executeTakeFirst();
  if (twice) return refuse("report-exists", `The moment has a report ${form.id} already.`, { report: form.id });
  await unit.db
    .insertInto("reports")
    .values({
      id,
      moment_id: moment,
      position: await countOf(unit.db, "reports", moment),
      headline: form.headline,
      language: form.language,
      place: form.place ?? null,
      date: form.date ?? null,
      credit: form.credit,
      source: form.source,
      url: form.url ?? null,
      paragraphs: JSON.stringify(form.paragraphs),
    })
    .execute();
  await unit.record({ kind: "report-published", subject: { kind: "moment", id: moment }, data: { report: form.id } });
  unit.invalidate([`moment:${moment}`]);
  return undefined;
}

/** Keeps a quoted reaction as a record: whose words, where, in which language. */
export async function collectReaction(
  unit: UnitOfWork,
  moment: MomentId,
  form: ReactionPart,
): Promise<undefined | Refusal> {
  const id = `${moment}/${form.id}`;
  const twice = await unit.db.selectFrom("reactions").select("id").where("id", "=", id).executeTakeFirst();
  if (twice) return refuse("reaction-exists", `The moment has a reaction ${form.id} already.`, { reaction: form.id });
  await unit.db
    .insertInto("reactions")
    .values({
      id,
      moment_id: moment,
      position: await countOf(unit.db, "reactions", moment),
      platform: form.platform,
      author: form.author ?? null,
      url: form.url ?? null,
      language: form.language,
      words: form.words,
      translation: form.translation === undefined ? null : JSON.stringify(form.translation),
      at_ms: form.at === undefined ? null : Date.parse(form.at),
      invented: form.invented === true ? 1 : 0,
    })
    .execute();
  unit.invalidate([`moment:${moment}`]);
  return undefined;
}

async function countOf(db: Db, table: "reports" | "reactions", moment: MomentId): Promise<number> {
  const row = await db
    .selectFrom(table)
    .select((all) => all.fn.countAll<number>().as("n"))
    .where("moment_id", "=", moment)
    .executeTakeFirstOrThrow();
  return Number(row.n);
}

export type ReportRow = Awaited<ReturnType<typeof reportRows>>[number];
export type ReactionRow = Awaited<ReturnType<typeof reactionRows>>[number];

/** The reports about a moment in the order of their publication. */
export async function reportRows(db: Db, moment: MomentId) {
  return db.selectFrom("reports").selectAll().where("moment_id", "=", moment).orderBy("position").execute();
}

/** The reactions to a moment in the order in which they were collected. */
export async function reactionRows(db: Db, moment: MomentId) {
  return db.selectFrom("reactions").selectAll().where("moment_id", "=", moment).orderBy("position").execute();
}
