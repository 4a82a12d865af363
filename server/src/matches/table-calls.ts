import {
  calledTo,
  type CallLine,
  type EventId,
  type HallMatch,
  isRefused,
  type MatchId,
  type Refusal,
  refuse,
  type TableCall,
  withCallLine,
} from "@podium/engine";
import type { UnitOfWork } from "../app.ts";
import { entryRows } from "../entries/entries.ts";
import type { NewFact } from "../facts/fact.ts";
import { competitionOf, eventOf } from "../storage/codes.ts";
import type { Db } from "../storage/storage.ts";
import { matchRow, matchRows, type StoredMatchRow } from "./match-rows.ts";
import { callIn } from "./present.ts";

/** The matches of a competition as its hall has them; a tie of two teams is one, and byes are none. */
export async function hallOf(db: Db, competition: string): Promise<HallMatch[]> {
  const events = await db.selectFrom("events").select("id").where("competition_id", "=", competition).execute();
  const hall: HallMatch[] = [];
  for (const { id } of events) hall.push(...(await hallOfEvent(db, id)));
  return hall;
}

async function hallOfEvent(db: Db, event: EventId): Promise<HallMatch[]> {
  const players = new Map((await entryRows(db, event)).map((row) => [row.code, row.players.map(({ id }) => id)]));
  const ofEntry = (code: string | null) => (code === null ? [] : (players.get(code) ?? []));
  return (await matchRows(db, event)).flatMap((row) => {
    const { status } = row;
    if (status === "bye") return [];
    const who = [...ofEntry(row.home_entry), ...ofEntry(row.away_entry)];
    const of = { id: row.id, table: row.table_name, players: who, call: callIn(row), endedMs: row.ended_ms };
    return [{ ...of, status }];
  });
}

/** Calls a match to a table, at which it stands from then on. Refuses what `calledTo` refuses. */
export async function callMatch(unit: UnitOfWork, match: MatchId, table: string): Promise<undefined | Refusal> {
  const hall = await hallOf(unit.db, competitionOf(eventOf(match)));
  const call = calledTo(hall, { match, table, atMs: unit.nowMs });
  if (isRefused(call)) return call;
  await store(unit, match, { table_name: table, table_call: JSON.stringify(call), begun_ms: call.calledMs });
  await unit.record({ kind: "match-called", subject: { kind: "result", id: match }, data: { table } });
  return undefined;
}

/** Takes a call back: the match stands again at the table it was called from. Refuses: `match-moved-on`. */
export async function takeCallBack(unit: UnitOfWork, match: MatchId): Promise<undefined | Refusal> {
  const call = await callOf(unit.db, match);
  if (isRefused(call)) return call;
  const columns = withoutCall(call);
  await store(unit, match, columns);
  await unit.record({
    kind: "call-taken-back",
    subject: { kind: "result", id: match },
    data: { table: columns.table_name },
  });
  return undefined;
}

/** What the row of a match says when others are to play it: a call was of those who were to play before. */
export function uncalled(row: StoredMatchRow) {
  const call = callIn(row);
  return call === null ? { table_call: null } : withoutCall(call);
}

/** It is at the table of before, and nobody has begun. */
function withoutCall({ tableBefore }: TableCall) {
  return { table_name: tableBefore, table_call: null, begun_ms: null };
}

/** Notes who has come to a called match, and the no-show clock. Refuses: `match-moved-on`, `no-such-player`. */
export async function noteCallLine(unit: UnitOfWork, match: MatchId, line: CallLine): Promise<undefined | Refusal> {
  const call = await callOf(unit.db, match);
  if (isRefused(call)) return call;
  const hall = await hallOfEvent(unit.db, eventOf(match));
  const next = withCallLine(call, line, hall.find(({ id }) => id === match)?.players ?? []);
  if (isRefused(next)) return next;
  await store(unit, match, { table_call: JSON.stringify(next) });
  await unit.record(factOf(match, line, next));
  return undefined;
}

async function callOf(db: Db, match: MatchId): Promise<TableCall | Refusal> {
  const row = await matchRow(db, match);
  if (row === undefined) return refuse("match-unknown", `There is no match ${match}.`, { match });
  return callIn(row) ?? refuse("match-moved-on", "This match is not called to a table.");
}

function factOf(match: MatchId, line: CallLine, { dueMs }: TableCall): NewFact {
  const subject = { kind: "result", id: match } as const;
  switch (line.kind) {
    case "came":
      return { kind: "player-came", subject, data: { player: line.player } };
    case "missing":
      return { kind: "player-missing", subject, data: { player: line.player } };
    case "clock-started":
      return { kind: "no-show-clock-started", subject, data: { dueMs: dueMs ?? line.atMs } };
    default:
      return { kind: "no-show-clock-stopped", subject, data: {} };
  }
}

async function store(
  unit: UnitOfWork,
  match: MatchId,
  columns: Partial<Pick<StoredMatchRow, "table_name" | "table_call" | "begun_ms">>,
): Promise<void> {
  await unit.db.updateTable("matches").set(columns).where("id", "=", match).execute();
}
