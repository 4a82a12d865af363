import type { z } from "zod";
import { transact, type App } from "../app.ts";
import { sizesOf, type PictureFormat } from "../images/images.ts";
import type { JobKind } from "../jobs/queue.ts";
import { fileOf, photoSizes, versionOf } from "./photo-files.ts";
import { announcePhotos, photoRow, type PhotoRow } from "./photos.ts";
import { inTurn } from "./photo-turns.ts";
import { peopleInFiles, publicWords, tagsOf, type PhotoTagRow } from "./photo-tags.ts";

/** First what every phone shows, then the format that takes longest to make. */
const ROUNDS: readonly (readonly PictureFormat[])[] = [["webp", "jpeg"], ["avif"]];

/** Makes the sizes of a photo as it is wanted now. What is made of a version that is wanted no more is never shown. */
export function photoSizesOf(app: App): JobKind<z.infer<typeof photoSizes.data>> {
  return {
    ...photoSizes,
    run: async ({ photo }, signal) => {
      const row = await photoRow(app.storage.db, photo);
      const original = await app.files.get(`originals/${photo}`);
      if (row === undefined || original === null) {
        await app.files.remove(`photos/${photo}`);
        await app.files.remove(`originals/${photo}`);
        return;
      }
      const tags = await tagsOf(app.storage.db, photo);
      for (const formats of ROUNDS) {
        signal.throwIfAborted();
        await makeFormats(app, row, { original, formats, tags });
      }
      await removeOlder(app, row);
    },
  };
}

interface FormatsWanted {
  readonly original: Uint8Array;
  readonly formats: readonly PictureFormat[];
  readonly tags: readonly PhotoTagRow[];
}

async function makeFormats(app: App, row: PhotoRow, { original, formats, tags }: FormatsWanted): Promise<void> {
  const sizes = new Map<number, number>();
  const { people, blurred } = peopleInFiles(tags);
  const words = { ...publicWords(row, tags), people };
  const made = sizesOf(original, { formats, blurred, words });
  const next = () => inTurn(app, () => made.next());
  for (let each = await next(); each.done !== true; each = await next()) {
    const { width, height, format, bytes } = each.value;
    sizes.set(width, height);
    await app.files.put(`photos/${row.id}/${fileOf(row.version, width, format)}`, bytes);
  }
  await transact(app, null, async (unit) => {
    const isAvif = formats.includes("avif");
    await unit.db
      .updateTable("photos")
      .set({ made: row.version, avif: isAvif ? 1 : 0, sizes: JSON.stringify([...sizes]) })
      .where("id", "=", row.id)
      .where("version", "=", row.version)
      .execute();
    announcePhotos(unit, row.moment_id);
    return undefined;
  });
}

/** Several changes may have come while one was being made: whatever is of an older version goes. */
async function removeOlder(app: App, { id, version }: PhotoRow): Promise<void> {
  for await (const { key } of app.files.list(`photos/${id}`)) if (versionOf(key) < version) await app.files.remove(key);
}
