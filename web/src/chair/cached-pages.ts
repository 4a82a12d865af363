/** What the chair needs to open without a network: its page and the built files of that page, nothing else. */
export type CachedKind = "page" | "asset";

/** Where responses are stored: a browser's Cache. */
export type CacheStore = Pick<Cache, "match" | "put" | "delete" | "keys">;

/** What caching needs from outside. */
export interface CachePorts {
  readonly store: (kind: CachedKind) => Promise<CacheStore>;
  readonly fetch: (address: string) => Promise<Response>;
  readonly sleep: (milliseconds: number) => Promise<void>;
}

/** On a slow network the cached page opens rather than keep an umpire waiting. */
const PATIENCE_MS = 3_000;
/** A day's matches of one umpire, and the built files of several versions of Podium. */
const CACHED_MAX: Readonly<Record<CachedKind, number>> = { page: 12, asset: 40 };

/** What an address of this origin is to the chair; null for everything that is not cached, the log among it. */
export function cachedKind(address: string, origin: string): CachedKind | null {
  const url = new URL(address, origin);
  if (url.origin !== origin) return null;
  if (/^\/chair\/[\w-]+$/.test(url.pathname)) return "page";
  return /^\/assets\/[\w.-]+$/.test(url.pathname) ? "asset" : null;
}

/** Answers for an address: a built file never changes, a page is asked for anew and comes from here when none comes or the server is in trouble. */
export async function answerFor(address: string, kind: CachedKind, ports: CachePorts): Promise<Response> {
  const store = await ports.store(kind);
  const cached = await store.match(address);
  if (cached === undefined) return fetchAndCache(address, kind, ports);
  if (kind === "asset") return cached;
  const fresh = fetchAndCache(address, kind, ports).then(
    (answer) => (answer.status >= 500 ? cached : answer),
    () => cached,
  );
  return Promise.race([fresh, ports.sleep(PATIENCE_MS).then(() => cached)]);
}

/** Caches what an open page was made of, so that it opens again; what is there already is not fetched. */
export async function cachePages(addresses: readonly string[], origin: string, ports: CachePorts): Promise<void> {
  for (const address of addresses) {
    const kind = cachedKind(address, origin);
    if (kind === null) continue;
    const cached = await (await ports.store(kind)).match(address);
    if (cached === undefined) await fetchAndCache(address, kind, ports);
  }
}

async function fetchAndCache(address: string, kind: CachedKind, ports: CachePorts): Promise<Response> {
  const answer = await ports.fetch(address);
  const store = await ports.store(kind);
  // A chair that was withdrawn says so, and is not opened from here again.
  if (answer.status >= 400 && answer.status < 500) await store.delete(address);
  if (answer.status === 200 && !answer.redirected) await put(store, { address, answer, most: CACHED_MAX[kind] });
  return answer;
}

/** The newest stand last; the oldest make room. */
async function put(
  store: CacheStore,
  { address, answer, most }: { readonly address: string; readonly answer: Response; readonly most: number },
): Promise<void> {
  await store.delete(address);
  await store.put(address, answer.clone());
  const all = await store.keys();
  for (const oldest of all.slice(0, Math.max(0, all.length - most))) await store.delete(oldest);
}
