import { isRefused, type PersonId, type Refusal, refuse } from "@podium/engine";
import type { AccountPage, Viewer } from "@podium/protocol";
import { transact, type App } from "../app.ts";
import { addressCode } from "./address-code.ts";
import { makeAccount, type NewAccount } from "./accounts.ts";
import { devicesOf, dropDevicesIn, isPushSetUp, keepDeviceIn, publicServerKey } from "./devices.ts";
import { DEMO_PEOPLE, demoEmail, demoWord, isDemoEmail } from "./demo.ts";
import { mailSettingsOf } from "./letter-plan.ts";
import { isMailSetUp } from "./mailer.ts";
import { authOf } from "./loaded-auth.ts";
import { unseenOf } from "./notifications.ts";
import { whyWeak } from "./passwords.ts";
import { DEMO, giveRole, isDemoPerson, rolesOf } from "./roles.ts";
import { mayHaveSession } from "./session-cookie.ts";
import type { Db } from "../storage/storage.ts";
import { personId } from "../storage/codes.ts";

const WRONG_PASSWORD = refuse("wrong-password", "The e-mail address and the password do not belong together.");

/** Who is asking, by the session cookie; null for everybody else. Without a cookie nothing is loaded and nothing is read. */
export async function viewerOf(app: App, headers: Headers): Promise<Viewer | null> {
  if (!mayHaveSession(headers.get("cookie"))) return null;
  const found = await (await authOf(app, headers)).api.getSession({ headers });
  if (found === null) return null;
  const { name } = found.user;
  const id = personId(found.user.id);
  if (!app.config.demo && (await isDemoPerson(app.storage.db, id))) return null;
  const { db } = app.storage;
  return { id, name, roles: await rolesOf(db, id), unseen: await unseenOf(db, id) };
}

/** Who has signed in, and the cookies for the browser. */
export interface Signed {
  readonly id: PersonId;
  readonly cookies: readonly string[];
}

/** Signs in. A wrong address and a wrong password get the same answer; without demo, so do the people of the demo. */
export async function signIn(
  app: App,
  headers: Headers,
  form: { readonly email: string; readonly password: string },
): Promise<Signed | Refusal> {
  const { email, password } = form;
  if (!app.config.demo && isDemoEmail(email)) return WRONG_PASSWORD;
  const auth = await authOf(app, headers);
  return signed(() => auth.api.signInEmail({ body: { email, password }, headers, returnHeaders: true }));
}

/** The session of who is asking; null without one. */
export async function sessionOf(app: App, headers: Headers): Promise<string | null> {
  const found = await (await authOf(app, headers)).api.getSession({ headers });
  return found?.session.id ?? null;
}

/** Ends the session, here and on the server. */
export async function signOut(app: App, headers: Headers): Promise<Pick<Signed, "cookies">> {
  const auth = await authOf(app, headers);
  const session = await sessionOf(app, headers);
  const ended = await auth.api.signOut({ headers, returnHeaders: true });
  if (session !== null) await dropDevicesIn(app.storage.db, session);
  return { cookies: ended.headers.getSetCookie() };
}

/** Changes the password of who is signed in; ends their sessions on all other devices, which are told nothing any more. */
export async function changePassword(
  app: App,
  headers: Headers,
  form: { readonly viewer: Viewer; readonly current: string; readonly password: string },
): Promise<Signed | Refusal> {
  const auth = await authOf(app, headers);
  const found = await auth.api.getSession({ headers });
  const weak = await whyWeak(form.password, [form.viewer.name, found?.user.email ?? ""]);
  if (weak !== null) return weak;
  if (!(await hasPassword(app.storage.db, form.viewer.id)))
    return refuse("password-none", "This account has no password yet. Choose a first one by mail.");
  const body = { currentPassword: form.current, newPassword: form.password, revokeOtherSessions: true };
  const changed = await signed(() => auth.api.changePassword({ body, headers, returnHeaders: true }));
  if (isRefused(changed)) return refuse("password-wrong", "This is not your present password.");
  const before = found?.session.id ?? "";
  const now = (await sessionOf(app, askingWith(changed.cookies))) ?? "";
  await keepDeviceIn(app.storage.db, form.viewer.id, { before, now });
  return changed;
}

