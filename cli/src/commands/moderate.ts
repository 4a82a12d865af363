import { isRefused, moderate, refuse, wordList, type Refusal, type WordList } from "@podium/engine";
import { answerFile, parseObject, type AnswerLine } from "../ndjson.ts";
import { refusedLine } from "../refused-line.ts";

export const summary = "Look for listed words in comments, in every script";

const HELP = `Usage: podium moderate FILE

FILE holds one text a line as JSON (- is standard input): {"id": ..., "text": "...", "words": ["...", ...]}. The answer
is {"id": ..., "verdict": "pass" or "hold", "why": [...]}; a reason tells the rule, the listed word, how it is written
and where: from which UTF-16 code unit of the text to which, the last not included. docs/cli.md describes it.
The exit code is 0, or 2 when a line was refused.
`;

/** Answers every line of a file of texts. */
export async function run(args: string[]): Promise<number> {
  return answerFile(HELP, args, answerLine);
}

/** The answer to one line. */
export function answerLine(line: string, number: number): AnswerLine {
  const fields = parseObject(line);
  if (isRefused(fields)) return refusedLine(number, fields);
  const id = fields["id"] ?? number;
  const { text, words } = fields;
  if (typeof text !== "string") return refusedLine(id, refuse("missing-field", "A line has a text: a string."));
  const list = listOf(words);
  if (isRefused(list)) return refusedLine(id, list);
  const why = moderate({ text, known: { words: list } });
  return { refused: false, body: { id, verdict: why.length === 0 ? "pass" : "hold", why } };
}

let last: WordList | null = null;

/** The list of a line; lines that follow one another often have the same, which is prepared once. */
function listOf(words: unknown): WordList | Refusal {
  if (!Array.isArray(words)) return refuse("missing-field", "A line has words: a list of strings.");
  const texts = words.filter((word) => typeof word === "string");
  if (texts.length < words.length) return refuse("bad-field", "Every one of words is a string.");
  if (last === null || !isSame(last.words, texts)) last = wordList(texts);
  return last;
}

function isSame(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((word, index) => word === b[index]);
}
