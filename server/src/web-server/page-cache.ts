import { createHash } from "node:crypto";
import { gzipSync } from "node:zlib";
import { ELSEWHERE } from "../live/live.ts";
import { openVersionedCache, versionsOf, type Lag, type VersionSource } from "../live/versioned-cache.ts";

const PAGE_BYTES_MAX = 64 * 1024 * 1024;
const CONTENT_LETTERS_MAX = 32 * 1024 * 1024;
/** What a reader without script sees of a score under way is at most this old; an open page is told of each rally at once. */
const SCORE_LAG_MS = 500;

/** A page as bytes, with its tag. */
export interface CachedPage {
  readonly html: Uint8Array<ArrayBuffer>;
  /** Zipped when somebody asks: quickly for the first who does, thoroughly for the second, since more may follow. */
  gzip(): Uint8Array<ArrayBuffer>;
  readonly etag: string;
}

/**
 * Rendered pages, cached as buffers until something they show changes. Only pages that are the same for every reader
 * are cached. The least recently used go first. What is the same in the pages of readers who are signed in, whose header
 * differs, is cached as content.
 */
export interface PageCache {
  get(key: string): CachedPage | undefined;
  /** `isCurrent`: false where running scores have changed while the page was read. */
  set(
    key: string,
    page: { readonly html: string; readonly topics: readonly string[]; readonly isCurrent?: boolean },
  ): CachedPage;
  getContent(key: string): string | undefined;
  setContent(key: string, content: { readonly html: string; readonly topics: readonly string[] }): void;
}

/** Makes an empty cache; `versionOf` counts how often something under a topic has changed. Every page shows `always`. */
export function openPageCache(always: readonly string[], versionOf: (topic: string) => number, lag?: Lag): PageCache {
  const pages = openVersionedCache<CachedPage>({
    versionOf,
    ...(lag === undefined ? {} : { lag }),
    sizeOf,
    room: PAGE_BYTES_MAX,
  });
  const contents = openVersionedCache<string>({ versionOf, sizeOf: ({ length }) => length, room: CONTENT_LETTERS_MAX });
  return {
    get: (key) => pages.get(key),
    set(key, { html, topics, isCurrent = true }) {
      const bytes = new TextEncoder().encode(html);
      const page = { html: bytes, gzip: zippedAsAsked(bytes), etag: etagOf(bytes) };
      if (isCurrent) pages.set(key, page, [...always, ...topics]);
      else pages.setBehind(key, page, [...always, ...topics]);
      return page;
    },
    getContent: (key) => contents.get(key),
    setContent: (key, { html, topics }) => contents.set(key, html, [...always, ...topics]),
  };
}

/** Levels of zlib, for the first who asks and for all others. */
const GZIP_LEVELS = [3, 6];

function zippedAsAsked(bytes: Uint8Array): () => Uint8Array<ArrayBuffer> {
  const levels = [...GZIP_LEVELS];
  let zipped = new Uint8Array();
  return () => {
    const level = levels.shift();
    if (level !== undefined) zipped = new Uint8Array(gzipSync(bytes, { level }));
    return zipped;
  };
}

/** With room for the zipped bytes, which are fewer. */
function sizeOf({ html }: CachedPage): number {
  return html.length * 2;
}

/** By the bytes: the same address has other bytes in another language. */
function etagOf(html: Uint8Array): string {
  return `"${createHash("sha256").update(html).digest("base64url").slice(0, 22)}"`;
}

/** The page cache of an installation. */
export function pageCacheOf(app: VersionSource): PageCache {
  const lag = {
    versionButScores: versionsOf(app, app.live.versionButScores),
    ms: SCORE_LAG_MS,
    nowMs: () => performance.now(),
  };
  return openPageCache([ELSEWHERE], versionsOf(app), lag);
}
