import { refuse, type MomentId, type Refusal } from "@podium/engine";
import type { UnitOfWork } from "../app.ts";
import { tokenHash } from "../people/token-hash.ts";
import type { Db } from "../storage/storage.ts";

/** How long a link holds, for how many photos, and whether they stand on the page at once. */
export interface PhotoLinkTerms {
  readonly minutes: number;
  readonly uploads: number;
  readonly isShown: boolean;
}

/** Opens the link by which photos of a moment are sent, and answers its token; one that was open is closed by it. */
export async function openPhotoLink(
  unit: UnitOfWork,
  moment: MomentId,
  { minutes, uploads, isShown }: PhotoLinkTerms,
): Promise<string> {
  const token = unit.randomId(9);
  const untilMs = unit.nowMs + minutes * 60_000;
  const link = { token_hash: tokenHash(token), until_ms: untilMs, uploads_left: uploads, shown: isShown ? 1 : 0 };
  await unit.db
    .insertInto("photo_links")
    .values({ moment_id: moment, ...link })
    .onConflict((conflict) => conflict.column("moment_id").doUpdateSet(link))
    .execute();
  await unit.record({
    kind: "photo-link-opened",
    subject: { kind: "moment", id: moment },
    data: { untilMs, uploads },
  });
  return token;
}

/** Closes the link of a moment. */
export async function closePhotoLink(unit: UnitOfWork, moment: MomentId): Promise<undefined> {
  await unit.db.deleteFrom("photo_links").where("moment_id", "=", moment).execute();
  await unit.record({ kind: "photo-link-closed", subject: { kind: "moment", id: moment }, data: {} });
  return undefined;
}

/** The open link of a moment; undefined where there is none, or none any more. */
export async function photoLinkOf(db: Db, moment: MomentId, nowMs: number) {
  return db
    .selectFrom("photo_links")
    .selectAll()
    .where("moment_id", "=", moment)
    .where("until_ms", ">", nowMs)
    .where("uploads_left", ">", 0)
    .executeTakeFirst();
}

/** The link of a token, as long as it holds. Refuses `photo-link-over`. */
export async function photoLinkBy(db: Db, token: string, nowMs: number) {
  const row = await db
    .selectFrom("photo_links")
    .selectAll()
    .where("token_hash", "=", tokenHash(token))
    .where("until_ms", ">", nowMs)
    .where("uploads_left", ">", 0)
    .executeTakeFirst();
  return row ?? linkOver();
}

/** Takes one upload of a link. Refuses `photo-link-over`, of two who take the last one the second too. */
export async function takeUpload(unit: UnitOfWork, token: string): Promise<undefined | Refusal> {
  const { numUpdatedRows } = await unit.db
    .updateTable("photo_links")
    .set((row) => ({ uploads_left: row("uploads_left", "-", 1) }))
    .where("token_hash", "=", tokenHash(token))
    .where("until_ms", ">", unit.nowMs)
    .where("uploads_left", ">", 0)
    .executeTakeFirst();
  return numUpdatedRows === 0n ? linkOver() : undefined;
}

function linkOver(): Refusal {
  return refuse("photo-link-over", "This link is over. Ask at the desk for a new one.");
}
