import { type EventId, isRefused, type PersonId, type Refusal, refuse } from "@podium/engine";
import {
  ballsIn,
  ballsShown,
  type DrawRecord,
  type DrawRecordView,
  type DrawRules,
  type PACES,
  type ProvenDraw,
  type ShowingView,
} from "@podium/protocol";
import { z } from "zod";
import { transact, type App, type UnitOfWork } from "../app.ts";
import { eventRow } from "../competitions/competitions.ts";
import type { JobKind } from "../jobs/queue.ts";
import { competitionOf, eventId } from "../storage/codes.ts";
import type { Db } from "../storage/storage.ts";
import { addRecord, changeRecord, drawRecordsOf, drawRulesOf, eventToDraw, standing } from "./draw-records.ts";
import { drawnEvent } from "./draw-rules.ts";
import { commitmentsOf, type Commitment } from "./drawing.ts";
import { drawThread } from "./drawing-thread.ts";
import { isDrawPublished, planFor, publishDraw } from "./draw.ts";
import type { Randomness } from "./randomness.ts";

/** The pages have so long to read what is drawn before its first ball comes out. */
const LEAD_MS = 3_000;
/** A draw takes about so long, and a ball not longer than this. */
const USUAL_MS = 120_000;
const SLOWEST_MS = 4_000;
const FASTEST_MS = 125;

/** Chooses the rules by which an event will be drawn, and publishes the commitment to them. Refuses `draw-made`. */
export async function chooseRules(unit: UnitOfWork, event: EventId, rules: DrawRules): Promise<undefined | Refusal> {
  if ((await isDrawPublished(unit.db, event)) || standing(await drawRecordsOf(unit.db, event)) !== undefined)
    return refuse("draw-made", "This event is drawn already.", { event });
  await unit.db
    .updateTable("events")
    .set({ draw_rules: JSON.stringify(rules) })
    .where("id", "=", event)
    .execute();
  await commit(unit, event);
  return undefined;
}

/** Publishes what will be drawn of the entries as they are; nothing where they make no draw yet, or it is published. */
export async function commit(unit: UnitOfWork, event: EventId): Promise<void> {
  const [drawn, rules] = [await eventToDraw(unit.db, event), await drawRulesOf(unit.db, event)];
  if (drawn === null || rules === null) return;
  const commitments = commitmentsOf(drawn, rules);
  const before = await committedOf(unit.db, event);
  unit.invalidate([`event:${event}`, `competition:${competitionOf(event)}`]);
  if (isRefused(commitments) || JSON.stringify(before?.commitments) === JSON.stringify(commitments)) return;
  await unit.db
    .updateTable("events")
    .set({ commitments: JSON.stringify(commitments), committed_at_ms: unit.nowMs })
    .where("id", "=", event)
    .execute();
  await unit.record({
    kind: "draw-committed",
    subject: { kind: "event", id: event },
    data: { commitments: commitments.map(({ commitment }) => commitment) },
  });
}

interface Committed {
  readonly commitments: readonly Commitment[];
  readonly atMs: number;
}

/** What was published last of the draw to come, and when; null where nothing was. */
export async function committedOf(db: Db, event: EventId): Promise<Committed | null> {
  const row = await eventRow(db, event);
  if (!row?.commitments || row.committed_at_ms === null) return null;
  return { commitments: JSON.parse(row.commitments), atMs: row.committed_at_ms };
}

/** What somebody brings who starts a draw. */
export interface DrawStart extends Randomness {
  readonly by: string;
  readonly isInPublic: boolean;
  /** The commitments that stood on the page, parted by spaces; who sends none has seen none. */
  readonly seen: string | undefined;
}

/**
 * Draws an event. In public its balls come out one by one on every page that is open, and it is published after the last;
 * else it is published at once, with the same record. Refuses `draw-unknown` without rules, `draw-made`, `draw-moved-on`
 * when entries or rules have changed since the person saw them, and what the draw itself refuses.
 */
export async function startDraw(
  app: App,
  who: PersonId,
  { event, start }: { readonly event: EventId; readonly start: DrawStart },
): Promise<DrawRecordView | Refusal> {
  const { db } = app.storage;
  const [drawn, rules] = [await eventToDraw(db, event), await drawRulesOf(db, event)];
  if (drawn === null || rules === null)
    return refuse("draw-unknown", "Nobody has chosen yet how this event is drawn.", { event });
  const draws = await drawThread(app, who, { event: drawn, rules, randomness: start.randomness });
  return isRefused(draws) ? draws : transact(app, who, (unit) => begin(unit, event, { start, rules, draws }));
}

