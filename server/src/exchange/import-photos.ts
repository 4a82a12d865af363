import { isRefused, refuse, type Refusal } from "@podium/engine";
import type { MomentPart, PhotoPart } from "@podium/protocol";
import type { App } from "../app.ts";
import { PICTURE_BYTES_MAX } from "../images/images.ts";

import { enterPhoto, storePhoto, type StoredPhoto } from "../moments/photos.ts";
import { hangPhoto } from "../reports/reports.ts";
import { momentId, ofMoment, playerId } from "../storage/codes.ts";
import { refusedAt, type ReadFile } from "./file-text.ts";
import { at, type Importing, type StoredPhotos } from "./importing.ts";
import type { PhotoSource } from "./photo-folder.ts";

/**
 * Reads every photo that a file names as one that is sent from a phone is read, within the same limits. The first that cannot be
 * taken is refused at its line, and none is kept.
 */
export async function storePhotos(
  app: App,
  read: ReadFile,
  source: PhotoSource | null,
): Promise<StoredPhotos | Refusal> {
  const stored = new Map<string, StoredPhoto>();
  for (const [index, { photos = [] }] of (read.file.moments ?? []).entries()) {
    for (const [line, { file }] of photos.entries()) {
      const photo = await storeNamed(app, { name: file, source, isTwice: stored.has(file) });
      if (isRefused(photo)) {
        await forgetPhotos(app, stored);
        const path = ["moments", index, "photos", line];
        return refusedAt(photo, { path, line: read.lineOf(path) });
      }
      stored.set(file, photo);
    }
  }
  return stored;
}

interface NamedPhoto {
  readonly name: string;
  readonly source: PhotoSource | null;
  readonly isTwice: boolean;
}

async function storeNamed(app: App, { name, source, isTwice }: NamedPhoto): Promise<StoredPhoto | Refusal> {
  if (isTwice) return refuse("file-exists", `The file names the photo ${name} twice.`);
  if (source === null)
    return refuse("file-unknown", "This file comes with photos. Say in which folder they are: --photos FOLDER.");
  const bytes = await source(name, PICTURE_BYTES_MAX);
  return bytes === null ? refuse("file-unknown", `There is no photo ${name} in the folder.`) : storePhoto(app, bytes);
}

/** Takes back what was stored of an import that came to nothing. */
export async function forgetPhotos(app: App, stored: StoredPhotos): Promise<void> {
  for (const { id } of stored.values()) await app.files.remove(`originals/${id}`);
}

/** Puts the photos of a moment on record, the last of them in front. */
export async function takeInPhotos(
  importing: Importing,
  moment: MomentPart,
  index: number,
): Promise<Refusal | undefined> {
  for (const [line, part] of (moment.photos ?? []).entries()) {
    const photo = importing.photos.get(part.file);
    const done = await at(
      importing,
      ["moments", index, "photos", line],
      photo === undefined
        ? Promise.resolve(refuse("file-unknown", `There is no photo ${part.file}.`))
        : enterPhoto(importing.unit, momentId(moment.id), { photo, ...toldOf(part) }),
    );
    if (isRefused(done)) return done;
  }
  return hangInReports(importing, moment, index);
}

/** Puts photos of the moment into the reports that name them. */
async function hangInReports(importing: Importing, moment: MomentPart, index: number): Promise<Refusal | undefined> {
  for (const [line, { id, photo: file }] of (moment.reports ?? []).entries()) {
    if (file === undefined) continue;
    const isOfMoment = (moment.photos ?? []).some((part) => part.file === file);
    const photo = isOfMoment ? importing.photos.get(file)?.id : undefined;
    const done = await at(
      importing,
      ["moments", index, "reports", line],
      photo === undefined
        ? Promise.resolve(refuse("file-unknown", `The moment has no photo ${file}.`))
        : hangPhoto(importing.unit, ofMoment(momentId(moment.id), id), photo),
    );
    if (isRefused(done)) return done;
  }
  return undefined;
}

function toldOf({ at: instant, alt, caption, credit, licence, people = [] }: PhotoPart) {
  return {
    atMs: instant === undefined ? null : Date.parse(instant),
    words: { alt: alt ?? null, caption: caption ?? null, credit: credit ?? null, licence: licence ?? null },
    people: people.map(({ player, region, consentNeeded }) => ({
      player: playerId(player),
      region: region ?? null,
      isConsentNeeded: consentNeeded === true,
    })),
  };
}
