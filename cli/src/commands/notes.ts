import { isRefused, refuse, scoreNotes, type Rating, type Refusal } from "@podium/engine";
import { parseObject, readLines } from "../ndjson.ts";
import { usage } from "../usage.ts";

export const summary = "Score notes by what readers who usually disagree both find helpful";

const HELP = `Usage: podium notes score FILE

FILE holds one rating a line as JSON (- is standard input): {"note": "...", "rater": "...", "rating": 1, 0.5 or 0}. The
answer is one line a note, in the order in which they first appear: {"note", "intercept", "factor", "status"}, the status
shown, hidden or needs-more. docs/cli.md says how it is computed. One line that is not understood refuses the file.
The exit code is 0, 2 when a line was refused, or 1 when the file cannot be read.
`;

/** Scores the notes of a file of ratings. */
export async function run(args: string[]): Promise<number> {
  const [task, file, ...more] = args;
  const isFile = file !== undefined && (file === "-" || !file.startsWith("-")) && more.length === 0;
  if (task !== "score" || !isFile) return usage(HELP, args);
  const ratings: Rating[] = [];
  let refused: string | null = null;
  const code = await readLines(file, (line, number) => {
    const rating = readRating(line);
    if (!isRefused(rating)) ratings.push(rating);
    else refused ??= `Line ${number}: ${rating.message}`;
  });
  if (code !== 0 || refused !== null) {
    if (refused !== null) process.stderr.write(`${refused}\n`);
    return refused === null ? code : 2;
  }
  for (const score of scoreNotes(ratings)) process.stdout.write(`${JSON.stringify(score)}\n`);
  return 0;
}

/** One rating as it stands in a line. Refuses: `not-json`, `not-an-object`, `bad-field`. */
export function readRating(line: string): Rating | Refusal {
  const fields = parseObject(line);
  if (isRefused(fields)) return fields;
  const [note, rater] = [nameOf(fields["note"]), nameOf(fields["rater"])];
  const { rating } = fields;
  if (note === null) return refuse("bad-field", "note is the name of a note: a string or a number.");
  if (rater === null) return refuse("bad-field", "rater is the name of a reader: a string or a number.");
  if (rating !== 0 && rating !== 0.5 && rating !== 1) return refuse("bad-field", "rating is 1, 0.5 or 0.");
  return { note, rater, rating };
}

function nameOf(value: unknown): string | null {
  return typeof value === "string" || typeof value === "number" ? String(value) : null;
}
