import { explainFault, startPodium } from "./start.ts";

/** Whoever reads the log may leave before the server does. */
process.stdout.on("error", () => undefined);

function fail(fault: unknown): void {
  console.error(explainFault(fault, process.env) ?? fault);
  process.exit(1);
}

const { promise: signalled, resolve: signal } = Promise.withResolvers<void>();
process.once("SIGINT", () => signal());
process.once("SIGTERM", () => signal());

/** Start here: read the settings, open storage, serve; end on the first signal, also where it comes while it starts. */
try {
  const started = await startPodium(process.env, (line) => process.stdout.write(`${line}\n`));
  started.sound.catch(fail);
  void signalled.then(() => started.stop()).then(() => process.exit(0), fail);
} catch (fault) {
  fail(fault);
}
