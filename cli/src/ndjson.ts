import { once } from "node:events";
import { createReadStream } from "node:fs";
import { createInterface } from "node:readline";
import { refuse, type Refusal } from "@podium/engine";
import { readJson } from "@podium/protocol";
import { usage } from "./usage.ts";

const BYTE_ORDER_MARK = "\uFEFF";

/** What a command says of one line; `refused` decides the exit code. */
export interface AnswerLine {
  readonly refused: boolean;
  readonly body: unknown;
}

/** A command whose one argument is a file of JSON lines; anything else gets the usage. */
export async function answerFile(
  help: string,
  args: readonly string[],
  answer: (line: string, number: number) => AnswerLine,
): Promise<number> {
  const [file, ...more] = args;
  const isFile = file !== undefined && (file === "-" || !file.startsWith("-")) && more.length === 0;
  return isFile ? answerLines(file, answer) : usage(help, args);
}

/**
 * Answers a file of JSON lines line by line, as they come; `-` is standard input, empty lines and a byte order mark are passed over.
 * The exit code is 0, 2 when a line was refused, 1 when the file cannot be read.
 */
export async function answerLines(file: string, answer: (line: string, number: number) => AnswerLine): Promise<number> {
  let refusedCode = 0;
  const code = await readLines(file, async (line, number) => {
    const { refused, body } = answer(line, number);
    if (refused) refusedCode = 2;
    if (!process.stdout.write(`${JSON.stringify(body)}\n`)) await once(process.stdout, "drain");
  });
  return code === 0 ? refusedCode : code;
}

/** Reads a file of lines in the same way. The exit code is 0, or 1 when the file cannot be read, which is said. */
export async function readLines(
  file: string,
  read: (line: string, number: number) => Promise<void> | void,
): Promise<number> {
  try {
    await readEach(file, read);
    return 0;
  } catch (error) {
    if (!isFileError(error)) throw error;
    process.stderr.write(`${file} cannot be read: ${error.message}\n`);
    return 1;
  }
}

async function readEach(file: string, read: (line: string, number: number) => Promise<void> | void): Promise<void> {
  const input = file === "-" ? process.stdin : createReadStream(file);
  if (file !== "-") await once(input, "open");
  let number = 0;
  for await (const told of createInterface({ input, crlfDelay: Infinity })) {
    number += 1;
    const line = number === 1 ? told.replace(BYTE_ORDER_MARK, "") : told;
    if (line.trim() !== "") await read(line, number);
  }
}

function isFileError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && "code" in error && "syscall" in error;
}

/** A line as the object it must be. Refuses: `not-json`, `not-an-object`. */
export function parseObject(line: string): Readonly<Record<string, unknown>> | Refusal {
  const read = readJson(line);
  if ("wrong" in read) return refuse("not-json", read.wrong === "unreadable" ? "This line is not JSON." : read.message);
  const value = read.json;
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    return refuse("not-an-object", "A line is one JSON object.");
  }
  return { ...value };
}
