import {
  SIDES,
  isRefused,
  otherSide,
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
import { memberOf } from "../entries/members.ts";
import { lineOfOutcome, linesOfResult, type WrittenResult } from "../matches/lines-of-result.ts";
import {
  cacheUnplayed,
  planMatch,
  recordLinesOf,
  replayMatch,
  rulesOfEvent,
  rulesOfMatch,
  type MatchPlan,
} from "../matches/matches.ts";
import { matchRow, matchRows, rubberRows, type StoredMatchRow } from "../matches/match-rows.ts";
import { layOutRubber } from "../matches/rubbers.ts";
import { publishResult } from "../results/results.ts";
import { competitionId, eventIdOf } from "../storage/codes.ts";
import { refusedIn, type Importing } from "./importing.ts";
import { ambiguousLine, meetingsInGroups, openLines, roundsOfRow, strayLine, type IndexedLine } from "./open-lines.ts";

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
    refusedIn(importing, ["events", event, "matches", index], refusal);
  for (const stray of lines.left) {
    const refusal = refusedNames(stray.line, names);
    if (refusal) return refusedLine(stray, refusal);
  }
  for (const planned of rows) {
    const row = await matchRow(unit.db, planned.id);
    const found = row && lines.take(row);
    if (row === undefined || found === undefined) continue;
    taken.set(row.code, found);
    const refusal = lines.isAmbiguous(found, meetings(row))
      ? ambiguousLine(found.line)
      : await takeInMatch(importing, { row, rules: rulesOfMatch(rules, row) }, found.line);
    if (refusal) return refusedLine(found, refusal);
    await unit.settle();
  }
  const [over] = lines.left;
  const now = await matchRows(unit.db, id);
  if (over) return refusedLine(over, leftOver(over.line, now));
  const plan = await planOf(unit.db, id);
  const open = plan === null ? undefined : strayLine(plan, now, taken);
  return open && refusedLine(open, ambiguousLine(open.line));
}

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
  const refusal = notInTheDraw(line);
  const instead = [line.home, line.away].flatMap((entry) => dueIn(entry, rows)).join(" ");
  return instead === "" ? refusal : { ...refusal, message: `${refusal.message} ${instead}` };
}

