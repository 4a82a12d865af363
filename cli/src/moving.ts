import { isRefused, refuse, type Refusal } from "@podium/engine";
import { move, openStorageAt, type Moved, type Storage, whyNotFrom } from "@podium/server";
import { existsSync, rmSync } from "node:fs";

/** From which database into which: files, or addresses of PostgreSQL. */
export interface Way {
  readonly from: string;
  readonly to: string;
  readonly isCopy: boolean;
  readonly progress?: (table: string, rows: number) => void;
}

/** Moves everything from one database into an empty one, or leaves nothing there. */
export async function moveBetween({ from, to, isCopy, progress = () => undefined }: Way): Promise<Moved | Refusal> {
  if (!isAddress(from) && !existsSync(from))
    return refuse("nothing-to-back-up", `There is no database ${from}.`, { path: from });
  if (!isAddress(to) && existsSync(to))
    return refuse("file-exists", `${to} exists already. Name a file that does not.`, { path: to });
  const source = await openStorageAt(from);
  let target: Storage | null = null;
  let isMoved = false;
  try {
    if (!isCopy) await source.serveAlone();
    const refusal = await whyNotFrom(source, { isCopy });
    if (refusal !== null) return refusal;
    target = await openStorageAt(to);
    const moved = await move(source, target, { isCopy, progress });
    isMoved = !isRefused(moved);
    return moved;
  } finally {
    await target?.close();
    if (target !== null && !isMoved && !isAddress(to)) removeDatabase(to);
    await source.close();
  }
}

/** A file that did not exist before, and holds nothing of use. */
function removeDatabase(path: string): void {
  for (const end of ["", "-wal", "-shm"]) rmSync(path + end, { force: true });
}

function isAddress(place: string): boolean {
  return /^postgres(ql)?:/.test(place);
}
