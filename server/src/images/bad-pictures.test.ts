import assert from "node:assert/strict";
import { test } from "node:test";
import { deflateSync } from "node:zlib";
import { isRefused } from "@podium/engine";
import sharp from "sharp";
import { checkPicture, PICTURE_BYTES_MAX, sizesOf, STAND_IN_BYTES_MAX } from "./images.ts";
import { noise, phonePhoto } from "./pictures.testing.ts";

/** Files that are no photos, made here: each is refused with a sentence, in bounded memory, and none is executed. */

const text = (words: string) => new TextEncoder().encode(words);
const joined = (...parts: readonly Uint8Array[]) => Uint8Array.from(Buffer.concat(parts));
const small = await noise(64, 48);
const jpeg = Uint8Array.from(await small.clone().jpeg().toBuffer());
const png = Uint8Array.from(await small.clone().png().toBuffer());
const webp = Uint8Array.from(await small.clone().webp().toBuffer());
const photo = await phonePhoto();

function crc(bytes: Uint8Array): number {
  let value = ~0;
  for (const byte of bytes) {
    value ^= byte;
    for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  }
  return ~value >>> 0;
}

function chunk(name: string, data: Uint8Array): Uint8Array {
  const named = joined(text(name), data);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc(named));
  return joined(length, named, sum);
}

/** A PNG that says it is so large, with as little in it as is needed to say so. */
function pngBomb(width: number, height: number, rows: number): Uint8Array {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([1, 0, 0, 0, 0], 8);
  const row = Buffer.alloc(Math.ceil(width / 8) + 1);
  const data = deflateSync(Buffer.concat(Array.from({ length: rows }, () => row)));
  return joined(png.subarray(0, 8), chunk("IHDR", head), chunk("IDAT", data), chunk("IEND", new Uint8Array()));
}

/** A GIF or WebP of many frames. */
async function frames(count: number, format: "gif" | "webp"): Promise<Uint8Array> {
  const many = await Promise.all(
    Array.from({ length: count }, (_, index) => {
      const background = { r: (index * 97) % 256, g: 0, b: 0 };
      return sharp({ create: { width: 32, height: 32, channels: 3, background } })
        .png()
        .toBuffer();
    }),
  );
  const moving = await sharp(many, { join: { animated: true } })
    .toFormat(format)
    .toBuffer();
  return Uint8Array.from(moving);
}

const SVG = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script><image href="file:///etc/passwd"/></svg>';
const HEIC = joined(Uint8Array.of(0, 0, 0, 24), text("ftypheic"), new Uint8Array(64));

