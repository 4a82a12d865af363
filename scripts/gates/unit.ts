import { availableParallelism } from "node:os";
import type { Finding, Gate } from "./gate.ts";
import { filesMatching, runTestFiles } from "./test-files.ts";

/** Everything that stands beside the source as *.test.ts: units, properties, the storage contract, HTTP scenarios. */
export const unit: Gate = {
  name: "unit",
  sentence: "Tests beside the source",
  run(paths): Promise<Finding> {
    const files = filesMatching("**/*.test.{ts,tsx}", paths);
    return runTestFiles(files, { concurrency: availableParallelism(), timeoutSeconds: 480, limitSeconds: 1200 });
  },
};