/** Where an entry stands that is named in a match it does not play: what to look at first. */
function dueIn(entry: string | undefined, rows: readonly StoredMatchRow[]): string[] {
  const due = rows.find(
    ({ status, home_entry: home, away_entry: away }) =>
      (status === "ready" || status === "waiting") && entry !== undefined && (home === entry || away === entry),
  );
  if (due === undefined) return [];
  const other = due.home_entry === entry ? due.away_entry : due.home_entry;
  return [`${entry} plays ${due.code} against ${other ?? "who is not known yet"}.`];
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

async function takeInMatch(importing: Importing, taken: MatchTaken, line: MatchLine): Promise<undefined | Refusal> {
  const { row, rules } = taken;
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
  if (
    rules.tie !== undefined &&
    row.phase === "knock-out" &&
    state.state.outcome !== null &&
    won === null &&
    line.outcome === undefined
  )
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

async function planLine({ unit, read: { file } }: Importing, row: StoredMatchRow, line: MatchLine | RubberLine) {
  const demoUmpire = "demoUmpire" in line && line.demoUmpire === true;
  if (line.start === undefined && line.table === undefined && !demoUmpire) return;
  await planMatch(unit, row.id, { when: whenOf(line, file.competition.zone), table: line.table ?? null, demoUmpire });
}

/** Records what a line tells of the play of a match; null where it tells nothing. `sides` are in the order of the line. */
async function takeInResult(
  unit: UnitOfWork,
  { row, rules, sides }: MatchTaken & { readonly sides: BySide<string | null> },
  line: MatchLine | RubberLine,
): Promise<ReplayedMatch | null | Refusal> {
  const log = logIn(line, { rules, sides });
  if (isRefused(log)) return log;
  if (log.length === 0) return line.outcome === undefined ? null : notDecided(line);
  const isOther = sides.home !== row.home_entry;
  const lines = log.map((entry) => ({ entry: isOther ? turned(entry) : entry }));
  cacheUnplayed(unit, row, rules);
  const recorded = await recordLinesOf(unit, row, { after: 0, lines });
  if (isRefused(recorded)) return recorded;
  return line.log === undefined && recorded.state.outcome === null ? notDecided(line) : recorded;
}

/** The rubbers of a tie, each a match of its own between players of the two teams. */
async function takeInRubbers(
  importing: Importing,
  { row, rules }: MatchTaken,
  line: MatchLine,
): Promise<Refusal | undefined> {
  if (rules.tie === undefined) return refuse("not-a-tie", "Only a tie between two teams has rubbers.");
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
      return inRubber(index, refuse("tie-over", "The tie was decided by the rubbers before."));
    const rubber = await layOutRubber(importing.unit, tie, { rubber: index + 1, kind: told.kind ?? null, seats });
    if (isRefused(rubber)) return inRubber(index, rubber);
    await planLine(importing, rubber, told);
    const played = await takeInResult(importing.unit, { row: rubber, rules: rulesOfMatch(rules, rubber), sides }, told);
    if (played !== null && isRefused(played)) return inRubber(index, played);
    await importing.unit.settle();
  }
  return isToldByScore(line) ? refusedScore(importing, row) : undefined;
}

function ofPlay({ games, score, winner, log, outcome }: RubberLine): boolean {
  return [games, score, winner, log, outcome].some((told) => told !== undefined);
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

function inRubber(index: number, refusal: Refusal): Refusal {
  return { ...refusal, message: `Rubber ${index + 1}: ${refusal.message}` };
}

/** Those who play a rubber for a team: its players by id or name, or others who join it. */
async function seatsIn(
  { unit, read: { file } }: Importing,
  { row, team }: { readonly row: StoredMatchRow; readonly team: string },
  written: RubberLine["home"],
): Promise<PlayerId[] | Refusal> {
  const players: PlayerId[] = [];
  for (const name of written === undefined ? [] : [written].flat()) {
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

/** What the scores of a line are read by. */
interface Reading {
  readonly rules: MatchRules;
  /** The entries in the order in which the line has its scores. */
  readonly sides: BySide<string | null>;
}

/** The log as it is, one line for each game and one for an end without play, or the one line of an end of which no more is known. */
function logIn(line: MatchLine | RubberLine, reading: Reading): LogEntry[] | Refusal {
  if (line.log !== undefined && (line.games ?? line.outcome ?? line.score) !== undefined)
    return refuse("log-and-games", "A match is told by its log or by its games and outcome, not by both.");
  if (line.log !== undefined) return line.log.map((entry): LogEntry => JSON.parse(JSON.stringify(entry)));
  const games = withoutPadding(line.games ?? []).map(([home, away]) => ({ home, away }));
  if (line.score !== undefined && games.length > 0)
    return refuse(
      "games-and-score",
      "The games tell the score; write the score alone where their points are not known.",
    );
  const end = endIn(line, reading);
  if (isRefused(end)) return end;
  const isWalkover = end?.by === "walkover";
  if (isWalkover && line.score !== undefined)
    return refuse("games-and-score", "A match that was not played has no score.");
  if (!isWalkover && games.length === 0 && (line.score ?? line.winner) !== undefined)
    return outcomeIn(line, reading, end);
  return linesOfResult(reading.rules, { games, end });
}

/** Of an end without play how it came and against whom; null for a match that was played out. */
function endIn(line: MatchLine | RubberLine, { sides }: Reading): WrittenResult["end"] | Refusal {
  if (line.outcome === undefined || line.outcome === "play") return null;
  const against = SIDES.find((side) => line.against !== undefined && sides[side] === line.against);
  if (against !== undefined) return { by: line.outcome, against };
  if (line.against === "both" && line.outcome === "walkover") return { by: "walkover", against: "both" };
  return refuse("against-unknown", "Say by against which of the two entries was absent, gave up or was disqualified.", {
    outcome: line.outcome,
  });
}

/** A match of which the points are not known, or nothing but who won. */
function outcomeIn(
  { score, winner }: MatchLine | RubberLine,
  { sides, rules }: Reading,
  end: WrittenResult["end"],
): LogEntry[] | Refusal {
  const gamesWon = score === undefined ? null : { home: score[0], away: score[1] };
  const named = SIDES.find((side) => winner !== undefined && sides[side] === winner);
  const isLevel = end === null && gamesWon !== null && gamesWon.home === gamesWon.away;
  const won = winnerIn({ gamesWon, named }, end) ?? (rules.tie !== undefined && isLevel ? null : undefined);
  if (won === undefined)
    return refuse("winner-unknown", "Neither of the two entries has won by what is told of this match.", {
      winner: winner ?? "",
    });
  return [lineOfOutcome({ winner: won, gamesWon, by: end?.by === "walkover" || end === null ? "play" : end.by })];
}

function winnerIn(
  told: { readonly gamesWon: BySide<number> | null; readonly named: Side | undefined },
  end: WrittenResult["end"],
): Side | undefined {
  if (end !== null) return end.against === "both" ? undefined : otherSide(end.against);
  if (told.gamesWon === null || told.gamesWon.home === told.gamesWon.away) return told.named;
  return told.gamesWon.home > told.gamesWon.away ? "home" : "away";
}

/** The entries in the order in which the line has its scores: that of the draw, unless it names them the other way round. */
function sidesAsWritten(line: MatchLine, row: StoredMatchRow): BySide<string | null> {
  return isTurned(line, row)
    ? { home: row.away_entry, away: row.home_entry }
    : { home: row.home_entry, away: row.away_entry };
}

/** Published results often fill the games that were not needed with 0-0. */
function withoutPadding(games: NonNullable<MatchLine["games"]>): NonNullable<MatchLine["games"]> {
  const played = games.findLastIndex(([home, away]) => home + away > 0);
  return games.slice(0, played + 1);
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
