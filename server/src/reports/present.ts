import type { ReactionView, ReportView } from "@podium/protocol";
import type { ReactionRow, ReportRow } from "./reports.ts";

/** The public view of a report. */
export function presentReport(row: ReportRow): ReportView {
  return {
    id: row.id,
    headline: row.headline,
    language: row.language,
    dateline: row.place,
    date: row.date,
    credit: row.credit,
    source: row.source,
    url: row.url,
    paragraphs: JSON.parse(row.paragraphs),
  };
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
