/** Some words of a paragraph: how they stand, and where a link leads, which is an address of the web. */
export type ReportSpan =
  | { readonly as: "plain" | "emphasis" | "strong"; readonly words: string }
  | { readonly as: "link"; readonly words: string; readonly href: string };

/** A paragraph of a report, read by the little Markdown that reports have. */
export interface ReportParagraph {
  readonly kind: "words" | "heading" | "quote" | "item";
  readonly spans: readonly ReportSpan[];
}

const KINDS = [
  ["heading", /^#{1,3} /],
  ["quote", /^> /],
  ["item", /^[-*] /],
] as const;

/** `\*` is a star; then **strong**, *emphasis* and [words](https://address). Nothing stands inside another. */
const SPAN =
  /\\([*[\\])|\*\*([^\s*][^*]{0,1000})\*\*|\*([^\s*][^*]{0,1000})\*|\[([^[\]]{1,300})\]\((https?:\/\/[a-z0-9][^\s()<>"]{1,1000})\)/g;

/** A paragraph as it is shown: headings, quotes, items of a list, emphasis and links; what is none of these stays as it was typed. */
export function readParagraph(text: string): ReportParagraph {
  const [kind, mark] = KINDS.find(([, pattern]) => pattern.test(text)) ?? (["words", /^/] as const);
  return { kind, spans: spansOf(text.replace(mark, "")) };
}

/** The words of a paragraph without any marks: as they are told to programs, searched and held against the record. */
export function plainParagraph(text: string): string {
  return readParagraph(text)
    .spans.map(({ words }) => words)
    .join("");
}

/** Whether a line begins a paragraph of its own, whatever stands above it. */
export function isMarkedLine(line: string): boolean {
  return KINDS.some(([, pattern]) => pattern.test(line));
}

function spansOf(text: string): ReportSpan[] {
  const spans: ReportSpan[] = [];
  let from = 0;
  for (const found of text.matchAll(SPAN)) {
    const span = spanOf(found);
    if (span === null) continue;
    if (found.index > from) spans.push(plain(text.slice(from, found.index)));
    spans.push(span);
    from = found.index + found[0].length;
  }
  if (from < text.length) spans.push(plain(text.slice(from)));
  return spans;
}

function spanOf([, sign, strong, emphasis, words, href]: RegExpExecArray): ReportSpan | null {
  if (sign !== undefined) return plain(sign);
  if (words !== undefined && href !== undefined) return { as: "link", words, href };
  const marked = strong ?? emphasis ?? "";
  if (/\s$/.test(marked)) return null;
  return { as: strong === undefined ? "emphasis" : "strong", words: marked };
}

function plain(words: string): ReportSpan {
  return { as: "plain", words };
}
