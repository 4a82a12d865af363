import type { LogEntry, MatchId } from "@podium/engine";
import { factsOf } from "../facts/journal.ts";
import type { Db } from "../storage/storage.ts";

/** The lines of the log that count: those after the last reset. */
export async function logOf(db: Db, match: MatchId): Promise<{ id: string; entry: LogEntry }[]> {
  const facts = await factsOf(db, { kind: "match", id: match });
  const lastReset = facts.findLastIndex((fact) => fact.kind === "match-reset");
  return facts
    .slice(lastReset + 1)
    .flatMap((fact) =>
      fact.kind === "match-line" ? [{ id: fact.clientId ?? `line-${fact.seq}`, entry: fact.data.entry }] : [],
    );
}

/** Lines by the ids of their writer: as which fact of the match they are on record. */
export type Positions = ReadonlyMap<string | null, number>;

/** Which of these lines were recorded before, as which fact of the match. */
export async function positionsOf(
  db: Db,
  match: MatchId,
  lines: readonly { readonly id?: string }[],
): Promise<Positions> {
  const ids = lines.flatMap((line) => (line.id === undefined ? [] : [line.id]));
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom("facts")
    .select(["client_id", "subject_seq"])
    .where("subject_kind", "=", "match")
    .where("subject_id", "=", match)
    .where("client_id", "in", ids)
    .execute();
  return new Map(rows.map((row) => [row.client_id, row.subject_seq]));
}
