import { isRefused, type Refusal } from "@podium/engine";
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
import { moveBetween } from "../moving.ts";
import { usage } from "../usage.ts";

export const summary = "Put a backup in the place of the database, keeping what was there";

const HELP = `Usage: podium restore FILE

Checks the backup, sets the present database aside under another name, and puts the backup in its place; the same with the photos
where FILE.files stands beside it. Into a bucket each of them is put and read back; what else is there stays.
Stop Podium first. On PostgreSQL the database that the settings name must be empty: make a new one and name that.
The exit code is 0, 2 when it was refused, or 1 when the folder or database could not be used.
`;

/** Restores one backup. */
export async function run(args: string[]): Promise<number> {
  const [file, ...more] = args;
  if (file === undefined || file.startsWith("-") || more.length > 0) return usage(HELP, args);
  return explained(async () => {
    const config = readConfig(process.env);
    const line =
      config.databaseUrl === null ? restoredFile(config, file) : await restoredInto(config.databaseUrl, file);
    if (isRefused(line)) return line;
    if (!existsSync(`${file}.files`)) return line;
    const photos = await restoredPhotos(config, `${file}.files`);
    return isRefused(photos) ? photos : line + photos;
  });
}

function restoredFile(config: Config, file: string): string | Refusal {
  const restored = restore(file, databasePath(config), Date.now());
  if (isRefused(restored)) return restored;
  const previous = restored.previous === null ? "" : ` What was there before is kept as ${restored.previous}.`;
  return `${restored.path}: ${restored.rows} rows, equal to the backup (${restored.digest}).${previous}\n`;
}

/** PostgreSQL sets no database aside: an empty one is made and named before. */
async function restoredInto(database: string, file: string): Promise<string | Refusal> {
  const moved = await moveBetween({ from: file, to: database, isCopy: true });
  return isRefused(moved) ? moved : `${moved.rows} rows, equal to the backup (${moved.digest}).\n`;
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
