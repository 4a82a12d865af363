import { createHmac, timingSafeEqual } from "node:crypto";
import type { PersonId } from "@podium/engine";
import { stateIn, type App } from "../app.ts";
import { personId } from "../storage/codes.ts";
import type { Db } from "../storage/storage.ts";
import { installationSecret } from "./loaded-auth.ts";

type MailPurpose = "confirm" | "reset" | "unsubscribe";

const HOUR_MS = 60 * 60_000;
const LASTS_MS: Readonly<Record<MailPurpose, number>> = {
  confirm: 7 * 24 * HOUR_MS,
  reset: 2 * HOUR_MS,
  unsubscribe: 10 * 365 * 24 * HOUR_MS,
};

/** A token for a link in a letter to a member: nothing is stored for it, and it holds for one purpose and a time. */
export async function mailToken(app: App, purpose: MailPurpose, person: PersonId): Promise<string> {
  const until = app.clock() + LASTS_MS[purpose];
  const bound = (await boundTo(app.storage.db, purpose, person)) ?? "";
  return `${person}.${until}.${signatureOf(app, [purpose, person, String(until), bound])}`;
}

/** Whose token it is; null where it does not hold, or no longer. */
export async function memberByToken(app: App, purpose: MailPurpose, token: string): Promise<PersonId | null> {
  const [id = "", until = "", signature = ""] = token.split(".");
  const person = personId(id);
  const bound = await boundTo(app.storage.db, purpose, person);
  if (bound === null || !(Number(until) > app.clock())) return null;
  const right = Buffer.from(signatureOf(app, [purpose, id, until, bound]));
  const told = Buffer.from(signature);
  return right.length === told.length && timingSafeEqual(right, told) ? person : null;
}

/** What a token is spent by: the address that it confirms, the password that it replaces. */
async function boundTo(db: Db, purpose: MailPurpose, person: PersonId): Promise<string | null> {
  const row = await db.selectFrom("persons").select("email").where("id", "=", person).executeTakeFirst();
  if (row === undefined) return null;
  if (purpose !== "reset") return purpose === "confirm" ? row.email : "";
  const credential = await db
    .selectFrom("credentials")
    .select("password")
    .where("userId", "=", person)
    .where("providerId", "=", "credential")
    .executeTakeFirst();
  return `${row.email} ${credential?.password ?? ""}`;
}

function signatureOf(app: App, parts: readonly string[]): string {
  return createHmac("sha256", stateIn(app, installationSecret))
    .update(JSON.stringify(["mail", ...parts]))
    .digest("base64url");
}
