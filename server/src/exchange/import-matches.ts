import {
  isRefused,
  refuse,
  type BySide,
  type LogEntry,
  type MatchRules,
  type PlayerId,
  type Refusal,
  type Side,
} from "@podium/engine";
import type { MatchLine, RubberLine } from "@podium/protocol";
import { eventRow } from "../competitions/competitions.ts";
import type { ReplayedMatch, UnitOfWork } from "../app.ts";
import { planOf } from "../draw/draw.ts";
import { memberOf, namesIn } from "../entries/members.ts";
import {
  cacheUnplayed,
  foldLog,
  planMatch,
  recordLinesOf,
  replayMatch,
  rulesOfEvent,
  rulesOfMatch,
  type MatchPlan,
  type SentLine,
} from "../matches/matches.ts";
import { matchRow, matchRows, rubberRows, type StoredMatchRow } from "../matches/match-rows.ts";
import { layOutRubber } from "../matches/rubbers.ts";
import { notOver, publishResult } from "../results/results.ts";
import { competitionId, eventIdOf } from "../storage/codes.ts";
import { refusedIn, type Importing } from "./importing.ts";
import { MatchesInTurn } from "./matches-in-turn.ts";
import { logIn, withoutPadding } from "./result-of-line.ts";
import {
  ambiguousLine,
  meetingsInGroups,
  openLines,
  roundsOfRow,
  strayLine,
  type IndexedLine,
  whatInstead,
} from "./open-lines.ts";

/**
 * Takes in the matches of an event in the order of the plan, whatever their order in the file: a later round needs
 * the results of the earlier. A match is known by its code, or by its two entries, named in either order.
 */
export async function importMatches(importing: Importing, event: number): Promise<Refusal | undefined> {
  const {
    unit,
    read: { file },
  } = importing;
  const part = file.events[event];
  if (part?.matches === undefined) return undefined;
  const lines = openLines(part.matches, file.competition.zone);
  const id = eventIdOf(competitionId(file.competition.id), part.code);
  const rows = await matchRows(unit.db, id);
  const stored = await eventRow(unit.db, id);
  if (stored === undefined) throw new Error(`The event ${id} was not taken in before its matches.`);
  const rules = rulesOfEvent(stored);
  const taken = new Map<string, IndexedLine>();
  const names = {
    codes: new Set(rows.map(({ code }) => code)),
    rounds: new Set(rows.flatMap(roundsOfRow)),
    entries: new Set(part.entries.map((entry) => entry.code)),
  };
  const meetings = meetingsInGroups(rows);
  const refusedLine = ({ index }: IndexedLine, refusal: Refusal) =>
    refusedIn(importing, ["events", event, "matches", index, ...rubberOf(refusal)], refusal);
  for (const stray of lines.left) {
    const refusal = refusedNames(stray.line, names);
    if (refusal) return refusedLine(stray, refusal);
  }
  const inTurn = new MatchesInTurn(unit, id, { rows, isRuledOn: part.rulings !== undefined });
  for (const [at, planned] of rows.entries()) {
    const row = rules.tie === undefined ? await inTurn.row(at) : await matchRow(unit.db, planned.id);
    const found = row && lines.take(row);
    if (row === undefined || found === undefined) continue;
    taken.set(row.code, found);
    const match = { row, rules: rulesOfMatch(rules, row) };
    const refusal = lines.isAmbiguous(found, meetings(row))
      ? ambiguousLine(found.line)
      : await (rules.tie === undefined
          ? takeInMatch(importing, { ...match, inTurn }, found.line)
          : takeInTie(importing, match, found.line));
    if (refusal) return refusedLine(found, refusal);
    await unit.settle();
  }
  await inTurn.write();
  const [over] = lines.left;
  const now = await matchRows(unit.db, id);
  if (over && part.draw === undefined && rows.length === 0) return refusedLine(over, refuse("event-undrawn", NO_DRAW));
  if (over) return refusedLine(over, leftOver(over.line, now));
  const plan = await planOf(unit.db, id);
  const open = plan === null ? undefined : strayLine(plan, now, taken);
  return open && refusedLine(open, ambiguousLine(open.line));
}

const NO_DRAW = `The event has no draw: say who meets whom by "draw", as groups or as the lines of a knock-out.`;

/** What a line names must be there, whatever comes of the matches. */
function refusedNames(
  line: MatchLine,
  names: Readonly<Record<"codes" | "rounds" | "entries", ReadonlySet<string>>>,
): Refusal | undefined {
  const { code, round } = line;
  if (code !== undefined && !names.codes.has(code)) return notInTheDraw(line);
  if (round !== undefined && !names.rounds.has(round))
    return refuse("match-unknown", `The draw has no round, group or phase ${round}.`, { round });
  const unknown = [line.home, line.away].find((entry) => entry !== undefined && !names.entries.has(entry));
  if (unknown === undefined) return undefined;
  return refuse("entry-unknown", `The match names ${unknown}, who is not entered.`, { entry: unknown });
}

