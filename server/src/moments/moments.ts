import { type EventId, type MomentId, type Refusal, refuse } from "@podium/engine";
import type { MomentNameForm, MomentPart, Text, Viewer } from "@podium/protocol";
import { competitionRow, eventRow } from "../competitions/competitions.ts";
import type { Fact } from "../facts/fact.ts";
import { lastKindOf } from "../facts/journal.ts";
import { holdsOne } from "../people/policy.ts";
import { competitionOf, eventId, momentId } from "../storage/codes.ts";
import type { Db } from "../storage/storage.ts";
import type { UnitOfWork } from "../app.ts";

/** Prepares the moment of an event before, or describes it after, its medals are decided. One event has one moment, under one id. */
export async function describeMoment(
  unit: UnitOfWork,
  event: EventId,
  form: Pick<MomentPart, "id" | "title" | "summary" | "at">,
): Promise<undefined | Refusal> {
  if (!(await eventRow(unit.db, event))) return refuse("event-unknown", `There is no event ${event}.`, { event });
  const id = momentId(form.id);
  const taken = await momentRow(unit.db, id);
  if (taken !== undefined && taken.event_id !== event)
    return refuse("moment-exists", `There is a moment ${id} already.`, { moment: id });
  const known = await momentOfEvent(unit.db, event);
  if (known !== undefined && known.id !== id)
    return refuse("event-has-moment", `The event has the moment ${known.id} already.`, { event, moment: known.id });
  const words = {
    title: JSON.stringify(form.title),
    summary: form.summary === undefined ? null : JSON.stringify(form.summary),
    at_ms: form.at === undefined ? null : Date.parse(form.at),
    described: 1,
  };
  await unit.db
    .insertInto("moments")
    .values({ id, event_id: event, opened_at_ms: null, ...words })
    .onConflict((conflict) => conflict.column("event_id").doUpdateSet(words))
    .execute();
  invalidateMoment(unit, id, event);
  return undefined;
}

/**
 * Says what a moment is called and what it was, in one language beside others. What was said in that language before is gone,
 * its summary too where none is given. Refuses `moment-unknown`.
 */
export async function nameMoment(
  unit: UnitOfWork,
  moment: MomentId,
  { language, title, summary }: MomentNameForm,
): Promise<undefined | Refusal> {
  const row = await momentRow(unit.db, moment);
  if (row === undefined) return refuse("moment-unknown", `There is no moment ${moment}.`, { moment });
  const titles: Text = { ...JSON.parse(row.title), [language]: title };
  const { [language]: _before, ...others }: Text = row.summary === null ? {} : JSON.parse(row.summary);
  const summaries: Text = summary === undefined ? others : { ...others, [language]: summary };
  await unit.db
    .updateTable("moments")
    .set({
      title: JSON.stringify(titles),
      summary: Object.keys(summaries).length === 0 ? null : JSON.stringify(summaries),
      described: 1,
    })
    .where("id", "=", moment)
    .execute();
  await unit.record({ kind: "moment-named", subject: { kind: "moment", id: moment }, data: { language } });
  invalidateMoment(unit, moment, row.event_id);
  return undefined;
}

/** The moment of an event for those who prepare it: the one it has, or one that carries the names of the event. */
export async function prepareMoment(unit: UnitOfWork, event: EventId): Promise<MomentId | Refusal> {
  if (!(await eventRow(unit.db, event))) return refuse("event-unknown", `There is no event ${event}.`, { event });
  const known = await momentOfEvent(unit.db, event);
  if (known !== undefined) return known.id;
  const id = await freeIdFor(unit.db, event);
  await prepareUntitled(unit, id, event);
  return id;
}

/** When the medals of an event are decided, its moment opens, once. */
export async function openMoment(unit: UnitOfWork, fact: Fact): Promise<void> {
  const event = eventId(fact.subject.id);
  if (!(await isLastOf(unit.db, fact))) return;
  const known = await momentOfEvent(unit.db, event);
  if (known?.opened_at_ms != null) {
    announceMedals(unit, known.id);
    return;
  }
  const id = known?.id ?? (await freeIdFor(unit.db, event));
  if (known === undefined) await prepareUntitled(unit, id, event);
  await unit.db.updateTable("moments").set({ opened_at_ms: unit.nowMs }).where("id", "=", id).execute();
  await unit.record({ kind: "moment-opened", subject: { kind: "moment", id }, data: { event } });
  invalidateMoment(unit, id, event);
  announceMedals(unit, id);
}

