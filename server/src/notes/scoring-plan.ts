import { z } from "zod";
import type { UnitOfWork } from "../app.ts";

/** Ratings that come within this time are scored together. */
const TOGETHER_MS = 2_000;

/** The job that scores every note anew. */
export const scoring = { name: "score-notes", data: z.strictObject({}) };

/** After a rating, or when a note comes or goes: all notes are scored anew, since one rating tells something of the others. */
export async function planScoring(unit: UnitOfWork): Promise<void> {
  unit.atEnd(scoring.name, () => unit.enqueue(scoring, { data: {}, afterMs: TOGETHER_MS, isOnce: true }));
}
