import { isRefused, type LogEntry, type Refusal } from "@podium/engine";
import { transact } from "../server/src/app.ts";
import { readConfig } from "../server/src/config.ts";
import { importCompetition } from "../server/src/exchange/import.ts";
import { recordLines } from "../server/src/matches/matches.ts";
import { openPodium, type Podium } from "../server/src/podium.ts";
import { competitionOf, type GrowingFormat } from "./growth-file.ts";
import type { Row } from "./row.ts";
import { inTemporaryFolder } from "./server-process.ts";

/** What one size cost. The exponent goes by `of`, the number of what has to be done, where that is not the size. */
export interface SizedCost {
  readonly size: number;
  readonly of?: number;
  readonly ms: number;
}

/**
 * What Podium pays for what it does, at three sizes: processor time, not time on the wall, of the commands that the
 * server runs. The exponent is that of the last step: 1 grows with the matches or entries, 0 does not grow.
 */
export async function measureGrowth(): Promise<Row[]> {
  const rows: Row[] = [];
  for (const [format, sizes] of [
    ["knock-out", [64, 256, 1024]],
    ["group", [16, 32, 64]],
  ] as const) {
    const costs: SizedCost[] = [];
    for (const size of sizes) costs.push({ size, of: matchesOf(size, format), ms: await importCost(size, format) });
    rows.push(asRow(`import of a ${format}`, costs));
  }
  const rallies: SizedCost[] = [];
  const ends: SizedCost[] = [];
  for (const size of [64, 256, 1024]) {
    const { rallyMs, endMs } = await scoringCost(size);
    rallies.push({ size, ms: rallyMs });
    ends.push({ size, ms: endMs });
  }
  return [...rows, asRow("a rally recorded", rallies), asRow("the end of a match", ends)];
}

/** A row of the table: the sizes, what each cost, and the exponent of the last step. */
export function asRow(what: string, costs: readonly SizedCost[], unit = "entries"): Row {
  const [before, last] = costs.slice(-2);
  const exponent =
    before && last ? Math.log(last.ms / before.ms) / Math.log(amount(last) / amount(before)) : Number.NaN;
  return {
    what: `${what}: ${costs.map(({ size }) => size).join(" / ")} ${unit}`,
    figure: `${costs.map(({ ms }) => written(ms)).join(" / ")} ms`,
    note: `processor time; exponent ${exponent.toFixed(1)}`,
  };
}

function amount({ size, of = size }: SizedCost): number {
  return of;
}

function matchesOf(size: number, format: GrowingFormat): number {
  return format === "group" ? (size * (size - 1)) / 2 : size - 1;
}

function written(ms: number): string {
  return ms < 10 ? ms.toFixed(2) : ms.toFixed(0);
}

async function importCost(size: number, format: GrowingFormat): Promise<number> {
  return withPodium(async ({ app }) => {
    const text = competitionOf(size, format, { isPlayed: true });
    const begun = process.cpuUsage();
    must(await importCompetition(app, null, text));
    return sinceMs(begun);
  });
}

const MATCHES_SCORED = 12;

/** Plays some matches of the first round rally by rally, as twelve chairs do. */
async function scoringCost(size: number): Promise<{ rallyMs: number; endMs: number }> {
  return withPodium(async ({ app }) => {
    must(await importCompetition(app, null, competitionOf(size, "knock-out", { isPlayed: false })));
    const { db } = app.storage;
    const ready = await db
      .selectFrom("matches")
      .select("id")
      .where("status", "=", "ready")
      .limit(MATCHES_SCORED)
      .execute();
    const took = { rally: [] as number[], end: [] as number[] };
    for (const { id } of ready) {
      for (const [after, entry] of threeLoveGames().entries()) {
        const begun = process.cpuUsage();
        const line = { id: `line-${after}-bench`, entry };
        const replayed = must(await transact(app, null, (unit) => recordLines(unit, id, { after, lines: [line] })));
        took[replayed.state.outcome === null ? "rally" : "end"].push(sinceMs(begun));
      }
    }
    return { rallyMs: mean(took.rally), endMs: mean(took.end) };
  });
}

function threeLoveGames(): LogEntry[] {
  const rallies = Array.from({ length: 11 }, (): LogEntry => ({ kind: "rally", winner: "home" }));
  return [
    { kind: "service", server: "home1", receiver: "away1" },
    ...rallies,
    { kind: "service", server: "away1" },
    ...rallies,
    { kind: "service", server: "home1" },
    ...rallies,
  ];
}

/** An installation without examples, which ends with the work done in it. */
export async function withPodium<T>(work: (podium: Podium) => Promise<T>): Promise<T> {
  return inTemporaryFolder(async (folder) => {
    const podium = await openPodium(readConfig({ PODIUM_DATA: folder, PODIUM_EXAMPLES: "none", PORT: "0" }));
    try {
      return await work(podium);
    } finally {
      await podium.close();
    }
  });
}

/** Processor time of this process since then, in milliseconds. */
export function sinceMs(begun: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(begun);
  return (user + system) / 1000;
}

/** The mean. */
export function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** The answer, which must not be a refusal. */
export function must<T>(answer: T | Refusal): T {
  if (isRefused(answer)) throw new Error(answer.message);
  return answer;
}
