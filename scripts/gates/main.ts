import { parseArgs } from "node:util";
import { arrows } from "./arrows.ts";
import { allOf, type Finding, type Gate } from "./gate.ts";
import { journeys } from "./journeys.ts";
import { format, lint } from "./lint.ts";
import { pagesBuild } from "./pages-build.ts";
import { typeCheck } from "./type-check.ts";
import { unit } from "./unit.ts";

/** In this order, so that what is quick to find is found first. */
const gates: readonly Gate[] = [typeCheck, lint, format, arrows, pagesBuild, unit, journeys];

const usage = `Usage: npm test [-- --only <gate>[,<gate>]] [<path> ...]
Gates: ${gates.map((gate) => gate.name).join(", ")}. Without --only, all of them. Paths narrow lint, unit and journeys.
`;

async function main(): Promise<number> {
  const { only, paths } = asked();
  const chosen = only ? gates.filter((gate) => only.includes(gate.name)) : gates;
  const unknown = only?.filter((name) => !gates.some((gate) => gate.name === name)) ?? [];
  if (unknown.length > 0) {
    process.stderr.write(`There is no gate "${unknown.join('", "')}".\n${usage}`);
    return 2;
  }
  const findings: Finding[] = [];
  for (const gate of chosen) findings.push(await pass(gate, paths));
  const { passed, failed } = allOf(findings);
  process.stdout.write(`\n${passed} passed, ${failed} failed\n`);
  return failed === 0 && passed > 0 ? 0 : 1;
}

function asked(): { only: readonly string[] | undefined; paths: readonly string[] } {
  const { values, positionals } = parseArgs({ options: { only: { type: "string" } }, allowPositionals: true });
  return { only: values.only?.split(","), paths: positionals };
}

async function pass(gate: Gate, paths: readonly string[]): Promise<Finding> {
  process.stdout.write(`${gate.sentence} …\n`);
  const started = performance.now();
  const finding = await gate.run(paths);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  if (finding.report) process.stdout.write(`\n${finding.report}\n\n`);
  const mark = finding.failed === 0 ? "✓" : "✖";
  process.stdout.write(
    `${mark} ${gate.sentence}: ${finding.passed} passed, ${finding.failed} failed in ${seconds} s\n`,
  );
  return finding;
}

process.exitCode = await main();
