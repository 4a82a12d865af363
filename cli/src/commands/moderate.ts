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
  return answerFile(HELP, args, answerer());
}

/** Answers one line after another; lines that follow one another often have the same list, which is prepared once. */
export function answerer(): (line: string, number: number) => AnswerLine {
  let last: WordList | null = null;
  const listOf = (words: readonly string[]): WordList => {
    if (last === null || !isSame(last.words, words)) last = wordList(words);
    return last;
  };
  return (line, number) => answerLine(line, number, listOf);
}

function answerLine(line: string, number: number, listOf: (words: readonly string[]) => WordList): AnswerLine {
  const fields = parseObject(line);
  if (isRefused(fields)) return refusedLine(number, fields);
  const id = fields["id"] ?? number;
  const { text, words } = fields;
  if (typeof text !== "string") return refusedLine(id, refuse("missing-field", "A line has a text: a string."));
  const texts = textsIn(words);
  if (isRefused(texts)) return refusedLine(id, texts);
  const why = moderate({ text, known: { words: listOf(texts) } });
  return { refused: false, body: { id, verdict: why.length === 0 ? "pass" : "hold", why } };
}

function textsIn(words: unknown): readonly string[] | Refusal {
  if (!Array.isArray(words)) return refuse("missing-field", "A line has words: a list of strings.");
  const texts = words.filter((word) => typeof word === "string");
  return texts.length < words.length ? refuse("bad-field", "Every one of words is a string.") : texts;
}

function isSame(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((word, index) => word === b[index]);
}
