import { changeSecret } from "@podium/server";
import { withPodium } from "../installation.ts";
import { usage } from "../usage.ts";

export const summary = "Make the secret of these settings that of an installation of several nodes";

const HELP = `Usage: podium secret --change

Nodes that serve from one PostgreSQL database sign sessions with one secret, PODIUM_SECRET or the file secret in PODIUM_DATA; a
node with another one does not start. This makes the one of these settings the installation's: stop every node before,
and give the same to all. Everybody signs in anew, and every table of a hall has another address.
The exit code is 0, or 1 when the database could not be used.
`;

/** Changes it; the secret itself is printed nowhere. */
export async function run(args: string[]): Promise<number> {
  if (args.length !== 1 || args[0] !== "--change") return usage(HELP, args);
  return withPodium(async ({ app }) => {
    await changeSecret(app);
    return "The secret of these settings is the installation's. Every node needs it; all sign in anew.\n";
  });
}
