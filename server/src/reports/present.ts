import {
  plainParagraph,
  REACTION_SOURCES,
  REACTION_STATES,
  type ReactionView,
  type ReportView,
} from "@podium/protocol";
import { codeOf } from "../storage/codes.ts";
import type { ReactionRow } from "./reactions.ts";
import type { ReportRow } from "./reports.ts";

/** The public view of a report; of `others`, all of its moment that may be seen, its translations are named. */
export function presentReport(row: ReportRow, others: readonly ReportRow[]): ReportView {
  return {
    id: row.id,
    headline: row.headline,
    language: row.language,
    dateline: row.place,
    date: row.date,
    byline: row.byline,
    agency: row.agency,
    credit: row.credit,
    source: row.source,
    syndicatedFrom: row.syndicated_from,
    url: row.url,
    isExcerpt: row.excerpt === 1,
    licence: row.licence,
    publishedMs: row.published_at_ms,
    paragraphs: JSON.parse(row.paragraphs),
    corrections: JSON.parse(row.corrections),
    translations: translationsOf(row, others).map(({ id, language, headline }) => ({ id, language, headline })),
  };
}

/** The paragraphs of a report as stored, without their marks. */
export function plainParagraphs(stored: string): string[] {
  const paragraphs: string[] = JSON.parse(stored);
  return paragraphs.map(plainParagraph);
}

/** The same report in other languages, among those of its moment. */
export function translationsOf(row: ReportRow, others: readonly ReportRow[]): ReportRow[] {
  const original = originalOf(row);
  return others.filter((other) => other.id !== row.id && originalOf(other) === original);
}

/** The last part of the id of the report from which this and its translations come. */
export function originalOf({ id, translation_of: original }: ReportRow): string {
  return original ?? codeOf(id);
}

/** The public view of a reaction, beside the reports that may be seen. Of what was taken back, no word is told. */
export function presentReaction(row: ReactionRow, reports: readonly ReportRow[]): ReactionView {
  const state = REACTION_STATES.find((known) => known === row.state) ?? "gone";
  const isTold = state !== "taken-back";
  const report = reports.find(({ id }) => codeOf(id) === row.report);
  return {
    id: row.id,
    platform: row.platform,
    author: isTold ? row.author : null,
    url: isTold ? row.url : null,
    language: row.language,
    words: isTold ? row.words : "",
    translation: isTold && row.translation !== null ? JSON.parse(row.translation) : null,
    atMs: row.at_ms,
    knownBy: REACTION_SOURCES.find((known) => known === row.known_by) ?? null,
    report: report === undefined ? null : { id: report.id, headline: report.headline, language: report.language },
    capturedMs: row.captured_at_ms,
    state,
    invented: row.invented === 1,
  };
}
