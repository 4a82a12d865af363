import { columnOf } from "./entry-columns.ts";

/** What the cells of a line may be parted by, the likeliest first: a spreadsheet copies tabs. */
const SEPARATORS = ["\t", ";", "|", ","] as const;

/** A line of a table that was pasted or read from a CSV file; `number` counts the lines of the text from 1. */
export interface TableLine {
  readonly number: number;
  readonly cells: readonly string[];
}

/** The lines of a table that hold anything. Quoted cells (RFC 4180) may hold the separator and line ends. */
export function tableLines(text: string): TableLine[] {
  const separator = separatorOf(text);
  const read = linesOf(text, separator, true);
  // A quotation mark that is never closed is a letter like others.
  return read.isOpen ? linesOf(text, separator, false).lines : read.lines;
}

interface ReadLines {
  readonly lines: TableLine[];
  /** Whether the text ended inside a quoted cell. */
  readonly isOpen: boolean;
}

function linesOf(text: string, separator: string | null, knowsQuotes: boolean): ReadLines {
  const lines: TableLine[] = [];
  let number = 1;
  let begun = 1;
  let cells: string[] = [];
  let cell = "";
  let isQuoted = false;
  const endCell = () => {
    cells.push(cell.trim());
    cell = "";
  };
  const endLine = () => {
    endCell();
    if (cells.some((each) => each !== "")) lines.push({ number: begun, cells });
    cells = [];
  };
  for (let at = 0; at < text.length; at += 1) {
    const letter = text[at];
    if (letter === "\n") number += 1;
    if (isQuoted) {
      if (letter !== '"') cell += letter;
      else if (text[at + 1] === '"') cell += text[(at += 1)];
      else isQuoted = false;
    } else if (knowsQuotes && letter === '"' && cell.trim() === "") {
      isQuoted = true;
      cell = "";
    } else if (letter === separator) endCell();
    else if (letter === "\n") {
      endLine();
      begun = number;
    } else if (letter !== "\r") cell += letter;
  }
  endLine();
  return { lines, isOpen: isQuoted };
}

/** The separator that most lines have; a comma only where the lines agree on how many, since a name may hold one. */
function separatorOf(text: string): string | null {
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== "");
  for (const separator of SEPARATORS) {
    const counts = lines.map((line) => line.split(separator).length - 1);
    const having = counts.filter((count) => count > 0).length;
    const isEven = new Set(counts).size === 1;
    if (separator === "," ? having > 0 && isEven && isTable(lines, counts) : having * 2 > lines.length)
      return separator;
  }
  return null;
}

/**
 * One comma in every line is how a list of names is written: `Sun, Yingsha`. Two, or a line of headings, are columns, but not in a
 * list of pairs: `Sun, Yingsha / Wang, Manyu`.
 */
function isTable(lines: readonly string[], [commas = 0]: readonly number[]): boolean {
  if (lines.every((line) => /[/&+]/.test(line))) return false;
  return commas > 1 || (lines[0] ?? "").split(",").every((cell) => columnOf(cell) !== null);
}
