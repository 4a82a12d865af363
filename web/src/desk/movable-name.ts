import type { Frame, MovableMatch } from "@podium/protocol";
import { matchName, shortEntryName, sourceName } from "../ui/match-names.ts";

/** A match of a plan in one line: what it is, and who plays it as far as that is known. */
export function movableName({ row }: MovableMatch, { language }: Frame): string {
  const sides = [row.home, row.away].map(({ entry, source }) =>
    entry === null ? sourceName(source, language) : shortEntryName(entry, language),
  );
  return `${matchName(row, language)}: ${sides.join(" – ")}`;
}