/** Every match of the draw found its line: what is left names one that came before, or none. */
function leftOver(line: MatchLine, rows: readonly StoredMatchRow[]): Refusal {
  if (line.code !== undefined)
    return refuse("match-twice", `The match ${line.code} is told twice.`, { match: line.code });
  const pair = rows.filter((row) => isOf(line, row) && line.home !== undefined && line.away !== undefined);
  if (line.round !== undefined && pair.length > 0) {
    const told = pair.map(({ round }) => round).join(" and ");
    return refuse(
      "match-not-in-draw",
      `${line.home} and ${line.away} do not meet in ${line.round} but in ${told}; leave the round out where the time tells which match it is.`,
      { home: line.home ?? "", away: line.away ?? "", round: line.round },
    );
  }
  const refusal = notInTheDraw(line);
  const instead = whatInstead(line, rows);
  return instead === "" ? refusal : { ...refusal, message: `${refusal.message} ${instead}` };
}

function isOf({ home, away }: MatchLine, row: StoredMatchRow): boolean {
  return (home === row.home_entry && away === row.away_entry) || (home === row.away_entry && away === row.home_entry);
}

function isTurned(line: MatchLine, row: StoredMatchRow): boolean {
  return (
    (line.home ?? row.away_entry) === row.away_entry &&
    (line.away ?? row.home_entry) === row.home_entry &&
    (line.home ?? line.away) !== undefined
  );
}

function notInTheDraw(line: MatchLine): Refusal {
  if (line.code !== undefined)
    return refuse("match-unknown", `The draw has no match ${line.code}.`, { match: line.code });
  if (line.home === undefined || line.away === undefined)
    return refuse("match-unnamed", "A match is named by its code or by its two entries.");
  return refuse("match-not-in-draw", `${line.home} and ${line.away} do not meet in this draw with these results.`, {
    home: line.home,
    away: line.away,
  });
}

/** An instant carries its clock; a day alone does not. */
function whenOf({ start }: Pick<MatchLine, "start">, zone: string): MatchPlan["when"] {
  if (start === undefined) return null;
  return start.includes("T") ? Date.parse(start) : { day: start, zone };
}

interface MatchTaken {
  readonly row: StoredMatchRow;
  readonly rules: MatchRules;
}

/** A match between players: what its line tells is folded here, and written when the matches after it need it. */
async function takeInMatch(
  importing: Importing,
  { row, rules, inTurn }: MatchTaken & { readonly inTurn: MatchesInTurn },
  line: MatchLine,
): Promise<undefined | Refusal> {
  const refusal = refusedEntries(line, row);
  if (refusal) return refusal;
  const lines = linesIn(line, { row, rules, sides: sidesAsWritten(line, row) });
  if (isRefused(lines)) return lines;
  const log = foldLog(row, rules, { lines, plan: planIn(line, importing) });
  if (isRefused(log)) return log;
  const { outcome } = log.after.state;
  if (lines.length > 0 && line.log === undefined && outcome === null) return notDecided(line);
  if (line.rubbers !== undefined) return notATie();
  if (lines.length > 0) {
    const won = outcome === null || outcome.winner === null ? null : row[`${outcome.winner}_entry`];
    if (line.winner !== undefined && line.winner !== won) return winnerDiffers(line, won);
    if (line.published === true && outcome === null) return notOver();
  }
  await inTurn.add({ log, isPublished: lines.length > 0 && line.published === true });
  return undefined;
}

/** A match between teams, with its rubbers. */
async function takeInTie(importing: Importing, taken: MatchTaken, line: MatchLine): Promise<undefined | Refusal> {
  const { row } = taken;
  const refusal = refusedEntries(line, row);
  if (refusal) return refusal;
  await planLine(importing, row, line);
  const told = await takeInResult(importing.unit, { ...taken, sides: sidesAsWritten(line, row) }, line);
  if (isRefused(told)) return told;
  const ofTie = line.rubbers === undefined ? undefined : await takeInRubbers(importing, taken, line);
  if (ofTie) return ofTie;
  const state = ofRubbers(line, told) ? await importing.unit.settle().then(() => stateOf(importing, row)) : told;
  if (isRefused(state)) return state;
  if (state === null) return undefined;
  const winner = state.state.outcome?.winner ?? null;
  const won = winner === null ? null : { home: row.home_entry, away: row.away_entry }[winner];
  if (line.winner !== undefined && line.winner !== won) return winnerDiffers(line, won);
  if (row.phase === "knock-out" && state.state.outcome !== null && won === null && line.outcome === undefined)
    return refuse("winner-missing", "A drawn tie of a knock-out needs the winner that goes on.");
  return line.published === true ? publishResult(importing.unit, row.id, state.version) : undefined;
}

