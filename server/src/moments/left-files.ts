import type { App } from "../app.ts";

/** A photo that is being sent has a file before it has a row: what is younger than this is left alone. */
const OLD_ENOUGH_MS = 24 * 3_600_000;

/**
 * Removes files that no photo and no reaction knows any more: of a process that ended between file and row, or of photos that came after the
 * backup which was restored.
 */
export async function removeLeftFiles(app: App): Promise<void> {
  for (const folder of ["originals", "photos"]) {
    for await (const { key, writtenMs } of app.files.list(folder)) {
      if (app.clock() - writtenMs < OLD_ENOUGH_MS) continue;
      const id = key.split("/")[1] ?? "";
      const photo = await app.storage.db.selectFrom("photos").select("id").where("id", "=", id).executeTakeFirst();
      if (photo === undefined) await app.files.remove(key);
    }
  }
  for await (const { key, writtenMs } of app.files.list("screenshots")) {
    if (app.clock() - writtenMs < OLD_ENOUGH_MS) continue;
    const file = key.slice(key.indexOf("/") + 1);
    const { db } = app.storage;
    const reaction = await db.selectFrom("reactions").select("id").where("screenshot", "=", file).executeTakeFirst();
    if (reaction === undefined) await app.files.remove(key);
  }
}
