import { StorageFault } from "./storage.ts";

const UNWRITABLE: ReadonlySet<string> = new Set("EACCES EEXIST ENOTDIR EROFS EPERM EISDIR ENOENT".split(" "));

/** What the file system threw about a file in the data folder, as a StorageFault; anything else as it came. */
export function explainFile(fault: unknown, folder: string): unknown {
  const name = fault instanceof Error && "code" in fault ? String(fault.code) : "";
  const options = { cause: fault };
  if (name === "ENOSPC" || name === "EDQUOT") return new StorageFault("full", diskFull(folder), options);
  return UNWRITABLE.has(name) ? new StorageFault("unwritable", folderUnwritable(folder), options) : fault;
}

export function diskFull(folder: string): string {
  return `The disk of ${folder} is full.`;
}

export function folderUnwritable(folder: string): string {
  return `The folder ${folder} cannot be written. Choose another with PODIUM_DATA.`;
}
