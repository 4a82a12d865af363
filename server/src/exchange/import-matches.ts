import {
  SIDES,
  isRefused,
  otherSide,
  refuse,
  type BySide,
  type LogEntry,
  type MatchRules,
  type Refusal,
  type Side,
} from "@podium/engine";
import type { MatchLine } from "@podium/protocol";
import { eventRow } from "../competitions/competitions.ts";
import { planOf } from "../draw/draw.ts";
import { lineOfOutcome, linesOfResult, type WrittenResult } from "../matches/lines-of-result.ts";
import {
  cacheUnplayed,
  planMatch,
  recordLinesOf,
  rulesOfEvent,
  rulesOfMatch,
  type MatchPlan,
} from "../matches/matches.ts";
import { matchRow, matchRows, type StoredMatchRow } from "../matches/match-rows.ts";
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
function whenOf({ start }: MatchLine, zone: string): MatchPlan["when"] {
  if (start === undefined) return null;
  return start.includes("T") ? Date.parse(start) : { day: start, zone };
}

async function takeInMatch(
  { unit, read: { file } }: Importing,
  { row, rules }: { readonly row: StoredMatchRow; readonly rules: MatchRules },
  line: MatchLine,
): Promise<undefined | Refusal> {
  const refusal = refusedEntries(line, row);
  if (refusal) return refusal;
  if (line.start !== undefined || line.table !== undefined || line.demoUmpire === true)
    await planMatch(unit, row.id, {
      when: whenOf(line, file.competition.zone),
      table: line.table ?? null,
      demoUmpire: line.demoUmpire === true,
    });
  const sides = sidesAsWritten(line, row);
  const log = logIn(line, { rules, sides });
  if (isRefused(log)) return log;
  if (log.length === 0) return line.outcome === undefined ? undefined : notDecided(line);
  const lines = log.map((entry) => ({ entry: isTurned(line, row) ? turned(entry) : entry }));
  cacheUnplayed(unit, row, rules);
  const recorded = await recordLinesOf(unit, row, { after: 0, lines });
  if (isRefused(recorded)) return recorded;
  if (line.log === undefined && recorded.state.outcome === null) return notDecided(line);
  const winner = recorded.state.outcome?.winner ?? null;
  const won = winner === null ? null : { home: row.home_entry, away: row.away_entry }[winner];
  if (line.winner !== undefined && line.winner !== won) return winnerDiffers(line, won);
  return line.published === true ? publishResult(unit, row.id, recorded.version) : undefined;
}

function notDecided(line: MatchLine): Refusal {
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
function logIn(line: MatchLine, reading: Reading): LogEntry[] | Refusal {
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
function endIn(line: MatchLine, { sides }: Reading): WrittenResult["end"] | Refusal {
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
  { score, winner }: MatchLine,
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
