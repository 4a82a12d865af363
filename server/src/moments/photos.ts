import { isRefused, refuse, type MomentId, type Refusal } from "@podium/engine";
import type { App, UnitOfWork } from "../app.ts";
import { checkPicture, type CheckedPicture } from "../images/images.ts";
import type { Db } from "../storage/storage.ts";
import { photoSizes } from "./photo-files.ts";
import { insertAgreed, proposePeople, type AgreedPerson } from "./photo-tags.ts";
import { inTurn } from "./photo-turns.ts";

export type PhotoRow = NonNullable<Awaited<ReturnType<typeof photoRow>>>;

/** A photo as stored. */
export async function photoRow(db: Db, id: string) {
  return db.selectFrom("photos").selectAll().where("id", "=", id).executeTakeFirst();
}

/** The photos of a moment, the one in front first. */
export async function photosOf(db: Db, moment: MomentId): Promise<PhotoRow[]> {
  return db.selectFrom("photos").selectAll().where("moment_id", "=", moment).orderBy("position", "desc").execute();
}

/** A photo that was read to its end and stands in the files, before anything is recorded of it. */
export interface StoredPhoto extends CheckedPicture {
  readonly id: string;
}

/** Reads a photo with care and stores its original, which no route reads. Refuses as `checkPicture` does. */
export async function storePhoto(app: App, bytes: Uint8Array): Promise<StoredPhoto | Refusal> {
  const checked = await inTurn(app, () => checkPicture(bytes));
  if (isRefused(checked)) return checked;
  const id = app.randomId(12).replace(/^[-_]/, "p");
  await app.files.put(`originals/${id}`, bytes);
  return { ...checked, id };
}

/** Records a photo of a moment; its sizes are made by a job. */
export async function addPhoto(
  unit: UnitOfWork,
  moment: MomentId,
  { photo, isShown }: { readonly photo: StoredPhoto; readonly isShown: boolean },
): Promise<undefined> {
  await recordPhoto(unit, moment, { photo, isShown, words: photo.words, atMs: unit.nowMs });
  const event = await unit.db.selectFrom("moments").select("event_id").where("id", "=", moment).executeTakeFirst();
  if (event !== undefined) await proposePeople(unit, photo.id, { event: event.event_id, people: photo.people });
  return undefined;
}

/** A photo as a file tells it: on the page of its moment, with who agreed to be named in it. */
export interface PhotoOnRecord {
  readonly photo: StoredPhoto;
  readonly atMs: number | null;
  readonly words: PhotoWords;
  readonly people: readonly AgreedPerson[];
}

/** Puts a photo from a file on record; nobody is proposed beside those whom it names. Refuses `photo-tag-unknown`. */
export async function enterPhoto(
  unit: UnitOfWork,
  moment: MomentId,
  { photo, atMs, words, people }: PhotoOnRecord,
): Promise<undefined | Refusal> {
  await recordPhoto(unit, moment, { photo, isShown: true, words, atMs: atMs ?? unit.nowMs });
  return insertAgreed(unit, photo.id, people);
}

interface NewPhoto {
  readonly photo: StoredPhoto;
  readonly isShown: boolean;
  readonly words: PhotoWords;
  readonly atMs: number;
}

async function recordPhoto(
  unit: UnitOfWork,
  moment: MomentId,
  { photo, isShown, words, atMs }: NewPhoto,
): Promise<void> {
  const { id, width, height, standIn } = photo;
  await unit.db
    .insertInto("photos")
    .values({
      id,
      moment_id: moment,
      at_ms: atMs,
      sent_by: unit.who,
      width,
      height,
      stand_in: Buffer.from(standIn).toString("base64"),
      ...words,
      shown: isShown ? 1 : 0,
      position: await nextPosition(unit.db, moment),
      version: 1,
      made: null,
      sizes: "[]",
      avif: 0,
    })
    .execute();
  await unit.record({ kind: "photo-sent", subject: { kind: "photo", id }, data: { moment } });
  await unit.enqueue(photoSizes, { data: { photo: id } });
  announcePhotos(unit, moment);
}

async function nextPosition(db: Db, moment: MomentId): Promise<number> {
  const row = await db
    .selectFrom("photos")
    .select((all) => all.fn.max("position").as("last"))
    .where("moment_id", "=", moment)
    .executeTakeFirst();
  return (row?.last ?? 0) + 1;
}

/** What an editor says of a photo. */
export interface PhotoWords {
  readonly alt: string | null;
  readonly caption: string | null;
  readonly credit: string | null;
  readonly licence: string | null;
}

/** Changes what is said of a photo: its files say it too, once they are made anew. Refuses `photo-unknown`. */
export async function describePhoto(unit: UnitOfWork, id: string, words: PhotoWords): Promise<undefined | Refusal> {
  const row = await photoRow(unit.db, id);
  if (row === undefined) return unknownPhoto();
  await unit.db
    .updateTable("photos")
    .set({ ...words, version: row.version + 1 })
    .where("id", "=", id)
    .execute();
  await unit.record({ kind: "photo-described", subject: { kind: "photo", id }, data: {} });
  await unit.enqueue(photoSizes, { data: { photo: id } });
  announcePhotos(unit, row.moment_id);
  return undefined;
}

/** Puts a photo on the page of its moment, in front of all others, or takes it off. Refuses `photo-unknown`. */
export async function showPhoto(unit: UnitOfWork, id: string, isShown: boolean): Promise<undefined | Refusal> {
  const row = await photoRow(unit.db, id);
  if (row === undefined) return unknownPhoto();
  await unit.db
    .updateTable("photos")
    .set(isShown ? { shown: 1, position: await nextPosition(unit.db, row.moment_id) } : { shown: 0 })
    .where("id", "=", id)
    .execute();
  await unit.record({ kind: "photo-shown", subject: { kind: "photo", id }, data: { isShown } });
  announcePhotos(unit, row.moment_id);
  return undefined;
}

/** Removes a photo with all its files, the original too. Refuses `photo-unknown`. */
export async function removePhoto(unit: UnitOfWork, id: string): Promise<undefined | Refusal> {
  const row = await photoRow(unit.db, id);
  if (row === undefined) return unknownPhoto();
  await unit.db.deleteFrom("photo_tags").where("photo_id", "=", id).execute();
  await unit.db.deleteFrom("photos").where("id", "=", id).execute();
  await unit.record({ kind: "photo-removed", subject: { kind: "photo", id }, data: {} });
  await unit.enqueue(photoSizes, { data: { photo: id } });
  announcePhotos(unit, row.moment_id);
  return undefined;
}

export function unknownPhoto(): Refusal {
  return refuse("photo-unknown", "There is no such photo.");
}

/** Open pages of the moment read on, and what was cached of it is stale. */
export function announcePhotos(unit: UnitOfWork, moment: string): void {
  unit.publish([`moment:${moment}`], { kind: "moment", moment });
}
