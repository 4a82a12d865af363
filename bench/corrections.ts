import { isRefused, type LogEntry } from "@podium/engine";
import { transact, type App } from "../server/src/app.ts";
import { importCompetition } from "../server/src/exchange/import.ts";
import { recordLines } from "../server/src/matches/matches.ts";
import { competitionOf } from "./growth-file.ts";
import { asRow, mean, must, sinceMs, withPodium, type SizedCost } from "./growth.ts";
import type { Row } from "./row.ts";

const LENGTHS = [200, 1_000, 2_000];
const TIMES = 20;
const SERVE: LogEntry = { kind: "service", server: "home1", receiver: "away1" };
const LET: LogEntry = { kind: "let" };
const UNDO: LogEntry = { kind: "undo" };

/** What a correction costs in a log of three lengths: an undo, and a batch of 249 (let, undo) that ends in a refusal. */
export async function measureCorrections(): Promise<Row[]> {
  const undo: SizedCost[] = [];
  const refused: SizedCost[] = [];
  for (const size of LENGTHS) {
    const { undoMs, refusedMs } = await withPodium(({ app }) => correctionCost(app, size));
    undo.push({ size, ms: undoMs });
    refused.push({ size, ms: refusedMs });
  }
  return [asRow("an undo", undo, "lines"), asRow("249 (let, undo), refused", refused, "lines")];
}

async function correctionCost(app: App, length: number): Promise<{ undoMs: number; refusedMs: number }> {
  must(await importCompetition(app, null, competitionOf(4, "knock-out", { isPlayed: false })));
  const { id } = await app.storage.db
    .selectFrom("matches")
    .select("id")
    .where("status", "=", "ready")
    .executeTakeFirstOrThrow();
  const write = (after: number, entries: readonly LogEntry[]) =>
    transact(app, null, (unit) => recordLines(unit, id, { after, lines: entries.map((entry) => ({ entry })) }));
  must(await write(0, [SERVE, ...Array.from({ length: length - 1 }, () => LET)]));
  const undoMs = await timed(async (at) => void must(await write(length + at, [UNDO])));
  const pairs = Array.from({ length: 249 }, () => [LET, UNDO]).flat();
  const refusedMs = await timed(async () => {
    if (!isRefused(await write(length + TIMES, [...pairs, { kind: "time-out-ended" }])))
      throw new Error("A time-out ended that had not begun.");
  });
  return { undoMs, refusedMs };
}

async function timed(work: (at: number) => Promise<void>): Promise<number> {
  const took: number[] = [];
  for (let at = 0; at < TIMES; at += 1) {
    const begun = process.cpuUsage();
    await work(at);
    took.push(sinceMs(begun));
  }
  return mean(took);
}
