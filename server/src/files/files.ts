import { randomBytes } from "node:crypto";
import { StorageFault } from "../storage/storage.ts";

/**
 * Files beside the database, by their keys: `photos/ID/1-960.webp`. A key is made of letters, digits, `-`, `_`, `.` and `/`.
 * Every adapter is held to files.contract.ts.
 */
export interface Files {
  /** Where they are, for whoever runs the installation: a folder, or a bucket with its address. No secret is in it. */
  readonly place: string;
  /** Stores a file whole or not at all; one of the same key is replaced. Throws StorageFault. */
  put(key: string, bytes: Uint8Array): Promise<void>;
  /** The bytes of a file; null where there is none. Throws StorageFault. */
  get(key: string): Promise<Uint8Array<ArrayBuffer> | null>;
  /** Deletes a file, or all whose keys begin with `folder/`; what is not there is gone already. Throws StorageFault. */
  remove(key: string): Promise<void>;
  /** The files whose keys begin with `folder/`, or all of them, in the order of their keys. Throws StorageFault. */
  list(folder?: string): AsyncIterable<ListedFile>;
}

/** A file as it is listed. */
export interface ListedFile {
  readonly key: string;
  /** When it was written last. */
  readonly writtenMs: number;
}

const PART_OF_KEY = /^[\w-][\w.-]*$/;

/** Asserts that a key leads nowhere but into the store. */
export function assertKey(key: string): void {
  if (!key.split("/").every((part) => PART_OF_KEY.test(part))) throw new Error(`No key of a file: ${key}`);
}

/**
 * Proves of a store that files can be written, read, listed and removed there, with one that is gone afterwards. Throws
 * StorageFault: of kind `unfit` where a setting is wrong, `unreachable` where it may pass.
 */
export async function proveFiles(files: Files): Promise<void> {
  const key = `check/${randomBytes(9).toString("hex")}`;
  const written = randomBytes(64);
  await files.put(key, written);
  const read = await files.get(key);
  const listed: string[] = [];
  for await (const file of files.list("check")) listed.push(file.key);
  await files.remove(key);
  if (read === null || !written.equals(read) || !listed.includes(key))
    throw new StorageFault("unfit", `${files.place} does not give back what is written there.`);
}
