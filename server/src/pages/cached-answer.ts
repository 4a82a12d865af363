import type { Answer, RouteRequest } from "../http/route.ts";
import { cachedRead } from "../live/versioned-cache.ts";

/** Answers of one route; the largest is an event of some hundred matches. */
const ANSWERS_CACHED = 32;

/** What such a page may be made of: everything but who asks, how, and in which language. */
export type PublicRequest = Pick<RouteRequest, "app" | "params" | "path">;

/**
 * A page whose data is the same for everybody is read once, and given to all until something it shows changes: readers who are
 * signed in share it, and those in other languages, where their page is made anew.
 */
export function cachedAnswer(
  show: (request: PublicRequest) => Promise<Answer>,
): (request: PublicRequest) => Promise<Answer> {
  const cached = cachedRead<Answer>(ANSWERS_CACHED);
  return ({ app, params, path }) =>
    cached(app, JSON.stringify(params), async () => {
      const value = await show({ app, params, path });
      return { value, topics: value.kind === "page" ? (value.topics ?? null) : null };
    });
}
