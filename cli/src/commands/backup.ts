import { isRefused, type Refusal } from "@podium/engine";
import {
  backUp,
  type Config,
  copyFiles,
  databasePath,
  filesPath,
  type Moved,
  openFiles,
  readConfig,
} from "@podium/server";
import { existsSync } from "node:fs";
import { explained } from "../installation.ts";
import { moveBetween } from "../moving.ts";
import { usage } from "../usage.ts";

export const summary = "Copy the database, also while it is in use, and prove the copy equal";

const HELP = `Usage: podium backup FILE

Writes a whole copy of the database to FILE, reads it back and compares every row. An existing file is not written over.
Of an installation on PostgreSQL too: one moment of it, while its nodes serve, in a file as one without PostgreSQL has it.
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
    const copy = await copyOf(config, file);
    if (isRefused(copy)) return copy;
    const line = `${file}: ${copy.rows} rows, equal (${copy.digest}).\n`;
    if (config.s3 === null && !existsSync(filesPath(config))) return line;
    const photos = await copyFiles(await openFiles(config), `${file}.files`);
    return isRefused(photos)
      ? photos
      : `${line}${photos.path}: ${photos.files} files, ${photos.bytes} bytes, equal (${photos.digest}).\n`;
  });
}

/** From PostgreSQL, too, into a file: which opens as one, and is put back by `restore`. */
function copyOf(config: Config, file: string): Promise<Pick<Moved, "rows" | "digest"> | Refusal> {
  if (config.databaseUrl === null) return backUp(databasePath(config), file);
  return moveBetween({ from: config.databaseUrl, to: file, isCopy: true });
}
