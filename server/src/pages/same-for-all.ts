import type { Answer, Ask } from "../http/route.ts";
import { readingOnce } from "../live/kept.ts";

/** Answers of one door; the largest is an event of some hundred matches. */
const ANSWERS_KEPT = 32;

/** What such a page may be made of: everything but who asks, how, and in which language. */
export type Asked = Pick<Ask, "world" | "params" | "path">;

/**
 * A page whose data is the same for everybody is read once, and given to all until something it shows changes: readers who are
 * signed in share it, and those in other languages, where their page is made anew.
 */
export function sameForAll(show: (asked: Asked) => Promise<Answer>): (asked: Asked) => Promise<Answer> {
  const once = readingOnce<Answer>(ANSWERS_KEPT);
  return ({ world, params, path }) =>
    once(world, JSON.stringify(params), async () => {
      const value = await show({ world, params, path });
      return { value, topics: value.kind === "page" ? (value.topics ?? null) : null };
    });
}
