import type { BySide, LogEntry, MatchRules, MatchState, Outcome, Source } from "@podium/engine";
import { illegalFinal, isRefused, newMatch, record } from "@podium/engine";
import type { EntryView, MatchMark, MatchRow, MatchView, Slot, Text } from "@podium/protocol";
import { associationRowsBy, competitionRow, eventRow } from "../competitions/competitions.ts";
import { entryRows, entryRowsBy, type EntryRow } from "../entries/entries.ts";
import { presentEntry } from "../entries/present.ts";
import type { Fact } from "../facts/fact.ts";
import { competitionOf, eventOf } from "../storage/codes.ts";
import type { Db } from "../storage/storage.ts";
import type { UnitOfWork, ReplayedMatch } from "../app.ts";
import { replayMatch, logOf, matchRow, rulesOfEvent, type PlannedLine, type StoredMatchRow } from "./matches.ts";

/** What stands around the matches of an event and seldom changes. */
export interface EventSetting {
  readonly competition: string;
  readonly event: string;
  readonly title: Text;
  readonly zone: string;
  readonly rules: MatchRules;
  /** By code: all entries of the event, or those of the match that is shown. */
  readonly entries: ReadonlyMap<string, EntryView>;
}

/** Reads the setting of an event; null when there is no such event. */
export async function settingOf(db: Db, event: string): Promise<EventSetting | null> {
  return readSetting(db, event, () => entryRows(db, event));
}

/** What stands around one match: of the entries only the two that play it. */
async function settingOfMatch(db: Db, row: StoredMatchRow): Promise<EventSetting | null> {
  const codes = [row.home_entry, row.away_entry].filter((code) => code !== null);
  return readSetting(db, row.event_id, () => entryRowsBy(db, row.event_id, codes));
}

async function readSetting(
  db: Db,
  event: string,
  readEntries: () => Promise<readonly EntryRow[]>,
): Promise<EventSetting | null> {
  const row = await eventRow(db, event);
  const competition = row && (await competitionRow(db, row.competition_id));
  if (row === undefined || competition === undefined) return null;
  const entries = await readEntries();
  const codes = new Set(entries.flatMap(({ association }) => association ?? []));
  const names = new Map(
    (await associationRowsBy(db, competition.id, [...codes])).map(({ code, name }) => [code, name]),
  );
  return {
    competition: competition.id,
    event,
    title: JSON.parse(row.title),
    zone: competition.zone,
    rules: rulesOfEvent(row),
    entries: new Map(entries.map((entry) => [entry.code, presentEntry(entry, names)])),
  };
}

/** A match as readers see it, in one line. */
export function presentMatch(row: StoredMatchRow, setting: EventSetting): MatchRow {
  const planned: PlannedLine = JSON.parse(row.planned);
  const games: BySide<number>[] = JSON.parse(row.games);
  const outcome: Outcome | null = row.outcome === null ? null : JSON.parse(row.outcome);
  return {
    id: row.id,
    competition: setting.competition,
    event: setting.event,
    eventTitle: setting.title,
    phase: planned.phase,
    round: planned.round,
    order: planned.order,
    group: planned.group,
    startMs: row.start_ms,
    zone: setting.zone,
    table: row.table_name,
    home: slot(row.home_entry, planned.home, setting),
    away: slot(row.away_entry, planned.away, setting),
    bestOf: setting.rules.bestOf,
    games,
    gamesWon: gamesWonIn(games, setting.rules),
    status: row.status,
    outcome,
    winner: outcome?.winner ?? null,
    version: row.version,
    invented: row.demo_umpire === 1,
  };
}

function slot(entry: string | null, source: Source, setting: EventSetting): Slot {
  return { entry: entry === null ? null : (setting.entries.get(entry) ?? null), source };
}

/** A game that could not end so is under way or was broken off: nobody has won it. */
function gamesWonIn(games: readonly BySide<number>[], rules: MatchRules): BySide<number> {
  const finished = games.filter((game) => illegalFinal(rules, game) === null);
  const home = finished.filter((game) => game.home > game.away).length;
  return { home, away: finished.length - home };
}

/** A match that must be there, as one line. */
export async function presentMatchById(db: Db, id: string): Promise<MatchRow> {
  const row = await matchRow(db, id);
  const setting = row === undefined ? null : await settingOfMatch(db, row);
  if (row === undefined || setting === null) throw new Error(`The match ${id} is gone.`);
  return presentMatch(row, setting);
}

/** A match with everything that is known of its play. */
export async function presentMatchWhole(db: Db, match: string, replayed: ReplayedMatch): Promise<MatchView | null> {
  const row = await matchRow(db, match);
  const setting = row === undefined ? null : await settingOfMatch(db, row);
  if (row === undefined || setting === null) return null;
  const known = knownOf(replayed.state, row.status === "live");
  return {
    ...presentMatch(row, setting),
    gamesWon: replayed.state.gamesWon,
    state: replayed.length === 0 ? null : replayed.state,
    known,
    marks: known === "rallies" ? await marksOf(db, match, replayed.state.rules) : [],
  };
}

/** A game that has been opened is told rally by rally, also before its first; a walkover has no games at all. */
function knownOf(state: MatchState, isLive: boolean): MatchView["known"] {
  if (state.rallies > 0 || (isLive && state.games.some(({ rallies }) => rallies !== null))) return "rallies";
  return state.games.length > 0 ? "games" : "none";
}

/** Where in the match the time-outs and cards stand: told by the engine along the log, without the lines that were taken back. */
async function marksOf(db: Db, match: string, rules: MatchRules): Promise<MatchMark[]> {
  const marks: MatchMark[] = [];
  let state = newMatch(rules);
  for (const entry of standing(await logOf(db, match))) {
    if (isRefused(state)) throw new Error(`The log of ${match} contradicts the laws: ${state.message}`);
    const points = state.games.at(-1)?.rallies?.length ?? 0;
    if (isMark(entry.kind))
      marks.push({
        game: Math.max(1, state.games.length),
        afterPoints: points,
        kind: entry.kind,
        side: "side" in entry ? entry.side : null,
      });
    state = record(state, entry);
  }
  return marks;
}

/** The lines that count: without those undone or voided, and without the lines that did so. */
function standing(log: readonly { readonly entry: LogEntry }[]): LogEntry[] {
  const stack: number[] = [];
  for (const [index, { entry }] of log.entries()) {
    if (entry.kind === "undo") stack.pop();
    else if (entry.kind === "void") stack.splice(stack.indexOf(entry.index), 1);
    else stack.push(index);
  }
  return stack.flatMap((index) => log[index]?.entry ?? []);
}

const MARKS = ["time-out", "medical", "card", "expedite", "order-corrected"] as const;

function isMark(kind: string): kind is MatchMark["kind"] {
  return MARKS.some((mark) => mark === kind);
}

/** Tells open pages how a match stands: those of the match, its event, its competition, and the home page. */
export async function publishMatch(unit: UnitOfWork, fact: Fact): Promise<void> {
  publishMatchById(unit, fact.subject.id);
}

/** The same for a match that changed because another one ended: who plays it, whether it can begin. */
export function publishMatchById(unit: UnitOfWork, id: string): void {
  const event = eventOf(id);
  const topics = [`match:${id}`, `event:${event}`, `competition:${competitionOf(event)}`, "home"];
  unit.publishOnce(`match ${id}`, topics, async () => {
    const replayed = await replayMatch(unit.db, id, unit.replayCache);
    const state = isRefused(replayed) || replayed.length === 0 ? null : replayed.state;
    return { kind: "match", match: await presentMatchById(unit.db, id), state };
  });
}
