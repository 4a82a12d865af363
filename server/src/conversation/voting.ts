import {
  acrossKey,
  bestKey,
  type CommentId,
  disputeKey,
  isRefused,
  isValuedAcross,
  type PersonId,
  type Refusal,
} from "@podium/engine";
import type { UnitOfWork } from "../app.ts";
import { scoreAcross } from "./across-borders.ts";
import { findComment, placedComment, type CommentRow } from "./comment-rows.ts";
import { NO_COMMENT, type Pointing } from "./conversation.ts";
import { closedBy, mayVote } from "./policy.ts";
import { findThreadFor } from "./prepared.ts";
import { publishCount } from "./publishing.ts";
import { whyRestricted } from "./restrictions.ts";
import { competitionOfThread } from "./subjects.ts";

export type Vote = 1 | 0 | -1;

/** Votes for (1), against (-1) or takes the vote back (0). One vote a person; the sums are counted anew from the votes. */
export async function vote(unit: UnitOfWork, at: Pointing, value: Vote): Promise<CommentRow | Refusal> {
  const thread = await findThreadFor(unit.db, at.viewer, at.thread);
  const row = await findComment(unit.db, at.thread, at.comment);
  if (thread === undefined || row === undefined) return NO_COMMENT;
  const closed = closedBy(thread);
  if (closed !== null) return closed;
  const voter = mayVote(at.viewer, row);
  if (isRefused(voter)) return voter;
  const competition = await competitionOfThread(unit.db, thread);
  const restricted = await whyRestricted(unit, voter.id, { competition, doing: "vote" });
  if (restricted !== null) return restricted;
  await castBallot(unit, { comment_id: row.id, person_id: voter.id, value });
  await countVotes(unit, row.id);
  await scoreAcross(unit, at.thread);
  await publishCount(unit, at.thread);
  return placedComment(unit.db, row.id);
}

async function castBallot(
  unit: UnitOfWork,
  ballot: { readonly comment_id: CommentId; readonly person_id: PersonId; readonly value: Vote },
): Promise<void> {
  const { comment_id, person_id, value } = ballot;
  if (value === 0) {
    await unit.db.deleteFrom("votes").where("comment_id", "=", comment_id).where("person_id", "=", person_id).execute();
    return;
  }
  await unit.db
    .insertInto("votes")
    .values({ ...ballot, at_ms: unit.nowMs })
    .onConflict((clash) => clash.columns(["comment_id", "person_id"]).doUpdateSet({ value, at_ms: unit.nowMs }))
    .execute();
}

/** Counted in one statement, so that of two votes at once none is lost. */
export async function countVotes(unit: UnitOfWork, id: CommentId): Promise<void> {
  const {
    up,
    down,
    across_key: known,
  } = await unit.db
    .updateTable("comments")
    .set((eb) => {
      const given = (value: Vote) =>
        eb
          .selectFrom("votes")
          .select((votes) => votes.fn.countAll<number>().as("given"))
          .where("comment_id", "=", id)
          .where("value", "=", value);
      return { up: eb("imported_up", "+", given(1)), down: eb("imported_down", "+", given(-1)) };
    })
    .where("id", "=", id)
    .returning(["up", "down", "across_key"])
    .executeTakeFirstOrThrow();
  const best = bestKey(up, down);
  // What both camps value is found out by a job; until then the comment keeps that place, and among the others its new one.
  const across = isValuedAcross(known) ? known : acrossKey(null, best);
  await unit.db
    .updateTable("comments")
    .set({ best_key: best, dispute_key: disputeKey(up, down), across_key: across })
    .where("id", "=", id)
    .execute();
}
