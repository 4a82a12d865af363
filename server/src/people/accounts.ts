import type { Refusal } from "@podium/engine";
import type { App } from "../app.ts";
import { authOf } from "./loaded-auth.ts";
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
 * learns here who has an account. Refuses names and passwords that cannot be taken.
 */
export async function openAccount(app: App, headers: Headers, form: NewAccount): Promise<undefined | Refusal> {
  const name = plainName(form.name);
  const refusal =
    (await whyNotNamed(app.storage.db, name)) ??
    (await whyWeak(form.password, [name, form.email.split("@", 1)[0] ?? ""]));
  if (refusal !== null) return refusal;
  await makeAccount(app, headers, { ...form, name });
  return undefined;
}

/** Makes an account as it is given, where the address has none: of two at once, one. */
export async function makeAccount(app: App, headers: Headers, form: NewAccount): Promise<void> {
  const { internalAdapter, password } = await (await authOf(app, headers)).$context;
  const hash = await password.hash(form.password);
  if (await hasAccount(app, form.email)) return;
  const id = await makePerson(app, headers, form);
  if (id === null) return;
  try {
    await internalAdapter.createAccount({ userId: id, accountId: id, providerId: "credential", password: hash });
    await keepLook(app.storage.db, id, form.name);
  } catch (fault) {
    // An address whose owner could never sign in would stay taken for ever.
    await internalAdapter.deleteUser(id);
    throw fault;
  }
}

/** Null when somebody else was faster. */
async function makePerson(app: App, headers: Headers, { name, email }: NewAccount): Promise<string | null> {
  const { internalAdapter } = await (await authOf(app, headers)).$context;
  try {
    return (await internalAdapter.createUser({ name, email, emailVerified: false })).id;
  } catch (fault) {
    if (await hasAccount(app, email)) return null;
    throw fault;
  }
}

async function hasAccount(app: App, email: string): Promise<boolean> {
  const { db } = app.storage;
  const found = await db.selectFrom("persons").select("id").where("email", "=", email.toLowerCase()).executeTakeFirst();
  return found !== undefined;
}
