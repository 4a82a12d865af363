/** What the chair needs to open without a network: its page and the built files of that page, nothing else. */
export type Kept = "page" | "asset";

/** Where answers are kept: a browser's Cache. */
export type Shelf = Pick<Cache, "match" | "put" | "delete" | "keys">;

/** What keeping asks of the world. */
export interface Keeping {
  readonly shelf: (kind: Kept) => Promise<Shelf>;
  readonly fetch: (address: string) => Promise<Response>;
  readonly sleep: (milliseconds: number) => Promise<void>;
}

/** A slow hall opens the kept page rather than keep an umpire waiting. */
const PATIENCE_MS = 3_000;
/** A day's matches of one umpire, and the built files of several versions of Podium. */
const MOST: Readonly<Record<Kept, number>> = { page: 12, asset: 40 };

/** What an address of this origin is to the chair; null for everything that is not kept, the log among it. */
export function keptKind(address: string, origin: string): Kept | null {
  const url = new URL(address, origin);
  if (url.origin !== origin) return null;
  if (/^\/chair\/[\w-]+$/.test(url.pathname)) return "page";
  return /^\/assets\/[\w.-]+$/.test(url.pathname) ? "asset" : null;
}

/** Answers for an address: a built file never changes, a page is asked for anew and comes from here when none comes or the server is in trouble. */
export async function answerFor(address: string, kind: Kept, keeping: Keeping): Promise<Response> {
  const shelf = await keeping.shelf(kind);
  const kept = await shelf.match(address);
  if (kept === undefined) return fetchAndKeep(address, kind, keeping);
  if (kind === "asset") return kept;
  const fresh = fetchAndKeep(address, kind, keeping).then(
    (answer) => (answer.status >= 500 ? kept : answer),
    () => kept,
  );
  return Promise.race([fresh, keeping.sleep(PATIENCE_MS).then(() => kept)]);
}

/** Keeps what an open page was made of, so that it opens again; what is there already is not asked for. */
export async function keep(addresses: readonly string[], origin: string, keeping: Keeping): Promise<void> {
  for (const address of addresses) {
    const kind = keptKind(address, origin);
    if (kind === null) continue;
    const kept = await (await keeping.shelf(kind)).match(address);
    if (kept === undefined) await fetchAndKeep(address, kind, keeping);
  }
}

async function fetchAndKeep(address: string, kind: Kept, keeping: Keeping): Promise<Response> {
  const answer = await keeping.fetch(address);
  const shelf = await keeping.shelf(kind);
  // A chair that was withdrawn says so, and is not opened from here again.
  if (answer.status >= 400 && answer.status < 500) await shelf.delete(address);
  if (answer.status === 200 && !answer.redirected) await put(shelf, { address, answer, most: MOST[kind] });
  return answer;
}

/** The newest stand last; the oldest make room. */
async function put(
  shelf: Shelf,
  { address, answer, most }: { readonly address: string; readonly answer: Response; readonly most: number },
): Promise<void> {
  await shelf.delete(address);
  await shelf.put(address, answer.clone());
  const all = await shelf.keys();
  for (const oldest of all.slice(0, Math.max(0, all.length - most))) await shelf.delete(oldest);
}
