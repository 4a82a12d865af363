import { isRefused, refuse, type Refusal } from "@podium/engine";
import { signInForm, signUpForm, type SignInPage } from "@podium/protocol";
import { z } from "zod";
import { statusOf } from "../http/refusal-status.ts";
import { answer, type Answer, type Ask, type Route } from "../http/route.ts";
import { DEMO_PEOPLE, isDemoEmail } from "./demo.ts";
import { localPath } from "./local-path.ts";
import { admit } from "./pacing.ts";
import { accountOf, answerPasskeys, signIn, signInAsDemo, signOut, signUp, type Signed } from "./people.ts";
import { anyone, signedIn } from "./policy.ts";

const TRIES_FROM_AN_ADDRESS = { everyMs: 2_000, burst: 30 };
const TRIES_AT_AN_ACCOUNT = { everyMs: 20_000, burst: 8 };
const NEW_ACCOUNTS_FROM_AN_ADDRESS = { everyMs: 60_000, burst: 20 };
const DEMO_VISITS = { everyMs: 500, burst: 60 };

/** Every door of the accounts. */
export const peopleRoutes: readonly Route[] = [
  { method: "GET", path: "/sign-in", may: anyone, answer: async (ask) => showForm(ask, "sign-in") },
  { method: "GET", path: "/sign-up", may: anyone, answer: async (ask) => showForm(ask, "sign-up") },
  {
    method: "POST",
    path: "/sign-in",
    may: anyone,
    reads: signInForm,
    answer: async (ask) => entered(ask, "sign-in", await tryToSignIn(ask)),
  },
  {
    method: "POST",
    path: "/sign-up",
    may: anyone,
    reads: signUpForm,
    answer: async (ask) => entered(ask, "sign-up", await tryToSignUp(ask)),
  },
  { method: "POST", path: "/sign-out", may: anyone, answer: leave },
  { method: "POST", path: "/demo/sign-in/:key", may: anyone, answer: enterAsDemo },
  { method: "GET", path: "/account", may: signedIn, answer: showAccount },
  ...(["generate-register-options", "generate-authenticate-options"] as const).map((step) => passkeyDoor("GET", step)),
  ...(["verify-registration", "verify-authentication", "delete-passkey"] as const).map((step) =>
    passkeyDoor("POST", step),
  ),
];

async function tryToSignIn(ask: Ask): Promise<Signed | Refusal> {
  const form = await ask.read(signInForm);
  if (isRefused(form)) return form;
  const calm = firstRefusal(
    admit(ask.world, TRIES_FROM_AN_ADDRESS, [`sign-in from ${ask.client}`]),
    admit(ask.world, TRIES_AT_AN_ACCOUNT, [`sign-in at ${form.email.toLowerCase()}`]),
  );
  return calm ?? signIn(ask.world, ask.headers, form);
}

async function tryToSignUp(ask: Ask): Promise<Signed | Refusal> {
  const form = await ask.read(signUpForm);
  if (isRefused(form)) return form;
  if (isDemoEmail(form.email)) return refuse("demo-address", "This address belongs to the demo. Use one of your own.");
  const calm = firstRefusal(admit(ask.world, NEW_ACCOUNTS_FROM_AN_ADDRESS, [`sign-up from ${ask.client}`]));
  return calm ?? signUp(ask.world, ask.headers, form);
}

function firstRefusal(...answers: readonly (true | Refusal)[]): Refusal | null {
  return answers.find(isRefused) ?? null;
}

/** On to where the person came from; or the form once more, with what was typed but the password. */
async function entered(ask: Ask, mode: SignInPage["mode"], signed: Signed | Refusal): Promise<Answer> {
  const fields = await ask.fields();
  if (!isRefused(signed)) return { kind: "see-other", to: localPath(fields["next"]), cookies: signed.cookies };
  return ask.wantsJson ? answer.refusal(signed) : signInPage(ask, { mode, fields, refusal: signed });
}

function showForm(ask: Ask, mode: SignInPage["mode"]): Answer {
  const next = localPath(ask.query["next"]);
  return ask.viewer === null ? signInPage(ask, { mode, fields: { next }, refusal: null }) : answer.seeOther(next);
}

interface Shown {
  readonly mode: SignInPage["mode"];
  readonly fields: Readonly<Record<string, string>>;
  readonly refusal: Refusal | null;
}

function signInPage(ask: Ask, { mode, fields, refusal }: Shown): Answer {
  const data: SignInPage = {
    mode,
    next: localPath(fields["next"]),
    refusal: refusal === null ? null : { code: refusal.code, message: refusal.message },
    email: (fields["email"] ?? "").slice(0, 200),
    name: (fields["name"] ?? "").slice(0, 60),
    demo: ask.world.config.demo ? DEMO_PEOPLE : [],
  };
  return { kind: "page", page: { page: "sign-in", data }, status: refusal === null ? 200 : statusOf(refusal) };
}

async function leave(ask: Ask): Promise<Answer> {
  const { cookies } = await signOut(ask.world, ask.headers);
  return { kind: "see-other", to: "/?said=signed-out", cookies };
}

async function enterAsDemo(ask: Ask): Promise<Answer> {
  const form = await ask.read(z.object({ next: z.string().max(300).optional() }));
  if (isRefused(form)) return answer.refusal(form);
  const calm = admit(ask.world, DEMO_VISITS, ["demo sign-ins"]);
  const signed = isRefused(calm) ? calm : await signInAsDemo(ask.world, ask.headers, ask.params["key"] ?? "");
  if (isRefused(signed)) return answer.refusal(signed);
  return { kind: "see-other", to: localPath(form.next), cookies: signed.cookies };
}

async function showAccount(ask: Ask): Promise<Answer> {
  if (ask.viewer === null) return answer.seeOther("/sign-in?next=/account");
  return answer.page({ page: "account", data: await accountOf(ask.world, ask.headers, ask.viewer) });
}

/** The steps of the library that the account script needs, and no other of its addresses. */
function passkeyDoor(method: Route["method"], step: string): Route {
  const path = `/api/auth/passkey/${step}`;
  return { method, path, may: anyone, answer: (ask) => passPasskey(ask, method) };
}

async function passPasskey(ask: Ask, method: Route["method"]): Promise<Answer> {
  const calm = admit(ask.world, TRIES_FROM_AN_ADDRESS, [`passkey from ${ask.client}`]);
  if (isRefused(calm)) return answer.refusal(calm);
  const body = method === "POST" ? await ask.read(z.unknown()) : undefined;
  if (isRefused(body)) return answer.refusal(body);
  const headers = new Headers(ask.headers);
  headers.delete("content-length");
  const url = new URL(ask.path, `http://${ask.headers.get("host") ?? "localhost"}`);
  const request = new Request(url, { method, headers, ...(body === undefined ? {} : { body: JSON.stringify(body) }) });
  const response = await answerPasskeys(ask.world, request);
  response.headers.set("cache-control", "no-store");
  return { kind: "response", response };
}
