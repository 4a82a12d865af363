import {
  type EventId,
  isRefused,
  type LogEntry,
  type MatchId,
  type MatchRules,
  type MatchState,
  newMatch,
  type Outcome,
  record,
  type Refusal,
  refuse,
  replay,
} from "@podium/engine";
import { competitionRow, eventRow, tieRulesOfEvent, type EventRow } from "../competitions/competitions.ts";
import { endOfDay } from "../competitions/wall-clock.ts";
import { planOf } from "../draw/draw.ts";
import type { NewFact } from "../facts/fact.ts";
import { codeOf, competitionOf, eventOf } from "../storage/codes.ts";
import type { Db } from "../storage/storage.ts";
import { courseColumns, noteEnd } from "./course.ts";
import { logOf, positionsOf, type Positions } from "./match-log.ts";
import { matchRow, matchRows, type StoredMatchRow } from "./match-rows.ts";
import type { UnitOfWork, ReplayCache, ReplayedMatch } from "../app.ts";

/** The first day of the competition of an event, which stands for the start of a match where none is known. */
export async function firstDayMsOf(db: Db, event: EventId): Promise<number> {
  const competition = await competitionRow(db, competitionOf(event));
  return competition === undefined ? 0 : Date.parse(competition.from_date);
}

/** When and where a match is played: an instant, or the day alone where nobody knows the hour. */
export interface MatchPlan {
  readonly when: number | { readonly day: string; readonly zone: string } | null;
  readonly table: string | null;
  readonly demoUmpire?: boolean;
}

/** Puts a match on a table and a time. */
export async function planMatch(unit: UnitOfWork, match: MatchId, plan: MatchPlan): Promise<undefined | Refusal> {
  const dayMs = plan.when === null ? await firstDayMsOf(unit.db, eventOf(match)) : 0;
  const planned = plannedColumns(plan, dayMs);
  const updated = await unit.db.updateTable("matches").set(planned).where("id", "=", match).executeTakeFirst();
  if (updated.numUpdatedRows === 0n) return unknownMatch(match);
  await unit.record(plannedFact(match, plan));
  return undefined;
}

/** Puts a match that was planned on another table or at another time, which stands in the record of what was done. */
export async function moveMatch(
  unit: UnitOfWork,
  { id, demo_umpire: demo }: StoredMatchRow,
  { startMs, table }: { readonly startMs: number; readonly table: string },
): Promise<void> {
  const columns = plannedColumns({ when: startMs, table, demoUmpire: demo === 1 }, startMs);
  await unit.db.updateTable("matches").set(columns).where("id", "=", id).execute();
  await unit.record({ kind: "match-moved", subject: { kind: "result", id }, data: { startMs, table } });
}

/** What its row says of when and where a match is played; `dayMs` stands for a start that nobody knows. */
function plannedColumns({ when, table, demoUmpire }: MatchPlan, dayMs: number) {
  const isDay = when !== null && typeof when === "object";
  const startMs = isDay ? endOfDay(when.zone, when.day) : when;
  return {
    start_ms: startMs,
    day_ms: startMs ?? dayMs,
    day: isDay ? when.day : null,
    table_name: table,
    // What was expected of the earlier plan is not of this one.
    expected_ms: null,
    demo_umpire: demoUmpire === true ? 1 : 0,
  };
}

function plannedFact(match: MatchId, { when, table }: MatchPlan): NewFact {
  const isDay = when !== null && typeof when === "object";
  return {
    kind: "match-planned",
    subject: { kind: "result", id: match },
    data: { match, startMs: isDay ? null : when, ...(isDay ? { day: when.day } : {}), table },
  };
}

/** Far above any match that was ever played, and what the file of a competition can hold. */
const LOG_LINES_MAX = 5000;

/** A line of a log with the id its writer gave it. */
export interface SentLine {
  readonly id?: string;
  readonly entry: LogEntry;
}

/**
 * Records lines after line `after` of the match log. Lines that are there already are not recorded twice;
 * anything else than the next line is refused (`log-moved-on`), and so is what the laws forbid, with nothing recorded.
 */
export async function recordLines(
  unit: UnitOfWork,
  match: MatchId,
  sent: { readonly after: number; readonly lines: readonly SentLine[] },
): Promise<ReplayedMatch | Refusal> {
  const row = await matchRow(unit.db, match);
  return row === undefined ? unknownMatch(match) : recordLinesOf(unit, row, sent);
}

/** Lines for a log, and who says whether those that are not on record yet may be replayed now. */
interface SentLines {
  readonly after: number;
  readonly lines: readonly SentLine[];
  readonly admit?: (fresh: { readonly length: number; readonly lines: readonly SentLine[] }) => true | Refusal;
}

