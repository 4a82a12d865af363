import { isRefused, type PersonId, type Refusal, refuse } from "@podium/engine";
import { ROLES, type Role, type Viewer } from "@podium/protocol";
import type { Db } from "../storage/storage.ts";
import { isAddressCode } from "./address-code.ts";
import { isDemoEmail } from "./demo.ts";
import { dropDevicesOf } from "./devices.ts";
import { authOf } from "./loaded-auth.ts";
import { transact, type UnitOfWork, type App } from "../app.ts";
import { personId } from "../storage/codes.ts";

/** Who gave the roles of the invented people of the demo. */
export const DEMO = personId("demo");

/** What a person may be, by competition; everybody who is signed in is a member everywhere. */
export async function rolesOf(db: Db, person: PersonId): Promise<Viewer["roles"]> {
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
  person: PersonId,
  given: { readonly competition: string; readonly role: Role; readonly by: PersonId | null },
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
  /** The code on the person's account page, the first time. */
  readonly code?: string | undefined;
}

/**
 * Gives a role to the person with an e-mail address: how an installation gets its first organiser. Anybody may have opened an
 * account under any address; the code on its page shows that the right person did. Answers the person's name.
 */
export async function appoint(app: App, { email, role, competition, code }: Appointment): Promise<string | Refusal> {
  const known = knownRole(role);
  if (isRefused(known)) return known;
  return transact(app, null, async (unit) => {
    const person = await holderAt(unit.db, { email, competition });
    if (isRefused(person)) return person;
    if (person.emailVerified === 0) {
      const confirmed = await confirmAddress(app, unit, { ...person, code });
      if (isRefused(confirmed)) return confirmed;
    }
    await giveRole(unit, person.id, { competition: competition ?? "*", role: known, by: null });
    return person.name;
  });
}

/**
 * Gives a role to whoever has told the code on their own account page. An address without an account and a wrong code get
 * the same answer: organisers do not learn who has one. The address counts as confirmed no more than before, as whoever
 * runs the installation would then give power to it without a code. Answers the person's name.
 */
export async function appointByCode(
  app: App,
  by: PersonId,
  told: { readonly email: string; readonly code: string; readonly role: Role; readonly competition: string },
): Promise<string | Refusal> {
  return transact(app, by, async (unit) => {
    const person = await holderAt(unit.db, { email: told.email, competition: undefined });
    if (isRefused(person) || !isAddressCode(app, person.id, told.code))
      return refuse("code-wrong", "No account here has this address and this code. Both stand on its page /account.");
    await giveRole(unit, person.id, { competition: told.competition, role: told.role, by });
    return person.name;
  });
}

/** A role somebody holds: in a competition, or in all of them ("*"). */
export interface RoleHeld {
  readonly person: PersonId;
  readonly role: Role;
  readonly competition: string;
}

/**
 * Takes a role back; it counts no more from the next request on. The last organiser of all competitions stays: nobody
 * could give the role again from the pages.
 */
export async function takeRoleBack(app: App, by: PersonId | null, held: RoleHeld): Promise<undefined | Refusal> {
  return transact(app, by, (unit) => takeBack(app, unit, held));
}

/** The same by an e-mail address. Answers the person's name. */
export async function dismiss(app: App, { email, role, competition }: Appointment): Promise<string | Refusal> {
  const known = knownRole(role);
  if (isRefused(known)) return known;
  return transact(app, null, async (unit) => {
    const person = await holderAt(unit.db, { email, competition: undefined });
    if (isRefused(person)) return person;
    const held = { person: person.id, role: known, competition: competition ?? "*" };
    return (await takeBack(app, unit, held)) ?? person.name;
  });
}

/** The same in a unit of work. */
export async function takeBack(
  app: App,
  unit: UnitOfWork,
  { person, role, competition }: RoleHeld,
): Promise<undefined | Refusal> {
  const { numDeletedRows } = await unit.db
    .deleteFrom("roles")
    .where("person_id", "=", person)
    .where("competition_id", "=", competition)
    .where("role", "=", role)
    .executeTakeFirst();
  if (numDeletedRows === 0n)
    return refuse(
      "role-not-held",
      `This person is not ${role} of ${competition === "*" ? "all competitions" : competition}.`,
      {
        role,
      },
    );
  if (role === "organiser" && competition === "*" && !(await hasOrganiserOfAll(app, unit.db)))
    return refuse(
      "last-organiser",
      "This is the last organiser of all competitions. Give the role to somebody else first.",
    );
  await unit.record({ kind: "role-taken-back", subject: { kind: "person", id: person }, data: { competition, role } });
  return undefined;
}

