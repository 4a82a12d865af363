import { isRefused, type PersonId, type Refusal } from "@podium/engine";
import { transact, type App, type UnitOfWork } from "../app.ts";
import type { Db } from "../storage/storage.ts";
import { whyNameHeld } from "./held-words.ts";
import { letters, setMail } from "./letter-plan.ts";
import { mayWriteTo } from "./mailer.ts";
import { authOf } from "./loaded-auth.ts";
import { timesOf, writeMember } from "./member-rows.ts";
import { keepLook, plainName, whyNotNamed } from "./names.ts";
import { whyWeak } from "./passwords.ts";

/** What somebody gives to have an account. */
export interface NewAccount {
  readonly name: string;
  readonly email: string;
  readonly password: string;
}

/**
 * Opens an account where the address has none yet. The answer is the same where it has one, and takes as long: nobody
 * learns here who has an account. Refuses names and passwords that cannot be taken: names are public, addresses are not.
 */
export async function openAccount(
  app: App,
  headers: Headers,
  form: NewAccount & { readonly language: string },
): Promise<undefined | Refusal> {
  const name = plainName(form.name);
  const refusal =
    (await whyNotNamed(app.storage.db, name)) ??
    (await whyNameHeld(app, name)) ??
    (await whyWeak(form.password, [name, form.email]));
  if (refusal !== null) return refusal;
  const { password } = await (await authOf(app, headers)).$context;
  const hash = await password.hash(form.password);
  const mayWrite = await mayWriteTo(app, form.email);
  const opened = await transact(app, null, async (unit) => {
    // Somebody else may have taken it while the password was hashed.
    const taken = await whyNotNamed(unit.db, name);
    if (taken !== null) return taken;
    const owner = await idAt(unit.db, form.email);
    const id = await writePerson(unit, { name, email: owner === null ? form.email : decoyOf(unit), hash });
    // The name is gone after this, as where an account was made: by trying it again nobody finds out either.
    await keepLook(unit.db, owner ?? id, name);
    if (owner !== null) await unit.db.deleteFrom("persons").where("id", "=", id).execute();
    else await setMail(unit, id, { language: form.language });
    if (mayWrite)
      await unit.enqueue(letters, {
        data: { person: owner ?? id, kind: owner === null ? "confirm" : "known" },
        isOnce: true,
      });
    return undefined;
  });
  return isRefused(opened) ? opened : undefined;
}

/** Makes an account of the demo as it is given, where the address has none: of two at once, one. */
export async function makeAccount(app: App, headers: Headers, form: NewAccount): Promise<void> {
  const { password } = await (await authOf(app, headers)).$context;
  const hash = await password.hash(form.password);
  await transact(app, null, async (unit) => {
    if ((await idAt(unit.db, form.email)) !== null) return;
    const id = await writePerson(unit, { ...form, hash });
    await keepLook(unit.db, id, form.name);
  });
}

/** Sets the password that lets somebody in; who came by an issuer alone has their first one. */
export async function setPassword(unit: UnitOfWork, person: PersonId, hash: string): Promise<void> {
  const changed = await unit.db
    .updateTable("credentials")
    .set({ password: hash })
    .where("userId", "=", person)
    .where("providerId", "=", "credential")
    .returning("id")
    .execute();
  if (changed.length === 0) await writePassword(unit, person, hash);
}

/** Nobody can have this address, and it does not stay: what is written for an address that had an account is as much as for one without. */
function decoyOf(unit: UnitOfWork): string {
  return `${unit.randomId(12)}@taken.invalid`;
}

/** Writes a person and what lets them in, in the columns of the library of accounts. Answers the id. */
async function writePerson(
  unit: UnitOfWork,
  { name, email, hash }: { readonly name: string; readonly email: string; readonly hash: string },
): Promise<PersonId> {
  const id = await writeMember(unit, { name, email, isConfirmed: false });
  await writePassword(unit, id, hash);
  return id;
}

async function writePassword(unit: UnitOfWork, id: PersonId, hash: string): Promise<void> {
  await unit.db
    .insertInto("credentials")
    .values({
      id: unit.randomId(24),
      accountId: id,
      providerId: "credential",
      userId: id,
      password: hash,
      ...timesOf(unit),
    })
    .execute();
}

/** An invented person whose acts an example tells: on record by name and address, with nothing that lets anybody in. */
export async function inventedPerson(
  unit: UnitOfWork,
  person: { readonly name: string; readonly email: string },
): Promise<PersonId> {
  const known = await idAt(unit.db, person.email);
  if (known !== null) return known;
  const id = await writeMember(unit, { ...person, isConfirmed: false });
  await keepLook(unit.db, id, person.name);
  return id;
}

async function idAt(db: Db, email: string): Promise<PersonId | null> {
  const found = await db.selectFrom("persons").select("id").where("email", "=", email.toLowerCase()).executeTakeFirst();
  return found?.id ?? null;
}