/** The same for a match whose row was read in this unit and is as it stands. */
export async function recordLinesOf(
  unit: UnitOfWork,
  row: StoredMatchRow,
  sent: SentLines,
): Promise<ReplayedMatch | Refusal> {
  const match = row.id;
  const refusal = refusedAtOnce(row, sent.lines);
  if (refusal) return refusal;
  const replayed = await replayRow(unit.db, row, unit.replayCache);
  const [first, ...others] = sent.lines;
  if (first !== undefined && others.length === 0 && sent.after === replayed.length && sent.after < LOG_LINES_MAX)
    return recordNextLine(unit, match, { replayed, line: first, sent });
  const recorded = await positionsOf(unit.db, match, sent.lines);
  const fresh = sent.lines.filter(({ id }) => id === undefined || !recorded.has(id));
  const known = sent.lines.length - fresh.length;
  if (!standWhereSent(sent, recorded, replayed)) return movedOn(replayed, sent.after + known);
  if (fresh.length === 0) return replayed;
  if (replayed.length + fresh.length > LOG_LINES_MAX) return logFull(replayed.length);
  if (sent.after + known !== replayed.length) return movedOn(replayed, sent.after + known);
  const calm = sent.admit?.({ length: replayed.length, lines: fresh }) ?? true;
  if (isRefused(calm)) return calm;
  const next = await recordEach(unit, match, { replayed, lines: fresh });
  if (isRefused(next)) return next;
  await storeRow(unit, match, { before: replayed.state, after: next });
  return next;
}

/**
 * Records the one line that comes next, as nearly every rally is sent, with fewer statements. Where it is on record
 * already, it is of a log that was taken back.
 */
async function recordNextLine(
  unit: UnitOfWork,
  match: MatchId,
  step: { readonly replayed: ReplayedMatch; readonly line: SentLine; readonly sent: SentLines },
): Promise<ReplayedMatch | Refusal> {
  const { replayed, line, sent } = step;
  const calm = sent.admit?.({ length: replayed.length, lines: [line] }) ?? true;
  if (isRefused(calm)) return calm;
  const next = withLines(replayed, [line]);
  const isThere = isRefused(next)
    ? (await positionsOf(unit.db, match, [line])).size > 0
    : (await unit.recordOnce(lineFact(match, line), replayed.version)) === null;
  if (isThere) return movedOn(replayed, sent.after + 1);
  if (isRefused(next)) return next;
  await storeRow(unit, match, { before: replayed.state, after: next });
  return next;
}

function logFull(length: number): Refusal {
  return refuse("log-full", `The log of a match holds ${LOG_LINES_MAX} lines at most.`, { length });
}

function movedOn({ length }: ReplayedMatch, thought: number): Refusal {
  return refuse(
    "log-moved-on",
    `The log of this match has ${length} lines, not ${thought}: somebody else has written to it.`,
    { length },
  );
}

/**
 * Whether the lines that are there already come first and stand where the sender thinks. The facts before the last
 * `length` ones are of a log that was taken back: a line among them does not count any more.
 */
function standWhereSent(
  sent: { readonly after: number; readonly lines: readonly SentLine[] },
  recorded: Positions,
  { version, length }: ReplayedMatch,
): boolean {
  const first = version - length + sent.after + 1;
  const known = sent.lines.filter(({ id }) => id !== undefined && recorded.has(id)).length;
  return sent.lines.slice(0, known).every(({ id }, index) => id !== undefined && recorded.get(id) === first + index);
}

async function recordEach(
  unit: UnitOfWork,
  match: MatchId,
  step: { readonly replayed: ReplayedMatch; readonly lines: readonly SentLine[] },
): Promise<ReplayedMatch | Refusal> {
  const next = withLines(step.replayed, step.lines);
  if (isRefused(next)) return next;
  const facts = step.lines.map((line) => lineFact(match, line));
  const recorded = await unit.recordAll(facts, step.replayed.version);
  return { ...next, version: recorded.at(-1)?.subjectSeq ?? step.replayed.version };
}

/** A match after some more lines; what the laws forbid is refused with the number of its line. */
function withLines(before: ReplayedMatch, lines: readonly SentLine[]): ReplayedMatch | Refusal {
  let { length, state } = before;
  for (const { entry } of lines) {
    const next = record(state, entry);
    if (isRefused(next)) return { ...next, detail: { ...next.detail, line: length + 1 } };
    state = next;
    length += 1;
  }
  return { version: before.version + lines.length, length, state };
}

/** The whole log of a match that had none, and its plan where one is given: folded, and not yet written. */
export interface WholeLog {
  readonly row: StoredMatchRow;
  readonly lines: readonly SentLine[];
  readonly after: ReplayedMatch;
  readonly plan: MatchPlan | null;
}

