import { refuse, type Refusal } from "@podium/engine";
import { competitionFile, readJson, type CompetitionFile } from "@podium/protocol";
import { findNodeAtLocation, parseTree, printParseErrorCode, type Node, type ParseError } from "jsonc-parser";

/** Where something stands in the file: keys and positions, as in events[0].matches[3]. */
export type Path = readonly (string | number)[];

/** A file that has the right shape, and the line on which each part of it stands. */
export interface ReadFile {
  readonly file: CompetitionFile;
  lineOf(path: Path): number;
}

/** Reads a competition file. What is not JSON or has another shape is refused with its line. */
export function readCompetitionFile(given: string): ReadFile | Refusal {
  const text = given.replace(/^\uFEFF/, "");
  const read = readJson(text);
  if ("wrong" in read && read.wrong !== "unreadable") return notRead(text, read);
  if (!("json" in read)) return notJson(text);
  const told = read.json;
  const lineOf = lineFinder(text);
  const noText = pathOfNoText(told, []);
  if (noText !== null)
    return refusedAt(refuse("file-no-text", "This holds U+0000 or half a character, which is no text."), {
      path: noText,
      line: lineOf(noText),
    });
  const parsed = competitionFile.safeParse(told);
  if (parsed.success) return { file: parsed.data, lineOf };
  const issue = parsed.error.issues[0];
  const path = (issue?.path ?? []).filter((part) => typeof part !== "symbol");
  return refusedAt(refuse("file-invalid", issue?.message ?? "The shape is not right."), { path, line: lineOf(path) });
}

function notRead(text: string, wrong: { readonly offset: number; readonly message: string }): Refusal {
  const line = lineAt(text, wrong.offset);
  return refuse("file-unreadable", `Line ${line}: ${wrong.message}`, { line });
}

/** What is no JSON, refused with its line and what is the matter. */
function notJson(text: string): Refusal {
  const { error } = readTree(text);
  const why = error === undefined ? "nothing is there" : printParseErrorCode(error.error);
  return notRead(text, { offset: error?.offset ?? 0, message: `this is not JSON (${why}).` });
}

/** On which line the parts of a JSON text stand. They are looked for when somebody asks: most files hold nothing wrong. */
function lineFinder(text: string): (path: Path) => number {
  let root: Node | undefined;
  return (path) => {
    root ??= readTree(text).root;
    return root === undefined ? 1 : lineAt(text, nearest(root, path).offset);
  };
}

function readTree(text: string): { readonly root: Node | undefined; readonly error: ParseError | undefined } {
  const errors: ParseError[] = [];
  const root = parseTree(text, errors, { allowTrailingComma: false, disallowComments: true });
  return { root, error: errors[0] };
}

/** Where the file holds what no database can store as text; null when nowhere. */
function pathOfNoText(value: unknown, path: Path): Path | null {
  if (typeof value === "string") return value.isWellFormed() && !value.includes("\u0000") ? null : path;
  if (typeof value !== "object" || value === null) return null;
  for (const [key, part] of Object.entries(value)) {
    const found = pathOfNoText(part, [...path, Array.isArray(value) ? Number(key) : key]);
    if (found !== null) return found;
  }
  return null;
}

/** Says on which line, and where in the file, a refusal arose. */
export function refusedAt(refusal: Refusal, at: { readonly path: Path; readonly line: number }): Refusal {
  const where = at.path.length === 0 ? "" : ` (${written(at.path)})`;
  return refuse(refusal.code, `Line ${at.line}${where}: ${refusal.message}`, {
    ...refusal.detail,
    line: at.line,
    path: written(at.path),
  });
}

/** The part itself, or what stands nearest above it when it is missing. */
function nearest(root: Node, path: Path): Node {
  for (let length = path.length; length > 0; length -= 1) {
    const node = findNodeAtLocation(root, path.slice(0, length));
    if (node !== undefined) return node;
  }
  return root;
}

function lineAt(text: string, offset: number): number {
  let line = 1;
  for (let at = text.indexOf("\n"); at !== -1 && at < offset; at = text.indexOf("\n", at + 1)) line += 1;
  return line;
}

function written(path: Path): string {
  return path.map((part, index) => (typeof part === "number" ? `[${part}]` : index === 0 ? part : `.${part}`)).join("");
}
