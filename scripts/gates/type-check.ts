import { toolOutcome } from "./command.ts";
import { broken, type Finding, type Gate, held } from "./gate.ts";

/**
 * Every project of types by itself: the engine without DOM and Node, its tests with Node, the pages with a DOM.
 * All of them together count as one check.
 */
const projects = [
  "engine",
  "engine/tsconfig.test.json",
  "protocol",
  "protocol/tsconfig.test.json",
  "server",
  "web",
  "web/tsconfig.test.json",
  "cli",
  "tsconfig.json",
];

export const typeCheck: Gate = {
  name: "types",
  sentence: "Types",
  async run(): Promise<Finding> {
    const reports: string[] = [];
    for (const project of projects) {
      const { code, output } = await toolOutcome("@typescript/native/bin/tsc", ["--project", project]);
      if (code !== 0) reports.push(`tsc --project ${project}\n${output.trim()}`);
    }
    return reports.length === 0 ? held : broken(reports.join("\n"));
  },
};
