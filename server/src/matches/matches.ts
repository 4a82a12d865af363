import {
  type EventId,
  isRefused,
  type LogEntry,
  type MatchId,
  type MatchRules,
  type MatchState,
  newMatch,
  record,
  type Refusal,
  refuse,
  replay,
} from "@podium/engine";
import { competitionRow, eventRow, tieRulesOfEvent, type EventRow } from "../competitions/competitions.ts";
import { endOfDay } from "../competitions/wall-clock.ts";
import { planOf } from "../draw/draw.ts";
import type { Fact, NewFact } from "../facts/fact.ts";
import { factsOf } from "../facts/journal.ts";
import { codeOf, competitionOf, eventId, eventOf, matchIdOf } from "../storage/codes.ts";
import type { Db } from "../storage/storage.ts";
import { matchRow, matchRows, type StoredMatchRow } from "./match-rows.ts";
import type { UnitOfWork, ReplayCache, ReplayedMatch } from "../app.ts";

/** When the draw is published, its matches are laid out. */
export async function layOutMatches(unit: UnitOfWork, fact: Fact): Promise<void> {
  const event = eventId(fact.subject.id);
  const plan = await planOf(unit.db, event);
  if (plan === null) return;
  const dayMs = await firstDayMsOf(unit.db, event);
  const rows = plan.matches.map((match, position) => ({
    id: matchIdOf(event, match.code),
    event_id: event,
    code: match.code,
    position,
    phase: match.phase,
    phase_code: match.phaseCode ?? null,
    best_of: match.bestOf ?? null,
    round: match.round,
    place_in_round: match.order,
    group_name: match.group,
    home_source: JSON.stringify(match.home),
    away_source: JSON.stringify(match.away),
    start_ms: null,
    day_ms: dayMs,
    day: null,
    table_name: null,
    demo_umpire: 0,
    home_entry: null,
    away_entry: null,
    status: "waiting" as const,
    games: "[]",
    outcome: null,
    version: 0,
  }));
  for (let from = 0; from < rows.length; from += ROWS_AT_ONCE) {
    await unit.db
      .insertInto("matches")
      .values(rows.slice(from, from + ROWS_AT_ONCE))
      .onConflict((conflict) => conflict.column("id").doNothing())
      .execute();
  }
}

/** The first day of the competition of an event, which stands for the start of a match where none is known. */
async function firstDayMsOf(db: Db, event: EventId): Promise<number> {
  const competition = await competitionRow(db, competitionOf(event));
  return competition === undefined ? 0 : Date.parse(competition.from_date);
}

/** Both databases limit the values of one statement. */
const ROWS_AT_ONCE = 200;

/** When and where a match is played: an instant, or the day alone where nobody knows the hour. */
export interface MatchPlan {
  readonly when: number | { readonly day: string; readonly zone: string } | null;
  readonly table: string | null;
  readonly demoUmpire?: boolean;
}

/** Puts a match on a table and a time. */
export async function planMatch(
  unit: UnitOfWork,
  match: MatchId,
  { when, table, demoUmpire }: MatchPlan,
): Promise<undefined | Refusal> {
  const isDay = when !== null && typeof when === "object";
  const startMs = isDay ? endOfDay(when.zone, when.day) : when;
  const planned = {
    start_ms: startMs,
    day_ms: startMs ?? (await firstDayMsOf(unit.db, eventOf(match))),
    day: isDay ? when.day : null,
    table_name: table,
    demo_umpire: demoUmpire === true ? 1 : 0,
  };
  const updated = await unit.db.updateTable("matches").set(planned).where("id", "=", match).executeTakeFirst();
  if (updated.numUpdatedRows === 0n) return unknownMatch(match);
  await unit.record({
    kind: "match-planned",
    subject: { kind: "result", id: match },
    data: { match, startMs: isDay ? null : when, ...(isDay ? { day: when.day } : {}), table },
  });
  return undefined;
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
  const recorded = await positionsOf(unit.db, match, sent.lines);
  const fresh = sent.lines.filter(({ id }) => id === undefined || !recorded.has(id));
  const known = sent.lines.length - fresh.length;
  if (!standWhereSent(sent, recorded, replayed)) return movedOn(replayed, sent.after + known);
  if (fresh.length === 0) return replayed;
  if (replayed.length + fresh.length > LOG_LINES_MAX)
    return refuse("log-full", `The log of a match holds ${LOG_LINES_MAX} lines at most.`, { length: replayed.length });
  if (sent.after + known !== replayed.length) return movedOn(replayed, sent.after + known);
  const calm = sent.admit?.({ length: replayed.length, lines: fresh }) ?? true;
  if (isRefused(calm)) return calm;
  const next = await recordEach(unit, match, { replayed, lines: fresh });
  if (isRefused(next)) return next;
  await storeRow(unit, match, { before: replayed.state, after: next });
  return next;
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
  let { length, state } = step.replayed;
  for (const { entry } of step.lines) {
    const next = record(state, entry);
    if (isRefused(next)) return { ...next, detail: { ...next.detail, line: length + 1 } };
    state = next;
    length += 1;
  }
  const facts = step.lines.map((line) => lineFact(match, line));
  const recorded = await unit.recordAll(facts, step.replayed.version);
  return { version: recorded.at(-1)?.subjectSeq ?? step.replayed.version, length, state };
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
  const { state, version } = step.after;
  await unit.db
    .updateTable("matches")
    .set({
      version,
      games: JSON.stringify(state.games.map((game) => game.score)),
      outcome: state.outcome === null ? null : JSON.stringify(state.outcome),
      by_withdrawal: 0,
      status: statusIn(state),
    })
    .where("id", "=", match)
    .execute();
  unit.cacheReplay(match, step.after);
  await recordEnding(unit, match, step);
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
  await unit.record({ kind: "match-finished", subject, data: { winner: state.outcome.winner } });
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

type Positions = ReadonlyMap<string | null, number>;

/** Which of these lines were recorded before, as which fact of the match. */
async function positionsOf(db: Db, match: MatchId, lines: readonly SentLine[]): Promise<Positions> {
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
type OwnRules = Pick<StoredMatchRow, "best_of" | "tie" | "kind">;

/** The rules of an event, as they hold for one of its matches, or for a rubber of one of its ties. */
export function rulesOfMatch(rules: MatchRules, { best_of: bestOf, tie: ofTie, kind }: OwnRules): MatchRules {
  const own = bestOf === null ? rules : { ...rules, bestOf };
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

function unknownMatch(match: MatchId): Refusal {
  return refuse("match-unknown", `There is no match ${match}.`, { match });
}
