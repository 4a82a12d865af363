import { createHash } from "node:crypto";
import { gzipSync } from "node:zlib";
import type { World } from "../world.ts";

const BYTES_KEPT_MAX = 64 * 1024 * 1024;

/** A page as bytes, with what it takes to know whether it still holds. */
export interface KeptPage {
  readonly html: Uint8Array<ArrayBuffer>;
  readonly gzip: Uint8Array<ArrayBuffer>;
  readonly etag: string;
}

interface Kept extends KeptPage {
  readonly topics: readonly string[];
  readonly versions: readonly number[];
}

/**
 * Rendered pages, kept as buffers until something they show changes. Only pages that are the same for every reader
 * are kept. The least lately used go first.
 */
export interface PageCache {
  find(key: string): KeptPage | undefined;
  keep(key: string, page: { readonly html: string; readonly topics: readonly string[] }): KeptPage;
}

/** Makes an empty cache; `versionOf` tells how often something under a topic has changed. Every page shows `always`. */
export function openPageCache(always: readonly string[], versionOf: (topic: string) => number): PageCache {
  const pages = new Map<string, Kept>();
  let bytesKept = 0;

  function drop(key: string, page: Kept): void {
    pages.delete(key);
    bytesKept -= sizeOf(page);
  }

  return {
    find(key) {
      const page = pages.get(key);
      if (page === undefined) return undefined;
      if (page.topics.some((topic, index) => versionOf(topic) !== page.versions[index])) {
        drop(key, page);
        return undefined;
      }
      pages.delete(key);
      pages.set(key, page);
      return page;
    },
    keep(key, { html, topics: shown }) {
      const topics = [...always, ...shown];
      const versions = topics.map(versionOf);
      const before = pages.get(key);
      if (before !== undefined) drop(key, before);
      const bytes = new TextEncoder().encode(html);
      const page = { html: bytes, gzip: new Uint8Array(gzipSync(bytes, { level: 6 })), etag: etagOf(bytes), topics, versions };
      pages.set(key, page);
      bytesKept += sizeOf(page);
      for (const [oldest, old] of pages) {
        if (bytesKept <= BYTES_KEPT_MAX) break;
        drop(oldest, old);
      }
      return page;
    },
  };
}

function sizeOf(page: KeptPage): number {
  return page.html.length + page.gzip.length;
}

/** By the bytes: the same address has other bytes in another language. */
function etagOf(html: Uint8Array): string {
  return `"${createHash("sha256").update(html).digest("base64url").slice(0, 22)}"`;
}

/** Every page also shows what another process, such as an import on the command line, may have written. */
const ELSEWHERE = "elsewhere";

/** The kept pages of an installation. */
export function keepPagesOf({ live, storage }: Pick<World, "live" | "storage">): PageCache {
  return openPageCache([ELSEWHERE], (topic) => (topic === ELSEWHERE ? storage.writtenElsewhere() : live.versionOf(topic)));
}
