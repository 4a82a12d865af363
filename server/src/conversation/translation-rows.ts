import type { CommentId, PersonId } from "@podium/engine";
import type { UnitOfWork } from "../app.ts";
import type { Db } from "../storage/storage.ts";

/** A translation with the member who wrote it. */
export interface TranslationRow {
  readonly id: string;
  readonly comment_id: CommentId;
  readonly revision: number;
  readonly language: string;
  readonly author_id: string | null;
  readonly service: string | null;
  readonly at_ms: number;
  readonly body: string;
  readonly html: string | null;
  readonly held_at_ms: number | null;
  readonly removed_at_ms: number | null;
  readonly removed_by: string | null;
  readonly removal_reason: string | null;
  readonly person_id: PersonId | null;
  readonly name: string | null;
}

/** Translations with their authors: the start of every question about them. */
export function translationRows(db: Db) {
  return db
    .selectFrom("translations")
    .leftJoin("authors", "authors.id", "translations.author_id")
    .select(["translations.id", "comment_id", "revision", "language", "author_id", "service", "at_ms", "body", "html"])
    .select(["held_at_ms", "removed_at_ms", "removed_by", "removal_reason", "person_id", "name"]);
}

export async function findTranslation(db: Db, id: string): Promise<TranslationRow | undefined> {
  return translationRows(db).where("translations.id", "=", id).executeTakeFirst();
}

/** Which words of a comment stand now: 1, and one more after each edit. */
export async function revisionOf(db: Db, comment: CommentId): Promise<number> {
  const last = await db
    .selectFrom("revisions")
    .select((eb) => eb.fn.max("number").as("number"))
    .where("comment_id", "=", comment)
    .executeTakeFirst();
  return (last?.number ?? 0) + 1;
}

/** Every translation of a comment, the newest first. */
export async function translationsOf(db: Db, comment: CommentId): Promise<TranslationRow[]> {
  return translationRows(db)
    .where("comment_id", "=", comment)
    .orderBy("at_ms", "desc")
    .orderBy("translations.id")
    .execute();
}

/** The one that is shown for a comment: a member's before that of a service, the newest of several, of the words that stand. */
export function standingAmong(
  rows: readonly TranslationRow[],
  { language, revision }: { readonly language: string; readonly revision: number },
): TranslationRow | undefined {
  const standing = rows.filter(
    (row) =>
      row.language === language && row.revision === revision && row.held_at_ms === null && row.removed_at_ms === null,
  );
  return standing.find(({ author_id: author }) => author !== null) ?? standing[0];
}

/** Nothing is left of some translations, nor of what was asked about them. */
export async function dropTranslations(unit: UnitOfWork, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await unit.db.deleteFrom("translation_flags").where("translation_id", "in", ids).execute();
  const cases = unit.db.deleteFrom("cases").where("translation_id", "in", ids);
  await cases.where("decided_at_ms", "is", null).execute();
  await unit.db.updateTable("cases").set({ body: "", appeal: null }).where("translation_id", "in", ids).execute();
  await unit.db.deleteFrom("translations").where("id", "in", ids).execute();
}

/** What was made of words that are gone. */
export async function dropTranslationsOf(unit: UnitOfWork, comment: CommentId): Promise<void> {
  const rows = await unit.db.selectFrom("translations").select("id").where("comment_id", "=", comment).execute();
  await dropTranslations(
    unit,
    rows.map(({ id }) => id),
  );
}

/** What a member has translated is gone with their words. */
export async function dropTranslationsBy(unit: UnitOfWork, person: PersonId): Promise<void> {
  const rows = await translationRows(unit.db).where("person_id", "=", person).execute();
  await dropTranslations(
    unit,
    rows.map(({ id }) => id),
  );
}

/** Words that were written anew: a service is asked again, and what members wrote is of an earlier version. */
export async function dropServed(unit: UnitOfWork, comment: CommentId): Promise<void> {
  await unit.db.deleteFrom("translations").where("comment_id", "=", comment).where("author_id", "is", null).execute();
}
