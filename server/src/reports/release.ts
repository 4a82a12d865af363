import { z } from "zod";
import { transact, type App, type UnitOfWork } from "../app.ts";
import type { JobKind } from "../jobs/queue.ts";
import { codeOf, momentOf } from "../storage/codes.ts";
import { keepFindable } from "./findable.ts";

const release = { name: "release-report", data: z.strictObject({ report: z.string().max(200) }) };

/** Publishes a report when its embargo is over. One that was taken back, or is to wait longer, stays as it is. */
export function releaseOf(app: App): JobKind<z.infer<typeof release.data>> {
  return {
    ...release,
    run: async ({ report }) => {
      await transact(app, null, async (unit) => {
        const published = await unit.db
          .updateTable("reports")
          .set((row) => ({ state: "published", published_at_ms: unit.nowMs, version: row("version", "+", 1) }))
          .where("id", "=", report)
          .where("state", "=", "embargoed")
          .where("embargo_ms", "<=", unit.nowMs)
          .executeTakeFirst();
        if (published.numUpdatedRows === 0n) return;
        await keepFindable(unit, report);
        await unit.record({
          kind: "report-published",
          subject: { kind: "report", id: report },
          data: { report: codeOf(report) },
        });
        unit.invalidate([`moment:${momentOf(report)}`]);
      });
    },
  };
}

/** Has a report published at an instant; it is asked then whether it still is to be. */
export async function planRelease(unit: UnitOfWork, report: string, atMs: number): Promise<void> {
  await unit.enqueue(release, { data: { report }, afterMs: Math.max(0, atMs - unit.nowMs) });
}
