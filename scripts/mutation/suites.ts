import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { root } from "../bootstrap/runtime.mjs";
import { filesMatching } from "../gates/test-files.ts";
import { comesTo, type Coverage, coverageIn } from "./coverage.ts";
import type { Mutant } from "./mutants.ts";
import { type Ending, runTrial } from "./trial.ts";

/** What is mutated: files below a pattern, the project they compile in, and the tests that may notice. */
export interface Target {
  readonly sources: string;
  readonly project: string;
  readonly tests: readonly string[];
  /** Folders whose tests hold another folder's code as well. */
  readonly alsoIn: Readonly<Record<string, readonly string[]>>;
}

export const TARGETS: readonly Target[] = [
  {
    sources: "engine/src/**/*.ts",
    project: "engine/tsconfig.json",
    tests: ["engine/src/**/*.test.ts"],
    alsoIn: {
      "engine/src": ["engine/src/matches", "engine/src/results"],
      "engine/src/sports": ["engine/src/matches"],
      "engine/src/matches": ["engine/src/sports"],
      "engine/src/results": ["engine/src/medals"],
      "engine/src/draw": ["engine/src/results", "engine/src/medals"],
    },
  },
  {
    sources: "server/src/**/policy.ts",
    project: "server/tsconfig.json",
    tests: ["server/src/**/policy.test.ts"],
    alsoIn: {},
  },
];

/** The files of a target that hold code of their own, below the paths asked for. */
export function sourcesOf(target: Target, paths: readonly string[]): readonly string[] {
  return filesMatching(target.sources, paths).filter((file) => !/\.(test|testing)\.ts$/.test(file));
}

/** Test files that take less processor time than this are run first. */
const QUICK_SECONDS = 1;
/** What an error may make of it before it counts as endless. */
const SLOWER = 4;
const START_SECONDS = 5;
const WALL_SECONDS = 300;

/** A test file run with nothing planted: the processor time it took, and where it came. */
interface Baseline {
  readonly test: string;
  readonly seconds: number;
  readonly coverage: Coverage;
}

/** The tests of a target: which come to a place in a file, and how long each takes when nothing is planted. */
export class Suites {
  readonly #reached: ReadonlyMap<string, ReadonlySet<string>>;
  readonly #baselines = new Map<string, Promise<Baseline>>();
  readonly #alsoIn: Target["alsoIn"];

  constructor(target: Target) {
    this.#alsoIn = target.alsoIn;
    const tests = target.tests.flatMap((pattern) => filesMatching(pattern, []));
    this.#reached = new Map(tests.map((test) => [test, reachedFrom(test)]));
  }

  /**
   * Runs the tests of the file's stage that come where the mutant stands, then those that hold it as well, quick first,
   * until one fails; `unreached` when there is none.
   */
  async endingWith(mutant: Mutant, source: string): Promise<Ending | "unreached"> {
    const batches = await this.#batches(mutant, source);
    const plant = { ...mutant, file: join(root, mutant.file) };
    for (const batch of batches) {
      const cpuSeconds = START_SECONDS + SLOWER * batch.reduce((sum, { seconds }) => sum + seconds, 0);
      const files = batch.map(({ test }) => test);
      const { ending } = await runTrial(files, plant, { cpuSeconds, wallSeconds: WALL_SECONDS });
      if (ending !== "passed") return ending;
    }
    return batches.length === 0 ? "unreached" : "passed";
  }

  async #batches(mutant: Mutant, source: string): Promise<Baseline[][]> {
    const near = foldersAbove(mutant.file);
    const also = near.flatMap((folder) => this.#alsoIn[folder] ?? []);
    const batches: Baseline[][] = [[], [], [], []];
    for (const [test, reached] of this.#reached) {
      const far = near.includes(dirname(test)) ? 0 : 2;
      if (!reached.has(mutant.file) || (far > 0 && !also.includes(dirname(test)))) continue;
      const baseline = await this.#baselineOf(test);
      if (!comesTo(baseline.coverage, mutant, source)) continue;
      const slow = baseline.seconds > QUICK_SECONDS ? 1 : 0;
      batches[far + slow]?.push(baseline);
    }
    for (const batch of batches) batch.sort((one, other) => one.seconds - other.seconds);
    return batches.filter((batch) => batch.length > 0);
  }

  #baselineOf(test: string): Promise<Baseline> {
    const known = this.#baselines.get(test) ?? baselineOf(test);
    this.#baselines.set(test, known);
    return known;
  }
}

/** Throws when a test fails with nothing planted: then no error could be told from the others. */
async function baselineOf(test: string): Promise<Baseline> {
  const folder = mkdtempSync(join(tmpdir(), "coverage-"));
  try {
    const allowed = { cpuSeconds: 600, wallSeconds: 1200, coverageFolder: folder };
    const { ending, cpuSeconds } = await runTrial([test], null, allowed);
    if (ending !== "passed") throw new Error(`${test}: ${ending} with nothing planted`);
    return { test, seconds: cpuSeconds, coverage: coverageIn(folder, (file) => reachedFrom(test).has(file)) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** `engine/src/claims/names` and `engine/src/claims`: a folder in a stage is held by the tests of the stage as well. */
function foldersAbove(file: string): readonly string[] {
  const folder = dirname(file);
  return folder.split("/").length > 3 ? [folder, ...foldersAbove(folder)] : [folder];
}

const imports = new Map<string, readonly string[]>();

function reachedFrom(file: string): ReadonlySet<string> {
  const reached = new Set([file]);
  // A set that grows is walked to its end.
  for (const each of reached) for (const next of importsOf(each)) reached.add(next);
  return reached;
}

function importsOf(file: string): readonly string[] {
  const known = imports.get(file);
  if (known !== undefined) return known;
  const text = existsSync(join(root, file)) ? readFileSync(join(root, file), "utf8") : "";
  const found = [...text.matchAll(/(?:from|import)\s*\(?\s*"([^"]+)"/g)].flatMap(([, path = ""]) =>
    resolved(file, path),
  );
  imports.set(file, found);
  return found;
}

function resolved(file: string, specifier: string): string[] {
  const own = /^@podium\/(\w+)$/.exec(specifier)?.[1];
  if (own !== undefined) return [`${own}/src/index.ts`];
  return specifier.startsWith(".") ? [join(dirname(file), specifier)] : [];
}
