import { join } from "node:path";
import { cruise, type ICruiseOptions, type ICruiseResult } from "dependency-cruiser";
import extractDepcruiseOptions from "dependency-cruiser/config-utl/extract-depcruise-options";
import { root } from "../bootstrap/runtime.mjs";
import { folders, packages } from "./folders.mjs";
import { broken, type Finding, type Gate, held } from "./gate.ts";

/** What a tree has that the architecture does not. */
export interface Unlawful {
  /** The imports that it forbids, as `rule: from → to`. */
  readonly imports: readonly string[];
  /** Folders that stand in no row of the table, and rows of which nothing is there. */
  readonly folders: readonly string[];
}

const TEST = /[.](test|contract|testing)[.]tsx?$/;

/** Holds a tree against the rules and against the table of folders. */
export async function unlawfulIn(tree: string): Promise<Unlawful> {
  const options: ICruiseOptions = await extractDepcruiseOptions(join(root, ".dependency-cruiser.mjs"));
  const { output } = await cruise(Object.keys(packages), { ...options, baseDir: tree, validate: true });
  // Without an output type the cruise answers its result, not a text.
  const { modules, summary } = output as ICruiseResult;
  return {
    imports: summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`),
    folders: unlikeTheTable(modules.map(({ source }) => source)),
  };
}

function unlikeTheTable(sources: readonly string[]): string[] {
  return Object.entries(folders).flatMap(([name, rows]) => {
    const named = new Set(rows.map(([row]) => row));
    const there = new Set(sources.flatMap((source) => rowOf(name, source)));
    return [
      ...[...there].filter((row) => !named.has(row)).map((row) => `${name}/src/${row} stands in no row of folders.mjs`),
      ...[...named].filter((row) => !there.has(row)).map((row) => `${name}/src/${row} is a row of what is not there`),
    ];
  });
}

/** The folder below src, or the file beside the folders; tests beside them walk the whole. */
function rowOf(name: string, source: string): string[] {
  const within = `${name}/src/`;
  if (!source.startsWith(within)) return [];
  const [row = "", inside] = source.slice(within.length).split("/", 2);
  return inside === undefined && TEST.test(row) ? [] : [row];
}

export const arrows: Gate = {
  name: "arrows",
  sentence: "Architecture",
  async run(): Promise<Finding> {
    const found = await unlawfulIn(root);
    const report = [...found.imports, ...found.folders];
    return report.length === 0 ? held : broken(report.join("\n"));
  },
};
