import { refuse, type Refusal } from "@podium/engine";
import type { Metadata, Sharp, SharpOptions } from "sharp";
import { iptcWords } from "./iptc.ts";
import { openSharp } from "./sharp.ts";
import { wordsIn, xmpOf, type PersonInPicture, type PictureWords, type Region } from "./xmp.ts";

/** A picture that can be read to its end. */
export interface CheckedPicture {
  readonly format: "jpeg" | "png" | "webp";
  /** As it is seen: turned the way it was taken. */
  readonly width: number;
  readonly height: number;
  /** A blurred stand-in as WebP, at most STAND_IN_BYTES_MAX bytes. */
  readonly standIn: Uint8Array;
  /** What the picture says of itself. */
  readonly words: Omit<PictureWords, "people">;
  /** Whom it says to show. */
  readonly people: readonly PersonInPicture[];
}

/** One size of a picture in one format. */
export interface PictureSize {
  readonly width: number;
  readonly height: number;
  readonly format: PictureFormat;
  readonly bytes: Uint8Array;
}

/** From the smallest to what every browser knows. */
export const PICTURE_FORMATS = ["avif", "webp", "jpeg"] as const;
export type PictureFormat = (typeof PICTURE_FORMATS)[number];

/** Larger files are refused unread. */
export const PICTURE_BYTES_MAX = 30 * 1024 * 1024;
export const STAND_IN_BYTES_MAX = 200;

/** More than any phone takes in one picture; what unpacks to more is refused before it is. */
const PIXELS_MAX = 64_000_000;
/** Of a picture that is unpacked whole before a line of it can be used, so many bytes: with the process around it, 300 MB. */
const WHOLE_BYTES_MAX = 130_000_000;
const SIDE_MAX = 16_000;
const WIDTHS = [480, 960, 1600];
/** No size is higher: one that is turned upright takes no more memory and bytes than one that lies. */
const HEIGHT_MAX = 1600;

const CAREFULLY: SharpOptions = { failOn: "error", limitInputPixels: PIXELS_MAX, pages: 1 };

/**
 * Reads a picture to its end. Refuses `photo-too-large` (bytes or pixels), `photo-too-heavy` (memory), `photo-of-phone` (HEIC, which no browser shows
 * either), `photo-moving` and `photo-unreadable`, each with a sentence that says what to do.
 */
export async function checkPicture(bytes: Uint8Array): Promise<CheckedPicture | Refusal> {
  if (bytes.length > PICTURE_BYTES_MAX) return tooLarge();
  const format = formatOf(bytes);
  if (format === "heic")
    return refuse(
      "photo-of-phone",
      "This photo is HEIC. Send it as JPEG. On an iPhone: Settings, Camera, Formats, Most Compatible; or share it by mail. " +
        "On Android: in the camera's settings, turn HEIF or high-efficiency pictures off.",
    );
  if (format === null) return unreadable();
  try {
    return await readToItsEnd(bytes, format);
  } catch (fault) {
    return fault instanceof Error && /pixel limit/.test(fault.message) ? tooLarge() : unreadable();
  }
}

async function readToItsEnd(bytes: Uint8Array, format: CheckedPicture["format"]): Promise<CheckedPicture | Refusal> {
  const sharp = await openSharp();
  const known = await sharp(bytes, { ...CAREFULLY, pages: -1 }).metadata();
  if (known.format !== format) return unreadable();
  if ((known.pages ?? 1) > 1) return refuse("photo-moving", "A moving picture cannot be shown. Send a photo.");
  const { width, height } = known.autoOrient;
  if (Math.max(width, height) > SIDE_MAX || width * height > PIXELS_MAX) return tooLarge();
  if (wholeBytesOf(known) > WHOLE_BYTES_MAX) return tooHeavy();
  if (Math.min(width, height) < 16) return unreadable();
  const small = await sharp(bytes, CAREFULLY).autoOrient().resize(64, 64, { fit: "inside" }).blur(2).png().toBuffer();
  const { people, ...words } = wordsOf(known);
  return { format, width, height, standIn: await standInOf(sharp(small)), words, people };
}

/**
 * How many bytes must be in memory before the first line of a picture can be used: of one in several scans all coefficients (JPEG)
 * or pixels (PNG), and of one that is to be turned all pixels, where the decoder cannot make it small on the way.
 */
function wholeBytesOf({ format, width, height, channels, depth, isProgressive, orientation = 1 }: Metadata): number {
  const isJpeg = format === "jpeg";
  if (isProgressive !== true && (isJpeg || orientation === 1)) return 0;
  // A coefficient of JPEG has two bytes; a sample of 16 bits stands beside what is made of it with 8.
  const bytes = isJpeg ? 2 : depth === "ushort" ? 3 : 1;
  return width * height * channels * bytes;
}

