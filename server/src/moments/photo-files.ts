import { z } from "zod";
import type { PictureFormat } from "../images/images.ts";

/** The job that makes the sizes of a photo, or clears away what is left of one that was removed. */
export const photoSizes = { name: "photo-sizes", data: z.strictObject({ photo: z.string().max(60) }) };

/** `3-960.webp`: version, width, format. */
export function fileOf(version: number, width: number, format: PictureFormat): string {
  return `${version}-${width}.${format}`;
}

/** The version that a file of a photo is of, by its key. */
export function versionOf(key: string): number {
  return Number.parseInt(key.slice(key.lastIndexOf("/") + 1), 10);
}