/** Folds the whole log of a match that has none; refuses what `recordLines` does. */
export function foldLog(
  row: StoredMatchRow,
  rules: MatchRules,
  told: Pick<WholeLog, "lines" | "plan">,
): WholeLog | Refusal {
  if (row.version > 0) throw new Error(`The match ${row.id} has a log.`);
  const refusal = told.lines.length === 0 ? undefined : refusedAtOnce(row, told.lines);
  if (refusal) return refusal;
  if (told.lines.length > LOG_LINES_MAX) return logFull(0);
  const state = newMatch(rules);
  if (isRefused(state)) return state;
  const after = withLines({ version: row.version, length: 0, state }, told.lines);
  return isRefused(after) ? after : { row, after, ...told };
}

/** Writes the logs of several matches, as `planMatch` and `recordLines` would one by one, with fewer statements. */
export async function writeLogs(unit: UnitOfWork, logs: readonly WholeLog[]): Promise<void> {
  await unit.recordEach(
    logs.flatMap(({ row: { id }, lines, after, plan }) => [
      ...(plan === null ? [] : [plannedFact(id, plan)]),
      ...lines.map((line) => lineFact(id, line)),
      ...(after.state.outcome === null ? [] : [finishedFact(id, after.state.outcome)]),
    ]),
  );
  for (const { row, lines, after, plan } of logs) {
    const planned = plan === null ? {} : plannedColumns(plan, row.day_ms);
    const scored = lines.length === 0 ? {} : scoredColumns(after);
    if (plan === null && lines.length === 0) continue;
    await unit.db
      .updateTable("matches")
      .set({ ...planned, ...scored })
      .where("id", "=", row.id)
      .execute();
    if (lines.length > 0) unit.cacheReplay(row.id, after);
  }
}

function lineFact(match: MatchId, { id, entry }: SentLine): NewFact {
  return {
    kind: "match-line",
    subject: { kind: "match", id: match },
    data: { entry },
    ...(entry.atMs === undefined ? {} : { atMs: entry.atMs }),
    ...(id === undefined ? {} : { clientId: id }),
  };
}

/** Takes back the whole log of a match, for a reason that stays in the journal. */
export async function resetMatch(unit: UnitOfWork, match: MatchId, reason: string): Promise<ReplayedMatch | Refusal> {
  const replayed = await replayMatch(unit.db, match, unit.replayCache);
  if (isRefused(replayed)) return replayed;
  const empty = newMatch(replayed.state.rules);
  if (isRefused(empty)) return empty;
  const fact = await unit.record({ kind: "match-reset", subject: { kind: "match", id: match }, data: { reason } });
  const next = { version: fact.subjectSeq, length: 0, state: empty };
  await storeRow(unit, match, { before: replayed.state, after: next });
  return next;
}

/** The row is what lists read; it is written in the transaction of the line that changed it. */
async function storeRow(
  unit: UnitOfWork,
  match: MatchId,
  step: { readonly before: MatchState; readonly after: ReplayedMatch },
): Promise<void> {
  const [before, after] = [statusIn(step.before), statusIn(step.after.state)];
  const columns = { ...scoredColumns(step.after), ...courseColumns(before, after, unit.nowMs) };
  await unit.db.updateTable("matches").set(columns).where("id", "=", match).execute();
  if (after === "over" && before !== "over") await noteEnd(unit, match);
  unit.cacheReplay(match, step.after);
  await recordEnding(unit, match, step);
}

/** What its row says of how a match stands. */
function scoredColumns({ state, version }: ReplayedMatch) {
  return {
    version,
    games: JSON.stringify(state.games.map((game) => game.score)),
    outcome: state.outcome === null ? null : JSON.stringify(state.outcome),
    by_withdrawal: 0,
    status: statusIn(state),
  };
}

/** An end that is new or other than before is a fact of its own; so is an end taken back. */
async function recordEnding(
  unit: UnitOfWork,
  match: MatchId,
  step: { readonly before: MatchState; readonly after: ReplayedMatch },
): Promise<void> {
  const subject = { kind: "result", id: match } as const;
  const { state } = step.after;
  if (state.outcome === null) {
    if (step.before.outcome !== null) await unit.record({ kind: "match-reopened", subject, data: {} });
    return;
  }
  if (JSON.stringify(resultIn(step.before)) === JSON.stringify(resultIn(state))) return;
  await unit.record(finishedFact(match, state.outcome));
}

function finishedFact(match: MatchId, { winner }: Outcome): NewFact {
  return { kind: "match-finished", subject: { kind: "result", id: match }, data: { winner } };
}

function resultIn(state: MatchState) {
  return { outcome: state.outcome, games: state.games.map((game) => game.score) };
}

