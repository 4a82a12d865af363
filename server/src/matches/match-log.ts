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