/** Whether a line tells its match by its rubbers alone. */
function ofRubbers({ rubbers }: MatchLine, told: ReplayedMatch | null): boolean {
  return rubbers !== undefined && told === null;
}

async function stateOf({ unit }: Importing, row: StoredMatchRow): Promise<ReplayedMatch | Refusal> {
  return replayMatch(unit.db, row.id, unit.replayCache);
}

async function planLine(importing: Importing, row: StoredMatchRow, line: MatchLine | RubberLine) {
  const plan = planIn(line, importing);
  if (plan !== null) await planMatch(importing.unit, row.id, plan);
}

/** When and where a line has its match played; null where it tells nothing of it. */
function planIn(line: MatchLine | RubberLine, { read: { file } }: Importing): MatchPlan | null {
  const demoUmpire = "demoUmpire" in line && line.demoUmpire === true;
  if (line.start === undefined && line.table === undefined && !demoUmpire) return null;
  return { when: whenOf(line, file.competition.zone), table: line.table ?? null, demoUmpire };
}

/** Records what a line tells of the play of a match; null where it tells nothing. `sides` are in the order of the line. */
async function takeInResult(
  unit: UnitOfWork,
  taken: MatchTaken & { readonly sides: BySide<string | null> },
  line: MatchLine | RubberLine,
): Promise<ReplayedMatch | null | Refusal> {
  const { row, rules } = taken;
  const lines = linesIn(line, taken);
  if (isRefused(lines)) return lines;
  if (lines.length === 0) return null;
  cacheUnplayed(unit, row, rules);
  const recorded = await recordLinesOf(unit, row, { after: 0, lines });
  if (isRefused(recorded)) return recorded;
  return line.log === undefined && recorded.state.outcome === null ? notDecided(line) : recorded;
}

/** The log that a line tells, seen from the sides of the draw; empty where it tells nothing of the play. */
function linesIn(
  line: MatchLine | RubberLine,
  { row, rules, sides }: MatchTaken & { readonly sides: BySide<string | null> },
): SentLine[] | Refusal {
  const log = logIn(line, { rules, sides });
  if (isRefused(log)) return log;
  if (log.length === 0 && line.outcome !== undefined) return notDecided(line);
  const isOther = sides.home !== row.home_entry;
  return log.map((entry) => ({ entry: isOther ? turned(entry) : entry }));
}

/** The rubbers of a tie, each a match of its own between players of the two teams. */
async function takeInRubbers(
  importing: Importing,
  { row, rules }: MatchTaken,
  line: MatchLine,
): Promise<Refusal | undefined> {
  if (rules.tie === undefined) return notATie();
  const sides = sidesAsWritten(line, row);
  if (sides.home === null || sides.away === null)
    return refuse("match-not-ready", "Who plays this match is not known yet.");
  for (const [index, told] of (line.rubbers ?? []).entries()) {
    const home = await seatsIn(importing, { row, team: sides.home }, told.home);
    if (isRefused(home)) return inRubber(index, home);
    const away = await seatsIn(importing, { row, team: sides.away }, told.away);
    if (isRefused(away)) return inRubber(index, away);
    const isOther = sides.home !== row.home_entry;
    const seats = isOther ? { home: away, away: home } : { home, away };
    const tie = await matchRow(importing.unit.db, row.id);
    if (tie === undefined) throw new Error(`The match ${row.id} is gone.`);
    if (tie.status === "over" && ofPlay(told) && !isToldByScore(line) && rules.tie.wonBy !== null)
      return inRubber(index, refuse("tie-over", TIE_OVER));
    const rubber = await layOutRubber(importing.unit, tie, { rubber: index + 1, kind: told.kind ?? null, seats });
    if (isRefused(rubber)) return inRubber(index, rubber);
    await planLine(importing, rubber, told);
    const played = await takeInResult(importing.unit, { row: rubber, rules: rulesOfMatch(rules, rubber), sides }, told);
    if (played !== null && isRefused(played)) return inRubber(index, played);
    await importing.unit.settle();
  }
  return isToldByScore(line) ? refusedScore(importing, row) : undefined;
}

function notATie(): Refusal {
  return refuse("not-a-tie", "Only a tie between two teams has rubbers.");
}

