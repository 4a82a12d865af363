import { isRefused, refuse, type Refusal } from "@podium/engine";
import { passwordForm, signInForm, signUpForm, type SignInPage } from "@podium/protocol";
import { z } from "zod";
import { answer, type Answer, type RouteRequest, type Route } from "../http/route.ts";
import { openAccount } from "./accounts.ts";
import { DEMO_PEOPLE, isDemoEmail } from "./demo.ts";
import { localPath } from "./local-path.ts";
import { notLetInBy } from "./oidc-refusals.ts";
import { beginOidc, endOidc } from "./oidc-sign-in.ts";
import { admit } from "./pacing.ts";
import { accountOf, changePassword, answerPasskeys, signIn, signInAsDemo, signOut, type Signed } from "./people.ts";
import { anyone, signedIn } from "./policy.ts";
import { endSessionsOf } from "./roles.ts";

const TRIES_FROM_AN_ADDRESS = { everyMs: 2_000, burst: 30 };
const TRIES_AT_AN_ACCOUNT = { everyMs: 20_000, burst: 8 };
const NEW_ACCOUNTS_FROM_AN_ADDRESS = { everyMs: 60_000, burst: 20 };
const DEMO_VISITS = { everyMs: 500, burst: 60 };

const newcomers = anyone("who signs in or up is not known yet");
const holdersOfPasskeys = anyone("the library asks for the session or for what the passkey signs");

/** Every route of the accounts. */
export const peopleRoutes: readonly Route[] = [
  { method: "GET", path: "/sign-in", policy: newcomers, answer: async (request) => showForm(request, "sign-in") },
  { method: "GET", path: "/sign-up", policy: newcomers, answer: async (request) => showForm(request, "sign-up") },
  {
    method: "POST",
    path: "/sign-in",
    policy: newcomers,
    reads: signInForm,
    answer: (request) => pacedByNetwork(request, async () => entered(request, "sign-in", await tryToSignIn(request))),
  },
  {
    method: "POST",
    path: "/sign-up",
    policy: newcomers,
    reads: signUpForm,
    answer: (request) => pacedByNetwork(request, async () => opened(request, await tryToSignUp(request))),
  },
  {
    method: "GET",
    path: "/sign-in/oidc",
    policy: newcomers,
    findsViewer: true,
    answer: (request) => pacedByNetwork(request, () => goToIssuer(request)),
  },
  {
    method: "GET",
    path: "/api/auth/oauth2/callback/oidc",
    policy: newcomers,
    findsViewer: true,
    answer: (request) => pacedByNetwork(request, () => comeFromIssuer(request)),
  },
  { method: "POST", path: "/sign-out", policy: anyone("who is not signed in stays so"), answer: leave },
  { method: "POST", path: "/demo/sign-in/:key", policy: anyone("it exists in demo mode only"), answer: enterAsDemo },
  { method: "GET", path: "/account", policy: signedIn, answer: (request) => showAccount(request, null) },
  { method: "POST", path: "/account/password", policy: signedIn, reads: passwordForm, answer: takePassword },
  { method: "POST", path: "/account/sessions/end", policy: signedIn, answer: leaveEverywhere },
  ...(["generate-register-options", "generate-authenticate-options"] as const).map((step) => passkeyRoute("GET", step)),
  ...(["verify-registration", "verify-authentication", "delete-passkey"] as const).map((step) =>
    passkeyRoute("POST", step),
  ),
];

/** How often one network tries is limited before anything that was typed is read. */
async function pacedByNetwork(request: RouteRequest, work: () => Promise<Answer>): Promise<Answer> {
  const calm = await admit(request.app, TRIES_FROM_AN_ADDRESS, [`sign-in from ${request.client}`]);
  return isRefused(calm) ? answer.refusal(calm) : work();
}

async function tryToSignIn(request: RouteRequest): Promise<Signed | Refusal> {
  const form = await request.read(signInForm);
  if (isRefused(form)) return form;
  // By account and network: somebody who guesses does not lock its owner out.
  const tries = [`sign-in at ${form.email.toLowerCase()} from ${request.client}`];
  const calm = await admit(request.app, TRIES_AT_AN_ACCOUNT, tries);
  return isRefused(calm) ? calm : signIn(request.app, request.headers, form);
}

async function tryToSignUp(request: RouteRequest): Promise<undefined | Refusal> {
  const form = await request.read(signUpForm);
  if (isRefused(form)) return form;
  if (isDemoEmail(form.email)) return refuse("demo-address", "This address belongs to the demo. Use one of your own.");
  const calm = await admit(request.app, NEW_ACCOUNTS_FROM_AN_ADDRESS, [`sign-up from ${request.client}`]);
  return isRefused(calm) ? calm : openAccount(request.app, request.headers, { ...form, language: request.language });
}

/** A link and no form: where a form leads to is held by our own pages to this origin, wherever its answer sends on. */
async function goToIssuer(request: RouteRequest): Promise<Answer> {
  const next = localPath(request.query["next"]);
  const begun = await beginOidc(request.app, request.headers, next);
  return isRefused(begun) ? turnedBack(request, next, begun) : { kind: "see-other", ...begun };
}

async function comeFromIssuer(request: RouteRequest): Promise<Answer> {
  const url = new URL(request.path, `http://${request.headers.get("host") ?? "localhost"}`);
  const { next, done } = await endOidc(request.app, new Request(url, { headers: request.headers }));
  return isRefused(done) ? turnedBack(request, next, done) : { kind: "see-other", ...done };
}

