import type { ThreadId } from "@podium/engine";
import type { Viewer } from "@podium/protocol";
import { mayReadPrepared } from "../moments/moments.ts";
import { competitionOf } from "../storage/codes.ts";
import type { Db } from "../storage/storage.ts";
import { findThread, type ThreadRow } from "./comment-rows.ts";

/** The competition in which a thread is still prepared, with the moment it is about; null when it is open. */
export async function preparedIn(db: Db, thread: ThreadId): Promise<string | null> {
  const row = await db
    .selectFrom("threads")
    .innerJoin("moments", "moments.id", "threads.subject_id")
    .select("moments.event_id")
    .where("threads.id", "=", thread)
    .where("threads.subject_kind", "=", "moment")
    .where("moments.opened_at_ms", "is", null)
    .executeTakeFirst();
  return row === undefined ? null : competitionOf(row.event_id);
}

/** A thread as far as who asks may know of it: one that is prepared is there for those who prepare it. */
export async function findThreadFor(db: Db, viewer: Viewer | null, id: ThreadId): Promise<ThreadRow | undefined> {
  const thread = await findThread(db, id);
  if (thread?.subject_kind !== "moment") return thread;
  const prepared = await preparedIn(db, id);
  return prepared === null || mayReadPrepared(viewer, prepared) ? thread : undefined;
}
