import { explainFault, startPodium } from "./start.ts";

/** Whoever reads the log may leave before the server does. */
process.stdout.on("error", () => undefined);

function fail(fault: unknown): void {
  console.error(explainFault(fault, process.env) ?? fault);
  process.exit(1);
}

/** Start here: read the settings, open storage, serve; end on the first signal. */
try {
  const started = await startPodium(process.env, (line) => process.stdout.write(`${line}\n`));
  started.sound.catch(fail);
  const end = () => void started.stop().then(() => process.exit(0));
  process.once("SIGINT", end);
  process.once("SIGTERM", end);
} catch (fault) {
  fail(fault);
}
