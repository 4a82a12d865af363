import type { PersonId } from "@podium/engine";
import { LANGUAGES, type MailLetter, type LetterKind, type RenderLetter } from "@podium/protocol";
import type { z } from "zod";
import type { App } from "../app.ts";
import type { JobKind } from "../jobs/queue.ts";
import { letters, mailSettingsOf } from "../people/letter-plan.ts";
import { sendMail } from "../people/mailer.ts";
import { mailToken } from "../people/mail-tokens.ts";
import { personId } from "../storage/codes.ts";
import { addressOfTold, notificationsOf, tableOfTold } from "./notification-views.ts";

/** Sends letters to members. What is no longer there to be told when it is sent is not told. */
export function sendLettersOf(app: App, render: RenderLetter): JobKind<z.infer<typeof letters.data>> {
  return {
    ...letters,
    run: async ({ person: id, kind }) => {
      const person = personId(id);
      const member = await memberOf(app, person);
      const letter = member === undefined ? null : await letterTo(app, { person, kind, name: member.name });
      if (member === undefined || letter === null) return;
      const told = await tellsAnew(app, person, kind);
      if (kind === "told" && told.length === 0) return;
      const words = render({ ...letter, told });
      const number = kind === "told" ? (told.at(0)?.id ?? "") : String(app.clock());
      await sendMail(app, { ...words, to: member.email, id: `${kind}.${number}`, headers: headersOf(letter) });
      await markMailed(
        app,
        person,
        told.map((each) => each.id),
      );
    },
  };
}

function memberOf({ storage: { db } }: App, person: PersonId) {
  return db
    .selectFrom("persons")
    .select(["name", "email"])
    .where("id", "=", person)
    .where("email", "not like", "%.invalid")
    .executeTakeFirst();
}

async function letterTo(
  app: App,
  { person, kind, name }: { readonly person: PersonId; readonly kind: LetterKind; readonly name: string },
): Promise<Omit<MailLetter, "told"> | null> {
  const { origin } = app.config;
  const { language: tag, rhythm } = await mailSettingsOf(app.storage.db, person);
  if (origin === null || (kind === "told" && rhythm === "never")) return null;
  const language = LANGUAGES.find((each) => each === tag) ?? "en";
  const at = async (path: string, purpose: "confirm" | "reset" | "unsubscribe") =>
    `${origin}${path}?${new URLSearchParams({ token: await mailToken(app, purpose, person) })}`;
  const unsubscribe = kind === "told" ? await at("/mail/unsubscribe", "unsubscribe") : null;
  if (kind === "confirm") return { kind, language, name, link: await at("/mail/confirmation", "confirm"), unsubscribe };
  if (kind === "told") return { kind, language, name, link: `${origin}/notifications`, unsubscribe };
  return { kind, language, name, link: await at("/password/new", "reset"), unsubscribe };
}

/** RFC 8058: one press in a mail program, without signing in, ends letters of this kind. */
function headersOf({ unsubscribe }: Omit<MailLetter, "told">): Readonly<Record<string, string>> {
  return unsubscribe === null
    ? {}
    : { "List-Unsubscribe": `<${unsubscribe}>`, "List-Unsubscribe-Post": "List-Unsubscribe=One-Click" };
}

async function tellsAnew(app: App, person: PersonId, kind: LetterKind) {
  if (kind !== "told") return [];
  const { db } = app.storage;
  const waiting = await db
    .selectFrom("notifications")
    .select("id")
    .where("person_id", "=", person)
    .where("mailed", "=", 0)
    .execute();
  const ids = new Set(waiting.map(({ id }) => id));
  return (await notificationsOf(db, person))
    .filter(({ id, isNew }) => isNew && ids.has(id))
    .map((each) => ({
      id: each.id,
      kind: each.kind,
      by: each.by,
      table: tableOfTold(each),
      words: each.words,
      count: Number(each.data["count"] ?? 1),
      href: `${app.config.origin}${addressOfTold(each)}`,
    }));
}

async function markMailed({ storage: { db } }: App, person: PersonId, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await db
    .updateTable("notifications")
    .set({ mailed: 1 })
    .where("person_id", "=", person)
    .where("id", "in", ids)
    .execute();
}
