import type { MomentView } from "@podium/protocol";
import type { MomentRow } from "./moments.ts";

/** The public view of a moment. A photo has no way in yet, so its place is drawn from the result. */
export function presentMoment(row: MomentRow): MomentView {
  return {
    id: row.id,
    title: JSON.parse(row.title),
    summary: row.summary === null ? null : JSON.parse(row.summary),
    atMs: row.at_ms,
    photo: null,
  };
}
