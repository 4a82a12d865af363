import { isRefused, refuse, type Refusal } from "@podium/engine";
import type { AccountPage, Viewer } from "@podium/protocol";
import { change, type World } from "../world.ts";
import type { Auth } from "./auth.ts";
import { DEMO_PEOPLE, demoEmail, demoWord } from "./demo.ts";
import { DEMO, giveRole, isDemoPerson, rolesOf } from "./roles.ts";
import { secretIn } from "./secret.ts";
import { mayHaveSession } from "./session-cookie.ts";

const ORIGINS_KEPT_MAX = 8;

const auths = new WeakMap<World, Map<string, Promise<Auth>>>();

/** Who is asking, by the session cookie; null for everybody else. Without a cookie nothing is loaded and nothing is read. */
export async function viewerOf(world: World, headers: Headers): Promise<Viewer | null> {
  if (!mayHaveSession(headers.get("cookie"))) return null;
  const found = await (await authOf(world, headers)).api.getSession({ headers });
  if (found === null) return null;
  const { id, name } = found.user;
  if (!world.config.demo && (await isDemoPerson(world.storage.db, id))) return null;
  return { id, name, roles: await rolesOf(world.storage.db, id) };
}

/** Who has signed in, and the cookies for the browser. */
export interface Signed {
  readonly id: string;
  readonly cookies: readonly string[];
}

/** Signs in. A wrong address and a wrong password get the same answer. */
export async function signIn(
  world: World,
  headers: Headers,
  form: { readonly email: string; readonly password: string },
): Promise<Signed | Refusal> {
  const auth = await authOf(world, headers);
  const { email, password } = form;
  return signed(() => auth.api.signInEmail({ body: { email, password }, headers, returnHeaders: true }));
}

/** Opens an account and signs in. */
export async function signUp(
  world: World,
  headers: Headers,
  form: { readonly name: string; readonly email: string; readonly password: string },
): Promise<Signed | Refusal> {
  const auth = await authOf(world, headers);
  const { name, email, password } = form;
  const body = { name: plainName(name), email, password };
  if (body.name.length < 2) return refuse("form-invalid", "A name has at least two letters.", { field: "name" });
  return signed(() => auth.api.signUpEmail({ body, headers, returnHeaders: true }));
}

/** Ends the session, here and on the server. */
export async function signOut(world: World, headers: Headers): Promise<Pick<Signed, "cookies">> {
  const auth = await authOf(world, headers);
  const ended = await auth.api.signOut({ headers, returnHeaders: true });
  return { cookies: ended.headers.getSetCookie() };
}

/** Signs in as one of the invented people of the demo, who comes into being on first use. */
export async function signInAsDemo(world: World, headers: Headers, key: string): Promise<Signed | Refusal> {
  const person = DEMO_PEOPLE.find((each) => each.key === key);
  if (person === undefined || !world.config.demo) return refuse("not-found", "There is nothing under this address.");
  const form = { name: person.name, email: demoEmail(person), password: demoWord(person) };
  const entered = await enter(world, headers, form);
  if (isRefused(entered)) return entered;
  await change(world, null, (act) => giveRole(act, entered.id, { competition: "*", role: person.role, by: DEMO }));
  return entered;
}

/** Signs in, with a new account when there is none; of two clicks at once, one makes it and both are in. */
async function enter(world: World, headers: Headers, form: Parameters<typeof signUp>[2]): Promise<Signed | Refusal> {
  for (const way of [signIn, signUp]) {
    const entered = await way(world, headers, form);
    if (!isRefused(entered)) return entered;
  }
  return signIn(world, headers, form);
}

/** What a person's account page shows. */
export async function accountOf(world: World, headers: Headers, viewer: Viewer): Promise<AccountPage> {
  const auth = await authOf(world, headers);
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
export async function answerPasskeys(world: World, request: Request): Promise<Response> {
  return (await authOf(world, request.headers)).handler(request);
}

interface Entrance {
  readonly headers: Headers;
  readonly response: { readonly user: { readonly id: string } };
}

async function signed(act: () => Promise<Entrance>): Promise<Signed | Refusal> {
  try {
    const { headers, response } = await act();
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
  if (status === 422)
    return refuse("email-taken", "There is an account with this e-mail address already. Sign in instead.");
  return status === 400 ? refuse("form-invalid", "The form is not right.") : null;
}

/** A name is one line of text. */
function plainName(name: string): string {
  return name
    .toWellFormed()
    .replaceAll(/[\p{Cc}\p{Cf}]/gu, "")
    .replaceAll(/\s+/g, " ")
    .trim();
}

function authOf(world: World, headers: Headers): Promise<Auth> {
  const kept = auths.get(world) ?? new Map<string, Promise<Auth>>();
  auths.set(world, kept);
  const origin = world.config.origin ?? `http://${headers.get("host") ?? "localhost"}`;
  const known = kept.get(origin);
  if (known !== undefined) return known;
  if (kept.size >= ORIGINS_KEPT_MAX) kept.clear();
  const made = loadAuth(world, origin);
  kept.set(origin, made);
  return made;
}

async function loadAuth(world: World, origin: string): Promise<Auth> {
  const { makeAuth } = await import("./auth.ts");
  return makeAuth({ db: world.storage.db, origin, secret: secretOf(world) });
}

const secrets = new WeakMap<World, string>();

function secretOf(world: World): string {
  const secret = secrets.get(world) ?? secretIn(world.config.dataFolder);
  secrets.set(world, secret);
  return secret;
}
