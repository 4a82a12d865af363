import { refuse, type Refusal } from "@podium/engine";
import { ROLES, type Role, type Viewer } from "@podium/protocol";
import type { Db } from "../storage/storage.ts";
import { transact, type UnitOfWork, type App } from "../app.ts";

/** Who gave the roles of the invented people of the demo. */
export const DEMO = "demo";

/** What a person may be, by competition; everybody who is signed in is a member everywhere. */
export async function rolesOf(db: Db, person: string): Promise<Viewer["roles"]> {
  const rows = await db
    .selectFrom("roles")
    .select(["competition_id", "role"])
    .where("person_id", "=", person)
    .execute();
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
export async function giveRole(
  unit: UnitOfWork,
  person: string,
  given: { readonly competition: string; readonly role: Role; readonly by: string | null },
): Promise<void> {
  const { competition, role, by } = given;
  const added = await unit.db
    .insertInto("roles")
    .values({ person_id: person, competition_id: competition, role, given_by: by, at_ms: unit.nowMs })
    .onConflict((clash) => clash.doNothing())
    .executeTakeFirst();
  if (added.numInsertedOrUpdatedRows === 0n) return;
  await unit.record({ kind: "role-given", subject: { kind: "person", id: person }, data: { competition, role } });
}

/** Who becomes what, and where: as typed by whoever runs the installation. */
export interface Appointment {
  readonly email: string;
  readonly role: string;
  /** A competition's id; all of them when left out. */
  readonly competition?: string | undefined;
}

/** Gives a role to the person with an e-mail address: how an installation gets its first organiser. Answers the person's name. */
export async function appoint(app: App, { email, role, competition }: Appointment): Promise<string | Refusal> {
  const known = ROLES.find((name) => name === role);
  if (known === undefined)
    return refuse("role-unknown", `There is no role ${role}. The roles are ${ROLES.join(", ")}.`, { role });
  return transact(app, null, async (unit) => {
    const person = await unit.db
      .selectFrom("persons")
      .select(["id", "name"])
      .where("email", "=", email.toLowerCase())
      .executeTakeFirst();
    if (person === undefined)
      return refuse(
        "person-unknown",
        `Nobody with the address ${email} has an account here. Accounts are opened under /sign-up.`,
        { email },
      );
    if (competition !== undefined && !(await isCompetition(unit.db, competition))) {
      return refuse("competition-unknown", `There is no competition ${competition}.`, { competition });
    }
    await giveRole(unit, person.id, { competition: competition ?? "*", role: known, by: null });
    return person.name;
  });
}

async function isCompetition(db: Db, id: string): Promise<boolean> {
  return (await db.selectFrom("competitions").select("id").where("id", "=", id).executeTakeFirst()) !== undefined;
}

/** Whether a person is one of the invented people of the demo: shown beside the name wherever it stands. */
export async function isDemoPerson(db: Db, person: string): Promise<boolean> {
  return (
    (await db
      .selectFrom("roles")
      .select("role")
      .where("person_id", "=", person)
      .where("given_by", "=", DEMO)
      .limit(1)
      .executeTakeFirst()) !== undefined
  );
}
