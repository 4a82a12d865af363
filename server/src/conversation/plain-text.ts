/** Characters that are no text: controls but the line end, and the marks that turn the direction of what follows. */
const NO_TEXT = /[\p{Cc}\u202A-\u202E\u2066-\u2069\uFEFF]/gu;
const KEPT = "\n";
/** Read from the beginning of each run of blanks only, so that a long run costs its length and not its square. */
const BLANKS_AT_LINE_END = /(?<![ \u00A0])[ \u00A0]+$/gm;

/**
 * What a person typed, as plain text: paragraphs parted by one empty line, no control characters, no half characters.
 * Markup is text like any other; it is made harmless where it is shown.
 */
export function plainText(typed: string): string {
  return typed
    .toWellFormed()
    .replaceAll(/\r\n?|\u2028|\u2029/g, KEPT)
    .replaceAll(NO_TEXT, (character) => (character === KEPT ? KEPT : character === "\t" ? " " : ""))
    .replaceAll(BLANKS_AT_LINE_END, "")
    .replaceAll(/\n{3,}/g, "\n\n")
    .trim();
}
