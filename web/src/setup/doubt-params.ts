import type { ListedLine } from "@podium/protocol";

/** What the sentence of a doubt names. */
export function doubtParams(doubt: ListedLine["doubts"][number]): Record<string, string | number> {
  return Object.fromEntries(
    Object.entries(doubt).flatMap(([key, value]): [string, string | number][] =>
      typeof value === "string" || typeof value === "number" ? [[key, value]] : [],
    ),
  );
}
