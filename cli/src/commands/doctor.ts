import { existsSync } from "node:fs";
import {
  databasePath,
  explainFault,
  filesPath,
  openFiles,
  openStorage,
  proveFiles,
  readConfig,
  type Config,
} from "@podium/server";
import { usage } from "../usage.ts";

export const summary = "Say whether the settings, the database and the place of photos are as they must be";

const HELP = `Usage: podium doctor

Reads the settings, opens the database without changing it, and writes, reads, lists and removes one small file where photos
are kept. Prints one sentence about each. The exit code is 0, or 2 when something is to be mended.
`;

/** Looks at everything, also where the first of it is wrong. */
export async function run(args: string[]): Promise<number> {
  if (args.length > 0) return usage(HELP, args);
  const config = await told(
    "settings",
    async () => readConfig(process.env),
    () => "The settings can be read.",
  );
  if (config === null) return 2;
  const database = await told(
    "database",
    () => databaseOf(config),
    (sentence) => sentence,
  );
  const photos = await told(
    "photos",
    () => photosOf(config),
    (sentence) => sentence,
  );
  return database === null || photos === null ? 2 : 0;
}

/** Does a part of the work and prints what came of it; null where something is to be mended. */
async function told<Of>(about: string, work: () => Promise<Of>, sentenceOf: (done: Of) => string): Promise<Of | null> {
  try {
    const done = await work();
    process.stdout.write(`${about}: ${sentenceOf(done)}\n`);
    return done;
  } catch (fault) {
    const sentence = explainFault(fault, process.env);
    if (sentence === null) throw fault;
    process.stdout.write(`${about}: ${sentence}\n`);
    return null;
  }
}

async function databaseOf(config: Config): Promise<string> {
  if (config.databaseUrl === null && !existsSync(databasePath(config)))
    return `There is none yet in ${config.dataFolder}. The first start makes it.`;
  const storage = await openStorage(config);
  try {
    const { entries } = await storage.db
      .selectFrom("entries")
      .select((all) => all.fn.countAll<number>().as("entries"))
      .executeTakeFirstOrThrow();
    const place = config.databaseUrl === null ? databasePath(config) : "PostgreSQL";
    return `${place} can be read; ${entries} entries are in it.`;
  } finally {
    await storage.close();
  }
}

async function photosOf(config: Config): Promise<string> {
  if (config.s3 === null && !existsSync(filesPath(config)))
    return `There is no folder ${filesPath(config)} yet. The first photo makes it.`;
  const files = await openFiles(config);
  await proveFiles(files);
  return `${files.place} can be written, read, listed and cleared.`;
}
