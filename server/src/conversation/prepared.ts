import type { ThreadId } from "@podium/engine";
import type { Viewer } from "@podium/protocol";
import type { Subject } from "../facts/fact.ts";
import { mayReadPrepared } from "../moments/moments.ts";
import type { Db } from "../storage/storage.ts";
import { findThread, type ThreadRow } from "./comment-rows.ts";
import { aboutOf, findSubject, type FoundSubject } from "./subjects.ts";

/** The competition in which what a thread is about is still prepared; null when it is public. */
export async function preparedIn(db: Db, thread: ThreadRow): Promise<string | null> {
  const found = await findSubject(db, aboutOf(thread));
  return found?.isPrepared === true ? found.competition : null;
}

/** What somebody may talk about: what is prepared is there for those who prepare it. */
export async function findSubjectFor(db: Db, viewer: Viewer | null, subject: Subject): Promise<FoundSubject | null> {
  const found = await findSubject(db, subject);
  if (found === null) return null;
  return !found.isPrepared || mayReadPrepared(viewer, found.competition) ? found : null;
}

/** A thread as far as who asks may know of it: one that is prepared is there for those who prepare it. */
export async function findThreadFor(db: Db, viewer: Viewer | null, id: ThreadId): Promise<ThreadRow | undefined> {
  const thread = await findThread(db, id);
  if (thread === undefined) return undefined;
  const prepared = await preparedIn(db, thread);
  return prepared === null || mayReadPrepared(viewer, prepared) ? thread : undefined;
}
