import type { PersonId } from "@podium/engine";
import { TOLD_TO_FOLLOWERS } from "@podium/protocol";
import { z } from "zod";
import { transact, type App, type UnitOfWork } from "../app.ts";
import type { Subject } from "../facts/fact.ts";
import type { JobKind } from "../jobs/queue.ts";
import { notify } from "../people/notifications.ts";
import { rolesOf } from "../people/roles.ts";
import { commentId, personId } from "../storage/codes.ts";
import type { Db } from "../storage/storage.ts";
import { commentRows, findThread, type CommentRow } from "./comment-rows.ts";
import { stateOf } from "./policy.ts";
import { mayTalkAbout } from "./prepared.ts";
import { aboutOf, findSubject, type FoundSubject } from "./subjects.ts";

const telling = { name: "tell-followers", data: z.strictObject({ comment: z.string().max(300) }) };

/** So many are told in one unit of work: others write between two of them. */
const AT_ONCE = 100;

/** After a comment came into sight: has its followers told, where there are any. */
export async function tellFollowers(unit: UnitOfWork, row: CommentRow, about: Subject): Promise<void> {
  const [one] = await followersOf(unit.db, { row, about, after: "", limit: 1 });
  if (one !== undefined) await unit.enqueue(telling, { data: { comment: row.id }, isOnce: true });
}

/**
 * Tells those who follow a conversation, or the author of a comment in it. While somebody has not seen what they were told
 * of a conversation, they are told nothing more of it: what they were told counts on, and leads to the newest.
 */
export function tellFollowersOf(app: App): JobKind<z.infer<typeof telling.data>> {
  return { ...telling, run: ({ comment }, signal) => tellAll(app, comment, signal) };
}

async function tellAll(app: App, comment: string, signal: AbortSignal): Promise<void> {
  for (let after: string | null = ""; after !== null && !signal.aborted;) {
    const from: string = after;
    // What is no longer to be read when it would be told is not told.
    after = await inUnit(app, async (unit) => {
      const shown = await shownComment(unit.db, comment);
      return shown === null ? null : tellSome(unit, shown, from);
    });
  }
}

async function inUnit(app: App, work: (unit: UnitOfWork) => Promise<string | null>): Promise<string | null> {
  let last: string | null = null;
  await transact(app, null, async (unit) => {
    last = await work(unit);
  });
  return last;
}

interface ShownComment {
  readonly row: CommentRow;
  readonly about: Subject;
  readonly found: FoundSubject | null;
}

async function shownComment(db: Db, id: string): Promise<ShownComment | null> {
  const row = await commentRows(db).where("comments.id", "=", commentId(id)).executeTakeFirst();
  const thread = row && (await findThread(db, row.thread_id));
  if (row === undefined || thread === undefined || stateOf(row) !== "shown") return null;
  const about = aboutOf(thread);
  return { row, about, found: await findSubject(db, about) };
}

/** Tells the next ones; answers whom last, null at the end. */
async function tellSome(unit: UnitOfWork, comment: ShownComment, after: string): Promise<string | null> {
  const { row, about } = comment;
  const people = await followersOf(unit.db, { row, about, after, limit: AT_ONCE });
  if (people.length === 0) return null;
  const ids = people.map(({ person_id: id }) => id);
  const deaf = new Set(await blockersAmong(unit.db, ids, row.person_id));
  const told = await toldOf(unit.db, ids, row);
  for (const { person_id: person, by_member: byMember } of people) {
    if (deaf.has(person) || !(await mayRead(unit.db, person, comment))) continue;
    await addTo(unit, person, {
      row,
      kind: Number(byMember) === 1 ? "followed-member" : "followed",
      told: told.filter((each) => each.person_id === person),
    });
  }
  return people.length < AT_ONCE ? null : (ids.at(-1) ?? null);
}

interface Asked {
  readonly row: CommentRow;
  readonly about: Subject;
  readonly after: string;
  readonly limit: number;
}

/** Who follows what a comment is about, or its author: not the author. */
function followersOf(db: Db, { row, about, after, limit }: Asked) {
  const author: string = row.person_id ?? "";
  return db
    .selectFrom("follows")
    .select((eb) => [
      "person_id",
      eb.fn.max(eb.case().when("subject_kind", "=", "member").then(1).else(0).end()).as("by_member"),
    ])
    .where((eb) =>
      eb.or([
        eb.and([eb("subject_kind", "=", about.kind), eb("subject_id", "=", about.id)]),
        eb.and([eb("subject_kind", "=", "member"), eb("subject_id", "=", author)]),
      ]),
    )
    .where("person_id", ">", personId(after))
    .where("person_id", "<>", personId(author))
    .groupBy("person_id")
    .orderBy("person_id")
    .limit(limit)
    .execute();
}

async function blockersAmong(db: Db, people: readonly PersonId[], author: PersonId | null): Promise<PersonId[]> {
  if (author === null) return [];
  const rows = await db
    .selectFrom("blocks")
    .select("person_id")
    .where("blocked_id", "=", author)
    .where("person_id", "in", people)
    .execute();
  return rows.map(({ person_id: person }) => person);
}

/** What is prepared is told to those who prepare it. */
async function mayRead(db: Db, person: PersonId, { found }: ShownComment): Promise<boolean> {
  if (found === null || !found.isPrepared) return true;
  return mayTalkAbout({ id: person, name: "", roles: await rolesOf(db, person) }, found);
}

interface Told {
  readonly id: string;
  readonly person_id: PersonId;
  readonly kind: string;
  readonly seen: number;
  readonly data: string;
  readonly number: number;
}

/** What people were told of comments of the same conversation. */
function toldOf(db: Db, people: readonly PersonId[], { thread_id: thread }: CommentRow): Promise<Told[]> {
  return db
    .selectFrom("notifications")
    .innerJoin("comments", "comments.id", "notifications.subject_id")
    .select(["notifications.id", "notifications.person_id", "kind", "seen", "data", "number"])
    .where("notifications.person_id", "in", people)
    .where("notifications.kind", "in", ["reply", "mention", ...TOLD_TO_FOLLOWERS])
    .where("comments.thread_id", "=", thread)
    .execute();
}

interface Telling {
  readonly row: CommentRow;
  readonly kind: (typeof TOLD_TO_FOLLOWERS)[number];
  readonly told: readonly Told[];
}

async function addTo(unit: UnitOfWork, person: PersonId, { row, kind, told }: Telling): Promise<void> {
  // An answer or a mention tells of this one already; and a job that is run again tells nothing twice.
  const asFollower = told.filter((each) => TOLD_TO_FOLLOWERS.some((name) => name === each.kind));
  const known =
    told.some(({ number }) => number === row.number) || asFollower.some(({ number }) => number > row.number);
  if (known) return;
  const waiting = asFollower.find(({ seen }) => seen === 0);
  if (waiting === undefined) return notify(unit, [person], { kind, subject: row.id, data: { count: 1 } });
  const { count }: { readonly count: number } = JSON.parse(waiting.data);
  await unit.db
    .updateTable("notifications")
    .set({ kind, subject_id: row.id, at_ms: unit.nowMs, data: JSON.stringify({ count: count + 1 }) })
    .where("id", "=", waiting.id)
    .execute();
}
