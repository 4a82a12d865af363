import { readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../bootstrap/runtime.mjs";
import type { Mutant } from "./mutants.ts";

/** A mutant that no test can tell from the original, with the reason. It is found again by its line, wherever that stands. */
export interface Equivalent {
  readonly file: string;
  /** The line the mutant begins in, without the blanks around it. */
  readonly line: string;
  /** What is replaced, and by what. */
  readonly before: string;
  readonly text: string;
  readonly reason: string;
}

export function readEquivalents(): readonly Equivalent[] {
  return JSON.parse(readFileSync(join(root, "scripts/mutation/equivalent.json"), "utf8")) as Equivalent[];
}

/** The entry that explains a mutant. */
export function equivalentOf(known: readonly Equivalent[], mutant: Mutant, source: string): Equivalent | undefined {
  const line = source.split("\n")[mutant.line - 1]?.trim();
  return known.find(
    (entry) =>
      entry.file === mutant.file && entry.line === line && entry.before === mutant.before && entry.text === mutant.text,
  );
}
