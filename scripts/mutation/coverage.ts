import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { root } from "../bootstrap/runtime.mjs";
import type { Mutant } from "./mutants.ts";

/** What V8 writes into NODE_V8_COVERAGE: the blocks of every function, the outer before the inner. */
interface ScriptCoverage {
  readonly url: string;
  readonly functions: readonly { readonly ranges: readonly Block[] }[];
}

interface Block {
  readonly startOffset: number;
  readonly endOffset: number;
  readonly count: number;
}

/** Which blocks of which files (paths below the root) one run of tests came through. */
export type Coverage = ReadonlyMap<string, readonly Block[]>;

/** Reads what a process that ended by itself left in the folder. Only files that `isAsked` are kept. */
export function coverageIn(folder: string, isAsked: (file: string) => boolean): Coverage {
  const blocks = new Map<string, readonly Block[]>();
  for (const name of readdirSync(folder)) {
    const { result } = JSON.parse(readFileSync(join(folder, name), "utf8")) as { result: ScriptCoverage[] }; // by V8
    for (const { url, functions } of result) {
      if (!url.startsWith("file:")) continue;
      const file = relative(root, fileURLToPath(url));
      const own = functions.flatMap(({ ranges }) => ranges);
      if (isAsked(file)) blocks.set(file, [...(blocks.get(file) ?? []), ...own]);
    }
  }
  return blocks;
}

/**
 * Whether the tests came where the mutant stands: the smallest block around it was run at least once. Blocks of types and
 * of what the module does when it is loaded count as those around them.
 */
export function comesTo(coverage: Coverage, mutant: Mutant, source: string): boolean {
  // The block of what follows `&&` begins with the operator, which is evaluated with what stands before it.
  const at = mutant.kind === "logic" ? source.slice(0, mutant.start).trimEnd().length - 1 : mutant.start;
  let smallest: Block | null = null;
  for (const block of coverage.get(mutant.file) ?? [])
    if (block.startOffset <= at && at < block.endOffset && (smallest === null || isInside(block, smallest)))
      smallest = block;
  return smallest !== null && smallest.count > 0;
}

function isInside(block: Block, other: Block): boolean {
  return block.endOffset - block.startOffset <= other.endOffset - other.startOffset;
}
