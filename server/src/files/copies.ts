import { createHash } from "node:crypto";
import { existsSync, readFileSync, renameSync, rmSync } from "node:fs";
import { mkdir, open } from "node:fs/promises";
import { dirname, join } from "node:path";
import { isRefused, refuse, type Refusal } from "@podium/engine";
import { openDiskFiles } from "./disk.ts";
import type { Files } from "./files.ts";

/** A copy of all files, each of them read back and found equal. */
export interface CopiedFiles {
  readonly path: string;
  readonly files: number;
  readonly bytes: number;
  /** SHA-256 over the keys and contents of all, in the order of their keys. */
  readonly digest: string;
}

/**
 * Copies files that may be in use to a folder: every file there is whole. One that is deleted meanwhile was not to be kept.
 * The copy gets its name when all of it is there. Refuses to write over anything. Throws StorageFault where they cannot be read.
 */
export async function copyFiles(files: Files, target: string): Promise<CopiedFiles | Refusal> {
  if (existsSync(target))
    return refuse("file-exists", `${target} exists already. Name a file that does not.`, { path: target });
  const part = `${target}.part-${process.pid}`;
  try {
    return await copyTo(files, part, target);
  } finally {
    rmSync(part, { recursive: true, force: true });
  }
}

async function copyTo(files: Files, part: string, target: string): Promise<CopiedFiles | Refusal> {
  const count = counting();
  const writing = async (work: () => unknown) => {
    try {
      await work();
      return undefined;
    } catch (fault) {
      const why = fault instanceof Error ? fault.message : String(fault);
      return refuse("backup-unwritten", `${target} could not be written: ${why}`, { path: target });
    }
  };
  let refused = await writing(() => mkdir(part, { recursive: true, mode: 0o700 }));
  for await (const { key } of files.list()) {
    const content = await files.get(key);
    if (content === null) continue;
    refused ??= await writing(() => writeProved(join(part, ...key.split("/")), content));
    if (refused !== undefined) return refused;
    count.add(key, content);
  }
  refused ??= await writing(() => renameSync(part, target));
  return refused ?? { path: target, ...count.sum() };
}

function counting() {
  const digest = createHash("sha256");
  let [files, bytes] = [0, 0];
  return {
    add: (key: string, content: Uint8Array) => {
      digest.update(`${key}\n${content.length}\n`).update(content);
      files += 1;
      bytes += content.length;
    },
    sum: () => ({ files, bytes, digest: digest.digest("hex") }),
  };
}

/**
 * Puts a copy in the place of a folder of files, keeping what was there beside it; answers where that is now. A copy is
 * made first: whatever ends this, the place holds the one or the other, whole.
 */
export async function restoreFiles(
  copy: string,
  { folder, nowMs }: { readonly folder: string; readonly nowMs: number },
): Promise<(CopiedFiles & { readonly previous: string | null }) | Refusal> {
  const restoring = `${folder}.restoring-${process.pid}`;
  const copied = await copyFiles(openDiskFiles(copy), restoring);
  if (isRefused(copied)) return copied;
  const previous = existsSync(folder) ? `${folder}.before-${nowMs}` : null;
  if (previous !== null) renameSync(folder, previous);
  renameSync(restoring, folder);
  return { ...copied, path: folder, previous };
}

/**
 * Puts the files of a copy back into a store that is no folder, and reads each of them. What is there and not in the copy stays:
 * it is of no photo that the restored database knows, and is cleared away by the next purge. Throws StorageFault.
 */
export async function putCopy(copy: string, files: Files): Promise<CopiedFiles | Refusal> {
  const count = counting();
  const copied = openDiskFiles(copy);
  for await (const { key } of copied.list()) {
    const content = (await copied.get(key)) ?? new Uint8Array();
    await files.put(key, content);
    const read = await files.get(key);
    if (read === null || !Buffer.from(content).equals(read))
      return refuse("backup-unwritten", `${files.place} does not give ${key} back as it was written.`, { path: key });
    count.add(key, content);
  }
  return { path: files.place, ...count.sum() };
}

async function writeProved(path: string, content: Uint8Array): Promise<void> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  const file = await open(path, "wx", 0o600);
  try {
    await file.writeFile(content);
    await file.sync();
  } finally {
    await file.close();
  }
  if (!readFileSync(path).equals(content)) throw new Error(`${path} is not what was written`);
}
