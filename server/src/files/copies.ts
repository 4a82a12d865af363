import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import { mkdir, open, readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { refuse, type Refusal } from "@podium/engine";

/** A copy of a folder of files, each of them read back and found equal. */
export interface CopiedFiles {
  readonly path: string;
  readonly files: number;
  readonly bytes: number;
  /** SHA-256 over the names and contents of all, in the order of their names. */
  readonly digest: string;
}

/** What `openDiskFiles` has not finished writing. */
const UNFINISHED = /\.part-[0-9a-f]+$/;

/**
 * Copies a folder of files that may be in use: every file there is whole. One that is deleted meanwhile was not to be kept.
 * The copy gets its name when all of it is there. Refuses to write over anything.
 */
export async function copyFiles(folder: string, target: string): Promise<CopiedFiles | Refusal> {
  if (existsSync(target))
    return refuse("file-exists", `${target} exists already. Name a file that does not.`, { path: target });
  const part = `${target}.part-${process.pid}`;
  const digest = createHash("sha256");
  let files = 0;
  let bytes = 0;
  try {
    await mkdir(part, { recursive: true, mode: 0o700 });
    for (const name of namesIn(folder)) {
      const content = await contentOf(join(folder, name));
      if (content === null) continue;
      await writeProved(join(part, name), content);
      digest.update(`${name}\n${content.length}\n`).update(content);
      files += 1;
      bytes += content.length;
    }
    renameSync(part, target);
    return { path: target, files, bytes, digest: digest.digest("hex") };
  } catch (fault) {
    const why = fault instanceof Error ? fault.message : String(fault);
    return refuse("backup-unwritten", `${target} could not be written: ${why}`, { path: target });
  } finally {
    rmSync(part, { recursive: true, force: true });
  }
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
  const copied = await copyFiles(copy, restoring);
  if ("refused" in copied) return copied;
  const previous = existsSync(folder) ? `${folder}.before-${nowMs}` : null;
  if (previous !== null) renameSync(folder, previous);
  renameSync(restoring, folder);
  return { ...copied, path: folder, previous };
}

function namesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !UNFINISHED.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .toSorted();
}

async function contentOf(path: string): Promise<Buffer | null> {
  try {
    return await readFile(path);
  } catch (fault) {
    if (fault instanceof Error && "code" in fault && fault.code === "ENOENT") return null;
    throw fault;
  }
}

async function writeProved(path: string, content: Buffer): Promise<void> {
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