/** Who came by the issuer has none, until they chose one by mail. */
async function hasPassword(db: Db, person: PersonId): Promise<boolean> {
  const found = await db
    .selectFrom("credentials")
    .select("id")
    .where("userId", "=", person)
    .where("providerId", "=", "credential")
    .executeTakeFirst();
  return found !== undefined;
}

/** What a browser asks with that was just given these cookies. */
function askingWith(cookies: readonly string[]): Headers {
  return new Headers({ cookie: cookies.map((cookie) => cookie.split(";")[0] ?? "").join("; ") });
}

/** Signs in as one of the invented people of the demo, who comes into being on first use. */
export async function signInAsDemo(app: App, headers: Headers, key: string): Promise<Signed | Refusal> {
  const person = DEMO_PEOPLE.find((each) => each.key === key);
  if (person === undefined || !app.config.demo) return refuse("not-found", "There is nothing under this address.");
  const form = { name: person.name, email: demoEmail(person), password: demoWord(person) };
  const entered = await enter(app, headers, form);
  if (isRefused(entered)) return entered;
  await transact(app, null, (unit) => giveRole(unit, entered.id, { competition: "*", role: person.role, by: DEMO }));
  return entered;
}

/**
 * Signs in, with a new account when there is none; of two clicks at once, one makes it and both are in. Who lost the
 * password at a start without demo has it again.
 */
async function enter(app: App, headers: Headers, form: NewAccount): Promise<Signed | Refusal> {
  const entered = await signIn(app, headers, form);
  if (!isRefused(entered)) return entered;
  await makeAccount(app, headers, form);
  await restorePassword(app, headers, form);
  return signIn(app, headers, form);
}

async function restorePassword(app: App, headers: Headers, form: NewAccount): Promise<void> {
  const { internalAdapter, password } = await (await authOf(app, headers)).$context;
  const found = await internalAdapter.findUserByEmail(form.email, { includeAccounts: true });
  if (found === null || found.accounts.length > 0) return;
  const { id } = found.user;
  const hash = await password.hash(form.password);
  await internalAdapter.createAccount({ userId: id, accountId: id, providerId: "credential", password: hash });
}

/** What a person's account page shows. */
export async function accountOf(app: App, headers: Headers, viewer: Viewer): Promise<AccountPage> {
  const auth = await authOf(app, headers);
  const found = await auth.api.getSession({ headers });
  const passkeys = await auth.api.listPasskeys({ headers });
  return {
    viewer,
    email: found?.user.email ?? "",
    code: addressCode(app, viewer.id),
    mail: {
      isSetUp: isMailSetUp(app),
      isConfirmed: found?.user.emailVerified === true,
      rhythm: (await mailSettingsOf(app.storage.db, viewer.id)).rhythm,
    },
    push: {
      key: isPushSetUp(app) ? publicServerKey(app) : null,
      devices: await devicesOf(app.storage.db, viewer.id),
    },
    hasPassword: await hasPassword(app.storage.db, viewer.id),
    refusal: null,
    passkeys: passkeys.map(({ id, name, createdAt }) => ({
      id,
      name: name ?? "",
      atMs: new Date(createdAt).getTime(),
    })),
  };
}

/** What the browser's part of passkeys asks for, answered by the library. */
export async function answerPasskeys(app: App, request: Request): Promise<Response> {
  return (await authOf(app, request.headers)).handler(request);
}

interface Entrance {
  readonly headers: Headers;
  readonly response: { readonly user: { readonly id: string } };
}

async function signed(work: () => Promise<Entrance>): Promise<Signed | Refusal> {
  try {
    const { headers, response } = await work();
    return { id: personId(response.user.id), cookies: headers.getSetCookie() };
  } catch (fault) {
    const refusal = refusalOf(fault);
    if (refusal === null) throw fault;
    return refusal;
  }
}

/** What the library refuses by throwing; null for a fault. */
function refusalOf(fault: unknown): Refusal | null {
  const status = typeof fault === "object" && fault !== null && "statusCode" in fault ? fault.statusCode : null;
  if (status === 401 || status === 403) return WRONG_PASSWORD;
  return status === 400 ? refuse("form-invalid", "The form is not right.") : null;
}
