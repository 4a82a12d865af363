import {
  isRefused,
  refuse,
  refusedShowing,
  tagAfter,
  type PlayerId,
  type Refusal,
  type TagChoice,
} from "@podium/engine";
import type { PhotoTagForm } from "@podium/protocol";
import type { UnitOfWork } from "../app.ts";
import { tokenHash } from "../people/token-hash.ts";
import type { Db } from "../storage/storage.ts";
import { photoSizes } from "./photo-files.ts";
import { announcePhotos, photoRow, removePhoto, unknownPhoto, type PhotoRow } from "./photos.ts";
import { insertTags, peopleInFiles, publicWords, tagByHash, tagsOf, type PhotoTagRow } from "./photo-tags.ts";

export type PhotoRequestRow = NonNullable<Awaited<ReturnType<typeof requestByToken>>>;

/** How long the desk has to answer a request to take a photo down. */
const HOURS_TO_ANSWER = 72;

/** Proposes somebody as a person in a photo, as the last from the left. Refuses `photo-tag-unknown` where nobody is known by it. */
export async function addTag(unit: UnitOfWork, photo: string, player: PlayerId): Promise<undefined | Refusal> {
  const known = await unit.db.selectFrom("players").select("id").where("id", "=", player).executeTakeFirst();
  if (known === undefined) return unknownTag();
  const tags = await tagsOf(unit.db, photo);
  await insertTags(unit, photo, { people: [{ player, region: null }], from: (tags.at(-1)?.position ?? 0) + 1 });
  await recordChange(unit, photo, player);
  return undefined;
}

/** Says where somebody stands, from the left and in the photo, and whether they have to agree first. */
export async function saveTag(unit: UnitOfWork, tag: PhotoTagRow, form: PhotoTagForm): Promise<undefined | Refusal> {
  const { position, left, top, width, height, consent } = form;
  const isWhole = [left, top, width, height].every((part) => part !== undefined);
  await following(unit, tag.photo_id, () =>
    unit.db
      .updateTable("photo_tags")
      .set({
        position: position ?? tag.position,
        region: isWhole ? JSON.stringify({ left, top, width, height }) : null,
        consent_needed: consent === "yes" ? 1 : 0,
      })
      .where("id", "=", tag.id)
      .execute(),
  );
  await recordChange(unit, tag.photo_id, tag.id);
  return undefined;
}

/** Takes a proposal back: not this person. What they decided is forgotten with it. */
export async function removeTag(unit: UnitOfWork, tag: PhotoTagRow): Promise<undefined> {
  await following(unit, tag.photo_id, () => unit.db.deleteFrom("photo_tags").where("id", "=", tag.id).execute());
  await recordChange(unit, tag.photo_id, tag.id);
  return undefined;
}

/** Makes the address by which a person decides, and answers its token; one made before is void from then on. */
export async function issueTagLink(unit: UnitOfWork, tag: PhotoTagRow): Promise<string> {
  const token = unit.randomId(18);
  await unit.db
    .updateTable("photo_tags")
    .set({ token_hash: tokenHash(token) })
    .where("id", "=", tag.id)
    .execute();
  await recordChange(unit, tag.photo_id, tag.id);
  return token;
}

async function recordChange(unit: UnitOfWork, photo: string, tag: string): Promise<void> {
  await unit.record({ kind: "photo-tag-changed", subject: { kind: "photo", id: photo }, data: { tag } });
}

/** The person whose link it is. Refuses `photo-tag-unknown`. */
export async function tagByToken(db: Db, token: string): Promise<PhotoTagRow | Refusal> {
  return (await tagByHash(db, tokenHash(token))) ?? unknownTag();
}

/** A person decides what is shown of them; it holds from the next request on. */
export async function decideTag(unit: UnitOfWork, token: string, choice: TagChoice): Promise<undefined | Refusal> {
  const row = await tagByToken(unit.db, token);
  if (isRefused(row)) return row;
  const { state, isBlurred } = tagAfter(row.tag, choice);
  await following(unit, row.photo_id, () =>
    unit.db
      .updateTable("photo_tags")
      .set({ state, blurred: isBlurred ? 1 : 0, decided_at_ms: unit.nowMs })
      .where("id", "=", row.id)
      .execute(),
  );
  await unit.record({
    kind: "photo-tag-decided",
    subject: { kind: "photo", id: row.photo_id },
    data: { tag: row.id, choice },
  });
  return undefined;
}

/**
 * Changes something of the people in a photo, and lets its page and files follow. Where less is to be seen or said than its
 * files hold, none of them is shown before they are made anew.
 */