const TIE_OVER = `The tie was decided by the rubbers before. A rubber that was not played is {}; where it was played all the \
same, write the score of the tie as well, or "all": true in the order of play.`;

function ofPlay({ games = [], score, winner, log, outcome }: RubberLine): boolean {
  return withoutPadding(games).length > 0 || [score, winner, log, outcome].some((told) => told !== undefined);
}

function isToldByScore({ score, winner, outcome }: MatchLine): boolean {
  return [score, winner, outcome].some((told) => told !== undefined);
}

/** The rubbers that are known cannot have won more than the score says. */
async function refusedScore({ unit }: Importing, row: StoredMatchRow): Promise<Refusal | undefined> {
  const tie = await stateOf({ unit } as Importing, row);
  const score = isRefused(tie) ? null : (tie.state.outcome?.gamesWon ?? null);
  if (score === null) return undefined;
  const won = { home: 0, away: 0 };
  for (const rubber of await rubberRows(unit.db, row)) {
    const winner: Side | null = rubber.outcome === null ? null : JSON.parse(rubber.outcome).winner;
    if (winner !== null) won[winner] += 1;
  }
  const isFit =
    isRefused(tie) || tie.state.rules.tie?.counts === "games" || (won.home <= score.home && won.away <= score.away);
  if (isFit) return undefined;
  return refuse(
    "rubbers-contradict",
    `The rubbers end ${won.home}-${won.away}, which is not the score of the tie.`,
    won,
  );
}

function inRubber(index: number, { code, message, detail }: Refusal): Refusal {
  const told = message.startsWith("Rubber ") ? message : `Rubber ${index + 1}: ${message}`;
  return refuse(code, told, { ...detail, rubber: index + 1 });
}

/** Where in its match the rubber stands that a refusal is about. */
function rubberOf({ detail: { rubber } }: Refusal): readonly (string | number)[] {
  return typeof rubber === "number" ? ["rubbers", rubber - 1] : [];
}

/** Those who play a rubber for a team: its players by id or name, or others who join it. */
async function seatsIn(
  { unit, read: { file } }: Importing,
  { row, team }: { readonly row: StoredMatchRow; readonly team: string },
  written: RubberLine["home"],
): Promise<PlayerId[] | Refusal> {
  const players: PlayerId[] = [];
  for (const name of typeof written === "string" ? namesIn(written) : (written ?? [])) {
    const player = await memberOf(unit, { event: row.event_id, code: team, others: file.players }, name);
    if (typeof player !== "string") return player;
    players.push(player);
  }
  return players;
}

function notDecided(line: MatchLine | RubberLine): Refusal {
  return refuse("result-not-decided", "These games do not decide the match.", { games: line.games?.length ?? 0 });
}

/** A line with a code may name its entries as well; then they must be those of the draw. */
function refusedEntries(line: MatchLine, row: StoredMatchRow): Refusal | undefined {
  const given = [line.home, line.away].filter((entry) => entry !== undefined);
  const drawn = [row.home_entry, row.away_entry];
  const outsider = given.find((entry) => !drawn.includes(entry)) ?? (line.home === line.away ? line.home : undefined);
  if (outsider === undefined) return undefined;
  return refuse(
    "match-entries-differ",
    `${outsider} does not play ${row.code}: the draw has ${drawn.map((entry) => entry ?? "nobody yet").join(" against ")}.`,
    { match: row.code, entry: outsider },
  );
}

function winnerDiffers({ winner }: MatchLine, won: string | null): Refusal {
  return refuse("winner-differs", `By what is told of this match ${won ?? "nobody"} won it, not ${winner}.`, {
    winner: winner ?? "",
    won: won ?? "",
  });
}

/** The entries in the order in which the line has its scores: that of the draw, unless it names them the other way round. */
function sidesAsWritten(line: MatchLine, row: StoredMatchRow): BySide<string | null> {
  return isTurned(line, row)
    ? { home: row.away_entry, away: row.home_entry }
    : { home: row.home_entry, away: row.away_entry };
}

const OTHER: Readonly<Record<string, string>> = {
  home: "away",
  away: "home",
  home1: "away1",
  home2: "away2",
  away1: "home1",
  away2: "home2",
};

/** Fields that hold something of each side. */
const MIRRORED = ["score", "unfinished", "gamesWon"];

/** The same line seen from the other side: for a match whose entries are named in the other order. */
function turned(entry: LogEntry): LogEntry {
  return JSON.parse(JSON.stringify(entry), (key, value) => {
    if (MIRRORED.includes(key)) return value && { home: value.away, away: value.home };
    return key === "homeEnd" || key === "kind" ? value : (OTHER[value] ?? value);
  });
}
