import type { PersonId } from "@podium/engine";
import { MAIL_RHYTHMS, type MailRhythm } from "@podium/protocol";
import { z } from "zod";
import type { UnitOfWork } from "../app.ts";
import type { Db } from "../storage/storage.ts";

/** The job that sends a letter. It knows to whom and why alone: what it says is read when it is sent. */
export const letters = {
  name: "send-letter",
  data: z.strictObject({ person: z.string(), kind: z.enum(["confirm", "known", "reset", "told"]) }),
};

const DAY_MS = 24 * 60 * 60_000;
/** What comes within this time is told in one letter. */
const AFTER_MS: Readonly<Record<Exclude<MailRhythm, "never">, number>> = {
  each: 60_000,
  daily: DAY_MS,
  weekly: 7 * DAY_MS,
};

/** How often a member is written to, in which language, and whether they follow where they write. */
export async function mailSettingsOf(
  db: Db,
  person: PersonId,
): Promise<{ readonly language: string; readonly rhythm: MailRhythm; readonly followsOwn: boolean }> {
  const row = await db.selectFrom("mail_settings").selectAll().where("person_id", "=", person).executeTakeFirst();
  const rhythm = MAIL_RHYTHMS.find((each) => each === row?.rhythm) ?? "each";
  return { language: row?.language ?? "en", rhythm, followsOwn: row?.follows_own === 1 };
}

/** Sets how often, or in which language; what is left out stays. */
export async function setMail(
  { db }: UnitOfWork,
  person: PersonId,
  change: { readonly language?: string; readonly rhythm?: MailRhythm; readonly followsOwn?: boolean },
): Promise<void> {
  const { language, rhythm, followsOwn } = { ...(await mailSettingsOf(db, person)), ...change };
  const now = { language, rhythm, follows_own: followsOwn ? 1 : 0 };
  await db
    .insertInto("mail_settings")
    .values({ person_id: person, ...now })
    .onConflict((clash) => clash.column("person_id").doUpdateSet(now))
    .execute();
}

/** After a call of a match: a letter at once to who is written to at once. Whether there is one: later it would be none any more. */
export async function planCallLetter(unit: UnitOfWork, person: PersonId): Promise<boolean> {
  const rhythm = await rhythmOfTold(unit, person);
  if (rhythm !== "each") return false;
  await unit.enqueue(letters, { data: { person, kind: "told" } });
  return true;
}

/** After a member was told something: a letter to who confirmed their address, in their rhythm; never before the commit. */
export async function planToldLetter(unit: UnitOfWork, person: PersonId): Promise<void> {
  const rhythm = await rhythmOfTold(unit, person);
  if (rhythm === "never") return;
  await unit.enqueue(letters, { data: { person, kind: "told" }, afterMs: AFTER_MS[rhythm], isOnce: true });
}

/** Never to an address that is not confirmed. */
async function rhythmOfTold({ db }: UnitOfWork, person: PersonId): Promise<MailRhythm> {
  const row = await db.selectFrom("persons").select("emailVerified").where("id", "=", person).executeTakeFirst();
  return Number(row?.emailVerified) === 1 ? (await mailSettingsOf(db, person)).rhythm : "never";
}
