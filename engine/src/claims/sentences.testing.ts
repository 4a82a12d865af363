import { readFileSync } from "node:fs";
import type { Claim } from "./claim.ts";
import type { ClaimChecker } from "./check.ts";

/**
 * A line of a table of sentences. `+` is right, `!` is wrong in what stands before the bar, `-` is none of the record's
 * business, `?` is about the sport but not in the record. `=` opens a text: the lines after it belong together.
 */
interface Line {
  readonly mark: "+" | "!" | "-" | "?";
  readonly expected: string;
  readonly sentence: string;
  readonly number: number;
}

interface Table {
  readonly name: string;
  readonly language: string;
  /** Texts of one or more lines. */
  readonly texts: readonly (readonly Line[])[];
}

/** Reads a table: `paris.en.txt` is English. */
export function readTable(name: string): Table {
  const words = readFileSync(new URL(`sentences/${name}`, import.meta.url), "utf8");
  const texts: Line[][] = [];
  let isText = false;
  for (const [index, line] of words.split("\n").entries()) {
    if (line === "=") texts.push([]);
    if (line === "=" || line.trim() === "" || line.startsWith("#")) {
      isText = line === "=" || (isText && line.startsWith("#"));
      continue;
    }
    const read = readLine(line, index + 1);
    if (isText) texts.at(-1)?.push(read);
    else texts.push([read]);
  }
  return { name, language: name.split(".")[1] ?? "en", texts };
}

function readLine(line: string, number: number): Line {
  const mark = line.charAt(0) as Line["mark"];
  const rest = line.slice(1).trim();
  const [expected = "", sentence = ""] = mark === "!" ? rest.split(" | ") : ["", rest];
  if (!"+!-?".includes(mark) || (mark === "!" && sentence === "")) throw new Error(`line ${number}: ${line}`);
  return { mark, expected, sentence: mark === "!" ? sentence : rest, number };
}

/** What is not as the table says; null when all is. */
function complaint(line: Line, claims: readonly Claim[]): string | null {
  const wrong = claims.filter(({ verdict }) => verdict === "contradicted");
  const told = claims
    .map(({ type, claim, verdict, truth }) => `${verdict} ${type} ${claim}${truth === undefined ? "" : ` (${truth})`}`)
    .join("; ");
  const where = `line ${line.number}: ${line.sentence}\n    found: ${told || "nothing"}`;
  switch (line.mark) {
    case "+":
      return wrong.length === 0 && claims.some(({ verdict }) => verdict === "supported") ? null : where;
    case "-":
      return claims.length === 0 ? null : where;
    case "?":
      return wrong.length === 0 && claims.some(({ verdict }) => verdict === "not in the record") ? null : where;
    case "!":
      return wrong.some(({ type, truth }) =>
        line.expected.split("=").every((part, at) => (at === 0 ? part === type : truth?.includes(part))),
      )
        ? null
        : where;
  }
}

/** Checks a table text by text: each line with the claims of its sentences. */
export function complaintsOf(checker: ClaimChecker, table: Table): { line: Line; complaint: string }[] {
  return table.texts.flatMap((lines) => {
    const text = lines.map(({ sentence }) => sentence).join("\n");
    const claims = checker.check(text, { language: table.language });
    let start = 0;
    return lines.flatMap((line) => {
      const end = start + line.sentence.length;
      const said = complaint(
        line,
        claims.filter((claim) => claim.start >= start && claim.end <= end),
      );
      start = end + 1;
      return said === null ? [] : [{ line, complaint: said }];
    });
  });
}
