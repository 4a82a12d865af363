/** The words of a comment as they stand in an answer that quotes them, with room for the answer behind. */
export function quoteOf(words: string): string {
  return `${words
    .split("\n")
    .map((line) => (line === "" ? ">" : `> ${line}`))
    .join("\n")}\n\n`;
}
