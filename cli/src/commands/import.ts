import { isRefused, refuse } from "@podium/engine";
import { importCompetition, importThreadFile, photoFolder, sourceText } from "@podium/server";
import { readFile } from "node:fs/promises";
import { buffer } from "node:stream/consumers";
import { parseArgs } from "node:util";
import { withPodium } from "../installation.ts";
import { usage } from "../usage.ts";

export const summary = "Import a competition or the thread of another site, all of it or nothing";

const HELP = `Usage: podium import competition FILE [--photos FOLDER]
       podium import thread KIND FILE --subject KIND:ID

The first reads a file in the format of docs/format.md (- is standard input) and enters it through the same commands as
the desk. What contradicts the laws, the draw or itself is refused with its line, and nothing is kept. Photos that the
file names are read from the folder, as carefully and within the same limits as those that a phone sends.

The second puts the comments of another site into the conversation about something: --subject moment:ID, match:ID,
report:ID, event:ID or competition:ID. KIND is wxr (WordPress), disqus, listing (a discussion as JSON), podium (a
thread of docs/format.md) or page (plain text with numbered comments). It prints what the source claims and what was found, as JSON; imported again, the same file changes nothing.

The exit code is 0, 2 when the file was refused, or 1 when the database could not be used.
`;

/** Imports one competition, or the threads of one file. */
export async function run(args: string[]): Promise<number> {
  const { values, positionals } = parsed(args);
  const [what, ...files] = positionals;
  if (what === "competition" && files.length === 1 && values.subject === undefined)
    return competition(files[0] ?? "", values.photos);
  const [kind, file, ...more] = files;
  const { subject } = values;
  if (
    values.photos !== undefined ||
    what !== "thread" ||
    kind === undefined ||
    file === undefined ||
    subject === undefined ||
    more.length > 0
  )
    return usage(HELP, args);
  return thread(file, { kind, subject });
}

function parsed(args: string[]): {
  values: { subject?: string | undefined; photos?: string | undefined };
  positionals: string[];
} {
  try {
    const options = { subject: { type: "string" }, photos: { type: "string" } } as const;
    return parseArgs({ args, options, allowPositionals: true });
  } catch {
    return { values: {}, positionals: [] };
  }
}

async function competition(file: string, photos: string | undefined): Promise<number> {
  return withPodium(async ({ app }) => {
    const words = await readWords(file);
    if (words === null) return refuse("file-unknown", `The file ${file} cannot be read.`);
    const imported = await importCompetition(
      app,
      null,
      photos === undefined ? words : { text: words, source: photoFolder(photos) },
    );
    if (isRefused(imported)) return imported;
    return `${imported.competition}: ${imported.entries} entries and ${imported.matches} matches imported.\n`;
  });
}

async function thread(file: string, about: { readonly kind: string; readonly subject: string }): Promise<number> {
  return withPodium(async ({ app }) => {
    const words = await readWords(file);
    if (words === null) return refuse("file-unknown", `The file ${file} cannot be read.`);
    const imported = await importThreadFile(app, null, { ...about, text: words });
    return isRefused(imported) ? imported : `${JSON.stringify(imported, null, 2)}\n`;
  });
}

async function readWords(file: string): Promise<string | null> {
  const bytes = file === "-" ? await buffer(process.stdin) : await readFile(file).catch(() => null);
  return bytes === null ? null : sourceText(bytes);
}