const BAD: readonly (readonly [name: string, bytes: Uint8Array, code: string])[] = [
  ["nothing", new Uint8Array(), "photo-unreadable"],
  ["one byte", Uint8Array.of(0xff), "photo-unreadable"],
  ["zeroes", new Uint8Array(10_000), "photo-unreadable"],
  ["words", text("This is no photo."), "photo-unreadable"],
  ["a page", text("<!doctype html><script>alert(1)</script>"), "photo-unreadable"],
  ["a drawing with a script", text(SVG), "photo-unreadable"],
  ["a drawing after a declaration", text(`<?xml version="1.0"?>${SVG}`), "photo-unreadable"],
  [
    "a drawing with entities",
    text(`<!DOCTYPE svg [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>${SVG}`),
    "photo-unreadable",
  ],
  ["a document", text("%PDF-1.7\n"), "photo-unreadable"],
  ["PostScript", text("%!PS-Adobe-3.0 EPSF-3.0\n"), "photo-unreadable"],
  ["an archive", text("PK\u0003\u0004"), "photo-unreadable"],
  ["a program", text("\u007fELF"), "photo-unreadable"],
  [
    "a script for a decoder",
    text("push graphic-context\nviewbox 0 0 640 480\nfill 'url(https://x/)'"),
    "photo-unreadable",
  ],
  ["a moving GIF", await frames(3, "gif"), "photo-unreadable"],
  ["a moving WebP", await frames(3, "webp"), "photo-moving"],
  ["a WebP of 300 frames", await frames(300, "webp"), "photo-moving"],
  ["a TIFF", Uint8Array.from(await small.clone().tiff().toBuffer()), "photo-unreadable"],
  [
    "an AVIF, which phones do not send",
    Uint8Array.from(await small.clone().avif({ effort: 0 }).toBuffer()),
    "photo-unreadable",
  ],
  ["HEIC from a phone", HEIC, "photo-of-phone"],
  ["a film", joined(Uint8Array.of(0, 0, 0, 24), text("ftypisom"), new Uint8Array(64)), "photo-unreadable"],
  ["a film that begins like a GIF", text("GIF89a\u0001\u0000\u0001\u0000"), "photo-unreadable"],
  ["a page that is called a photo", text("<html><img src=x onerror=alert(1)></html>"), "photo-unreadable"],
  ["an icon", joined(Uint8Array.of(0, 0, 1, 0, 1, 0), png), "photo-unreadable"],
  ["a bitmap", joined(text("BM"), new Uint8Array(200)), "photo-unreadable"],
  ["a JPEG behind a line of words", joined(text("\n"), jpeg), "photo-unreadable"],
  ["a JPEG of 65,535 lines with none in it", withHeight(jpeg, 65_535), "photo-unreadable"],
  ["a JPEG with no table to read it by", without(jpeg, 0xdb), "photo-unreadable"],
  [
    "a JPEG whose segment is longer than the file",
    joined(jpeg.subarray(0, 4), Uint8Array.of(0xff, 0xff)),
    "photo-unreadable",
  ],
  ["a PNG with a second head", joined(png.subarray(0, 33), png.subarray(8)), "photo-unreadable"],
  [
    "a PNG whose data is not packed",
    joined(png.subarray(0, 33), chunk("IDAT", text("alert(1)")), chunk("IEND", new Uint8Array())),
    "photo-unreadable",
  ],
  ["a bomb of lines in a small PNG", pngBomb(16_000, 16_000, 16_000), "photo-too-large"],
  [
    "a WebP that says it is longer",
    joined(webp.subarray(0, 4), Uint8Array.of(0xff, 0xff, 0xff, 0x7f), webp.subarray(8)),
    "photo-unreadable",
  ],
  ["one byte too many", new Uint8Array(PICTURE_BYTES_MAX + 1), "photo-too-large"],
  ["51 MB", joined(jpeg, new Uint8Array(51 * 1024 * 1024)), "photo-too-large"],
  ["40,000 pixels wide", pngBomb(40_000, 40_000, 1), "photo-too-large"],
  ["40,000 pixels in one line", pngBomb(40_000, 40, 40), "photo-too-large"],
  ["more pixels than there are", pngBomb(0x7fffffff, 0x7fffffff, 1), "photo-unreadable"],
  ["65 million pixels", pngBomb(13_000, 5_000, 5_000), "photo-too-large"],
  ["no height", pngBomb(100, 0, 0), "photo-unreadable"],
  ["one pixel", Uint8Array.from(await small.clone().resize(1, 1).png().toBuffer()), "photo-unreadable"],
  [
    "fifteen pixels",
    Uint8Array.from(await small.clone().resize(100, 15, { fit: "fill" }).png().toBuffer()),
    "photo-unreadable",
  ],
  ["fewer lines than it says", pngBomb(400, 400, 20), "photo-unreadable"],
  ["a JPEG that is said to be PNG", joined(png.subarray(0, 8), jpeg), "photo-unreadable"],
  ["a PNG that is said to be JPEG", joined(jpeg.subarray(0, 3), png), "photo-unreadable"],
  ["a drawing behind the mark of a JPEG", joined(jpeg.subarray(0, 3), text(SVG)), "photo-unreadable"],
  ["a drawing behind the mark of a PNG", joined(png.subarray(0, 8), text(SVG)), "photo-unreadable"],
  ["a drawing behind the mark of a WebP", joined(webp.subarray(0, 12), text(SVG)), "photo-unreadable"],
  ["only the mark of a JPEG", jpeg.subarray(0, 3), "photo-unreadable"],
  ["only the mark of a PNG", png.subarray(0, 8), "photo-unreadable"],
  ["only the mark of a WebP", webp.subarray(0, 12), "photo-unreadable"],
  ...[0.1, 0.3, 0.5, 0.7, 0.9].flatMap((part) =>
    (
      [
        ["JPEG", photo],
        ["PNG", png],
        ["WebP", webp],
      ] as const
    ).map(
      ([name, whole]) =>
        [
          `a ${name} cut off at ${part}`,
          whole.subarray(0, Math.floor(whole.length * part)),
          "photo-unreadable",
        ] as const,
    ),
  ),
  ...[40, 60, 80, 100, 120, 140, 160, 180].map(
    (at) => [`a PNG with a byte turned at ${at}`, turned(png, at), "photo-unreadable"] as const,
  ),
];

