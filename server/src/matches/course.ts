import type { MatchId } from "@podium/engine";
import type { UnitOfWork } from "../app.ts";

type Status = "ready" | "live" | "over";

/** What the row of a match says of its course after a line: since when it is on, and that nobody is awaited any more. */
export function courseColumns(before: Status, after: Status, nowMs: number) {
  if (after === "over") return { table_call: null };
  if (after !== "live" || before === "live") return {};
  return before === "ready" ? { begun_ms: nowMs, ended_ms: null } : { ended_ms: null };
}

/** Notes when a match was over; one whose result is corrected ended when it first did. */
export async function noteEnd(unit: UnitOfWork, match: MatchId): Promise<void> {
  await unit.db
    .updateTable("matches")
    .set({ ended_ms: unit.nowMs })
    .where("id", "=", match)
    .where("ended_ms", "is", null)
    .execute();
}
