import { isRefused, refuse } from "@podium/engine";
import { importCompetition } from "@podium/server";
import { readFile } from "node:fs/promises";
import { text } from "node:stream/consumers";
import { withPodium } from "../installation.ts";
import { usage } from "../usage.ts";

export const summary = "Import a competition from a file, all of it or nothing";

const HELP = `Usage: podium import competition FILE

Reads a file in the format of docs/format.md (- is standard input) and enters it through the same commands as the desk.
What contradicts the laws, the draw or itself is refused with its line, and nothing is kept.
The exit code is 0, 2 when the file was refused, or 1 when the database could not be used.
`;

/** Imports one competition. */
export async function run(args: string[]): Promise<number> {
  const [what, file, ...more] = args;
  if (what !== "competition" || file === undefined || more.length > 0) return usage(HELP, args);
  return withPodium(async ({ app }) => {
    const words = await readWords(file);
    if (words === null) return refuse("file-unknown", `The file ${file} cannot be read.`);
    const imported = await importCompetition(app, null, words);
    if (isRefused(imported)) return imported;
    return `${imported.competition}: ${imported.entries} entries and ${imported.matches} matches imported.\n`;
  });
}

async function readWords(file: string): Promise<string | null> {
  if (file === "-") return text(process.stdin);
  return readFile(file, "utf8").catch(() => null);
}
