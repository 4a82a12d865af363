import { type MomentId, type Refusal, refuse } from "@podium/engine";
import type { ReportPart, ReportState } from "@podium/protocol";
import { momentRow } from "../moments/moments.ts";
import { ofMoment } from "../storage/codes.ts";
import type { Db } from "../storage/storage.ts";
import type { UnitOfWork } from "../app.ts";
import { keepFindable } from "./findable.ts";
import { planRelease } from "./release.ts";

/** Enters a report about a moment as a file tells it: as a record with its source, published where nothing else is said. */
export async function enterReport(unit: UnitOfWork, moment: MomentId, form: ReportPart): Promise<undefined | Refusal> {
  if (!(await momentRow(unit.db, moment))) return refuse("moment-unknown", `There is no moment ${moment}.`, { moment });
  const id = ofMoment(moment, form.id);
  if (await reportRow(unit.db, id))
    return refuse("report-exists", `The moment has a report ${form.id} already.`, { report: form.id });
  const original = form.translationOf;
  if (original !== undefined && !(await reportRow(unit.db, ofMoment(moment, original)))) return unknownReport(original);
  const state = form.state ?? "published";
  await unit.db
    .insertInto("reports")
    .values({
      id,
      moment_id: moment,
      position: await nextPosition(unit.db, moment),
      headline: form.headline,
      language: form.language,
      place: form.place ?? null,
      date: form.date ?? null,
      credit: form.credit,
      source: form.source,
      url: form.url ?? null,
      paragraphs: JSON.stringify(form.paragraphs),
      state,
      byline: form.byline ?? null,
      agency: form.agency ?? null,
      syndicated_from: form.syndicatedFrom ?? null,
      excerpt: form.excerpt === true ? 1 : 0,
      licence: form.licence ?? null,
      translation_of: original ?? null,
      embargo_ms: instantOf(form.embargo),
      published_at_ms: instantOf(form.published),
      corrections: JSON.stringify((form.corrections ?? []).map(({ at, words }) => ({ atMs: Date.parse(at), words }))),
      changed_by: unit.who,
      changed_at_ms: unit.nowMs,
    })
    .execute();
  await keepFindable(unit, id);
  await recordEntered(unit, id, form);
  return undefined;
}

/** Puts a photo of its moment into a report that came from a file. */
export async function hangPhoto(unit: UnitOfWork, report: string, photo: string): Promise<undefined> {
  await unit.db.updateTable("reports").set({ photo }).where("id", "=", report).execute();
  return undefined;
}

async function recordEntered(unit: UnitOfWork, id: string, form: ReportPart): Promise<void> {
  const subject = { kind: "report", id } as const;
  if (form.state === undefined) {
    await unit.record({ kind: "report-published", subject, data: { report: form.id } });
    invalidateReports(unit, id);
    return;
  }
  await unit.record({ kind: "report-begun", subject, data: { language: form.language } });
  if (form.state === "embargoed") await planRelease(unit, id, instantOf(form.embargo) ?? unit.nowMs);
}

function instantOf(written: string | undefined): number | null {
  return written === undefined ? null : Date.parse(written);
}

/** A report stands on its own page and on that of its moment. */
export function invalidateReports(unit: UnitOfWork, report: string): void {
  unit.invalidate([`moment:${report.slice(0, report.lastIndexOf("/"))}`]);
}

export function unknownReport(report: string): Refusal {
  return refuse("report-unknown", `There is no report ${report}.`, { report });
}

/** The place of another report of a moment. */
export async function nextPosition(db: Db, moment: MomentId): Promise<number> {
  const row = await db
    .selectFrom("reports")
    .select((all) => all.fn.max("position").as("last"))
    .where("moment_id", "=", moment)
    .executeTakeFirst();
  return (row?.last ?? -1) + 1;
}

export type ReportRow = Awaited<ReturnType<typeof reportRows>>[number];

/** Every report about a moment, for its staff. */
export async function reportRows(db: Db, moment: MomentId) {
  return db.selectFrom("reports").selectAll().where("moment_id", "=", moment).orderBy("position").execute();
}

/** The reports about a moment that everybody reads. */
export async function publishedReports(db: Db, moment: MomentId): Promise<ReportRow[]> {
  return (await reportRows(db, moment)).filter((row) => stateOf(row) === "published");
}

/** A report as stored. */
export async function reportRow(db: Db, id: string): Promise<ReportRow | undefined> {
  return db.selectFrom("reports").selectAll().where("id", "=", id).executeTakeFirst();
}

/** How far a report is; what nobody knows is a draft, which nobody else reads. */
export function stateOf({ state }: Pick<ReportRow, "state">): ReportState {
  return state === "review" || state === "embargoed" || state === "published" ? state : "draft";
}
