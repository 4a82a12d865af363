import { execFile } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import sharp from "sharp";
import { count, type Row } from "./row.ts";
import { inTemporaryFolder } from "./server-process.ts";

const CHILD = fileURLToPath(new URL("photo-process.ts", import.meta.url));

interface Taken {
  readonly checked: number;
  readonly all: number;
  readonly files: number;
  readonly made: number;
  readonly most: number;
}

/** A photo of 12 million pixels, as large in bytes as a phone's, to all its sizes: processor time and memory in a process of its own. */
export async function measurePhotos(): Promise<Row[]> {
  return inTemporaryFolder(async (folder) => {
    const path = join(folder, "photo.jpeg");
    const bytes = await phonePicture();
    writeFileSync(path, bytes);
    const { stdout } = await promisify(execFile)(process.execPath, [CHILD, path]);
    const taken: Taken = JSON.parse(stdout);
    const from = `4032 x 3024 JPEG of ${(bytes.length / 1e6).toFixed(1)} MB`;
    return [
      {
        what: "a photo of 12 MP is read to its end",
        figure: `${taken.checked.toFixed(2)} s`,
        note: `processor time; ${from}`,
      },
      {
        what: "a photo of 12 MP to all its sizes",
        figure: `${taken.all.toFixed(2)} s, ${count(taken.most)} MB`,
        note: `processor time, and the most memory of the process; ${taken.files} files, ${count(taken.made / 1000)} kB`,
      },
    ];
  });
}

/** Large shapes with a little grain, turned as a phone held upright writes it. */
async function phonePicture(): Promise<Buffer> {
  const noiseOf = (width: number, height: number, sigma: number) =>
    sharp({
      create: { width, height, channels: 3, background: "#000", noise: { type: "gaussian", mean: 128, sigma } },
    })
      .png()
      .toBuffer();
  const shapes = await sharp(await noiseOf(96, 72, 60))
    .resize(4032, 3024, { kernel: "cubic" })
    .png()
    .toBuffer();
  const grain = await noiseOf(4032, 3024, 6);
  return sharp(shapes)
    .composite([{ input: grain, blend: "soft-light" }])
    .jpeg({ quality: 88 })
    .withMetadata({ orientation: 6 })
    .toBuffer();
}