/** What becomes of a match by its log alone. */
export function statusIn(state: MatchState): "ready" | "live" | "over" {
  if (state.outcome !== null) return "over";
  return state.progress === "ready" && state.games.length === 0 ? "ready" : "live";
}

function refusedAtOnce(row: StoredMatchRow, lines: readonly SentLine[]): Refusal | undefined {
  const ids = lines.flatMap((line) => line.id ?? []);
  if (new Set(ids).size < ids.length) return refuse("line-twice", "A line stands twice in what was sent.");
  if (row.status === "bye") return refuse("match-is-bye", "This match is decided by a bye; nobody plays it.");
  if (row.home_entry === null || row.away_entry === null)
    return refuse("match-not-ready", "Who plays this match is not known yet.");
  return undefined;
}

/** The match as its log makes it; from memory when it was scored lately. */
export async function replayMatch(db: Db, match: MatchId, cache: ReplayCache): Promise<ReplayedMatch | Refusal> {
  const row = await matchRow(db, match);
  return row === undefined ? unknownMatch(match) : replayRow(db, row, cache);
}

/** The same for a match whose row was read. */
export async function replayRow(db: Db, row: StoredMatchRow, cache: ReplayCache): Promise<ReplayedMatch> {
  const match = row.id;
  const known = cache.get(match);
  if (known?.version === row.version) return known;
  const rules = await rulesOfRow(db, row);
  const log = await logOf(db, match);
  const state = replay(
    rules,
    log.map((line) => line.entry),
  );
  if (isRefused(state)) throw new Error(`The log of ${match} contradicts the laws: ${state.message}`);
  return { version: row.version, length: log.length, state };
}

/** A match that has begun because of how this one ended: between its winner, its loser, or who came out of its group. */
export async function begunAfter(db: Db, match: MatchId): Promise<StoredMatchRow | undefined> {
  const event = eventOf(match);
  const matches = (await planOf(db, event))?.matches ?? [];
  const after = new Set<string>();
  const groups = new Set<string>();
  for (const { code, group, home, away } of matches) {
    const follows = [home, away].some(
      (source) =>
        ("match" in source && after.has(source.match)) || (source.from === "place" && groups.has(source.group)),
    );
    if (code !== codeOf(match) && !follows) continue;
    after.add(code);
    if (group !== null) groups.add(group);
  }
  after.delete(codeOf(match));
  return (await matchRows(db, event)).find(
    (row) => after.has(row.code) && (row.status === "live" || row.status === "over"),
  );
}

/** Lets a match without a line be replayed without reading its log: for work that takes in many matches of one event. */
export function cacheUnplayed(unit: Pick<UnitOfWork, "cacheReplay">, row: StoredMatchRow, rules: MatchRules): void {
  const state = newMatch(rules);
  if (row.version === 0 && !isRefused(state)) unit.cacheReplay(row.id, { version: 0, length: 0, state });
}

/** What is played: the rules of the event the match belongs to, with its own number of games. */
export async function rulesOf(db: Db, match: MatchId): Promise<MatchRules> {
  const row = await matchRow(db, match);
  if (row === undefined) throw new Error(`There is no match ${match}.`);
  return rulesOfRow(db, row);
}

async function rulesOfRow(db: Db, row: Pick<StoredMatchRow, "id"> & OwnRules): Promise<MatchRules> {
  const event = await eventRow(db, eventOf(row.id));
  if (event === undefined) throw new Error(`The match ${row.id} belongs to no event.`);
  return rulesOfMatch(rulesOfEvent(event), row);
}

/** What tells the rules of a match from those of its event. */
type OwnRules = Pick<StoredMatchRow, "best_of" | "tie" | "kind" | "handicap">;

/** The rules of an event, as they hold for one of its matches, or for a rubber of one of its ties. */
export function rulesOfMatch(rules: MatchRules, { best_of: bestOf, tie: ofTie, kind, handicap }: OwnRules): MatchRules {
  const given = handicap === null ? rules : { ...rules, handicap: JSON.parse(handicap) };
  const own = bestOf === null ? given : { ...given, bestOf };
  if (ofTie === null) return own;
  const { tie, ...ofRubber } = own;
  return { ...ofRubber, kind: kind ?? "singles", ...(tie?.counts === "games" ? { allGames: true } : {}) };
}

/** The rules of the matches of an event. */
export function rulesOfEvent(event: EventRow): MatchRules {
  const tie = tieRulesOfEvent(event);
  const rules = { sport: event.sport, kind: event.kind, bestOf: event.best_of, edition: event.edition };
  return tie === null ? rules : { ...rules, tie };
}

function unknownMatch(match: MatchId): Refusal {
  return refuse("match-unknown", `There is no match ${match}.`, { match });
}
