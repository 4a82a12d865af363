import { Drawing, type Colour } from "../images/drawing.ts";
import { widthOf } from "../images/letters.ts";
import type { CardRow, ShareCard } from "./cards.ts";

export const CARD_WIDTH = 1200;
export const CARD_HEIGHT = 630;

const MARGIN = 64;
const RIGHT = CARD_WIDTH - MARGIN;
const INNER = CARD_WIDTH - 2 * MARGIN;
const PAPER: Colour = [251, 250, 246];
const INK: Colour = [21, 23, 27];
const GREY: Colour = [92, 95, 102];
const LINE: Colour = [205, 203, 196];
const TABLE: Colour = [18, 74, 140];
const MEDALS: Readonly<Record<NonNullable<CardRow["mark"]>, Colour>> = {
  gold: [201, 152, 31],
  silver: [146, 152, 160],
  bronze: [168, 105, 58],
};
const HEADLINE_LINES_MAX = 3;

/** The card as a picture (PNG, 1200 x 630): a sentence or a score that is read in a small window too. */
export async function drawCard(card: ShareCard): Promise<Uint8Array> {
  const drawing = new Drawing(CARD_WIDTH, CARD_HEIGHT, PAPER);
  drawing.rectangle({ x: 0, y: 0, width: CARD_WIDTH, height: 14 }, TABLE);
  drawing.words(card.event, { x: MARGIN, y: 92, size: 46, colour: INK, widthMax: INNER });
  drawing.words(card.competition, { x: MARGIN, y: 140, size: 34, colour: GREY, widthMax: INNER });
  if (card.headline === null) drawRows(drawing, card.rows, { top: 182, bottom: card.games.length > 0 ? 480 : 560 });
  else drawReport(drawing, card, card.headline);
  if (card.headline === null && card.games.length > 0)
    drawing.words(card.games.join("   "), { x: MARGIN, y: 536, size: 44, colour: INK, widthMax: INNER });
  drawName(drawing);
  return drawing.png();
}

/** The rows share the height that there is; under one another stand names, codes and scores. */
function drawRows(
  drawing: Drawing,
  rows: readonly CardRow[],
  { top, bottom }: { readonly top: number; readonly bottom: number },
): void {
  const height = Math.min(150, Math.floor((bottom - top) / rows.length));
  const size = Math.min(68, Math.round(height * 0.56));
  for (const [index, row] of rows.entries()) {
    const y = top + index * height;
    drawing.rectangle({ x: MARGIN, y, width: INNER, height: 2 }, LINE);
    drawRow(drawing, row, { y: y + Math.round(height / 2 + size * 0.36), size });
  }
}

function drawRow(drawing: Drawing, row: CardRow, { y, size }: { readonly y: number; readonly size: number }): void {
  const colour = row.isStrong ? INK : GREY;
  const mark = row.mark === null ? 0 : Math.round(size * 0.62);
  if (row.mark !== null) drawing.rectangle({ x: MARGIN, y: y - mark, width: mark, height: mark }, MEDALS[row.mark]);
  const score = drawing.words(row.score, {
    x: RIGHT,
    y: y + 4,
    size: size * 1.3,
    colour,
    widthMax: 160,
    isRight: true,
  });
  const code = widthOf(row.association, size * 0.6);
  const left = MARGIN + (mark === 0 ? 0 : mark + 22);
  const room = RIGHT - left - Math.max(score, 60) - 30 - code - 18;
  const names = drawing.words(row.names, { x: left, y, size, colour, widthMax: room });
  drawing.words(row.association, { x: left + names + 18, y, size: size * 0.6, colour: GREY, widthMax: code + 1 });
}

function drawReport(drawing: Drawing, card: ShareCard, headline: string): void {
  const lines = linesOf(headline, 66);
  for (const [index, line] of lines.entries())
    drawing.words(line, { x: MARGIN, y: 226 + index * 72, size: 66, colour: INK, widthMax: INNER });
  const below = 226 + lines.length * 72;
  if (card.credit !== null)
    drawing.words(card.credit, { x: MARGIN, y: below - 14, size: 32, colour: GREY, widthMax: INNER });
  drawRows(drawing, card.rows.slice(0, 3), { top: Math.max(below + 20, 400), bottom: 566 });
}

/** A headline in lines; what does not fit into the last one is cut there. */
function linesOf(headline: string, size: number): string[] {
  const lines: string[] = [];
  for (const word of headline.split(" ")) {
    const line = lines.at(-1);
    const longer = line === undefined ? word : `${line} ${word}`;
    if (line === undefined) lines.push(word);
    else if (widthOf(longer, size) <= INNER || lines.length === HEADLINE_LINES_MAX) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

/** The three steps, and the name of the program. */
function drawName(drawing: Drawing): void {
  const y = 606;
  for (const [step, height] of [18, 30, 12].entries())
    drawing.rectangle({ x: RIGHT - 168 + step * 15, y: y - height, width: 15, height }, TABLE);
  drawing.words("Podium", { x: RIGHT, y, size: 38, colour: TABLE, widthMax: 140, isRight: true });
}
