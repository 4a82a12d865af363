import { isRefused, refuse, type Refusal } from "@podium/engine";
import { DEFAULT_LANGUAGE, encodingOf, languageWithTag } from "@podium/protocol";
import { Parser } from "htmlparser2";
import { constants, inflateRawSync } from "node:zlib";

/** What a sheet may hold at most; a list of entries is far below. */
export const SHEET_MAX = { partBytes: 8 * 1024 * 1024, rows: 1_025, columns: 60, letters: 400 } as const;

/** A workbook (ECMA-376) holds a few dozen parts. */
const PARTS_MAX = 500;

/**
 * The rows of the first sheet of an .xlsx file, from the top, each with its cells from the left; those without any are left
 * out. Nothing but the names of parts, shared strings and that sheet is unpacked, each up to its limit. Refuses
 * `sheet-unreadable` and `sheet-too-large`.
 */
export function rowsOfSheet(file: Uint8Array): string[][] | Refusal {
  try {
    const parts = partsOf(Buffer.from(file.buffer, file.byteOffset, file.byteLength));
    const sheet = firstSheet(parts);
    if (sheet === undefined) return unreadable();
    return rowsIn(sheet, stringsIn(parts.get("xl/sharedstrings.xml")));
  } catch (error) {
    return error instanceof RangeError || error instanceof TooLarge || isOfZlib(error) ? refusalOf(error) : fail(error);
  }
}

class TooLarge extends Error {}

function isOfZlib(error: unknown): boolean {
  return error instanceof Error && "code" in error && typeof error.code === "string" && error.code.startsWith("Z_");
}

function refusalOf(error: unknown): Refusal {
  const isLarge =
    error instanceof TooLarge ||
    (error instanceof RangeError && "code" in error && error.code === "ERR_BUFFER_TOO_LARGE");
  return isLarge ? tooLarge() : unreadable();
}

function fail(error: unknown): never {
  throw error;
}

function unreadable(): Refusal {
  return refuse(
    "sheet-unreadable",
    "This file could not be read. Save the sheet as .xlsx or .csv, without a password, and send it again.",
  );
}

/** What is said of a sheet that holds more than any list of entries. */
export function tooLarge(): Refusal {
  return refuse("sheet-too-large", `A sheet has at most ${SHEET_MAX.rows - 1} lines below its headings.`, {
    lines: SHEET_MAX.rows - 1,
  });
}

/** A part of the archive, unpacked when it is asked for. */
type Part = () => Buffer;

const END_OF_DIRECTORY = 0x06054b50;
const IN_DIRECTORY = 0x02014b50;
const BEFORE_DATA = 0x04034b50;
const END_BYTES = 22;
const COMMENT_MAX = 65_535;

/** The parts of a ZIP archive (APPNOTE 6.3.10, 4.3) by their names in small letters. Throws RangeError for what is none. */
function partsOf(file: Buffer): Map<string, Part> {
  const end = endOf(file);
  const count = file.readUInt16LE(end + 10);
  if (count > PARTS_MAX) throw new TooLarge();
  const parts = new Map<string, Part>();
  let at = file.readUInt32LE(end + 16);
  for (let number = 0; number < count; number += 1) {
    expectAt(file, at, IN_DIRECTORY);
    const isLocked = (file.readUInt16LE(at + 8) & 1) === 1;
    const method = file.readUInt16LE(at + 10);
    const bytes = file.readUInt32LE(at + 20);
    const nameLength = file.readUInt16LE(at + 28);
    const from = file.readUInt32LE(at + 42);
    const name = file.toString("utf8", at + 46, at + 46 + nameLength);
    if (!isLocked) parts.set(name.toLowerCase().replaceAll("\\", "/"), () => unpacked(file, { method, bytes, from }));
    at += 46 + nameLength + file.readUInt16LE(at + 30) + file.readUInt16LE(at + 32);
  }
  return parts;
}

