import { type PersonId, refuse, type Refusal } from "@podium/engine";
import type { Viewer } from "@podium/protocol";
import type { UnitOfWork } from "../app.ts";
import { holdsOne } from "../people/policy.ts";
import type { Db } from "../storage/storage.ts";
import type { ThreadRow } from "./comment-rows.ts";
import { NEWCOMER_BELOW } from "./holding.ts";

/** Why somebody has to wait before they write in a thread; moderators do not. */
export async function whyToWait(
  { db, nowMs }: Pick<UnitOfWork, "db" | "nowMs">,
  thread: ThreadRow,
  { writer, competition }: { readonly writer: Viewer; readonly competition: string | null },
): Promise<Refusal | null> {
  if (holdsOne(writer, competition ?? undefined, ["moderator"])) return null;
  const paused = await pauseNow(db, nowMs);
  if (paused !== null) {
    const minutes = Math.ceil((paused.untilMs - nowMs) / 60_000);
    return refuse("conversations-paused", `All conversations rest for ${minutes} min: ${paused.reason}`, {
      minutes,
      reason: paused.reason,
    });
  }
  if (thread.members_only === 1 && (await isNewcomer(db, writer.id)))
    return refuse("members-only", `Here write members with at least ${NEWCOMER_BELOW} comments that stand.`, {
      needed: NEWCOMER_BELOW,
    });
  return thread.slow_ms === null ? null : slowed({ db, nowMs }, thread, writer);
}

async function slowed(
  { db, nowMs }: Pick<UnitOfWork, "db" | "nowMs">,
  { id, slow_ms: slowMs }: ThreadRow,
  writer: Viewer,
): Promise<Refusal | null> {
  const written = await db
    .selectFrom("comments")
    .innerJoin("authors", "authors.id", "comments.author_id")
    .select((eb) => eb.fn.max("at_ms").as("last"))
    .where("authors.person_id", "=", writer.id)
    .where("thread_id", "=", id)
    .where("at_ms", ">", nowMs - (slowMs ?? 0))
    .executeTakeFirst();
  const waitMs = (written?.last ?? 0) + (slowMs ?? 0) - nowMs;
  if (waitMs <= 0) return null;
  const seconds = Math.ceil(waitMs / 1000);
  return refuse("thread-slow", `This conversation is slowed down. You can write again in ${seconds} s.`, { seconds });
}

/** Whether fewer than three comments of a member stand. */
export async function isNewcomer(db: Db, person: PersonId): Promise<boolean> {
  const rows = await db
    .selectFrom("comments")
    .innerJoin("authors", "authors.id", "comments.author_id")
    .select("comments.id")
    .where("authors.person_id", "=", person)
    .where("removed_at_ms", "is", null)
    .where("deleted_at_ms", "is", null)
    .where("held_at_ms", "is", null)
    .limit(NEWCOMER_BELOW)
    .execute();
  return rows.length < NEWCOMER_BELOW;
}

/** The pause that lasts now; null when there is none. */
export async function pauseNow(
  db: Db,
  nowMs: number,
): Promise<{ readonly untilMs: number; readonly reason: string } | null> {
  const row = await db
    .selectFrom("pauses")
    .select(["until_ms", "reason"])
    .where("until_ms", ">", nowMs)
    .orderBy("until_ms", "desc")
    .limit(1)
    .executeTakeFirst();
  return row === undefined ? null : { untilMs: row.until_ms, reason: row.reason };
}
