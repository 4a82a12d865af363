import { execFileSync, spawnSync } from "node:child_process";
import { appendFileSync, mkdtempSync, rmSync, statfsSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { fileURLToPath } from "node:url";
import { sql } from "kysely";
import type { Db } from "./storage.ts";

/** A small disk of its own, where this machine lets a process have one. */
const SMALL_DISK = ["--user", "--map-root-user", "--mount", "/bin/sh", "-c"];

/** Why there is no small disk; null where there is one. */
export const NO_SMALL_DISK =
  process.platform === "linux" &&
  spawnSync("unshare", [...SMALL_DISK, "mount -t tmpfs -o size=64k none /mnt"]).status === 0
    ? null
    : "A full disk: skipped, because this machine gives a process no disk of its own.";

/** Runs Node, whose folder for temporary files is a disk of `kilobytes` (DISK in its arguments); answers what it output. */
export function onSmallDisk(kilobytes: number, args: readonly string[]): string {
  const script = `mount -t tmpfs -o size=${kilobytes}k none "$0" && TMPDIR="$0" exec "$@"`;
  const disk = mkdtempSync(join(tmpdir(), "podium-disk-"));
  try {
    return execFileSync(
      "unshare",
      [...SMALL_DISK, script, disk, process.execPath, ...args.map((arg) => arg.replaceAll("DISK", disk))],
      {
        encoding: "utf8",
        cwd: fileURLToPath(new URL(".", import.meta.url)),
        maxBuffer: 64 * 1024 * 1024,
      },
    );
  } finally {
    rmSync(disk, { recursive: true });
  }
}

/** Leaves no room on the disk, and none in the log of SQLite, which would take writes for a while. */
export async function fillDisk(db: Db, filler: string): Promise<void> {
  await sql`pragma wal_checkpoint(truncate)`.execute(db);
  for (const step of [1 << 20, 1 << 12]) {
    const free = () => {
      const { bavail, bsize } = statfsSync(dirname(filler));
      return bavail * bsize;
    };
    while (free() >= step) appendFileSync(filler, Buffer.alloc(step));
  }
}

/** Counts what was committed, seen from a connection that commits nothing (sqlite.org/pragma.html#pragma_data_version). */
export function openCommitCount(path: string): () => unknown {
  const database = new DatabaseSync(path);
  return () => database.prepare("pragma data_version").get()?.["data_version"];
}