/** On to the sign-in page, away from an address that holds a code and counts once. */
function turnedBack(request: RouteRequest, next: string, refusal: Refusal): Answer {
  if (request.wantsJson || refusal.code === "not-found") return answer.refusal(refusal);
  return answer.seeOther(`/sign-in?${new URLSearchParams({ next, refused: refusal.code })}`);
}

/** On to the sign-in page, in the same words whether the address had an account before. */
async function opened(request: RouteRequest, refusal: undefined | Refusal): Promise<Answer> {
  const fields = await request.fields();
  if (refusal === undefined) {
    const next = encodeURIComponent(localPath(fields["next"]));
    return answer.seeOther(`/sign-in?next=${next}&notice=account-opened`);
  }
  return request.wantsJson ? answer.refusal(refusal) : signInPage(request, { mode: "sign-up", fields, refusal });
}

/** On to where the person came from; or the form once more, with what was typed but the password. */
async function entered(request: RouteRequest, mode: SignInPage["mode"], signed: Signed | Refusal): Promise<Answer> {
  const fields = await request.fields();
  if (!isRefused(signed)) return { kind: "see-other", to: localPath(fields["next"]), cookies: signed.cookies };
  return request.wantsJson ? answer.refusal(signed) : signInPage(request, { mode, fields, refusal: signed });
}

function showForm(request: RouteRequest, mode: SignInPage["mode"]): Answer {
  const next = localPath(request.query["next"]);
  return request.viewer === null
    ? signInPage(request, { mode, fields: { next }, refusal: notLetInBy(request.query["refused"] ?? "") })
    : answer.seeOther(next);
}

interface ShownForm {
  readonly mode: SignInPage["mode"];
  readonly fields: Readonly<Record<string, string>>;
  readonly refusal: Refusal | null;
}

function signInPage(request: RouteRequest, { mode, fields, refusal }: ShownForm): Answer {
  const data: SignInPage = {
    mode,
    next: localPath(fields["next"]),
    refusal: refusal === null ? null : { code: refusal.code, message: refusal.message },
    email: (fields["email"] ?? "").slice(0, 200),
    name: (fields["name"] ?? "").slice(0, 60),
    demo: request.app.config.demo ? DEMO_PEOPLE : [],
    issuer: request.app.config.oidc?.name ?? null,
  };
  return answer.form({ page: "sign-in", data }, refusal);
}

async function leave(request: RouteRequest): Promise<Answer> {
  const { cookies } = await signOut(request.app, request.headers);
  return { kind: "see-other", to: "/?notice=signed-out", cookies };
}

async function enterAsDemo(request: RouteRequest): Promise<Answer> {
  const form = await request.read(z.object({ next: z.string().max(300).optional() }));
  if (isRefused(form)) return answer.refusal(form);
  const calm = await admit(request.app, DEMO_VISITS, ["demo sign-ins"]);
  const signed = isRefused(calm) ? calm : await signInAsDemo(request.app, request.headers, request.params["key"] ?? "");
  if (isRefused(signed)) return answer.refusal(signed);
  return { kind: "see-other", to: localPath(form.next), cookies: signed.cookies };
}

async function showAccount(request: RouteRequest, refusal: Refusal | null): Promise<Answer> {
  if (request.viewer === null) return answer.seeOther("/sign-in?next=/account");
  const account = await accountOf(request.app, request.headers, request.viewer);
  const data = { ...account, refusal: refusal === null ? null : { code: refusal.code, message: refusal.message } };
  return answer.form({ page: "account", data }, refusal);
}

async function takePassword(request: RouteRequest): Promise<Answer> {
  const { app, viewer, headers } = request;
  if (viewer === null) return answer.seeOther("/sign-in?next=/account");
  const calm = await admit(app, TRIES_AT_AN_ACCOUNT, [`password of ${viewer.id}`]);
  if (isRefused(calm)) return answer.refusal(calm);
  const form = await request.read(passwordForm);
  const changed = isRefused(form) ? form : await changePassword(app, headers, { ...form, viewer });
  if (!isRefused(changed))
    return { kind: "see-other", to: "/account?notice=password-changed", cookies: changed.cookies };
  return request.wantsJson ? answer.refusal(changed) : showAccount(request, changed);
}

/** Ends all sessions, this one too. */
async function leaveEverywhere(request: RouteRequest): Promise<Answer> {
  if (request.viewer === null) return answer.seeOther("/sign-in?next=/account");
  await endSessionsOf(request.app, request.viewer.id);
  return leave(request);
}

/** The steps of the library that the account script needs, and no other of its addresses. */
function passkeyRoute(method: Route["method"], step: string): Route {
  const path = `/api/auth/passkey/${step}`;
  return { method, path, policy: holdersOfPasskeys, answer: (request) => passPasskey(request, method) };
}

async function passPasskey(request: RouteRequest, method: Route["method"]): Promise<Answer> {
  const calm = await admit(request.app, TRIES_FROM_AN_ADDRESS, [`passkey from ${request.client}`]);
  if (isRefused(calm)) return answer.refusal(calm);
  const body = method === "POST" ? await request.read(z.unknown()) : undefined;
  if (isRefused(body)) return answer.refusal(body);
  const headers = new Headers(request.headers);
  headers.delete("content-length");
  const url = new URL(request.path, `http://${request.headers.get("host") ?? "localhost"}`);
  const forwarded = new Request(url, {
    method,
    headers,
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const response = await answerPasskeys(request.app, forwarded);
  response.headers.set("cache-control", "no-store");
  return { kind: "response", response };
}
