import { PODIUM } from "../storage/codes.ts";
import { isRefused, refuse, type Refusal } from "@podium/engine";
import type { DraftFile, EntryTermsForm } from "@podium/protocol";
import type { UnitOfWork } from "../app.ts";
import { endOfDay, instantAt } from "../competitions/wall-clock.ts";
import type { Db } from "../storage/storage.ts";
import { draftBy, type Draft } from "./drafts.ts";

/** On which terms an event is open: the fee in words, and how many are taken. */
export interface OpenEvent {
  readonly fee: string | null;
  readonly limit: number | null;
}

/** Until when, and for which events, people may enter themselves. */
export interface EntryTerms {
  readonly draft: string;
  readonly closesAtMs: number;
  readonly remark: string | null;
  /** By the code of the event. */
  readonly events: Readonly<Record<string, OpenEvent>>;
}

/** The terms of a draft; null where nobody may enter but organisers. */
export async function entryTerms(db: Db, draft: string): Promise<EntryTerms | null> {
  const row = await db.selectFrom("entry_terms").selectAll().where("draft_id", "=", draft).executeTakeFirst();
  return row === undefined ? null : termsOf(row);
}

/** Terms that have not run out, of drafts that are still being prepared, the one that closes first first. */
export async function openTerms(db: Db, nowMs: number): Promise<{ terms: EntryTerms; draft: Draft }[]> {
  const rows = await db
    .selectFrom("entry_terms")
    .selectAll()
    .where("closes_at_ms", ">", nowMs)
    .orderBy("closes_at_ms")
    .orderBy("draft_id")
    .limit(OPEN_SHOWN)
    .execute();
  const found = await Promise.all(
    rows.map(async (row) => ({ terms: termsOf(row), draft: await draftBy(db, row.draft_id) })),
  );
  return found.flatMap(({ terms, draft }) => (isRefused(draft) ? [] : [{ terms, draft }]));
}

/** As many as anybody looks through. */
const OPEN_SHOWN = 100;

interface Row {
  readonly draft_id: string;
  readonly closes_at_ms: number;
  readonly remark: string | null;
  readonly events: string;
}

function termsOf({ draft_id: draft, closes_at_ms: closesAtMs, remark, events }: Row): EntryTerms {
  return { draft, closesAtMs, remark, events: JSON.parse(events) };
}

/** Opens a draft for people who enter themselves, or changes on which terms; refuses `form-invalid`. */
export async function openEntries(
  unit: UnitOfWork,
  { id, file }: Draft,
  form: EntryTermsForm,
): Promise<undefined | Refusal> {
  const { zone, to } = file.competition;
  const closesAtMs = instantAt(zone, form.closes);
  if (closesAtMs === null)
    return invalid("closes", `${form.closes} is skipped by the clocks of ${zone}: choose an hour before or after.`);
  if (closesAtMs > endOfDay(zone, to)) return invalid("closes", `The competition ends on ${to}, before that.`);
  const events = openedIn(file, form);
  if (isRefused(events)) return events;
  const row = {
    closes_at_ms: closesAtMs,
    remark: form.remark === undefined || form.remark === "" ? null : form.remark,
    events: JSON.stringify(events),
    opened_by: unit.who ?? PODIUM,
    at_ms: unit.nowMs,
  };
  await unit.db
    .insertInto("entry_terms")
    .values({ draft_id: id, ...row })
    .onConflict((clash) => clash.column("draft_id").doUpdateSet(row))
    .execute();
  return undefined;
}

const LIMIT_MAX = 1024;

function openedIn({ events }: DraftFile, form: EntryTermsForm): Record<string, OpenEvent> | Refusal {
  const opened: Record<string, OpenEvent> = {};
  for (const { code, kind } of events) {
    if (form[`open-${code}`] !== "yes") continue;
    if (kind === "team") return invalid(`open-${code}`, "People enter themselves in singles and doubles.");
    const limit = form[`limit-${code}`] ?? "";
    if (limit !== "" && !(/^[1-9]\d{0,3}$/.test(limit) && Number(limit) <= LIMIT_MAX))
      return invalid(`limit-${code}`, `A number from 1 to ${LIMIT_MAX}.`);
    const fee = form[`fee-${code}`] ?? "";
    opened[code] = { fee: fee === "" ? null : fee, limit: limit === "" ? null : Number(limit) };
  }
  return Object.keys(opened).length === 0 ? invalid("closes", "Choose at least one event that is open.") : opened;
}

function invalid(field: string, why: string): Refusal {
  return refuse("form-invalid", `The field ${field} is not right: ${why}`, { field });
}
