import { isRefused, type PersonId, type Refusal } from "@podium/engine";
import { type LeavingForm, ROLES, type Viewer } from "@podium/protocol";
import type { App, UnitOfWork } from "../app.ts";
import { forgetPageRequests } from "../entries/page-requests.ts";
import { findNotesOf, stateOfNote } from "../notes/note-rows.ts";
import { dropRater } from "../notes/ratings.ts";
import { LEFT_ADDRESS } from "../people/left-address.ts";
import { takeBack } from "../people/roles.ts";
import { NAMELESS } from "../people/names.ts";
import { commentRows, placedComment, type CommentRow } from "./comment-rows.ts";
import { eraseWords, notBefore } from "./conversation.ts";
import { forgetFollows } from "./following.ts";
import { forgetNamed } from "./mentions.ts";
import { eraseNote } from "./notes.ts";
import { stateOf } from "./policy.ts";
import { publishComment } from "./publishing.ts";
import { dropTranslationsBy } from "./translation-rows.ts";
import { countVotes } from "./voting.ts";

/**
 * Ends an account. Its comments keep their name, lose it, or lose their words too; open pages are told of each. Nobody
 * signs in with it any more, and its roles are taken back: the last organiser of all competitions stays.
 */
export async function leave(
  app: App,
  unit: UnitOfWork,
  { viewer, choice }: { readonly viewer: Viewer } & Pick<LeavingForm, "choice">,
): Promise<undefined | Refusal> {
  const { id } = viewer;
  const roles = await unit.db
    .selectFrom("roles")
    .select(["competition_id", "role"])
    .where("person_id", "=", id)
    .execute();
  for (const { competition_id: competition, role: given } of roles) {
    const role = ROLES.find((name) => name === given);
    if (role === undefined) continue;
    const refusal = await takeBack(app, unit, { person: id, competition, role });
    if (isRefused(refusal)) return refusal;
  }
  await dropOwn(unit, id);
  await forgetPageRequests(unit, id);
  await forgetNamed(unit, id);
  await forgetFollows(unit, id);
  if (choice === "delete") {
    await deleteWords(unit, id);
    await dropTranslationsBy(unit, id);
    for (const note of await findNotesOf(unit.db, id)) await eraseNote(unit, note);
  }
  if (choice !== "keep") {
    await forgetName(unit, id);
    await dropRater(unit, id, choice);
  }
  await closeAccount(unit, id, choice);
  await unit.record({ kind: "member-left", subject: { kind: "person", id }, data: { choice } });
  return undefined;
}

function commentsOf(unit: UnitOfWork, person: PersonId): Promise<CommentRow[]> {
  return commentRows(unit.db).where("person_id", "=", person).execute();
}

/** Nothing is left of what somebody wrote but the places, and of what they voted nothing. */
async function deleteWords(unit: UnitOfWork, person: PersonId): Promise<void> {
  for (const row of await commentsOf(unit, person)) {
    if (stateOf(row) === "deleted") continue;
    await eraseWords(unit, row.id, notBefore(row, unit));
    await publishComment(unit, await placedComment(unit.db, row.id));
  }
  const votes = await unit.db.selectFrom("votes").select("comment_id").where("person_id", "=", person).execute();
  await unit.db.deleteFrom("votes").where("person_id", "=", person).execute();
  for (const { comment_id: comment } of votes) {
    await countVotes(unit, comment);
    await publishComment(unit, await placedComment(unit.db, comment));
  }
  const authors = unit.db.selectFrom("authors").select("id").where("person_id", "=", person);
  await unit.db.updateTable("cases").set({ body: "", appeal: null }).where("author_id", "in", authors).execute();
  await unit.db.updateTable("flags").set({ words: "" }).where("person_id", "=", person).execute();
  for (const table of ["translation_flags", "note_flags"] as const)
    await unit.db.updateTable(table).set({ words: "" }).where("person_id", "=", person).execute();
}

/** The words stand under no name, and lead to nobody. */
async function forgetName(unit: UnitOfWork, person: PersonId): Promise<void> {
  const rows = await commentsOf(unit, person);
  unit.invalidate((await findNotesOf(unit.db, person)).map(({ topic }) => topic));
  await unit.db
    .updateTable("authors")
    .set({ name: NAMELESS, place: null, person_id: null })
    .where("person_id", "=", person)
    .execute();
  // Of what is not shown, no name was told.
  for (const { id } of rows.filter((row) => stateOf(row) === "shown"))
    await publishComment(unit, await placedComment(unit.db, id));
}

/** What waits for a moderator or an organiser, and what was told, is nobody's any more; an entry that was made stays. */
async function dropOwn(unit: UnitOfWork, person: PersonId): Promise<void> {
  const authors = unit.db.selectFrom("authors").select("id").where("person_id", "=", person);
  for (const note of await findNotesOf(unit.db, person)) if (stateOfNote(note) === "held") await eraseNote(unit, note);
  await unit.db
    .deleteFrom("cases")
    .where("author_id", "in", authors)
    .where("kind", "in", ["new", "edit"])
    .where("decided_at_ms", "is", null)
    .execute();
  for (const table of ["notifications", "mail_settings", "devices"] as const)
    await unit.db.deleteFrom(table).where("person_id", "=", person).execute();
  await unit.db.deleteFrom("applications").where("person_id", "=", person).execute();
  await unit.db
    .updateTable("invitations")
    .set({ ended_at_ms: unit.nowMs })
    .where("invited_by", "=", person)
    .where("ended_at_ms", "is", null)
    .execute();
}

/** Nobody is let in any more. A name under which words still stand is not given to somebody else. */
async function closeAccount(unit: UnitOfWork, person: PersonId, choice: LeavingForm["choice"]): Promise<void> {
  for (const table of ["sessions", "credentials", "passkeys"] as const)
    await unit.db.deleteFrom(table).where("userId", "=", person).execute();
  if (choice === "keep")
    await unit.db
      .updateTable("persons")
      .set({ email: `${unit.randomId(12).toLowerCase()}${LEFT_ADDRESS}`, emailVerified: 0 })
      .where("id", "=", person)
      .execute();
  else await unit.db.deleteFrom("persons").where("id", "=", person).execute();
}
