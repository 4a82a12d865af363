import type { MomentId } from "@podium/engine";
import type { RecordNote } from "@podium/protocol";
import type { Db } from "../storage/storage.ts";
import { contradictedClaims, type ClaimRow } from "./stored-claims.ts";

/** What the record says beside the published texts of a moment where they say otherwise, in the order of each text. */
export async function notesOfMoment(db: Db, moment: MomentId): Promise<RecordNote[]> {
  const rows = await contradictedClaims(db)
    .where("subject_id", ">=", `${moment}/`)
    .where("subject_id", "<", `${moment}0`)
    .execute();
  return rows.map(presentNote);
}

/** The same of some published texts, whatever their moments. */
export async function notesOfTexts(db: Db, ids: readonly string[]): Promise<RecordNote[]> {
  if (ids.length === 0) return [];
  const rows = await contradictedClaims(db).where("subject_id", "in", ids).execute();
  return rows.map(presentNote);
}

/** A claim that the record contradicts, as its note. */
export function presentNote(row: ClaimRow): RecordNote {
  const { id, subject_id: about, paragraph, words, truth, label, href, turned_at_ms: turnedMs, answer } = row;
  const answeredMs = row.answered_at_ms;
  return {
    id,
    about,
    paragraph,
    sentence: row.sentence,
    words,
    truth,
    label,
    href,
    turnedMs: turnedMs === null ? null : Number(turnedMs),
    answer: answer === null || answeredMs === null ? null : { words: answer, atMs: Number(answeredMs) },
  };
}
