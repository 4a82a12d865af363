import { isRefused, refuse, type EventId, type Refusal } from "@podium/engine";
import { EXCERPT_LENGTH_MAX, type ReportForm, type ReportState } from "@podium/protocol";
import { freeCode } from "../competitions/free-code.ts";
import type { NewFact } from "../facts/fact.ts";
import { prepareMoment } from "../moments/moments.ts";
import { photoRow, unknownPhoto } from "../moments/photos.ts";
import { codeOf, ofMoment } from "../storage/codes.ts";
import type { Db } from "../storage/storage.ts";
import type { UnitOfWork } from "../app.ts";
import { paragraphsOf } from "./paragraphs.ts";
import { originalOf } from "./present.ts";
import { keepFindable } from "./findable.ts";
import { planRelease } from "./release.ts";
import {
  invalidateReports,
  nextPosition,
  reportRow,
  reportRows,
  stateOf,
  unknownReport,
  type ReportRow,
} from "./reports.ts";

/** How a report begins. */
export interface ReportBeginning {
  readonly headline: string;
  readonly language: string;
  readonly text: string;
  /** Who is credited until somebody says otherwise, and where it is published. */
  readonly credit: string;
  readonly source: string;
  /** What is known of where it comes from. */
  readonly origin?: Partial<Readonly<Record<OriginPart, string | null>>> & { readonly isExcerpt?: boolean };
}

type OriginPart = "place" | "agency" | "byline" | "syndicatedFrom" | "date" | "licence" | "url";

/** Begins a report about an event, as a draft; answers its id. */
export async function beginReport(unit: UnitOfWork, event: EventId, form: ReportBeginning): Promise<string | Refusal> {
  const moment = await prepareMoment(unit, event);
  if (isRefused(moment)) return moment;
  const paragraphs = paragraphsOf(form.text);
  if (isRefused(paragraphs)) return paragraphs;
  const others = await reportRows(unit.db, moment);
  const same = others.find(({ url }) => url !== null && url === form.origin?.url);
  if (same !== undefined)
    return refuse("report-fetched-already", `The moment has a report of this address already: ${same.headline}.`, {
      headline: same.headline,
    });
  const id = ofMoment(moment, freeCode(form.headline, new Set(others.map((other) => codeOf(other.id)))));
  await unit.db
    .insertInto("reports")
    .values({
      id,
      moment_id: moment,
      position: await nextPosition(unit.db, moment),
      headline: form.headline,
      language: form.language,
      credit: form.credit,
      source: form.source,
      ...originColumns(form.origin ?? {}),
      paragraphs: JSON.stringify(paragraphs),
      state: "draft",
      ...changedBy(unit),
    })
    .execute();
  await unit.record({ kind: "report-begun", subject: aboutReport(id), data: { language: form.language } });
  return id;
}

function originColumns({ syndicatedFrom, isExcerpt, ...origin }: NonNullable<ReportBeginning["origin"]>) {
  return { ...origin, syndicated_from: syndicatedFrom ?? null, excerpt: isExcerpt === true ? 1 : 0 };
}

/** Begins the same report in another language, from the words that it has; answers the id of the draft. */
export async function beginTranslation(unit: UnitOfWork, id: string, language: string): Promise<string | Refusal> {
  const row = await reportRow(unit.db, id);
  if (row === undefined) return unknownReport(codeOf(id));
  const taken = new Set((await reportRows(unit.db, row.moment_id)).map((other) => codeOf(other.id)));
  const translation = ofMoment(row.moment_id, freeCode(`${originalOf(row)}-${language}`, taken));
  await unit.db
    .insertInto("reports")
    .values({
      ...row,
      id: translation,
      position: await nextPosition(unit.db, row.moment_id),
      language,
      translation_of: originalOf(row),
      state: "draft",
      version: 1,
      published_at_ms: null,
      corrections: "[]",
      ...changedBy(unit),
    })
    .execute();
  await unit.record({ kind: "report-begun", subject: aboutReport(translation), data: { language } });
  return translation;
}

/** What is asked of a report: its words as they are to be, the version that the editor saw, and where it goes on to. */
export interface ReportChange extends Omit<ReportForm, "embargo"> {
  readonly embargoMs: number | null;
}

/**
 * Writes a report, and moves it on where that is asked. Refuses `report-moved-on` when somebody else has changed it since
 * it was seen; what readers have seen is changed with a correction that says so.
 */
export async function writeReport(unit: UnitOfWork, id: string, change: ReportChange): Promise<ReportRow | Refusal> {
  const row = await reportAsSeen(unit, id, change.version);
  if (isRefused(row)) return row;
  const paragraphs = paragraphsOf(change.text ?? "");
  if (isRefused(paragraphs)) return paragraphs;
  const refusal = refusedChange(row, change, paragraphs) ?? (await refusedPhotoOf(unit.db, row, change));
  if (refusal) return refusal;
  const move = nextMove(stateOf(row), change, unit.nowMs);
  const isReleased = move.state === "published" && stateOf(row) !== "published";
  await unit.db
    .updateTable("reports")
    .set({
      ...columnsOf(change, paragraphs),
      state: move.state,
      version: row.version + 1,
      ...(isReleased ? { published_at_ms: unit.nowMs } : {}),
      ...(stateOf(row) === "published" ? { corrections: corrected(row, change, unit.nowMs) } : {}),
      ...changedBy(unit),
    })
    .where("id", "=", id)
    .execute();
  await keepFindable(unit, id);
  for (const fact of move.facts(row)) await unit.record(fact);
  if (move.state === "embargoed" && change.embargoMs !== null) await planRelease(unit, id, change.embargoMs);
  if (move.state === "published") invalidateReports(unit, id);
  return (await reportRow(unit.db, id)) ?? unknownReport(codeOf(id));
}

