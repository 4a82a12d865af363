import { isRefused, refuse } from "@podium/engine";
import { backUp, copyFiles, databasePath, filesPath, openFiles, readConfig } from "@podium/server";
import { existsSync } from "node:fs";
import { explained } from "../installation.ts";
import { usage } from "../usage.ts";

export const summary = "Copy the database, also while it is in use, and prove the copy equal";

const HELP = `Usage: podium backup FILE

Writes a whole copy of the database to FILE, reads it back and compares every row. An existing file is not written over.
Photos, where there are any, are copied to FILE.files after it, so that none is missing that the copy knows: from the
data folder, or from the bucket that the settings name.
The exit code is 0, 2 when it was refused, or 1 when the database could not be used.
`;

/** Makes one backup. */
export async function run(args: string[]): Promise<number> {
  const [file, ...more] = args;
  if (file === undefined || file.startsWith("-") || more.length > 0) return usage(HELP, args);
  return explained(async () => {
    const config = readConfig(process.env);
    if (config.databaseUrl !== null)
      return refuse(
        "backup-by-postgresql",
        `This installation keeps everything in PostgreSQL: back it up with pg_dump -Fc -f ${file} "$DATABASE_URL".`,
      );
    const copy = await backUp(databasePath(config), file);
    if (isRefused(copy)) return copy;
    const line = `${copy.path}: ${copy.rows} rows, equal (${copy.digest}).\n`;
    if (config.s3 === null && !existsSync(filesPath(config))) return line;
    const photos = await copyFiles(await openFiles(config), `${file}.files`);
    return isRefused(photos)
      ? photos
      : `${line}${photos.path}: ${photos.files} files, ${photos.bytes} bytes, equal (${photos.digest}).\n`;
  });
}