/** What a picture says of itself in XMP, and where it says nothing there, in IPTC as it was before. */
function wordsOf({ xmpAsString = "", iptc }: Metadata): PictureWords {
  const words = wordsIn(xmpAsString);
  const older = iptc === undefined ? null : iptcWords(iptc);
  return { ...words, credit: words.credit ?? older?.credit ?? null, caption: words.caption ?? older?.caption ?? null };
}

/** Smaller and coarser until it fits. */
async function standInOf(small: Sharp): Promise<Uint8Array> {
  for (const side of [24, 16, 12, 8]) {
    const bytes = await small.clone().resize(side, side, { fit: "inside" }).webp({ quality: 30 }).toBuffer();
    if (bytes.length <= STAND_IN_BYTES_MAX) return bytes;
  }
  return small.clone().resize(2, 2, { fit: "fill" }).webp({ quality: 1 }).toBuffer();
}

function tooLarge(): Refusal {
  return refuse(
    "photo-too-large",
    `A photo has at most ${PICTURE_BYTES_MAX / 1024 / 1024} MB and ${PIXELS_MAX / 1_000_000} million pixels. Send a smaller one.`,
    { bytes: PICTURE_BYTES_MAX, pixels: PIXELS_MAX },
  );
}

function tooHeavy(): Refusal {
  return refuse(
    "photo-too-heavy",
    "This photo must be unpacked whole before anything of it is seen, and is too large for that. " +
      "Save it as an ordinary JPEG (not progressive), or send a smaller one.",
  );
}

function unreadable(): Refusal {
  return refuse("photo-unreadable", "This is no photo that can be read to its end. Send it as JPEG, PNG or WebP.");
}

/** What a file is by its first bytes, whatever it is called. */
function formatOf(bytes: Uint8Array): "jpeg" | "png" | "webp" | "heic" | null {
  const text = (from: number, to: number) => String.fromCharCode(...bytes.subarray(from, to));
  if (bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff) return "jpeg";
  if (text(0, 8) === "\u0089PNG\r\n\u001a\n") return "png";
  if (text(0, 4) === "RIFF" && text(8, 12) === "WEBP") return "webp";
  return text(4, 8) === "ftyp" && /^(heic|heix|hevc|mif1|msf1|heim|heis)$/.test(text(8, 12)) ? "heic" : null;
}

/** What is made of a picture. */
export interface PictureWish {
  readonly formats: readonly PictureFormat[];
  readonly blurred: readonly Region[];
  readonly words: PictureWords;
}

/**
 * A picture in all its sizes and formats: turned upright, its regions blurred, without what the camera wrote into it
 * (place, serial numbers, thumbnails); with the words that are given.
 */
export async function* sizesOf(
  bytes: Uint8Array,
  { formats, blurred, words }: PictureWish,
): AsyncGenerator<PictureSize> {
  const sharp = await openSharp();
  const { autoOrient } = await sharp(bytes, CAREFULLY).metadata();
  const most = Math.min(autoOrient.width, Math.ceil((HEIGHT_MAX * autoOrient.width) / autoOrient.height));
  const widths = [...new Set(WIDTHS.map((width) => Math.min(width, most)))];
  for (const width of widths) {
    const height = Math.max(1, Math.round((autoOrient.height * width) / autoOrient.width));
    const upright = await sharp(bytes, CAREFULLY)
      .autoOrient()
      .flatten({ background: "#ffffff" })
      .toColourspace("srgb")
      .resize(width, height, { fit: "fill" })
      .raw()
      .toBuffer({ resolveWithObject: true });
    const open = () => sharp(upright.data, { raw: { width, height, channels: upright.info.channels } });
    const patches = await Promise.all(blurred.map((region) => patchOf(open(), region, { width, height })));
    for (const format of formats) {
      const made = encoded(open().composite(patches), format).withXmp(xmpOf(words));
      yield { width, height, format, bytes: await made.toBuffer() };
    }
  }
}

function encoded(picture: Sharp, format: PictureFormat): Sharp {
  if (format === "avif") return picture.avif({ quality: 50, effort: 2 });
  return format === "webp" ? picture.webp({ quality: 76 }) : picture.jpeg({ quality: 78, mozjpeg: true });
}

/** A region as a few flat cells: nobody is made out in it, and nothing can be undone. */
async function patchOf(picture: Sharp, region: Region, of: { readonly width: number; readonly height: number }) {
  const left = Math.min(of.width - 1, Math.floor(region.x * of.width));
  const top = Math.min(of.height - 1, Math.floor(region.y * of.height));
  const width = Math.max(1, Math.min(of.width - left, Math.ceil(region.width * of.width)));
  const height = Math.max(1, Math.min(of.height - top, Math.ceil(region.height * of.height)));
  const cells = await picture.extract({ left, top, width, height }).resize(4, 4, { fit: "fill" }).png().toBuffer();
  const { default: sharp } = await import("sharp");
  const input = await sharp(cells).resize(width, height, { fit: "fill", kernel: "cubic" }).png().toBuffer();
  return { input, left, top };
}
