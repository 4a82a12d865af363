import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { root } from "../bootstrap/runtime.mjs";
import { equivalentOf, readEquivalents } from "./equivalent.ts";
import { type Mutant, mutantsOf } from "./mutants.ts";
import { shuffled } from "./shuffle.ts";
import { Suites, sourcesOf, TARGETS } from "./suites.ts";
import { Compiler } from "./validity.ts";

/** `npm run mutate`: plants small errors, one at a time, and lists those that no test notices. */

const USAGE = `Usage: npm run mutate [-- [--size <number>] [--seed <number>] [--jobs <number>] [--least <percent>] [<path> ...]]
Plants errors that compile in the engine and the policies (below the paths, when there are any) and runs the tests that
reach them. Ends with 1 when fewer than --least percent (95) are caught. --size 0 plants all there are.
`;

/** A mutant, the text of its file, and how the tests of its target end with it. */
interface Planned {
  readonly mutant: Mutant;
  readonly source: string;
  readonly suites: Suites;
}

type MutantOutcome = "caught" | "timeout" | "survived" | "equivalent";

interface MutateOptions {
  readonly size: number;
  readonly seed: number;
  readonly jobs: number;
  readonly least: number;
  readonly paths: readonly string[];
}

async function main(): Promise<number> {
  const options = parsed();
  if (options === null) return 2;
  process.stdout.write(`Seed ${options.seed}\n`);
  const planned = plannedFor(options);
  const outcomes = new Map<Mutant, MutantOutcome>();
  const queue = planned.values();
  const work = async (): Promise<void> => {
    // The workers share one queue.
    for (const each of queue) {
      outcomes.set(each.mutant, await outcomeOf(each));
      if (outcomes.size % 25 === 0)
        process.stdout.write(`${rowOf(`first ${outcomes.size}`, [...outcomes.values()])}\n`);
    }
  };
  await Promise.all(Array.from({ length: options.jobs }, work));
  return score(outcomes) >= options.least ? 0 : 1;
}

function parsed(): MutateOptions | null {
  const { values, positionals: paths } = parseArgs({
    options: {
      size: { type: "string", default: "300" },
      seed: { type: "string", default: String(Date.now() % 1_000_000) },
      jobs: { type: "string", default: "2" },
      least: { type: "string", default: "95" },
    },
    allowPositionals: true,
  });
  const [size, seed, jobs, least] = [
    Number(values.size),
    Number(values.seed),
    Number(values.jobs),
    Number(values.least),
  ];
  const isAsked = [size, seed, jobs, least].every((each) => Number.isInteger(each) && each >= 0);
  if (isAsked && paths.every((path) => existsSync(join(root, path)))) return { size, seed, jobs, least, paths };
  process.stderr.write(USAGE);
  return null;
}

/** As many mutants that compile as were asked for, drawn from all by the seed. */
function plannedFor({ size, seed, paths }: MutateOptions): readonly Planned[] {
  const offered = TARGETS.flatMap((target) => {
    const compiler = new Compiler(root, target.project);
    const suites = new Suites(target);
    return sourcesOf(target, paths).flatMap((file) => {
      const source = readFileSync(join(root, file), "utf8");
      return mutantsOf(file, source).map((mutant) => ({ mutant, source, suites, compiler }));
    });
  });
  const planned: Planned[] = [];
  for (const { compiler, ...each } of shuffled(offered, seed)) {
    if (size > 0 && planned.length === size) break;
    if (compiler.accepts(each.mutant, each.source)) planned.push(each);
  }
  process.stdout.write(`${planned.length} of ${offered.length} errors are planted\n`);
  return planned;
}

const equivalents = readEquivalents();

async function outcomeOf({ mutant, source, suites }: Planned): Promise<MutantOutcome> {
  if (equivalentOf(equivalents, mutant, source) !== undefined) return "equivalent";
  const ending = await suites.endingWith(mutant, source);
  if (ending === "timeout") return "timeout";
  if (ending === "failed") return "caught";
  const why = ending === "unreached" ? ", where no test comes" : "";
  process.stdout.write(`survived: ${mutant.file}:${mutant.line} ${mutant.kind}${why}\n${shown(mutant, source)}\n`);
  return "survived";
}

function shown({ line, before, text }: Mutant, source: string): string {
  const place = source.split("\n")[line - 1]?.trim() ?? "";
  return `    ${place}\n    ${oneLine(before)}  becomes  ${oneLine(text)}`;
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, " ");
}

/** Prints the score of every folder and returns that of all, in percent. */
function score(outcomes: ReadonlyMap<Mutant, MutantOutcome>): number {
  const folders = new Map<string, MutantOutcome[]>();
  for (const [{ file }, outcome] of outcomes) {
    const folder = file.split("/").slice(0, 3).join("/");
    folders.set(folder, [...(folders.get(folder) ?? []), outcome]);
  }
  for (const [folder, ended] of [...folders].sort()) process.stdout.write(`${rowOf(folder, ended)}\n`);
  process.stdout.write(`${rowOf("all", [...outcomes.values()])}\n`);
  return percent([...outcomes.values()]);
}

function rowOf(name: string, ended: readonly MutantOutcome[]): string {
  const count = (outcome: MutantOutcome) => ended.filter((each) => each === outcome).length;
  const counts = `${count("caught")} caught, ${count("timeout")} endless, ${count("survived")} survived`;
  return `${name}: ${counts}, ${count("equivalent")} equivalent: ${percent(ended).toFixed(1)} %`;
}

/** What is caught of what could be. */
function percent(ended: readonly MutantOutcome[]): number {
  const valid = ended.filter((each) => each !== "equivalent");
  return valid.length === 0 ? 100 : (100 * valid.filter((each) => each !== "survived").length) / valid.length;
}

process.exitCode = await main();
