import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createBrotliDecompress, createGunzip, createInflate } from "node:zlib";
import { refuse, type Refusal } from "@podium/engine";

/** How much is taken from the network, and how much it may become, in bytes. */
const WIRE_BYTES_MAX = 2_000_000;
const PAGE_BYTES_MAX = 4_000_000;

/** What may be packed, and how it is unpacked: piece by piece, so that what grows too large is given up on the way. */
export const ENCODINGS: Readonly<Record<string, () => Duplex>> = {
  gzip: createGunzip,
  br: createBrotliDecompress,
  deflate: createInflate,
};

/** The bytes of an answer, unpacked. Refuses `address-too-large`, and `address-no-page` where it is packed in another way. */
export async function bodyOf(answer: IncomingMessage, signal: AbortSignal): Promise<Uint8Array | Refusal> {
  const encoding = (answer.headers["content-encoding"] ?? "identity").trim().toLowerCase();
  const unpack = encoding === "identity" || encoding === "" ? null : ENCODINGS[encoding];
  if (unpack === undefined)
    return refuse("address-no-page", "There is no page to read at this address: it is packed in an unknown way.", {
      why: "it is packed in an unknown way",
    });
  if (Number(answer.headers["content-length"] ?? 0) > WIRE_BYTES_MAX) return tooLarge();
  const wire = new Counted(WIRE_BYTES_MAX);
  const page = new Counted(PAGE_BYTES_MAX);
  const chunks: Buffer[] = [];
  const collect = async (source: AsyncIterable<Buffer>) => {
    for await (const chunk of source) {
      page.add(chunk.length);
      chunks.push(chunk);
    }
  };
  const counted = async function* (source: AsyncIterable<Buffer>) {
    for await (const chunk of source) {
      wire.add(chunk.length);
      yield chunk;
    }
  };
  try {
    if (unpack === null) await pipeline(answer, counted, collect, { signal });
    else await pipeline(answer, counted, unpack(), collect, { signal });
  } catch (fault) {
    if (wire.isOver || page.isOver) return tooLarge();
    throw fault;
  }
  return Buffer.concat(chunks);
}

class Counted {
  readonly #most: number;
  #bytes = 0;

  constructor(most: number) {
    this.#most = most;
  }

  get isOver(): boolean {
    return this.#bytes > this.#most;
  }

  add(bytes: number): void {
    this.#bytes += bytes;
    if (this.isOver) throw new Error("the page is too large");
  }
}

function tooLarge(): Refusal {
  const megabytes = PAGE_BYTES_MAX / 1_000_000;
  return refuse("address-too-large", `The page at this address is larger than ${megabytes} MB.`, { megabytes });
}
