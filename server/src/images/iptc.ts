/** What older programs and the wires of agencies write beside XMP, or in its place: https://iptc.org/std/IIM/4.2/ */
export interface IptcWords {
  readonly credit: string | null;
  readonly caption: string | null;
}

const CHARACTERS_MAX = { credit: 200, caption: 1000 } as const;
/** 8BIM 0x0404 holds the datasets: https://www.adobe.com/devnet-apps/photoshop/fileformatashtml/ */
const IPTC_RESOURCE = 0x0404;
const HEADER = "Photoshop 3.0\0";
const DATASET = 0x1c;

/** Dataset 2:80, who made it; 2:110, whom to credit; 2:120, what it shows. */
const [BYLINE, CREDIT, CAPTION] = [80, 110, 120];

/** What the IPTC of a picture says; null where it does not, or breaks off before. */
export function iptcWords(bytes: Uint8Array): IptcWords {
  const told = new Map<number, string>();
  for (const { dataset, value } of datasetsIn(iptcIn(Buffer.from(bytes)))) {
    const words = textOf(value);
    if (words !== "" && !told.has(dataset)) told.set(dataset, words);
  }
  const credit = told.get(CREDIT) ?? told.get(BYLINE);
  return {
    credit: credit?.slice(0, CHARACTERS_MAX.credit) ?? null,
    caption: told.get(CAPTION)?.slice(0, CHARACTERS_MAX.caption) ?? null,
  };
}

/** The datasets among the resources of Photoshop; nothing where there are none. */
function iptcIn(bytes: Buffer): Buffer {
  if (bytes[0] === DATASET) return bytes;
  let at = bytes.toString("latin1", 0, HEADER.length) === HEADER ? HEADER.length : 0;
  while (at + 12 <= bytes.length && bytes.toString("latin1", at, at + 4) === "8BIM") {
    const kind = bytes.readUInt16BE(at + 4);
    // A name and its length, together of an even number of bytes.
    const named = ((bytes[at + 6] ?? 0) + 2) & ~1;
    const from = at + 6 + named + 4;
    if (from > bytes.length) break;
    const size = bytes.readUInt32BE(from - 4);
    if (kind === IPTC_RESOURCE) return bytes.subarray(from, from + size);
    at = from + size + (size & 1);
  }
  return Buffer.alloc(0);
}

/** The datasets of the second record, in which a picture is described. */
function* datasetsIn(bytes: Buffer): Generator<{ readonly dataset: number; readonly value: Buffer }> {
  let at = 0;
  while (at + 5 <= bytes.length && bytes[at] === DATASET) {
    const size = bytes.readUInt16BE(at + 3);
    // A longer one says its length elsewhere: no word that is sought is so long.
    if (size > 0x7fff || at + 5 + size > bytes.length) return;
    if (bytes[at + 1] === 2) yield { dataset: bytes[at + 2] ?? 0, value: bytes.subarray(at + 5, at + 5 + size) };
    at += 5 + size;
  }
}

const UTF8 = new TextDecoder("utf-8", { fatal: true });

/** UTF-8 where it is that, whether it says so or not, else Latin-1. */
function textOf(value: Buffer): string {
  let words: string;
  try {
    words = UTF8.decode(value);
  } catch {
    words = value.toString("latin1");
  }
  return words.replaceAll(/\p{Cc}+/gu, " ").trim();
}
