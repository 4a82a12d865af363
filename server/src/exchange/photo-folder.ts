import { constants } from "node:fs";
import { mkdir, open, readdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { refuse, type Refusal } from "@podium/engine";
import { PHOTO_FILE } from "@podium/protocol";
import { lostPhoto, type ExportedPhoto } from "./export-photos.ts";

/** Where the photos of a file are: the bytes under a name, at most so many; null where there is no such file. */
export type PhotoSource = (name: string, bytesMax: number) => Promise<Uint8Array | null>;

/**
 * The photos in a folder. A name leads nowhere else: it has no slash, and what is not a file of its own (a link, a device, a
 * folder) is none. Of a file that is too large no more is read than shows that it is.
 */
export function photoFolder(folder: string): PhotoSource {
  return async (name, bytesMax) => {
    if (!PHOTO_FILE.test(name)) return null;
    const handle = await open(
      join(folder, name),
      constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK,
    ).catch(() => null);
    if (handle === null) return null;
    try {
      const about = await handle.stat();
      if (!about.isFile()) return null;
      const bytes = new Uint8Array(Math.min(about.size, bytesMax + 1));
      const { bytesRead } = await handle.read(bytes, 0, bytes.length, 0);
      return bytes.subarray(0, bytesRead);
    } finally {
      await handle.close();
    }
  };
}

/**
 * Writes photos into a folder that is new or empty, all of them or none. Refuses `file-exists`, `file-unknown` where nothing can be
 * made or written, and what is lost.
 */
export async function writePhotos(folder: string, photos: readonly ExportedPhoto[]): Promise<undefined | Refusal> {
  const isNew = await mkdir(folder).then(
    () => true,
    () => false,
  );
  const there = await readdir(folder).catch(() => null);
  if (there === null) return refuse("file-unknown", `There is no folder ${folder}, and none can be made there.`);
  if (there.length > 0)
    return refuse("file-exists", `The folder ${folder} is not empty. Name a new one for the photos.`);
  const written: string[] = [];
  for (const photo of photos) {
    const path = join(folder, photo.name);
    const refusal = await writePhoto(path, photo);
    written.push(path);
    if (refusal === undefined) continue;
    for (const each of isNew ? [folder] : written)
      await rm(each, { recursive: true, force: true }).catch(() => undefined);
    return refusal;
  }
  return undefined;
}

async function writePhoto(path: string, { name, read }: ExportedPhoto): Promise<undefined | Refusal> {
  const bytes = await read();
  if (bytes === null) return lostPhoto(name);
  try {
    await writeFile(path, bytes, { flag: "wx", mode: 0o600 });
    return undefined;
  } catch (fault) {
    const why = fault instanceof Error ? fault.message : String(fault);
    return refuse("file-unknown", `The photo ${name} could not be written (${why}). Nothing was exported.`);
  }
}
