import { isRefused } from "@podium/engine";
import { answerFile, parseObject, type AnswerLine } from "../ndjson.ts";
import { readScoreLine, type RefusedField } from "../score-line.ts";
import { scoreMatch } from "../score-match.ts";

export const summary = "Play matches point by point through the laws";

const HELP = `Usage: podium score FILE

FILE holds one match a line as JSON (- is standard input). Every match is played point by point through the laws of
its sport; the answer tells the score, who served to whom before every point and when the players changed ends.
docs/cli.md describes the fields. The exit code is 0, or 2 when a line was refused.
`;

/** Answers every line of a file of matches. */
export async function run(args: string[]): Promise<number> {
  return answerFile(HELP, args, answerLine);
}

/** The answer to one line. */
export function answerLine(line: string, number: number): AnswerLine {
  const fields = parseObject(line);
  if (isRefused(fields)) return refusedLine(number, { refusal: fields, game: null, point: null });
  const id = fields["id"] ?? number;
  const understood = readScoreLine(fields);
  if ("refusal" in understood) return refusedLine(id, understood);
  const answer = scoreMatch(understood);
  return "refusal" in answer ? refusedLine(id, answer) : { refused: false, body: { id, ...answer } };
}

function refusedLine(id: unknown, { refusal, game, point }: RefusedField): AnswerLine {
  const { code, message } = refusal;
  return { refused: true, body: { id, refused: { code, message, game, point } } };
}
