import type { CompetitionId, EventId } from "@podium/engine";
import { eventRows } from "../competitions/competitions.ts";
import { momentsOfEvents, momentRow, type MomentRow } from "../moments/moments.ts";
import { reactionRows } from "../reports/reactions.ts";
import { plainParagraphs } from "../reports/present.ts";
import { publishedReports } from "../reports/reports.ts";
import { competitionOf, momentOf } from "../storage/codes.ts";
import type { Db } from "../storage/storage.ts";

/** A text about a competition that everybody may read. */
export interface PublishedText {
  readonly kind: "report" | "reaction";
  readonly id: string;
  readonly language: string;
  /** YYYY-MM-DD. */
  readonly date: string | null;
  readonly paragraphs: readonly string[];
}

/** The published reports about a competition, and the reactions that still stand. */
export async function textsAbout(db: Db, competition: CompetitionId): Promise<PublishedText[]> {
  const texts: PublishedText[] = [];
  for (const { id: moment } of await momentsAbout(db, competition)) {
    for (const { id, language, date, paragraphs } of await publishedReports(db, moment))
      texts.push({ kind: "report", id, language, date, paragraphs: plainParagraphs(paragraphs) });
    for (const { id, language, words, at_ms: atMs, state } of await reactionRows(db, moment)) {
      const date = atMs === null ? null : new Date(Number(atMs)).toISOString().slice(0, 10);
      if (state !== "taken-back") texts.push({ kind: "reaction", id, language, date, paragraphs: [words] });
    }
  }
  return texts;
}

/** Whether anything was written about a competition: where nothing was, the end of a match costs no more than this. */
export async function hasTexts(db: Db, competition: CompetitionId): Promise<boolean> {
  const row = await db
    .selectFrom("moments")
    .innerJoin("events", "events.id", "moments.event_id")
    .select("moments.id")
    .where("events.competition_id", "=", competition)
    .where(({ exists, or, selectFrom }) =>
      or(
        (["reports", "reactions"] as const).map((table) =>
          exists(selectFrom(table).select(`${table}.id`).whereRef(`${table}.moment_id`, "=", "moments.id")),
        ),
      ),
    )
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** The competition that a report or a reaction is about; null for neither. */
export async function competitionOfText(db: Db, id: string): Promise<CompetitionId | null> {
  const moment = await momentRow(db, momentOf(id));
  return moment === undefined ? null : competitionOf(moment.event_id);
}

async function momentsAbout(db: Db, competition: CompetitionId): Promise<MomentRow[]> {
  const events = await eventRows(db, competition);
  return momentsOfEvents(
    db,
    events.map(({ id }): EventId => id),
  );
}
