import type { Viewer } from "@podium/protocol";
import { pageRequestsOf } from "../entries/page-requests.ts";
import { devicesOf } from "../people/devices.ts";
import { mailSettingsOf } from "../people/letter-plan.ts";
import type { Db } from "../storage/storage.ts";

/** Everything that is stored about a member, as it stands in the tables: for the member alone. */
export async function ownData(db: Db, { id }: Viewer) {
  const authors = db.selectFrom("authors").select("id").where("person_id", "=", id);
  const own = db.selectFrom("comments").select("id").where("author_id", "in", authors);
  const [account, roles, comments, revisions, held, votes, flags, notifications, restrictions] = await Promise.all([
    db.selectFrom("persons").select(["id", "name", "email", "createdAt"]).where("id", "=", id).executeTakeFirst(),
    db.selectFrom("roles").select(["competition_id", "role", "at_ms"]).where("person_id", "=", id).execute(),
    db
      .selectFrom("comments")
      .select(["id", "thread_id", "parent_id", "number", "at_ms", "edited_at_ms", "deleted_at_ms", "removed_at_ms"])
      .select(["removal_reason", "held_at_ms", "language", "body", "up", "down"])
      .where("author_id", "in", authors)
      .orderBy("at_ms")
      .execute(),
    db.selectFrom("revisions").selectAll().where("comment_id", "in", own).execute(),
    db
      .selectFrom("cases")
      .select(["id", "thread_id", "comment_id", "kind", "opened_at_ms", "body", "decided_at_ms", "decision", "reason"])
      .select("appeal")
      .where("author_id", "in", authors)
      .execute(),
    db.selectFrom("votes").select(["comment_id", "value", "at_ms"]).where("person_id", "=", id).execute(),
    db.selectFrom("flags").select(["comment_id", "reason", "words", "at_ms"]).where("person_id", "=", id).execute(),
    db.selectFrom("notifications").select(["at_ms", "kind", "data", "seen"]).where("person_id", "=", id).execute(),
    db
      .selectFrom("restrictions")
      .select(["competition_id", "kind", "reason", "at_ms", "until_ms", "lifted_at_ms"])
      .where("person_id", "=", id)
      .execute(),
  ]);
  return {
    account: account ?? null,
    roles,
    comments,
    revisions,
    cases: held,
    votes,
    flags,
    notifications,
    restrictions,
    applications: await applicationsOf(db, id),
    mail: await mailSettingsOf(db, id),
    blocks: await db.selectFrom("blocks").select(["blocked_id", "at_ms"]).where("person_id", "=", id).execute(),
    follows: await followsOf(db, id),
    devices: await devicesOf(db, id),
    translations: await translationsBy(db, id),
    ...(await aroundNotes(db, id)),
    pageRequests: await pageRequestsOf(db, id),
  };
}

async function aroundNotes(db: Db, id: Viewer["id"]) {
  return {
    notes: await notesOf(db, id),
    noteFlags: await noteFlagsOf(db, id),
    noteRatings: await noteRatingsOf(db, id),
  };
}

function noteFlagsOf(db: Db, person: Viewer["id"]) {
  return db
    .selectFrom("note_flags")
    .select(["note_id", "reason", "words", "at_ms"])
    .where("person_id", "=", person)
    .execute();
}

function followsOf(db: Db, person: Viewer["id"]) {
  return db
    .selectFrom("follows")
    .select(["subject_kind", "subject_id", "at_ms"])
    .where("person_id", "=", person)
    .execute();
}

function notesOf(db: Db, person: Viewer["id"]) {
  return db
    .selectFrom("notes")
    .innerJoin("authors", "authors.id", "notes.author_id")
    .select(["notes.id", "subject_kind", "subject_id", "at_ms", "language", "body", "sources", "status"])
    .select(["held_at_ms", "removed_at_ms", "removal_reason", "withdrawn_at_ms"])
    .where("authors.person_id", "=", person)
    .execute();
}

function translationsBy(db: Db, person: Viewer["id"]) {
  return db
    .selectFrom("translations")
    .innerJoin("authors", "authors.id", "translations.author_id")
    .select(["translations.id", "comment_id", "revision", "language", "at_ms", "body"])
    .select(["held_at_ms", "removed_at_ms", "removal_reason"])
    .where("authors.person_id", "=", person)
    .execute();
}

/** With the pseudonym, by which the member finds them in the public file of ratings. */
function noteRatingsOf(db: Db, person: Viewer["id"]) {
  return db
    .selectFrom("note_ratings")
    .innerJoin("raters", "raters.id", "note_ratings.rater_id")
    .select(["rater_id", "note_id", "halves", "reason", "at_ms"])
    .where("raters.person_id", "=", person)
    .execute();
}

/** What the member asked organisers for: to be entered. */
function applicationsOf(db: Db, person: Viewer["id"]) {
  return db
    .selectFrom("applications")
    .select(["draft_id", "event", "family", "given", "association", "partner", "remark", "at_ms", "state", "reason"])
    .where("person_id", "=", person)
    .execute();
}
