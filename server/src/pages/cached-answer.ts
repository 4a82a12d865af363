import type { PageNumbers } from "@podium/protocol";
import type { Answer, RouteRequest } from "../http/route.ts";
import { stateIn, type App } from "../app.ts";
import type { Db } from "../storage/storage.ts";
import { cachedRead } from "../live/versioned-cache.ts";

/** Answers of one route; the largest is a part of a large event. */
const ANSWERS_CACHED = 64;

/** What such a page may be made of: everything but who asks, how, and in which language. */
export interface PublicRequest extends Pick<RouteRequest, "app" | "params" | "path" | "query"> {
  /** One snapshot for the whole page: what a commit changes meanwhile stands on the next one. */
  readonly db: Db;
}

/** The same before the snapshot is taken. */
type UnreadRequest = Omit<PublicRequest, "db">;

/**
 * A page whose data is the same for everybody is read once, and given to all until something it shows changes: readers who are
 * signed in share it, and those in other languages, where their page is made anew. Of the query it knows `parts` only.
 */
export function cachedAnswer(
  show: (request: PublicRequest) => Promise<Answer>,
  parts: readonly string[] = [],
): (request: UnreadRequest) => Promise<Answer> {
  const cached = { make: (app: App) => cachedRead<Answer>(app, ANSWERS_CACHED) };
  return ({ app, params, path, query }) => {
    const asked = Object.fromEntries(parts.map((name) => [name, query[name]]));
    return stateIn(app, cached)(JSON.stringify([params, asked]), async () => {
      const value = await show({ app, db: app.storage.db, params, path, query: asked });
      return { value, topics: value.kind === "page" ? (value.topics ?? null) : null };
    });
  };
}

/** A page of a long list: its rows, and the numbers of the pages before and after it. */
export interface ListPage<Row> extends PageNumbers {
  readonly rows: readonly Row[];
}

/** Reads a page of a list by the number that was asked for; null where there is no such page. The first may be empty. */
export async function readListPage<Row>(
  asked: string | undefined,
  size: number,
  read: (part: { readonly offset: number; readonly limit: number }) => Promise<Row[]>,
): Promise<ListPage<Row> | null> {
  const page = pageNumber(asked);
  if (page === null) return null;
  const rows = await read({ offset: (page - 1) * size, limit: size + 1 });
  if (rows.length === 0 && page > 1) return null;
  return {
    rows: rows.slice(0, size),
    later: page > 1 ? page - 1 : null,
    earlier: rows.length > size ? page + 1 : null,
  };
}

/** The number of a page of a long list, from 1; null for what is no such number. */
export function pageNumber(asked: string | undefined): number | null {
  if (asked === undefined) return 1;
  return /^[1-9]\d{0,4}$/.test(asked) ? Number(asked) : null;
}