/** A JPEG that says it has so many lines. */
function withHeight(whole: Uint8Array, height: number): Uint8Array {
  const bytes = Uint8Array.from(whole);
  new DataView(bytes.buffer).setUint16(segmentAt(bytes, 0xc0) + 5, height);
  return bytes;
}

/** A JPEG whose segments of a kind have become comments. */
function without(whole: Uint8Array, kind: number): Uint8Array {
  const bytes = Uint8Array.from(whole);
  for (let at = segmentAt(bytes, kind); at > 0; at = segmentAt(bytes, kind)) bytes[at + 1] = 0xfe;
  return bytes;
}

function segmentAt(bytes: Uint8Array, kind: number): number {
  return bytes.findIndex((byte, at) => byte === 0xff && bytes[at + 1] === kind);
}

function turned(whole: Uint8Array, at: number): Uint8Array {
  const bytes = Uint8Array.from(whole);
  bytes[at] = (bytes[at] ?? 0) ^ 0xff;
  return bytes;
}

/** What is odd and a photo all the same: it is taken in, and nothing of what is odd in it is in what is made of it. */
const ODD: readonly (readonly [name: string, bytes: () => Promise<Uint8Array>])[] = [
  ...Array.from({ length: 10 }, (_, orientation): (typeof ODD)[number] => [
    `turned by ${orientation}`,
    async () => withOrientation(orientation),
  ]),
  ["CMYK", async () => small.clone().toColourspace("cmyk").jpeg().toBuffer()],
  ["grey", async () => small.clone().greyscale().jpeg().toBuffer()],
  ["of 16 bits", async () => small.clone().toColourspace("rgb16").png().toBuffer()],
  ["interlaced", async () => small.clone().png({ progressive: true }).toBuffer()],
  ["in several scans", async () => small.clone().jpeg({ progressive: true }).toBuffer()],
  ["of one colour of a palette", async () => small.clone().png({ palette: true, colours: 2 }).toBuffer()],
  ["transparent", async () => small.clone().ensureAlpha(0.2).png().toBuffer()],
  ["without loss", async () => small.clone().webp({ lossless: true }).toBuffer()],
  [
    "with a profile of colours that is none",
    async () => withSegment(0xe2, text("ICC_PROFILE\0\u0001\u0001SECRET-4711")),
  ],
  ["with EXIF that is none", async () => withSegment(0xe1, text("Exif\0\0II*\0SECRET-4711"))],
  [
    "with EXIF that leads round",
    async () => withSegment(0xe1, text("Exif\0\0II*\0\u0008\0\0\0\u0001\0SECRET-4711\u0008\0\0\0")),
  ],
  ["with XMP that is none", async () => withSegment(0xe1, text("http://ns.adobe.com/xap/1.0/\0<x:<<SECRET-4711"))],
  ["with IPTC that is none", async () => withSegment(0xed, text("Photoshop 3.0\u00008BIM\u0004\u0004SECRET-4711"))],
  ["with a comment", async () => withSegment(0xfe, text("<script>SECRET-4711</script>"))],
  ["with a page behind its end", async () => joined(jpeg, text("<script>SECRET-4711</script>"))],
  ["with an archive behind its end", async () => joined(jpeg, text("PK\u0003\u0004SECRET-4711"))],
  ["with a program behind its end", async () => joined(png, text("\u007fELFSECRET-4711"))],
  [
    "with words in a chunk",
    async () => joined(png.subarray(0, 33), chunk("tEXt", text("Comment\0SECRET-4711")), png.subarray(33)),
  ],
];

function withSegment(kind: number, data: Uint8Array): Uint8Array {
  const length = data.length + 2;
  return joined(jpeg.subarray(0, 2), Uint8Array.of(0xff, kind, length >> 8, length & 0xff), data, jpeg.subarray(2));
}

