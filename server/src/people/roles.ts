import type { Role, Viewer } from "@podium/protocol";
import { ROLES } from "@podium/protocol";
import type { Db } from "../storage/storage.ts";
import type { Change } from "../world.ts";

/** Who gave the roles of the invented people of the demo. */
export const DEMO = "demo";

/** What a person may be, by competition; everybody who is signed in is a member everywhere. */
export async function rolesOf(db: Db, person: string): Promise<Viewer["roles"]> {
  const rows = await db.selectFrom("roles").select(["competition_id", "role"]).where("person_id", "=", person).execute();
  const roles: Record<string, Role[]> = { "*": ["member"] };
  for (const { competition_id: competition, role } of rows) {
    const known = ROLES.find((name) => name === role);
    if (known === undefined) continue;
    const held = (roles[competition] ??= []);
    if (!held.includes(known)) held.push(known);
  }
  return roles;
}

/** Gives a person a role in a competition ("*" for all of them). Given twice, it is given once. */
export async function giveRole(change: Change, person: string, given: { readonly competition: string; readonly role: Role; readonly by: string | null }): Promise<void> {
  const { competition, role, by } = given;
  const added = await change.db
    .insertInto("roles")
    .values({ person_id: person, competition_id: competition, role, given_by: by, at_ms: change.nowMs })
    .onConflict((clash) => clash.doNothing())
    .executeTakeFirst();
  if (added.numInsertedOrUpdatedRows === 0n) return;
  await change.record({ kind: "role-given", subject: { kind: "person", id: person }, data: { competition, role } });
}

/** Whether a person is one of the invented people of the demo: said beside the name wherever it stands. */
export async function isDemoPerson(db: Db, person: string): Promise<boolean> {
  return (await db.selectFrom("roles").select("role").where("person_id", "=", person).where("given_by", "=", DEMO).limit(1).executeTakeFirst()) !== undefined;
}
