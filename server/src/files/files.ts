import { mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { randomBytes } from "node:crypto";
import { dirname, join } from "node:path";
import { StorageFault } from "../storage/storage.ts";

/**
 * Files beside the database, by their keys: `photos/ID/1-960.webp`. A key is made of letters, digits, `-`, `_`, `.` and `/`.
 * Every adapter is held to files.contract.ts.
 */
export interface Files {
  /** Stores a file whole or not at all; one of the same key is replaced. Throws StorageFault. */
  put(key: string, bytes: Uint8Array): Promise<void>;
  /** The bytes of a file; null where there is none. Throws StorageFault. */
  get(key: string): Promise<Uint8Array<ArrayBuffer> | null>;
  /** Deletes a file, or all whose keys begin with `folder/`; what is not there is gone already. Throws StorageFault. */
  remove(key: string): Promise<void>;
}

const PART_OF_KEY = /^[\w-][\w.-]*$/;

/** Files in a folder of the disk, readable for the owner of the process only. */
export function openDiskFiles(folder: string): Files {
  const pathOf = (key: string) => {
    if (!key.split("/").every((part) => PART_OF_KEY.test(part))) throw new Error(`No key of a file: ${key}`);
    return join(folder, ...key.split("/"));
  };
  return {
    put: async (key, bytes) => guarded(key, writeWhole(pathOf(key), bytes)),
    get: async (key) => guarded(key, readIfThere(pathOf(key))),
    remove: async (key) => guarded(key, rm(pathOf(key), { recursive: true, force: true })),
  };
}

async function writeWhole(path: string, bytes: Uint8Array): Promise<void> {
  const part = `${path}.part-${randomBytes(6).toString("hex")}`;
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  await writeFile(part, bytes, { mode: 0o600, flush: true });
  await rename(part, path);
}

async function readIfThere(path: string): Promise<Uint8Array<ArrayBuffer> | null> {
  try {
    return Uint8Array.from(await readFile(path));
  } catch (fault) {
    if (fault instanceof Error && "code" in fault && fault.code === "ENOENT") return null;
    throw fault;
  }
}

async function guarded<T>(key: string, work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (fault) {
    throw new StorageFault("unreachable", `The file ${key} cannot be stored or read.`, { cause: fault });
  }
}
