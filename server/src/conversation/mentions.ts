import { lookOfName, mentionsIn, type PersonId } from "@podium/engine";
import type { UnitOfWork } from "../app.ts";
import { LEFT_ADDRESS } from "../people/left-address.ts";
import { notify } from "../people/notifications.ts";
import { rolesOf } from "../people/roles.ts";
import type { Db } from "../storage/storage.ts";
import { placedComment, type CommentRow } from "./comment-rows.ts";
import { followOn } from "./following.ts";
import { markupOf } from "./markup.ts";
import { stateOf } from "./policy.ts";
import { findThreadFor } from "./prepared.ts";

/** The members that a text names, by their name as it is written there. */
export type MembersNamed = ReadonlyMap<string, PersonId>;

/** Whom a text names: the longest name that is somebody's, at each place. */
export async function membersNamed(db: Db, text: string): Promise<MembersNamed> {
  const mentions = mentionsIn(text);
  const looks = new Map(mentions.flatMap(({ names }) => names).map((name) => [name, lookOfName(name)]));
  const wanted = [...new Set(looks.values())].filter((look) => look !== "");
  if (wanted.length === 0) return new Map();
  const rows = await db
    .selectFrom("name_looks")
    .innerJoin("persons", "persons.id", "name_looks.person_id")
    .select(["look", "persons.id", "persons.email"])
    .where("look", "in", wanted)
    .execute();
  const members = new Map(rows.filter(({ email }) => !email.endsWith(LEFT_ADDRESS)).map((row) => [row.look, row.id]));
  return new Map(
    mentions.flatMap(({ names }) => {
      const name = names.find((each) => members.has(looks.get(each) ?? ""));
      const member = members.get(looks.get(name ?? "") ?? "");
      return name === undefined || member === undefined ? [] : [[name, member] as const];
    }),
  );
}

/**
 * Tells whom a comment that is shown now answers or names, and who follows it, each once however often it is written anew. Nobody hears of
 * somebody they block, or of what they may not read.
 */
export async function tellNamed(unit: UnitOfWork, row: CommentRow, named: MembersNamed): Promise<void> {
  if (stateOf(row) !== "shown") return;
  if (row.edited_at_ms === null) await followOn(unit, row);
  const before = await unit.db
    .selectFrom("comment_mentions")
    .select("person_id")
    .where("comment_id", "=", row.id)
    .execute();
  const known = new Set(before.map(({ person_id: person }) => person));
  const fresh = [...new Set(named.values())].filter((person) => !known.has(person));
  for (const person_id of fresh)
    await unit.db.insertInto("comment_mentions").values({ comment_id: row.id, person_id }).execute();
  const answered = row.edited_at_ms === null ? await answeredBy(unit.db, row) : null;
  if (answered !== null && (await mayHear(unit.db, row, answered)))
    await notify(unit, [answered], { kind: "reply", subject: row.id, data: {} });
  for (const person of fresh)
    if (person !== answered && (await mayHear(unit.db, row, person)))
      await notify(unit, [person], { kind: "mention", subject: row.id, data: {} });
}

async function answeredBy(db: Db, { parent_id: parent }: CommentRow): Promise<PersonId | null> {
  return parent === null ? null : (await placedComment(db, parent)).person_id;
}

async function mayHear(db: Db, row: CommentRow, person: PersonId): Promise<boolean> {
  if (person === row.person_id || (await blocks(db, person, row.person_id))) return false;
  const viewer = { id: person, name: "", roles: await rolesOf(db, person) };
  return (await findThreadFor(db, viewer, row.thread_id)) !== undefined;
}

/** Whether a member does not want to hear of another. */
export async function blocks(db: Db, person: PersonId, other: PersonId | null): Promise<boolean> {
  if (other === null) return false;
  const row = await db
    .selectFrom("blocks")
    .select("at_ms")
    .where("person_id", "=", person)
    .where("blocked_id", "=", other)
    .executeTakeFirst();
  return row !== undefined;
}

/** After a member has left: what names them leads to nobody, and nobody blocks them. */
export async function forgetNamed(unit: UnitOfWork, person: PersonId): Promise<void> {
  const rows = await unit.db
    .selectFrom("comment_mentions")
    .select("comment_id")
    .where("person_id", "=", person)
    .execute();
  await unit.db.deleteFrom("comment_mentions").where("person_id", "=", person).execute();
  await unit.db
    .deleteFrom("blocks")
    .where((eb) => eb.or([eb("person_id", "=", person), eb("blocked_id", "=", person)]))
    .execute();
  for (const { comment_id: id } of rows) {
    const { body } = await placedComment(unit.db, id);
    const others = [...(await membersNamed(unit.db, body))].filter(([, member]) => member !== person);
    await unit.db
      .updateTable("comments")
      .set({ html: body === "" ? null : markupOf(body, new Map(others)) })
      .where("id", "=", id)
      .execute();
  }
}
