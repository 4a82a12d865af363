import { isRefused, type Refusal } from "@podium/engine";
import { explained } from "../installation.ts";
import { moveBetween } from "../moving.ts";
import { usage } from "../usage.ts";

export const summary = "Move everything from one database into an empty one: from a file to PostgreSQL, or back";

const HELP = `Usage: podium move [--copy] FROM TO

FROM and TO are the file of a database (data/podium.sqlite) or the address of one on PostgreSQL
(postgresql://podium:password@localhost/podium). TO is a file that does not exist yet, or a database that holds nothing.
Everything is of one moment, read back and compared, or nothing is there; FROM stays as it is. End every node of FROM
first. With --copy they may go on: what they write afterwards is not in the copy, which is how to back up.
Prints a line for each table, then how many rows are equal and their digest, which is the same for the same record in
either kind of database. Photos and the secret stand beside the database and stay where they are.
The exit code is 0, 2 when it was refused, or 1 when a database could not be used.
`;

/** Moves, and proves it. */
export async function run(args: string[]): Promise<number> {
  const isCopy = args.includes("--copy");
  const [from, to, ...more] = args.filter((arg) => arg !== "--copy");
  if (from === undefined || to === undefined || more.length > 0 || from.startsWith("-")) return usage(HELP, args);
  return explained(() => movedIn(from, to, isCopy));
}

async function movedIn(from: string, to: string, isCopy: boolean): Promise<string | Refusal> {
  const progress = (table: string, rows: number) => void process.stdout.write(`${table}: ${rows}\n`);
  const moved = await moveBetween({ from, to, isCopy, progress });
  return isRefused(moved) ? moved : `${moved.rows} rows of ${moved.tables} tables, equal (${moved.digest}).\n`;
}
