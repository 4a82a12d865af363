import { isRefused, type EventId } from "@podium/engine";
import { shownRecord, type DrawPage } from "@podium/protocol";
import { associationRows, competitionRow, eventRow } from "../competitions/competitions.ts";
import { presentCompetition } from "../competitions/present.ts";
import { entryRows } from "../entries/entries.ts";
import { presentEntry } from "../entries/present.ts";
import type { Db } from "../storage/storage.ts";
import { drawRecordsOf, drawRulesOf, eventToDraw, standing } from "./draw-records.ts";
import { commitmentsOf } from "./drawing.ts";
import { isDrawPublished } from "./draw.ts";
import { committedOf } from "./public-draw.ts";

/** The same as everybody may know it: of a draw whose balls still come out, what is out. */
export async function presentShownDraw(db: Db, event: EventId, nowMs: number): Promise<DrawPage | null> {
  const page = await presentDraw(db, event);
  return page && { ...page, records: page.records.map((view) => shownRecord(view, nowMs)) };
}

/** The draw of an event as those who draw it see it; null where there is no such event. */
export async function presentDraw(db: Db, event: EventId): Promise<DrawPage | null> {
  const row = await eventRow(db, event);
  const competition = row && (await competitionRow(db, row.competition_id));
  if (row === undefined || competition === undefined) return null;
  const names = new Map((await associationRows(db, competition.id)).map(({ code, name }) => [code, name]));
  const records = await drawRecordsOf(db, event);
  const isDrawn = await isDrawPublished(db, event);
  return {
    competition: presentCompetition(competition),
    event: { id: event, title: JSON.parse(row.title) },
    entries: (await entryRows(db, event)).map((entry) => presentEntry(entry, names)),
    rules: await drawRulesOf(db, event),
    ...(isDrawn || standing(records) !== undefined
      ? { commitments: [], committedAtMs: null, obstacle: null }
      : await toBeDrawn(db, event)),
    records: records.toReversed(),
    isDrawn,
  };
}

/** What will be drawn, as the entries are now. What was published of other entries does not count. */
async function toBeDrawn(
  db: Db,
  event: EventId,
): Promise<Pick<DrawPage, "commitments" | "committedAtMs" | "obstacle">> {
  const [drawn, rules] = [await eventToDraw(db, event), await drawRulesOf(db, event)];
  if (drawn === null || rules === null) return { commitments: [], committedAtMs: null, obstacle: null };
  const commitments = commitmentsOf(drawn, rules);
  if (isRefused(commitments)) return { commitments: [], committedAtMs: null, obstacle: commitments };
  const committed = await committedOf(db, event);
  const isPublished = JSON.stringify(committed?.commitments) === JSON.stringify(commitments);
  return { commitments, committedAtMs: isPublished ? (committed?.atMs ?? null) : null, obstacle: null };
}
