import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import sharp, { type Sharp } from "sharp";

/** What a photo may take of the memory of a process, with the process itself. */
const MEMORY_MAX = 300 * 1024 * 1024;
const CHILD = fileURLToPath(new URL("picture-memory.testing.ts", import.meta.url));
const FOLDER = mkdtempSync(join(tmpdir(), "podium-memory-"));
after(() => rmSync(FOLDER, { recursive: true }));

function plain(width: number, height: number, channels: 3 | 4): Sharp {
  const background = { r: 30, g: 90, b: 140, alpha: 0.5 };
  return sharp({ create: { width, height, channels, background }, limitInputPixels: false });
}

/** The heaviest of each kind that is taken in, and one beyond it. */
const HEAVY: readonly (readonly [name: string, picture: () => Sharp, becomes: string])[] = [
  [
    "JPEG of 63 million pixels that is to be turned",
    () => plain(9_150, 6_900, 3).jpeg().withMetadata({ orientation: 6 }),
    "taken",
  ],
  [
    "JPEG of 21 million pixels in several scans",
    () => plain(5_250, 4_000, 3).jpeg({ progressive: true, chromaSubsampling: "4:4:4" }),
    "taken",
  ],
  [
    "JPEG of 23 million pixels in several scans",
    () => plain(5_750, 4_000, 3).jpeg({ progressive: true, chromaSubsampling: "4:4:4" }),
    "photo-too-heavy",
  ],
  [
    "interlaced PNG of 16 bits and 10 million pixels",
    () => plain(3_600, 2_900, 4).toColourspace("rgb16").png({ progressive: true, compressionLevel: 1 }),
    "taken",
  ],
  [
    "interlaced PNG of 16 bits and 12 million pixels",
    () => plain(4_000, 3_000, 4).toColourspace("rgb16").png({ progressive: true, compressionLevel: 1 }),
    "photo-too-heavy",
  ],
  [
    "PNG of 40 million pixels that is to be turned",
    () => plain(8_000, 5_000, 4).png({ compressionLevel: 1 }).withMetadata({ orientation: 3 }),
    "photo-too-heavy",
  ],
  ["WebP of 48 million pixels", () => plain(8_000, 6_000, 3).webp({ effort: 0 }), "taken"],
];

const skip = existsSync("/proc/self/status")
  ? false
  : "skipped, because this system does not tell the memory of a process";

for (const [name, picture, becomes] of HEAVY)
  test(`at most 300 MB: ${name} is ${becomes}`, { skip }, async () => {
    const path = join(FOLDER, "picture");
    writeFileSync(path, await picture().toBuffer());
    const { stdout } = await promisify(execFile)(process.execPath, [CHILD, path]);
    const { results, most }: { results: string[]; most: number } = JSON.parse(stdout);
    assert.deepEqual(results, [becomes]);
    assert.ok(most > 30_000_000 && most < MEMORY_MAX, `${Math.round(most / 1e6)} MB`);
  });