/** Outside demo mode the invented people of the demo let nobody in, and do not count. */
async function hasOrganiserOfAll(app: App, db: Db): Promise<boolean> {
  const held = await db
    .selectFrom("roles")
    .innerJoin("persons", "persons.id", "roles.person_id")
    .select("persons.email")
    .where("roles.competition_id", "=", "*")
    .where("roles.role", "=", "organiser")
    .execute();
  return held.some(({ email }) => app.config.demo || !isDemoEmail(email));
}

/** Ends every session of the person with an e-mail address, on every device. Answers the person's name. */
export async function endSessionsAt(app: App, email: string): Promise<string | Refusal> {
  const person = await holderAt(app.storage.db, { email, competition: undefined });
  if (isRefused(person)) return person;
  await endSessionsOf(app, person.id);
  return person.name;
}

/** Ends every session of a person, on every device; no device is told anything any more. */
export async function endSessionsOf(app: App, person: PersonId): Promise<void> {
  const { internalAdapter } = await (await authOf(app, new Headers())).$context;
  await internalAdapter.deleteUserSessions(person);
  await dropDevicesOf(app.storage.db, person);
}

/** A role that somebody holds, in a competition or in all of them ("*"). */
export interface HeldRole {
  readonly person: PersonId;
  readonly name: string;
  readonly email: string;
  readonly role: string;
  readonly competition: string;
  readonly sinceMs: number;
  /** The name of who gave it; null where that was whoever runs the installation, or the demo. */
  readonly givenBy: string | null;
}

/** Who holds what, by competition and role; those of all competitions first. */
export async function heldRoles(app: App): Promise<HeldRole[]> {
  return app.storage.db
    .selectFrom("roles")
    .innerJoin("persons", "persons.id", "roles.person_id")
    .leftJoin("persons as givers", "givers.id", "roles.given_by")
    .select(["persons.id as person", "persons.name", "persons.email", "roles.role", "givers.name as givenBy"])
    .select(["roles.competition_id as competition", "roles.at_ms as sinceMs"])
    .orderBy("roles.competition_id")
    .orderBy("roles.role")
    .orderBy("persons.email")
    .execute();
}

/** The names of some people by their ids, at most as many as stand on a page; null stands for nobody. */
export async function namesOf(db: Db, people: readonly (PersonId | null)[]): Promise<Map<string, string>> {
  const ids = [...new Set(people)].filter((id) => id !== null);
  if (ids.length === 0) return new Map();
  const rows = await db.selectFrom("persons").select(["id", "name"]).where("id", "in", ids).execute();
  return new Map(rows.map(({ id, name }) => [id, name]));
}

function knownRole(role: string): Role | Refusal {
  return (
    ROLES.find((name) => name === role) ??
    refuse("role-unknown", `There is no role ${role}. The roles are ${ROLES.join(", ")}.`, { role })
  );
}

async function holderAt(db: Db, { email, competition }: Pick<Appointment, "email" | "competition">) {
  const person = await db
    .selectFrom("persons")
    .select(["id", "name", "email", "emailVerified"])
    .where("email", "=", email.toLowerCase())
    .executeTakeFirst();
  if (person === undefined)
    return refuse(
      "person-unknown",
      `Nobody with the address ${email} has an account here. Accounts are opened under /sign-up.`,
      { email },
    );
  if (competition !== undefined && !(await isCompetition(db, competition)))
    return refuse("competition-unknown", `There is no competition ${competition}.`, { competition });
  return person;
}

async function confirmAddress(
  app: App,
  unit: UnitOfWork,
  person: { readonly id: PersonId; readonly name: string; readonly email: string; readonly code: string | undefined },
): Promise<undefined | Refusal> {
  const { id, name, email, code } = person;
  if (code === undefined)
    return refuse(
      "address-unconfirmed",
      `Anybody may have opened this account as ${name}. Ask the owner of ${email} for the code on their page /account, and add --code CODE.`,
      { email },
    );
  if (!isAddressCode(app, id, code))
    return refuse(
      "code-wrong",
      "This is not the code on the account page of that address: somebody else may have opened it.",
    );
  await unit.db.updateTable("persons").set({ emailVerified: 1 }).where("id", "=", id).execute();
  await unit.record({ kind: "address-confirmed", subject: { kind: "person", id }, data: {} });
  return undefined;
}

async function isCompetition(db: Db, id: string): Promise<boolean> {
  return (await db.selectFrom("competitions").select("id").where("id", "=", id).executeTakeFirst()) !== undefined;
}

/** Whether a person is one of the invented people of the demo, by the address: roles are given and taken back. */
export async function isDemoPerson(db: Db, person: PersonId): Promise<boolean> {
  const row = await db.selectFrom("persons").select("email").where("id", "=", person).executeTakeFirst();
  return row !== undefined && isDemoEmail(row.email);
}
