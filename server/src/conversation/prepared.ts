import type { ThreadId } from "@podium/engine";
import type { Viewer } from "@podium/protocol";
import type { Subject } from "../facts/fact.ts";
import { mayReadPrepared } from "../moments/moments.ts";
import type { Db } from "../storage/storage.ts";
import { findThread, type ThreadRow } from "./comment-rows.ts";
import { aboutOf, findSubject, type FoundSubject } from "./subjects.ts";

/** Whether somebody may talk about this, or read what others say: what is prepared is there for those who prepare it. */
export function mayTalkAbout(viewer: Viewer | null, { isPrepared, competition }: FoundSubject): boolean {
  return !isPrepared || mayReadPrepared(viewer, competition);
}

/** What somebody may talk about; null for all else. */
export async function findSubjectFor(db: Db, viewer: Viewer | null, subject: Subject): Promise<FoundSubject | null> {
  const found = await findSubject(db, subject);
  return found !== null && mayTalkAbout(viewer, found) ? found : null;
}

/** A thread as far as who asks may know of it: one that is prepared is there for those who prepare it. */
export async function findThreadFor(db: Db, viewer: Viewer | null, id: ThreadId): Promise<ThreadRow | undefined> {
  const thread = await findThread(db, id);
  if (thread === undefined) return undefined;
  const found = await findSubject(db, aboutOf(thread));
  return found === null || mayTalkAbout(viewer, found) ? thread : undefined;
}
