import { isRefused, type PersonId, type Refusal, refuse } from "@podium/engine";
import type { FollowedView, Viewer } from "@podium/protocol";
import type { UnitOfWork } from "../app.ts";
import type { Subject } from "../facts/fact.ts";
import { LEFT_ADDRESS } from "../people/left-address.ts";
import { mailSettingsOf } from "../people/letter-plan.ts";
import { personId } from "../storage/codes.ts";
import type { Db } from "../storage/storage.ts";
import { findThread, findThreadAbout, type CommentRow } from "./comment-rows.ts";
import { stateOf } from "./policy.ts";
import { findSubjectFor } from "./prepared.ts";
import { aboutOf, subjectIn } from "./subjects.ts";
import { tellFollowers } from "./telling-followers.ts";

/** How much a member can follow: what is told stays something that one can read. */
export const MOST_FOLLOWED = 200;

const FULL = refuse("follows-full", "You follow as much as one can. Unfollow something first.");
const NOBODY = refuse("person-unknown", "There is no such member.");

/** What can be followed: what people talk about, or a member. */
export type Followed = Pick<Subject, "kind" | "id"> | { readonly kind: "member"; readonly id: string };

/** Reads `match:ID` or `member:ID`, as far as who asks may know of it. */
export async function followedIn(db: Db, viewer: Viewer, written: string): Promise<Followed | Refusal> {
  const [, id] = /^member:([^:]{1,100})$/.exec(written) ?? [];
  if (id !== undefined) {
    const member = await memberNamed(db, id);
    return member === undefined || personId(id) === viewer.id ? NOBODY : { kind: "member", id };
  }
  const subject = subjectIn(written);
  if (isRefused(subject)) return subject;
  const found = await findSubjectFor(db, viewer, subject);
  return found === null ? refuse("subject-unknown", "There is nothing of this kind to talk about.") : subject;
}

function memberNamed(db: Db, id: string) {
  return db
    .selectFrom("persons")
    .select("name")
    .where("id", "=", personId(id))
    .where("email", "not like", `%${LEFT_ADDRESS}`)
    .executeTakeFirst();
}

/** Follows it from now on. Done twice, it is done once. */
export async function follow(unit: UnitOfWork, person: PersonId, { kind, id }: Followed): Promise<undefined | Refusal> {
  if (await isFollowing(unit.db, person, { kind, id })) return undefined;
  const { all } = await unit.db
    .selectFrom("follows")
    .select((eb) => eb.fn.countAll<number>().as("all"))
    .where("person_id", "=", person)
    .executeTakeFirstOrThrow();
  if (Number(all) >= MOST_FOLLOWED) return FULL;
  await unit.db
    .insertInto("follows")
    .values({ person_id: person, subject_kind: kind, subject_id: id, at_ms: unit.nowMs })
    .execute();
  return undefined;
}

/** Is told of nothing there any more. What is no longer to be read can be unfollowed too. */
export async function unfollow({ db }: UnitOfWork, person: PersonId, written: string): Promise<undefined> {
  const at = written.indexOf(":");
  await db
    .deleteFrom("follows")
    .where("person_id", "=", person)
    .where("subject_kind", "=", written.slice(0, at))
    .where("subject_id", "=", written.slice(at + 1))
    .execute();
  return undefined;
}

/** Whether somebody follows this; nobody does who is not signed in. */
export async function isFollowing(db: Db, person: PersonId | undefined, { kind, id }: Followed): Promise<boolean> {
  if (person === undefined) return false;
  const row = await db
    .selectFrom("follows")
    .select("at_ms")
    .where("person_id", "=", person)
    .where("subject_kind", "=", kind)
    .where("subject_id", "=", id)
    .executeTakeFirst();
  return row !== undefined;
}

/**
 * After a comment came into sight: its author follows the conversation where they have chosen so, and those who follow it
 * or them are told by a job, so that posting costs the same however many they are.
 */
export async function followOn(unit: UnitOfWork, row: CommentRow): Promise<void> {
  const thread = await findThread(unit.db, row.thread_id);
  if (thread === undefined || stateOf(row) !== "shown") return;
  const about = aboutOf(thread);
  if (row.person_id !== null && (await mailSettingsOf(unit.db, row.person_id)).followsOwn)
    await follow(unit, row.person_id, about);
  await tellFollowers(unit, row, about);
}

/** What a member follows, the newest first. */
export async function followedBy(db: Db, viewer: Viewer): Promise<FollowedView[]> {
  const rows = await db
    .selectFrom("follows")
    .selectAll()
    .where("person_id", "=", viewer.id)
    .orderBy("at_ms", "desc")
    .orderBy("subject_id")
    .execute();
  return Promise.all(
    rows.map(async ({ subject_kind: kind, subject_id: id, at_ms: atMs }) => {
      const shown = { about: `${kind}:${id}`, atMs, title: null, name: null, href: null };
      return kind === "member"
        ? { ...shown, ...(await memberShown(db, id)) }
        : { ...shown, ...(await shownOf(db, viewer, { kind, id })) };
    }),
  );
}

async function memberShown(db: Db, id: string) {
  const member = await memberNamed(db, id);
  return member === undefined ? {} : { name: member.name, href: `/members/${id}` };
}

async function shownOf(db: Db, viewer: Viewer, { kind, id }: { readonly kind: string; readonly id: string }) {
  const subject = subjectIn(`${kind}:${id}`);
  const found = isRefused(subject) ? null : await findSubjectFor(db, viewer, subject);
  if (found === null) return {};
  const thread = await findThreadAbout(db, { kind, id });
  return { title: await found.title(), href: thread === undefined ? found.href : `/threads/${thread.id}` };
}

/** After a member has left: they follow nothing, and nobody follows them. */
export async function forgetFollows({ db }: UnitOfWork, person: PersonId): Promise<void> {
  await db
    .deleteFrom("follows")
    .where((eb) =>
      eb.or([
        eb("person_id", "=", person),
        eb.and([eb("subject_kind", "=", "member"), eb("subject_id", "=", String(person))]),
      ]),
    )
    .execute();
}
