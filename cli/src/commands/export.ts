import { isRefused, type Refusal } from "@podium/engine";
import { exportCompetition, exportWithPhotos, writePhotos } from "@podium/server";
import { parseArgs } from "node:util";
import { withPodium } from "../installation.ts";
import { usage } from "../usage.ts";

export const summary = "Print a competition in the format that import reads";

const HELP = `Usage: podium export competition ID [--unpublished] [--photos FOLDER]

Prints the competition in the format of docs/format.md: imported elsewhere it gives the same competition.
--unpublished adds reports that are being written or wait for the end of their embargo.
--photos writes the photos that everybody may see into a new folder, as everybody may see them, and names them in the file.
The exit code is 0, 2 when there is no such competition or the folder is not empty or cannot be written to, or 1 when the database could not be used.
`;

/** Exports one competition. */
export async function run(args: string[]): Promise<number> {
  const { values, positionals } = parsed(args);
  const [what, id, ...more] = positionals;
  if (what !== "competition" || id === undefined || more.length > 0) return usage(HELP, args);
  return withPodium(async ({ app }) => {
    const options = { unpublished: values.unpublished === true };
    if (values.photos === undefined) return printed(await exportCompetition(app.storage.db, id, options));
    const exported = await exportWithPhotos(app, id, options);
    if (isRefused(exported)) return exported;
    return (await writePhotos(values.photos, exported.photos)) ?? printed(exported.file);
  });
}

function parsed(args: string[]): {
  values: { unpublished?: boolean | undefined; photos?: string | undefined };
  positionals: string[];
} {
  try {
    const options = { unpublished: { type: "boolean" }, photos: { type: "string" } } as const;
    return parseArgs({ args, options, allowPositionals: true });
  } catch {
    return { values: {}, positionals: [] };
  }
}

function printed(file: object | Refusal): string | Refusal {
  return isRefused(file) ? file : `${JSON.stringify(file, null, 2)}\n`;
}
