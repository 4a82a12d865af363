import { passkey } from "@better-auth/passkey";
import { betterAuth } from "better-auth";
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
}

/**
 * Accounts by better-auth. Only this file knows it, and people.ts loads this file when somebody first needs an account:
 * a page for a reader who is not signed in never pays for it.
 */
export function makeAuth({ db, origin, secret }: AuthSettings) {
  return betterAuth({
    appName: "Podium",
    baseURL: origin,
    secret,
    database: { db, type: "sqlite" },
    user: { modelName: "persons" },
    session: { modelName: "sessions", expiresIn: 60 * DAY_SECONDS, disableSessionRefresh: true },
    account: { modelName: "credentials", accountLinking: { enabled: false, disableImplicitLinking: true } },
    verification: { modelName: "verifications" },
    emailAndPassword: { enabled: true, minPasswordLength: PASSWORD_MIN, maxPasswordLength: 200 },
    plugins: [passkey({ rpName: "Podium", schema: { passkey: { modelName: "passkeys" } } })],
    advanced: { cookiePrefix: COOKIE_PREFIX },
    // How often something may be tried is limited in our own routes, by person and by address.
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    // Faults only: the other levels write e-mail addresses into the log.
    logger: { level: "error" },
  });
}

export type Auth = ReturnType<typeof makeAuth>;
