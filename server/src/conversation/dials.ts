import { isRefused, type Refusal } from "@podium/engine";
import type { DialsForm, PauseForm, Viewer } from "@podium/protocol";
import type { UnitOfWork } from "../app.ts";
import { logAct } from "./acts.ts";
import { findThread, type ThreadRow } from "./comment-rows.ts";
import { NO_THREAD, type Pointing } from "./conversation.ts";
import { moderatorOf } from "./moderation.ts";
import { plainText } from "./plain-text.ts";
import { publishCount } from "./publishing.ts";

/** Turns slow mode and members only on or off. */
export async function turnDials(
  unit: UnitOfWork,
  at: Omit<Pointing, "comment">,
  form: DialsForm,
): Promise<ThreadRow | Refusal> {
  const moderator = await moderatorOf(unit.db, at);
  if (isRefused(moderator)) return moderator;
  const thread = await findThread(unit.db, at.thread);
  if (thread === undefined) return NO_THREAD;
  const slowMs = form.slowSeconds === 0 ? null : form.slowSeconds * 1000;
  const membersOnly = form.membersOnly === "on" ? 1 : 0;
  const dials = { slow_ms: slowMs, members_only: membersOnly };
  await unit.db.updateTable("threads").set(dials).where("id", "=", thread.id).execute();
  const data = { slowSeconds: form.slowSeconds, membersOnly };
  const fact = await unit.record({ kind: "thread-slowed", subject: { kind: "thread", id: thread.id }, data });
  await logAct(unit, fact, { act: "thread-slowed", thread: thread.id, reason: plainText(form.reason), data });
  await publishCount(unit, thread.id);
  return { ...thread, ...dials };
}

/** Nobody but moderators writes anywhere for some minutes. A new pause takes the place of the one before. */
export async function pauseAll(unit: UnitOfWork, by: Viewer, form: PauseForm): Promise<undefined | Refusal> {
  const reason = plainText(form.reason);
  await endPause(unit);
  const untilMs = unit.nowMs + form.minutes * 60_000;
  await unit.db
    .insertInto("pauses")
    .values({ id: unit.randomId(12), at_ms: unit.nowMs, until_ms: untilMs, by_id: by.id, reason })
    .execute();
  const fact = await unit.record({
    kind: "conversations-paused",
    subject: { kind: "person", id: by.id },
    data: { minutes: form.minutes, reason },
  });
  await logAct(unit, fact, { act: "conversations-paused", reason, data: { minutes: form.minutes } });
  return undefined;
}

/** Everybody writes again. */
export async function resumeAll(unit: UnitOfWork, by: Viewer): Promise<void> {
  if ((await endPause(unit)) === 0) return;
  const fact = await unit.record({ kind: "conversations-resumed", subject: { kind: "person", id: by.id }, data: {} });
  await logAct(unit, fact, { act: "conversations-resumed", reason: "" });
}

async function endPause({ db, nowMs }: UnitOfWork): Promise<number> {
  const { numUpdatedRows } = await db
    .updateTable("pauses")
    .set({ until_ms: nowMs })
    .where("until_ms", ">", nowMs)
    .executeTakeFirst();
  return Number(numUpdatedRows);
}
