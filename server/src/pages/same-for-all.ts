import type { Answer, Ask } from "../http/route.ts";
import { ELSEWHERE, openKept, stampOf, versionsOf, type Kept } from "../live/kept.ts";
import type { World } from "../world.ts";

/** Answers of one door; the largest is an event of some hundred matches. */
const ANSWERS_KEPT = 32;

/** What such a page may be made of: everything but who asks, how, and in which language. */
export type Asked = Pick<Ask, "world" | "params" | "path">;

/**
 * A page whose data is the same for everybody is read once, and given to all until something it shows changes: readers who are
 * signed in share it, and those in other languages, where their page is made anew.
 */
export function sameForAll(show: (asked: Asked) => Promise<Answer>): (asked: Asked) => Promise<Answer> {
  const keptIn = new WeakMap<World, Kept<Answer>>();
  return async ({ world, params, path }) => {
    const kept = keptIn.get(world) ?? openKept<Answer>({ versionOf: versionsOf(world), sizeOf: () => 1, room: ANSWERS_KEPT });
    keptIn.set(world, kept);
    const key = JSON.stringify(params);
    const known = kept.find(key);
    if (known !== undefined) return known;
    const before = stampOf(world);
    const given = await show({ world, params, path });
    if (given.kind === "page" && given.topics !== undefined && stampOf(world) === before) kept.keep(key, given, [ELSEWHERE, ...given.topics]);
    return given;
  };
}
