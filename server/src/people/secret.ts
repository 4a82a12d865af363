import { randomBytes } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/**
 * The secret that signs sessions: made once, stored beside the database, readable for its owner only.
 * Throws when the folder cannot be written.
 */
export function secretIn(folder: string): string {
  const path = join(folder, "secret");
  mkdirSync(folder, { recursive: true });
  try {
    writeFileSync(path, randomBytes(48).toString("base64url"), { flag: "wx", mode: 0o600 });
  } catch (fault) {
    if (!isThereAlready(fault)) throw fault;
  }
  return readFileSync(path, "utf8").trim();
}

function isThereAlready(fault: unknown): boolean {
  return fault instanceof Error && "code" in fault && fault.code === "EEXIST";
}
