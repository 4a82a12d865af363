import { startPodium } from "@podium/server";
import { explained } from "../installation.ts";
import { usage } from "../usage.ts";

export const summary = "Serve the pages, the desk and the chairs";

const HELP = `Usage: podium serve

Opens the database in data/ and serves on http://127.0.0.1:8080. Every setting is an environment variable:
docs/self-hosting.md lists them. Ends on Ctrl-C.
`;

/** Serves until a signal ends it. */
export async function run(args: string[]): Promise<number> {
  if (args.length > 0) return usage(HELP, args);
  return explained(async () => {
    const started = await startPodium(process.env, (line) => process.stdout.write(`${line}\n`));
    await new Promise<void>((resolve, reject) => {
      started.sound.catch(reject);
      process.once("SIGINT", resolve);
      process.once("SIGTERM", resolve);
    });
    await started.stop();
    return "";
  });
}