/** Takes a published report from its readers: it is a draft again. Refuses `report-not-published`. */
export async function withdrawReport(
  unit: UnitOfWork,
  id: string,
  { version, reason }: { readonly version: number; readonly reason: string },
): Promise<undefined | Refusal> {
  const row = await reportAsSeen(unit, id, version);
  if (isRefused(row)) return row;
  if (stateOf(row) !== "published") return refuse("report-not-published", "This report is not published.");
  await unit.db
    .updateTable("reports")
    .set({ state: "draft", version: version + 1, published_at_ms: null, embargo_ms: null, ...changedBy(unit) })
    .where("id", "=", id)
    .execute();
  await keepFindable(unit, id);
  await unit.record({ kind: "report-withdrawn", subject: aboutReport(id), data: { reason } });
  invalidateReports(unit, id);
  return undefined;
}

async function reportAsSeen(unit: UnitOfWork, id: string, version: number): Promise<ReportRow | Refusal> {
  const row = await reportRow(unit.db, id);
  if (row === undefined) return unknownReport(codeOf(id));
  if (row.version === version) return row;
  return refuse(
    "report-moved-on",
    "Somebody else has changed this report since you opened it. Both texts stand below; nothing of yours was lost.",
    { version: row.version },
  );
}

function refusedChange(row: ReportRow, change: ReportChange, paragraphs: readonly string[]): Refusal | undefined {
  const isPublic = stateOf(row) === "published";
  if (isPublic && change.step !== "save")
    return refuse("report-published-already", "This report is published: correct it, or withdraw it.");
  if (isPublic && change.correction === undefined)
    return refuse("report-correction-missing", "Say what is corrected: readers have seen the report.");
  const isForReaders =
    isPublic || change.step === "publish" || (stateOf(row) === "embargoed" && change.step === "save");
  if (!isForReaders) return undefined;
  if (paragraphs.length === 0) return refuse("report-empty", "A report without a text is not published.");
  return change.excerpt === "yes" ? refusedExcerpt(change, paragraphs) : undefined;
}

/** The photo is one of its moment. Refuses `photo-unknown`. */
async function refusedPhotoOf(db: Db, { moment_id: moment }: ReportRow, { photo }: ReportChange) {
  if (photo === undefined) return undefined;
  return (await photoRow(db, photo))?.moment_id === moment ? undefined : unknownPhoto();
}

/** What is not ours is a short part of it, with its address and what allows us to keep it. */
function refusedExcerpt({ url, licence }: ReportChange, paragraphs: readonly string[]): Refusal | undefined {
  if (url === undefined || licence === undefined)
    return refuse("report-excerpt-unsourced", "An excerpt needs the address of the report and its licence.");
  const length = paragraphs.join("\n").length;
  if (length <= EXCERPT_LENGTH_MAX) return undefined;
  return refuse(
    "report-excerpt-long",
    `An excerpt has at most ${EXCERPT_LENGTH_MAX} characters; this one has ${length}.`,
    { most: EXCERPT_LENGTH_MAX, length },
  );
}

/** Where a report goes from a state, and what is recorded of it. */
interface ReportMove {
  readonly state: ReportState;
  readonly facts: (row: ReportRow) => NewFact[];
}

function nextMove(from: ReportState, { step, embargoMs }: ReportChange, nowMs: number): ReportMove {
  const revised = (row: ReportRow): NewFact => ({
    kind: from === "published" ? "report-corrected" : "report-revised",
    subject: aboutReport(row.id),
    data: { version: row.version + 1 },
  });
  const isToAppear = step === "publish" || (from === "embargoed" && step === "save");
  if (isToAppear && embargoMs !== null && embargoMs > nowMs)
    return {
      state: "embargoed",
      facts: (row) => [
        revised(row),
        { kind: "report-embargoed", subject: aboutReport(row.id), data: { untilMs: embargoMs } },
      ],
    };
  if (isToAppear)
    return {
      state: "published",
      facts: (row) => [
        revised(row),
        { kind: "report-published", subject: aboutReport(row.id), data: { report: codeOf(row.id) } },
      ],
    };
  if (step === "save" || step === from) return { state: from, facts: (row) => [revised(row)] };
  const kind = step === "review" ? "report-submitted" : "report-sent-back";
  return {
    state: step,
    facts: (row) => [revised(row), { kind, subject: aboutReport(row.id), data: {} }],
  };
}

function columnsOf(change: ReportChange, paragraphs: readonly string[]) {
  return {
    headline: change.headline,
    language: change.language,
    place: change.place ?? null,
    date: change.date ?? null,
    byline: change.byline ?? null,
    agency: change.agency ?? null,
    credit: change.credit,
    source: change.source,
    syndicated_from: change.syndicatedFrom ?? null,
    url: change.url ?? null,
    excerpt: change.excerpt === "yes" ? 1 : 0,
    licence: change.licence ?? null,
    embargo_ms: change.embargoMs,
    photo: change.photo ?? null,
    paragraphs: JSON.stringify(paragraphs),
  };
}

function corrected(row: ReportRow, { correction }: ReportChange, nowMs: number): string {
  return JSON.stringify([...JSON.parse(row.corrections), { atMs: nowMs, words: correction }]);
}

function changedBy({ who, nowMs }: UnitOfWork) {
  return { changed_by: who, changed_at_ms: nowMs };
}

function aboutReport(id: string) {
  return { kind: "report", id } as const;
}
