import { randomBytes } from "node:crypto";
import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { explainFile } from "../storage/file-faults.ts";
import { StorageFault } from "../storage/storage.ts";

const BYTES = 48;
/** An operator may have put one there. */
const LETTERS_MIN = 32;

/**
 * The secret that signs sessions: made once, stored beside the database, readable for its owner only. Throws StorageFault
 * when the folder cannot be written, and where what stands there is no secret: a part of one would sign as if it were.
 */
export function secretIn(folder: string): string {
  const path = join(folder, "secret");
  try {
    mkdirSync(folder, { recursive: true });
    return readSecret(path) ?? makeSecret(path);
  } catch (fault) {
    throw explainFile(fault, folder);
  }
}

function readSecret(path: string): string | null {
  let secret: string;
  try {
    secret = readFileSync(path, "utf8").trim();
  } catch (fault) {
    if (hasCode(fault, "ENOENT")) return null;
    throw fault;
  }
  if (secret.length < LETTERS_MIN)
    throw new StorageFault(
      "damaged",
      `The file ${path} is cut short. Put it back from a backup, or remove it: all sign in anew.`,
    );
  return secret;
}

/** Written whole under another name first: on a full disk nothing is left, and of two at once both have the same. */
function makeSecret(path: string): string {
  const made = `${path}.${randomBytes(6).toString("hex")}`;
  const secret = randomBytes(BYTES).toString("base64url");
  try {
    writeFileSync(made, secret, { flag: "wx", mode: 0o600 });
    putInPlace(made, path);
    return readSecret(path) ?? secret;
  } finally {
    rmSync(made, { force: true });
  }
}

/** Unless there is one already. Not every file system knows links. */
function putInPlace(made: string, path: string): void {
  try {
    linkSync(made, path);
  } catch (fault) {
    if (!hasCode(fault, "EEXIST")) renameSync(made, path);
  }
}

function hasCode(fault: unknown, code: string): boolean {
  return fault instanceof Error && "code" in fault && fault.code === code;
}
