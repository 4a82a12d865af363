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

/** Lines of 120 columns at most; `npm run format` writes them so. */
export const format: Gate = {
  name: "format",
  sentence: "Format",
  async run(paths): Promise<Finding> {
    const { code, output } = await toolOutcome("oxfmt/bin/oxfmt", ["--list-different", ...paths]);
    return code === 0 ? held : broken(`Run npm run format: these files are not formatted.\n${output.trim()}`);
  },
};