interface Beginning {
  readonly start: DrawStart;
  readonly rules: DrawRules;
  readonly draws: readonly ProvenDraw[];
}

async function begin(
  unit: UnitOfWork,
  event: EventId,
  { start, rules, draws }: Beginning,
): Promise<DrawRecordView | Refusal> {
  const refusal = await refusedStart(unit, event, { start, rules, draws });
  if (refusal) return refusal;
  const committed = await committedOf(unit.db, event);
  const record: DrawRecord = {
    draws: [...draws],
    randomness: start.from,
    ...(start.given === undefined ? {} : { given: start.given }),
    by: start.by,
    ...(committed !== null && isOf(draws, committed.commitments) ? { committed: written(committed.atMs) } : {}),
    at: written(unit.nowMs),
  };
  const showing = start.isInPublic ? firstShowing(ballsIn(draws), unit.nowMs) : null;
  const number = await addRecord(unit, event, { record, showing });
  await unit.record({
    kind: "draw-begun",
    subject: { kind: "event", id: event },
    data: { number, randomness: start.randomness, from: start.from },
  });
  const begun = { number, record, showing };
  if (showing === null) return published(unit, event, begun);
  await goOn(unit, event, { ...begun, showing });
  return begun;
}

async function refusedStart(
  unit: UnitOfWork,
  event: EventId,
  { start, rules, draws }: Beginning,
): Promise<Refusal | undefined> {
  if (standing(await drawRecordsOf(unit.db, event)) !== undefined)
    return refuse("draw-made", "This event is drawn already.", { event });
  const now = await eventToDraw(unit.db, event);
  const current = now === null ? [] : commitmentsOf(now, (await drawRulesOf(unit.db, event)) ?? rules);
  const seen = isRefused(current) ? "" : current.map(({ commitment }) => commitment).join(" ");
  if (isRefused(current) || !isOf(draws, current) || (start.seen !== undefined && start.seen !== seen))
    return refuse("draw-moved-on", "Entries or rules have changed since you opened this. Look again before you draw.");
  const plan = await planFor(unit.db, event, drawnEvent(rules, draws));
  return isRefused(plan) ? plan : undefined;
}

function isOf(draws: readonly ProvenDraw[], commitments: readonly Commitment[]): boolean {
  return draws.map(({ commitment }) => commitment).join() === commitments.map(({ commitment }) => commitment).join();
}

function written(ms: number): string {
  return new Date(ms).toISOString();
}

function firstShowing(balls: number, nowMs: number): ShowingView {
  const paceMs = Math.min(SLOWEST_MS, Math.max(FASTEST_MS, Math.round(USUAL_MS / Math.max(1, balls))));
  return { from: 0, sinceMs: nowMs + LEAD_MS, paceMs };
}

/** All balls are out: the draw is what the event is played by. */
async function published(
  unit: UnitOfWork,
  event: EventId,
  { number, record }: DrawRecordView,
): Promise<DrawRecordView | Refusal> {
  const rules = await drawRulesOf(unit.db, event);
  if (rules === null) return refuse("draw-unknown", "Nobody has chosen yet how this event is drawn.", { event });
  const plan = await publishDraw(unit, event, drawnEvent(rules, record.draws));
  if (isRefused(plan)) return plan;
  const shown = { number, record, showing: null };
  await changeRecord(unit, event, shown);
  const balls = ballsIn(record.draws);
  unit.publish([`event:${event}`], {
    kind: "draw",
    event,
    number,
    nowMs: unit.nowMs,
    from: balls,
    sinceMs: unit.nowMs,
    paceMs: 0,
  });
  return shown;
}

/** Tells open pages how the balls go on, and sees to it that the draw is published after the last one. */
async function goOn(
  unit: UnitOfWork,
  event: EventId,
  { number, record, showing }: DrawRecordView & { readonly showing: ShowingView },
): Promise<void> {
  const left = ballsIn(record.draws) - showing.from;
  if (showing.paceMs > 0)
    await unit.enqueue(
      { name: FINISH, data: finishing },
      { data: { event, number }, afterMs: showing.sinceMs - unit.nowMs + left * showing.paceMs },
    );
  unit.invalidate([`event:${event}`, `competition:${competitionOf(event)}`]);
  unit.publish([`event:${event}`], { kind: "draw", event, number, nowMs: unit.nowMs, ...showing });
}

