import { randomBytes } from "node:crypto";
import type { Dirent } from "node:fs";
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { StorageFault } from "../storage/storage.ts";
import { assertKey, type Files, type ListedFile } from "./files.ts";

/** What is not finished being written. */
const UNFINISHED = /\.part-[0-9a-f]+$/;

/** Files in a folder of the disk, readable for the owner of the process only. */
export function openDiskFiles(folder: string): Files {
  const pathOf = (key: string) => {
    assertKey(key);
    return join(folder, ...key.split("/"));
  };
  return {
    place: `The folder ${folder}`,
    put: async (key, bytes) => guarded(key, writeWhole(pathOf(key), bytes)),
    get: async (key) => guarded(key, readIfThere(pathOf(key))),
    remove: async (key) => guarded(key, rm(pathOf(key), { recursive: true, force: true })),
    list: (under) => listed(folder, under === undefined ? folder : pathOf(under)),
  };
}

async function* listed(folder: string, under: string): AsyncGenerator<ListedFile> {
  const entries = await guarded(under, entriesOf(under));
  const keys = entries
    .filter((entry) => entry.isFile() && !UNFINISHED.test(entry.name))
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .replaceAll("\\", "/"),
    );
  for (const key of keys.toSorted()) {
    const found = await guarded(key, ifThere(stat(join(folder, key))));
    if (found !== null) yield { key, writtenMs: found.mtimeMs };
  }
}

async function entriesOf(folder: string): Promise<Dirent[]> {
  return (await ifThere(readdir(folder, { recursive: true, withFileTypes: true }))) ?? [];
}

async function writeWhole(path: string, bytes: Uint8Array): Promise<void> {
  const part = `${path}.part-${randomBytes(6).toString("hex")}`;
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  await writeFile(part, bytes, { mode: 0o600, flush: true });
  await rename(part, path);
}

async function readIfThere(path: string): Promise<Uint8Array<ArrayBuffer> | null> {
  const bytes = await ifThere(readFile(path));
  return bytes === null ? null : Uint8Array.from(bytes);
}

async function ifThere<T>(work: Promise<T>): Promise<T | null> {
  try {
    return await work;
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
