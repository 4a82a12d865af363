import { isRefused, type Refusal } from "@podium/engine";
import { readJson } from "@podium/protocol";
import { z } from "zod";
import type { App } from "../app.ts";
import type { Auth } from "./auth.ts";
import { notFound } from "../http/refusal-status.ts";
import { localPath } from "./local-path.ts";
import { authOf } from "./loaded-auth.ts";
import { discover } from "./oidc-issuer.ts";
import { OIDC } from "./oidc-members.ts";
import { notLetIn, oidcRefusal } from "./oidc-refusals.ts";

/** The answer of the issuer takes two or three requests of ours; whoever waits longer is told so. */
const PATIENCE_MS = 25_000;

/** Where the browser is sent, and its cookies. */
export interface Onward {
  readonly to: string;
  readonly cookies: readonly string[];
}

/** Who came back: where they were going, and what became of it. */
export interface CameBack {
  readonly next: string;
  readonly done: Onward | Refusal;
}

/** Begins to sign in by the issuer of the settings: the browser goes there. */
export async function beginOidc(app: App, headers: Headers, next: string): Promise<Onward | Refusal> {
  if (app.config.oidc === null) return notFound("/sign-in/oidc");
  const found = await discover(app.config.oidc);
  if (isRefused(found)) return found;
  const auth = await authOf(app, headers);
  const back = `/sign-in?next=${letterByLetter(localPath(next))}`;
  const begun = await soon(
    auth.api.signInWithOAuth2({
      body: { providerId: OIDC, callbackURL: back, errorCallbackURL: back },
      headers,
      returnHeaders: true,
    }),
  );
  return begun === null
    ? notLetIn("oidc-unreachable")
    : { to: begun.response.url, cookies: begun.headers.getSetCookie() };
}

/** What became of who came back from the issuer: signed in, or why not; and where they were going, where that is known. */
export async function endOidc(app: App, request: Request): Promise<CameBack> {
  if (app.config.oidc === null) return { next: "/", done: notFound("/sign-in/oidc") };
  const auth = await authOf(app, request.headers);
  const asked = new URL(request.url).searchParams;
  // The library asks for the state only where there is a code.
  if (asked.has("error")) return { next: await nextOf(auth, asked.get("state")), done: notLetIn("oidc-refused") };
  const answer = await soon(auth.handler(request));
  if (answer === null) return { next: "/", done: notLetIn("oidc-unreachable") };
  const to = new URL(answer.headers.get("location") ?? "/", request.url);
  const next = nextIn(to);
  const error = to.searchParams.get("error");
  if (error !== null) return { next, done: oidcRefusal(error) };
  return {
    next,
    done: answer.status === 302 ? { to: next, cookies: answer.headers.getSetCookie() } : notLetIn("oidc-unreadable"),
  };
}

const begun = z.object({ callbackURL: z.string() });

/** Where somebody was going who began with this state. */
async function nextOf(auth: Auth, state: string | null): Promise<string> {
  const stored = await (await auth.$context).internalAdapter.findVerificationValue(state ?? "");
  const read = readJson(stored?.value ?? "");
  const found = begun.safeParse("json" in read ? read.json : null);
  return found.success ? nextIn(new URL(found.data.callbackURL, "http://localhost")) : "/";
}

function nextIn({ searchParams }: URL): string {
  return localPath(searchParams.get("next") ?? undefined);
}

/** Null where it takes too long, or where the library could not reach the issuer. */
async function soon<Of>(work: Promise<Of>): Promise<Of | null> {
  const { promise, resolve } = Promise.withResolvers<null>();
  const timer = setTimeout(() => resolve(null), PATIENCE_MS);
  try {
    return await Promise.race([work.catch(() => null), promise]);
  } finally {
    clearTimeout(timer);
  }
}

/** The library takes an address of few signs. */
function letterByLetter(path: string): string {
  return encodeURIComponent(path).replaceAll(
    /[!'()*~]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
