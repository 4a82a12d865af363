import type { Item } from "./items.ts";
import { hasTag } from "./phrases.ts";

/** Between two sides in lists of results: `A d B 4-1`, `A def. B`. Words of their own anywhere else. */
const WON = new Set(["d", "def", "df"]);

/** What a line of a list of results holds besides names and figures. */
const OF_LINES = ["beat", "meet", "lose", "to", "round", "event", "weekday", "date", "day", "month", "medal", "title"];
const OF_SIDES = ["gender", "seed-is", "and", "article", "place", "table-is", "clock", "clock-is", "team", "unranked"];
const OF_LINE = new Set([...OF_LINES, ...OF_SIDES, "games", "straight", "possessive"]);

/**
 * A sentence that is a list of results, `Semifinals: A d B 4-2; C 4, D 0`, as its lines, each with the heading that holds for
 * it; any other sentence as it is.
 */
export function resultLines(items: readonly Item[]): (readonly Item[])[] {
  if (!items.some(({ text }) => text === ";" || WON.has(text))) return [items];
  const lines = partedAtSemicolons(items).map((line) => readable(line));
  if (!lines.every(isResult)) return [items];
  let heading: readonly Item[] = [];
  return lines.map((line) => {
    const own = headingOf(line);
    if (own.length === 0) return [...heading, ...line];
    heading = own;
    return line;
  });
}

function partedAtSemicolons(items: readonly Item[]): (readonly Item[])[] {
  const lines: Item[][] = [[]];
  let depth = 0;
  for (const item of items) {
    if (item.text === "(") depth += 1;
    if (item.text === ")") depth -= 1;
    if (item.text === ";" && depth === 0) lines.push([]);
    else lines.at(-1)?.push(item);
  }
  return lines.filter((line) => line.some(({ text }) => text !== "."));
}

/** `Quarter-finals:`, up to the last colon before anybody is named. */
function headingOf(line: readonly Item[]): readonly Item[] {
  const first = line.findIndex(({ names }) => names.length > 0);
  const colon = line.slice(0, Math.max(0, first)).findLastIndex(({ text }) => text === ":");
  return line.slice(0, colon + 1);
}

/** With the short words for a win as a verb, and `Fan, China,` as `Fan (China)`. */
function readable(line: readonly Item[]): readonly Item[] {
  const read = line.flatMap((item, at): Item[] => {
    const isWon = isWonAt(line, at);
    if (isWon) return [{ ...item, tags: { beat: "" } }];
    return item.text === "." && isWonAt(line, at - 1) ? [] : [item];
  });
  return read.map((item, at) => {
    if (item.text !== ",") return item;
    if (isAssociation(read[at + 1]) && isEndOfApposition(read, at + 2) && isPerson(read[at - 1]))
      return { ...item, text: "(" };
    return isAssociation(read[at - 1]) && read[at - 2]?.text === "," && isPerson(read[at - 3])
      ? { ...item, text: ")" }
      : item;
  });
}

function isWonAt(line: readonly Item[], at: number): boolean {
  const next = line[at + 1]?.text === "." ? line[at + 2] : line[at + 1];
  return WON.has(line[at]?.text ?? "") && isEndOfSide(line[at - 1]) && isNamed(next);
}

/** A name, or the bracket or the comma that closes what stands behind it. */
function isEndOfSide(item: Item | undefined): boolean {
  return isNamed(item) || item?.text === ")" || item?.text === ",";
}

function isNamed(item: Item | undefined): boolean {
  return item !== undefined && (item.names.length > 0 || item.text === "(" || hasTag(item, "seed-is"));
}

function isPerson(item: Item | undefined): boolean {
  return item?.names.some(({ kind }) => kind === "person") ?? false;
}

function isAssociation(item: Item | undefined): boolean {
  return item?.names.some(({ kind }) => kind === "association") ?? false;
}

function isEndOfApposition(line: readonly Item[], at: number): boolean {
  return line[at]?.text === ",";
}

/** Two sides with a figure, and nothing else but what such lines have. */
function isResult(line: readonly Item[]): boolean {
  const named = line.filter(({ names }) => names.length > 0).length;
  const hasFigure = line.some((item) => item.score !== null || item.points !== null);
  const hasTwoFigures = line.filter((item, at) => /^\d$/.test(item.text) && isEndOfSide(line[at - 1])).length === 2;
  const isTold = hasFigure ? line.some(isBetween) : hasTwoFigures;
  return named >= 2 && isTold && line.every(isOfLine);
}

/** What may stand between two sides of a result. */
function isBetween(item: Item): boolean {
  return (
    item.score !== null ||
    ["beat", "meet", "lose"].some((tag) => hasTag(item, tag)) ||
    ["-", "–", "—"].includes(item.text)
  );
}

function isOfLine(item: Item): boolean {
  if (item.isMark || item.names.length > 0 || item.score !== null || item.points !== null) return true;
  return /^\d{1,2}$/.test(item.text) || Object.keys(item.tags).some((tag) => OF_LINE.has(tag));
}
