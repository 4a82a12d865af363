import type {
  BySide,
  EntryId,
  EventId,
  LogEntry,
  MatchId,
  MatchRules,
  MatchState,
  Outcome,
  Side,
  TableCall,
} from "@podium/engine";
import { illegalFinal, isRefused, newMatch, record } from "@podium/engine";
import type {
  EntryView,
  LiveMessage,
  MatchMark,
  MatchRow,
  MatchView,
  ScoreMessage,
  Slot,
  Text,
} from "@podium/protocol";
import { associationRowsBy, eventsWithCompetitions, type EventWithCompetition } from "../competitions/competitions.ts";
import { entryRows, entryRowsBy, type EntryRow } from "../entries/entries.ts";
import { presentEntry } from "../entries/present.ts";
import type { Fact } from "../facts/fact.ts";
import { competitionOf, entryIdOf, eventOf, matchId, matchIdOf } from "../storage/codes.ts";
import type { Db } from "../storage/storage.ts";
import type { UnitOfWork, ReplayedMatch } from "../app.ts";
import { logOf } from "./match-log.ts";
import { rulesOfEvent, rulesOfMatch } from "./matches.ts";
import { matchRow, type StoredMatchRow } from "./match-rows.ts";

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

/** Reads the setting of an event with all its entries; null when there is no such event. */
export async function settingOf(db: Db, event: EventId): Promise<EventSetting | null> {
  const settings = await readSettings(db, [event], await entryRows(db, event));
  return settings.get(event) ?? null;
}

/** What stands around some matches, by event: of the entries only those that play them, and those named besides. */
export async function settingsOf(
  db: Db,
  rows: readonly Pick<StoredMatchRow, "event_id" | "home_entry" | "away_entry">[],
  besides: readonly EntryId[] = [],
): Promise<Map<string, EventSetting>> {
  const ids = rows.flatMap(({ event_id: event, home_entry: home, away_entry: away }) =>
    [home, away].flatMap((code) => (code === null ? [] : [entryIdOf(event, code)])),
  );
  const events = new Set([...rows.map((row) => row.event_id), ...besides.map(eventOf)]);
  return readSettings(db, [...events], await entryRowsBy(db, [...ids, ...besides]));
}

async function readSettings(
  db: Db,
  ids: readonly EventId[],
  entries: readonly EntryRow[],
): Promise<Map<string, EventSetting>> {
  return settingsWith(db, await eventsWithCompetitions(db, ids), entries);
}

/** The same where events and entries were read. */
export async function settingsWith(
  db: Db,
  events: readonly EventWithCompetition[],
  entries: readonly EntryRow[],
): Promise<Map<string, EventSetting>> {
  const competitions = [...new Set(events.map((event) => event.competition_id))];
  const codes = [...new Set(entries.flatMap(({ association }) => association ?? []))];
  const named = await associationRowsBy(db, competitions, codes);
  const ofEvent = Map.groupBy(entries, (entry) => entry.event_id);
  return new Map(
    events.map((event) => {
      const own = named.filter((row) => row.competition_id === event.competition_id);
      const names = new Map(own.map(({ code, name }) => [code, name]));
      const views = (ofEvent.get(event.id) ?? []).map((entry) => [entry.code, presentEntry(entry, names)] as const);
      return [event.id, settingFrom(event, new Map(views))];
    }),
  );
}

function settingFrom(event: EventWithCompetition, entries: ReadonlyMap<string, EntryView>): EventSetting {
  return {
    competition: event.competition_id,
    event: event.id,
    title: JSON.parse(event.title),
    zone: event.zone,
    rules: rulesOfEvent(event),
    entries,
  };
}

/** Matches as readers see them, a line each, in their order: read together, whatever events they are of. */
export async function presentMatches(db: Db, rows: readonly StoredMatchRow[]): Promise<MatchRow[]> {
  const settings = await settingsOf(db, rows);
  return rows.flatMap((row) => {
    const setting = settings.get(row.event_id);
    return setting === undefined ? [] : [presentMatch(row, setting)];
  });
}

