import type { ThreadView } from "@podium/protocol";
import { momentRow } from "../moments/moments.ts";
import type { Db } from "../storage/storage.ts";
import { eventOf, momentId } from "../storage/codes.ts";
import type { ThreadRow } from "./comment-rows.ts";

type About = Pick<ThreadRow, "subject_kind" | "subject_id" | "title">;

/** What a thread is about, as readers see it: with its own title and its page. */
export async function subjectOf(db: Db, thread: About): Promise<ThreadView["subject"]> {
  const { subject_kind: kind, subject_id: id } = thread;
  const moment = kind === "moment" ? await momentRow(db, momentId(id)) : undefined;
  return { kind, id, title: JSON.parse(moment?.title ?? thread.title), href: `/${kind}s/${id}` };
}

/** The competition whose moderators look after a thread; null when its subject belongs to none. */
export async function competitionOf(db: Db, thread: About): Promise<string | null> {
  const moment = thread.subject_kind === "moment" ? await momentRow(db, momentId(thread.subject_id)) : undefined;
  return moment === undefined ? null : eventOf(moment.event_id);
}
