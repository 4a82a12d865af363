import type { ReactionView, ReportView } from "@podium/protocol";
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

/** The same report in other languages, among those of its moment. */
export function translationsOf(row: ReportRow, others: readonly ReportRow[]): ReportRow[] {
  const original = originalOf(row);
  return others.filter((other) => other.id !== row.id && originalOf(other) === original);
}

/** The last part of the id of the report from which this and its translations come. */
export function originalOf({ id, translation_of: original }: ReportRow): string {
  return original ?? codeOf(id);
}

/** The public view of a reaction. */
export function presentReaction(row: ReactionRow): ReactionView {
  return {
    id: row.id,
    platform: row.platform,
    author: row.author,
    url: row.url,
    language: row.language,
    words: row.words,
    translation: row.translation === null ? null : JSON.parse(row.translation),
    atMs: row.at_ms,
    invented: row.invented === 1,
  };
}
