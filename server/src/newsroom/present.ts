import { quotedReactions, type CompetitionId, type MomentId } from "@podium/engine";
import type {
  CollectedReaction,
  CompetitionView,
  NewsroomEvent,
  NewsroomReportPage,
  RecordTask,
  ReportLine,
  ReportStep,
  WrittenReport,
} from "@podium/protocol";
import { contradictedClaims } from "../claims/stored-claims.ts";
import { presentNote } from "../claims/present.ts";
import { wallTime } from "../competitions/wall-clock.ts";
import { eventRows } from "../competitions/competitions.ts";
import { factsOf } from "../facts/journal.ts";
import { momentsOfEvents, type MomentRow } from "../moments/moments.ts";
import { publicWords, withTags } from "../moments/photo-tags.ts";
import { photosOf } from "../moments/photos.ts";
import { namesOf } from "../people/roles.ts";
import { plainParagraphs, presentReaction, presentReport } from "../reports/present.ts";
import { reactionRows, type ReactionRow } from "../reports/reactions.ts";
import { reportRows, stateOf, type ReportRow } from "../reports/reports.ts";
import { competitionId, eventId, momentOf } from "../storage/codes.ts";
import type { Db } from "../storage/storage.ts";

/** The events of a competition with their moments and every report about them. */
export async function eventsInNewsroom(db: Db, competition: CompetitionView): Promise<NewsroomEvent[]> {
  const events = await eventRows(db, competitionId(competition.id));
  const moments = await momentsOfEvents(
    db,
    events.map(({ id }) => eventId(id)),
  );
  return Promise.all(
    events.map(async ({ id, code, title }) => {
      const moment = moments.find(({ event_id: event }) => event === id);
      return {
        code,
        title: JSON.parse(title),
        moment: moment === undefined ? null : momentInNewsroom(moment),
        reports: moment === undefined ? [] : await linesOf(db, await reportRows(db, moment.id)),
      };
    }),
  );
}

/** What the published texts of a competition say that the record contradicts, where nobody has answered. */
export async function tasksOf(db: Db, competition: CompetitionId): Promise<RecordTask[]> {
  const wrong = await contradictedClaims(db).where("competition_id", "=", competition).execute();
  const open = wrong.filter(({ answer }) => answer === null);
  const tasks = open.map(async (row): Promise<RecordTask | null> => {
    const text = await textOf(db, row.subject_kind, row.subject_id);
    const kind = row.subject_kind === "reaction" ? "reaction" : "report";
    return text === undefined ? null : { ...presentNote(row), ...text, kind };
  });
  return (await Promise.all(tasks)).filter((task) => task !== null);
}

async function textOf(db: Db, kind: string, id: string) {
  if (kind === "report")
    return db
      .selectFrom("reports")
      .select(["headline as title", "language"])
      .where("id", "=", id)
      .where("state", "=", "published")
      .executeTakeFirst();
  return db.selectFrom("reactions").select(["words as title", "language"]).where("id", "=", id).executeTakeFirst();
}

/** A moment for its staff, prepared or open. */
export function momentInNewsroom(row: MomentRow): NonNullable<NewsroomEvent["moment"]> {
  return {
    id: row.id,
    title: JSON.parse(row.title),
    summary: row.summary === null ? null : JSON.parse(row.summary),
    isOpen: row.opened_at_ms !== null,
  };
}

/** Reports as lines of a list. */
export async function linesOf(db: Db, rows: readonly ReportRow[]): Promise<ReportLine[]> {
  const names = await namesOf(
    db,
    rows.map((row) => row.changed_by),
  );
  return rows.map((row) => ({
    id: row.id,
    headline: row.headline,
    language: row.language,
    state: stateOf(row),
    version: row.version,
    embargoMs: row.embargo_ms,
    changedMs: row.changed_at_ms,
    changedBy: names.get(row.changed_by ?? "") ?? null,
  }));
}

/** A report as its form shows it. `zone` is that of the competition. */
export async function presentWritten(db: Db, row: ReportRow, zone: string): Promise<WrittenReport> {
  const { translations: _of, ...report } = presentReport(row, []);
  const names = await namesOf(db, [row.changed_by]);
  return {
    ...report,
    state: stateOf(row),
    version: row.version,
    photo: row.photo,
    embargoMs: row.embargo_ms,
    embargo: row.embargo_ms === null ? "" : wallTime(zone, row.embargo_ms),
    changedMs: row.changed_at_ms,
    changedBy: names.get(row.changed_by ?? "") ?? null,
  };
}

/** The photos of a moment that may stand in its reports. */
export async function photosToChoose(db: Db, moment: MomentId): Promise<NewsroomReportPage["photos"]> {
  return (await withTags(db, await photosOf(db, moment))).map(({ row, tags }) => {
    const { alt, caption } = publicWords(row, tags);
    return { id: row.id, words: alt ?? caption, isShown: row.shown === 1 };
  });
}

/** Reactions as their staff sees them: also by whom they were captured, and what is kept aside of them. */
export async function collectedReactions(
  db: Db,
  rows: readonly ReactionRow[],
  reports: readonly ReportRow[],
): Promise<CollectedReaction[]> {
  const names = await namesOf(
    db,
    rows.map((row) => row.captured_by),
  );
  return rows.map((row) => ({
    ...presentReaction(row, reports),
    capturedBy: names.get(row.captured_by ?? "") ?? null,
    hasScreenshot: row.screenshot !== null,
  }));
}

/** What was done with a report, the latest first. */
export async function stepsOf(db: Db, report: string): Promise<ReportStep[]> {
  const facts = await factsOf(db, { kind: "report", id: report });
  const names = await namesOf(
    db,
    facts.map(({ who }) => who),
  );
  return facts.toReversed().map(({ kind, atMs, who }) => ({
    step: kind.replace(/^report-/, ""),
    atMs,
    who: who === null ? null : (names.get(who) ?? null),
  }));
}

/** The quotes of the public in a report of which no reaction to its moment has the words yet. */
export async function quotesIn(db: Db, row: ReportRow): Promise<NewsroomReportPage["quotes"]> {
  const quotes = quotedReactions(plainParagraphs(row.paragraphs), row.language);
  if (quotes.length === 0) return [];
  const entered = new Set(
    (await reactionRows(db, momentOf(row.id))).flatMap(({ words, translation }): string[] => [
      words,
      ...(translation === null ? [] : [JSON.parse(translation).words]),
    ]),
  );
  return quotes.map((quote, at) => ({ ...quote, at })).filter(({ words }) => !entered.has(words));
}
