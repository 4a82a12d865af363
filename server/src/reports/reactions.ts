import { type MomentId, type Refusal, refuse } from "@podium/engine";
import type { ReactionPart } from "@podium/protocol";
import { ofMoment } from "../storage/codes.ts";
import type { Db } from "../storage/storage.ts";
import type { UnitOfWork } from "../app.ts";

/** Keeps a quoted reaction as a record: whose words, where, in which language. */
export async function collectReaction(
  unit: UnitOfWork,
  moment: MomentId,
  form: ReactionPart,
): Promise<undefined | Refusal> {
  const id = ofMoment(moment, form.id);
  const twice = await unit.db.selectFrom("reactions").select("id").where("id", "=", id).executeTakeFirst();
  if (twice) return refuse("reaction-exists", `The moment has a reaction ${form.id} already.`, { reaction: form.id });
  await unit.db
    .insertInto("reactions")
    .values({
      id,
      moment_id: moment,
      position: await countOf(unit.db, moment),
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

async function countOf(db: Db, moment: MomentId): Promise<number> {
  const row = await db
    .selectFrom("reactions")
    .select((all) => all.fn.countAll<number>().as("n"))
    .where("moment_id", "=", moment)
    .executeTakeFirstOrThrow();
  return Number(row.n);
}

export type ReactionRow = Awaited<ReturnType<typeof reactionRows>>[number];

/** The reactions to a moment in the order in which they were collected. */
export async function reactionRows(db: Db, moment: MomentId) {
  return db.selectFrom("reactions").selectAll().where("moment_id", "=", moment).orderBy("position").execute();
}
