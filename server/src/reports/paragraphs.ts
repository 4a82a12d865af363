import { refuse, type Refusal } from "@podium/engine";
import { isMarkedLine, PARAGRAPH_LENGTH_MAX, PARAGRAPHS_MAX } from "@podium/protocol";
import { htmlText } from "./html-text.ts";

const TAG = /<(?:\/?[a-z]|!--)/i;
const EMPTY_LINES = /\n[^\S\n]*\n/;

/**
 * A text as it was written or pasted, in paragraphs: those that an empty line parts, or its lines where there is no empty
 * one. Headings, quotes and items of a list begin paragraphs of their own. HTML becomes its words. Refuses `report-too-long`.
 */
export function paragraphsOf(pasted: string): string[] | Refusal {
  // In HTML a line end is a space.
  const text = TAG.test(pasted) ? htmlText(pasted.replaceAll(/\s+/g, " ")) : pasted.replaceAll("\r\n", "\n").trim();
  const paragraphs = text
    .split(EMPTY_LINES.test(text) ? EMPTY_LINES : "\n")
    .flatMap(partedByMarks)
    .map((paragraph) => paragraph.replaceAll(/\s+/g, " ").trim())
    .filter((paragraph) => paragraph !== "");
  if (paragraphs.length > PARAGRAPHS_MAX || paragraphs.some(({ length }) => length > PARAGRAPH_LENGTH_MAX))
    return refuse(
      "report-too-long",
      `A report has at most ${PARAGRAPHS_MAX} paragraphs of ${PARAGRAPH_LENGTH_MAX} characters.`,
      { paragraphs: PARAGRAPHS_MAX, characters: PARAGRAPH_LENGTH_MAX },
    );
  return paragraphs;
}

/** The lines of a block that stand together: what follows a heading, or is marked itself, stands alone. */
function partedByMarks(block: string): string[] {
  const parts: string[] = [];
  let isOpen = false;
  for (const line of block.split("\n").map((each) => each.trim())) {
    if (isOpen && !isMarkedLine(line)) parts.push(`${parts.pop() ?? ""} ${line}`);
    else parts.push(line);
    isOpen = !/^#{1,3} /.test(line);
  }
  return parts;
}
