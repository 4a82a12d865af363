import { createHash } from "node:crypto";
import { gzipSync } from "node:zlib";
import { ELSEWHERE, openKept, versionsOf } from "../live/kept.ts";
import type { World } from "../world.ts";

const BYTES_KEPT_MAX = 64 * 1024 * 1024;

/** A page as bytes, with what it takes to know whether it still holds. */
export interface KeptPage {
  readonly html: Uint8Array<ArrayBuffer>;
  readonly gzip: Uint8Array<ArrayBuffer>;
  readonly etag: string;
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
  const pages = openKept<KeptPage>({ versionOf, sizeOf, room: BYTES_KEPT_MAX });
  return {
    find: (key) => pages.find(key),
    keep(key, { html, topics }) {
      const bytes = new TextEncoder().encode(html);
      const page = { html: bytes, gzip: new Uint8Array(gzipSync(bytes, { level: 6 })), etag: etagOf(bytes) };
      pages.keep(key, page, [...always, ...topics]);
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

/** The kept pages of an installation. */
export function keepPagesOf(world: Pick<World, "live" | "storage">): PageCache {
  return openPageCache([ELSEWHERE], versionsOf(world));
}
