import { isRefused, type Refusal } from "@podium/engine";
import { explainFault, openPodium, readConfig, type Podium } from "@podium/server";

/** Opens the installation that the settings name, does something with it, and closes it. Answers the exit code. */
export async function withPodium(work: (podium: Podium) => Promise<string | Refusal>): Promise<number> {
  return explained(async () => {
    const podium = await openPodium(readConfig(process.env));
    try {
      return await work(podium);
    } finally {
      await podium.close();
    }
  });
}

/** Prints what came of it: a sentence on standard output, or why not on standard error, with exit code 2 (refused) or 1 (failed). */
export async function explained(work: () => Promise<string | Refusal>): Promise<number> {
  try {
    const done = await work();
    if (!isRefused(done)) {
      process.stdout.write(done);
      return 0;
    }
    process.stderr.write(`${done.message}\n`);
    return 2;
  } catch (fault) {
    const sentence = explainFault(fault, process.env);
    if (sentence === null) throw fault;
    process.stderr.write(`${sentence}\n`);
    return 1;
  }
}
