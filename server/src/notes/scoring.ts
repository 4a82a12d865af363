import type { NoteScore, Rating } from "@podium/engine";
import type { z } from "zod";
import { transact, type App, type UnitOfWork } from "../app.ts";
import type { JobKind } from "../jobs/queue.ts";
import { answerOfThread } from "../thread.ts";
import type { Db } from "../storage/storage.ts";
import { publicRatings } from "./ratings.ts";
import { scoring } from "./scoring-plan.ts";

/** Scores every note by the ratings there are now, beside the requests, and shows or hides what they say. */
export function scoreNotesOf(app: App): JobKind<z.infer<typeof scoring.data>> {
  return {
    ...scoring,
    run: async () => {
      const ratings = await app.storage.read(publicRatings);
      const scores = ratings.length === 0 ? [] : await scoresOf(ratings);
      await transact(app, null, (unit) => storeScores(unit, scores));
    },
  };
}

function scoresOf(ratings: readonly Rating[]): Promise<readonly NoteScore[]> {
  return answerOfThread<readonly NoteScore[]>(new URL("scoring.worker.ts", import.meta.url), ratings);
}

/** Scores have six digits. */
const MILLION = 1e6;

async function storeScores(unit: UnitOfWork, scores: readonly NoteScore[]): Promise<undefined> {
  const byNote = new Map(scores.map((score) => [score.note, score]));
  for (const row of await scoredRows(unit.db)) {
    const score = byNote.get(row.id);
    const now = {
      status: score?.status ?? "needs-more",
      intercept_millionths: Math.round((score?.intercept ?? 0) * MILLION),
      factor_millionths: Math.round((score?.factor ?? 0) * MILLION),
    };
    if (Object.entries(now).every(([column, value]) => row[column as keyof typeof now] === value)) continue;
    await unit.db.updateTable("notes").set(now).where("id", "=", row.id).execute();
    if (row.status === now.status) continue;
    await unit.record({ kind: "note-scored", subject: { kind: "note", id: row.id }, data: { status: now.status } });
    unit.invalidate([row.topic]);
  }
  return undefined;
}

function scoredRows(db: Db) {
  return db
    .selectFrom("notes")
    .select(["id", "topic", "status", "intercept_millionths", "factor_millionths"])
    .orderBy("id")
    .execute();
}

/** The scores of every note that somebody rated, as they were worked out last. */
export async function publicScores(db: Db): Promise<NoteScore[]> {
  const rated = new Set((await publicRatings(db)).map(({ note }) => note));
  return (await scoredRows(db))
    .filter(({ id }) => rated.has(id))
    .map((row) => ({
      note: row.id,
      intercept: row.intercept_millionths / MILLION,
      factor: row.factor_millionths / MILLION,
      status: statusIn(row.status),
    }));
}

/** What the table holds was written by the scoring. */
export function statusIn(status: string): NoteScore["status"] {
  return status === "shown" || status === "hidden" ? status : "needs-more";
}
