/** What can be written as JSON. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json | undefined };

/**
 * JSON in one way only: no white space, keys in the order of their UTF-16 code units, keys without a value left out.
 * Two programs that mean the same write the same bytes, so that a digest of them proves something.
 */
export function canonicalJson(value: Json): string {
  if (Array.isArray(value)) return `[${value.map((item: Json) => canonicalJson(item)).join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const pairs = Object.entries(value).flatMap(([key, item]): [string, Json][] =>
    item === undefined ? [] : [[key, item]],
  );
  pairs.sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${pairs.map(([key, item]) => `${JSON.stringify(key)}:${canonicalJson(item)}`).join(",")}}`;
}