/** A match as readers see it, in one line. */
export function presentMatch(row: StoredMatchRow, setting: EventSetting): MatchRow {
  const games: BySide<number>[] = JSON.parse(row.games);
  const outcome: Outcome | null = row.outcome === null ? null : JSON.parse(row.outcome);
  const rules = rulesOfMatch(setting.rules, row);
  const isTie = rules.kind === "team";
  return {
    id: row.id,
    competition: setting.competition,
    event: setting.event,
    eventTitle: setting.title,
    phase: row.phase,
    phaseCode: row.phase_code,
    round: row.round,
    order: row.place_in_round,
    group: row.group_name,
    startMs: row.day === null ? row.start_ms : null,
    day: row.day,
    zone: setting.zone,
    table: row.table_name,
    calledMs: callIn(row)?.calledMs ?? null,
    expectedMs: isToCome(row) ? row.expected_ms : null,
    home: slot(row, "home", setting),
    away: slot(row, "away", setting),
    tie: row.tie === null ? null : matchIdOf(row.event_id, row.tie),
    rubber: row.rubber,
    kind: rules.kind,
    bestOf: rules.bestOf,
    handicap: rules.handicap ?? null,
    games,
    gamesWon: isTie && outcome === null ? runningScore(row) : gamesWonIn(games, outcome, rules),
    status: row.status,
    outcome,
    winner: outcome?.winner ?? null,
    version: row.version,
    invented: row.demo_umpire === 1,
  };
}

/** The call of a match that has not begun; null where it was not called. */
export function callIn(row: Pick<StoredMatchRow, "table_call" | "status">): TableCall | null {
  return row.table_call !== null && row.status === "ready" ? JSON.parse(row.table_call) : null;
}

function isToCome({ status }: StoredMatchRow): boolean {
  return status === "ready" || status === "waiting";
}

function slot(row: StoredMatchRow, side: Side, setting: EventSetting): Slot {
  const code = row[`${side}_entry`];
  const entry = code === null ? null : (setting.entries.get(code) ?? null);
  return { entry: entry && seated(entry, row, side), source: JSON.parse(row[`${side}_source`]) };
}

/** In a rubber the players of the team who play it; the team itself while nobody is named. */
function seated(entry: EntryView, row: StoredMatchRow, side: Side): EntryView {
  if (row.seats === null) return entry;
  const ids: BySide<readonly string[]> = JSON.parse(row.seats);
  const players = ids[side].flatMap((id) => entry.players.find((player) => player.id === id) ?? []);
  return players.length === 0 ? entry : { ...entry, name: null, players };
}

/** How a tie stands by its rubbers while it goes on. */
function runningScore({ figures }: StoredMatchRow): BySide<number> {
  return figures === null ? { home: 0, away: 0 } : JSON.parse(figures).score;
}

/** A game that could not end so is under way or was broken off: nobody has won it. Null where no games are known. */
function gamesWonIn(
  games: readonly BySide<number>[],
  outcome: Outcome | null,
  rules: MatchRules,
): BySide<number> | null {
  if (outcome?.gamesWon !== undefined) return outcome.gamesWon;
  if (outcome?.by === "walkover") return null;
  const finished = games.filter((game, at) => illegalFinal(rules, game, at + 1) === null);
  const home = finished.filter((game) => game.home > game.away).length;
  return { home, away: finished.length - home };
}

/** A match that must be there, as one line. */
export async function presentMatchById(db: Db, id: MatchId): Promise<MatchRow> {
  const row = await matchRow(db, id);
  const [match] = row === undefined ? [] : await presentMatches(db, [row]);
  if (match === undefined) throw new Error(`The match ${id} is gone.`);
  return match;
}