/** Its medals have moved: open pages and the screen in the hall read on. */
function announceMedals(unit: UnitOfWork, moment: MomentId): void {
  unit.publish([`moment:${moment}`], { kind: "moment", moment });
}

/** While its event is not decided any more, its moment is prepared again, with all that hangs on it. */
export async function closeMoment(unit: UnitOfWork, fact: Fact): Promise<void> {
  const event = eventId(fact.subject.id);
  const known = await momentOfEvent(unit.db, event);
  if (known?.opened_at_ms == null || !(await isLastOf(unit.db, fact))) return;
  await unit.db.updateTable("moments").set({ opened_at_ms: null }).where("id", "=", known.id).execute();
  await unit.record({ kind: "moment-closed", subject: { kind: "moment", id: known.id }, data: { event } });
  invalidateMoment(unit, known.id, event);
}

/** Whether the event is decided, or not decided any more, as the fact says: another may have followed it. */
async function isLastOf(db: Db, { kind, subject }: Fact): Promise<boolean> {
  return (await lastKindOf(db, subject, ["event-decided", "event-reopened"])) === kind;
}

/** A moment stands on its own page, and as a line on those of its event and competition and on the first page. */
function invalidateMoment(unit: UnitOfWork, id: MomentId, event: EventId): void {
  unit.invalidate([`moment:${id}`, `event:${event}`, `competition:${competitionOf(event)}`, "home"]);
}

const ID_LENGTH_MAX = 60;

/** `club-open/ms` gives `club-open-ms`; cut to the length of an id, and numbered where that is a moment already. */
async function freeIdFor(db: Db, event: EventId): Promise<MomentId> {
  const wanted = event.replaceAll("/", "-");
  for (let number = 1; ; number += 1) {
    const ending = number === 1 ? "" : `-${number}`;
    const id = momentId(wanted.slice(0, ID_LENGTH_MAX - ending.length).replace(/-$/, "") + ending);
    if ((await momentRow(db, id)) === undefined) return id;
  }
}

/** A moment that nobody has named carries the names of its competition. */
async function prepareUntitled(unit: UnitOfWork, id: MomentId, event: EventId): Promise<void> {
  const row = await eventRow(unit.db, event);
  const competition = row && (await competitionRow(unit.db, row.competition_id));
  if (row === undefined || competition === undefined) return;
  await unit.db
    .insertInto("moments")
    .values({ id, event_id: event, title: row.title, summary: null, at_ms: null, opened_at_ms: null, described: 0 })
    .execute();
}

/** Before it opens, a moment is read by those who prepare it. */
export function mayReadPrepared(viewer: Viewer | null, competition: string): boolean {
  return viewer !== null && holdsOne(viewer, competition, ["organiser", "editor"]);
}

export type MomentRow = NonNullable<Awaited<ReturnType<typeof momentRow>>>;

/** A moment as stored. */
export async function momentRow(db: Db, id: MomentId) {
  return db.selectFrom("moments").selectAll().where("id", "=", id).executeTakeFirst();
}

/** The moment of an event, prepared or open. */
export async function momentOfEvent(db: Db, event: EventId) {
  return db.selectFrom("moments").selectAll().where("event_id", "=", event).executeTakeFirst();
}

/** The moments of some events, prepared or open, in the order of the events. */
export async function momentsOfEvents(db: Db, events: readonly EventId[]): Promise<MomentRow[]> {
  if (events.length === 0) return [];
  const rows = await db.selectFrom("moments").selectAll().where("event_id", "in", events).execute();
  return rows.sort((a, b) => events.indexOf(a.event_id) - events.indexOf(b.event_id));
}

/** Open moments, the latest first, of those that opened at once the described ones: a part of the list. */
export async function openMoments(
  db: Db,
  part: { readonly offset: number; readonly limit: number },
): Promise<MomentRow[]> {
  return db
    .selectFrom("moments")
    .selectAll()
    .where("opened_at_ms", "is not", null)
    .orderBy("opened_at_ms", "desc")
    .orderBy("described", "desc")
    .orderBy("id")
    .offset(part.offset)
    .limit(part.limit)
    .execute();
}
