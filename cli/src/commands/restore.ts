import { isRefused, refuse, type Refusal } from "@podium/engine";
import {
  databasePath,
  filesPath,
  openFiles,
  putCopy,
  readConfig,
  restore,
  restoreFiles,
  type Config,
} from "@podium/server";
import { existsSync } from "node:fs";
import { explained } from "../installation.ts";
import { usage } from "../usage.ts";

export const summary = "Put a backup in the place of the database, keeping what was there";

const HELP = `Usage: podium restore FILE

Checks the backup, sets the present database aside under another name, and puts the backup in its place; the same with the photos
where FILE.files stands beside it. Into a bucket each of them is put and read back; what else is there stays.
Stop Podium first. The exit code is 0, 2 when it was refused, or 1 when the folder could not be used.
`;

/** Restores one backup. */
export async function run(args: string[]): Promise<number> {
  const [file, ...more] = args;
  if (file === undefined || file.startsWith("-") || more.length > 0) return usage(HELP, args);
  return explained(async () => {
    const config = readConfig(process.env);
    if (config.databaseUrl !== null)
      return refuse(
        "backup-by-postgresql",
        `This installation keeps everything in PostgreSQL: restore with pg_restore -d "$DATABASE_URL" ${file}.`,
      );
    const restored = restore(file, databasePath(config), Date.now());
    if (isRefused(restored)) return restored;
    const previous = restored.previous === null ? "" : ` What was there before is kept as ${restored.previous}.`;
    const line = `${restored.path}: ${restored.rows} rows, equal to the backup (${restored.digest}).${previous}\n`;
    if (!existsSync(`${file}.files`)) return line;
    const photos = await restoredPhotos(config, `${file}.files`);
    return isRefused(photos) ? photos : line + photos;
  });
}

async function restoredPhotos(config: Config, copy: string): Promise<string | Refusal> {
  if (config.s3 !== null) {
    const put = await putCopy(copy, await openFiles(config));
    return isRefused(put) ? put : `${put.path}: ${put.files} files, equal to the backup (${put.digest}).\n`;
  }
  const photos = await restoreFiles(copy, { folder: filesPath(config), nowMs: Date.now() });
  if (isRefused(photos)) return photos;
  const aside = photos.previous === null ? "" : ` What was there before is kept as ${photos.previous}.`;
  return `${photos.path}: ${photos.files} files, equal to the backup (${photos.digest}).${aside}\n`;
}