function endOf(file: Buffer): number {
  const last = Math.max(0, file.length - END_BYTES - COMMENT_MAX);
  for (let at = file.length - END_BYTES; at >= last; at -= 1) if (file.readUInt32LE(at) === END_OF_DIRECTORY) return at;
  throw new RangeError("no archive");
}

function expectAt(file: Buffer, at: number, signature: number): void {
  if (file.readUInt32LE(at) !== signature) throw new RangeError("no part of an archive");
}

const STORED = 0;
const DEFLATED = 8;

interface Packed {
  readonly method: number;
  readonly bytes: number;
  readonly from: number;
}

function unpacked(file: Buffer, { method, bytes, from }: Packed): Buffer {
  expectAt(file, from, BEFORE_DATA);
  const begin = from + 30 + file.readUInt16LE(from + 26) + file.readUInt16LE(from + 28);
  if (begin + bytes > file.length) throw new RangeError("a part ends outside");
  const data = file.subarray(begin, begin + bytes);
  if (method === STORED) return data;
  if (method !== DEFLATED) throw new RangeError("packed in another way");
  return inflateRawSync(data, { maxOutputLength: SHEET_MAX.partBytes, finishFlush: constants.Z_FINISH });
}

/** The sheet that the workbook names first, else the first by its name. */
function firstSheet(parts: ReadonlyMap<string, Part>): Buffer | undefined {
  const first = attributesIn(parts.get("xl/workbook.xml"), "sheet")[0]?.["r:id"];
  const target = attributesIn(parts.get("xl/_rels/workbook.xml.rels"), "relationship").find(
    ({ id }) => id !== undefined && id === first,
  )?.["target"];
  const path = (target ?? "").toLowerCase().replace(/^\/?(?:xl\/)?/, "xl/");
  const names = [...parts.keys()].filter((name) => name.startsWith("xl/worksheets/") && name.endsWith(".xml"));
  return (parts.get(path) ?? parts.get(names.sort()[0] ?? ""))?.();
}

/** The attributes of every element of this name, by their names in small letters. */
function attributesIn(part: Part | undefined, element: string): Record<string, string>[] {
  const found: Record<string, string>[] = [];
  read(part, {
    open: (name, attributes) => {
      if (name === element) found.push(attributes);
    },
  });
  return found;
}

interface Reading {
  readonly open?: (name: string, attributes: Record<string, string>) => void;
  readonly text?: (words: string) => void;
  readonly close?: (name: string) => void;
  /** Whether the rest is of no use. */
  readonly isDone?: () => boolean;
}

const CHUNK = 64 * 1024;

/** Reads XML piece by piece. Namespaces are not told apart, and no entity is expanded but those of XML itself. */
function read(part: Part | undefined, reading: Reading): void {
  if (part === undefined) return;
  const words = part().toString("utf8");
  const local = (name: string) => name.toLowerCase().replace(/^(?!r:)[^:]*:/, "");
  const parser = new Parser(
    {
      onopentag: (name, attributes) =>
        reading.open?.(
          local(name),
          Object.fromEntries(Object.entries(attributes).map(([key, value]) => [key.toLowerCase(), value])),
        ),
      ontext: (piece) => reading.text?.(piece),
      onclosetag: (name) => reading.close?.(local(name)),
    },
    { xmlMode: true },
  );
  for (let at = 0; at < words.length && reading.isDone?.() !== true; at += CHUNK)
    parser.write(words.slice(at, at + CHUNK));
}

/** The words of the cells that share them, in order; how they are pronounced (`rPh`) is no part of them. */
function stringsIn(part: Part | undefined): string[] {
  const strings: string[] = [];
  let string = "";
  let isText = false;
  let pronounced = 0;
  read(part, {
    open: (name) => {
      if (name === "si") string = "";
      if (name === "rph") pronounced += 1;
      isText = name === "t" && pronounced === 0;
    },
    text: (words) => {
      if (isText && string.length < SHEET_MAX.letters) string += words;
    },
    close: (name) => {
      isText = false;
      if (name === "rph") pronounced -= 1;
      if (name === "si") strings.push(string);
    },
  });
  return strings;
}

