import { isRefused, refuse, type Refusal } from "@podium/engine";
import type { AccountPage, Viewer } from "@podium/protocol";
import { LRUCache } from "lru-cache";
import { stateIn, transact, type App } from "../app.ts";
import { originFor } from "../http/own-name.ts";
import type { Auth } from "./auth.ts";
import { DEMO_PEOPLE, demoEmail, demoWord } from "./demo.ts";
import { DEMO, giveRole, isDemoPerson, rolesOf } from "./roles.ts";
import { secretIn } from "./secret.ts";
import { mayHaveSession } from "./session-cookie.ts";

const ORIGINS_CACHED_MAX = 8;

/** By the origin under which they are reached. */
const auths = { make: () => new LRUCache<string, Promise<Auth>>({ max: ORIGINS_CACHED_MAX }) };

/** Who is asking, by the session cookie; null for everybody else. Without a cookie nothing is loaded and nothing is read. */
export async function viewerOf(app: App, headers: Headers): Promise<Viewer | null> {
  if (!mayHaveSession(headers.get("cookie"))) return null;
  const found = await (await authOf(app, headers)).api.getSession({ headers });
  if (found === null) return null;
  const { id, name } = found.user;
  if (!app.config.demo && (await isDemoPerson(app.storage.db, id))) return null;
  return { id, name, roles: await rolesOf(app.storage.db, id) };
}

/** Who has signed in, and the cookies for the browser. */
export interface Signed {
  readonly id: string;
  readonly cookies: readonly string[];
}

/** Signs in. A wrong address and a wrong password get the same answer. */
export async function signIn(
  app: App,
  headers: Headers,
  form: { readonly email: string; readonly password: string },
): Promise<Signed | Refusal> {
  const auth = await authOf(app, headers);
  const { email, password } = form;
  return signed(() => auth.api.signInEmail({ body: { email, password }, headers, returnHeaders: true }));
}

/** Opens an account and signs in. */
export async function signUp(
  app: App,
  headers: Headers,
  form: { readonly name: string; readonly email: string; readonly password: string },
): Promise<Signed | Refusal> {
  const auth = await authOf(app, headers);
  const { name, email, password } = form;
  const body = { name: plainName(name), email, password };
  if (body.name.length < 2) return refuse("form-invalid", "A name has at least two letters.", { field: "name" });
  return signed(() => auth.api.signUpEmail({ body, headers, returnHeaders: true }));
}

/** Ends the session, here and on the server. */
export async function signOut(app: App, headers: Headers): Promise<Pick<Signed, "cookies">> {
  const auth = await authOf(app, headers);
  const ended = await auth.api.signOut({ headers, returnHeaders: true });
  return { cookies: ended.headers.getSetCookie() };
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
async function enter(app: App, headers: Headers, form: Parameters<typeof signUp>[2]): Promise<Signed | Refusal> {
  for (const way of [signIn, signUp]) {
    const entered = await way(app, headers, form);
    if (!isRefused(entered)) return entered;
  }
  await restorePassword(app, headers, form);
  return signIn(app, headers, form);
}

async function restorePassword(app: App, headers: Headers, form: Parameters<typeof signUp>[2]): Promise<void> {
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
    return { id: response.user.id, cookies: headers.getSetCookie() };
  } catch (fault) {
    const refusal = refusalOf(fault);
    if (refusal === null) throw fault;
    return refusal;
  }
}

/** What the library refuses by throwing; null for a fault. */
function refusalOf(fault: unknown): Refusal | null {
  const status = typeof fault === "object" && fault !== null && "statusCode" in fault ? fault.statusCode : null;
  if (status === 401 || status === 403)
    return refuse("wrong-password", "The e-mail address and the password do not belong together.");
  if (status === 422 && codeOf(fault)?.startsWith("USER_ALREADY_EXISTS") === true)
    return refuse("email-taken", "There is an account with this e-mail address already. Sign in instead.");
  return status === 400 ? refuse("form-invalid", "The form is not right.") : null;
}

function codeOf(fault: unknown): string | undefined {
  const body = typeof fault === "object" && fault !== null && "body" in fault ? fault.body : undefined;
  const code = typeof body === "object" && body !== null && "code" in body ? body.code : undefined;
  return typeof code === "string" ? code : undefined;
}

/** A name is one line of text. */
function plainName(name: string): string {
  return name
    .toWellFormed()
    .replaceAll(/[\p{Cc}\p{Cf}]/gu, "")
    .replaceAll(/\s+/g, " ")
    .trim();
}

function authOf(app: App, headers: Headers): Promise<Auth> {
  const byOrigin = stateIn(app, auths);
  const origin = originFor(app.config, headers.get("host") ?? "localhost");
  const known = byOrigin.get(origin);
  if (known !== undefined) return known;
  const made = loadAuth(app, origin);
  byOrigin.set(origin, made);
  // What failed once is tried again by who comes next.
  made.catch(() => byOrigin.delete(origin));
  return made;
}

async function loadAuth(app: App, origin: string): Promise<Auth> {
  const { makeAuth } = await import("./auth.ts");
  return makeAuth({ db: app.storage.db, origin, secret: stateIn(app, secret) });
}

const secret = { make: (app: App) => secretIn(app.config.dataFolder) };
