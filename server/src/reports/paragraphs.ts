import { refuse, type Refusal } from "@podium/engine";
import { PARAGRAPH_LENGTH_MAX, PARAGRAPHS_MAX } from "@podium/protocol";
import { htmlText } from "./html-text.ts";

const TAG = /<(?:\/?[a-z]|!--)/i;
const EMPTY_LINES = /\n[^\S\n]*\n/;

/**
 * A text as it was written or pasted, in paragraphs: those that an empty line parts, or its lines where there is no empty
 * one. HTML becomes its words. Refuses `report-too-long`.
 */
export function paragraphsOf(pasted: string): string[] | Refusal {
  // In HTML a line end is a space.
  const text = TAG.test(pasted) ? htmlText(pasted.replaceAll(/\s+/g, " ")) : pasted.replaceAll("\r\n", "\n").trim();
  const paragraphs = text
    .split(EMPTY_LINES.test(text) ? EMPTY_LINES : "\n")
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
