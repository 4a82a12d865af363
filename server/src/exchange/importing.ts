import { isRefused, type Refusal } from "@podium/engine";
import type { UnitOfWork } from "../app.ts";
import type { StoredPhoto } from "../moments/photos.ts";
import { refusedAt, type Path, type ReadFile } from "./file-text.ts";

/** The photos of a file that were read to their end, by their names; nothing is recorded of them yet. */
export type StoredPhotos = ReadonlyMap<string, StoredPhoto>;

/** An import under way. */
export interface Importing {
  readonly unit: UnitOfWork;
  readonly read: ReadFile;
  readonly photos: StoredPhotos;
}

/** Does one step; what it refuses is refused at the line of its part. */
export async function at<T>(importing: Importing, path: Path, step: Promise<T | Refusal>): Promise<T | Refusal> {
  const done = await step;
  return isRefused(done) ? refusedIn(importing, path, done) : done;
}

/** A refusal at the line of the part that was refused. */
export function refusedIn({ read }: Importing, path: Path, refusal: Refusal): Refusal {
  return refusedAt(refusal, { path, line: read.lineOf(path) });
}
