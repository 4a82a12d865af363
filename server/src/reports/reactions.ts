import { type MomentId, type PersonId, type Refusal, refuse } from "@podium/engine";
import type { ReactionPart, ReactionState } from "@podium/protocol";
import { momentOf, ofMoment } from "../storage/codes.ts";
import type { Db } from "../storage/storage.ts";
import type { UnitOfWork } from "../app.ts";
import { reportRow, unknownReport } from "./reports.ts";

/** A reaction, and who captured it where it was captured here. */
interface CollectedPart extends ReactionPart {
  readonly by?: PersonId | null;
}

/** Keeps a quoted reaction as a record: whose words, where, in which language. */
export async function collectReaction(
  unit: UnitOfWork,
  moment: MomentId,
  { by = null, ...form }: CollectedPart,
): Promise<undefined | Refusal> {
  const refusal = await refusedSource(unit.db, moment, form);
  if (refusal) return refusal;
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
      known_by: form.knownBy ?? null,
      report: form.report ?? null,
      captured_at_ms: form.captured === undefined ? null : Date.parse(form.captured),
      captured_by: by,
      state: form.state ?? "live",
    })
    .execute();
  await unit.record({ kind: "reaction-collected", subject: { kind: "reaction", id }, data: {} });
  unit.invalidate([`moment:${moment}`]);
  return undefined;
}

/** What is said to be known by something needs it: an address, or the report that quotes it. */
async function refusedSource(
  db: Db,
  moment: MomentId,
  { knownBy, url, report }: ReactionPart,
): Promise<Refusal | undefined> {
  if ((knownBy === "link" && url === undefined) || (knownBy === "second-hand" && report === undefined))
    return refuse(
      "reaction-unsourced",
      "A link needs its address, what is known second hand the report that quotes it.",
    );
  return report === undefined || (await reportRow(db, ofMoment(moment, report))) ? undefined : unknownReport(report);
}

/**
 * Notes what has become of a reaction where it was said. Of one that is taken back no picture is kept: its file is
 * answered, for it has to go. Refuses `reaction-unknown`.
 */
export async function markReaction(
  unit: UnitOfWork,
  id: string,
  state: ReactionState,
): Promise<string | null | Refusal> {
  const row = await reactionRow(unit.db, id);
  if (row === undefined) return unknownReaction();
  await unit.db.updateTable("reactions").set({ state }).where("id", "=", id).execute();
  await unit.record({ kind: "reaction-marked", subject: { kind: "reaction", id }, data: { state } });
  unit.invalidate([`moment:${momentOf(id)}`]);
  return state === "taken-back" ? dropScreenshot(unit, id) : null;
}

/** Keeps a picture of a reaction aside, which its staff alone sees; answers the one that stood there before. Refuses `reaction-unknown` and `reaction-taken-back`. */
export async function keepScreenshot(unit: UnitOfWork, id: string, file: string): Promise<string | null | Refusal> {
  const row = await reactionRow(unit.db, id);
  if (row === undefined) return unknownReaction();
  if (row.state === "taken-back")
    return refuse("reaction-taken-back", "Its author has taken the reaction back: no picture of it is kept.");
  await unit.db.updateTable("reactions").set({ screenshot: file }).where("id", "=", id).execute();
  await unit.record({ kind: "reaction-pictured", subject: { kind: "reaction", id }, data: {} });
  return row.screenshot;
}

/** Keeps no picture of a reaction any longer; answers the file that has to go, null where there was none. */
export async function dropScreenshot(unit: UnitOfWork, id: string): Promise<string | null> {
  const row = await reactionRow(unit.db, id);
  if (row?.screenshot == null) return null;
  await unit.db.updateTable("reactions").set({ screenshot: null }).where("id", "=", id).execute();
  await unit.record({ kind: "reaction-unpictured", subject: { kind: "reaction", id }, data: {} });
  return row.screenshot;
}

/** A reaction as stored. */
export async function reactionRow(db: Db, id: string): Promise<ReactionRow | undefined> {
  return db.selectFrom("reactions").selectAll().where("id", "=", id).executeTakeFirst();
}

export function unknownReaction(): Refusal {
  return refuse("reaction-unknown", "There is no such reaction.");
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
