import { isRefused, type MatchId, replay } from "@podium/engine";
import type { EarlierLog } from "@podium/protocol";
import { factsOf } from "../facts/journal.ts";
import type { LogEntry } from "@podium/engine";
import type { Db } from "../storage/storage.ts";
import { rulesOf } from "./matches.ts";

/** The logs of a match that were taken back as a whole and tell its rallies, the oldest first: the journal forgets nothing. */
export async function earlierLogs(db: Db, match: MatchId): Promise<EarlierLog[]> {
  const rules = await rulesOf(db, match);
  const logs: EarlierLog[] = [];
  let entries: LogEntry[] = [];
  for (const fact of await factsOf(db, { kind: "match", id: match })) {
    if (fact.kind === "match-line") entries.push(fact.data.entry);
    if (fact.kind !== "match-reset") continue;
    const state = replay(rules, entries);
    if (isRefused(state)) throw new Error(`An earlier log of ${match} contradicts the laws: ${state.message}`);
    const games = state.games.map(({ score, rallies }) => ({ score, rallies }));
    if (state.rallies > 0) logs.push({ setAsideAtMs: fact.atMs, games });
    entries = [];
  }
  return logs;
}
