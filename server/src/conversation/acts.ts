import type { CommentId, ThreadId } from "@podium/engine";
import type { ActKind, ActView, ModerationLogPage } from "@podium/protocol";
import type { App, UnitOfWork } from "../app.ts";
import type { Fact } from "../facts/fact.ts";
import type { Db } from "../storage/storage.ts";
import { commentCode } from "./comment-rows.ts";

/** Acts on one page of the log. */
const ACTS_A_PAGE = 50;

/** What a moderator did, for everybody to read. */
interface Act {
  readonly act: ActKind;
  readonly thread?: ThreadId | null;
  readonly comment?: CommentId | null;
  readonly reason: string;
  readonly data?: ActView["data"];
}

/** Puts an act, with the fact that records it, into the public log. Words and people that are acted on do not stand in it. */
export async function logAct(
  unit: UnitOfWork,
  fact: Pick<Fact, "seq">,
  { act, thread, comment, reason, data }: Act,
): Promise<void> {
  await unit.db
    .insertInto("acts")
    .values({
      number: fact.seq,
      at_ms: unit.nowMs,
      act,
      thread_id: thread ?? null,
      comment_id: comment ?? null,
      by_id: unit.who,
      reason,
      data: JSON.stringify(data ?? {}),
    })
    .execute();
}

/** The log, the newest first, without what is still prepared; with the names of moderators where the operator shows them. */
export async function presentLog(
  { storage: { db }, config }: App,
  before: number | null,
): Promise<Pick<ModerationLogPage, "acts" | "next">> {
  const rows = await logRows(db, before);
  const shown = rows.slice(0, ACTS_A_PAGE);
  return {
    acts: shown.map((row) => ({
      number: row.number,
      act: row.act as ActKind, // only logAct writes it
      atMs: row.at_ms,
      thread: row.thread_id === null ? null : { id: row.thread_id, title: JSON.parse(row.title ?? "{}") },
      comment: row.comment_id === null ? null : commentCode(row.comment_id),
      by: config.moderatorNames ? (row.name ?? "") : "",
      reason: row.reason,
      data: JSON.parse(row.data),
    })),
    next: rows.length > ACTS_A_PAGE ? (shown.at(-1)?.number ?? null) : null,
  };
}

async function logRows(db: Db, before: number | null) {
  const all = db
    .selectFrom("acts")
    .leftJoin("threads", "threads.id", "acts.thread_id")
    .leftJoin("persons", "persons.id", "acts.by_id")
    .leftJoin("moments", (join) =>
      join.onRef("moments.id", "=", "threads.subject_id").on("threads.subject_kind", "=", "moment"),
    )
    .select(["acts.number", "acts.act", "acts.at_ms", "acts.thread_id", "acts.comment_id", "acts.reason", "acts.data"])
    .select(["threads.title", "persons.name"])
    .where((eb) => eb.or([eb("moments.id", "is", null), eb("moments.opened_at_ms", "is not", null)]));
  return (before === null ? all : all.where("acts.number", "<", before))
    .orderBy("acts.number", "desc")
    .limit(ACTS_A_PAGE + 1)
    .execute();
}
