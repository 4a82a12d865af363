import type { Item, NameMeaning } from "./items.ts";
import { HOSTS } from "./names/hosts.ts";
import { hasTag } from "./phrases.ts";
import type { Scope } from "./scope.ts";

/** The sentence with what stands for something said before: `the event` is that of the text, `the hosts` are those of the Games. */
export function withSaidBefore(
  items: readonly Item[],
  { event, scope }: { event: string | null; scope: Scope },
): readonly Item[] {
  const isNamed = items.some(({ tags }) => tags["event"] !== undefined);
  return items.map((item, at) => {
    if (event !== null && !isNamed && isThatEvent(items, at)) return { ...item, tags: { ...item.tags, event } };
    const host = isHosts(items, at) ? hostOf(items.slice(0, at), scope) : null;
    return host === null ? item : { ...item, names: [host], tags: {} };
  });
}

/** `the event`; `该项目`, which is one word. */
function isThatEvent(items: readonly Item[], at: number): boolean {
  const said = items[at]?.tags["that-event"];
  return said === "alone" || (said === "led" && hasTag(items[at - 1], "article"));
}

/** `the hosts` by themselves: not `hosts France`, whom the name tells. */
function isHosts(items: readonly Item[], at: number): boolean {
  const [before, item, next] = [items[at - 1], items[at], items[at + 1]];
  const isNamed = [before, next].some((one) => (one?.names.length ?? 0) > 0);
  return hasTag(item, "hosts") && !isNamed && (hasTag(before, "article") || item?.tags["hosts"] === "alone");
}

/** The association of the hosts: of the city named before them in the sentence, else of where all competitions meant are held. */
function hostOf(items: readonly Item[], { cues }: Scope): NameMeaning | null {
  const named = items.flatMap(({ tags }) => tags["city"] ?? []);
  const isOther = items.some(({ tags: { year } }) => year !== undefined && !cues.some((cue) => cue.year === year));
  const cities = named.length > 0 ? named : isOther ? [] : cues.flatMap((cue) => [...cue.cities]);
  const codes = new Set(cities.flatMap((city) => HOSTS[city] ?? []));
  const [code] = codes;
  return code === undefined || codes.size > 1 ? null : { kind: "association", code };
}
