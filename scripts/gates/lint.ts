import { toolOutcome } from "./command.ts";
import { broken, type Finding, type Gate, held } from "./gate.ts";

export const lint: Gate = {
  name: "lint",
  sentence: "Lint",
  async run(paths): Promise<Finding> {
    const { code, output } = await toolOutcome("oxlint/bin/oxlint", ["--deny-warnings", "--format=unix", ...paths]);
    return code === 0 ? held : broken(output.trim());
  },
};
