import { isRefused, refuse, type Refusal } from "@podium/engine";
import type { Viewer } from "@podium/protocol";
import type { UnitOfWork } from "../app.ts";
import { NO_CASE, type CaseRow } from "./holding.ts";
import { plainText } from "./plain-text.ts";

/** Asks once for another decision about one's own words; somebody else than who decided before decides. */
export async function appeal(
  unit: UnitOfWork,
  author: Viewer,
  { id, words }: { readonly id: string; readonly words: string },
): Promise<CaseRow | Refusal> {
  const row = await ownCase(unit, author, id);
  if (isRefused(row)) return row;
  const made = await unit.db.selectFrom("cases").select("id").where("appeal_of", "=", id).executeTakeFirst();
  if (made !== undefined) return refuse("appeal-made", "You have asked for another decision already.");
  const asked: CaseRow = {
    ...row,
    id: unit.randomId(12),
    kind: "appeal",
    opened_at_ms: unit.nowMs,
    client_id: null,
    decided_at_ms: null,
    decided_by: null,
    decision: null,
    reason: null,
    assigned_to: null,
    appeal_of: id,
    appeal: plainText(words),
  };
  await unit.db.insertInto("cases").values(asked).execute();
  await unit.record({ kind: "case-appealed", subject: { kind: "case", id: asked.id }, data: { case: id } });
  return asked;
}

/** What was decided against somebody, and not on an appeal. */
async function ownCase(unit: UnitOfWork, author: Viewer, id: string): Promise<CaseRow | Refusal> {
  const row = await unit.db
    .selectFrom("cases")
    .innerJoin("authors", "authors.id", "cases.author_id")
    .selectAll("cases")
    .where("cases.id", "=", id)
    .where("authors.person_id", "=", author.id)
    .executeTakeFirst();
  if (row === undefined || row.decision !== "removed" || row.appeal_of !== null) return NO_CASE;
  return row;
}
