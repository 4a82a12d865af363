import { passkey } from "@better-auth/passkey";
import { isRefused, type Refusal } from "@podium/engine";
import { betterAuth } from "better-auth";
import { APIError, getOAuthState } from "better-auth/api";
import { genericOAuth } from "better-auth/plugins/generic-oauth";
import { discoveryAddress, type OidcTokens } from "./oidc-issuer.ts";
import type { OidcEntrance } from "./oidc-entrance.ts";
import { OIDC } from "./oidc-members.ts";
import { PASSWORD_MIN } from "./passwords.ts";
import type { Storage } from "../storage/storage.ts";

const DAY_SECONDS = 24 * 60 * 60;

/** The first part of the session cookie's name. */
export const COOKIE_PREFIX = "podium";

export interface AuthSettings {
  readonly db: Storage["db"];
  /** Where people reach this installation: it decides whether cookies need https and what a passkey is bound to. */
  readonly origin: string;
  readonly secret: string;
  /** Who vouches for people beside Podium, and who is then let in. */
  readonly oidc?: OidcEntrance | null;
}

/**
 * Accounts by better-auth. Only this file knows it, and people.ts loads this file when somebody first needs an account:
 * a page for a reader who is not signed in never pays for it.
 */
export function makeAuth({ db, origin, secret, oidc = null }: AuthSettings) {
  return betterAuth({
    appName: "Podium",
    baseURL: origin,
    secret,
    database: { db, type: "sqlite" },
    user: { modelName: "persons" },
    session: { modelName: "sessions", expiresIn: 60 * DAY_SECONDS, disableSessionRefresh: true },
    account: {
      modelName: "credentials",
      accountLinking: { enabled: false, disableImplicitLinking: true },
      // The tokens of an issuer are used once and not kept.
      updateAccountOnSignIn: false,
    },
    verification: { modelName: "verifications" },
    emailAndPassword: { enabled: true, minPasswordLength: PASSWORD_MIN, maxPasswordLength: 200 },
    plugins: [
      passkey({ rpName: "Podium", schema: { passkey: { modelName: "passkeys" } } }),
      genericOAuth({ config: oidc === null ? [] : [issuerOf(oidc)] }),
    ],
    advanced: { cookiePrefix: COOKIE_PREFIX },
    // How often something may be tried is limited in our own routes, by person and by address.
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    // Faults only: the other levels write e-mail addresses into the log.
    logger: { level: "error" },
  });
}

/** The library does the protocol: state, PKCE, code and tokens. Who somebody is here is decided by our own rules. */
function issuerOf({ settings, memberOf }: OidcEntrance) {
  return {
    providerId: OIDC,
    discoveryUrl: discoveryAddress(settings),
    clientId: settings.client,
    clientSecret: settings.secret,
    scopes: ["openid", "profile", "email"],
    pkce: true,
    disableSignUp: true,
    getUserInfo: async (tokens: OidcTokens) => {
      const member = await memberOf(tokens);
      if (isRefused(member)) throw await turnedBack(member);
      return { ...member, emailVerified: true };
    },
  };
}

/** Where the library leads back to after errors of its own, with the code of ours. */
async function turnedBack({ code }: Refusal): Promise<APIError> {
  const back = (await getOAuthState())?.errorURL ?? "/sign-in";
  return new APIError("FOUND", undefined, { location: `${back}&${new URLSearchParams({ error: code })}` });
}

export type Auth = ReturnType<typeof makeAuth>;
