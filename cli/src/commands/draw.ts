import { type Drawn, commitmentOf, isRefused, performDraw } from "@podium/engine";
import { drawRequest, drawnLine, verifyDrawnLine } from "@podium/protocol";
import { type AnswerLine, answerLines, parseObject } from "../ndjson.ts";
import { refusedLine, refusedShape } from "../refused-line.ts";

export const summary = "Make a draw that anyone can prove, or verify one";

const HELP = `Usage: podium draw FILE
       podium draw verify FILE

Reads one draw a line as JSON (- is standard input): entries, rules and randomness. Answers the lines of the draw, the
commitment and the transcript ball by ball; without randomness only the commitment, to be published before the lots are
drawn. "verify" reads such answers, draws again and compares. docs/cli.md describes the fields.
The exit code is 0, or 2 when a line was refused.
`;

/** Answers every line of a file of draws. */
export async function run(args: string[]): Promise<number> {
  const [first, second, ...more] = args;
  if (first === "--help" || first === "-h") {
    process.stdout.write(HELP);
    return 0;
  }
  if (first === "verify" && second !== undefined && more.length === 0) return answerLines(second, verifyLine);
  if (first !== undefined && first !== "verify" && second === undefined) return answerLines(first, drawLine);
  process.stderr.write(HELP);
  return 2;
}

/** Draws one line. */
export function drawLine(line: string, number: number): AnswerLine {
  const fields = parseObject(line);
  if (isRefused(fields)) return refusedLine(number, fields);
  const id = fields["id"] ?? number;
  const request = drawRequest.safeParse(fields);
  if (!request.success) return refusedLine(id, refusedShape(request.error));
  const { randomness, ...asked } = request.data;
  if (randomness === undefined) return { refused: false, body: { ...asked, id, commitment: commitmentOf(asked) } };
  const drawn = performDraw(asked, randomness);
  if (isRefused(drawn)) return refusedLine(id, drawn);
  return { refused: false, body: { ...asked, id, randomness, ...shown(drawn) } };
}

/** Verifies one line. */
export function verifyLine(line: string, number: number): AnswerLine {
  const fields = parseObject(line);
  if (isRefused(fields)) return refusedLine(number, fields);
  const id = fields["id"] ?? number;
  const told = drawnLine.safeParse(fields);
  if (!told.success) return refusedLine(id, refusedShape(told.error));
  const answer = verifyDrawnLine(told.data);
  if (isRefused(answer)) return refusedLine(id, answer);
  return { refused: false, body: { id, verified: true, ...answer } };
}

function shown({ lines, groups, commitment, transcript }: Drawn): object {
  return groups.length > 0 ? { drawn: groups, commitment, transcript } : { lines, commitment, transcript };
}
