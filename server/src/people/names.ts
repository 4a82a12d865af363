import { lookOfName, looksLikeOffice, type PersonId, type Refusal, refuse } from "@podium/engine";
import type { Db } from "../storage/storage.ts";

/** A name as it is kept: one line of text, without what cannot be seen. */
export function plainName(name: string): string {
  return name
    .toWellFormed()
    .replaceAll(/[\p{Cc}\p{Cf}]/gu, "")
    .replaceAll(/\s+/g, " ")
    .trim();
}

/** Why a name cannot be taken: it is none, speaks for the installation, or is somebody else's by its look; null when it can. */
export async function whyNotNamed(db: Db, name: string): Promise<Refusal | null> {
  if ([...name].length < 2) return refuse("form-invalid", "A name has at least two letters.", { field: "name" });
  if (looksLikeOffice(name))
    return refuse(
      "name-of-office",
      "This name looks as if its owner spoke for the organisers or for Podium. Take another.",
    );
  const look = lookOfName(name);
  const owner = await db.selectFrom("name_looks").select("person_id").where("look", "=", look).executeTakeFirst();
  return owner === undefined
    ? null
    : refuse("name-taken", "Somebody here has this name, or one that looks like it. Add what tells you apart.");
}

/** Keeps the look of a name for its owner. */
export async function keepLook(db: Db, person: PersonId, name: string): Promise<void> {
  await db
    .insertInto("name_looks")
    .values({ look: lookOfName(name), person_id: person })
    .onConflict((clash) => clash.doNothing())
    .execute();
}

/** Under this name stand the words of who left without a name. */
export const NAMELESS = "Former member";

/** Of an author who is no member and stands under no name of their own: pages have a word for them in every language. */
export function leftOf(author: { readonly name: string | null; readonly person_id: PersonId | null }): {
  readonly left?: true;
} {
  return author.person_id === null && author.name === NAMELESS ? { left: true } : {};
}