/** A match with everything that is known of its play, from its line. */
export async function presentPlay(db: Db, line: MatchRow, replayed: ReplayedMatch): Promise<MatchView> {
  const known = knownOf(replayed.state, line.status === "live");
  return {
    ...line,
    state: replayed.length === 0 ? null : replayed.state,
    known,
    marks: known === "rallies" ? await marksOf(db, matchId(line.id), replayed.state.rules) : [],
  };
}

/** A game that has been opened is shown rally by rally, also before its first; a walkover has no games at all. */
function knownOf(state: MatchState, isLive: boolean): MatchView["known"] {
  if (state.rallies > 0 || (isLive && state.games.some(({ rallies }) => rallies !== null))) return "rallies";
  if (state.outcome?.gamesWon) return "score";
  return state.games.length > 0 ? "games" : "none";
}

/** Where in the match the time-outs and cards stand: found by the engine along the log, without the lines that were taken back. */
async function marksOf(db: Db, match: MatchId, rules: MatchRules): Promise<MatchMark[]> {
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

/** Lines that change nothing but the running score and the service. */
const MINOR_LINES: readonly LogEntry["kind"][] = ["rally", "let", "service"];

/** Tells open pages how a match stands: those of the match, its event, its competition, and the home page. */
export async function publishMatch(unit: UnitOfWork, fact: Fact): Promise<void> {
  const match = matchId(fact.subject.id);
  const isMinor = fact.kind === "match-line" && MINOR_LINES.includes(fact.data.entry.kind);
  if (!isMinor) return publishMatchById(unit, match);
  const entry = fact.data.entry;
  const winner = entry.kind === "rally" ? entry.winner : undefined;
  publishRunning(unit, match, winner);
}

/** The same for a match that changed because another one ended: who plays it, whether it can begin. */
export function publishMatchById(unit: UnitOfWork, id: MatchId): void {
  const topics = [`match:${id}`, ...listTopics(id)];
  unit.publishOnce(`match ${id}`, { topics, make: async () => [{ topics, message: await matchMessage(unit, id) }] });
}

/**
 * A rally changes a few numbers: names do not travel with them. What begins a match is sent in full, and so are
 * several lines that come together: a page that was open has missed the scores between them.
 */
function publishRunning(unit: UnitOfWork, id: MatchId, winner: Side | undefined): void {
  if (unit.isPublishing(`match ${id}`)) return publishMatchById(unit, id);
  const [own, lists] = [[`match:${id}`], listTopics(id)];
  unit.publishOnce(`match ${id}`, {
    topics: [...own, ...lists],
    make: async () => {
      const replayed = unit.replayCache.get(id);
      const score = replayed && scoreMessage(id, replayed);
      if (replayed === undefined || score === null || score === undefined)
        return [{ topics: [...own, ...lists], message: await matchMessage(unit, id) }];
      return [
        { topics: own, message: { kind: "rally", ...score, ...rallyIn(replayed.state, winner) } },
        { topics: lists, message: { kind: "score", ...score } },
      ];
    },
  });
}

function listTopics(id: MatchId): string[] {
  const event = eventOf(id);
  return [`event:${event}`, `competition:${competitionOf(event)}`, "home"];
}

async function matchMessage(unit: UnitOfWork, id: MatchId): Promise<LiveMessage> {
  return { kind: "match", match: await presentMatchById(unit.db, id) };
}

/** The running score; null for a match that is not under way, or has only just begun. */
function scoreMessage(match: MatchId, { state, version }: ReplayedMatch): ScoreMessage | null {
  const game = state.games.at(-1);
  if (game === undefined || state.outcome !== null || state.rallies === 0) return null;
  const { home, away } = state.gamesWon;
  return { match, version, game: state.games.length, score: [game.score.home, game.score.away], won: [home, away] };
}

function rallyIn({ service, gamePoint, matchPoint }: MatchState, winner: Side | undefined) {
  return {
    ...(winner === undefined ? {} : { by: winner }),
    ...(service === null ? {} : { server: service.server, receiver: service.receiver }),
    ...(gamePoint === null ? {} : { gamePoint }),
    ...(matchPoint === null ? {} : { matchPoint }),
  };
}
