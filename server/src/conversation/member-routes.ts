import { isRefused, refuse, type PersonId, type Refusal } from "@podium/engine";
import type { CommentVersionsPage, ProfilePage } from "@podium/protocol";
import { z } from "zod";
import type { UnitOfWork } from "../app.ts";
import { notFound, notSignedIn } from "../http/refusal-status.ts";
import { answer, type Answer, type Route, type RouteRequest } from "../http/route.ts";
import { LEFT_ADDRESS } from "../people/left-address.ts";
import { anyone, signedIn } from "../people/policy.ts";
import { personId, threadIn } from "../storage/codes.ts";
import type { Db } from "../storage/storage.ts";
import { commentRows, findComment } from "./comment-rows.ts";
import { isFollowing, unfollow } from "./following.ts";
import { blocks } from "./mentions.ts";
import { stateOf } from "./policy.ts";
import { everyReader, transactAs } from "./post-answers.ts";
import { findThreadFor } from "./prepared.ts";
import { asAnyone, presentComment } from "./present.ts";

/** How many of a member's comments their page shows. */
const SHOWN = 20;

const blocking = z.strictObject({ blocked: z.enum(["yes", "no"]) });

/** A member as all see them, whom one does not want to hear of, and what stood in a comment before. */
export const memberRoutes: readonly Route[] = [
  {
    method: "GET",
    path: "/members/:person",
    policy: anyone("a member's name stands beside what they write, and their page shows that alone"),
    answer: showMember,
  },
  { method: "POST", path: "/members/:person/block", policy: signedIn, reads: blocking, answer: block },
  { method: "GET", path: "/threads/:thread/comments/:comment/versions", policy: everyReader, answer: showVersions },
];

async function memberAt(db: Db, id: string): Promise<{ readonly id: PersonId; readonly name: string } | undefined> {
  return db
    .selectFrom("persons")
    .select(["id", "name"])
    .where("id", "=", personId(id))
    .where("email", "not like", `%${LEFT_ADDRESS}`)
    .executeTakeFirst();
}

async function showMember({ app, viewer, params, path }: RouteRequest): Promise<Answer> {
  const { db } = app.storage;
  const member = await memberAt(db, params["person"] ?? "");
  if (member === undefined) return answer.refusal(notFound(path));
  const rows = await commentRows(db)
    .where("person_id", "=", member.id)
    .where("removed_at_ms", "is", null)
    .where("deleted_at_ms", "is", null)
    .where("held_at_ms", "is", null)
    .orderBy("at_ms", "desc")
    .orderBy("comments.id")
    .limit(SHOWN)
    .execute();
  const found: ProfilePage["found"][number][] = [];
  for (const row of rows) {
    const thread = await findThreadFor(db, viewer, row.thread_id);
    if (thread !== undefined) found.push({ title: JSON.parse(thread.title), comment: presentComment(row, asAnyone) });
  }
  const isMe = viewer?.id === member.id;
  const mayBlock = viewer !== null && !isMe;
  const isBlocked = mayBlock && (await blocks(db, viewer.id, member.id));
  const follows = await isFollowing(db, viewer?.id, { kind: "member", id: member.id });
  return answer.page({ page: "profile", data: { ...member, found, mayBlock, isBlocked, follows } });
}

async function block(request: RouteRequest): Promise<Answer> {
  const { viewer, params, path, app } = request;
  if (viewer === null) return answer.refusal(notSignedIn());
  const form = await request.read(blocking);
  if (isRefused(form)) return answer.refusal(form);
  const member = await memberAt(app.storage.db, params["person"] ?? "");
  if (member === undefined) return answer.refusal(notFound(path));
  if (member.id === viewer.id) return answer.refusal(refuse("not-allowed", "Nobody blocks themselves."));
  const done = await transactAs(request, (unit) => setBlock(unit, viewer.id, { other: member.id, form }));
  if (isRefused(done)) return answer.refusal(done);
  return request.wantsJson ? answer.json(form) : answer.seeOther(`/members/${member.id}`);
}

async function setBlock(
  unit: UnitOfWork,
  person: PersonId,
  { other, form }: { readonly other: PersonId; readonly form: z.infer<typeof blocking> },
): Promise<undefined | Refusal> {
  if (form.blocked === "yes") {
    await unit.db
      .insertInto("blocks")
      .values({ person_id: person, blocked_id: other, at_ms: unit.nowMs })
      .onConflict((clash) => clash.doNothing())
      .execute();
    await unfollow(unit, person, `member:${other}`);
  } else await unit.db.deleteFrom("blocks").where("person_id", "=", person).where("blocked_id", "=", other).execute();
  return undefined;
}

/** What stood in a comment before, the newest first, as long as everybody reads the comment. */
async function showVersions({ app, viewer, params, path }: RouteRequest): Promise<Answer> {
  const { db } = app.storage;
  const thread = await findThreadFor(db, viewer, threadIn(params));
  const row = thread && (await findComment(db, thread.id, params["comment"] ?? ""));
  if (thread === undefined || row === undefined || stateOf(row) !== "shown") return answer.refusal(notFound(path));
  const earlier = await db
    .selectFrom("revisions")
    .select(["body", "replaced_at_ms", "hidden"])
    .where("comment_id", "=", row.id)
    .orderBy("number", "desc")
    .execute();
  const data: CommentVersionsPage = {
    title: JSON.parse(thread.title),
    comment: presentComment(row, asAnyone),
    earlier: earlier
      .filter(({ hidden }) => hidden === 0)
      .map(({ body, replaced_at_ms: untilMs }) => ({ body, untilMs })),
    hidden: earlier.filter(({ hidden }) => hidden === 1).length,
  };
  return answer.page({ page: "comment-versions", data });
}
