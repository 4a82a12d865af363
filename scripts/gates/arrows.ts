import { join } from "node:path";
import { cruise, type ICruiseOptions, type ICruiseResult } from "dependency-cruiser";
import extractDepcruiseOptions from "dependency-cruiser/config-utl/extract-depcruise-options";
import { root } from "../bootstrap/runtime.mjs";
import { broken, type Finding, type Gate, held } from "./gate.ts";

const folders = ["engine", "protocol", "server", "web", "cli"];

/** The imports in a tree that the architecture forbids, as `rule: from → to`. */
export async function forbiddenImports(tree: string): Promise<readonly string[]> {
  const options: ICruiseOptions = await extractDepcruiseOptions(join(root, ".dependency-cruiser.mjs"));
  const { output } = await cruise(folders, { ...options, baseDir: tree, validate: true });
  // Without an output type the cruise answers its result, not a text.
  const { violations } = (output as ICruiseResult).summary;
  return violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`);
}

export const arrows: Gate = {
  name: "arrows",
  sentence: "Architecture",
  async run(): Promise<Finding> {
    const found = await forbiddenImports(root);
    return found.length === 0 ? held : broken(found.join("\n"));
  },
};
