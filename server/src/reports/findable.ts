import type { UnitOfWork } from "../app.ts";
import { dropRecordWords, keepRecordWords } from "../storage/record-search.ts";

/** A report is found by its words while everybody may read it, and by nobody before and after. */
export async function keepFindable({ db }: UnitOfWork, report: string): Promise<void> {
  const rows = db.selectFrom("reports").select(["headline", "paragraphs"]);
  const row = await rows.where("id", "=", report).where("state", "=", "published").executeTakeFirst();
  if (row === undefined) return dropRecordWords(db, "report", report);
  const paragraphs: readonly string[] = JSON.parse(row.paragraphs);
  await keepRecordWords(db, "report", [{ subject: report, text: [row.headline, ...paragraphs].join("\n") }]);
}
