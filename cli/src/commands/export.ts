import { isRefused } from "@podium/engine";
import { exportCompetition } from "@podium/server";
import { withPodium } from "../installation.ts";
import { usage } from "../usage.ts";

export const summary = "Print a competition in the format that import reads";

const HELP = `Usage: podium export competition ID [--unpublished]

Prints the competition in the format of docs/format.md: imported elsewhere it gives the same competition.
--unpublished adds reports that are being written or wait for the end of their embargo.
The exit code is 0, 2 when there is no such competition, or 1 when the database could not be used.
`;

const UNPUBLISHED = "--unpublished";

/** Exports one competition. */
export async function run(args: string[]): Promise<number> {
  const [what, id, ...more] = args.filter((arg) => arg !== UNPUBLISHED);
  if (what !== "competition" || id === undefined || more.length > 0) return usage(HELP, args);
  return withPodium(async ({ app }) => {
    const file = await exportCompetition(app.storage.db, id, { unpublished: args.includes(UNPUBLISHED) });
    return isRefused(file) ? file : `${JSON.stringify(file, null, 2)}\n`;
  });
}
