import { clockOf, inLanguage, type Language, type MatchRow, type MovableMatch } from "@podium/protocol";
import { matchName, sidesInShort } from "../ui/match-names.ts";

/** A match of a plan in one line, as it is called wherever it is moved: when, of which event, which one, and who plays it. */
export function movableName(match: MovableMatch, language: Language): string {
  return `${clockOf(match.start)} ${untimedName(match, language)}`;
}

/** The same beside its time. */
export function untimedName({ row }: { readonly row: MatchRow }, language: Language): string {
  return `${inLanguage(row.eventTitle, language)}, ${matchName(row, language)}: ${sidesInShort(row, language)}`;
}
