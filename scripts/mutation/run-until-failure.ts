import { run } from "node:test";
import * as fc from "fast-check";

/** Runs test files in this process, one after the other, and ends with 1 at the first test that fails. */

// What fails is enough; which smallest example fails is not asked.
fc.configureGlobal({ endOnFailure: true, seed: Number(process.env["FAST_CHECK_SEED"] ?? 1) });

const events = run({ files: process.argv.slice(2), isolation: "none", concurrency: 1 });
events.on("test:fail", () => process.exit(1));
for await (const _ of events);
const { user, system } = process.cpuUsage();
process.stdout.write(`${JSON.stringify({ cpuSeconds: (user + system) / 1e6 })}\n`);
