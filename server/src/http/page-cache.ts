import { gzipSync } from "node:zlib";

const BYTES_KEPT_MAX = 64 * 1024 * 1024;

/** A page as bytes, with what it takes to know whether it still holds. */
export interface KeptPage {
  readonly html: Buffer;
  readonly gzip: Buffer;
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
  keep(key: string, page: { readonly html: string; readonly topics: readonly string[]; readonly versions: readonly number[] }): KeptPage;
}

/** Makes an empty cache; `versionOf` tells how often something under a topic has changed. */
export function openPageCache(versionOf: (topic: string) => number): PageCache {
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
    keep(key, { html, topics, versions }) {
      const before = pages.get(key);
      if (before !== undefined) drop(key, before);
      const bytes = Buffer.from(html);
      const page = { html: bytes, gzip: gzipSync(bytes, { level: 6 }), etag: etagOf(key, versions), topics, versions };
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

/** Versions begin anew with the process, so its start is part of the tag. */
const startedAt = process.hrtime.bigint().toString(36) + process.pid.toString(36);

function etagOf(key: string, versions: readonly number[]): string {
  return `W/"${Buffer.from(`${startedAt}.${key.length}.${versions.join(".")}`).toString("base64url")}"`;
}