async function following(unit: UnitOfWork, photo: string, change: () => Promise<unknown>): Promise<void> {
  const before = await tagsOf(unit.db, photo);
  await change();
  const after = await tagsOf(unit.db, photo);
  const row = await photoRow(unit.db, photo);
  if (row === undefined) return;
  const [were, are] = [inFiles(row, before), inFiles(row, after)];
  const isLess =
    were.people.some(({ name }) => are.people.every((person) => person.name !== name)) ||
    !isSame(were.blurred, are.blurred) ||
    !isSame(were.words, are.words);
  const isChanged = !isSame(were, are);
  const isHeld = refusedShowing(after.map(({ tag }) => tag)) !== undefined;
  await unit.db
    .updateTable("photos")
    .set({
      version: isChanged ? row.version + 1 : row.version,
      made: isLess ? null : row.made,
      shown: isHeld ? 0 : row.shown,
    })
    .where("id", "=", photo)
    .execute();
  if (isChanged) await unit.enqueue(photoSizes, { data: { photo } });
  announcePhotos(unit, row.moment_id);
}

function inFiles(row: PhotoRow, tags: readonly PhotoTagRow[]) {
  return { ...peopleInFiles(tags), words: publicWords(row, tags) };
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** Who asks to take a photo down, and why. */
export interface TakeDown {
  readonly reason: string;
  /** The tag of somebody in it who asks by their own link; null for anybody else. */
  readonly tag: PhotoTagRow | null;
}

/**
 * Asks to take a photo down, and answers the token of the page where the answer will stand. Asked by somebody in it, the photo
 * leaves its page at once.
 */
export async function requestTakeDown(unit: UnitOfWork, photo: PhotoRow, { reason, tag }: TakeDown): Promise<string> {
  const [id, token] = [unit.randomId(9), unit.randomId(18)];
  const dueMs = unit.nowMs + HOURS_TO_ANSWER * 3_600_000;
  await unit.db
    .insertInto("photo_requests")
    .values({
      id,
      photo_id: photo.id,
      moment_id: photo.moment_id,
      tag_id: tag?.id ?? null,
      reason,
      at_ms: unit.nowMs,
      due_ms: dueMs,
      token_hash: tokenHash(token),
      answer: null,
      answered_at_ms: null,
      taken_down: 0,
    })
    .execute();
  if (tag !== null) await unit.db.updateTable("photos").set({ shown: 0 }).where("id", "=", photo.id).execute();
  await unit.record({
    kind: "photo-request-made",
    subject: { kind: "photo", id: photo.id },
    data: { request: id, dueMs },
  });
  announcePhotos(unit, photo.moment_id);
  return token;
}

/** Answers a request: the photo goes with all its files, or stays. Refuses `photo-request-unknown`, also once it is answered. */
export async function answerRequest(
  unit: UnitOfWork,
  request: PhotoRequestRow,
  { answer, isTakenDown }: { readonly answer: string; readonly isTakenDown: boolean },
): Promise<undefined | Refusal> {
  const { numUpdatedRows } = await unit.db
    .updateTable("photo_requests")
    .set({ answer, answered_at_ms: unit.nowMs, taken_down: isTakenDown ? 1 : 0 })
    .where("id", "=", request.id)
    .where("answered_at_ms", "is", null)
    .executeTakeFirst();
  if (numUpdatedRows === 0n) return unknownRequest();
  await unit.record({
    kind: "photo-request-answered",
    subject: { kind: "photo", id: request.photo_id },
    data: { request: request.id, isTakenDown },
  });
  const row = await photoRow(unit.db, request.photo_id);
  return isTakenDown && row !== undefined ? removePhoto(unit, row.id) : undefined;
}

/** Requests about photos of a moment: what waits for an answer first, the most urgent of it in front. */
export async function requestsOf(db: Db, moment: PhotoRow["moment_id"]): Promise<PhotoRequestRow[]> {
  const rows = await db
    .selectFrom("photo_requests")
    .selectAll()
    .where("moment_id", "=", moment)
    .orderBy("due_ms")
    .execute();
  const isOpen = (row: PhotoRequestRow) => row.answered_at_ms === null;
  return [...rows.filter(isOpen), ...rows.filter((row) => !isOpen(row))];
}

/** The request whose page a token opens. */
export async function requestByToken(db: Db, token: string) {
  return db.selectFrom("photo_requests").selectAll().where("token_hash", "=", tokenHash(token)).executeTakeFirst();
}

/** Why a photo may not stand on its page now. Refuses `photo-unknown`, as `refusedShowing`, and `photo-request-open`. */
export async function refusedPhoto(db: Db, photo: string): Promise<undefined | Refusal> {
  const row = await photoRow(db, photo);
  if (row === undefined) return unknownPhoto();
  const open = await db
    .selectFrom("photo_requests")
    .select("id")
    .where("photo_id", "=", photo)
    .where("tag_id", "is not", null)
    .where("answered_at_ms", "is", null)
    .executeTakeFirst();
  if (open !== undefined)
    return refuse("photo-request-open", "Somebody in this photo asked to take it down. Answer them first.");
  return refusedShowing((await tagsOf(db, photo)).map(({ tag }) => tag));
}

export function unknownTag(): Refusal {
  return refuse("photo-tag-unknown", "Nobody is known by this. Ask at the desk for a new link.");
}

export function unknownRequest(): Refusal {
  return refuse("photo-request-unknown", "There is no such request, or it is answered.");
}
