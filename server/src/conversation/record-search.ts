import { type PlayerId, searchTerms } from "@podium/engine";
import type { FoundInRecord } from "@podium/protocol";
import { competitionRowsBy } from "../competitions/competitions.ts";
import { playerRows } from "../entries/entries.ts";
import { presentPlayer } from "../entries/present.ts";
import { competitionId, playerId } from "../storage/codes.ts";
import { findPairs, findRecords } from "../storage/record-search.ts";
import type { Db } from "../storage/storage.ts";
import { findSubject } from "./subjects.ts";

/** What is shown of each kind. */
const SHOWN_MAX = 10;

/** People, pairs, competitions and reports that hold what was asked for; what is prepared is found by nobody. */
export async function searchRecord(db: Db, query: string): Promise<FoundInRecord> {
  const asked = { terms: searchTerms(query), limit: SHOWN_MAX };
  const players = (await findRecords(db, { kind: "player", ...asked })).map((id) => playerId(id));
  const pairs = await findPairs(db, asked);
  const rows = await playerRows(db, [...new Set([...players, ...pairs.flat()])]);
  const viewOf = new Map(rows.map((row) => [row.id, presentPlayer(row)]));
  const view = (id: PlayerId) => viewOf.get(id) ?? [];
  return {
    players: players.flatMap(view),
    pairs: pairs.flatMap(([one, other]) => {
      const [first, second] = [viewOf.get(one), viewOf.get(other)];
      return first === undefined || second === undefined ? [] : [[first, second] as const];
    }),
    competitions: await competitionsAmong(db, await findRecords(db, { kind: "competition", ...asked })),
    reports: await reportsAmong(db, await findRecords(db, { kind: "report", ...asked })),
  };
}

async function competitionsAmong(db: Db, ids: readonly string[]): Promise<FoundInRecord["competitions"]> {
  const rows = await competitionRowsBy(db, ids.map(competitionId));
  const byId = new Map<string, (typeof rows)[number]>(rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => {
    const row = byId.get(id);
    return row === undefined ? [] : [{ id: row.id, title: JSON.parse(row.title), from: row.from_date }];
  });
}

async function reportsAmong(db: Db, ids: readonly string[]): Promise<FoundInRecord["reports"]> {
  const reports: FoundInRecord["reports"][number][] = [];
  for (const id of ids) {
    const found = await findSubject(db, { kind: "report", id });
    if (found !== null && !found.isPrepared) reports.push({ title: await found.title(), href: found.href });
  }
  return reports;
}