/** EXIF of one word, as no library would write it: 0 and 9 are no way to turn a picture. */
function withOrientation(value: number): Uint8Array {
  const words = [0x12, 1, 3, 0, 1, 0, 0, 0, value, 0, 0, 0];
  return withSegment(
    0xe1,
    joined(text("Exif\0\0II*\0\u0008\0\0\0\u0001\0"), Uint8Array.from(words), new Uint8Array(4)),
  );
}

for (const [name, bytesOf] of ODD)
  test(`a photo all the same: ${name}`, async () => {
    const bytes = await bytesOf();
    const checked = await checkPicture(bytes);
    assert.ok(!isRefused(checked), JSON.stringify(checked));
    const isTurned = /turned by [5-8]/.test(name);
    assert.deepEqual([checked.width, checked.height], isTurned ? [48, 64] : [64, 48]);
    const words = { credit: null, caption: null, alt: null, licence: null, people: [] };
    for await (const size of sizesOf(bytes, { formats: ["avif", "webp", "jpeg"], blurred: [], words })) {
      assert.deepEqual([size.width, size.height], [checked.width, checked.height]);
      assert.ok(!Buffer.from(size.bytes).includes("SECRET-4711"), size.format);
    }
  });

test("there are at least sixty of them", () => assert.ok(BAD.length >= 60, String(BAD.length)));

for (const [name, bytes, code] of BAD) {
  test(`no photo: ${name}`, async () => {
    const refused = await checkPicture(bytes);
    assert.ok(isRefused(refused), "it was taken");
    assert.equal(refused.code, code);
    assert.match(refused.message, /^[A-Z].*\.$/);
  });
}

test("a photo stands upright, its stand-in is small, and nothing of the camera is in any size", async () => {
  const checked = await checkPicture(photo);
  assert.ok(!isRefused(checked));
  assert.deepEqual([checked.width, checked.height], [480, 640]);
  assert.ok(checked.standIn.length <= STAND_IN_BYTES_MAX);
  assert.ok(Buffer.from(photo).includes("SERIAL-4711"));
  const words = { credit: "A & <B>", caption: "The podium", alt: "Six players", licence: "CC BY 4.0", people: [] };
  const made = [];
  for await (const size of sizesOf(photo, { formats: ["avif", "webp", "jpeg"], blurred: [], words })) {
    made.push([size.width, size.height, size.format]);
    for (const secret of ["SERIAL-4711", "Camera Maker", "Exif"]) assert.ok(!Buffer.from(size.bytes).includes(secret));
    if (size.format === "avif") continue;
    const again = await checkPicture(size.bytes);
    assert.ok(!isRefused(again));
    const { people: _none, ...told } = words;
    assert.deepEqual(again.words, told);
  }
  assert.deepEqual(made, [
    [480, 640, "avif"],
    [480, 640, "webp"],
    [480, 640, "jpeg"],
  ]);
});

test("a blurred region holds nothing of what was in it", async () => {
  const words = { credit: null, caption: null, alt: null, licence: null, people: [] };
  const region = { x: 0.25, y: 0.25, width: 0.5, height: 0.5 };
  for await (const { bytes, width, height } of sizesOf(photo, { formats: ["jpeg"], blurred: [region], words })) {
    const cut = { left: Math.ceil(width * 0.3), top: Math.ceil(height * 0.3), width: 100, height: 100 };
    const spreadOf = async (from: typeof cut) => {
      const { channels } = await sharp(await sharp(bytes).extract(from).png().toBuffer()).stats();
      return channels[0]?.stdev ?? 0;
    };
    const inside = await spreadOf(cut);
    const beside = await spreadOf({ ...cut, left: 0, top: 0 });
    assert.ok(inside < beside / 3, `${inside} ${beside}`);
  }
});

test("two hundred bad files one after another leave the memory as it is", async () => {
  const bombs = [pngBomb(40_000, 40_000, 1), pngBomb(13_000, 5_000, 5_000), photo.subarray(0, 20_000)];
  for (const bytes of bombs) await checkPicture(bytes);
  const before = process.memoryUsage.rss();
  for (let count = 0; count < 200; count += 1) await checkPicture(bombs[count % bombs.length] ?? png);
  assert.ok(process.memoryUsage.rss() - before < 100 * 1024 * 1024);
});