/** What the desk does while the balls come out: one more, stand still, go on, twice as fast, or all at once. */
export async function paceDraw(
  unit: UnitOfWork,
  event: EventId,
  pace: (typeof PACES)[number],
): Promise<DrawRecordView | Refusal> {
  const current = standing(await drawRecordsOf(unit.db, event));
  if (current?.showing === undefined || current.showing === null)
    return refuse("draw-unknown", "No draw of this event is being shown.", { event });
  const balls = ballsIn(current.record.draws);
  const showing = pacedShowing(current.showing, { balls, nowMs: unit.nowMs, pace });
  if (showing.from >= balls) return published(unit, event, current);
  const changed = { ...current, showing };
  await changeRecord(unit, event, changed);
  await goOn(unit, event, changed);
  return changed;
}

interface Pacing {
  readonly balls: number;
  readonly nowMs: number;
  readonly pace: (typeof PACES)[number];
}

function pacedShowing(showing: ShowingView, { balls, nowMs, pace }: Pacing): ShowingView {
  const from = ballsShown(showing, balls, nowMs);
  const usual = firstShowing(balls, nowMs).paceMs;
  switch (pace) {
    case "all":
      return { from: balls, sinceMs: nowMs, paceMs: 0 };
    case "next":
      return { from: from + 1, sinceMs: nowMs, paceMs: 0 };
    case "pause":
      return { from, sinceMs: nowMs, paceMs: 0 };
    case "go-on":
      return { from, sinceMs: nowMs, paceMs: showing.paceMs === 0 ? usual : showing.paceMs };
    case "faster":
      return { from, sinceMs: nowMs, paceMs: Math.max(FASTEST_MS, Math.round((showing.paceMs || usual) / 2)) };
  }
}

const FINISH = "finish-draw";
const finishing = z.object({ event: z.string(), number: z.int() });

/** Publishes a draw once its last ball is out. Where it was paused or slowed down meanwhile, another job is due later. */
export function finishDrawOf(app: App): JobKind<z.infer<typeof finishing>> {
  return {
    name: FINISH,
    data: finishing,
    async run({ event, number }) {
      await transact(app, null, async (unit) => {
        const current = standing(await drawRecordsOf(unit.db, eventId(event)));
        if (current?.number !== number || current.showing === null) return undefined;
        const balls = ballsIn(current.record.draws);
        if (ballsShown(current.showing, balls, unit.nowMs) < balls) return undefined;
        const done = await published(unit, eventId(event), current);
        return isRefused(done) ? done : undefined;
      });
    },
  };
}

/** Takes a draw back, with a reason; it stays on record. Refuses `draw-begun` once anything of it was played. */
export async function withdrawDraw(unit: UnitOfWork, event: EventId, reason: string): Promise<undefined | Refusal> {
  const current = standing(await drawRecordsOf(unit.db, event));
  if (current === undefined)
    return refuse("draw-unknown", "There is no draw on record that could be repeated.", { event });
  if (await isBegun(unit.db, event))
    return refuse("draw-begun", "A match of this event has begun: its draw can no longer be repeated.", { event });
  await changeRecord(unit, event, {
    ...current,
    showing: null,
    record: { ...current.record, withdrawn: { at: written(unit.nowMs), reason } },
  });
  await unit.db.deleteFrom("chairs").where("match_id", "in", matchesOf(unit.db, event)).execute();
  await unit.db.deleteFrom("matches").where("event_id", "=", event).execute();
  await unit.db.deleteFrom("draws").where("event_id", "=", event).execute();
  unit.takeEvent(event);
  await unit.record({
    kind: "draw-withdrawn",
    subject: { kind: "event", id: event },
    data: { number: current.number, reason },
  });
  unit.invalidate([`event:${event}`, `competition:${competitionOf(event)}`, "home"]);
  unit.publish([`event:${event}`], {
    kind: "draw",
    event,
    number: 0,
    nowMs: unit.nowMs,
    from: 0,
    sinceMs: unit.nowMs,
    paceMs: 0,
  });
  return undefined;
}

function matchesOf(db: Db, event: EventId) {
  return db.selectFrom("matches").select("id").where("event_id", "=", event);
}

/** Whether anything was recorded at a table of this event, even if it was taken back. */
export async function isBegun(db: Db, event: EventId): Promise<boolean> {
  const line = await db
    .selectFrom("facts")
    .select("seq")
    .where("subject_kind", "=", "match")
    .where("kind", "=", "match-line")
    .where("subject_id", "in", matchesOf(db, event))
    .limit(1)
    .executeTakeFirst();
  return line !== undefined;
}