function rowsIn(sheet: Buffer, strings: readonly string[]): string[][] | Refusal {
  const rows: string[][] = [];
  const reading = new Rows(strings, rows);
  read(() => sheet, {
    open: (name, attributes) => reading.open(name, attributes),
    text: (words) => reading.text(words),
    close: (name) => reading.close(name),
    isDone: () => rows.length > SHEET_MAX.rows,
  });
  return rows.length > SHEET_MAX.rows ? tooLarge() : rows;
}

/** Rows as they are read, cell by cell. */
class Rows {
  private readonly strings: readonly string[];
  private readonly rows: string[][];
  private row: string[] = [];
  private column = 0;
  private type = "n";
  private value = "";
  private isValue = false;

  constructor(strings: readonly string[], rows: string[][]) {
    this.strings = strings;
    this.rows = rows;
  }

  open(name: string, { r = "", t = "n" }: Record<string, string>): void {
    if (name === "row") this.row = [];
    if (name === "c") {
      this.column = columnOf(r) ?? this.row.length;
      this.type = t;
      this.value = "";
    }
    this.isValue = name === "v" || name === "t";
  }

  text(words: string): void {
    if (this.isValue && this.value.length < SHEET_MAX.letters) this.value += words;
  }

  close(name: string): void {
    this.isValue = false;
    if (name === "c" && this.column < SHEET_MAX.columns) {
      while (this.row.length < this.column) this.row.push("");
      this.row[this.column] = (this.type === "s" ? (this.strings[Number(this.value)] ?? "") : this.value)
        .slice(0, SHEET_MAX.letters)
        .trim();
    }
    if (name === "row" && this.rows.length <= SHEET_MAX.rows && this.row.some((cell) => cell !== ""))
      this.rows.push(this.row);
  }
}

/** `B2` is in column 1, `AA7` in 26; null for what names no column. */
function columnOf(reference: string): number | null {
  const letters = /^[A-Z]{1,3}(?=\d)/.exec(reference)?.[0];
  if (letters === undefined) return null;
  return [...letters].reduce((column, letter) => column * 26 + (letter.charCodeAt(0) - 64), 0) - 1;
}

/** Rows as a table is pasted: cells parted by tabs, in quotation marks where they need them. */
export function pastedRows(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => row.map(pastedCell).join("\t")).join("\n");
}

function pastedCell(words: string): string {
  const line = words.replaceAll(/\s+/g, " ");
  return line.includes('"') ? `"${line.replaceAll('"', '""')}"` : line;
}

/** The text of a CSV file: UTF-8, UTF-16 with its mark, or what spreadsheets save in the language. */
function textOf(file: Uint8Array, language: string): string {
  const [first, second] = file;
  if (first === 0xff && second === 0xfe) return new TextDecoder("utf-16le").decode(file);
  if (first === 0xfe && second === 0xff) return new TextDecoder("utf-16be").decode(file);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(file);
  } catch {
    return new TextDecoder(encodingOf(languageWithTag(language) ?? DEFAULT_LANGUAGE)).decode(file);
  }
}

const PK = 0x4b50;

/** A file of entries as text that can be pasted: an .xlsx workbook, or text such as CSV. Refuses `sheet-unreadable` and `sheet-too-large`. */
export function pastedFile(file: Uint8Array, language: string): string | Refusal {
  if (file.length > 3 && new DataView(file.buffer, file.byteOffset).getUint16(0, true) === PK) {
    const rows = rowsOfSheet(file);
    if (isRefused(rows)) return rows;
    return rows.length === 0 ? unreadable() : pastedRows(rows);
  }
  const text = textOf(file, language);
  return text.includes("\u0000") || text.trim() === "" ? unreadable() : text;
}
